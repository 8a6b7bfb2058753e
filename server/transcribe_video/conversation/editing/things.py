"""The words for what an edit is about, and how it shall be, under their signs."""

from typing import Final

THINGS: Final = """
[silences]
silences, pauses, pause, gaps, gap, dead air, dead space, quiet parts, quiet bits, silent parts,
silent bits, silent sections, silent spots, breaks in speech, empty parts, long pause, dead time,
awkward silences, awkward silence, blank parts, hesitation pauses, lulls, quiet sections,
silent gaps, silent moments, quiet moments, dead spots
停顿, 静默, 空白, 沉默, 静音部分, 静音片段, 静音段, 空隙, 冷场, 无声部分, 无声片段, 空白部分,
没声音的地方, 没人说话的地方, 没有声音的地方, 没有声音的部分, 没人说话的部分, 停顿部分,
没说话的地方, 无声的部分, 安静的部分, 停顿的地方, 间隙, 静音的部分, 静音的地方, 空档, 卡顿,
没声音的部分

[silences verb]
silence

[fillers]
filler words, fillers, filler, filler sounds, hesitations, verbal tics, filler word, disfluencies,
crutch words, verbal fillers, hesitation words, hesitation sounds, stumbles
口头禅, 语气词, 填充词, 嗯嗯啊啊, 口头语, 废话词, 赘词, 嗯啊, 语气助词, 口癖, 水词, 嗯啊之类

[filler um]
um, ums, umm, umms, um's

[filler uh]
uh, uhs, uhh, uh's, uhm, uhms

[filler er]
er, ers, err, errs

[filler erm]
erm, erms

[filler ah]
ah, ahs

[filler eh]
eh, ehs

[filler hmm]
hmm, hmms, hm, hms

[filler mm]
mm, mms

[filler like]
likes

[filler you know]
you knows, you know

[filler i mean]
i mean, i means

[filler 嗯]
嗯

[filler 呃]
呃

[filler 额]
额

[repeats]
repeated takes, repeats, repeated, repetitions, duplicate takes, duplicates, duplicated, retakes,
false starts, bad takes, double takes, repeated sentences, repeated lines, repeated parts,
repetition, multiple takes, takes, said twice, says twice, repeated phrases, repeated attempts,
duplicate lines, duplicate sentences, failed takes, several takes, redundant takes, duplicate,
repeat myself, flubbed takes, botched takes, repeated bits, said several times, repeated take,
retake, ng
重复, 重复的, 重复说的, 重复的部分, 重复内容, 重复的话, 重复的句子, 重说的, 说了两遍, 重复录的,
重录的, 说重的, 重复的内容, 口误重说, 重复片段, 几遍, 多遍, 说错重来的, 好几遍, 重复的镜头,
ng镜头, 废镜头, 重复段落, 说了几遍

[title]
title, titles, heading, headline, lower third, name tag, text overlay, label, text, title card,
words on screen, chyron, nameplate, super, on screen text, text box, banner, the words,
subtitle text, intro text, tagline
标题, 文字, 字样, 片头文字, 大标题, 人名条, 名牌, 字条, 文本, 片名, 题目, 花字, 人名, 片头标题,
文字标题

[captions]
captions, caption, subtitles, subtitle, subs, sub titles, cc, closed captions, closed captioning,
captioning, captioned, subtitled
字幕, 软字幕, 对白字幕, 中文字幕, 英文字幕, 台词字幕, 字幕轨

[music]
music, song, soundtrack, bgm, background music, backing track, background track, score,
background song, background audio, theme song, track underneath, underscore, musical bed,
music bed, jingle, beat, tune
音乐, 背景音乐, 配乐, 歌, 歌曲, 背景乐, 曲子, 伴奏, 背景音, 背景配乐, 音轨

[speech]
speech, voice, voices, dialogue, dialog, talking, vocals, narration track, speaker's voice,
interview audio
人声, 说话声, 对白, 原声, 语音, 说话的声音

[volume]
volume, loud, level of, levels, audio level, sound level, volume level
音量, 声音大小, 声量

[loudness]
loudness, normalize, normalise, normalized, normalised, normalization, normalisation, lufs, lkfs,
level the audio, level out the audio, even out the volume, even out the audio, loudness target,
level the sound, even out the sound, balance the audio levels, level out the sound,
even out the loudness
响度, 标准化, 音量标准化, 响度标准化, 归一化, 均衡音量, 音量统一, 统一音量, 响度归一, 音量均衡,
响度标准

[platform -14]
youtube, tiktok, tik tok, instagram, insta, reels, facebook, spotify, streaming, web, online,
social media, for the web, youtube's, linkedin, twitter, shorts
抖音, 油管, 哔哩哔哩, b站, 小红书, 网络, 快手, 视频号, 流媒体, 微博

[platform -16]
podcast, podcasts, podcasting, apple podcasts
播客

[platform -23]
broadcast, ebu, r 128, ebu r 128, tv, television, ebur 128, broadcast standard
广播, 广播标准, 电视, 电视台, 广电

[speed]
speed, playback speed, pace, rate, as fast, time lapse, timelapse, normal speed, the speed, tempo,
as slow, as slowly, as quickly
速度, 倍速, 播放速度, 速, 倍速播放, 语速

[factor 2]
double, twice, two times, doubled
两倍, 双倍, 一倍

[factor 3]
triple, three times, thrice
三倍

[factor 4]
quadruple, four times
四倍

[factor 0.5]
half as, halve
减半

[speed 0.5]
half the speed, half speed, half as fast, halve the speed, twice as slow
半速, 一半速度, 一半的速度

[speed 2]
double speed, double the speed, twice as fast, twice the speed
两倍速, 双倍速, 二倍速, 两倍速度

[volume 0.5]
half the volume, half volume, half as loud, halve the volume
一半音量, 一半的音量

[volume 2]
double the volume, twice as loud, twice the volume
两倍音量

[sound]
sound, audio, audio track, sounds
声音, 音频, 声, 声道

[picture]
picture, video only, image only, visuals, the visual, black
画面, 图像, 黑场, 黑屏, 黑色

[image]
image, photo, still, logo, picture of, slide, screenshot, graphic, still image, a still,
picture file
图片, 照片, 图, 静态图, 截图, 标志, 贴图

[frame]
aspect, aspect ratio, ratio, format, shape, orientation, proportions
画幅, 比例, 宽高比, 画面比例, 长宽比, 尺寸比例, 版式

[shape 16:9]
landscape, horizontal, widescreen, wide screen, horizontally, landscape format
横屏, 横版, 宽屏, 横向, 横的

[shape 9:16]
vertical, portrait, vertically, upright, portrait format, vertical format, portrait mode,
vertical video
竖屏, 竖版, 纵向, 竖着, 竖的, 竖向

[shape 1:1]
square, squared, one by one, a square
方形, 正方形, 方的, 一比一, 方屏, 方版

[height 1080]
full hd, fhd, full high definition
全高清

[height 720]
hd, high definition
高清

[height 2160]
4 k, uhd, ultra hd

[height 1440]
2 k

[height 480]
sd, standard definition
标清

[size]
resolution, size, dimensions
分辨率, 清晰度, 尺寸

[position top]
top, on top, at the top, upper, up top, top of the screen, top of the frame, at top, top center,
top centre, the top edge, along the top, upper part, above
上方, 顶部, 上面, 最上面, 最上方, 顶端, 画面上方, 靠上, 上部, 屏幕上方

[position center]
center, centre, centered, centred, middle, in the middle, mid screen, in the center,
in the centre
居中, 中间, 中央, 正中间, 正中, 画面中间, 中部, 正中央, 画面中央

[position bottom]
bottom, at the bottom, lower part, at bottom, bottom of the screen, along the bottom, below,
bottom center, bottom centre, the bottom edge
下方, 底部, 下面, 最下面, 最下方, 底端, 画面下方, 靠下, 下部, 屏幕下方, 最底部

[font_size large]
large, big, bigger, larger, huge, extra large, in large, large letters, big letters, large font,
big font, largest, biggest
大字, 大号, 大字号, 大号字, 放大, 字大一点, 字体大一点, 字体大, 大字体, 字号大

[font_size medium]
medium, medium size, medium sized, normal size
中号, 中等, 中等大小, 中字号, 正常大小

[font_size small]
small, smaller, tiny, little letters, small font, smallest, in small
小字, 小号, 小字号, 缩小, 字小一点, 字体小一点, 小号字, 小字体, 字号小

[bars]
black bars, bars, black borders, borders, blackbars, black margins, black edges, black border
黑边, 黑条, 边框

[rest]
rest, the rest, everything else, all else, anything else, the other parts, all the rest,
remainder, the others, all other parts, everything other
其他的, 其余的, 其他, 其余, 剩下的, 别的, 剩余的, 其它, 其它的, 其他部分, 其余部分, 剩余部分,
剩下的部分, 剩余

[steps]
edits, edit, steps, step, times, actions, action, operations, operation, cuts
步, 次, 步操作, 操作, 个操作, 次操作, 处修改, 个修改, 次修改

[all]
all, everything, every, any, entire, whole, all of, all the, each and every, anything
全部, 所有, 都, 一切, 整个, 凡是

[each]
each, each one, each of them, of each, every time, everywhere
每个, 每处, 每段, 每一处, 每次, 各

[words]
the sentence, sentence, phrase, line, where she says, where he says, where they say, where i say,
where we say, where it says, when she says, when he says, when they say, when i say, words,
the phrase, the line, the bit where, the part where, the section where, where somebody says,
where someone says, saying, says, said, the bit, the word, the part that says, word, quote,
the quote, when someone says, every time he says, every time she says, whenever he says,
whenever she says, where ana says, the answer, the question, the remark, the passage,
starting with, ending with, i say, he says, she says, they say, we say, beginning with, titled,
called, reading, that says, which says, that reads, ends with, starts with, which reads,
speaker says, the speaker says
这句话, 这句, 那句, 那句话, 这段话, 说, 他说, 她说, 我说, 这一句, 的话, 这几句, 句子, 词, 写着,
内容为, 说的, 叫, 字, 他们说, 我们说, 这个词, 讲到, 讲, 说到, 开头的, 这些词, 内容是, 句

[recording]
video, clip, interview, recording, footage, movie, film, timeline, project, file, part, section,
segment, it, this, that, them, these, those, bit, content, stuff, parts, bits, sections, segments,
piece, passage, scene, chunk, portion, range, clips, version, cut of, screen, frame of, mic,
whole thing, thing, one, ones, its, moment, sequence, tape, presentation, talk, lecture,
podcast episode, episode, main video, pieces, portions, scenes
视频, 片段, 采访, 录音, 录像, 素材, 影片, 时间线, 项目, 文件, 部分, 段落, 内容, 片子, 这段, 那段,
这一段, 那一段, 这部分, 它, 它们, 这个, 这些, 段, 屏幕, 访谈, 镜头, 这里, 地方, 时间段, 全片,
整段, 那部分, 那些, 这几段, 那一部分, 一段
"""

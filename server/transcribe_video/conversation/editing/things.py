"""The words for what an edit is about under their signs."""

from typing import Final

THINGS: Final = """
[silences]
silences, pauses, pause, gaps, gap, dead air, dead space, quiet parts, quiet bits, silent parts,
silent bits, silent sections, silent spots, breaks in speech, empty parts, long pause, dead time,
awkward silences, awkward silence, blank parts, hesitation pauses, lulls, quiet sections,
silent gaps, silent moments, quiet moments, dead spots, silent passages, silent stretches,
quiet stretches, quiet passages, empty spots, empty air, empty space, blank spots, blanks,
awkward pause, awkward pauses, awkward gaps, stretches of silence, bits of silence,
periods of silence, moments of silence, breaths between sentences, bits where nobody talks,
bits where nobody speaks, bits where no one talks, parts where nobody talks,
parts where nobody speaks, parts where no one talks, parts where no one speaks,
parts where nobody is talking, parts where no one is talking, bits where nobody is talking,
bits where nothing is said, parts where nothing is said, where nobody talks, where nobody speaks,
where no one speaks, where no one talks, where nobody says anything, where nothing is said,
where nothing happens, hesitant gaps, breathing spaces, silences between words, waits, down time,
downtime
停顿, 静默, 空白, 沉默, 静音部分, 静音片段, 静音段, 空隙, 冷场, 无声部分, 无声片段, 空白部分,
没声音的地方, 没人说话的地方, 没有声音的地方, 没有声音的部分, 没人说话的部分, 停顿部分,
没说话的地方, 无声的部分, 安静的部分, 停顿的地方, 间隙, 静音的部分, 静音的地方, 空档, 卡顿,
没声音的部分, 没人说话的空白, 没有人说话的地方, 没说话的部分, 没说话的空白, 没声的地方,
没声的部分, 无声段落, 无声段, 无声处, 静音处, 沉默的地方, 沉默的部分, 沉默片段, 安静的地方,
空白段, 空白处, 空白片段, 空白的部分, 空白的地方, 空白时间, 停顿处, 停顿时间, 长停顿, 气口,
不说话的地方, 不说话的部分, 不说话的时候, 没讲话的地方, 没人讲话的地方, 没人讲话的部分, 静默片段,
静默部分, 停顿空白, 没有人声的地方, 没有人声的部分

[silences verb]
silence

[fillers]
filler words, fillers, filler, filler sounds, hesitations, verbal tics, filler word, disfluencies,
crutch words, verbal fillers, hesitation words, hesitation sounds, stumbles, filler noises,
hems and haws, hemming and hawing, umming and ahing, umming, speech fillers, stammers, stammering,
stutters, stuttering, verbal crutches, filler phrases, meaningless words, empty words, vocal tics,
hesitating sounds, ah's, hesitation noises
嗯、啊, 啊、嗯, 嗯、呃、啊, 嗯、啊、呃, 嗯和啊,
口头禅, 语气词, 填充词, 嗯嗯啊啊, 口头语, 废话词, 赘词, 嗯啊, 语气助词, 口癖, 水词, 嗯啊之类,
嗯嗯呃呃, 嗯啊这些, 啊嗯, 语气词们, 卡壳词, 填充音, 口吃, 结巴, 嗯哼, 口头禅们, 口水词, 口水话,
废话口头禅, 无意义的词, 没意义的词, 口癖词, 停顿词, 犹豫词, 赘语, 冗词

[filler um]
um, ums, umm, umms, um's, ummm

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

[filler 啊]
啊啊

[repeats]
repeated takes, repeats, repeated, repetitions, duplicate takes, duplicates, duplicated, retakes,
false starts, bad takes, double takes, repeated sentences, repeated lines, repeated parts,
repetition, multiple takes, takes, said twice, says twice, repeated phrases, repeated attempts,
duplicate lines, duplicate sentences, failed takes, several takes, redundant takes, duplicate,
repeat myself, flubbed takes, botched takes, repeated bits, said several times, repeated take,
retake, ng, said more than once, says more than once, more than once, repeating, repeats himself,
repeats herself, repeat themselves, repeated himself, repeated herself, repeated myself,
repeating myself, repeating himself, repeating herself, repeats the same thing, repeated sentence,
repeated line, repeated phrase, restarted sentences, redone lines, redone sentences, do overs,
do-overs, second attempts, repeated words, say the same thing twice, says the same thing twice,
said the same thing twice, said again, same sentence again, same thing twice, same line twice,
same line again, same thing again, double sentences, doubled sentences, doubled lines,
stumbled takes, flubs, flubbed lines, bloopers, outtakes, fluffed lines, botched attempts,
messed up takes, messed-up takes, failed attempts, earlier takes, earlier attempts,
duplicated takes, duplicated sentences, duplicated lines, last take, final take, best take,
good take, final take of each, the final take of each, the final take, the best take,
the best take of each, best take of each, last take of each, the last take,
last version of each, last attempt, last try
重复, 重复的, 重复说的, 重复的部分, 重复内容, 重复的话, 重复的句子, 重说的, 说了两遍, 重复录的,
重录的, 说重的, 重复的内容, 口误重说, 重复片段, 几遍, 多遍, 说错重来的, 好几遍, 重复的镜头,
ng镜头, 废镜头, 重复段落, 说了几遍, 重复说过的, 重复说的话, 重复的那些, 重复的地方, 重复的段落,
重复句子, 重复句, 重复部分, 重录, 重说, 说错重来, 说错重说, 说错又重来, 说错了又重说, 口误重来,
反复说的, 反复说, 说过两遍, 说过好几遍, 说了两次, 说了好几遍, 说了好几次, 说了三遍, 同一句话说了,
同一句话, 同样的话, 一样的话, 同一句, 说了多次, 说了多遍, 多次重复, 重新说的, 失败的镜头,
失败的几遍, 失败的那些, 口误的地方, 口误, 说错的, 说错了重来

[title the]
the title, my title, this title, that title, the heading, my heading, the headline, my headline,
the lower third, the text overlay, the title card, the banner, the title text, the opening title

[title end]
end card, end title, the end card, the end title, closing title, closing card, the closing title,
the closing card, end screen, the end screen, outro title, outro text
片尾字卡, 结束字卡, 结尾标题, 片尾标题

[title]
caption card, caption cards, title, titles, heading, headline, lower third, name tag, text overlay,
text, title card,
words on screen, chyron, nameplate, super, on screen text, text box, banner, subtitle text,
intro text, tagline, captioned title, subtitle title, title text, opening title,
on-screen title, lower-third, name strap, strapline, name card, intro title, header, banner text,
credit, heading text, on-screen text, titlecard, opening card, words on the screen,
text on screen, text on the screen, overlay text
标题, 文字, 字样, 片头文字, 大标题, 人名条, 名牌, 字条, 文本, 片名, 题目, 花字, 人名, 片头标题,
文字标题, 标题栏, 标题字, 大字标题, 片尾文字, 片尾标题, 开场标题, 字幕条, 姓名条, 人名牌, 标语,
大标题字, 标题卡, 一行字, 几个字, 一行文字, 一段文字, 标题文字

[captions]
captions text, caption text, subtitle text, subtitles text, text of the captions,
text of the subtitles, 字幕文字, 字幕的文字, 字幕字体, 字幕的字体,
captions, caption, subtitles, subtitle, subs, sub titles, cc, closed captions, closed captioning,
captioning, captioned, subtitled, subtitling, captions track, subtitle track, caption track,
the cc, live captions, caption colour, caption color, subtitle colour, subtitle color,
captions colour, captions color, subtitles colour, subtitles color, caption size, subtitle size,
caption font, subtitle font
字幕, 软字幕, 对白字幕, 中文字幕, 英文字幕, 台词字幕, 字幕轨, 字幕条目, 全程字幕, 底部字幕,
画面字幕, 自动字幕, 对话字幕, 字幕颜色, 字幕的颜色, 字幕字体, 字幕字号, 字幕大小, 字幕的字号

[music]
music, song, soundtrack, bgm, background music, backing track, background track, score,
background song, background audio, theme song, track underneath, underscore, musical bed,
music bed, jingle, beat, tune, background tune, background sound, background score, backing music,
audio bed, the tunes, tunes, sound bed, music track, the beat, the track, background tracks, beats
音乐, 背景音乐, 配乐, 歌, 歌曲, 背景乐, 曲子, 伴奏, 背景音, 背景配乐, 音轨, 背景音乐声, 背景声,
bgm音乐, 音乐声, 垫乐, 配的音乐, 底乐, 背景曲

[speech]
speech, voice, voices, dialogue, dialog, talking, vocals, narration track, speaker's voice,
interview audio, her voice, his voice, my voice, their voice, their voices, the voice, her speech,
his speech, people's voices, speaking, spoken part, the talking, spoken voice,
the interview sound, the speaker, speaker, narrator's voice
人声, 说话声, 对白, 原声, 语音, 说话的声音, 说话的人, 讲话声, 人说话的声音, 她的声音, 他的声音,
我的声音, 他们的声音, 讲话的声音, 说话音量, 对话声, 人的声音, 采访声音, 嗓音, 原声音

[volume]
volume, loud, level of, levels, audio level, sound level, volume level, sound levels,
audio levels, audio volume, loudness of, gain, the levels, the level
音量, 声音大小, 声量, 音量大小, 响声, 声音的大小, 声音音量, 声音响度

[loudness]
loudness, normalize, normalise, normalized, normalised, normalization, normalisation, lufs, lkfs,
level the audio, level out the audio, even out the volume, even out the audio, loudness target,
level the sound, even out the sound, balance the audio levels, level out the sound,
even out the loudness, normalising, normalizing, levelled, loudness normalization,
loudness normalisation, loudness standard, loudness level, loudness target of,
audio normalization, mastering level, master it for, master the audio for, mastered
响度, 标准化, 音量标准化, 响度标准化, 归一化, 均衡音量, 音量统一, 统一音量, 响度归一, 音量均衡,
响度标准, 响度标准化到, 标准响度, 响度水平, 响度值, 响度目标, 音量归一化, 音量归一, 响度处理,
响度规范

[platform -14]
youtube, tiktok, tik tok, instagram, insta, reels, facebook, spotify, streaming, web, online,
social media, for the web, youtube's, linkedin, twitter, shorts, youtube standard, yt, ig,
insta reels, tik-tok, a reel, tiktoks, youtube video, snapchat, streaming platforms, social,
socials, vimeo, soundcloud
抖音, 油管, 哔哩哔哩, b站, 小红书, 网络, 快手, 视频号, 流媒体, 微博, youtube标准, 短视频,
短视频平台, 视频平台, 西瓜视频, 朋友圈, 哔哩, 网上, 社交平台, 社交媒体

[platform -16]
podcast, podcasts, podcasting, apple podcasts, podcast standard, a podcast, apple podcast
播客, 播客平台, 播客标准, 做播客, 音频节目

[platform -23]
broadcast, ebu, r 128, ebu r 128, tv, television, ebur 128, broadcast standard, ebu r128, r128,
r-128, broadcasting, the broadcaster, tv station, tv broadcast, for tv, ebu standard
广播, 广播标准, 电视, 电视台, 广电, 电视广播, 广播电视, 广播级, 广播级别, 欧洲广播标准, 电视播出,
播出标准, 电视标准, 电台

[speed 1]
normal speed, original speed, regular speed, usual speed, real speed, at normal speed,
back to normal speed, back to the normal speed, restore normal speed, restore the normal speed,
restore the original speed, back to the original speed, normal playback speed, real time,
the speed back to normal, speed back to normal, the speed to normal, speed to normal,
the speed back to 1x, the original pace, normal pace
原速, 正常速度, 恢复原速, 恢复正常速度, 原来的速度, 恢复原来的速度, 正常速度播放, 原速播放,
正常播放速度, 恢复速度, 速度恢复正常, 速度恢复, 速度还原, 速度调回正常, 速度改回正常, 速度变回正常,
速度调回来, 原本的速度

[speed]
speed, playback speed, pace, rate, as fast, time lapse, timelapse, the speed, tempo,
as slow, as slowly, as quickly, playback rate, play speed, as speedy, the tempo, the pace,
velocity
速度, 倍速, 播放速度, 速, 倍速播放, 播放速率, 速率, 播放的速度, 视频速度

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
half the speed, half speed, half as fast, halve the speed, twice as slow, half-speed,
half as quick, half as quickly, half of the speed, half its speed, half the usual speed,
half normal speed, half the normal speed
半速, 一半速度, 一半的速度, 一半速, 半倍速, 一半的速

[speed 2]
double speed, double the speed, twice as fast, twice the speed, two times speed,
two times as fast, double its speed, twice the normal speed, double the pace, twice as quick,
twice as quickly, double-speed, double normal speed, twice the pace, double the normal speed
两倍速, 双倍速, 二倍速, 两倍速度, 两倍的速度, 双倍速度, 快一倍, 加快一倍

[volume 0.5]
half the volume, half volume, half as loud, halve the volume, half its volume, half of the volume,
half as loud as it is now, half as loud as now, half as loud as it is, half as loud as it was,
half as loud as before, half the level, half the loudness, half-volume, half its level,
half as loudly
一半音量, 一半的音量, 音量减半, 一半的声音, 一半声音

[volume 2]
double the volume, twice as loud, twice the volume, double volume, twice as loudly,
double its volume, double as loud
两倍音量

[sound]
sound, audio, audio track, sounds
声音, 音频, 声, 声道

[image]
image, photo, still, logo, picture of, slide, screenshot, graphic, still image, a still,
picture file, pic, photograph, diagram, infographic, illustration, icon, slides, map image,
cover image
图片, 照片, 图, 静态图, 截图, 标志, 贴图, 图表, 示意图, 幻灯片, 插图, 图像文件, 图标, 照片文件,
一张图

[rest]
rest, the rest, everything else, all else, anything else, the other parts, all the rest,
remainder, the others, all other parts, everything other, the remaining, remaining parts,
what's left, the rest of it, the rest of the video, rest of the video, rest of it,
all of the rest, other stuff, all other stuff, all other sections, everything besides,
the other bits, other bits, all the other bits, all the other parts, the other sections,
other parts, other sections, the remaining parts, anything other than that,
everything other than that
其他的, 其余的, 其他, 其余, 剩下的, 别的, 剩余的, 其它, 其它的, 其他部分, 其余部分, 剩余部分,
剩下的部分, 剩余, 其他地方, 其他内容, 其他段落, 其他全部, 别的地方, 别的部分, 别的内容,
剩下的内容, 余下的, 余下, 剩余内容, 其余内容, 其余地方, 其它部分, 其它内容, 另外的部分

[steps]
edits, edit, steps, step, times, actions, action, operations, operation, cuts, things
步, 次, 步操作, 操作, 个操作, 次操作, 处修改, 个修改, 次修改

[all]
all, everything, every, any, entire, whole, all of, all the, each and every, anything, all of it,
throughout, the lot, entirely, the entire, the whole, overall, all over, all round, in full,
start to finish, from start to finish, from start to end, from beginning to end,
from the beginning to the end, from the start to the end, beginning to end, start to end
全部, 所有, 都, 一切, 整个, 凡是, 全都, 统统, 通通, 整体, 整, 全程, 全, 全片, 从头到尾, 自始至终,
通篇, 整部, 整条, 全部的, 所有的, 通片, 整个视频, 整段视频

[each]
each, each one, each of them, of each, every time, everywhere, each time, every occurrence,
every instance, each occurrence, each instance, all occurrences, all instances, wherever,
whenever it comes up, every time he says, every time she says, whenever he says,
whenever she says, every time i say, whenever i say, every time they say, every time someone says,
every time somebody says, wherever they turn up, wherever it turns up, whenever they turn up,
wherever they come up, whenever they come up, wherever it comes up, every time they come up,
wherever they occur, wherever they appear, wherever it appears, whenever someone says,
whenever they say, every mention of,
all mentions of
每个, 每处, 每段, 每一处, 每次, 各, 每一个, 每一次, 每当, 每一段, 各处, 每次说, 每次提到,
每次他说, 每次她说, 所有提到, 每一句

[words passage]
the sentence, sentence, where she says, where he says, where they say, where i say, where we say,
where it says, when she says, when he says, when they say, when i say, the bit where,
the part where, the section where, where somebody says, where someone says, the bit,
the part that says, the quote, when someone says, where ana says, the answer, the question,
the remark, the passage, i say, he says, she says, they say, we say, part where it's said,
where she mentions, where he mentions, where they mention, where i mention, where we mention,
she mentions, he mentions, they mention, i mention, mentions, when she mentions, when he mentions,
mention of, mention, where she talks about, where she goes, where he goes, when she goes,
when he goes, where she starts, where he starts, when he swears, when she swears, statement,
sentence that goes, sentence where, bit that goes, part that goes, phrases, lines, expression,
mentioning, where somebody mentions, where someone mentions, where she said, where he said,
where i said, where they said, she said, he said, i said, they said, when she said, when he said,
when i said, the bit about, where it goes, the comment, comment, joke, story, the joke, sentences,
the sentences,
curse word, swear word, swear words, curse words, swearing, expletive, the f word, clip where,
moment where, moment when, anything about
这句话, 这句, 那句, 那句话, 这段话, 他说, 她说, 我说, 这一句, 这几句, 句子, 说的, 他们说, 我们说,
这个词, 讲到, 讲, 说到, 这些词, 句, 提到, 说到的, 说的那句, 说的这句, 说的话, 讲的, 讲的那句,
提起, 念到, 聊到, 谈到, 提到的, 说起, 讲起, 那几句, 几句话, 句话, 说了, 讲了, 说出, 的那句,
的那句话, 的这句, 脏话, 骂人的话, 粗话, 那个词, 这几个词, 台词, 她说的, 他说的, 我说的, 她讲,
他讲, 我讲, 她提到, 他提到, 我提到, 她说到, 他说到, 句子是, 这两个字

[words]
phrase, line, words, the phrase, the line, saying, says, said, the word, word, quote, titled,
called, reading, that says, which says, that reads, which reads, speaker says, the speaker says,
the words
说, 的话, 词, 写着, 内容为, 叫, 字, 内容是, 这几个字, 那几个字, 字眼, 词语, 这个名字, 这些字,
两个字, 三个字, 四个字

[there]
there, over there, in there, in that part, in this part, in that bit, that part, that bit,
that section, that segment, that stretch, that passage, that range, that moment, that portion,
that piece, that spot, that period, that chunk, that scene, this part, this bit, this section,
this segment, this stretch, this passage, this range, this portion, this piece, those parts,
those bits, those sections, these parts, these bits, these sections, those seconds, these seconds,
same part, same bit, same section, same range, same stretch, same time, that time, during that,
in the meantime, within it, within that, for those, over those, same spot, same place, that place,
during it, in between there, for that part, same passage, same segment, that same part,
that same bit, that same section, that same stretch, those same seconds, in those, the same part,
the same bit, the same section, the same range, the same stretch, the same time, the same spot,
the same seconds, in it there
那段, 那一段, 那段里, 那部分, 那一部分, 那段时间, 这段时间, 在那里,
在那儿, 此处, 该段, 那几秒, 这几秒, 那些秒, 那一块, 那块,
那一截, 那截, 那个时间段, 这个时间段, 同一段, 同样的地方, 同一位置, 同时间段, 期间, 这期间,
那期间

[there spot]
那里, 那儿, 这里, 这儿, 那个地方, 那个位置, 这个位置, 这个地方, 那处, 该处, 这处

[there weak]
this clip
这段, 这一段, 这部分, 这一部分, 这个部分, 这块, 这截

[recording it]
it, this, that, them, these, those, its, one, ones, that plan, this plan, the plan, your plan
它, 它们, 这个, 这些, 那些, 那个, 他们

[recording clip]
clip, shot
片段, 镜头

[recording]
highlight version, highlights version, highlight reel, highlights reel, highlight video,
highlights video, highlight clip, uploads, my uploads, the uploads, uploaded files, uploaded clips,
uploaded videos, video,
interview, recording, footage, movie, film, timeline, project, file, part, section,
segment, bit, content, stuff, parts, bits, sections, segments, piece, passage, scene, chunk,
portion, range, clips, version, cut of, screen, frame of, mic, whole thing, thing, moment,
sequence, tape, presentation, talk, lecture, podcast episode, episode, main video, pieces,
portions, scenes, media, vid, vids, the vid, our video, footage itself, whole video, whole clip,
whole film, reel, bit of video, stretch, spot, passages, stretches, clip itself, shots,
recordings, whole recording, whole file, whole interview, whole movie, entire video, minute mark,
mark, final video, finished video, final result, result, output, end result
视频, 采访, 录音, 录像, 素材, 影片, 时间线, 项目, 文件, 部分, 段落, 内容, 片子, 段, 屏幕,
访谈, 地方, 时间段, 这几段, 一段, 成片, 原片, 主视频, 整个视频, 整部片子, 整条视频,
整个片子, 全部视频, 本视频, 正片, 这个视频, 这条视频, 这段视频, 这个片子, 这部片子, 这段录像,
这段采访, 这个采访, 那个视频, 这段素材, 时间点
"""

"""The phrases that are understood, in English and Chinese, side by side.

A section is a kind and its value; what stands in it means that. Phrases are in small letters and
simplified characters; a message is brought into them first. The longest phrase that fits wins, so
that a longer one takes the meaning from a shorter: “word for word” is not the format Word.
"""

PHRASES = """
[transcribe]
transcribe, transcribes, transcribed, transcribing, transcripe, transcibe, transribe, trancribe,
write down, write it down, write this down, write that down, note down, write out, type up,
put in writing, put into writing
转录, 转写, 听写, 听打, 识别语音, 语音识别, 写下来, 记下来

[transcribe text]
to text, into text, to written text, speech to text, voice to text, to words
转文字, 转成文字, 转为文字, 转换成文字, 转换为文字, 转化成文字, 转化为文字, 变成文字, 变为文字,
整理成文字, 弄成文字, 转文本, 转成文本, 转为文本, 转换成文本, 转换为文本

[transcript]
transcript, transcripts, transcription, transcriptions
文字稿, 文稿, 逐字稿, 转录稿, 听写稿, 转录结果, 转写结果, 转录文本, 转写文本, 转写文字, 文案

[quick_edit]
quick edit, quick edits, quick cut, fast edit
快速剪辑, 快剪, 快速编辑, 简单剪辑

[export]
export, exports, exporting, download, render, rendering, encode
导出, 汇出, 下载, 渲染, 输出

[deliver]
send, send me, save, deliver, give, give me, get me, hand me
给我, 发给我, 发我, 保存, 存成, 存为, 保存成, 保存为, 另存为

[give]
want, need, make, create, produce, generate, write, get, like, extract, prepare, provide
生成, 制作, 做, 做个, 做一个, 写, 写成, 提取, 提供, 想要, 需要, 来, 来个, 来一份, 出

[convert]
convert, converting, turn, change, transform, make this, make it
转换

[caption]
caption this, caption the, caption my, caption it, subtitle this, subtitle the, subtitle my,
subtitle it
加字幕, 加个字幕, 加上字幕, 添加字幕, 配字幕, 配上字幕, 上字幕, 打字幕, 打上字幕

[stop]
stop, cancel, abort, halt
停止, 取消, 中止, 终止, 停下, 停下来, 停一下

[format docx]
docx, doc, word, ms word, microsoft word, word document, word documents, word doc, word file,
word files, word format, the word document, the word documents, the word doc, the word file,
the word format, the word version
word文档, word文件, word格式, word版, word稿

[format txt]
txt, plain, plain text, plaintext, text file, text files, text only, text format, text version,
as text, as plain text, in text form, just the text, only the text, just text
纯文本, 文本, 文本文件, 文本格式, 纯文字, txt文件

[format md]
md, markdown
markdown文件, markdown格式

[format srt]
srt, subrip, srt file, srt subtitles
srt字幕, srt文件

[format vtt]
vtt, webvtt, web vtt, vtt file, vtt subtitles, webvtt subtitles, vtt captions
vtt字幕, vtt文件

[format json]
json, json file, time of every word, times of every word, time of each word, times of each word,
time for every word, times for every word, time for each word, word times, word timings,
word timestamps, word time stamps, word level timestamps, word level times, per word timestamps,
timestamps for every word, timestamps for each word, timestamp for every word,
timestamp for each word, timestamp of every word, timestamp of each word,
timestamps of every word, timestamp every word, every word's time, when every word is said
每个词的时间, 每个字的时间, 每个单词的时间, 每个词的时间戳, 每个字的时间戳, 每个单词的时间戳,
逐词时间, 逐字时间, 逐词时间戳, 逐字时间戳, 词级时间, 词级时间戳, 字级时间戳, 单词时间戳

[other]
the speakers, the word, the words, every word, each word, word by word

[subtitle srt]
subtitle, subtitles, subtitle file, subtitle files, subs
字幕, 字幕文件, 字幕档, 字幕档案

[subtitle vtt]
caption, captions, closed captions, caption file, caption files

[document]
document, documents, text document, text documents, as text document, as text documents
文档, 文字文档, 文本文档

[text]
text
文字

[all_formats]
all formats, every format, all the formats, all document formats, each format
所有格式, 全部格式, 各种格式, 每种格式

[unknown_format pdf]
pdf, a pdf, pdf file, pdf document
pdf文件, pdf文档

[unknown_format html]
html, web page, webpage
网页

[unknown_format rtf]
rtf

[unknown_format odt]
odt, open document

[unknown_format google docs]
google doc, google docs, google document

[unknown_format csv]
csv

[unknown_format xlsx]
xlsx, xls, excel, spreadsheet
表格

[unknown_format pptx]
pptx, ppt, powerpoint
幻灯片

[unknown_format epub]
epub

[unknown_format ass]
ssa, ass subtitles, ass file
ass字幕

[video]
video, videos, film, films, movie, movies, footage, clip
视频, 影片, 录像, 短片, 成片

[recording]
recording, recordings, interview, interviews, lecture, lectures, meeting, meetings, podcast,
speech, talk, call, voice memo, webinar, file, files
采访, 访谈, 会议, 讲座, 演讲, 播客, 文件, 档案

[recording audio]
audio, sound, audio track, soundtrack
录音, 音频, 声音, 音轨

[mp4]
mp4, mpeg4, mpeg 4, mp4 file, mp4 video
mp4文件, mp4视频, mp4格式

[unknown_video mov]
mov, quicktime, prores

[unknown_video webm]
webm

[unknown_video mkv]
mkv, matroska

[unknown_video avi]
avi

[unknown_video gif]
gif
动图

[unknown_video mp3]
mp3

[unknown_video wav]
wav

[unknown_video m4a]
m4a

[unknown_video edl]
edl, fcpxml, premiere xml, final cut xml

[resolution 1080p]
1080p, 1080, full hd, fullhd, fhd, hd, 1920x1080
高清, 全高清

[resolution 720p]
720p, 1280x720

[resolution over]
4k, 2k, 8k, uhd, 2160p, 1440p
超高清

[resolution under]
480p, 360p, 240p, 540p
标清

[resolution source]
source resolution, original resolution, same resolution, original size, original quality,
full resolution
原始分辨率, 原分辨率, 原画质, 原始画质

[quality fast]
fast, faster, quick, quickly, rapidly, roughly, rough, a rough, rough draft, draft quality,
quality = fast, as fast as you can, as fast as possible, as quickly as you can,
as quickly as possible
快点, 快一点, 快些, 尽快, 快速, 迅速, 粗略, 大概, 草稿, 越快越好

[quality balanced]
balanced, quality = balanced, normal quality
质量 = balanced

[quality best]
exact, exactly, accurate, accurately, precise, precisely, careful, carefully, thoroughly,
word for word, verbatim, best quality, highest quality, high quality, quality = best,
quality = high, most accurate, highest accuracy, best accuracy, as exactly as you can,
as exactly as possible, as accurately as you can, as accurately as possible,
as accurate as you can, as accurate as possible, as exact as possible, as precisely as you can,
as precisely as possible, as carefully as you can
准确, 准确点, 准确一点, 准确些, 尽量准确, 最准确, 精确, 精准, 最准, 仔细, 仔细点, 认真, 最好质量,
高质量, 最高质量, 一字不差, 一字不漏

[speakers]
speakers, speaker labels, speaker names, diarize, diarise, diarization, who said what,
who is speaking, tell speakers apart, tell the speakers apart, by speaker, with the speakers
说话人, 区分说话人, 分清说话人, 发言人, 谁说了什么, 谁说的

[all]
all, all of them, both, both of them, everything, all files, every file, all recordings,
all videos, each of them
全部, 所有, 都, 两个都, 所有文件, 全部文件, 每个

[translate]
translate, translates, translated, translating, translation, dub, dubbed
翻译, 译成, 翻成, 译为, 翻译成, 翻译为, 配音

[edit]
edit, rough cut, cut, cuts, cutting, trim, trimming, crop, rotate, shorten, shorter, remove,
delete, split, merge, join, speed up, slow down, mute, blur, fade, zoom, add music,
background music, music, bgm, add a title, add title, transitions, add effects, effects,
filter, voiceover, colour grade, color grade, stabilise, stabilize, sound effects
剪, 剪辑, 剪掉, 剪短, 剪成, 裁剪, 裁掉, 删, 删除, 删掉, 去掉, 去除, 缩短, 拼接, 合并, 加速, 减速,
变速, 静音, 加音乐, 音乐, 配乐, 背景音乐, 加标题, 特效, 滤镜, 转场, 旋转, 编辑

[burn]
burn, burned, burnt, burn in, burned in, burnt in, hard coded, hardcoded, hardcode, hardsub,
hardsubs, hard subs, open captions, open caption
烧录, 烧进, 烧入, 硬字幕, 压制, 压进

[read]
summary, summarise, summarize, summarizing, summarising, search, find, look for, quote, read,
show, explain, analyse, analyze, key points, main points, open, check, mentions, mention,
meeting minutes
总结, 概括, 摘要, 搜索, 查找, 找, 找出, 找到, 念, 提到, 显示, 看看, 查看, 分析, 要点, 打开,
会议纪要, 纪要

[read said]
what did, what does, what was said, who said
说了什么, 讲了什么, 说了啥, 讲了啥

[question]
what, what's, where, which, who, when, why, how, how's, is, is it, is the, is this, isn't, are,
are the, was, were, did, does, do you, has, has it, have you

[asked]
how long, how much longer, when will, is it done, is it ready, are you done, status of, progress of
多久, 多长时间, 多少, 怎么, 怎样, 怎么样, 如何, 什么时候, 为什么, 好了吗, 好了没, 了吗, 了没,
完成了吗, 到哪了, 进度, 状态, 哪里, 几点

[negation]
no, not, don't, dont, do not, doesn't, didn't, never, without, w/o, skip, omit,
leave out, instead of, rather than, needn't, won't, shouldn't, avoid, off, turn off, hold off
不, 不要, 不用, 不必, 不需要, 不想, 不想要, 不是, 不要有, 别, 先别, 先不, 先不要, 无, 无需, 没,
没有, 勿, 请勿, 而不是, 关闭, 关掉, 不带, 不含, 不加

[negation except]
except, except for, excluding, minus, other than, apart from, all but
除了, 除

[other]
not only, not just, don't forget, do not forget, why not, why don't you, why don't we,
no problem, no rush, no hurry, don't worry, can't you, won't you, couldn't you, or not, if not,
no matter, not sure, how about, what about, non stop, full stop, stop motion, bus stop,
do you mind, would you mind, is it possible, is there a way, hi, hello, hey, thanks, thank you,
what is said, what was said in it
不只, 不只是, 不但, 不仅, 不仅仅, 不光, 别忘了, 别忘, 没问题, 没关系, 不急, 别急, 能不能,
可不可以, 是不是, 要不要, 好不好, 行不行, 会不会, 不好意思, 不妨, 何不, 为什么不, 不知道, 谢谢

[positive]
only, just, instead, rather, please, i want, i need, i'd like, i would like, yes
只, 只要, 只需, 只需要, 只用, 就要, 仅, 仅要, 请, 要, 我要, 我想要, 需要的是, 而是, 是,
请把, 改成, 还要, 还需要, 也要, 再要

[to]
to, into, as, to be
成, 为, 转, 转成, 转为, 转换成, 转换为, 变成, 做成, 作为, 到

[of]
of, for, from

[with]
with, having, including, includes, that has, which has
带, 带有, 带上, 含, 含有, 有, 附, 附带, 包含

[add]
add, put, adding, attach
加, 加上, 添加, 配上, 放上

[and]
and, plus, also, as well as, along with, together with, and also, and then, too
和, 及, 以及, 还有, 与, 并, 并且, 跟, 另外, 也, 再

[or]
or, nor
或, 或者, 还是

[break]
but, then, so, because, since, after that, afterwards
但, 但是, 不过, 然后, 之后, 接着, 因为, 所以

[this]
this, that, these, those, the, my, our, your, his, her, their
这, 这个, 这段, 这些, 那个, 那段, 该, 此, 我的, 把, 将

[filler]
a, an, any, me, it, it's, its, them, in, some, more, other, others, using, use, be, been, being,
start, begin, do, format, formats, format =, formats =, you, i, us, we, he, she, they, language,
languages, separate, extra, can, could, would, will, kindly, needed, required, necessary, yet, now,
for me, is in, speak, speaks, spoken, speaking, version, quality, on, at, one, ones, again, here,
there, let, let's, new, mode, redo, repeat, run, try, retry, =, also as, dialogue, dialog, content
它, 他, 的, 了, 吧, 呢, 啊, 吗, 用, 一, 一下, 一份, 一个, 份, 个, 我, 你, 帮我, 帮, 里,
里面, 中, 说, 讲, 说的是, 讲的是, 语言, 格式, 格式 =, 就, 行, 就行, 就好, 好, 也行,
可以, 能, 想, 那, 对话, 内容

[language_is]
language =, lang =
语言 =
"""

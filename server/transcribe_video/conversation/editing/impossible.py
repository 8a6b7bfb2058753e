"""The words for what no editor on this machine can do, each under its name; and vague wishes."""

from typing import Final

IMPOSSIBLE: Final = """
[impossible generate_video]
drone shot, stock footage, b roll of, ai video, generate a video, create a video of,
generate a clip, animation of, generate footage, stock video, ai footage, generate a scene,
animate, deepfake, stock clips, make a drone shot, generate some footage, generate a shot,
generate a clip of, ai generated video, generate b roll, b-roll, generate video, create footage,
create some footage, create an animation, animated intro, animated, make an animation, film a,
generate footage of, ai footage of, generate a drone shot, drone footage, aerial shot,
aerial footage, aerial view, ai clip, generate an intro, generate an outro, generate the intro
航拍镜头, 生成视频, 生成一段视频, 生成一个视频, 空镜, 素材库, 生成一个镜头,
动画, 生成一个片头, 生成片头, 生成一段片头, 航拍, 做个动画, 动画片头, ai视频, 生成画面,
生成一段画面, 生成一些画面, 生成一段航拍, 生成个视频, 生成镜头, 补一段画面, 补拍

[impossible generate]
generate, make up, synthesize, synthesise, ai generate, ai generated
生成, 合成一段, 生成一段, 用ai生成, ai生成, 用ai生成一段, ai生成一段

[impossible generate_image]
generate an image, draw, ai image, generate a picture, create a thumbnail, generate a thumbnail,
make a thumbnail, generate a logo, make an image, create an image, create a picture,
make a poster, create a poster, thumbnail, generate a photo, draw a, draw me, design a logo,
make a logo, create a logo, generate art, ai picture, generate some images, generate images,
generate pictures
生成图片, 画一张, 生成一张, 封面图, 生成封面, 画一个, 生成一张封面图, 生成一张封面, 生成封面图,
做封面, 做一张封面, 做个封面, 设计封面, 设计一个, 生成一幅, 生成图像, ai图片, 做海报, 生成海报,
缩略图, 设计一张

[impossible generate_music]
generate music, compose, generate a song, ai music, compose a song, generate a soundtrack,
make me music, make some music, make music for, write a song, write music, make up a song,
create a song, create music, create some music, produce a beat, generate a beat, make a beat,
generate some music,
generate background music, generate a tune, generate a melody, sing, generate a jingle
生成音乐, 作曲, 谱曲, 写一首, 生成一段音乐, 生成一首, 生成背景音乐, 生成配乐, 作一首, 编曲,
写首歌, 作首歌, 创作音乐, 创作一首, 生成一首歌, 谱一曲

[impossible voice]
voiceover, voice over, narration, dub, dubbing, text to speech, tts, ai voice, clone my voice,
voice clone, narrate, narrator, read it aloud, clone, synthetic voice, robot voice,
change my voice, voice changer, sound like, voice clone of, voice-over, voiceovers, cloned voice,
change his voice, change her voice, ai narrator, ai narration, ai speech, generate a voice,
generate speech, generate a voiceover, fake voice, deepen my voice, deeper voice, make her say,
make him say, make me say, speak in a, change the voice, auto tune, autotune, say it in a,
someone else's voice, in the voice of, with the voice of, celebrity voice,
her voice clone, another voice, different voice, put words in, re record,
rerecord, record a voice
旁白, 配音, 朗读, 语音合成, 克隆声音, 解说, 变声, 念出来, 换个声音, 画外音, 克隆她的声音,
克隆他的声音, 克隆我的声音, 克隆, 补录, 补录一句, ai配音, ai声音, 合成语音, 生成语音, 生成声音,
生成旁白, 男声, 女声, 机器人声音, 变音, 模仿他的声音, 模仿她的声音, 模仿, 换声音, 用她的声音,
用他的声音, 重新配音, 录一段旁白

[impossible translate]
translate, translated, translation, in spanish, in french, in german, in chinese, into english,
into spanish, into french, into german, into chinese, into japanese, in japanese, bilingual,
in italian, into italian, in portuguese, into portuguese, in russian, into russian, in korean,
into korean, in arabic, into arabic, in hindi, into hindi, to spanish, to french, to german,
to japanese, to korean, to mandarin, into mandarin, in mandarin, into another language,
in another language, speak spanish, speak french, speak german, speak chinese, speak english,
other language, translating, spanish subtitles, french subtitles, german subtitles,
chinese subtitles, dual language, lip sync
翻译, 译成, 翻成, 双语字幕, 双语, 翻译成, 翻译字幕, 翻译成英文, 英文翻译, 中英双语, 中英字幕,
译文, 译制, 转成英文, 转成中文, 转换成英文, 换成英文, 换成中文, 日文版, 对口型, 口型, 西班牙语,
法语, 德语, 日语, 韩语, 俄语, 意大利语, 葡萄牙语, 阿拉伯语, 日文字幕, 韩文字幕

[impossible color]
color grade, colour grade, color correct, colour correct, brighten, darken, brighter, darker,
saturation, white balance, colour grading, color grading, contrast, sepia, black and white,
exposure, warmer, cooler tone, colours, colors, lut, colour correction, color correction,
grayscale, greyscale, vintage look, colour, color, brightness, cinematic look, monochrome,
colour balance, color balance, more vivid, vivid, hue, more saturated, desaturate, desaturated,
tone of the picture, b&w, b & w, b/w, overexposed, underexposed, sharpen, sharper, sharpness,
hdr look, teal and orange, vignette, more contrast, colour graded, color graded, lighting,
light up the scene, skin tone, warm tone, warm tones, lighten, colour filter, color filter
调色, 色彩, 亮度, 对比度, 饱和度, 黑白, 滤镜, 变亮, 变暗, 白平衡, 亮一点, 暗一点, 色调, 提亮,
曝光, 复古, 颜色, 调亮, 调暗, 鲜艳, 更鲜艳, 冷色, 暖色, 暖色调, 冷色调, 锐化, 清晰些, 更清晰,
色温, 光线, 美颜, 磨皮, 肤色, 画面亮一点, 画面暗一点, 画面亮, 画面调亮, 画面调暗, 电影感,
色彩校正, 灰度, 单色

[impossible blur]
blur, pixelate, pixelated, mosaic, blurred, blur out, anonymize, anonymise, blur the, blurring,
censor his face, censor her face, hide his face, hide her face, hide the face, hide my face,
cover his face, cover her face, black out the face, unblur
模糊, 打码, 马赛克, 打马赛克, 模糊掉, 虚化, 遮住脸, 遮脸, 遮挡, 打码处理, 打个码, 打个马赛克,
加马赛克, 加个马赛克, 遮一下脸, 挡住脸, 遮住

[impossible stabilize]
stabilize, stabilise, stabilization, shaky, steady the, shakiness, jittery, less shaky,
handheld shake, steady it, stabilizer
防抖, 稳定画面, 去抖动, 消除抖动, 抖动, 增稳, 防抖处理, 去抖, 稳定一下, 画面稳定, 不抖, 稳一点,
稳定

[impossible denoise]
background noise, denoise, noise reduction, remove noise, hiss, hum, noise, echo, reverb,
wind noise, enhance the audio, clean up the audio, de noise, remove the echo, noisy,
background noises, hissing, humming, reverberation, echoes, echoey, buzz, buzzing, room noise,
air conditioner, traffic noise, noise removal, noise suppression, crackle, crackling,
pops and clicks, room tone, audio cleanup, isolate the voice, isolate the vocals, ambient noise,
street noise, mic noise
降噪, 噪音, 杂音, 底噪, 回声, 混响, 噪声, 风声, 去噪, 去噪音, 消噪, 降杂音, 嘈杂声, 环境音,
环境噪声, 背景噪音, 背景噪声, 背景杂音, 电流声, 嗡嗡声, 空调声, 回音, 混响声, 喷麦, 爆音, 车声

[impossible transition]
transition, transitions, crossfade, cross fade, cross dissolve, crossfades, wipe, wipes,
dissolves, transition effect, transition effects, fade between clips, crossfading, whip pan,
cross-fade, page turn, slide transition, smooth cut between, a swipe, swipe
转场, 叠化, 交叉淡化, 转场效果, 转场特效, 过渡效果, 过渡, 擦除, 溶解, 闪白, 叠画

[impossible rotate]
rotate, flip, mirror, upside down, flipped, rotated, turn it around 90, turn it 90,
turn 90 degrees, 90 degrees, 180 degrees, sideways, mirrored, mirroring, flip it, flipping,
turn upside down, rotating, right way up, straighten, level the horizon
旋转, 翻转, 镜像, 倒过来, 转90度, 旋转90度, 顺时针, 逆时针, 左右翻转, 上下翻转, 镜面, 左右颠倒,
上下颠倒, 颠倒, 摆正, 转正, 90度, 180度, 水平翻转, 垂直翻转

[impossible background]
green screen, chroma key, greenscreen, virtual background, new background, different background,
replace the wall, replace the sky, change the wall, change the sky, wall behind, behind him with,
behind her with, behind me with, behind them with, beach background, another background,
transparent background, greenscreen background, the background with, background with,
remove the background from, remove the background behind, different backdrop, backdrop
绿幕, 抠像, 换背景, 替换背景, 背景替换, 抠图, 换个背景, 换成海滩, 换一个背景, 背景换成, 背景改成,
背景变成, 虚拟背景, 背景虚化, 换天空

[impossible reverse]
reverse, backwards, play backwards, in reverse, reversed, reversing, rewind effect,
play it backwards, play in reverse, run backwards, backwards playback
倒放, 反向播放, 倒着放, 反着放, 倒过来放, 倒着播, 逆向播放, 反转播放, 倒播, 反向

[impossible zoom]
zoom, zoom in, zoom out, ken burns, pan, picture in picture, split screen, pip, zooming, zoomed,
zoom into, zoom on, close up on, close-up of, punch in on, pan across, panning, dolly,
picture-in-picture, side by side, splitscreen, split-screen, inset, magnify, enlarge his,
enlarge her, camera movement, follow his face, follow her face, track his face
推近, 拉远, 缩放镜头, 画中画, 推镜头, 拉镜头, 分屏, 放大画面, 画面放大, 放大他, 放大她, 镜头推近,
镜头拉远, 推进镜头, 放大到脸, 拉近, 拉近镜头, 平移镜头, 左右分屏, 双画面, 放大人脸

[impossible effect]
special effect, special effects, vfx, lens flare, sound effect, sound effects, confetti, emoji,
emojis, stickers, sticker, sfx, visual effects, glitch, explosion, freeze frame, freeze,
special fx, fx, sparkles, fireworks, snow effect, rain effect, film grain, old film, film look,
retro effect, vhs, vhs effect, bokeh, particles, lens effects, shake effect, comic effect,
slow zoom effect, whoosh, whooshes, applause sound, laugh track, ding sound, beauty filter,
filters, cartoon effect, cartoon, progress bar, countdown timer, an arrow, draw an arrow,
arrow, arrows, red arrow, circle around, spotlight on
特效, 音效, 表情包, 贴纸, 定格, 特技, 胶片特效, 胶片效果, 滤镜特效, 动效, 光效, 粒子, 烟花, 雪花,
下雪, 老电影效果, 老电影特效, 复古效果, 弹幕, 音效声, 掌声, 笑声音效, 罐头笑声, 抖动特效, 箭头,
进度条, 倒计时, 卡通, 卡通效果, 动画效果, 美颜特效

[impossible object]
watermark, coffee mug, mug on, coffee cup, remove the person, remove the man, remove the woman,
remove him from, remove her from, remove the guy, remove the mic, erase the person,
remove the logo from, remove the object, remove objects, object removal, remove the brand,
photobomber, lamp behind, remove the car, remove the microphone, remove the passer by,
remove the people, people in the background, person in the background, guy in the background,
man in the background, woman in the background, stain, pimple, wrinkles, inpaint, his glasses,
her glasses, change his shirt, change her shirt, his shirt, her shirt, my shirt, change his hair,
hair colour, hair color, swap his face, swap faces, face swap, his face, her face, my face,
change the weather
去水印, 水印, 去掉路人, 路人, 抹掉路人, 擦掉, p掉, 去除物体, 把杯子, 桌上的杯子, 杯子去掉,
去掉杯子, 换脸, 换衣服, 换头, 背景里的人, 后面的人, 后面那个人, 换发型, 瘦脸, 瘦身

[impossible record]
record my screen, screen record, record a video, film me, record my, record another, record a new,
record me, reshoot, re-shoot, film another, film it again, retake the shot, shoot another
录屏, 录制, 重新拍, 重拍, 补拍一段, 录一段, 重新录, 录个, 拍一段, 拍个

[improve]
look better, look nicer, better, improve, improve it, nicer, more engaging, engaging,
more professional, professional, punchier, punchy, snappier, snappy, jazz up, polish, spruce up,
clean it up, make it shine, more interesting, interesting, more fun, do your magic, more dynamic,
dynamic, tidy up, tidy, edit it nicely, edit the video, edit this video, edit it, edit this,
less boring, boring, cooler, awesome, enhance, beautiful, make it good, viral, make it pop,
cinematic, flow better, cleaner, clean up, more exciting, exciting, spice up, spice it up,
make it shorter, shorter, a rough cut, rough cut, wow, what do you suggest, any suggestions,
suggestions, suggest something, best parts, highlight reel, highlights, smoother, more energetic,
more lively, livelier, make it tight, tighter, more polished, polished, surprise me, fix it up,
fix it, catchy, more catchy, pro, sleek, a nice edit, look good, look great, look amazing,
amazing, great looking, more watchable, watchable, more attractive, snazzier, flashier,
more impactful, hit harder, zing, oomph, more oomph, work your magic, your thing, do your thing,
do something with it, do something about it, elevate, level up, up a notch, step it up,
next level, look pro, look professional, feel professional, feel more professional,
more cinematic, more upbeat, upbeat, grab attention, grab people's attention, eye catching,
eye-catching, attention grabbing, more compelling, compelling, captivating, more captivating,
hold attention, more appealing, appealing, prettier, fancier, fancy, classier, classy, sexier,
fresher, freshen up, liven up, liven it up, pep up, perk up, bring it to life, brush up, touch up,
clean it all up, make it work, work better, easier to watch, more concise, concise, smarten up,
sharpen it up, perfect it, best version, good looking, nice edit, quick edit, basic edit,
edit for me, whatever you think, what you think is best, up to you, your call, you decide,
as you see fit, use your judgment, use your judgement, improvements, improvement, recommend,
recommendations, any ideas, what can you do, what could be better, less flat, less dull,
not so boring, slick, slicker, high quality, premium, wow factor, worth watching
好看, 更好看, 好看一点, 好看点, 优化, 优化一下, 更有吸引力, 吸引人, 更专业, 专业一点, 专业, 精彩,
有意思, 有趣, 高级感, 剪辑一下, 帮我剪辑, 美化, 润色, 更精彩, 有节奏, 节奏感, 短一点, 更短,
随便剪剪, 剪好看, 高级, 紧凑, 剪得好看, 提升, 炫一点, 炫酷, 酷一点, 紧一点, 大气, 精致, 更好,
好一点, 改进, 完善, 质感, 流畅, 精华, 精彩片段, 高光, 生动, 活泼, 剪辑, 有什么建议, 建议, 舒服,
剪好点, 精彩些, 精彩一点, 更精彩些, 好看些, 更好看些, 吸引人一点, 更吸引人, 有吸引力, 更有意思,
有意思一点, 更有趣, 有趣一点, 更生动, 生动一点, 更生动些, 更活泼, 活泼一点, 更紧凑, 紧凑一点,
紧凑些, 更流畅, 流畅一点, 流畅些, 更高级, 高级一点, 高级些, 专业些, 更专业些, 更炫, 更酷, 抓人,
抓眼球, 更抓人, 弄好看, 弄漂亮, 漂亮点, 漂亮一点, 更漂亮, 更完美, 弄好一点, 做好一点, 好一些,
更棒, 棒一点, 更出彩, 出彩, 更有感觉, 更有氛围, 氛围感, 有氛围, 更有质感, 更有节奏感, 节奏快一点,
节奏紧凑, 包装一下, 提升一下, 改善, 改善一下, 改进一下, 完善一下, 润色一下, 打磨, 打磨一下,
修一修, 修饰, 你看着办, 看着弄, 看着剪, 看着改, 你来决定, 你决定, 你说了算, 自由发挥,
怎么改比较好, 怎么剪好, 怎么剪比较好, 不那么无聊, 不那么平淡, 别那么枯燥, 更短一些, 短一些, 短点,
更简洁, 简洁, 精炼, 精简, 精简一下, 更有冲击力, 冲击力, 燃一点, 更燃, 大片感
"""

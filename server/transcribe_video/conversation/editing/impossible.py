"""The words for what no editor on this machine can do, each under its name; and vague wishes."""

from typing import Final

IMPOSSIBLE: Final = """
[impossible generate_video]
drone shot, stock footage, b roll of, ai video, generate a video, create a video of,
generate a clip, animation of, generate footage, stock video, ai footage, generate a scene,
animate, deepfake, stock clips
航拍镜头, 生成视频, 生成一段视频, 生成一个视频, 生成一段, 用ai生成, 空镜, 素材库, 生成一个镜头,
动画

[impossible generate_image]
generate an image, draw, ai image, generate a picture, create a thumbnail, generate a thumbnail,
make a thumbnail, generate a logo
生成图片, 画一张, 生成一张, 封面图, 生成封面, 画一个

[impossible generate_music]
generate music, compose, generate a song, ai music, compose a song, generate a soundtrack
生成音乐, 作曲, 谱曲, 写一首

[impossible voice]
voiceover, voice over, narration, dub, dubbing, text to speech, tts, ai voice, clone my voice,
voice clone, narrate, narrator, read it aloud, clone, synthetic voice, robot voice,
change my voice, voice changer, sound like
旁白, 配音, 朗读, 语音合成, 克隆声音, 解说, 变声, 念出来, 换个声音, 画外音

[impossible translate]
translate, translated, translation, in spanish, in french, in german, in chinese, into english,
into spanish, into french, into german, into chinese, into japanese, in japanese, bilingual
翻译, 译成, 翻成, 双语字幕, 双语, 翻译成

[impossible color]
color grade, colour grade, color correct, colour correct, brighten, darken, brighter, darker,
saturation, white balance, colour grading, color grading, contrast, sepia, black and white,
exposure, warmer, cooler tone, colours, colors, lut, colour correction, color correction,
grayscale, greyscale, vintage look, colour, color, brightness, cinematic look, monochrome
调色, 色彩, 亮度, 对比度, 饱和度, 黑白, 滤镜, 变亮, 变暗, 白平衡, 亮一点, 暗一点, 色调, 提亮,
曝光, 复古, 颜色

[impossible blur]
blur, pixelate, pixelated, mosaic, blurred, blur out, anonymize, anonymise
模糊, 打码, 马赛克, 打马赛克

[impossible stabilize]
stabilize, stabilise, stabilization, shaky, steady the
防抖, 稳定画面, 去抖动, 消除抖动, 抖动, 增稳

[impossible denoise]
background noise, denoise, noise reduction, remove noise, hiss, hum, noise, echo, reverb,
wind noise, enhance the audio, clean up the audio, de noise, remove the echo, noisy
降噪, 噪音, 杂音, 底噪, 回声, 混响, 噪声, 风声

[impossible transition]
transition, transitions, crossfade, cross fade, cross dissolve, crossfades, wipe, wipes,
dissolves
转场, 叠化, 交叉淡化

[impossible rotate]
rotate, flip, mirror, upside down, flipped, rotated
旋转, 翻转, 镜像, 倒过来

[impossible background]
green screen, chroma key, remove the background, replace the background, greenscreen,
virtual background, new background
绿幕, 抠像, 换背景, 替换背景, 背景替换

[impossible reverse]
reverse, backwards, play backwards, in reverse
倒放, 反向播放

[impossible zoom]
zoom, zoom in, zoom out, ken burns, pan, picture in picture, split screen, pip
推近, 拉远, 缩放镜头, 画中画, 推镜头, 拉镜头, 分屏

[impossible effect]
special effect, special effects, vfx, lens flare, sound effect, sound effects, confetti, emoji,
emojis, stickers, sticker, sfx, visual effects, glitch, explosion, freeze frame, freeze
特效, 音效, 表情包, 贴纸, 定格

[impossible record]
record my screen, screen record, record a video, film me
录屏, 录制

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
amazing, great looking, more watchable, watchable
好看, 更好看, 好看一点, 好看点, 优化, 优化一下, 更有吸引力, 吸引人, 更专业, 专业一点, 专业, 精彩,
有意思, 有趣, 高级感, 剪辑一下, 帮我剪辑, 美化, 润色, 更精彩, 有节奏, 节奏感, 短一点, 更短,
随便剪剪, 剪好看, 高级, 紧凑, 剪得好看, 提升, 炫一点, 炫酷, 酷一点, 紧一点, 大气, 精致, 更好,
好一点, 改进, 完善, 质感, 流畅, 精华, 精彩片段, 高光, 生动, 活泼, 剪辑, 有什么建议, 建议, 舒服
"""

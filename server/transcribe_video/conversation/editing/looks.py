"""The words for how a picture and what is written on it shall look, under their signs."""

from typing import Final

LOOKS: Final = """
[picture]
picture, video only, image only, visuals, the visual, the pictures, video track, visual,
the visuals, picture itself, video picture, video image
画面, 图像, 黑场, 黑屏, 影像, 视频画面, 图像画面, 画面部分

[color white]
white, in white
白色, 白字, 白的, 白色字, 白色的, 纯白

[color yellow]
yellow, in yellow, golden, gold
黄色, 黄字, 黄的, 黄色字, 黄色的, 金色

[color green]
green, in green, lime
绿色, 绿字, 绿的, 绿色字, 绿色的

[color cyan]
cyan, in cyan, turquoise, aqua, light blue
青色, 蓝绿色, 青色的, 天蓝色, 浅蓝色

[color red]
red, in red
红色, 红字, 红的, 红色字, 红色的

[color blue]
blue, in blue
蓝色, 蓝字, 蓝的, 蓝色字, 蓝色的

[color black]
black, in black
黑色, 黑字, 黑的, 黑色字, 黑色的

[color other]
pink, in pink, purple, in purple, violet, in violet, orange, in orange, brown, in brown,
grey, in grey, gray, in gray, magenta, in magenta, silver, in silver, beige, in beige,
lavender, in lavender, maroon, in maroon
粉色, 粉色的, 粉字, 粉红, 粉红色, 粉红色的, 粉色字, 紫色, 紫色的, 紫字, 紫色字, 紫红色, 橙色,
橙色的, 橙字, 橙色字, 橘色, 橘色的, 橘黄色, 橘红色, 棕色, 棕色的, 棕色字, 褐色, 褐色的, 咖啡色,
灰色, 灰色的, 灰字, 灰色字, 银色, 银色的, 米色, 玫红色

[scene side]
in the top right corner, in the top left corner, in the bottom right corner,
in the bottom left corner,
top right corner, top left corner, bottom right corner, bottom left corner, top right, top left,
bottom right, bottom left, upper right, upper left, lower right, lower left, upper right corner,
upper left corner, lower right corner, lower left corner, in a corner, corner, on the side,
in the corner, in the corner of the shot, in the corner of the frame, in the corner of the picture,
in the corner of the screen, on the left, on the right, in the left corner, in the right corner,
on the wall, next to me, next to him, next to her
角落里的, 角落里, 角落的, 左上角, 右上角, 左下角, 右下角, 左上角的, 右上角的, 左下角的, 右下角的

[scene]
in the corner of the room, in the shot, in shot, in the frame, in frame, from the shot,
from the frame, from the picture, out of the shot, out of the frame,
out of the picture, out of shot, out of frame, in the scene, from the background, on the table,
on the desk, on the shelf, on the floor, behind him, behind her, behind me, behind them,
behind us, standing in, standing behind, hanging on, in the back of the shot, in the picture,
from my shirt, from my face, in the background of the shot
墙上的, 墙上, 桌上的, 桌上, 桌子上的, 桌子上, 架子上的, 架子上, 画面里的, 画面中的, 画面上的,
镜头里的,
镜头中的, 背景里的, 背景中的, 身后的, 背后的, 地上的, 窗外的, 旁边的

[frame]
aspect, aspect ratio, ratio, format, shape, orientation, proportions
画幅, 比例, 宽高比, 画面比例, 长宽比, 尺寸比例, 版式

[shape 16:9]
landscape, horizontal, widescreen, wide screen, horizontally, landscape format, landscape mode,
wide format, horizontal video, horizontal format, landscape video, wide-screen,
wide screen format, sixteen by nine, sixteen nine
横屏, 横版, 宽屏, 横向, 横的, 宽幅, 横版视频, 横屏视频, 横着, 十六比九

[shape 9:16]
vertical, portrait, vertically, upright, portrait format, vertical format, portrait mode,
vertical video, portrait video, phone format, story format, stories format, phone shaped, tall,
vertical mode, nine by sixteen, portrait orientation, vertical orientation, story size
竖屏, 竖版, 纵向, 竖着, 竖的, 竖向, 竖版视频, 竖屏视频, 竖屏格式, 手机屏, 手机竖屏, 手机屏幕,
直屏, 九比十六

[shape 1:1]
square, squared, one by one, a square, square format, square shape, square video,
a perfect square, one to one, one-to-one
方形, 正方形, 方的, 一比一, 方屏, 方版, 正方, 方形画面, 方形视频, 正方形画面, 方画幅, 方块

[height 1080]
full hd, fhd, full high definition, full-hd, full hd 1080, ten eighty
全高清

[height 720]
hd, high definition, seven twenty
高清

[height 2160]
4 k, uhd, ultra hd

[height 1440]
2 k

[height 480]
sd, standard definition
标清

[size]
resolution, size, dimensions, pixels, res, video size, quality, frame size
分辨率, 清晰度, 尺寸, 画质, 画面大小, 视频分辨率, 像素, 画面尺寸, 视频尺寸

[position top]
top, on top, at the top, upper, up top, top of the screen, top of the frame, at top, top center,
top centre, the top edge, along the top, upper part, above, at the very top, up at the top,
top third, upper third, over the top, across the top, top edge, top of the picture,
top of the image, top part, top of the video frame, topmost, the upper part of the screen,
upper edge, up high
上方, 顶部, 上面, 最上面, 最上方, 顶端, 画面上方, 靠上, 上部, 屏幕上方, 顶上, 画面上部, 画面顶部,
屏幕上面, 屏幕顶部, 画面上面, 画面的上方, 上边, 上端, 画面最上方, 画面最上面, 正上方

[position center]
center, centre, centered, centred, middle, in the middle, mid screen, in the center,
in the centre, in the middle of the screen, in the middle of the frame,
in the middle of the picture, middle of the screen, middle of the frame, middle of the picture,
center of the screen, centre of the screen, center of the frame, centre of the frame,
center screen, centre screen, dead center, dead centre, across the middle, the middle,
screen center, mid-screen, across the center, across the centre, in the center of the screen,
in the centre of the screen
居中, 中间, 中央, 正中间, 正中, 画面中间, 中部, 正中央, 画面中央, 画面中心, 屏幕中间, 屏幕中央,
中心, 画面正中, 画面正中间, 画面居中, 居中显示, 正中心, 画面的中间

[position bottom]
bottom, at the bottom, lower part, at bottom, bottom of the screen, along the bottom, below,
bottom center, bottom centre, the bottom edge, across the bottom, bottom third,
at the very bottom, down at the bottom, down below, bottom edge, bottom of the frame,
bottom of the picture, bottom part, bottom of the image, lower edge, foot of the screen,
bottommost, underneath the picture, down low
下方, 底部, 下面, 最下面, 最下方, 底端, 画面下方, 靠下, 下部, 屏幕下方, 最底部, 画面底部,
屏幕底部, 屏幕下面, 画面下部, 画面下面, 画面的下方, 下边, 下端, 画面最下方, 画面最下面, 最底端,
正下方, 底下

[font_size large]
large, big, huge, extra large, in large, large letters, big letters, large font,
big font, largest, biggest, massive, enormous, giant, jumbo, big text,
large text, large size, big size, xl, extra big, large type, big type, oversized, chunky
大字, 大号, 大字号, 大号字, 字体大, 大字体, 字号大, 特大号, 特大, 大大的, 大号的, 大的, 大大,
最大号, 超大, 大字幕

[font_size larger]
bigger, larger, bigger font, larger font, bigger text, larger text, bigger letters, larger letters
字大一点, 字体大一点, 大一点的字, 大一号, 字大点, 字体大点, 字号大一点, 字号大点, 字号调大, 字调大,
字体调大, 字体放大, 字放大, 大些的, 大一点的, 大点的, 加大字号, 更大的字, 更大字号, 字号加大,
字体加大, 放大, 大一点, 大一些

[font_size medium]
medium, medium size, medium sized, normal size, mid size, mid-size, mid sized, normal sized,
regular size, medium font, normal font, regular sized, average size
中号, 中等, 中等大小, 中字号, 正常大小, 普通大小, 中等字号, 普通字号, 中等字, 不大不小, 中号字,
标准字号

[font_size small]
small, tiny, little letters, small font, smallest, in small, small text,
small size, little text, small type, minuscule, tiny font, tiny text, smallish, small sized
小字, 小号, 小字号, 小号字, 小字体, 字号小, 特小, 小小的, 小号的, 小的, 最小号, 小字幕

[font_size smaller]
smaller, smaller font, smaller text, smaller letters
字小一点, 字体小一点, 小一点的字, 小一号, 字小点, 字体小点, 字号小一点, 字号小点, 字号调小, 字调小,
字体调小, 字体缩小, 字缩小, 小些的, 小一点的, 小点的, 缩小字号, 更小的字, 缩小

[bars]
black bars, bars, black borders, borders, blackbars, black margins, black edges, black border,
black strips, padding, black bands, bands, black padding, bars on top and bottom,
bars at the sides, bars top and bottom, side bars, letterbox bars, black space
黑边, 黑条, 边框, 黑框, 黑色边, 黑色边框, 黑边框, 两边黑边
"""

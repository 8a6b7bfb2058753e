"""The words for what shall be done: a heading names the sign and, where it has one, the text."""

from typing import Final

VERBS: Final = """
[cut open]
cut, snip, chop
剪, 切, 砍

[cut]
cut out, cut off, cut away, remove, delete, take out, take away, take off, get rid of, lose,
drop, chop off, chop out, snip out, erase, strip, strip out, discard, ditch,
throw away, throw out, omit, scrap, axe, kill, edit out, leave out, excise, shave off, slice off,
toss, eliminate, clear out, clear, trim off, trim away, trim out, crop off, skip, clip off, bin,
dump, lop, lop off, lop out, hack off, hack out, slice out, cut back, weed out, purge, zap, nix,
prune, wipe, wipe out, do away with, come out, come off, crop out, rip out, pull out, jettison,
trash, bleep off, cut short, edit away, kick out, clip out, snip off, snip away, chop away,
take it out, take them out, take that out, cut it off, cut it out, not keep, expunge, erase out,
be gone, carve out, nuke, yank, yank out, knock off, knock out, shear off, out with, scrub,
delete out, blow away, ax, shave, chuck, chuck out, whack, filter out, clean out, leave off, gone,
removal, removal of, deletion, deletion of
剪掉, 剪去, 剪除, 删, 删除, 删掉, 删去, 去掉, 去除, 切掉, 切除, 砍掉, 拿掉, 移除, 抠掉, 剔除,
清除, 消除, 减掉, 裁掉, 裁去, 丢掉, 扔掉, 剪走, 掐掉, 掐头, 干掉, 剪切掉, 拿走, 截掉, 清掉,
剪干净, 清理, 清理掉, 删干净, 去干净, 剪没, 弄掉, 拿去, 抹掉, 省掉, 略去, 略掉, 去了, 剪了, 删了,
切了, 切走, 切去, 删减, 剔掉, 除掉, 掐去, 掐了, 抹去, 砍去, 剪下来扔掉, 剪下扔掉, 剪出去,
扣掉, 挖掉, 筛掉, 滤掉, 过滤掉, 舍弃, 舍掉, 裁了, 铲掉, 删光, 剪光, 跳过, 去除干净, 掐断

[keep]
consists solely of, consists only of, consist solely of, consist only of, consisting solely of,
consisting only of,
keep, retain, preserve, leave, leave only, keep only, hold on to, save only, just leave,
hang on to, hold onto, stick to, stay, stays, leave in, keep in, salvage
保留, 留, 留下, 只留, 只保留, 只留下, 留着, 只要, 仅保留, 仅留, 只需要, 只想要, 剩下, 留住,
留着就行, 留用, 留出, 截取出, 截出, 截下, 只剪出, 剪出来, 剪出, 截取

[keep stay]
everything stays, everything stays in, everything else stays, all of it stays, everything remains,
should stay, must stay, has to stay, have to stay, can stay, may stay, needs to stay, ought to stay,
rather keep, i'd rather keep, i would rather keep
留着别剪, 留着不剪, 留着别动, 留着别删, 留着不动

[trim]
trim, shorten, cut down, trim down, tighten, condense, cut back to, get down to, pare down,
compress, squeeze, tighten up, shrink, cut to
剪到, 缩短到, 剪成, 缩短为, 截到, 剪短, 缩短, 压缩, 剪短到, 剪短成, 压到, 压缩到, 压短, 缩到,
缩减到, 减到, 收紧, 控制在, 缩成, 减短

[split]
split, divide, slice, split up, cut in two, cut into two, cut in half, break up, razor, blade,
cut apart, chop in two, chop into two, chop in half, break, slice in two, divide in two,
split in two, split into two, divided in two, make a cut, put a cut, cut the clip in two,
cut the video in two, make a split, separate
分割, 拆分, 切开, 切成, 分成, 剪开, 分段, 拆成, 断开, 切一刀, 剪一刀, 分开, 切割, 截断, 剪断,
劈开, 斩断, 一分为二, 分成两段, 切成两段, 分成两半, 裁开, 加个切点, 下刀, 来一刀, 拆开, 切断

[move]
move, shift, relocate, reorder, transfer, drag, reposition, rearrange, bring forward, push back,
swap over, move over, transplant, hoist, pull forward
移到, 挪到, 移动, 移动到, 搬到, 调到, 挪, 移, 移至, 提到, 换到, 调整到, 移去, 移动至,
挪至, 放去, 搬去, 拿到, 调换到, 前移到, 后移到, 提前到, 挪动, 挪去, 拉到, 移往, 换去, 搬, 移回,
拖到, 摆到, 提到前面, 挪回

[move put]
放到, 放在

[add]
add, put, put in, insert, place, overlay, include, attach, superimpose, lay, drop in, bring in,
write, flash, flash up, throw in, use, stick, layer, pop, display, slap, set up, toss in, chuck in,
stick in,
slip in, feature, print, in with, plonk, plop, place in, bung, bung in, paste, type, stamp,
introduce, work in, pop in, pop on, slap on, whack on
加, 加上, 添加, 插入, 放, 放上, 配, 配上, 写, 写上, 打上, 加个, 加一个, 加入, 添上, 加点, 加一段,
叠加, 显示, 用, 垫, 铺, 铺上, 上, 打, 展示, 插, 来个, 来一个, 来点, 使用, 放个, 放一个, 放一张,
做个, 做一个, 打出, 打上去, 贴, 贴上, 挂上, 挂, 放进, 塞进, 塞, 安上, 弄个, 弄上, 弄一个, 搞个,
补上, 补一个, 出现, 打个, 插个, 写个, 垫上, 衬上, 配个, 配个背景, 用上, 放一段, 放段

[make]
make, set, adjust, convert, have, get, reformat, give, fit, fit it,
want, need, asks for, ask for, asking for, asked for, calls for, the user asks for, user asks for,
the client asks for, the user requests, user requests, the client requests, turn into, render as,
transform, i need, i want, resize, scale, rescale, do, mix, apply,
let, run, keep it at, take it to, put it in, adapt, recut, prepare
改成, 改为, 调成, 调整, 调整为, 调, 调一下, 设为, 设成, 变成, 变为, 转成, 转为, 做成, 弄成, 改,
让, 设置, 设置为, 弄, 变, 做, 输出为, 转换成, 处理成, 缩放到, 缩放成, 统一到, 统一, 要, 播放,
放慢放, 搞, 搞成, 弄到, 调到, 转, 转换, 改到, 变到, 设到, 降到, 升到

[make play]
play

[make switch]
switch

[make swap]
swap, swap around, switch around, swap places of, interchange, exchange, trade places of,
switch places of, switch the places of, swap the order of, swap the places of,
switch the order of, reverse the order of, flip the order of
对调, 互换, 交换, 调换, 对换, 对调位置, 互换位置, 交换位置, 调换位置, 位置对调, 位置互换, 顺序对调,
顺序互换, 位置换, 顺序换, 调换顺序, 交换顺序, 顺序调换, 换个位置, 换一下位置, 换一下顺序, 换位置,
换顺序, 调个位置, 换一下

[make go]
go, goes

[make change]
change, rename, retitle, correct

[make replace]
swap out, replace, substitute, change out, switch out, trade
换成, 替换成, 替换为, 换为, 换掉, 替换, 替换掉, 换

[join]
append, join, concatenate, concat, merge, combine, stitch, glue, splice, tack on, put together,
chain, tack, tack onto, add on, connect, fuse, join up, join together, combine with,
glue together, stitch together, paste together, put one after another, play back to back, tag on,
hook up, splice together, string together
拼接, 合并, 接上, 拼上, 接在, 接到, 拼到, 拼在, 连接, 连起来, 拼起来, 接起来, 合成一个, 合在一起,
串起来, 接, 拼, 拼上去, 接续, 连上, 粘在一起, 拼成, 拼成一个, 接一段, 接起, 合到一起, 连成,
连成一个, 衔接, 合成, 并到, 缀上

[join start]
prepend, lead in with

[mute]
mute, silence out, bleep, bleep out, censor, shut off the sound, no sound, make silent, silent,
turn the sound off, turn off the sound, turn off the audio, turn the audio off, kill the sound,
kill the audio, cut the audio, cut the sound, remove the audio, remove the sound, quiet out,
bleep over, beep, beep out, mute out, hush, blank out the sound, go silent, blank the audio,
no audio, drop the audio, drop the sound, lose the sound, lose the audio, kill the volume,
zero volume, shush
消音, 关掉声音, 去掉声音, 关声音, 不要声音, 去掉原声, 关掉原声, 哔掉, 消声, 静音处理, 无声,
删除声音, 消个音, 去声, 打哔, 加哔声, 哔, 没有声音, 关闭声音, 声音关掉, 声音关闭, 声音去掉,
声音删掉, 声音删除, 关掉音频, 消掉声音, 声音消掉, 去掉音频, 屏蔽声音, 不出声, 静默掉, 调成静音,
设为静音, 弄静音, 声音静音, 声音消除, 声音拿掉, 把声音关掉, 不要出声, 没声音

[mute noun]
静音

[unmute]
unmute, un-mute, unmuted, turn the sound back on, turn the audio back on, sound back on,
audio back on, turn sound back on, turn back on the sound, bring the sound back,
bring back the sound, bring the audio back, give it its sound back, restore the sound,
restore the audio, turn the volume back on, sound on again
取消静音, 解除静音, 恢复声音, 打开声音, 声音恢复, 恢复原声, 把声音打开, 声音打开, 重新打开声音

[louder]
louder, raise, increase, boost, turn up, amplify, crank up, bump up, pump up, bring up, bump,
hike, up the, jack up, crank, lift, beef up, pump, boost up, raise up, more audible, amp up,
ramp up the, gain up, bump it up, turn it up, louden, stronger
大声, 调大, 提高, 增大, 加大, 大一点, 响一点, 调高, 变大, 放大音量, 更大声, 大点声, 增加, 大一些,
响亮, 调响, 大点, 大声些, 响一些, 再大声点, 大声点, 音量大点, 声音大点, 更响, 更大, 加强, 增强,
再大一点, 再响一点, 上调, 往上调, 开大, 开大点, 拉高, 调大一点, 调高一点, 响点, 提高点, 音量提升,
提升音量, 声音提升, 提升声音, 人声提升, 音量增加

[quieter]
quieter, quieten, quieten down, quiet down, lower, decrease, reduce, softer, turn down, bring down,
dial down, attenuate, tone down,
less loud, dip, ease, soften, tone it down, duck down, take down, bring it down, turn it down,
cut back on, knock down, pull back, pull down, a bit softer, less volume, hush down, less noisy,
subtler, weaken, damp, dampen
小声, 调小, 降低, 减小, 小一点, 轻一点, 调低, 变小, 减弱, 更小声, 小点声, 减少, 小一些, 调轻, 降,
小点, 轻点, 轻一些, 更轻, 弱一点, 弱一些, 再小一点, 再小声点, 小声些, 下调, 往下调, 关小, 关小点,
压一压, 压小, 拉低, 调小一点, 调低一点, 调弱, 再轻一点, 低一点, 减, 减轻, 降到, 减到, 收小,
收一收, 别那么大声, 减小到, 降低到

[fade]
fade, fading, fades, ramp, dissolve
淡化, 渐变

[fade in]
fade in, fade up, fadein, ease in, come in from black, fades in, fading in, faded in
淡入, 渐入, 渐显, 渐强, 慢慢亮起, 渐亮, 淡入进来, 慢慢变大声, 渐渐出现

[fade in video]
fade from black, fade in from black
黑场淡入, 从黑场淡入

[fade out video]
fade to black, fade out to black
淡出到黑场, 淡出到黑

[fade out]
fade out, fadeout, fade to silence, fade away, fade down, die away, die out, die down, taper off,
taper out, ease out, trail off, tail off, fades out, fading out, faded out, fade off,
fade to nothing, peter out, gradually disappear
淡出, 渐出, 渐隐, 渐弱, 渐黑, 黑场结束, 渐渐消失, 慢慢消失, 渐暗, 慢慢变小, 渐小, 慢慢淡掉, 淡掉,
渐渐变小, 慢慢变暗, 慢慢淡出, 渐渐淡出

[faster]
faster, speed up, accelerate, fast forward, quicker, quicken, hurry up, fast motion, sped up,
speeded up, zip through, rush, hasten, pick up the pace, double time, speed it up, go faster,
brisker
加速, 快进, 加快, 快一点, 快放, 变快, 更快, 调快, 快点, 快一些, 加速播放, 提速, 快速播放,
加快速度, 快些, 变快点, 快播, 再快, 速度快一点, 加点速

[slower]
slower, slow down, slow motion, slow mo, slow, slo mo, slowed, slowed down, slowly, decelerate,
drag out, in slow motion, in slo mo, slow it down, go slower, slowmo, slomo, take it slower
减速, 慢放, 慢动作, 放慢, 慢一点, 变慢, 更慢, 调慢, 减慢, 慢点, 慢速, 慢一些, 降速, 放缓, 减缓,
变慢点, 速度慢一点, 慢下来, 慢镜头, 慢些, 减下速, 慢播, 慢放处理, 慢动作播放, 慢放播放, 拖慢

[crop]
crop, cropped, reframe, punch in to, fill the frame, fill the screen, crop in, punch in,
crop down, crop it down, crop to fill, fill the whole frame, cut to fit
裁成, 裁剪成, 裁剪为, 裁剪, 裁切, 裁, 裁为, 裁切成, 构图, 裁剪到, 裁剪画面, 裁掉两边, 裁画面,
剪裁, 剪裁成, 裁个

[pad]
pad, letterbox, pillarbox, letter box, pillar box, padded, letterboxed, without cropping,
uncropped, fit inside, fit it inside, fit the whole picture, pad out, letterboxing, pillarboxing,
with bars, add bars, bars on the sides, fit with bars, not cropped, no cropping, no crop,
nothing cropped, keep everything visible, keep the whole picture, keep the whole frame,
keep the full picture, keep the full frame, whole picture visible, without cutting anything off,
no cutting off, without losing any of the picture, without losing any of it,
without losing anything,
without losing any picture, without losing the edges, without losing the sides, losing nothing,
without chopping anything off, without cutting anything, without cropping anything,
without cropping it, without cutting off anything
加黑边, 补黑边, 填充, 留黑边, 上下黑边, 左右黑边, 补边, 加边, 不裁剪, 不要裁剪, 不裁, 不要裁,
别裁, 填黑, 补黑, 加黑, 垫黑边, 两边补黑, 上下补黑, 黑边填充, 左右加黑边, 上下加黑边, 加上黑边,
加点黑边, 两侧加黑边, 两边加黑边, 补上黑边, 不裁画面, 别裁画面, 不要裁画面, 不要裁切, 不裁切,
保留完整画面, 画面完整保留, 完整画面

[burn]
burn, burned, burnt, burn in, burned in, burnt in, hard code, hardcode, hardcoded, hard coded,
bake, baked, bake in, baked in, hardsub, hard sub, hardsubs, open captions, open caption, embed,
embedded, permanent, permanently, into the picture, into the video, on the picture,
into the image, burn into, burned into, burnt into, hard coded into, stuck on, burned on,
burnt on, burn on, hard burned, hardburn, print into, always visible, always on
烧录, 烧进, 烧入, 硬字幕, 压制, 压进, 内嵌, 嵌入, 烧到, 压到, 烧进去, 烧录到, 硬编码, 烧,
烧进画面, 烧到画面, 嵌进, 嵌到, 压在画面, 压入, 印在, 印到, 烧在, 写死, 固定在画面, 硬压,
压进画面, 压到画面, 烧上, 烧上去, 嵌在

[highlight]
highlight, highlighting, highlighted, karaoke, karaoke style, word by word, emphasise, emphasize,
where every word is highlighted, where each word is highlighted, every word is highlighted,
each word is highlighted, word is highlighted, as its spoken, as its said, as theyre spoken,
light up, highlight each word, highlight every word, word highlight, word highlighting, lit up,
lights up, word lit up, each word lit up, word being spoken, word that's being said,
word that is spoken, as it is spoken, as it is said, as it's spoken, as it's said,
as it's being spoken,
as they are spoken, as they're spoken, as they are said, as they're said, as i say it, current word,
active word, spoken word, mark each word,
mark the current word, follow along, sing along, karaoke-type
高亮, 逐字高亮, 逐词高亮, 卡拉ok, 逐字, 逐词, 突出显示, 标亮, 亮起来, 跟读, 卡拉ok效果, 卡拉ok式,
逐字变色, 逐词变色, 逐字点亮, 逐词点亮, 高亮显示, 高亮当前, 跟着说话高亮, 说到哪个词就高亮哪个词,
说到哪个字就高亮哪个字, 说到哪高亮到哪, 说到哪亮到哪, 念到哪高亮到哪, 念到哪亮到哪, 说到的词高亮,
当前词, 当前单词, 正在说的词, 正在说的字, 点亮

[duck]
duck, ducked, ducking, ducks, under speech, under the speech, under the voice, under voices,
under dialogue, under the dialogue, while somebody speaks, when somebody speaks, when people talk,
when someone speaks, when someone talks, while people talk, whenever someone speaks,
while talking, when people speak, when anyone speaks, when anyone talks, whenever someone talks,
whenever anyone talks, when she speaks, when he speaks, when they speak, when she talks,
when he talks, when they talk, when i talk, when i speak, whenever i talk, while i talk,
while i speak, while speaking, when there's talking, when there is speech, during speech,
during dialogue, under my voice, auto duck, under the talking, when someone is talking,
when someone is speaking, when somebody talks, while someone speaks, while someone talks,
beneath the voice, beneath the speech, under his voice, under her voice, whenever somebody speaks,
whenever somebody talks, when people are talking, dip down, dip under, dip when, dip whenever,
when somebody's talking, when someone's talking, whenever someone's talking,
whenever somebody's talking, whenever someone is talking, when i'm talking, when im talking,
when i am talking, when she's talking, when he's talking, when they're talking,
when people are speaking, when she's speaking, when he's speaking, whenever she talks,
whenever he talks, whenever they talk, whenever she speaks, whenever he speaks,
whenever they speak, whenever people talk, whenever people speak, while i'm talking,
while i'm speaking, while she's talking, while he's talking, while they're talking,
while people are talking, while someone is talking, while someone's talking, when anybody talks,
when anybody speaks, whenever anybody talks, whenever anybody speaks, when there's speech,
during the speech, during the talking, under dialog, under the dialog, when the voice comes in,
whenever there's speech, whenever there is speech, when talking, when speaking,
beneath the talking, out of the way of the voice, below the voice, under the speaking, sidechain,
side chain, lower under speech, lower it under speech, quieter under speech
有人说话时, 说话时, 讲话时, 有人讲话时, 说话的时候, 讲话的时候, 有人说话的时候, 人声时, 自动压低,
压低, 闪避, 自动闪避, 避让, 自动降低, 人声出现时, 自动变小, 有人声时, 有人声的时候,
说话时自动压低, 人说话的时候, 人说话时, 有人讲话的时候, 有人讲话就, 有人说话就, 有人声就,
说话时降低, 说话时变小, 一说话就, 说话的地方自动, 人声响起时, 讲话时压低, 遇到人声, 有对白时,
有对白的时候, 对白时, 说话的时候自动压低, 自动降下来, 自动减弱, 自动降

[show]
appear, appears, pop up, pops up, come up, comes up,
show, show me, list, view, see, tell me, give me, what are, let me see, display the list of
看看, 列出, 给我看, 查看, 看一下, 告诉我, 看下, 列一下

[enable]
turn on, enable, switch on, activate, with, switch back on, turn back on, switched on, turned on
打开, 开启, 启用, 带上, 开, 开个, 打开来, 开上, 显示出来, 带

[disable without]
without, w/o, with no, no, minus, without any, w/o any, with no more

[disable]
turn off, disable, switch off, hide, deactivate, no more, take down, shut off, deactivated,
switched off, turned off, unneeded
关闭, 关掉, 隐藏, 取消, 停用, 关, 无, 不带, 撤掉, 不显示, 撤, 撤了, 撤下, 关上, 关了, 拿下, 停掉,
不用显示, 不再显示, 取消掉, 撤走, 撤下来, 关闭掉

[take]
take

[turn]
turn, crank, dial, push, bring, pull, jack, ramp, nudge, knock, notch

[as_is]
as it is, as is, as they are, untouched, unchanged, intact, running, alone, the way it is,
the way they are, as it was, be as it is, how it is, the same, where it is, where they are,
rolling
原样, 不变, 不要变, 别变, 不要改变, 不动, 不要动, 不用动, 不用管, 保持不变, 保持原样, 维持原样,
照旧, 别动

[touch]
touch, change anything, do anything, alter, mess with, bother, modify, leave be
动, 碰, 改动

[begin]
start the video, start it, begin the video, begin it, make it start, make the video start,
make it begin, let it begin, let it start, have it start, let the video start,
the video should begin, it should begin, video should begin, have the video start, have it begin,
the video should start, it should start, video should start,
start the clip, start the movie
让视频从, 让它从, 视频从, 视频就从, 视频要从, 让片子从, 直接从

[finish]
end the video, end it, finish the video, finish it, make it end, have it end, let it end,
make the video end, have the video end, let the video end,
the video should end, it should end,
make it stop, end the clip
"""

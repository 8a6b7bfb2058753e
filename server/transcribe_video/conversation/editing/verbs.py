"""The words for what shall be done: a heading names the sign and, where it has one, the text."""

from typing import Final

VERBS: Final = """
[cut]
cut, cut out, cut off, cut away, remove, delete, take out, take away, take off, get rid of, lose,
drop, chop, chop off, chop out, snip, snip out, erase, strip, strip out, discard, ditch,
throw away, throw out, omit, scrap, axe, kill, edit out, leave out, excise, shave off, slice off,
toss, eliminate, clear out, clear, trim off, trim away, trim out, crop off, skip, clip off, bin,
dump
剪掉, 剪去, 剪除, 剪, 删, 删除, 删掉, 删去, 去掉, 去除, 切掉, 切除, 砍掉, 拿掉, 移除, 抠掉, 剔除,
清除, 消除, 减掉, 裁掉, 裁去, 丢掉, 扔掉, 剪走, 掐掉, 掐头, 干掉, 剪切掉, 拿走, 截掉, 清掉

[keep]
keep, retain, preserve, leave, leave only, keep only, hold on to, save only, just leave
保留, 留, 留下, 只留, 只保留, 只留下, 留着, 只要, 仅保留, 仅留, 只需要, 只想要, 剩下, 留住

[trim]
trim, shorten, cut down, trim down, tighten, condense
剪到, 缩短到, 剪成, 截取, 缩短为, 截到

[split]
split, divide, slice, split up, cut in two, cut into two, cut in half, break up, razor, blade
分割, 拆分, 切开, 切成, 分成, 剪开, 分段, 拆成, 断开, 切一刀, 剪一刀, 分开, 切割

[move]
move, shift, relocate, reorder, transfer, drag
移到, 挪到, 放到, 移动, 移动到, 搬到, 调到, 挪, 移, 放在, 移至, 提到, 换到, 调整到, 移去

[add]
add, put, put in, insert, place, overlay, include, attach, superimpose, lay, drop in, bring in,
write, throw in, use, stick, layer, pop, display, slap, set up
加, 加上, 添加, 插入, 放, 放上, 配, 配上, 写, 写上, 打上, 加个, 加一个, 加入, 添上, 加点, 加一段,
叠加, 显示, 用, 垫, 铺, 铺上, 上, 打, 展示, 插, 来个, 来一个, 来点, 使用

[make]
make, set, change, adjust, convert, switch, go, have, get, reformat, give, fit, fit it, want,
need, turn into, render as, transform, i need, i want, resize, scale, rescale, do, mix, apply,
let, play, run
改成, 改为, 调成, 调整, 调整为, 调, 调一下, 设为, 设成, 变成, 变为, 转成, 转为, 做成, 弄成, 换成,
改, 让, 设置, 设置为, 弄, 变, 做, 输出为, 转换成, 处理成, 缩放到, 缩放成, 统一到, 统一, 要, 播放,
放慢放

[join]
append, join, concatenate, concat, merge, combine, stitch, glue, splice, tack on, put together,
chain
拼接, 合并, 接上, 拼上, 接在, 接到, 拼到, 拼在, 连接, 连起来, 拼起来, 接起来, 合成一个, 合在一起,
串起来, 接

[mute]
mute, silence out, bleep, bleep out, censor, shut off the sound, without sound, no sound,
make silent, silent, turn the sound off, turn off the sound, turn off the audio,
turn the audio off, kill the sound, kill the audio, cut the audio, cut the sound,
remove the audio, remove the sound, quiet out
静音, 消音, 关掉声音, 去掉声音, 关声音, 不要声音, 去掉原声, 关掉原声, 哔掉, 消声, 静音处理, 无声,
删除声音

[louder]
louder, raise, increase, boost, turn up, amplify, crank up, bump up, pump up, bring up
大声, 调大, 提高, 增大, 加大, 大一点, 响一点, 调高, 变大, 放大音量, 更大声, 大点声, 增加, 大一些,
响亮, 调响, 大点

[quieter]
quieter, lower, decrease, reduce, softer, turn down, bring down, dial down, attenuate, tone down,
less loud
小声, 调小, 降低, 减小, 小一点, 轻一点, 调低, 变小, 减弱, 更小声, 小点声, 减少, 小一些, 调轻, 降,
小点, 轻点

[fade]
fade, fading, fades, ramp, dissolve
淡化, 渐变

[fade in]
fade in, fade up, fadein
淡入, 渐入, 渐显, 渐强

[fade in video]
fade from black, fade in from black
黑场淡入, 从黑场淡入

[fade out video]
fade to black, fade out to black
淡出到黑场, 淡出到黑

[fade out]
fade out, fadeout, fade to silence, fade away, fade down
淡出, 渐出, 渐隐, 渐弱, 黑场结束

[faster]
faster, speed up, accelerate, fast forward, quicker, quicken, hurry up, fast motion, sped up
加速, 快进, 加快, 快一点, 快放, 变快, 更快, 调快, 快点, 快一些

[slower]
slower, slow down, slow motion, slow mo, slow, slo mo, slowed, slowed down
减速, 慢放, 慢动作, 放慢, 慢一点, 变慢, 更慢, 调慢, 减慢, 慢点, 慢速, 慢一些

[crop]
crop, cropped, reframe, punch in to, fill the frame, fill the screen, crop in
裁成, 裁剪成, 裁剪为, 裁剪, 裁切, 裁, 裁为, 裁切成, 构图, 裁剪到

[pad]
pad, letterbox, pillarbox, letter box, pillar box, padded, letterboxed, without cropping,
uncropped, fit inside, fit it inside, fit the whole picture, pad out
加黑边, 补黑边, 填充, 留黑边, 上下黑边, 左右黑边, 补边, 加边, 不裁剪, 不要裁剪, 不裁, 不要裁,
别裁

[burn]
burn, burned, burnt, burn in, burned in, burnt in, hard code, hardcode, hardcoded, hard coded,
bake, baked, bake in, baked in, hardsub, hard sub, hardsubs, open captions, open caption, embed,
embedded, permanent, permanently, into the picture, into the video, on the picture,
into the image, burn into, burned into, burnt into
烧录, 烧进, 烧入, 硬字幕, 压制, 压进, 内嵌, 嵌入, 烧到, 压到, 烧进去, 烧录到, 硬编码, 烧,
烧进画面, 烧到画面, 嵌进, 嵌到, 压在画面, 压入

[highlight]
highlight, highlighting, highlighted, karaoke, karaoke style, word by word, emphasise, emphasize,
light up, highlight each word, highlight every word, word highlight, word highlighting
高亮, 逐字高亮, 逐词高亮, 卡拉ok, 逐字, 逐词, 突出显示, 标亮, 亮起来, 跟读

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
whenever somebody talks, when people are talking
有人说话时, 说话时, 讲话时, 有人讲话时, 说话的时候, 讲话的时候, 有人说话的时候, 人声时, 自动压低,
压低, 闪避, 自动闪避, 避让, 自动降低, 人声出现时, 自动变小, 有人声时, 有人声的时候,
说话时自动压低

[show]
show, show me, list, view, see, tell me, give me, what are, let me see, display the list of
看看, 列出, 给我看, 查看, 看一下, 告诉我, 看下, 列一下

[enable]
turn on, enable, switch on, activate, with, bring back, restore, put on
打开, 开启, 启用, 带, 带上, 开

[disable]
turn off, disable, switch off, hide, deactivate, no, without, no more, w/o
关闭, 关掉, 隐藏, 取消, 停用, 关, 无, 不带, 去除掉, 撤掉, 不显示

[take]
take

[turn]
turn, crank, dial, push, bring, pull

[touch]
touch, change anything, do anything, alter, mess with, bother, modify
动, 碰, 改动

[undo]
undo, undo that, undo it, undo the last edit, take that back, take it back, revert that,
revert the last, step back, go back, roll back, revert, roll that back, undo this, take back
撤销, 撤回, 回退, 退回, 撤消, 撤销上一步, 取消上一步, 返回上一步, 退一步, 后退一步, 回到上一步,
取消刚才的, 撤销刚才的, 撤回刚才的, 取消刚才的操作, 倒回去

[redo]
redo, redo that, redo it, step forward, do it again, put it back, redo the last, reapply
重做, 恢复上一步, 前进一步, 恢复撤销, 取消撤销, 重新应用

[list_changes]
changes so far, the changes, my changes, our changes, list of changes, changes, edits so far,
edit history, history, the edits, what changed, what have you changed, what did you change,
what have you done so far, what was changed, what did we change, what have we changed,
what's changed, what has changed, what did you do, what have you done, changelog, edits made,
changes made, all changes, all the changes, all edits, all the edits, what edits,
what you changed, what we changed, what has been changed, what's been changed, what i changed
改了什么, 改了哪些, 做了哪些修改, 做了什么修改, 做了哪些改动, 目前的修改, 修改记录, 编辑记录,
所有修改, 改动记录, 剪了什么, 剪了哪些, 改了些什么, 历史记录, 编辑历史, 有哪些改动, 有哪些修改,
都改了什么, 目前的改动, 修改历史, 做过的修改, 所有改动, 都改了啥, 改了啥, 到目前为止的修改,
到目前为止的改动, 做了什么改动

[start_over]
start over, start again, start from scratch, from scratch, start afresh, reset, reset everything,
undo everything, undo all, undo all of it, undo all edits, undo all the edits, undo all changes,
undo all the changes, revert everything, revert all, revert all changes, revert to the original,
restore the original, back to the original, go back to the original, discard all changes,
discard all edits, discard everything, throw away all changes, throw away all edits, start anew,
undo it all, undo every edit, remove all edits, remove all my edits, remove all changes,
go back to the start, begin again, clean slate, discard all the changes, discard the changes,
go back to the beginning, back to square one, return to the original, revert to original,
restore original, scrap everything, reset the project, reset the timeline, discard my changes,
discard all my changes
从头再来, 重新开始, 恢复原样, 全部恢复, 还原, 重置, 全部撤销, 从头开始, 重来, 恢复到原始,
恢复原始, 恢复原来, 撤销所有, 撤销全部, 全部还原, 推倒重来, 恢复最初, 放弃所有修改, 恢复到最初,
回到最初, 全部重来, 恢复成原样, 放弃修改, 撤销所有修改, 恢复到原样, 从零开始, 恢复原状, 回到原始,
还原成原样

[yes]
yes, yeah, yep, yup, sure, ok, okay, k, yes please, right, correct, exactly, agreed, fine,
sounds good, looks good, perfect, great, good, alright, all right, absolutely, of course,
sounds right, looks right, please do, why not, definitely, that works, works for me, lgtm,
sounds great, looks great
好, 好的, 行, 可以, 是, 是的, 对, 对的, 嗯嗯, 没问题, 同意, 没错, 就行, 好啊, 好吧, 行吧, ok的,
可以的, 当然

[apply]
do it, do that, do so, apply it, apply that, apply them, apply this, apply the plan, go ahead,
make it so, do this, confirm, confirmed, proceed, go for it, execute, execute it,
apply the changes, carry on, do all of that, do all of it, do them, let's do it, let's do that,
make those changes, make that change, go on, do just that, continue, please proceed, commit it,
apply those, apply all
就这样做, 就这么做, 就这样, 就这么办, 确认, 执行, 应用, 照做, 照办, 按这个来, 就这样办, 开始吧,
动手吧, 做吧, 确定, 应用吧, 执行吧, 剪吧, 就按这个做, 就这样剪, 就这么剪, 照这个做, 按计划做,
继续, 就按这个, 按这个方案, 就照这个做, 就按你说的做, 按你说的做

[export]
export, exporting, download, downloading, render, upload, uploading, send, send me, deliver,
hand over, share, publish, give it to me, give me the file, give me the video, give me the mp4,
transcribe, transcription, convert to text, give me the subtitle, give me the subtitles,
give me the captions, give me the transcript, save as, cancel, abort, translate me, email,
give me the finished, give me the final, have the finished, have the final, want the transcript
导出, 下载, 发给我, 发我, 上传, 传给我, 渲染, 输出, 给我文件, 发一下, 转写, 转录, 给我视频,
传上来, 导入, 分享, 发布, 发过来, 发一份
"""

"""The words for going back and forward, for agreeing, and for what others do."""

from typing import Final

TURNS: Final = """
[restore]
bring back, restore, put back, get back, give me back, reinstate, recover
恢复, 找回, 还原回来, 恢复回来, 恢复过来, 找回来, 弄回来, 加回来, 恢复回去, 放回来, 补回来, 要回来

[mistake]
by mistake, by accident, accidentally, was a mistake, was wrong, was the wrong one,
too many times, one too many, once too often, mistakenly, didn't mean to, did not mean to,
wasn't meant to, shouldn't have, should not have, was an accident
错了, 误操作, 手滑, 不小心, 过头了, 按错了, 搞错了, 弄错了, 点错了, 错啦, 误删, 误撤, 误撤销,
后悔, 后悔了

[undo back]
go back, went back, going back

[undo]
bring back what you just cut, bring back what you cut, bring back what you just removed,
bring back what you just deleted, bring back what was just cut, put back what you just cut,
put back what you just removed, restore what you just cut, restore what you just removed,
get back what you just cut, bring back what i just cut, restore what i just cut,
恢复刚才剪掉的, 恢复刚剪掉的, 恢复刚刚剪掉的, 把刚才剪掉的恢复, 把刚剪掉的恢复, 恢复刚才删掉的,
undo, undo that, undo it, undo the last edit, take that back, take it back, revert that,
revert the last, step back, roll back, revert, roll that back, undo this, take back, undid,
undone, undoing, scratch that, reverse that, reverse the last, undo what you just did,
undo the last thing, undo the last change, undo the last one, undo your last edit,
undo your last change, cancel that, cancel the last, cancel that last, cancel the last edit,
cancel the last change, take that last one back, ctrl z, ctrl-z, back one step, one step back,
step it back, unwind, walk back, walk that back, rewind that, go back one, go back a step,
take that last edit back, back up a step, back out, back that out, reverse your last change,
backtrack
撤销, 撤回, 回退, 退回, 撤消, 撤销上一步, 取消上一步, 返回上一步, 退一步, 后退一步, 回到上一步,
撤销刚才的, 撤回刚才的, 取消刚才的操作, 倒回去, 撤掉刚才, 撤销掉, 撤一步, 撤回去, 退回去, 往回退,
倒退, 回撤, 撤回刚刚的, 撤销刚刚的, 取消刚刚的, 撤掉上一步, 撤销一下, 退回到上一步, 撤销最近,
返回到上一步, 回到之前, 回到刚才, 恢复到上一步, 恢复到前一步, 回上一步, 后退, 退后, 撤销操作,
撤销修改, 撤消修改

[redo back]
put it back, put it back in, put that back, put that back in, put them back, put them back in,
bring it back, bring it back in, bring that back, bring them back, get it back, get that back,
put that part back, put that part back in, bring that part back, put the part back,
bring the part back, put this back, put this part back, bring this back, bring this part back,
put that bit back, bring that bit back, reinstate it, restore it, restore that, restore them,
i want it back, i want that back, want it back, i want that part back, put it all back,
add it back, add it back in, add that back, add that back in, have it back, need it back
恢复回来, 恢复过来, 恢复回去, 找回来, 弄回来

[redo]
redo, redo that, redo it, step forward, do it again, redo the last, reapply,
undo the undo, undo that undo, go forward, forward one step, one step forward, ctrl y, ctrl-y,
ctrl shift z, bring back what you undid, restore what you undid, redo what you undid, unundo,
un-undo, go forward one, forward a step
重做, 恢复上一步, 前进一步, 恢复撤销, 取消撤销, 重新应用,
再做一遍刚撤销的, 撤销撤销, 恢复撤销的, 恢复刚才撤销的, 恢复刚刚撤销的, 恢复刚撤销的,
还原刚才撤销的, 还原撤销, 取消刚才的撤销, 取消上次撤销, 恢复一步, 往前一步, 反撤销, 把撤销的恢复,
重做一次, 把刚才撤销的加回来

[list_changes]
everything we've done, everything we did, everything i've done, everything i did, all we've done,
everything you've done, everything you did, everything that was done, everything done, all you did,
everything we've changed, everything you changed, everything you've changed, everything i changed,
changes so far, the changes, my changes, our changes, list of changes, changes, edits so far,
what have i changed, what did i change, what i have changed, what have i done so far,
what have i edited,
what have i cut, what have you cut, what did you cut, what did i cut,
edit history, history, the edits, what changed, what have you changed, what did you change,
what have you done so far, what was changed, what did we change, what have we changed,
what's changed, what has changed, what did you do, what have you done, changelog, edits made,
changes made, all changes, all the changes, all edits, all the edits, what edits,
what you changed, what we changed, what has been changed, what's been changed, what i changed,
edits you made, edits you've made, changes you made, changes you've made, changes we made,
changes we've made, edits we made, what you have changed, what you've changed, what you've done,
what you did, what you have done, what we've done, what we did, what have we done, what did we do,
what i've changed, changes are left, changes left, edits are left, what is changed, recap,
summary of changes, summary of the changes, summary of the edits, list what you did,
what edits have you made, which edits, which changes, run through the changes,
what did i do, what did i do so far, what have i done, how many cuts, how many edits,
how many changes, what have i got so far
剪了几刀, 剪了多少刀, 剪了几次, 有几处剪辑, 有多少处剪辑, 剪了几处, 改了几处, 我做了什么,
改了什么, 改了哪些, 做了哪些修改, 做了什么修改, 做了哪些改动, 目前的修改, 修改记录, 编辑记录,
所有修改, 改动记录, 剪了什么, 剪了哪些, 改了些什么, 历史记录, 编辑历史, 有哪些改动, 有哪些修改,
都改了什么, 目前的改动, 修改历史, 做过的修改, 所有改动, 都改了啥, 改了啥, 到目前为止的修改,
到目前为止的改动, 做了什么改动, 改了哪些地方, 改了哪里, 改动了什么, 改动了哪些, 修改了什么,
修改了哪些, 都做了什么, 做过哪些, 做了哪些, 做了什么, 动了哪些, 动了哪里, 有什么改动, 有什么修改,
做了哪些操作, 都改了哪些, 改过什么, 改过哪些, 改过哪里, 修改清单, 改动清单, 剪辑记录, 操作记录,
目前改动, 剪掉了什么, 剪掉了哪些, 现在的修改, 现有的修改, 还剩哪些修改, 还剩哪些改动,
剪了哪些地方, 剪了哪里, 删了什么, 删了哪些, 删了哪里, 动过哪些, 编辑了什么, 编辑了哪些, 哪些修改,
哪些改动, 列出修改, 列出改动, 看看修改, 看看改动, 查看修改, 查看改动, 看修改, 看改动, 显示修改,
显示改动, 显示所有修改, 列一下修改, 列一下改动, 修改列表, 改动列表, 所有的修改, 所有的改动

[start_over]
恢复成最初上传的样子, 恢复成最初的样子, 恢复到最初的样子, 恢复成最初, 恢复到最初, 恢复成原来的样子,
恢复到原来的样子, 恢复到最初状态, 变回最初的样子, 回到最初的样子,
start over, start again, start from scratch, from scratch, start afresh, reset, reset everything,
undo everything, undo all, undo all of it, undo all edits, undo all the edits, undo all changes,
undo all the changes, revert everything, revert all, revert all changes, revert to the original,
restore the original, back to the original, go back to the original, discard all changes,
discard all edits, throw away all changes, throw away all edits, start anew, undo it all,
undo every edit, remove all edits, remove all my edits, remove all changes, go back to the start,
begin again, clean slate, 还原成最初的样子, 还原成最初, 恢复成最初的样子, 恢复到最初的样子,
还原成原来的样子, 恢复成原来的样子, 恢复到原来的样子, 变回最初的样子, 变回原来的样子,
全部还原成最初的样子, 全部恢复成最初的样子, 全部还原成原来的样子,
discard all the changes, discard the changes, go back to the beginning,
back to square one, return to the original, revert to original, restore original,
reset the project, reset the timeline, discard my changes, discard all my changes,
throw away all the edits, throw away all my edits, throw it all away, throw out all the edits,
throw out all the changes, throw out all edits, drop all the edits, drop all edits,
drop all changes, drop all the changes, ditch all the edits, ditch all edits,
ditch all the changes, ditch all my edits, scrap all edits, scrap all the edits,
scrap all the changes, scrap all changes, scrap it all, scrap my edits, forget all my edits,
forget all the edits, forget all edits, forget all changes, forget all the changes,
forget all that, wipe all edits, wipe all the edits, wipe all changes, wipe the slate clean,
lose all the edits, lose all edits, lose all the changes, remove all the edits,
remove all the changes, remove every edit, remove my edits, delete all edits,
delete all the edits, delete all my edits, delete all the changes, delete all changes,
cancel all edits, cancel all the edits, cancel all changes, cancel all the changes,
go back to original, back to original, get back to the original, back to how it was,
back to the way it was, how it was before, the untouched recording, untouched original,
the original recording back, the original video back, original back, start all over,
starting over, begin afresh, begin anew, do over, from the beginning again, from the top again,
back to the raw, back to the raw footage, back to the original recording, start it over,
start this over, start fresh, fresh start, as if nothing happened, undo every single edit,
undo every change, undo the whole lot, undo the lot, take it all back, revert it all,
revert all the changes, revert all edits, revert all the edits, reset it, reset it all,
reset to the original, reset all, throw away my edits, throw away my changes, discard my edits,
discard all my edits, discard the edits, discard edits, discard changes, all edits gone,
clear all edits, clear all the edits, clear all my edits, clear all changes, give me the original,
give me back the original, scrap all my edits, scrap all my changes, scrap every edit,
drop all my edits, drop my edits, drop all my changes, the way i uploaded it,
how i uploaded it, as i uploaded it
从头再来, 重新开始, 恢复原样, 全部恢复, 还原, 重置, 全部撤销, 从头开始, 重来, 恢复到原始,
恢复原始, 恢复原来, 撤销所有, 撤销全部, 全部还原, 推倒重来, 恢复最初, 放弃所有修改, 恢复到最初,
回到最初, 全部重来, 恢复成原样, 放弃修改, 撤销所有修改, 恢复到原样, 从零开始, 恢复原状, 回到原始,
还原成原样, 回到原片, 回到原来, 回到原样, 回到原版, 恢复原片, 恢复原版, 恢复到原片, 恢复到原版,
恢复成原片, 恢复成原来, 恢复成原来的, 恢复到原来, 恢复到原来的, 恢复到最初的样子, 恢复到一开始,
恢复到开始, 回到最开始, 回到一开始, 回到初始, 恢复初始, 重头来, 从头来过, 重头开始, 重新来过,
全部作废, 全都作废, 都作废, 全部撤回, 全都撤销, 都撤销, 都撤了, 全撤了, 全撤销, 全部取消,
取消所有修改, 取消全部修改, 取消所有编辑, 取消所有改动, 清空所有修改, 清空修改, 清空所有编辑,
清空所有改动, 删除所有修改, 放弃全部修改, 放弃所有改动, 放弃改动, 撤销所有改动, 撤销全部修改,
撤销所有编辑, 撤销所有操作, 撤销全部操作, 还原到最初, 还原到原始, 还原到原片, 还原成原片,
还原视频, 全部还原成, 一切重来, 所有修改都不要, 所有修改都不要了, 所有改动都不要了, 修改都不要了,
之前的修改都不要了, 回到原始状态, 恢复到原始状态, 恢复原始状态

[start_over all]
scrap everything, discard everything, throw away everything, throw everything away,
clear everything, forget everything, cancel everything, take everything back

[yes]
yes, yeah, yep, yup, sure, ok, okay, k, yes please, right, correct, exactly, agreed, fine,
sounds good, looks good, perfect, great, good, alright, all right, absolutely, of course,
sounds right, looks right, please do, why not, definitely, that works, works for me, lgtm,
sounds great, looks great
好, 好的, 行, 可以, 是, 是的, 对, 对的, 嗯嗯, 没问题, 同意, 没错, 很好看, 真好看, 不错, 很不错,
很棒, 太棒了, 真棒, 很好, 太好了, 就行, 好啊, 好吧, 行吧, ok的,
可以的, 当然

[apply]
do it, do that, do so, apply it, apply that, apply them, apply this, apply the plan, go ahead,
make it so, do this, confirm, confirmed, proceed, go for it, execute, execute it,
apply the changes, carry on, do all of that, do all of it, do them, let's do it, let's do that,
make those changes, make that change, go on, do just that, continue, please proceed, commit it,
apply those, apply all,
go with that plan, go with the plan, go with this plan, let's go with that, let's go with the plan
就这样做, 就这么做, 就这样, 就这么办, 确认, 执行, 应用, 照做, 照办, 按这个来, 就这样办, 开始吧,
动手吧, 做吧, 确定, 应用吧, 执行吧, 剪吧, 就按这个做, 就这样剪, 就这么剪, 照这个做, 按计划做,
继续, 就按这个, 按这个方案, 就照这个做, 就按你说的做, 按你说的做,
按这个方案来, 就按这个方案来, 按你说的来, 就按你说的来, 按你说的这个方案来, 就按你说的这个方案来,
按你说的方案来, 就按你说的方案来, 照你说的做, 就照你说的做, 按方案来, 就按方案来, 按方案做

[export]
export, exporting, download, downloading, render, upload, uploading, send, send me, deliver,
hand over, share, publish, give it to me, give me the file, give me the video, give me the mp4,
transcribe, transcription, convert to text, give me the subtitle, give me the subtitles,
give me the captions, give me the transcript, save as, cancel, abort, translate me, email,
give me the finished, give me the final, have the finished, have the final, want the transcript
导出, 下载, 发给我, 发我, 上传, 传给我, 渲染, 输出, 给我文件, 转写, 转录, 给我视频, 传上来, 导入,
分享, 发布, 发过来, 发一份
"""

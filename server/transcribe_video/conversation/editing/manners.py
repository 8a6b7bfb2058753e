"""The words by which a message hangs together, and those that change nothing of what it asks."""

from typing import Final

MANNERS: Final = """
[from]
from, starting at, starting from, beginning at, beginning from, starts at, start at, starting,
begins at, since, running from
从, 自, 自从, 由, 打从

[to]
to, through, thru, into, down to, as, ending at, and ending at, ends at, running to, over to
到, 至, 成, 为, 直到

[between]
between, in between

[until]
until, till, up to, up until, til, 'til

[after]
after, past, beyond, following, later than, right after, just after, immediately after

[before]
before, prior to, ahead of, earlier than, right before, just before, preceding, in front of

[afterwards]
onwards, onward, and on, and after, and beyond, forward, on out, and later, or later
以后, 之后, 往后, 后, 起, 开始往后, 后面, 以后的, 之后的, 后面的, 开始到最后, 后边

[beforehand]
以前, 之前, 前面, 以前的, 之前的, 前面的, 前边

[first]
first, opening, initial, leading
前, 头, 最前, 最初, 最开始, 最前面的, 最开始的, 开头, 片头, 开场, 前头

[last]
last, final, closing, ending, trailing
最后, 末尾, 尾, 末, 最末, 结尾, 最后的, 结尾的, 片尾, 最后面的, 末尾的, 倒数, 最后一遍, 最后一次

[latter]
second half, latter half, other half, 2nd half
下半段, 下半部分

[start]
start, beginning, very beginning, very start, front, the top of the video, head, the intro,
outset, very front
最前面, 开始, 最开头, 视频开头, 开始处, 开头处, 开头部分, 最前边, 首部, 最前方

[end]
end, very end, back, the end of the video, tail, finish, the outro, ending of the video
最后面, 结束, 末端, 视频末尾, 结束处, 结尾处, 尾部, 最末尾, 最后边, 后尾

[at]
at, around, about, near, @, at around, at about, on
在, 于, 处, 位置, 大约, 大概

[by]
by

[for]
for, lasting, for about, during, long, last for, for around
持续, 时长, 长, 显示时长, 时间, 持续时间, 停留, 长度

[off]
off, from the

[in]
in

[out]
out, away

[up]
up

[down]
down

[over]
over, within, across, lasting over
在...内

[longer]
longer than, more than, greater than, at least, exceeding, that exceed, exceed, or longer,
or more, longer, >, >=, and longer, bigger than, plus, and up, no shorter than,
that last longer than, lasting longer than, that last more than, in excess of
超过, 大于, 长于, 以上, 多于, 高于, 不少于, 至少, 长过, 超过了

[and]
and, &, +, as well as, along with, plus also, then, and then, after that, afterwards, but,
however, also, and also, next, finally, lastly, or, /, followed by, and finally, secondly,
firstly, thirdly, while, except that, yet, together with
和, 及, 以及, 还有, 与, 跟, 另外, 然后, 接着, 再, 并, 并且, 但, 但是, 不过, 最后再, 随后, 接下来,
同时, 此外, 也, 而是, 或, 或者, 首先, 其次, 最后把, 还要, 外加, 而且, 只是, 之后再, 而, 最后请,
最后加

[only]
only, just, simply, solely, nothing but, exclusively, only the, merely
只, 仅, 只是要, 仅仅, 光

[except]
except, except for, everything but, all but, apart from, other than, excluding, but not,
aside from, anything but, everything except, besides, save for, outside of, outside,
everything other than, all except
除了, 除, 以外, 之外, 除开, 除去, 以外的, 之外的, 除外, 外

[not]
don't, dont, do not, not, never, instead of, rather than, without touching, doesn't, won't,
shouldn't, avoid, no need to, needn't, leave alone, do n't, cannot, can't, must not, mustn't,
nothing, stop, refrain from
别, 不必, 不, 不是, 无需, 不能, 请勿, 勿, 不想, 而不是, 不得, 没必要, 不要再, 先别, 千万别

[unwanted]
don't need, don't want, do not need, do not want, don't like, i don't want, i don't need,
no longer need, not needed, unnecessary, don't have to, can go, has to go, must go, needs to go,
should go, have to go, no longer want, do not like
不要, 不要了, 不用, 不需要, 不想要, 没用, 多余, 不需要了, 没必要要

[plan]
what if, what would happen if, what happens if, what would it look like, how would it look,
how long would it be, what would, how would, would it, dry run, preview, don't apply,
without applying, don't apply it, just a plan, how do i, how can i, how would i, how long would,
how much shorter, do not apply, don't do it yet, don't apply it yet, before you apply,
how will it look, what will it look like, what will happen if, what does it look like if,
how does it look if, just asking, hypothetically, only a plan, don't change anything yet,
without changing anything, how much would, suppose, what'd happen if, what'd it look like,
simulate, how long will it be if, as a dry run, show me the plan, what gets cut if,
what will be cut if, show me what would, tell me what would, imagine
会怎样, 会怎么样, 会是什么样, 会变成什么样, 会有多长, 会剩多长, 先别应用, 先不要应用, 试算,
先看看效果, 会如何, 会剩下多久, 先别动手, 先不要执行, 会是什么效果, 会剩多久, 还剩多长, 会变多长,
模拟一下, 预览, 先别剪, 怎么样才能, 会有什么效果, 会是怎样, 什么效果, 效果如何, 还剩多久,
先不要剪, 先不要做, 先别做, 假设, 先别执行, 还会剩多少, 会变成什么样子, 会是什么样子, 会变成多长

[question]
what, what's, when, where, who, which, why, how, does, did, has, have you, whose, whom, isn't,
aren't, didn't, how's, where's, who's, do you, do they, do we, whether, am, do i, has it, am i

[question_anywhere]
什么, 怎么, 为什么, 多少, 谁, 哪, 有没有, 几分, 几点, 吗, 什么时候, 多久, 如何, 哪里, 是不是,
哪些, 呢, 几分钟, 几秒

[polite]
能, 能不能, 可不可以, 可否, 能否, 好吗, 行吗, 可以吗, 好不好, 行不行, 好嘛, 可以帮我, 能帮我,
能不能帮我, 是否可以

[courtesy]
please, pls, plz, thanks, thank you, thx, ty, could you, can you, would you, will you, can we,
could we, kindly, hi, hello, hey, hi there, dear, cheers, i'd really appreciate it,
i would appreciate it, i'd appreciate it, much appreciated, if you can, if possible, for me,
would you mind, do you mind, i'd like you to, i would like you to, i'd like to, i would like to,
i want you to, i want to, i need you to, i need to, let's, let us, go ahead and, help me, try to,
help me to, could i, can i, is it possible to, i'd like, i would like, i'd love, well, so, now,
um so, ok so, first of all, thank you very much, thanks a lot, thanks so much, thank you so much,
many thanks, in advance, when you get a chance, if you don't mind, if you could, i think, maybe,
perhaps, actually, there, again, too, we should, you should, you can, should, shall we,
we need to, want to, need to, make sure, make sure to, also please, oh, wait, one more thing,
quickly, that's all, that is all, that's it, real quick, i wanna, wanna, gonna, going to,
i was wondering if, would be great if, it would be great if, can u, u, guys, everyone, sir, mate,
buddy, please and thank you, cheers mate, please apply the following edits,
apply the following edits, the following edits, the following, as follows, the following changes,
apply the following changes, make the following changes, make the following edits,
make these edits, make these changes, apply these edits, apply these changes, do the following,
these edits, these changes, sorry, here's what i want, here is what i want, here are the changes,
here are the edits, be so kind, be so kind as to, would love, could you please, can you please,
if that's ok, if that's okay, when you have a moment, instead, a favor, do me a favor, in one go,
at once, i guess, hey there, good morning, good evening, good afternoon, might as well, next up,
please make sure, no problem, as requested, i'd prefer, i prefer, just go ahead and, don't worry,
for now
请, 麻烦, 麻烦你, 麻烦帮我, 帮我, 帮忙, 谢谢, 谢了, 多谢, 感谢, 你好, 您好, 劳驾, 拜托, 辛苦了,
我想, 我要, 我希望, 希望, 想, 我想要, 我需要, 请按下面的要求修改, 按下面的要求, 下面的要求, 要求,
修改, 如下, 请帮我, 一下, 吧, 啊请, 谢谢你, 谢谢啦, 谢谢您, 如果可以的话, 可以的话, 方便的话,
现在, 先, 首先请, 就好, 就可以了, 即可, 就可以, 谢啦, 给我, 嗨, 哈喽, 亲, 辛苦, 按以下要求, 以下,
请你, 请您, 我觉得, 我们, 直接, 顺便, 记得, 需要, 以下修改, 做以下修改, 请做以下修改, 有劳,
按照以下要求, 看着办

[remark]
because, so that, so it, so they, so we, so i, so there's, since it's, 'cause, cause, as it's,
as it is, as they, as there's, due to, since there's, given that, which is, who is, otherwise,
so you, so people, in order to, since that's, since i, as i, as we, since we, since he, since she,
since they, where i'm, where it's, where there's, it sounds, it looks, to make it, to keep it,
so the viewer, so viewers, so nobody, so no one, so everybody, so everyone
因为, 因, 免得, 以免, 由于, 这样, 好让, 便于, 为了, 方便, 不然

[remark_first]
it's, it is, there's, there is, that's, that is, this is, i'm, i am, he, she, they, he's, she's,
they're, we're, these are, those are, it was, i was, we were, there are, there was, i just,
you're, we are, those were, that was, nobody, somebody, someone, it has, it does, it just,
it feels, we have, i have, the viewer, viewers, my boss, our client, my client, the client,
it starts, it gets, it goes, it might, it will, it'll, i keep, i kept, it needs, i do, we do,
i was just
那是, 这是, 感觉, 觉得, 我觉得有点, 里面是, 里面有, 那里有, 里面在, 有电话, 太长, 太吵, 太慢,
都是, 全是, 太, 只是我, 那里是, 他, 她, 他们, 她们, 有人在, 声音太, 有点, 那段是

[is]
is, are, was, were, feels, looks

[small]
the, a, an, of, my, our, your, his, her, their, me, i, we, you, be, some, very, a bit, a little,
much, then just, up with, one more, really, quite, here, can, just the, both, same, with it, will,
would, kind of, sort of, background, underneath, under, beneath, behind it, in the background,
low, whole of, new, own, with the, in it, along, along with it, using, named, say, right now,
well as, timecode, overall, yo, like, user, by the user, requested, requested by, anybody's,
anyone's, someone's, end up, slightly, breathe, anyway, style, font, nice, at all, already,
too many, type of, kinds of, kind, on it, from it, as well, of it, off it, to it, via, per, usual,
within the, each other, way, more, set to, mode, level, target, standard, duration, time, teh,
adn, roughly, approximately, only for, in there, more or less, if, tag, want it, needed, get it,
look like, you'd, so far
的, 了, 把, 将, 给, 我, 你, 您, 这, 那, 里, 中, 里面, 个, 一个, 一些, 点, 一点, 些, 那样, 这样子,
着, 过, 地, 得, 之间, 之间的, 内, 请问, 就, 也行, 同样, 下, 来, 去, 按, 按照, 照, 根据, 使, 让它,
帮, 呀, 哦, 噢, 嘛, 呗, 啦, 哈, 那么, 其中, 自动, 上去, 进去, 掉, 完全, 稍微, 更, 最, 点儿,
一点点, 一段视频, 版, 版本, 模式, 的时候, 时, 时候, 当, 一张, 张, 一首, 首, 条, 一条, 份, 第,
方式, 标准, 目标, 如果, 效果, 起来, 出来, 下来, 到目前为止, 目前, 刚才, 刚刚, 多, 有, 再次, 处理,
以, 使得, 一句, 一行, 行字, 还, 一遍, 遍, 每, 格式, 质量, 位, 名, 叫做, 为止, 要是, 作为, 当作,
一共, 总共, 字号, 字体, 大小, 作, 播, 上方的, 之类, 之类的, 等, 等等, 这种, 那种, 声音的, 右边,
以内, 这么, 那里, 剪辑好, 剪好的
"""

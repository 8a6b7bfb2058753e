"""The words by which a message hangs together, under their signs."""

from typing import Final

MANNERS: Final = """
[from]
from, starting at, starting from, beginning at, beginning from, starts at, starting,
begins at, since, running from, starting with, beginning with, that starts with,
which starts with, that begins with, which begins with, starts with, begins with, right from,
all the way from, anywhere from, everything from, from about,
from around
从, 自, 自从, 由, 打从, 起自, 从大约

[from bound]
start at, start from, begin at, begin from, start it off at

[to bound]
stop at, and end at, and stop at, and finish at, cut off at, cut it off at, cut the video off at

[to]
to, through, thru, into, as, ending at, and ending at, ends at, running to, over to, ending with,
ends with, that ends with, and ends with, and ending with, finishing with, finishing at,
up through, all the way to, right through to, through to, over until, right to, clear to, onto,
ends on, ending on, and ends at, down into, and stops at, stopping at, stops at
到, 至, 成, 为, 直到, 一直到, 到了, 直至, 一路到, 一直保留到, 一直删到, 一直剪到, 结束于, 截止到

[between]
between, in between, anything between, everything between, in-between, from between,
what's between, whatever is between, what's in between
之间, 之间的

[until]
until i say, until he says, until she says, until they say, until we say, until i said, until he
said, until she said, until they said, until we said, until someone says, until where i say, until
where he says, until where she says, until where they say,
until, till, up to, up until, til, 'til, as far as, up to where, up till, right up to,
up to the point where

[until including]
up to and including, until and including, up through, all the way up to and including

[after]
after i say, after he says, after she says, after they say, after we say, after i said, after he
said, after she said, after they said, after we said, after someone says, after where i say, after
where he says, after where she says, after where they say,
after, past, beyond, following, later than, right after, just after, immediately after,
that comes after, which comes after, that follows, which follows, from after, behind, comes after,
come after, coming after, they come after, it comes after, goes after, to after, right behind,
subsequent to, straight after, everything past, all past, what's after, whatever is after,
what comes after, whatever comes after, what follows, whatever follows

[before]
before i say, before he says, before she says, before they say, before we say, before i said,
before he said, before she said, before they said, before we said, before someone says, before
where i say, before where he says, before where she says, before where they say,
before, prior to, ahead of, earlier than, right before, just before, preceding, in front of,
that comes before, which comes before, that precedes, which precedes, comes before, come before,
coming before, it comes before, they come before, goes before, to before, leading up to,
in advance of, straight before, up to just before, until just before, ahead of where,
in the run-up to, what's before, whatever is before, what comes before, whatever comes before

[afterwards]
and after, and beyond, and later, or later, and onwards, and onward, and everything after,
and everything after it, and all that follows
以后, 之后, 后, 后面, 以后的, 之后的, 后面的, 后边, 以后的内容, 之后的内容, 后面的内容, 后的内容,
后的, 之后所有, 以后所有, 后面全部, 之后全部, 以后全部, 后面所有, 后面所有的, 后的部分,
以后的部分, 之后的部分, 后面的部分, 后头

[onwards]
onwards, onward, and on, forward, on out, onwards from there
往后, 起, 开始往后, 往后的, 起的, 往后全部

[beforehand]
以前, 之前, 前面, 以前的, 之前的, 前面的, 前边, 以前的内容, 之前的内容, 前面的内容, 前的内容,
前的, 以前的部分, 之前的部分, 前面的部分, 前面全部, 之前全部, 前面所有, 之前所有, 前头的, 以前全部

[first]
first, the very first, very first
前, 头, 最前, 最初, 最前面的, 前头, 起初, 打头, 头一个, 头上, 打头的, 起首, 第一个, 第一遍, 第一次,
第一处

[first edge]
opening, initial, leading, the opening, starting off, the initial, the starting
最开始, 最开始的, 开头, 片头, 开场, 片头的, 开场的, 起始

[last]
last, final, the final, very last, the very last, concluding
最后, 末, 最末, 最后的, 最后面的, 倒数, 最后一遍, 最后一次, 最后那, 末了, 临近结尾, 最尾, 结束前,
结尾前, 最后头, 最后这

[last edge]
closing, ending, trailing, the closing, the ending
末尾, 尾, 结尾, 结尾的, 片尾, 末尾的, 片尾的

[latter]
second half, latter half, other half, 2nd half
下半段, 下半部分

[ends]
both ends, each end, either end, the two ends, both the start and the end, both start and end,
both the beginning and the end, both beginning and end, start and end both
两头, 首尾, 头尾, 两端, 首尾两端, 头和尾, 开头和结尾各, 前后各, 两边, 首尾处, 头尾两端, 一头一尾,
片头片尾

[start]
start, beginning, very beginning, very start, front, the top of the video, the intro, outset,
very front, head of the video, beginning of it, start of it, very start of the video,
start of the video, beginning of the video, at the front, the front, up to the front,
right up to the front, to the very front,right to the front, right up front, upfront, up front,
top of the video, top of it, the start of the clip, before everything, before everything else,
in front of everything, in front of everything else,
ahead of everything, ahead of everything else, before this, before this one, before this video,
before the video, before the interview, before the main video, in front of this,
in front of the video, in front of it, in front, before it, ahead of it, ahead of this,
before all else, before anything else, at the head, open with, opens with, opening shot,
the hook,
as the hook, as a hook, as an intro, as the intro, as an opener, as the opener, as intro,
kick off with, as the beginning, as the opening, the head of
最前面, 开始, 最开头, 视频开头, 开始处, 开头处, 开头部分, 最前边, 首部, 最前方, 最前端, 最开头处,
开头这里, 头部, 最开始的地方, 视频最前面, 视频最前, 视频前面, 前面去, 开端, 起点, 片头前, 片头处,
片头位置, 最前头, 视频的开头, 视频的最前面, 视频开始, 视频开始处, 视频前, 视频之前, 本视频之前,
这个视频之前, 这个视频前面, 正片前, 正片前面, 正片之前, 整个视频前面, 整个视频之前, 开始的, 开头的

[start go]
come first, comes first, go first, goes first, play first, plays first, be first

[end go]
go last, goes last, play last, plays last, be last, come last, comes last

[end]
在最后, 在最后面, 在最末尾, 在末尾, 在最末,
end, very end, back, the end of the video, tail, finish, the outro, ending of the video,
very end of the video, end of it, at the back, at the tail, tail end,
after everything, after everything else,
behind everything, after this, after this one, after this video, after the video,
after the interview, as an outro, as the outro, as outro, at the finish, final place,
ends with it, behind this, behind the video, rear, as the ending, as an ending
最后面, 结束, 末端, 视频末尾, 结束处, 结尾处, 尾部, 最末尾, 最后边, 后尾, 最末端, 视频最后,
视频最后面, 视频后面, 视频之后, 后面去, 末尾处, 最末处, 终点, 片尾处, 片尾位置, 视频的末尾,
视频的结尾, 视频的最后, 视频结尾, 视频尾部, 最后头, 正片后, 正片后面, 正片之后, 整个视频后面,
屁股后面

[at]
at, around, about, near, @, at around, at about, right at, exactly at, at exactly,
somewhere around, at roughly, at approximately, at time, when it hits, at the time, at minute,
circa
在, 于, 处, 位置, 大约, 大概, 的位置, 时刻, 那一刻, 时间点, 处的位置, 的地方

[by]
by

[for]
for, lasting, for about, long, last for, for around, lasts, for roughly, for approximately,
that lasts, which lasts, for exactly, staying for, stay for, stays for, visible for, showing for,
shown for, on screen for, on for, up for, holding for, hold for, over a period of, hold it for,
held for, hang around for, for a total of, during
持续, 时长, 长, 显示时长, 时间, 持续时间, 停留, 长度, 保持, 维持, 延续, 停, 持续显示, 维持时间,
持续个

[off]
off, from the

[on]
on

[in]
in

[out]
out, away

[up]
up

[down]
down

[over]
over, within, across, lasting over, taking, over the course of, spread over
在...内

[longer]
longer than, more than, greater than, at least, exceeding, that exceed, exceed, or longer,
or more, longer, >, >=, and longer, bigger than, plus, and up, no shorter than,
that last longer than, lasting longer than, that last more than, in excess of, longer then,
lasts longer than, lasts more than, last over, lasting over, lasts over, that last over,
larger than, greater then, more then, upwards of, which exceed, that are longer than,
that's longer than, that are over, that's over, that are more than, bigger then, any longer than,
anything over, anything longer than, anything above, anything more than, anything exceeding
超过, 大于, 长于, 以上, 多于, 高于, 不少于, 至少, 长过, 超过了, 超出, 大过, 以上的, 超过的,
大于等于, 高过

[condition]
万一, 一旦
if, unless, only if, except if, except when, whichever, if it, if there, if she, if he, if they,
provided, depending on, both included, including both, inclusive, both inclusive,
including those, including them, both excluded
如果, 要是, 除非, 只有当, 视情况, 包括这两句, 含这两句, 包含这两句, 包括这两句话, 连同这两句,
这两句也

[and]
and, &, +, as well as, along with, plus also, then, and then, afterwards, but,
however, and also, next, finally, lastly, /, followed by, and finally, secondly,
firstly, thirdly, while, except that, yet, together with, & also, and likewise, and lastly,
fourth, fourthly, additionally, in addition, besides that, on top of that, apart from that,
furthermore, moreover, meanwhile, whilst, and while you're at it, while you're at it, while at it,
and then also, oh and, oh and also, and maybe, otherwise just, and once that's done,
once that's done, once done, when that's done, after which, and afterwards, then also, and next,
lastly also, at the same time, at the same time also, simultaneously
和, 及, 以及, 还有, 与, 跟, 另外, 然后, 接着, 并, 但, 但是, 不过, 最后再, 随后, 接下来,
此外, 而是, 首先, 其次, 最后把, 还要, 外加, 而且, 只是, 之后再, 而, 最后请,
最后加, 并把, 另外再, 还得, 还需要, 再把, 再来, 然后再, 再给, 然后把, 接着把, 之后把, 最后给,
以及把, 外加上, 同时把, 同时还要, 同时还, 并同时, 同时给, 还有就是, 另外还, 再就是,
再次把, 末了再, 完了再, 完事后, 弄完, 做完, 之后再把, 加之, 且, 又把, 再者, 除此之外, 另外把,
还想, 还要把, 还请, 而后, 紧接着

[or]
or, or else, either or
或, 或者, 或是, 或者是, 要么

[or rather]
还是

[and same]
同时, 并且, 顺便, 顺手, 顺带, 同时也, 顺便也, 一边, 顺便再

[and later]
after that

[and also]
also
再, 也, 也要, 也请, 也把, 也给

[only]
only, just, simply, solely, nothing but, exclusively, only the, merely
只, 仅, 只是要, 仅仅, 光

[except]
except, except for, everything but, all but, apart from, other than, excluding, but not,
aside from, anything but, everything except, besides, save for, outside of, outside,
everything other than, all except, but for, leaving out, with the exception of, not including,
shorter than, but leave out, excepting, bar the, but not for, all besides
短于, 除了, 除, 以外, 之外, 除开, 除去, 以外的, 之外的, 除外, 外

[not]
don't, dont, do not, not, never, instead of, rather than, without touching, doesn't, won't,
shouldn't, avoid, no need to, needn't, leave alone, do n't, cannot, can't, must not, mustn't,
stop, refrain from, don't you, dont you, not to, please don't, do not want to, ain't, doesnt,
wont, rather not, i'd rather not, isn't necessary to, hasn't, haven't, hadn't, not need, un,
wouldn't, wouldnt, would not, would never, i'd never, refuse to, refuse,
refusing to, hate to, hate for you to, under no circumstances, on no account, in no case,
by no means,
there's no reason to, no reason to, no point in, nobody should, no one should, stay away from,
keep away from, steer clear of, hands off, keep your hands off, keep off
别, 不必, 不, 不是, 无需, 不能, 请勿, 勿, 不想, 而不是, 不得, 没必要, 不要再, 先别, 千万别,
不用再, 不用给, 不用去, 不许, 甭, 请别, 请不要, 不可以, 不可, 不再, 不该, 无须, 毋须, 切勿, 不会,
没有理由, 没理由, 没让你, 没叫你, 没要你, 没让, 没叫, 没要求, 没说要, 不愿意, 不愿,
拒绝, 绝不, 绝对不要, 绝对不, 绝对别, 决不, 不打算, 反对, 舍不得, 不敢

[not]
without cutting, without removing, without deleting, without losing, without muting,
without changing, not sure, not sure if, not sure whether, not sure about, not certain

[not all]
nothing
是不对的, 是错的, 是错误的, 是个错误, 不合适, 不是个好主意

[unwanted]
don't need, don't want, do not need, do not want, don't like, i don't want, i don't need,
no longer need, not needed, unnecessary, don't have to, no longer want, do not like, isn't needed,
isn't needed anymore, aren't needed, is not needed, are not needed, is needless,
isn't necessary, aren't necessary, not necessary, nothing is needed, no longer wanted,
don't need anymore, don't want anymore, don't care for, not wanted, unwanted, don't belong,
doesn't belong, shouldn't be there,
should not be there, shouldn't be in there, shouldn't be in it, don't want to see,
don't want to hear, is useless, are useless, is pointless,
are pointless, we can do without, can do without, could do without, i can do without,
is superfluous, must be gone, needs to be gone, should be gone, don't want to keep,
needs removing, need removing, needs cutting, need cutting, wants cutting, needs to disappear,
should disappear, can disappear, can be gone, is unnecessary, are unnecessary, isn't any good,
is no good, are no good, is no use, is not required, isn't required, aren't required,
not required, no need for
不要, 不要了, 不用, 不需要, 不想要, 没用, 多余, 不需要了, 没必要要, 都不要, 都不要了, 全不要,
全不要了, 全部不要, 全部不要了, 都不用, 不要掉, 不想保留, 不想留, 没什么用, 没有用, 用不着,
用不上, 没必要留, 不必留, 可以不要, 不再需要, 可以去掉了, 不需要的, 没用了, 不用了, 也不要,
也不要了, 就不要了, 就不要, 不用留, 不用保留, 不要留, 不保留, 不留, 都不需要, 都没用

[unwanted go]
can go, has to go, must go, needs to go, should go, have to go, need to go, ought to go, gotta go,
should also go, can also go, must also go, has to go too, also has to go, also have to go
"""

"""What makes a message hostile where it is said again and again: reading it must stay cheap."""

PIECES = (
    *("“", "'", "cut ", "1:20 ", "从", "一", "a ", "\"'", "1:", "a.b", "/", "half ", "\u2018"),
    *("x ", "make match ", "title a ", "Put A ", "标题写", "captions, ", "0:10 ", "'a', "),
    *("the first and ", "clip 1 and ", "clips 1, ", "第一、", "片段1、", "第", "最后"),
    *("the last time she said ", "the first 'a' ", "first to ", "1 to clip "),
    *("cut part where I say ", "cut part ", "把她说", "swap 0:10-0:20 and "),
    *("，", ", ", "no, ", "oh, wait, ", "i already ", "，不对"),
    *("sentence 1-9 ", "sentences 1, ", "cut the part about a ", "about a and ", "A: "),
    *("the first, the second and ", "white on black ", "删掉关于", "每一句提到", "swap the two "),
    *("cut 0:10-0:20, no wait, ", "cut words a "),
)

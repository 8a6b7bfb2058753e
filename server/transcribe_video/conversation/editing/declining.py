"""A “no” to what was planned."""

import re

from transcribe_video.conversation.editing.folded import folded

_WORDS = (
    r"(?:oh|hm+|um|uh|well|ok|okay|sorry|please|pls|actually|wait|thanks|thank you|no|just|then|"
    r"and|so)"
)
_NO = (
    r"(?:no|nope|nah|no thanks|no thank you|not now|not yet|never ?mind|forget (?:it|that|about it|"
    r"about that)|cancel (?:that|it|this|the plan)|(?:please )?(?:do not|don't|dont)"
    r"(?: (?:do|apply|make|change) (?:it|that|this|so|them|anything))?|(?:i'd )?rather not|"
    r"let's not|i(?:'ve| have)? changed my mind|"
    r"(?:drop|scrap|forget|cancel|leave) (?:it|that|(?:the|that|this) plan)|"
    r"leave (?:it|that|everything) (?:as (?:it )?(?:is|was)|be|alone)|better not|"
    r"absolutely not|definitely not|of course not|discard (?:it|that|this|(?:the|that|this) plan)|"
    r"leave (?:the|my) (?:video|edit|cut) (?:as (?:it )?is|as it was|be|alone)|"
    r"(?:that|this|it|(?:that|this|the) plan)(?:'s| is|'s just| was)?(?: not|n't) "
    r"(?:quite |really )?(?:what i (?:meant|wanted|asked for|had in mind)|right|it)|"
    r"i don't want (?:that|it|this)(?: after all| any ?more)?)"
)
_NO_ZH = (
    r"(?:不要|不用|不了|不必|不行|不可以|不需要|不好|不做|不剪|不改|不|别剪|别做|别改|别动|别|算了|"
    r"取消|没事|作罢|不想要)"
)
_EDGE = r"[\s,.!;:，。！；、\u2026-]{0,4}"
_DECLINED = re.compile(
    rf"{_EDGE}(?:{_WORDS}\b{_EDGE})*{_NO}(?![\w']){_EDGE}(?:(?:{_NO}|{_WORDS})(?![\w']){_EDGE})*"
    rf"|{_EDGE}(?:(?:哦|嗯|啊|那就|那|请|先|还是|我|都|就|谢谢|(?:刚才|刚刚)?的?(?:这个|那个)?(?:方案|计划)){_EDGE})*{_NO_ZH}"
    rf"(?:(?:{_NO_ZH}|了|吧|(?:刚才|刚刚)?的?(?:这个|那个)?(?:方案|计划)|我|啦|谢谢|还是|先|这样|那样|这个|那个|它){_EDGE}|{_EDGE})*"
)
_LONGEST = 100  # characters


def is_declined(message: str) -> bool:
    """Whether a message is a “no”, and nothing else."""
    return len(message) <= _LONGEST and bool(_DECLINED.fullmatch(folded(message).text.strip()))

"""What answers a question about a message, put together with it: “cut it”, “the first 10 s”."""

import re
from typing import Final

from transcribe_video.conversation.editing.choosing import answer_in
from transcribe_video.conversation.editing.declining import is_declined
from transcribe_video.conversation.editing.edit import (
    AddTitle,
    ChangeTitle,
    Edit,
    MatchText,
    TimelineEdit,
)
from transcribe_video.conversation.editing.grammar import edits_of
from transcribe_video.conversation.editing.lexing import tokens_of
from transcribe_video.conversation.editing.parting import VERBS
from transcribe_video.conversation.editing.situation import Situation
from transcribe_video.conversation.editing.small_talk import courtesy_in

TEXT: Final = "text"
_LONGEST = 500  # characters
_END = " \t\r\n.,;:!?。，；：！？"
_MARKS = ("“”", '""', "「」", "『』", "\u2018\u2019", "''", "„“", "«»")
_QUOTED = re.compile("|".join(f"{pair[0]}[^{pair}]+{pair[1]}" for pair in _MARKS))
_NAMING = re.compile(
    r"\s*(?:(?:please|just|ok|okay|yes)\W+)*(?:(?:call|name|title) (?:it|this|that)|"
    r"(?:let it|make it|have it|it (?:should|shall|must)|it has to) (?:say|read|be)|"
    r"(?:the )?(?:text|title) (?:is|should be|shall be)|(?:it )?(?:says?|reads?))\b[\s,:]*"
    r"|\s*(?:请|就|那就)?(?:叫做?|写上?|写成|用|标题是|标题叫|文字是|内容是)[\s,:，：]*",
    re.IGNORECASE,
)
_NAMED_ZH = re.compile(r"\s*(?:就叫|那就叫|就写|写上|标题是|标题叫|文字是|内容是)[\s,:，：]*")
_UNDECIDED = re.compile(
    r"\W*(?:i(?:'m| am)? )?(?:(?:do not|don't|dont) know|not sure|have no idea|no idea|whatever|"
    r"anything|you (?:choose|decide|pick)|up to you|surprise me|随便|我?不知道|你定|你来定|都行|"
    r"都可以|你决定)\W*",
    re.IGNORECASE,
)
_GREETING = re.compile(
    r"\W*(?:hi|hello|hey|good (?:morning|afternoon|evening)|你好|您好)(?: there)?\W*", re.IGNORECASE
)


def completed(asked: str, about: str, answer: str, situation: Situation) -> str:
    """The message that a question was about, with what answers it; empty if nothing does.

    Args:
        asked: the message, of which something was not clear.
        about: what was not clear, as ``Ask`` has it.
        answer: what was said to that.
        situation: the project that both are about.
    """
    is_asked_back = answer.rstrip().endswith(("?", "？")) or _UNDECIDED.fullmatch(answer)
    is_other = is_asked_back or is_declined(answer) or courtesy_in(answer)
    if is_other or len(asked) + len(answer) > _LONGEST:
        return ""
    known = edits_of(answer, situation).edits
    if about == TEXT:
        return _titled(asked, answer, known, situation)
    whole = f"{asked.rstrip(_END)} {answer.strip(_END)}"
    found = _edits(whole, situation)
    if known and not (_is_bare(answer, situation) and [*map(type, known)] == [*map(type, found)]):
        return ""
    return whole if found else ""


def is_quotation(answer: str) -> bool:
    """Whether an answer is a text in quotation marks, and nothing else."""
    return bool(_QUOTED.fullmatch(answer.strip(_END)))


def _titled(asked: str, answer: str, known: tuple[Edit, ...], situation: Situation) -> str:
    """The message with the text of its title, which is all of the answer if none is quoted."""
    quoted = _QUOTED.fullmatch(answer.strip(_END))
    is_other = (known and not _GREETING.fullmatch(answer)) or answer_in(answer) is not None
    if is_other and not quoted:
        return ""
    text = quoted[0][1:-1] if quoted else answer.strip()
    inner = None if quoted else _QUOTED.search(answer)
    if inner is not None:
        whole = f"{asked.rstrip(_END)}, {answer.strip(_END)}"
        if _is_title(whole, inner[0][1:-1], situation):
            return whole
        if not _NAMING.fullmatch(answer[: inner.start()]) or answer[inner.end() :].strip(_END):
            return ""
        text = inner[0][1:-1]
    elif not quoted:
        text = _unnamed(text)
    whole = f"{asked.rstrip(_END)} “{text}”"
    return whole if _is_title(whole, text, situation) else ""


def _unnamed(text: str) -> str:
    """“Call it Hello” without what only says that it is the text."""
    naming = _NAMED_ZH.match(text) or (_NAMING.match(text) if text.isascii() else None)
    return text[naming.end() :] or text if naming else text


def _is_title(message: str, text: str, situation: Situation) -> bool:
    """Whether a message asks for a title of this text, and for nothing else."""
    found = _edits(message, situation)
    titles = [one for one in found if isinstance(one, AddTitle | ChangeTitle) and one.text == text]
    return len(found) == len(titles) == 1


def _edits(message: str, situation: Situation) -> tuple[Edit, ...]:
    """The edits that a message asks for; none where something is still not clear."""
    request = edits_of(message, situation)
    is_clear = all(
        isinstance(edit, TimelineEdit) and not isinstance(edit, MatchText) for edit in request.edits
    )
    return request.edits if is_clear and not request.unread else ()


def _is_bare(answer: str, situation: Situation) -> bool:
    """Whether an answer has no verb: “twice” is not what shall be done by itself."""
    return not any(token.sign in VERBS for token in tokens_of(answer, situation))

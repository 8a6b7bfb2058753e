"""A length that the video shall have: “make it one minute long”, 剪成30秒."""

import re
from collections.abc import Sequence

from transcribe_video.conversation.editing.sign import Sign
from transcribe_video.conversation.editing.token import Token
from transcribe_video.conversation.editing.wish import Wish

_HEADS = {"", "cut", "propose", "confirm"}
_TIMES = {Sign.QUANTITY, Sign.MOMENT, Sign.GOAL}
_VERBS = {Sign.CUT, Sign.TRIM, Sign.KEEP, Sign.MAKE, Sign.IMPROVE}
_SAID = {
    *(Sign.RECORDING, Sign.DOWN, Sign.TO, Sign.YES, Sign.NOT, Sign.LONGER, Sign.ONLY, Sign.ALL),
    *(Sign.FOR, Sign.BY),
    *_TIMES,
    *_VERBS,
}
_BY = re.compile(r"\bby\s+\S+\s*\w*\s*$|\b(?:shorter|less)\W*$|(?:缩短|减少|剪短)了?\S{1,6}$")
_BECOMES = re.compile(
    r"\b(?:long|to|under|below|about|exactly|than|within|into|version|cut|by|shorter)\b|[成到在为至短]"
)


def length_goal(message: str, wishes: Sequence[Wish], length_ms: int) -> int | None:
    """How long the video shall be; None if that is not what a message asks for.

    Which parts shall go is not said, so that nothing can be done without asking.

    Args:
        message: as it was written.
        wishes: what is read in it.
        length_ms: of the video as it is.
    """
    if len(wishes) != 1 or len(wishes[0].clauses) != 1 or wishes[0].head not in _HEADS:
        return None
    row = [token for token in wishes[0].clauses[0].tokens if token.sign is not Sign.SMALL]
    times = [token for token in row if token.sign in _TIMES]
    others = [token for token in row if token.sign not in _SAID]
    if len(times) != 1 or len(others) > 1 or any(one.sign is not Sign.OTHER for one in others):
        return None
    plain = message.casefold()
    if others and not re.search(r"\bthan\b", plain):
        return None
    is_named = any(one.sign is Sign.RECORDING and one.text != "it" for one in row)
    if not _is_of_all(row) or not (is_named or _BECOMES.search(plain)):
        return None  # “make it 5 seconds” may be said of a title
    goal_ms = round(times[0].number)
    is_by = _BY.search(plain.rstrip(" .!?。！")) is not None
    return max(0, length_ms - goal_ms) if is_by else goal_ms


def _is_of_all(row: Sequence[Token]) -> bool:
    """Whether the video is meant and no part of it: “cut 30 seconds” names a part."""
    signs = [token.sign for token in row]
    is_video = Sign.RECORDING in signs or Sign.IMPROVE in signs
    is_goal = bool({Sign.TO, Sign.GOAL} & set(signs)) or Sign.CUT not in signs
    if Sign.BY in signs and Sign.TRIM not in signs:
        return False
    has_verb = bool(_VERBS & set(signs)) or {Sign.NOT, Sign.LONGER} <= set(signs)
    return has_verb and is_goal and (is_video or Sign.TRIM in signs)

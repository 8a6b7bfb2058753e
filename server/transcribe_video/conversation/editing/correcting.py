"""A message that puts the edit before it right: “no, twice as fast”."""

import re
from dataclasses import fields, replace

from transcribe_video.conversation.editing.edit import (
    AddTitle,
    ChangeTitle,
    Edit,
    Fade,
    SetSpeed,
    SetVolume,
    TimelineEdit,
)
from transcribe_video.conversation.editing.folded import folded

_LEAD = re.compile(
    r"\s*(?:(?:oh|hm+|um|uh|well|wait)\W+)*"
    r"(?:(?:(?:no|nope|sorry|wait)\s*[,.;:!，。；：！\u2026-]+\s*)+|actually\b\W*"
    r"|(?:(?:不对|不是|抱歉|其实)\s*[,.;:!，。；：！]*\s*|不(?:行|好)?\s*[,.;:!，。；：！]+\s*)+)"
    r"(?=\S)"
)
_FURTHER = re.compile(r"\b(?:even|still|again|another|further|more|too)\b|再|还要|更|也")
_WHOLE = re.compile(
    r"\b(?:all|whole|entire|everything|everywhere|completely)\b|整个|全部|全片|所有|整段|整条"
)


def correction_of(message: str) -> str:
    """What a message says behind a “no” to what was done; empty if it does not begin with one.

    “No, even faster” goes on from there, and takes nothing back.
    """
    plain = folded(message)
    lead = _LEAD.match(plain.text)
    if lead is None or _FURTHER.search(plain.text):
        return ""
    return message[plain.origins[lead.end()] :].strip()


def put_right(last: Edit, said: Edit, message: str) -> TimelineEdit | None:
    """The edit that takes the place of the last one; None if it is of another kind.

    Args:
        last: the edit that was made.
        said: what is said now.
        message: as it was said: where it names no part, that of the last edit is meant.
    """
    if said == last:
        return None
    is_whole = bool(_WHOLE.search(folded(message).text))
    match last, said:
        case (SetSpeed() as one, SetSpeed() as other) | (SetVolume() as one, SetVolume() as other):
            return _of_part(one, other, is_whole=is_whole)
        case Fade(kind, _, what), Fade(way, int(), where) if (kind, what) == (way, where):
            return said
        case ((AddTitle() | ChangeTitle()), (AddTitle() | ChangeTitle())):
            return _of_title(last, said)
    return None


def _of_part(
    last: SetSpeed | SetVolume, said: SetSpeed | SetVolume, *, is_whole: bool
) -> TimelineEdit | None:
    """Another speed or volume of the same part; another part only where no time moves by it."""
    one, other = getattr(last, "layer", None), getattr(said, "layer", None)
    if (one == "music") != (other == "music"):
        return None
    if (said.from_ms, said.to_ms) == (None, None) and not is_whole:
        return replace(said, from_ms=last.from_ms, to_ms=last.to_ms)
    is_there = said.from_ms is None or (said.from_ms, said.to_ms) == (last.from_ms, last.to_ms)
    return said if is_there or isinstance(said, SetVolume) else None


def _of_title(
    last: AddTitle | ChangeTitle, said: AddTitle | ChangeTitle
) -> AddTitle | ChangeTitle | None:
    """The same title at another time or place, or for another while."""
    match last, said:
        case AddTitle(text), AddTitle(other) if text == other:
            return said
        case AddTitle(text), ChangeTitle(old, None) if old in {"", text}:
            from_ms = last.from_ms if said.from_ms is None else said.from_ms
            length_ms = said.duration_ms or last.duration_ms
            return AddTitle(text, from_ms, length_ms, said.position or last.position, last.is_the)
        case ChangeTitle(old, None), ChangeTitle(other, None) if old == other:
            return said if _told(last) == _told(said) else None
    return None


def _told(change: ChangeTitle) -> set[str]:
    """What is said of a title."""
    return {one.name for one in fields(change) if getattr(change, one.name) is not None}

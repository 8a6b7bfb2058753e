"""Shares and factors as people say them: “half”, “two thirds”, 百分之三十, “1.5 times”."""

from collections.abc import Sequence

from transcribe_video.conversation.editing.amount import Amount
from transcribe_video.conversation.editing.numerals import number_at
from transcribe_video.conversation.editing.sign import Sign

_HALVES = {"half", "半"}


def share_at(words: Sequence[str], place: int) -> Amount | None:
    """The share or factor that begins at a place."""
    return _percent(words, place) or _factor(words, place) or _fraction(words, place)


def bare_share_at(words: Sequence[str], place: int) -> Amount | None:
    """One of a share, as in “the last quarter”."""
    share = _SHARES.get(words[place])
    return Amount(Sign.FRACTION, share, 1) if share else None


def _percent(words: Sequence[str], place: int) -> Amount | None:
    if words[place : place + 3] == ["百", "分", "之"] and place + 3 < len(words):
        found = number_at(words, place + 3)
        return Amount(Sign.PERCENT, found[0] / 100, 3 + found[1]) if found else None
    found = number_at(words, place)
    after = words[place + found[1] : place + found[1] + 1] if found else []
    if found and after in (["percent"], ["成"]):
        share = found[0] / (100 if after == ["percent"] else 10)
        return Amount(Sign.PERCENT, share, found[1] + 1)
    return None


def _factor(words: Sequence[str], place: int) -> Amount | None:
    """“1.5 times”, 两倍; “undo three times” is told apart where it stands."""
    found = number_at(words, place)
    if not found:
        return None
    if words[place + found[1] : place + found[1] + 3] == ["and", "a", "half"]:
        found = (found[0] + 0.5, found[1] + 3)
    elif words[place + found[1] : place + found[1] + 2] == ["倍", "半"]:
        return Amount(Sign.FACTOR, found[0] + 0.5, found[1] + 2)
    if words[place + found[1] : place + found[1] + 1] not in (["倍"], ["times"]):
        return None
    length = found[1] + 1 + (words[place + found[1] + 1 : place + found[1] + 2] == ["速"])
    return Amount(Sign.FACTOR, found[0], length)


_SHARES = {
    "half": 1 / 2,
    "third": 1 / 3,
    "quarter": 1 / 4,
    "thirds": 1 / 3,
    "quarters": 1 / 4,
    "fifth": 1 / 5,
    "fifths": 1 / 5,
    "tenth": 1 / 10,
    "tenths": 1 / 10,
}


def _fraction(words: Sequence[str], place: int) -> Amount | None:
    if list(words[place : place + 2]) in (["一", "半"], ["半", "段"]):
        return Amount(Sign.FRACTION, 0.5, 2)
    if words[place] in _HALVES:
        return Amount(Sign.FRACTION, 0.5, 1)
    found = (1.0, 1) if words[place] == "a" else number_at(words, place)
    return _share(words, place, *found) if found else None


def _share(words: Sequence[str], place: int, number: float, length: int) -> Amount | None:
    """“two thirds”, 三分之一."""
    after = place + length
    if after < len(words) and words[after] in _SHARES:
        return Amount(Sign.FRACTION, number * _SHARES[words[after]], length + 1)
    if words[after : after + 2] == ["分", "之"] and after + 2 < len(words) and number:
        over = number_at(words, after + 2)
        return Amount(Sign.FRACTION, over[0] / number, length + 2 + over[1]) if over else None
    return None

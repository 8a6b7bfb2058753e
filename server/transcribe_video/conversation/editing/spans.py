"""Times that belong together: “from 0:10 to 0:20”, “the last ten seconds”, 一分半以后."""

import re
from collections.abc import Callable, Sequence
from typing import TypeAlias

from transcribe_video.conversation.editing.sign import Sign
from transcribe_video.conversation.editing.token import Token

_Maker: TypeAlias = Callable[[Sequence[Token], int], Token]
_CODES = {sign: chr(0xE000 + place) for place, sign in enumerate(Sign)}
_TIMES = {Sign.CLOCK, Sign.QUANTITY, Sign.NUMBER}
_MINUTE = 60_000


def joined(tokens: Sequence[Token], length_ms: int) -> tuple[Token, ...]:
    """The tokens, those that say one thing about time together as one; small words are left out."""
    row = [
        _clock(tokens, place) for place, token in enumerate(tokens) if token.sign is not Sign.SMALL
    ]
    codes = "".join(_CODES[token.sign] for token in row)
    found: list[Token] = []
    at = 0
    while at < len(row):
        if match := _BOTH_ENDS.match(codes, at):
            part = row[at : match.end()]
            found += [_first(part, length_ms), _last(part, length_ms)]
            at = match.end()
            continue
        for pattern, make in _RULES:
            if match := pattern.match(codes, at):
                found.append(make(row[at : match.end()], length_ms))
                at = match.end()
                break
        else:
            found.append(row[at])
            at += 1
    return tuple(found)


def _clock(tokens: Sequence[Token], place: int) -> Token:
    """A token; 9:16 beside another time is a time and no shape."""
    token = tokens[place]
    if token.sign is not Sign.SHAPE or token.text not in {"9:16", "16:9"}:
        return token
    near = {
        other.sign for other in (*tokens[max(0, place - 2) : place], *tokens[place + 1 : place + 3])
    }
    if Sign.CLOCK not in near or not near & {Sign.TO, Sign.DASH, Sign.AND}:
        return token
    minutes, seconds = map(int, token.text.split(":"))
    return Token(Sign.CLOCK, token.start, token.end, number=(minutes * 60 + seconds) * 1000.0)


def _made(sign: Sign, row: Sequence[Token], span: tuple[float, float]) -> Token:
    start, end = round(span[0]), round(span[1])
    return Token(sign, row[0].start, row[-1].end, number=float(start), span=(start, end))


def _times(row: Sequence[Token]) -> list[float]:
    """The times in a row; one without a unit has that of the next, or seconds."""
    found: list[float] = []
    given = [token for token in row if token.sign in _TIMES]
    for place, token in enumerate(given):
        follows = given[place + 1 :] or given[:1]
        unit = follows[0].unit_ms or 1000
        found.append(token.number * unit if token.sign is Sign.NUMBER else token.number)
    return found


def _range(row: Sequence[Token], _length_ms: int) -> Token:
    """From one time to another, of which only the seconds may be said: 1分20到45秒."""
    first, last = _times(row)[:2]
    end = [token for token in row if token.sign in _TIMES][1]
    if end.unit_ms == 1000 and last < _MINUTE <= first:  # noqa: PLR2004
        last += first // _MINUTE * _MINUTE
    return _made(Sign.SPAN, row, (first, last))


def _from_start(row: Sequence[Token], _length_ms: int) -> Token:
    return _made(Sign.SPAN, row, (0, _times(row)[0]))


def _to_end(row: Sequence[Token], length_ms: int) -> Token:
    return _made(Sign.SPAN, row, (_times(row)[0], length_ms))


def _share(row: Sequence[Token], length_ms: int) -> float:
    """How long a quantity or a part of the whole is."""
    token = next(one for one in row if one.sign in {Sign.QUANTITY, Sign.FRACTION, Sign.PERCENT})
    return token.number if token.sign is Sign.QUANTITY else token.number * length_ms


def _first(row: Sequence[Token], length_ms: int) -> Token:
    return _made(Sign.SPAN, row, (0, _share(row, length_ms)))


def _last(row: Sequence[Token], length_ms: int) -> Token:
    return _made(Sign.SPAN, row, (length_ms - _share(row, length_ms), length_ms))


def _edge(row: Sequence[Token], length_ms: int) -> Token:
    """“5 seconds off the end”."""
    is_end = any(token.sign in {Sign.END, Sign.LAST} for token in row)
    return (_last if is_end else _first)(row, length_ms)


def _at_for(row: Sequence[Token], _length_ms: int) -> Token:
    start, length = _times(row)[:2]
    return _made(Sign.SPAN, row, (start, start + length))


def _for_at(row: Sequence[Token], _length_ms: int) -> Token:
    length, start = _times(row)[:2]
    return _made(Sign.SPAN, row, (start, start + length))


def _for_before(row: Sequence[Token], _length_ms: int) -> Token:
    length, end = _times(row)[:2]
    return _made(Sign.SPAN, row, (end - length, end))


def _one(sign: Sign) -> _Maker:
    return lambda row, _length_ms: _made(sign, row, (_times(row)[0], 0))


def _said(row: Sequence[Token], _length_ms: int) -> Token:
    first, last = (token.text for token in row if token.sign is Sign.QUOTE)
    return Token(Sign.SAID, row[0].start, row[-1].end, f"{first}\n{last}")


# The first that fits at a place counts. A word in small letters is a sign; “time” is a clock or a
# quantity, “when” also a bare number, “part” a share of the whole.
_ROWS: tuple[tuple[str, _Maker], ...] = (
    ("(from|between|at) words? quote words? and? (to|until|from)? and? words? quote", _said),
    ("words? quote (to|until|dash) words? quote", _said),
    ("(from|at)? when (to|until|dash) (from|at)? when !share afterwards?", _range),
    ("between when and (after|before)? when", _range),
    ("(from|between)? (start|first) (to|until|dash|and) when", _from_start),
    ("(from|after)? time (to|until|dash|and)? (end|last) !part", _to_end),
    ("latter", lambda row, length_ms: _made(Sign.SPAN, row, (length_ms / 2, length_ms))),
    ("(first|start) part", _first),
    ("(last|end) part", _last),
    ("afterwards quantity", _last),
    ("fraction (first|start|beforehand)", _first),
    ("fraction (last|end|afterwards)", _last),
    ("for? quantity (from|off|at|out|down)* (start|end|first|last)", _edge),
    ("(from|at)? clock (on|from)? for quantity", _at_for),
    ("(from|at) quantity for quantity", _at_for),
    ("for quantity (from|at) time", _for_at),
    ("quantity (from|at|after) time", _for_at),
    ("quantity before time", _for_before),
    ("(from|after) time (on|afterwards)?", _one(Sign.SINCE)),
    ("time afterwards", _one(Sign.SINCE)),
    ("time (in)? (on|over) !when", _one(Sign.MOMENT)),
    ("(before|until) time beforehand?", _one(Sign.UNTIL_TIME)),
    ("(from)? time (beforehand|first) !part", _one(Sign.UNTIL_TIME)),
    ("at time (at)?", _one(Sign.MOMENT)),
    ("time at", _one(Sign.MOMENT)),
    ("to clock", _one(Sign.GOAL)),
    ("clock", _one(Sign.MOMENT)),
    ("for quantity", _one(Sign.DURATION)),
)
_SETS = {
    "time": "clock|quantity",
    "when": "clock|quantity|number",
    "part": "quantity|fraction|percent",
    "share": "percent|fraction|factor",
}


def _compiled(row: str) -> re.Pattern[str]:
    """The pattern over the codes of signs that a row of words means."""
    text = re.sub(r"!(\w+)", r"(?!\1)", row)
    text = re.sub(r"[a-z]+", lambda word: f"({_SETS.get(word[0], word[0])})", text)
    text = re.sub(r"[a-z]+", lambda word: _CODES[Sign(word[0])], text)
    return re.compile(text.replace(" ", ""))


_BOTH_ENDS = _compiled("(first|start) and (last|end) part")
_RULES = tuple((_compiled(row), make) for row, make in _ROWS)

"""Times that belong together: “from 0:10 to 0:20”, “the last ten seconds”, 一分半以后."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Final, TypeAlias

from transcribe_video.conversation.editing.parting import VERBS
from transcribe_video.conversation.editing.patterns import coded, compiled
from transcribe_video.conversation.editing.sign import Sign
from transcribe_video.conversation.editing.stretch import Extent, Stretch
from transcribe_video.conversation.editing.token import Token

_Maker: TypeAlias = Callable[[Sequence[Token], int], Token | Sequence[Token]]
_TIMES = {Sign.CLOCK, Sign.QUANTITY, Sign.NUMBER}
BOUND: Final = "bound"
"""The text of a time at which the video begins or ends."""
INCLUDING: Final = "including"
"""The text of an end that is meant itself."""
AT: Final = "at"
"""The text of a moment at which something shall be done."""
_TO_WORDS = {Extent.BEFORE, Extent.UNTIL, Extent.THROUGH}
_FROM_WORDS = {Extent.AFTER, Extent.SINCE}
_INSIDE = {Sign.KEEP, Sign.CUT, Sign.MUTE, Sign.TRIM}
_LEADS = {Sign.FROM, Sign.BETWEEN}
_SIDES = {
    *(Sign.BETWEEN, Sign.BEFOREHAND, Sign.AFTERWARDS, Sign.BEFORE, Sign.AFTER, Sign.TO, Sign.UNTIL),
    *(Sign.IS, Sign.ONWARDS, Sign.DASH),
}
_MINUTE = 60_000


def joined(tokens: Sequence[Token], length_ms: int) -> tuple[Token, ...]:
    """The tokens, those that say one thing about time together as one; small words are left out."""
    row = [
        _clock(tokens, place) for place, token in enumerate(tokens) if token.sign is not Sign.SMALL
    ]
    codes = coded(row)
    found: list[Token] = []
    at = 0
    while at < len(row):
        if match := _BOTH_ENDS.match(codes, at):
            found += _both_ends(row[at : match.end()], length_ms)
            at = match.end()
            continue
        if (match := _LIST.match(codes, at)) and not _is_between_verbs(row, at, match.end()):
            found += [token for token in row[at : match.end()] if token.sign in _LISTED]
            at = match.end()
            continue
        if match := _BARE_END.match(codes, at):
            found += _bare_end(row[at : match.end()], length_ms)
            at = match.end()
            continue
        for pattern, make in _RULES:
            if match := pattern.match(codes, at):
                made = make(row[at : match.end()], length_ms)
                found += [made] if isinstance(made, Token) else made
                at = match.end()
                break
        else:
            found.append(row[at])
            at += 1
    return tuple(found)


def _is_between_verbs(row: Sequence[Token], start: int, end: int) -> bool:
    """Of quotations in a row, whether something other goes with the last than with the first."""
    before = row[start - 1].sign if start else None
    passed = {Sign.WORDS, Sign.RECORDING, Sign.ALL, Sign.COURTESY, Sign.POLITE}
    after = next((token.sign for token in row[end:] if token.sign not in passed), None)
    verbs = [token.sign for token in row[max(0, start - 3) : start] if token.sign not in passed]
    is_led = bool(verbs) and verbs[-1] in VERBS
    return before in _LEADS or after in _SIDES or (is_led and after in VERBS)


def _clock(tokens: Sequence[Token], place: int) -> Token:
    """A token; 9:16 beside another time is a time and no shape."""
    token = tokens[place]
    before = tokens[place - 1].sign if place else None
    if token.text == "spot" and token.sign is Sign.THERE and before in _TIMES - {Sign.NUMBER}:
        return replace(token, sign=Sign.AT)  # 35秒那儿
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
    return Token(sign, row[0].start, row[-1].end, _bound(row), float(start), span=(start, end))


def _bound(row: Sequence[Token]) -> str:
    """Whether a time is where the video is to begin or to end: “start at 0:05”."""
    return next((one.text for one in row if one.sign in {Sign.FROM, Sign.TO} and one.text), "")


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


def _bounds(row: Sequence[Token], length_ms: int) -> Token:
    """从10秒开始，到1分50秒结束."""
    return replace(_range(row, length_ms), text=BOUND)


def _from_start(row: Sequence[Token], _length_ms: int) -> Token:
    return _made(Sign.SPAN, row, (0, _times(row)[0]))


def _to_end(row: Sequence[Token], length_ms: int) -> Token:
    return _made(Sign.SPAN, row, (_times(row)[0], length_ms))


def _share(row: Sequence[Token], length_ms: int) -> float:
    """How long a quantity or a part of the whole is."""
    token = next(one for one in row if one.sign in {Sign.QUANTITY, Sign.FRACTION, Sign.PERCENT})
    return token.number if token.sign is Sign.QUANTITY else token.number * length_ms


def first_part(row: Sequence[Token], length_ms: int) -> Token:
    """As much of the beginning of so many milliseconds as a row says."""
    return _made(Sign.SPAN, row, (0, _share(row, length_ms)))


def last_part(row: Sequence[Token], length_ms: int) -> Token:
    """The same of the end."""
    return _made(Sign.SPAN, row, (length_ms - _share(row, length_ms), length_ms))


def _both_ends(row: Sequence[Token], length_ms: int) -> list[Token]:
    """“The first and last 5 seconds”, “the first 5 and the last 10 seconds”."""
    own = row[1]
    if own.sign is Sign.NUMBER:
        own = replace(own, sign=Sign.QUANTITY, number=own.number * (row[-1].unit_ms or 1000))
    first = [row[0], own] if own.sign is Sign.QUANTITY else row
    return [first_part(first, length_ms), last_part(row[-1:], length_ms)]


def _bare_end(row: Sequence[Token], length_ms: int) -> list[Token]:
    """“The first 12 seconds and the last 5”."""
    own, bare = row[1], row[-1]
    ms = bare.number * (own.unit_ms or 1000)
    other = replace(bare, sign=Sign.QUANTITY, number=ms)
    ends = (
        [first_part, last_part]
        if row[0].sign in {Sign.FIRST, Sign.START}
        else [last_part, first_part]
    )
    return [ends[0](row[:2], length_ms), ends[1]([*row[3:-1], other], length_ms)]


def _each_end(row: Sequence[Token], length_ms: int) -> list[Token]:
    """“3 seconds off both ends”."""
    verbs = [token for token in row if token.sign in {Sign.OFF, Sign.OUT}]
    return [first_part(row, length_ms), last_part(row, length_ms), *verbs]


def _two_fades(row: Sequence[Token], _length_ms: int) -> list[Token]:
    """淡入1秒结尾淡出2秒."""
    return [*row[:2], Token(Sign.AND, row[2].start, row[2].start), *row[2:]]


def edge_part(row: Sequence[Token], length_ms: int) -> list[Token]:
    """“5 seconds off the end”."""
    is_end = any(token.sign in {Sign.END, Sign.LAST} for token in row)
    row = [
        replace(one, sign=Sign.QUANTITY, number=one.number * 1000)
        if one.sign is Sign.NUMBER
        else one
        for one in row
    ]
    span = (last_part if is_end else first_part)(row, length_ms)
    return [span, *(token for token in row if token.sign is Sign.OFF)]


def _at_for(row: Sequence[Token], _length_ms: int) -> Token:
    start, length = _times(row)[:2]
    return _made(Sign.SPAN, row, (start, start + length))


def _for_at(row: Sequence[Token], _length_ms: int) -> Token:
    length, start = _times(row)[:2]
    return _made(Sign.SPAN, row, (start, start + length))


def _for_before(row: Sequence[Token], _length_ms: int) -> Token:
    length, end = _times(row)[:2]
    return _made(Sign.SPAN, row, (end - length, end))


def _one(sign: Sign, text: str = "") -> _Maker:
    def make(row: Sequence[Token], _length_ms: int) -> Token:
        made = _made(sign, row, (_times(row)[0], 0))
        return replace(made, text=text or made.text)

    return make


def _said(extent: Extent) -> _Maker:
    """From one quotation to another; with only one from it, or to it."""

    def make(row: Sequence[Token], _length_ms: int) -> Token:
        quotes = [token for token in row if token.sign is Sign.QUOTE]
        first = None if extent in _TO_WORDS else quotes[0]
        last = None if extent in _FROM_WORDS else quotes[-1]
        return _stretched(row, Stretch(extent), first, last)

    return make


def _mixed(extent: Extent) -> _Maker:
    """From a time to a quotation, or from a quotation to a time."""

    def make(row: Sequence[Token], _length_ms: int) -> Token:
        ends = [token for token in row if token.sign in {Sign.QUOTE, Sign.CLOCK, Sign.QUANTITY}]
        ms = round(_times(row)[0])
        if ends[0].sign is Sign.QUOTE:
            return _stretched(row, Stretch(extent, to_ms=ms), ends[0], None)
        return _stretched(row, Stretch(extent, from_ms=ms), None, ends[-1])

    return make


def _stretched(
    row: Sequence[Token], stretch: Stretch, first: Token | None, last: Token | None
) -> Token:
    """What is said from one quotation to another."""
    made = replace(
        stretch,
        first=" ".join(first.text.split()) if first else "",
        last=" ".join(last.text.split()) if last else "",
        first_nth=round(first.number) if first else 0,
        last_nth=round(last.number) if last else 0,
    )
    return Token(Sign.SAID, row[0].start, row[-1].end, stretch=made)


def _until(row: Sequence[Token], length_ms: int) -> Token | Sequence[Token]:
    """“Up to 'X'”, “up to and including 'X'”."""
    is_through = any(token.text == INCLUDING for token in row)
    return _said(Extent.THROUGH if is_through else Extent.UNTIL)(row, length_ms)


def _verb_first(make: _Maker) -> _Maker:
    """从“A”开始保留到“B”: the verb stands inside of what it is about."""

    def both(row: Sequence[Token], length_ms: int) -> Sequence[Token]:
        found = make(row, length_ms)
        verbs = [token for token in row if token.sign in _INSIDE]
        return [*verbs, *([found] if isinstance(found, Token) else found)]

    return both


def _lasting(row: Sequence[Token], _length_ms: int) -> Sequence[Token]:
    """“Make the title last 5 seconds”: for how long, and not the end of the video."""
    *shown, last, quantity = row
    return [*shown, replace(quantity, sign=Sign.DURATION, start=last.start)]


def _retitled(row: Sequence[Token], _length_ms: int) -> Sequence[Token]:
    """“Change the title 'A' to 'B'”, “… to 0:20”: nothing is said from the one to the other."""
    *title, last = row
    return [*title, replace(last, sign=Sign.GOAL) if last.sign is Sign.CLOCK else last]


# The first that fits at a place counts.
_ROWS: tuple[tuple[str, _Maker], ...] = (
    ("make (title|quote)+ last quantity", _lasting),
    ("(make|move) title quote to (quote|clock)", _retitled),
    ("between time and said", _mixed(Extent.BETWEEN)),
    ("between said and time", _mixed(Extent.BETWEEN)),
    ("from? time (and|to|dash) said between", _mixed(Extent.BETWEEN)),
    ("from? said (and|to|dash) time between", _mixed(Extent.BETWEEN)),
    ("after time later? and? (to|until)? before said beforehand?", _mixed(Extent.BETWEEN)),
    ("after said later? and? (to|until|before) time beforehand?", _mixed(Extent.BETWEEN)),
    (
        "from time (later|start)? ((keep|cut|mute) (to|until)|trim) said",
        _verb_first(_mixed(Extent.WHOLE)),
    ),
    (
        "from said (later|start)? ((keep|cut|mute) (to|until)|trim) time",
        _verb_first(_mixed(Extent.WHOLE)),
    ),
    ("from time (later|start)? (to|until|dash) from? said words?", _mixed(Extent.WHOLE)),
    ("clock (to|until) said words?", _mixed(Extent.WHOLE)),
    ("from said (later|start)? (to|until|dash) time", _mixed(Extent.WHOLE)),
    ("(keep|cut|mute) said (to|until) clock", _verb_first(_mixed(Extent.WHOLE))),
    ("between said and (before|to|until)? said", _said(Extent.BETWEEN)),
    ("from? said (and|to|dash) said between", _said(Extent.BETWEEN)),
    ("after said later? and? before said beforehand?", _said(Extent.BETWEEN)),
    ("from? said later and? (to|before) said beforehand", _said(Extent.BETWEEN)),
    (
        "from said (later|start)? ((keep|cut|mute) (to|until)|trim) said words?",
        _verb_first(_said(Extent.WHOLE)),
    ),
    ("(from|at) said (later|start|and)? (to|until) from? said words?", _said(Extent.WHOLE)),
    ("from said and said", _said(Extent.WHOLE)),
    ("said (to|until|dash) said", _said(Extent.WHOLE)),
    ("from said (on|at) !when", _said(Extent.SINCE)),
    ("from said (later|start)? (to|until) (end|last) !part", _said(Extent.SINCE)),
    ("(from|after) said (onwards|start)", _said(Extent.SINCE)),
    ("said onwards", _said(Extent.SINCE)),
    ("(from|at)? (start|first) (to|until|dash) said", _said(Extent.THROUGH)),
    ("until said", _until),
    ("after said (to|until) (end|last) !part", _said(Extent.AFTER)),
    ("after said afterwards?", _said(Extent.AFTER)),
    ("from? said afterwards", _said(Extent.AFTER)),
    ("before said (beforehand)?", _said(Extent.BEFORE)),
    ("said beforehand", _said(Extent.BEFORE)),
    ("said first !part", _said(Extent.BEFORE)),
    ("(longer|silences over) quantity (to|until) quantity", lambda row, _length_ms: row),
    ("after time and? before time", _range),
    ("(from)? when (later|start)? (keep|cut|mute) (to|until) when", _verb_first(_range)),
    ("from time (later|start)? trim when", _verb_first(_range)),
    ("from? when and when between", _range),
    ("to when (to|until|dash) when", lambda row, _length_ms: [row[0], _range(row, 0)]),
    ("(from|at)? when (to|until|dash) (from|at)? time (later|between)?", _range),
    ("(from|at)? when (to|until|dash) (from|at)? number !share (later|between)?", _range),
    ("between when and (after|before)? when", _range),
    ("from time (later|start)? mark? to time end !part", _bounds),
    ("(from|between)? (start|first) (to|until|dash) when", _from_start),
    ("(from|between) (start|first) and when", _from_start),
    ("(from|after)? time (to|until|dash)? (end|last) !part", _to_end),
    ("(from|between|after) time and (end|last) !part", _to_end),
    ("latter", lambda row, length_ms: _made(Sign.SPAN, row, (length_ms / 2, length_ms))),
    ("(first|start|beforehand) part", first_part),
    ("(last|end) part", last_part),
    ("later quantity", last_part),
    ("fraction (first|start|beforehand)", first_part),
    ("fraction (last|end|later)", last_part),
    ("(start|end|first|last) by (quantity|number)", edge_part),
    (
        "(start|end|first|last) (cut|trim) quantity !from !off !at !out !start !end !first !last",
        _verb_first(edge_part),
    ),
    ("quantity (from|off|at|out|down)* each? ends", _each_end),
    ("quantity each? (from|off|at)+ start and (from|off|at)* end", _each_end),
    ("fade quantity (start|first|end|last) fade quantity?", _two_fades),
    ("(at|from)? ends each? (cut|trim|off)? quantity", _verb_first(_each_end)),
    ("for? quantity (from|off|at|out|down)* (start|end|first|last)", edge_part),
    ("number off (start|end|first|last)", edge_part),
    ("(from|at)? clock (on|from)? for quantity", _at_for),
    ("(from|at) quantity for quantity", _at_for),
    ("for quantity (from|at) time", _for_at),
    ("quantity (from|at|after) time", _for_at),
    ("quantity before time", _for_before),
    ("(from|after) time (on|later|start)?", _one(Sign.SINCE)),
    ("time later", _one(Sign.SINCE)),
    ("time (in)? (on|over) !when", _one(Sign.MOMENT)),
    ("(before|until) time beforehand?", _one(Sign.UNTIL_TIME)),
    ("(from)? time (beforehand|first) !part", _one(Sign.UNTIL_TIME)),
    ("at time (at|there)?", _one(Sign.MOMENT, AT)),
    ("clock there", _one(Sign.MOMENT, AT)),
    ("time at", _one(Sign.MOMENT, AT)),
    ("to clock", _one(Sign.GOAL)),
    ("clock", _one(Sign.MOMENT)),
    ("for quantity", _one(Sign.DURATION)),
    ("for number", _one(Sign.DURATION)),
)
_BOTH_ENDS = compiled("(first|start) (number|quantity)? and (last|end) part")
_BARE_END = compiled(
    "(first part and (last|end)|(last|end) part and (first|start)) number"
    "(?=(mark|stop|and|close|cut|off|from|remark|courtesy|$))"
)
_LIST = compiled("quote ((and|or|mark)+ quote)+|filler (mark filler)+")
_LISTED = {Sign.QUOTE, Sign.FILLER}
_RULES = tuple((compiled(row), make) for row, make in _ROWS)

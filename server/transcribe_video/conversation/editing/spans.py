"""Times that belong together: “from 0:10 to 0:20”, “the last ten seconds”, 一分半以后."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from transcribe_video.conversation.editing.hesitations import HESITATIONS
from transcribe_video.conversation.editing.parting import VERBS
from transcribe_video.conversation.editing.patterns import coded, compiled
from transcribe_video.conversation.editing.sign import Sign
from transcribe_video.conversation.editing.span_making import (
    AT,
    Maker,
    at_for,
    bare_end,
    before_and_after,
    both_ends,
    bounds,
    each_end,
    edge_part,
    exchanged,
    first_part,
    for_at,
    for_before,
    from_start,
    last_part,
    lasting,
    mixed_stretch,
    one_time,
    opening,
    retitled,
    said_bounds,
    second_half,
    stretch,
    time_range,
    to_end,
    two_fades,
    until_said,
    verb_first,
)
from transcribe_video.conversation.editing.stretch import Extent
from transcribe_video.conversation.editing.token import Token

_TIMES = {Sign.CLOCK, Sign.QUANTITY, Sign.NUMBER}
_LEADS = {Sign.FROM, Sign.BETWEEN}
_SIDES = {
    *(Sign.BETWEEN, Sign.BEFOREHAND, Sign.AFTERWARDS, Sign.BEFORE, Sign.AFTER, Sign.TO, Sign.UNTIL),
    *(Sign.IS, Sign.ONWARDS, Sign.DASH),
}


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
            found += both_ends(row[at : match.end()], length_ms)
            at = match.end()
            continue
        match = _LIST.match(codes, at)
        if (
            match
            and not _is_choice(row[at : match.end()])
            and not _is_between_verbs(row, at, match.end())
        ):
            found += [token for token in row[at : match.end()] if token.sign in _LISTED]
            at = match.end()
            continue
        if _is_beginning(row, at) and (match := _LEADING.match(codes, at)):
            found.append(one_time(Sign.MOMENT, AT)(row[at : at + 1], length_ms))
            at = match.end()
            continue
        if match := _BARE_END.match(codes, at):
            found += bare_end(row[at : match.end()], length_ms)
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


def _is_beginning(row: Sequence[Token], at: int) -> bool:
    """Whether a sentence begins there; not “2 seconds in, 2 seconds out fade”."""
    said = takewhile(lambda token: token.sign is not Sign.STOP, row[at:])
    is_begun = not at or row[at - 1].sign is Sign.STOP
    return is_begun and not any(token.sign is Sign.FADE for token in said)


def _is_choice(row: Sequence[Token]) -> bool:
    """“'A' or 'B'”: of words that say nothing both are meant."""
    quotes = {token.text.casefold() for token in row if token.sign is Sign.QUOTE}
    return any(token.sign is Sign.OR for token in row) and not quotes <= HESITATIONS


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


# The first that fits at a place counts.
_ROWS: tuple[tuple[str, Maker], ...] = (
    ("make (title|quote|recording)+ last quantity", lasting),
    ("(make|move) title quote to (quote|clock)", retitled),
    ("make quote to quote", exchanged),
    ("between time and said", mixed_stretch(Extent.BETWEEN)),
    ("between said and time", mixed_stretch(Extent.BETWEEN)),
    ("from? time (and|to|dash) said between", mixed_stretch(Extent.BETWEEN)),
    ("from? said (and|to|dash) time between", mixed_stretch(Extent.BETWEEN)),
    ("after time later? and? (to|until)? before said beforehand?", mixed_stretch(Extent.BETWEEN)),
    ("after said later? and? (to|until|before) time beforehand?", mixed_stretch(Extent.BETWEEN)),
    (
        "from time (later|start)? ((keep|cut|mute) (to|until)|trim) said",
        verb_first(mixed_stretch(Extent.WHOLE)),
    ),
    (
        "from said (later|start)? ((keep|cut|mute) (to|until)|trim) time",
        verb_first(mixed_stretch(Extent.WHOLE)),
    ),
    ("from time (later|start)? (to|until|dash) from? said words?", mixed_stretch(Extent.WHOLE)),
    ("clock (to|until) said words?", mixed_stretch(Extent.WHOLE)),
    ("from said (later|start) mark? (to|until) said (end|finish) !part", said_bounds),
    ("from said (later|start)? mark? (to|until|dash) time", mixed_stretch(Extent.WHOLE)),
    ("(keep|cut|mute) said (to|until) clock", verb_first(mixed_stretch(Extent.WHOLE))),
    ("between said and (before|to|until)? said", stretch(Extent.BETWEEN)),
    ("from? said (and|to|dash) said between", stretch(Extent.BETWEEN)),
    ("after said later? and? before said beforehand?", stretch(Extent.BETWEEN)),
    ("from? said later and? (to|before) said beforehand", stretch(Extent.BETWEEN)),
    (
        "from said (later|start)? ((keep|cut|mute) (to|until)|trim) said words?",
        verb_first(stretch(Extent.WHOLE)),
    ),
    ("(from|at) said (later|start|and)? mark? (to|until) from? said words?", stretch(Extent.WHOLE)),
    ("from said and said", stretch(Extent.WHOLE)),
    ("said (to|until|dash) said", stretch(Extent.WHOLE)),
    ("from said (on|at) !when", stretch(Extent.SINCE)),
    ("from said (later|start)? (to|until) (end|last) !part", stretch(Extent.SINCE)),
    ("(from|after) said (onwards|start)", stretch(Extent.SINCE)),
    ("said onwards", stretch(Extent.SINCE)),
    ("(from|at)? (start|first) (to|until|dash) said", stretch(Extent.THROUGH)),
    ("until said", until_said),
    ("after said (to|until) (end|last) !part", stretch(Extent.AFTER)),
    ("after said afterwards?", stretch(Extent.AFTER)),
    ("from? said afterwards", stretch(Extent.AFTER)),
    ("before said (beforehand)?", stretch(Extent.BEFORE)),
    ("said beforehand", stretch(Extent.BEFORE)),
    ("said first !part", stretch(Extent.BEFORE)),
    ("(longer|silences over) quantity (to|until) quantity", lambda row, _length_ms: row),
    ("after time and? before time", time_range),
    ("(from)? when (later|start)? (keep|cut|mute) (to|until) when", verb_first(time_range)),
    ("from time (later|start)? trim when", verb_first(time_range)),
    ("from? when and when between", time_range),
    ("to when (to|until|dash) when", lambda row, _length_ms: [row[0], time_range(row, 0)]),
    ("(from|at)? when in? (to|until|dash) (from|at)? time (later|between)?", time_range),
    ("(from|at)? when (to|until|dash) (from|at)? number !share (later|between)?", time_range),
    ("between when in? and (after|before)? when", time_range),
    ("from time (later|start)? mark? to time end !part", bounds),
    ("(from|between)? (start|first) (to|until|dash) when", from_start),
    ("(from|between) (start|first) and when", from_start),
    ("(from|after)? time (to|until|dash)? (end|last) !part", to_end),
    ("(from|between|after) time and (end|last) !part", to_end),
    ("latter", second_half),
    ("(first|start|beforehand) part", first_part),
    ("(last|end) part", last_part),
    ("later quantity", last_part),
    ("fraction (first|start|beforehand)", first_part),
    ("fraction (last|end|later)", last_part),
    ("(start|end|first|last) by (quantity|number)", edge_part),
    (
        "(start|end|first|last) (cut|trim) quantity !from !off !at !out !start !end !first !last",
        verb_first(edge_part),
    ),
    ("quantity (from|off|at|out|down)* each? ends", each_end),
    ("quantity each? (from|off|at)+ start and (from|off|at)* end", each_end),
    ("fade quantity (start|first|end|last) fade quantity?", two_fades),
    ("(at|from)? ends each? (cut|trim|off)? quantity", verb_first(each_end)),
    ("for? quantity (from|off|at|out|down)* (start|end|first|last)", edge_part),
    ("number off (start|end|first|last)", edge_part),
    ("begin quantity in !to !and", opening),
    ("(from|at)? clock (on|from)? for quantity", at_for),
    ("(from|at) quantity for quantity", at_for),
    ("for quantity (from|at) time", for_at),
    ("quantity (from|at|after) time", for_at),
    ("quantity before time", for_before),
    ("(from|after) time (on|later|start)?", one_time(Sign.SINCE)),
    ("time later", one_time(Sign.SINCE)),
    ("time (in)? (on|over) !when", one_time(Sign.MOMENT)),
    ("(before|until) time (afterwards|and after) time", before_and_after),
    ("until factor", lambda row, _length_ms: row[1:]),  # “up to 3x”
    ("(before|until) time beforehand?", one_time(Sign.UNTIL_TIME)),
    ("(from)? time (beforehand|first) !part", one_time(Sign.UNTIL_TIME)),
    ("at time (at|there)?", one_time(Sign.MOMENT, AT)),
    ("clock there", one_time(Sign.MOMENT, AT)),
    ("time at", one_time(Sign.MOMENT, AT)),
    ("to clock", one_time(Sign.GOAL)),
    ("clock", one_time(Sign.MOMENT)),
    ("for quantity", one_time(Sign.DURATION)),
    ("for number", one_time(Sign.DURATION)),
)
_BOTH_ENDS = compiled("(first|start) (number|quantity)? and (last|end) part")
_BARE_END = compiled(
    "(first part and (last|end)|(last|end) part and (first|start)) number"
    "(?=(mark|stop|and|close|cut|off|from|remark|courtesy|$))"
)
_LEADING = compiled("quantity in mark")
"""“90 seconds in, show …”."""
_LIST = compiled("quote ((and|or|mark)+ quote)+|filler (mark filler)+")
_LISTED = {Sign.QUOTE, Sign.FILLER}
_RULES = tuple((compiled(row), make) for row, make in _ROWS)

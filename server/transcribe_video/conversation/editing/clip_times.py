"""Times that are told of a clip: “the first 5 seconds of clip 2”, “after clip 2”, 第二段之前."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import takewhile
from typing import TypeAlias

from transcribe_video.conversation.editing.clip_numbers import CLIP, NO_CLIP
from transcribe_video.conversation.editing.edit import Range
from transcribe_video.conversation.editing.parting import SWAP
from transcribe_video.conversation.editing.patterns import coded, compiled
from transcribe_video.conversation.editing.sign import Sign
from transcribe_video.conversation.editing.span_making import AT, edge_part, first_part, last_part
from transcribe_video.conversation.editing.token import Token

_Maker: TypeAlias = Callable[[Sequence[Token]], Sequence[Token]]
SWITCH = "switch"
"""The text of a verb that swaps two clips, and sets all else."""
_NOUN = "clip"  # the text of a word for one
_PAIR = 2


def told_of_clips(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """The tokens, what is told of a clip that is named by its number as times of the timeline.

    Without such a clip they stay as they are.
    """
    named = [token for token in tokens if token.text in {CLIP, NO_CLIP}]
    if not named:
        return tuple(tokens)
    row = [token for token in tokens if token.sign is not Sign.SMALL]
    found = list(_told(row))
    if sum(token.text == CLIP for token in found) == _PAIR:
        found = [replace(one, text=SWAP) if one.text == SWITCH else one for one in found]
    return tuple(found)


def _told(row: Sequence[Token]) -> Iterator[Token]:
    codes, at = coded(row), 0
    while at < len(row):
        for pattern, make in _RULES:
            match = pattern.match(codes, at)
            if match and _is_there(row[at : match.end()]):
                yield from make(row[at : match.end()])
                at = match.end()
                break
        else:
            yield row[at]
            at += 1


def _is_there(row: Sequence[Token]) -> bool:
    return not any(token.text == NO_CLIP for token in row)


def beside_clips(tokens: Sequence[Token], clips: Sequence[Range]) -> tuple[Token, ...]:
    """The tokens, a moment beside the word for a clip with the clip that is shown then.

    Args:
        tokens: of a message, its times put together.
        clips: when each clip begins and ends; of one alone nothing is told.
    """
    if len(clips) < _PAIR:
        return tuple(tokens)
    return tuple(
        replace(token, span=_shown_at(token.number, clips)) if _is_at_clip(tokens, at) else token
        for at, token in enumerate(tokens)
    )


def _is_at_clip(tokens: Sequence[Token], at: int) -> bool:
    behind = takewhile(lambda one: one.sign is Sign.RECORDING, tokens[at + 1 :])
    beside = (*tokens[max(0, at - 1) : at], *behind)
    is_clip = any(one.sign is Sign.RECORDING and one.text == _NOUN for one in beside)
    return tokens[at].sign is Sign.MOMENT and is_clip


def _shown_at(ms: float, clips: Sequence[Range]) -> Range:
    return next(((first, last) for first, last in clips if first <= ms < last), (0, 0))


def _clip(row: Sequence[Token]) -> Token:
    return next(token for token in row if token.text == CLIP)


def _inside(make: Callable[[Sequence[Token], int], Sequence[Token]]) -> _Maker:
    """What is meant of the whole, of the clip."""

    def made(row: Sequence[Token]) -> Sequence[Token]:
        clip = _clip(row)
        first, last = clip.span
        rest = [token for token in row if token is not clip]
        return [_moved(token, first, last) for token in make(rest, last - first)]

    return made


def _moved(token: Token, first: int, last: int) -> Token:
    """A range of a clip in times of the timeline; what is longer than the clip is all of it."""
    if token.sign is not Sign.SPAN:
        return token
    span = max(first, first + token.span[0]), min(last, first + token.span[1])
    return replace(token, text="", number=span[0], span=span)


def _first(row: Sequence[Token], length_ms: int) -> Sequence[Token]:
    return [first_part(row, length_ms)]


def _last(row: Sequence[Token], length_ms: int) -> Sequence[Token]:
    return [last_part(row, length_ms)]


def _latter(row: Sequence[Token], length_ms: int) -> Sequence[Token]:
    start, end = row[0].start, row[-1].end
    return [Token(Sign.SPAN, start, end, span=(length_ms // 2, length_ms))]


def _moment(end: int, *told: Sign) -> _Maker:
    """The clip as the moment at which it begins (0) or ends (1), which the signs have told."""

    def made(row: Sequence[Token]) -> Sequence[Token]:
        return [
            _clock(one, end) if one.text == CLIP else one for one in row if one.sign not in told
        ]

    return made


def _clock(clip: Token, end: int) -> Token:
    return Token(Sign.CLOCK, clip.start, clip.end, number=clip.span[end])


def _through(row: Sequence[Token]) -> Sequence[Token]:
    """From one clip to another."""
    one, other = (token for token in row if token.text == CLIP)
    if one.span[0] >= other.span[1]:
        return row
    span = one.span[0], other.span[1]
    return [Token(Sign.SPAN, row[0].start, row[-1].end, CLIP, span[0], span=span)]


def _between(row: Sequence[Token]) -> Sequence[Token]:
    """What lies between two clips, or where they meet."""
    one, other = (token for token in row if token.text == CLIP)
    start, end = row[0].start, row[-1].end
    if one.span[1] == other.span[0]:
        return [Token(Sign.MOMENT, start, end, AT, one.span[1])]
    span = one.span[1], other.span[0]
    return [Token(Sign.SPAN, start, end, "", span[0], span=span)]


def _halved(row: Sequence[Token]) -> Sequence[Token]:
    """“Cut clip 2 in half”, “chop it in two”: it is parted, and nothing is taken out."""
    return [replace(one, sign=Sign.SPLIT) if one.sign is Sign.CUT else one for one in row]


# The first that fits at a place counts; “span” is a clip.
_ROWS: tuple[tuple[str, _Maker], ...] = (
    ("cut span (in|to) (fraction|number)", _halved),
    ("(first|start|beforehand) part (from|off|out|at|in|on)* span", _inside(_first)),
    ("(last|end) part (from|off|out|at|in|on)* span", _inside(_last)),
    ("for? quantity (from|off|at|out|down)* (start|end|first|last) span", _inside(edge_part)),
    ("(start|end|first|last) span by (quantity|number)", _inside(edge_part)),
    ("latter (in)? span", _inside(_latter)),
    ("span (first|start|beforehand) part", _inside(_first)),
    ("span (last|end) part", _inside(_last)),
    ("span latter", _inside(_latter)),
    ("between span and? span", _between),
    ("from? span and? span between", _between),
    ("from? span (to|until|dash) span", _through),
    ("from span (to|until) (clock|(end|last) !part)", _moment(0)),
    ("from span (on|afterwards|onwards|start)", _moment(0)),
    ("span onwards", _moment(0)),
    ("after span", _moment(1)),
    ("before span", _moment(0)),
    ("span afterwards", _moment(1)),
    ("span beforehand", _moment(0)),
    ("start span", _moment(0, Sign.START)),
    ("end span", _moment(1, Sign.END)),
)
_RULES = tuple((compiled(row), make) for row, make in _ROWS)

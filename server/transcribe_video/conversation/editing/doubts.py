"""Edits that a message seems to ask for, and that nobody should make of it without asking."""

import re
from collections.abc import Sequence

from transcribe_video.conversation.editing.arguments import EXTENTS, STYLE
from transcribe_video.conversation.editing.edit import (
    AddImage,
    Ask,
    Cut,
    CutWords,
    Edit,
    Join,
    Keep,
    KeepWords,
    SetVolume,
    TimelineEdit,
)
from transcribe_video.conversation.editing.ordinals import ORDINAL
from transcribe_video.conversation.editing.parting import VERBS, Clause
from transcribe_video.conversation.editing.sign import Sign
from transcribe_video.conversation.editing.wish import Wish

_UNIT = r"(?:word|sentence|line|phrase|question|answer|remark)"
_BESIDE = re.compile(
    rf"(?<!every )(?<!each )(?<!all )(?<!any )\b{_UNIT}\s+"
    r"(?:right |just |immediately |directly |that comes )?(?:before|after|following|preceding)\s+"
    r"(?:the\s+\w+\s+)?[\"\u201c\u2018'\u300c]"
    r"|[\"\u201d\u2019'\u300d]\s*的?(?:前面|后面|之前|之后|前边|后边|前|后)的?[那这]?一?"
    r"(?:句话?|个词|个字)"
    r"|\b(?:paragraph|chapter|scene)s?\s+(?:that|which|where|with|about)\b[^,.;]{0,40}?"
    r"[\"\u201c\u2018'\u300c]",
    re.IGNORECASE,
)
"""“The word before 'X'”, “the paragraph with 'X'”: nobody counts them here; all before is more."""
_BOTH = re.compile(
    rf"(?<![\w']){ORDINAL}\s*(?:,|and|&|or)\s*(?:the\s+)?{ORDINAL}\s+(?:\w+\s+){{0,3}}?"
    r"[\"\u201c\u2018'\u300c]",
    re.IGNORECASE,
)
"""“The second and the third 'X'”: one of several is meant by a number, and no two."""
_ABSENT = re.compile(
    r"\b(?:where|when|in which|that)\s+(?:\w+\s+){0,2}?"
    r"(?:nobody|no one|never|not|nothing|hardly|\w+n't)\s+(?:\w+\s+){0,3}?"
    r"(?:talk|speak|say|said|mention|discuss)\w*(?:\s+\w+){0,3}\s+[\"\u201c\u2018'\u300c]",
    re.IGNORECASE,
)
"""“The part where nobody says 'X'”."""
_FINISHES = re.compile(r"\W*(?:and|并|,|，)?\s*(?:end|finish|stop|close)", re.IGNORECASE)
_THEN = re.compile(r"\W*(?:please|pls|thanks|thank you|now|then|instead|谢谢)?\W*", re.IGNORECASE)
_CHOSEN = (EXTENTS | STYLE | VERBS | {Sign.SHAPE, Sign.HEIGHT, Sign.FACTOR, Sign.PERCENT}) - {
    *(Sign.QUOTE, Sign.IMPROVE, Sign.IMPOSSIBLE, Sign.TAKE),
}
_OF_PARTS = {"range", "words", "time", "clip"}
_ONLY = re.compile(r"only|just|只|仅|光", re.IGNORECASE)

Found = Sequence[tuple[Wish, Sequence[Edit]]]
"""What is wished, and the edits that were made of each wish."""


def is_uncounted(message: str) -> bool:
    """Whether something is meant by the words beside it, or by words that are not said there."""
    return any(pattern.search(message) for pattern in (_BESIDE, _BOTH, _ABSENT))


def doubted(message: str, found: Found, edits: tuple[Edit, ...]) -> tuple[Edit, ...]:
    """The edits; a question in their place where more or less than they do may be meant.

    Args:
        message: as it was written.
        found: what is wished.
        edits: what the wishes ask for together.
    """
    is_kept = any(isinstance(edit, Keep | KeepWords) for edit in edits)
    is_partly = any(isinstance(edit, Ask) and edit.about in _OF_PARTS for edit in edits)
    if is_kept and (is_partly or any(map(_is_lost, found))):
        return (Ask("range"),)  # what else shall be kept must not go
    if any(_goes_on(wish, message) for wish, _ in found):
        return (Ask("words"),)
    if _is_silent_join(edits) or _is_spared_unclear(message, found):
        return (Ask("range"),)
    is_choice = any(_is_choice(wish) for wish, _ in found)
    if is_choice and any(isinstance(edit, TimelineEdit) for edit in edits):
        return (Ask(),)  # “cut 0:10-0:20 or 0:30-0:40”
    return edits


def is_refusal(clause: Clause) -> bool:
    """“Don't cut the pauses”: nothing was to be done, and nothing is."""
    verbs = [token for token in clause.tokens if token.sign in VERBS]
    return bool(verbs) and all(token.is_negated for token in verbs)


def _is_lost(one: tuple[Wish, Sequence[Edit]]) -> bool:
    """Whether a part was named and nobody understood what for."""
    wish, edits = one
    is_refused = any(map(is_refusal, wish.clauses))
    return not edits and not is_refused and wish.command.has(*EXTENTS, Sign.MOMENT, Sign.GOAL)


def _goes_on(wish: Wish, message: str) -> bool:
    """“Start with 'X', then the intro” tells an order, and does not cut what is before."""
    quotes = wish.command.all(Sign.QUOTE)
    if wish.head != "bounds" or not wish.command.has(Sign.ENABLE) or not quotes:
        return False
    rest = message[quotes[-1].end :]
    return not _THEN.fullmatch(rest) and _FINISHES.match(rest) is None


def _is_silent_join(edits: Sequence[Edit]) -> bool:
    """“Join part2.mp4 without its sound”: whose sound?"""
    is_joined = any(isinstance(edit, Join | AddImage) for edit in edits)
    return is_joined and any(
        isinstance(edit, SetVolume) and not edit.level and edit.from_ms is None for edit in edits
    )


def _is_spared_unclear(message: str, found: Sequence[tuple[Wish, Sequence[Edit]]]) -> bool:
    """“Cut the first minute but keep the greeting”: what must not go, named behind a cut."""
    is_cut = False
    for wish, edits in found:
        keeps = wish.command.all(Sign.KEEP)
        is_spared = bool(keeps) and not any(
            _ONLY.search(message[token.start : token.end]) for token in keeps
        )
        if is_cut and is_spared and any(isinstance(edit, Ask | KeepWords) for edit in edits):
            return not wish.command.has(Sign.ONLY)
        is_cut = is_cut or any(isinstance(edit, Cut | CutWords) for edit in edits)
    return False


def _is_choice(wish: Wish) -> bool:
    """Whether one thing or another is asked for; of “ums or pauses” both are."""
    told = [clause for clause in wish.clauses if clause.is_alternative]
    chosen = _CHOSEN if wish.head == "fillers" else _CHOSEN | {Sign.QUOTE}
    return any(
        token.sign in chosen and not token.is_negated for one in told for token in one.tokens
    )

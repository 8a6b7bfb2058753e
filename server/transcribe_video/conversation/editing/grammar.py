"""What a message asks of the editor."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from transcribe_video.conversation.editing.arguments import EXTENTS, strange
from transcribe_video.conversation.editing.caption_language import (
    caption_language,
    without_language,
)
from transcribe_video.conversation.editing.clip_numbers import CLIP, NO_CLIP
from transcribe_video.conversation.editing.clip_times import beside_clips, told_of_clips
from transcribe_video.conversation.editing.command import UnclearError
from transcribe_video.conversation.editing.contradictions import settled
from transcribe_video.conversation.editing.declining import is_declined
from transcribe_video.conversation.editing.doubts import Found, doubted, is_refusal, is_uncounted
from transcribe_video.conversation.editing.edit import (
    Ask,
    Confirm,
    Cut,
    CutFillers,
    CutRepeats,
    CutSilences,
    CutWords,
    Decline,
    Edit,
    Impossible,
    Keep,
    KeepWords,
    MatchText,
    Propose,
    Resize,
    SetCaptions,
    SetSpeed,
    SetVolume,
    TimelineEdit,
)
from transcribe_video.conversation.editing.folded import LONGEST
from transcribe_video.conversation.editing.grouping import wishes_of
from transcribe_video.conversation.editing.handed_back import handed_back, lead_of
from transcribe_video.conversation.editing.length_goal import length_goal
from transcribe_video.conversation.editing.lexing import tokens_of
from transcribe_video.conversation.editing.making import MAKERS
from transcribe_video.conversation.editing.parting import VERBS, Clause, clauses_of
from transcribe_video.conversation.editing.reference import is_hands_off
from transcribe_video.conversation.editing.request import Request
from transcribe_video.conversation.editing.revising import revised
from transcribe_video.conversation.editing.rewording import reworded
from transcribe_video.conversation.editing.said import Said
from transcribe_video.conversation.editing.sign import Sign
from transcribe_video.conversation.editing.situation import Situation
from transcribe_video.conversation.editing.small_talk import asked_in, courtesy_in
from transcribe_video.conversation.editing.spans import joined
from transcribe_video.conversation.editing.token import Token
from transcribe_video.conversation.editing.wish import Wish

_COMPLAINT = re.compile(
    r"^(?:(?:it|(?:the )?(?:sound|video|audio|voice|speech|volume|(?:background )?"
    r"(?P<music>music)))(?:'s| is) "
    r"(?:much |way |far |a bit )?too (?:quiet|loud)"
    r"|(?:声音|(?P<music_zh>音乐)|音量|人声)?太(?:小声|大声|吵|轻|响)了?)\W*$",
    re.IGNORECASE,
)
_MOST_WISHES = 60
_LIMITED = {"silences", "fillers", "repeats", "volume", "speed", "captions", "music"}
_PREDICATED = {"volume", "speed", "music"}
_LEFT = EXTENTS | {Sign.START, Sign.END, Sign.FIRST, Sign.LAST, Sign.LATTER}
_NEAR = 4  # tokens
_WISHING = {Sign.MAKE, Sign.IMPROVE}
_WHOLE = {"fade"}
_PART = (*EXTENTS, Sign.MOMENT, Sign.GOAL)
_TIMES = {Sign.SPAN, Sign.SINCE, Sign.UNTIL_TIME, Sign.MOMENT, Sign.THERE, Sign.START, Sign.END}
_HEARD = (Sign.SOUND, Sign.PICTURE, Sign.MUSIC, Sign.COLOR, Sign.RECORDING)
_TIMED = {Sign.SPAN, Sign.SINCE, Sign.UNTIL_TIME, Sign.MOMENT, Sign.GOAL}
_LEADS = {Sign.CUT, Sign.KEEP, Sign.MUTE, Sign.ALL}
_OPEN = {Sign.UNTIL, Sign.BETWEEN}
_PLACED = {"move", "place", "swap", "split"}
_MARKS = " \t\r\n,;:.&+，；：。、!！"


def edits_of(message: str, situation: Situation) -> Request:
    """The edits that a message asks for, in English or Chinese.

    Nothing is made up: what is missing, contradicts itself or lies outside of the video is an
    ``Ask``, and a message that asks for no edit gives none.

    Args:
        message: as it was written, by a person or an assistant.
        situation: the project that it is about.
    """
    if text := handed_back(message):
        is_text = lead_of(message) or not _is_list(message, situation)
        return Request((MatchText(text),)) if is_text else _asked_of(message, situation)
    rest, is_reworded = reworded(message)
    if is_reworded:
        return _refused("caption_words", _asked_of(rest, situation))
    language = caption_language(message)
    if not language:
        return _asked_of(message, situation)
    request = _asked_of(without_language(message, language), situation)
    shown = [edit for edit in request.edits if isinstance(edit, SetCaptions)]
    if language == situation.language or any(not edit.is_on for edit in shown):
        return request
    others = tuple(edit for edit in request.edits if edit not in shown)
    return _refused(
        "translate", Request(others, request.is_plan_only, request.unread if others else "")
    )


def refuses_captions(edits: Sequence[Edit], message: str) -> bool:
    """Whether what a message asks of captions cannot be had: other words, or another language."""
    if Impossible("caption_words") in edits:
        return True
    return Impossible("translate") in edits and bool(caption_language(message))


def _refused(what: str, besides: Request) -> Request:
    """What is asked for besides something that nobody can do here."""
    refused = Impossible(what)
    others = [edit for edit in besides.edits if edit != refused]
    is_first = not any(isinstance(edit, TimelineEdit) for edit in others)
    edits = (refused, *others) if is_first else (*others, refused)
    return Request(edits, besides.is_plan_only, besides.unread)


def _asked_of(message: str, situation: Situation) -> Request:
    """The edits of a message that asks nothing of captions that they cannot be."""
    if (apart := _apart(message)) is not None:
        return apart
    try:
        told = told_of_clips(tokens_of(message, situation))
        tokens = revised(beside_clips(joined(told, situation.length_ms), situation.clips))
    except UnclearError as unclear:
        return Request((Ask(unclear.about),))
    if tokens is None:
        return Request((Decline(),))
    clauses = list(clauses_of(tokens))
    wishes = wishes_of(clauses, situation.length_ms)
    if (goal_ms := length_goal(message, wishes, situation.length_ms)) is not None:
        return Request((Propose(goal_ms),))
    found = [(wish, _edits(wish, situation)) for wish in wishes[:_MOST_WISHES]]
    edits = doubted(message, found, settled(_bounded(found)))
    if all(isinstance(edit, Resize) for edit in edits) and _is_export(clauses):
        edits = ()  # the size of a file, and not of the video
    if edits == (Confirm(),) and any(wish.head != "confirm" for wish, _ in found):
        edits = ()  # “looks good, download it”
    if not edits:
        return _nothing(message)
    unread = [*_unread(message, found), *_vague(message, found, edits), message[LONGEST:].strip()]
    left = [*_left(message, clauses)] if any(map(_is_everywhere, edits)) else []
    unread += left
    is_less = any(isinstance(edit, Cut | CutWords | Keep | KeepWords) for edit in edits)
    is_doubtful = bool(left) or (is_less and any(map(_spares, clauses)))
    is_plan = is_doubtful or any(clause.is_plan or _is_led(clause) for clause in clauses)
    return Request(edits, is_plan, "; ".join(filter(None, unread)))


def _apart(message: str) -> Request | None:
    """What is asked of a message that is no instruction: talk, a “no”; None of another."""
    if is_uncounted(message):
        return Request((Ask("words"),))
    if courtesy_in(message):
        return Request((), unread=message.strip())
    if (asked := asked_in(message)) is not None:
        return Request((asked,))
    return Request((Decline(),)) if is_declined(message) else None


def _is_list(message: str, situation: Situation) -> bool:
    """“0:05: add a title 'Hi' / 0:10-0:20: cut”: whether each line by itself asks for an edit."""
    lines = list(filter(None, map(str.strip, message.splitlines())))
    if len(lines) > _MOST_WISHES:
        return False
    found = [edits_of(line, situation).edits for line in lines]
    return all(edits and all(map(_is_edit, edits)) for edits in found)


def _is_edit(edit: Edit) -> bool:
    return isinstance(edit, TimelineEdit) and not isinstance(edit, MatchText)


def _nothing(message: str) -> Request:
    """What is asked of a message that names no edit."""
    if found := _COMPLAINT.search(message.strip()):  # “it is too quiet”: by how much?
        return Request((Ask("music_level" if found["music"] or found["music_zh"] else "level"),))
    return Request((), unread=message.strip())


def _bounded(found: Found) -> list[Edit]:
    """The edits; “start with 'A' and finish with 'B'” is one part that is kept."""
    edits = [edit for _, made in found for edit in made]
    if all(wish.head == "bounds" for wish, _ in found):
        match edits:
            case [CutWords(Said(start="") as one), CutWords(Said(end="") as two)]:
                kept = Said(start=one.end, end=two.start, nth=one.end_nth, end_nth=two.nth)
                return [KeepWords(kept)]
    return edits


def _left(message: str, clauses: Iterable[Clause]) -> Iterator[str]:
    """Parts that shall stay as they are."""
    for clause in clauses:
        signs = {token.sign for token in clause.tokens}
        if signs & _LEFT and is_hands_off(clause.tokens, has_rest=False):
            yield message[clause.start : clause.end].strip(_MARKS)


def _is_everywhere(edit: Edit) -> bool:
    """Whether it changes the whole video, and no part that is named."""
    is_whole = isinstance(edit, SetVolume | SetSpeed) and edit.from_ms is None
    return is_whole or isinstance(edit, CutSilences | CutFillers | CutRepeats)


def _is_led(clause: Clause) -> bool:
    """“I regret cutting 0:10-0:20”: whether a word that is not known says how a cut is meant."""
    row = [token.sign for token in clause.tokens if token.sign is not Sign.SMALL]
    return row[:1] == [Sign.OTHER] and Sign.CUT in row[1:_NEAR]


def _spares(clause: Clause) -> bool:
    """“… but don't cut the greeting”: whether what must not go is named, and not known."""
    signs = {token.sign for token in clause.tokens}
    is_refused = any(token.sign is Sign.CUT and token.is_negated for token in clause.tokens)
    return is_refused and bool(signs & {Sign.OTHER, Sign.WORDS}) and not signs & EXTENTS


def _is_export(clauses: Iterable[Clause]) -> bool:
    return any(token.sign is Sign.EXPORT for clause in clauses for token in clause.tokens)


def _edits(wish: Wish, situation: Situation) -> tuple[Edit, ...]:
    make = MAKERS.get(wish.head)
    if make is None:
        return ()
    if wish.head == "silences" and _is_judged(wish):
        return ()
    if wish.head == "music" and wish.command.has(*_PART):
        return (Impossible("music_part"),)  # “add lofi.mp3 from 0:20 to 0:30”
    if (about := _unclear_about(wish)) is not None:
        return (Ask(about),)
    try:
        return tuple(make(wish.command, situation.files))
    except UnclearError as unclear:
        return (Ask(unclear.about),)


def _is_judged(wish: Wish) -> bool:
    """“No pause is fine”: of pauses of which nothing but that is said."""
    verbs = {token.sign for token in wish.command.tokens} & (VERBS | {Sign.DISABLE})
    return verbs == {Sign.DISABLE} and any(clause.aside for clause in wish.clauses)


def _unclear_about(wish: Wish) -> str | None:
    """What is to be asked about words that do not go together; None if they do."""
    if about := _about_clips(wish):
        return about
    if left := strange(wish.head, wish.command.tokens):
        return _about(left)
    command = wish.command
    if wish.head in _LIMITED and command.refuses(*EXTENTS) and not command.has(*EXTENTS):
        return "range"  # “cut the pauses without touching the first 10 seconds”
    if wish.head in _PREDICATED and not _has_predicate(wish):
        return ""
    if wish.head in _WHOLE and wish.command.has(Sign.OTHER) and not wish.command.has(*_HEARD):
        return "range"  # “fade the flux out”
    return None


def _about_clips(wish: Wish) -> str:
    """What is to be asked of clips that are called by their number; empty if nothing is.

    A time beside one may be a time in the clip or one of the video, and nobody tells which.
    """
    for clause in wish.command.clauses:
        row = [token for token in clause if not token.is_negated]
        if any(token.text == NO_CLIP for token in row):
            return "clip"
        is_timed = any(token.sign in _TIMED and token.text != CLIP for token in row)
        is_clip = any(token.text == CLIP for token in row)
        if is_clip and is_timed and wish.head not in _PLACED:
            return "range"
        if any(one.sign in _OPEN and two.text == CLIP for one, two in pairwise(row)):
            return "range"
        leads = zip(row, row[1:], row[2:], strict=False)
        if any(a.sign in _LEADS and b.sign is Sign.FROM and c.text == CLIP for a, b, c in leads):
            return "range"  # “cut from clip 2”
    return ""


def _about(left: Sequence[Token]) -> str:
    """What is to be asked about words that do not go with the rest."""
    signs = {token.sign for token in left}
    if signs & {Sign.QUOTE, Sign.SAID}:
        return "words"
    if Sign.FILE in signs:
        return "file"
    return "range" if signs & _TIMES else ""


def _has_predicate(wish: Wish) -> bool:
    """Whether a verb says what an amount does; not where a word that is not known may be one."""
    tokens = list(wish.command.tokens)
    verbs = (VERBS - {Sign.IMPROVE, Sign.IMPOSSIBLE}) | {Sign.SPEED}
    has_verb = wish.command.inherited or any(token.sign in verbs for token in tokens)
    said = [token for clause in wish.said for token in clause.tokens]
    return bool(has_verb) or not any(token.sign in {Sign.OTHER, Sign.IMPROVE} for token in said)


def _unread(message: str, found: Sequence[tuple[Wish, Sequence[Edit]]]) -> Iterator[str]:
    """What gave no edit, and words in the rest that nothing is known about."""
    for wish, edits in found:
        for clause in wish.clauses:
            if not edits:
                if is_refusal(clause) and any(made for _, made in found):
                    continue
                if any(token.sign is not Sign.YES for token in clause.tokens):
                    yield message[clause.start : clause.end].strip(_MARKS)
            elif (
                not _is_told(wish, clause)
                and not all(isinstance(edit, Impossible) for edit in edits)
                and (strangers := _strangers(clause))
            ):
                yield message[strangers[0] : strangers[1]].strip(_MARKS)


def _vague(message: str, found: Found, edits: Sequence[Edit]) -> Iterator[str]:
    """“Cut 0:10-0:20 and make it nicer”: a wish beside others of which nobody knows what it is."""
    if any(isinstance(edit, Propose) for edit in edits):
        return
    for wish, made in found[1:]:
        is_vague = any(isinstance(edit, Propose) for edit in made)
        for clause in wish.clauses if is_vague else ():
            if clause.tokens[:1] and clause.tokens[0].sign in _WISHING:
                yield message[clause.start : clause.end].strip(_MARKS)


def _is_told(wish: Wish, clause: Clause) -> bool:
    """“0:10 to 0:20 is where the phone rings”: what is told of a part need not be understood."""
    return clause in wish.mentions and any(token.sign in EXTENTS for token in clause.tokens)


def _strangers(clause: Clause) -> tuple[int, int] | None:
    others = [token for token in clause.tokens if token.sign is Sign.OTHER or _is_side(token)]
    return (others[0].start, others[-1].end) if others else None


def _is_side(token: Token) -> bool:
    """“On the left”: nothing is put there."""
    return token.sign is Sign.SCENE and token.text == "side"

"""What a message asks of the editor."""

from collections.abc import Callable, Iterable, Iterator, Sequence

from transcribe_video.conversation.editing import cutting, history, picturing, sounding
from transcribe_video.conversation.editing.command import Command, UnclearError
from transcribe_video.conversation.editing.contradictions import settled
from transcribe_video.conversation.editing.edit import (
    Ask,
    Confirm,
    Edit,
    Impossible,
    Keep,
    MatchText,
    Propose,
    ShowChanges,
    StartOver,
)
from transcribe_video.conversation.editing.folded import LONGEST
from transcribe_video.conversation.editing.grouping import Wish, wishes_of
from transcribe_video.conversation.editing.handed_back import handed_back
from transcribe_video.conversation.editing.lexing import tokens_of
from transcribe_video.conversation.editing.parting import Clause, clauses_of
from transcribe_video.conversation.editing.request import Request
from transcribe_video.conversation.editing.sign import Sign
from transcribe_video.conversation.editing.situation import Situation
from transcribe_video.conversation.editing.spans import joined

_MOST_WISHES = 60
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
        return Request((MatchText(text),))
    tokens = joined(tokens_of(message, situation), situation.length_ms)
    clauses = list(clauses_of(tokens))
    wishes = wishes_of(clauses, situation.length_ms)
    found = [(wish, _edits(wish, situation)) for wish in wishes[:_MOST_WISHES]]
    edits = settled([edit for _, made in found for edit in made])
    if edits == (Confirm(),) and any(wish.head != "confirm" for wish, _ in found):
        edits = ()  # “looks good, download it”
    if not edits:
        return Request((), unread=message.strip())
    unread = [*_unread(message, found), message[LONGEST:].strip()]
    is_plan = any(clause.is_plan for clause in clauses)
    return Request(edits, is_plan, "; ".join(filter(None, unread)))


def _edits(wish: Wish, situation: Situation) -> tuple[Edit, ...]:
    make = _MAKERS.get(wish.head)
    if make is None:
        return ()
    try:
        return tuple(make(wish.command, situation.files))
    except UnclearError as unclear:
        return (Ask(unclear.about),)


def _unread(message: str, found: Iterable[tuple[Wish, Sequence[Edit]]]) -> Iterator[str]:
    """What gave no edit, and words in the rest that nothing is known about."""
    for wish, edits in found:
        for clause in wish.clauses:
            if not edits:
                if any(token.sign is not Sign.YES for token in clause.tokens):
                    yield message[clause.start : clause.end].strip(_MARKS)
            elif strangers := _strangers(clause):
                yield message[strangers[0] : strangers[1]].strip(_MARKS)


def _strangers(clause: Clause) -> tuple[int, int] | None:
    others = [token for token in clause.tokens if token.sign is Sign.OTHER]
    return (others[0].start, others[-1].end) if others else None


def _keep(command: Command, _files: Sequence[str]) -> Iterator[Edit]:
    yield Keep(tuple(sorted(command.ranges)))


def _place(command: Command, _files: Sequence[str]) -> Iterator[Edit]:
    """“Put 0:30-0:45 at the end”."""
    if command.has(Sign.START, Sign.END, Sign.UNTIL_TIME, Sign.SINCE):
        yield from picturing.move(command)


def _impossible(command: Command, _files: Sequence[str]) -> Iterator[Edit]:
    yield Impossible(command.texts(Sign.IMPOSSIBLE)[0])


def _confirm(command: Command, _files: Sequence[str]) -> Iterator[Edit]:
    if not command.has(Sign.OTHER):
        yield Confirm()


def _plain(make: Callable[[Command], Iterator[Edit]]) -> "_Maker":
    return lambda command, _files: make(command)


def _just(edit: Edit) -> "_Maker":
    return lambda _command, _files: iter((edit,))


_Maker = Callable[[Command, Sequence[str]], Iterator[Edit]]
_MAKERS: dict[str, _Maker] = {
    "start over": _just(StartOver()),
    "undo": _plain(history.undo),
    "redo": _plain(history.redo),
    "changes": _just(ShowChanges()),
    "repeats": _plain(cutting.cut_repeats),
    "fillers": _plain(cutting.cut_fillers),
    "silences": _plain(cutting.cut_silences),
    "image": _plain(picturing.add_image),
    "title": _plain(picturing.add_title),
    "impossible": _impossible,
    "captions": _plain(picturing.set_captions),
    "loudness": _plain(sounding.set_loudness),
    "fade": _plain(sounding.fade),
    "frame": _plain(picturing.reframe),
    "size": _plain(picturing.resize),
    "music": sounding.add_music,
    "volume": _plain(sounding.set_volume),
    "speed": _plain(picturing.set_speed),
    "join": _plain(picturing.join),
    "move": _plain(picturing.move),
    "split": _plain(cutting.split),
    "cut": _plain(cutting.cut),
    "only": _keep,
    "place": _place,
    "propose": _just(Propose()),
    "confirm": _confirm,
}

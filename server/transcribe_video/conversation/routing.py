"""Whom a message is for, and in which order what it asks for is done."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from transcribe_video.conversation.clauses import Clause, clauses_of
from transcribe_video.conversation.sense import (
    CANCEL,
    CHAT,
    CREDITS,
    DOCUMENT,
    EXPORT,
    STATE,
    UPLOAD,
    Sense,
    sense_of,
)
from transcribe_video.conversation.wish import USUAL_FORMATS, wish_of
from transcribe_video.manifest import Route
from transcribe_video.transcript.script import unspaced

_MARKS = " \t\r\n,;:.&+，；：。、"
_ALONE = (CANCEL, CREDITS, STATE, UPLOAD)


@dataclass(frozen=True, slots=True)
class Routed:
    """What a message asks for.

    Attributes:
        intents: what is done first stands first: one intent, or ``"chat"`` and then ``"export"``
            or ``"document"``.
        formats: of the documents that are asked for; never empty where ``"document"`` is an
            intent, empty elsewhere. One that is not known stands under its own name.
        message_for_chat: what is for the editor: the message without the wish for a file; empty
            if nothing is.
        is_unread: whether a file is given with words that are not understood.
    """

    intents: tuple[str, ...]
    formats: tuple[str, ...] = ()
    message_for_chat: str = ""
    is_unread: bool = False


def routed(message: str, routes: Sequence[Route]) -> Routed:
    """What a message asks for, by the keywords of the routes and the clauses they stand in.

    A keyword counts where it is a command: not in a question about the recording, not where it is
    negated or only mentioned, and not as a thing that an edit is about. What is not understood is
    for the editor.
    """
    parts = list(_parts(clauses_of(message), routes))
    senses = [sense for _, sense in parts]
    intents = [sense.intent for sense in senses]
    if CANCEL in intents:
        return Routed((CANCEL,))
    delivery = next((name for name in (DOCUMENT, EXPORT) if name in intents), "")
    is_chat = CHAT in intents or any(sense.edit for sense in senses)
    if delivery and not _is_for_editor(message, senses, delivery):
        formats = _formats(senses) if delivery == DOCUMENT else ()
        if not is_chat:
            return Routed((delivery,), formats)
        return Routed((CHAT, delivery), formats, _without_delivery(message, parts))
    if is_chat or delivery:
        return Routed((CHAT,), (), message)
    found = next((name for name in intents if name in _ALONE), CHAT)
    is_unread = found == UPLOAD and any(sense.is_unread for sense in senses)
    return Routed((found,), (), message if found == CHAT else "", is_unread)


def _parts(clauses: Sequence[Clause], routes: Sequence[Route]) -> Iterator[tuple[Clause, Sense]]:
    """The clauses with what they ask for; what a question goes on with is part of it."""
    before = Sense()
    for clause in clauses:
        sense = sense_of(clause.text, routes)
        if clause.is_joined and before.intent in {CREDITS, STATE}:
            sense = before
        yield clause, sense
        before = sense


def _is_for_editor(message: str, senses: Sequence[Sense], delivery: str) -> bool:
    """Whether the editor does all of it: it transcribes into documents, of a new file too."""
    if delivery != DOCUMENT:
        return False
    return wish_of(message).transcribes or any(sense.has_file for sense in senses)


def _formats(senses: Sequence[Sense]) -> tuple[str, ...]:
    documents = [sense for sense in senses if sense.intent == DOCUMENT]
    if any(sense.is_bare for sense in documents):  # “the subtitles, plain text will do”
        documents = [sense for sense in documents if not sense.is_implied]
    named = (name for sense in documents for name in sense.formats)
    return tuple(dict.fromkeys(named)) or USUAL_FORMATS


def _without_delivery(message: str, parts: Sequence[tuple[Clause, Sense]]) -> str:
    """The runs of clauses that hold something for the editor, as they were written."""
    runs = [message[start:end].strip(_MARKS) for start, end in _runs(parts)]
    kept = list(filter(None, runs))
    is_chinese = bool(kept) and unspaced(kept[0][-1])
    return ("，" if is_chinese else ", ").join(kept)


def _runs(parts: Sequence[tuple[Clause, Sense]]) -> Iterator[tuple[int, int]]:
    run: list[tuple[Clause, Sense]] = []
    for clause, sense in parts:
        if sense.intent in {EXPORT, DOCUMENT}:
            yield from _of_run(run)
            run = []
            if sense.edit:
                yield clause.start, clause.start + len(sense.edit)
        else:
            run.append((clause, sense))
    yield from _of_run(run)


def _of_run(run: Sequence[tuple[Clause, Sense]]) -> Iterator[tuple[int, int]]:
    if any(sense.intent == CHAT for _, sense in run):
        yield run[0][0].start, run[-1][0].end

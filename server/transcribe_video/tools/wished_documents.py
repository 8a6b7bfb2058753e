"""Documents that a message asks for of what was not transcribed yet: they are transcribed."""

from collections.abc import Sequence

from transcribe_video.conversation.clauses import clauses_of
from transcribe_video.conversation.kind import Kind
from transcribe_video.conversation.wish import wish_of
from transcribe_video.tools.answer import Answer
from transcribe_video.tools.call import Call
from transcribe_video.tools.desk import Desk
from transcribe_video.tools.reply import Reply, replied
from transcribe_video.tools.result import Next
from transcribe_video.tools.transcribe import FORMATS, documented, order_of
from transcribe_video.wire.order import TranscribeOrder

TRANSCRIBE = "transcribe"
_ELSEWHERE = {Kind.TRANSLATE, Kind.BURN, Kind.READ}
_REST = "The editor was not told the rest: {0}"


def parted(message: str, sources: Sequence[str]) -> tuple[str, str]:
    """What of a message asks for documents, and what is left for the editor.

    Args:
        message: with the paths of files in it.
        sources: the files and addresses that it names.

    Returns:
        Two parts of the message; the first is empty if it asks for no documents, or for a video
        with them, which the editor makes in one.
    """
    if not _is_for_documents(message, sources):
        return "", message
    found = [clause for clause in clauses_of(message) if _edits(clause.text)]
    rest = ", ".join(message[clause.start : clause.end].strip(" ,.;，。") for clause in found)
    return message, rest


async def wished(
    call: Call,
    message: str,
    session_id: str | None,
    sources: tuple[str, ...] = (),
    formats: Sequence[str] = (),
    output_dir: str | None = None,
) -> Answer[Reply]:
    """Transcribe what is named, or what is in the project, into what the message asks for.

    Args:
        call: the tool's.
        message: what the user said.
        session_id: the project; None begins one.
        sources: what the message names.
        formats: of the documents; none are those that the message names, or the usual ones.
        output_dir: the folder for them; None is beside each recording.

    Raises:
        TranscribeVideoError: it cannot be done.
        StillWorkingError: it has not begun when time is up.
    """
    order = order_in(call.desk, message, formats, output_dir)
    answer = await documented(call, sources, session_id, order)
    return replied(TRANSCRIBE, answer, answer.body(answer.result))


def order_in(
    desk: Desk, message: str, formats: Sequence[str] = (), output_dir: str | None = None
) -> TranscribeOrder:
    """The documents that a message asks for, in the wire's words.

    Raises:
        UsageError: one is of a format that is not known.
    """
    wish = wish_of(message)
    unknown = [value for kind, value in wish.misses if kind is Kind.UNKNOWN_FORMAT]
    kinds = [*formats] or [*wish.formats, *unknown] or FORMATS
    language, quality = wish.language or "auto", wish.quality or "balanced"
    order = order_of(desk, kinds, language, quality, output_dir)
    return order.model_copy(update={"speakers": wish.wants_speakers})


def left_over(answer: Answer[Reply], rest: str) -> Answer[Reply]:
    """The answer, with what the editor must still be told."""
    result = answer.result
    if not rest:
        return answer
    result.notes = [*result.notes, _REST.format(rest)]
    if result.status == "completed" and result.next is None:
        arguments = {"message": rest, "session_id": result.session_id}
        result.next = Next(tool="chat", arguments=arguments, why="the message asked for this too")
    return answer


def _is_for_documents(message: str, sources: Sequence[str]) -> bool:
    wish = wish_of(message)
    is_asked = wish.transcribes or bool(wish.documents and sources)
    missed = {kind for kind, _ in wish.misses}
    is_more = wish.video or wish.is_quick_edit or wish.is_question or bool(missed & _ELSEWHERE)
    return is_asked and not is_more


def _edits(clause: str) -> bool:
    wish = wish_of(clause)
    is_edit = any(kind is Kind.EDIT for kind, _ in wish.misses)
    return is_edit and not (wish.transcribes or wish.documents)

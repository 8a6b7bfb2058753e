"""A message that asks for a change and then for the file: “add music, then export”."""

from collections.abc import Awaitable, Callable, Iterator
from dataclasses import replace
from typing import Any

from transcribe_video.conversation.export_promise import with_export_promise
from transcribe_video.conversation.sense import CHAT
from transcribe_video.errors import TranscribeVideoError
from transcribe_video.tools.answer import Answer
from transcribe_video.tools.call import StillWorkingError
from transcribe_video.tools.edits_in import is_agreement
from transcribe_video.tools.reply import Reply
from transcribe_video.tools.result import Next, Result
from transcribe_video.tools.wishes import Wishes

_EXPORT = "export"
_RUNNING = "Nothing was exported yet: state names the export once the change is made."
_DUE = "The file that the message asked for is not made yet: export makes it."
_ASKED_BEFORE = "Nothing is exported yet: ask for it again once that is answered."
_UNCHANGED = "nothing was changed, so nothing was exported; this delivers it as it is"
_LATE = "the change is made; this delivers it"
_ASKED = "the message asked for the file; this delivers it"


async def edited_first(
    said: Answer[Reply],
    deliver: Callable[[str | None], Awaitable[Answer[Reply] | None]],
    arguments: dict[str, Any],
) -> Answer[Reply]:
    """What the editor answered, and the file if the change was made within the call.

    Nothing is delivered that was not changed as it was asked: then ``next`` names the export.

    Args:
        said: the editor's answer to the change.
        deliver: exports the project of that id; None if it cannot.
        arguments: of the export, for a call of its own.
    """
    result = said.result
    follows = Next(tool=_EXPORT, arguments={"session_id": result.session_id} | arguments)
    if said.is_error or result.status == "needs_input":
        return said
    if result.status == "running":
        result.notes = [*result.notes, _RUNNING]
        return said
    # A message that was only answered changed nothing, whatever became of its work.
    if not (result.changes or (result.status == "completed" and result.intent != CHAT)):
        if result.next is None:
            result.next = follows.model_copy(update={"why": _UNCHANGED})
        return said
    try:
        delivered = await deliver(result.session_id)
    except TranscribeVideoError as error:
        result.notes = [*result.notes, str(error)]
        delivered = None
    except StillWorkingError:
        delivered = None
    if delivered is None:
        result.next = follows.model_copy(update={"why": _LATE})
        return said
    return _both(said, delivered)


def await_agreement(
    result: Reply, wishes: Wishes, arguments: dict[str, Any], language: str
) -> None:
    """Keep the export until a person agrees to a plan, and say so with the question.

    Args:
        result: a question of the editor; to one that asks anything else, no file is promised.
        wishes: where it is kept, under the project.
        arguments: of the export.
        language: of the question.
    """
    answers = [str(choice.arguments.get("message")) for choice in result.choices]
    if result.session_id is None or not any(map(is_agreement, answers)):
        result.notes = [*result.notes, _ASKED_BEFORE]
        return
    wishes.keep(result.session_id, arguments)
    name = str(arguments.get("output_path", ""))
    result.question = with_export_promise(result.question or "", language, name)


def due(result: Result, session_id: str, arguments: dict[str, Any], *, is_changed: bool) -> None:
    """Name the export that the message asked for, in an answer that tells of its change.

    Args:
        result: the answer; what it names already stays.
        session_id: the project.
        arguments: of the export.
        is_changed: whether the change was made.
    """
    if result.next is None:
        why = _ASKED if is_changed else _UNCHANGED
        given = {"session_id": session_id} | arguments
        result.next = Next(tool=_EXPORT, arguments=given, why=why)
        result.notes = [*result.notes, _DUE]


def _both(said: Answer[Reply], delivered: Answer[Reply]) -> Answer[Reply]:
    """The delivery's answer, with what was changed before it."""
    before, after = said.result, delivered.result
    result = after.model_copy(
        update={
            "reply": "\n".join(filter(None, [after.reply, before.reply])),
            "changes": before.changes,
            "timeline": before.timeline or after.timeline,
            "notes": list(dict.fromkeys([*before.notes, *after.notes])),
        }
    )
    return replace(delivered, result=result, body=_body)


def _body(result: Reply) -> Iterator[str]:
    _, *rest = result.reply.splitlines() or [""]
    yield from rest
    yield from (change.line for change in result.changes)
    if result.timeline:
        yield result.timeline
    yield from (action.line for action in result.actions)

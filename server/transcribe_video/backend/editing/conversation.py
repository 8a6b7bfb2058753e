"""Whether a message is for the editor, and what came of it there."""

from dataclasses import dataclass, replace

from transcribe_video.backend.agent.plan import CHAT, EXPORT, Plan
from transcribe_video.backend.context import Context
from transcribe_video.backend.editing.material import timeline_now
from transcribe_video.backend.editing.turn import Edited, EditTurn
from transcribe_video.conversation.editing.grammar import edits_of
from transcribe_video.conversation.editing.request import Request
from transcribe_video.conversation.editing.situation import Situation
from transcribe_video.wire.order import TranscribeOrder
from transcribe_video.wire.session import SessionView

EDIT = "edit"
_CAPTIONS_ONLY = ["srt"]


@dataclass(frozen=True, slots=True)
class EditReply:
    """What the editor made of a message.

    Attributes:
        plan: what is to be done and said now.
        detail: what the turn keeps beside: changes, question, choices and actions.
    """

    plan: Plan
    detail: dict[str, object]


def edit_of(
    context: Context, view: SessionView, message: str, plan: Plan, language: str
) -> EditReply | None:
    """What came of a message that asks for edits; None if it asks for none.

    Args:
        context: where the session is kept.
        view: the session.
        message: as it was said.
        plan: what was understood of it otherwise: work that it clearly asks for is done instead.
        language: in which to answer.
    """
    if not message or not view.media or plan.order is not None or plan.intent not in _OPEN:
        return None
    request = _read(context, view, message, language)
    if not request.edits:
        return None
    edited = EditTurn(context, view, message, language).edited(request)
    return EditReply(_plan(plan, edited), _detail(edited, message, view.session_id))


_OPEN = {CHAT, EXPORT}
"""What is not more than a wish for a file, or nothing that was understood."""


def _read(context: Context, view: SessionView, message: str, language: str) -> Request:
    timeline = timeline_now(context, view)
    spoken = next((one.language for one in view.transcripts if one.language), language)
    situation = Situation(
        length_ms=timeline.d_ms,
        rate=timeline.rate,
        files=tuple(file.filename for file in view.media),
        language=spoken,
    )
    return edits_of(message, situation)


def _plan(plan: Plan, edited: Edited) -> Plan:
    """The work that follows: the words where they are missing, the file where it was asked for."""
    if edited.wants_words:
        return Plan(EDIT, TranscribeOrder(formats=_CAPTIONS_ONLY), edited.reply, None)
    render = plan.render if edited.is_changed else None
    return replace(plan, intent=EDIT, order=None, reply=edited.reply, render=render)


def _detail(edited: Edited, message: str, session_id: str) -> dict[str, object]:
    detail: dict[str, object] = {
        "changes": edited.changes,
        "question": edited.question,
        "choices": list(edited.choices),
    }
    if edited.wants_words:
        again = {"message": message, "session_id": session_id}
        detail["actions"] = [{"tool": "chat", "arguments": again, "label": message[:80]}]
    elif edited.is_changed:
        arguments = {"session_id": session_id}
        detail["actions"] = [{"tool": "export", "arguments": arguments, "label": "Export"}]
    return detail

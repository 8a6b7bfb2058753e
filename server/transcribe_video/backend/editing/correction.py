"""A message that puts the last change right, so that it takes its place."""

from dataclasses import replace

from transcribe_video.backend.context import Context
from transcribe_video.backend.editing.sentences import Sentences
from transcribe_video.backend.editing.standing import Standing, situation_of
from transcribe_video.backend.editing.usual import other_amounts
from transcribe_video.backend.editor.draft import timeline_of_draft
from transcribe_video.backend.editor.timeline import Timeline
from transcribe_video.conversation.editing import edit as edits
from transcribe_video.conversation.editing.correcting import correction_of, put_right
from transcribe_video.conversation.editing.grammar import edits_of
from transcribe_video.conversation.editing.request import Request
from transcribe_video.timecode import milliseconds
from transcribe_video.wire.draft import Draft
from transcribe_video.wire.session import SessionView, Turn


def correction_in(
    context: Context, view: SessionView, message: str, language: str
) -> tuple[Request, Standing] | None:
    """What is done in place of the last change, and with which timeline.

    Args:
        context: where the session is kept.
        view: the session.
        message: as it was said.
        language: in which to answer.

    Returns:
        None if the message is no correction, if the turn before it changed nothing, or if it asks
        for more, for another kind of edit, or does not say how much.
    """
    correction = correction_of(message)
    before = _before_last_turn(context, view) if correction else None
    if before is None or view.turn is None:
        return None
    situation = situation_of(before, view, language)
    last = edits_of(correction_of(view.turn.message) or view.turn.message, situation)
    said = edits_of(correction, situation)
    if len(last.edits) != 1 or len(said.edits) != 1 or said.unread or said.is_plan_only:
        return None
    meant = put_right(_in_part(last.edits[0], view.turn), said.edits[0], message)
    if meant is None or other_amounts([meant], message, Sentences(language)):
        return None
    [*_, made] = context.store.revisions.history(view.session_id)
    return Request((meant,)), Standing(before, made.number, made.summary)


def _in_part(edit: edits.Edit, turn: Turn) -> edits.Edit:
    """The edit of a turn with the part that it was of, where the turn before had named that."""
    if not isinstance(edit, edits.SetSpeed | edits.SetVolume) or len(turn.changes) != 1:
        return edit
    from_s, to_s = turn.changes[0].get("from_s"), turn.changes[0].get("to_s")
    if from_s is None or to_s is None:
        return edit
    return replace(edit, from_ms=milliseconds(from_s), to_ms=milliseconds(to_s))


def _before_last_turn(context: Context, view: SessionView) -> Timeline | None:
    """The timeline that the turn before found, if it changed it by an edit; else None."""
    revisions, turn = context.store.revisions, view.turn
    first, known = revisions.first(view.session_id), revisions.history(view.session_id)
    if first is None or turn is None or not turn.changes or not known:
        return None
    if turn.message != known[-1].message:
        return None
    before = [first, *known][-2]
    return timeline_of_draft(Draft.model_validate(before.draft))

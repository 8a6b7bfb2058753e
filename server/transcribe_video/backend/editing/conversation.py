"""Whether a message is for the editor, and what came of it there."""

import re
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace

from transcribe_video.backend.agent.choice import Choice
from transcribe_video.backend.agent.ordering import output_of
from transcribe_video.backend.agent.plan import CANCEL, CHAT, EXPORT, TRANSCRIBE, Plan
from transcribe_video.backend.agent.tongue import tongue_in
from transcribe_video.backend.context import Context
from transcribe_video.backend.editing.correction import correction_in
from transcribe_video.backend.editing.edited import Edited
from transcribe_video.backend.editing.material import timeline_now
from transcribe_video.backend.editing.standing import Standing, situation_of
from transcribe_video.backend.editing.turn import EditTurn
from transcribe_video.backend.editing.waiting import answered, completed_by
from transcribe_video.backend.store.revisions import ChangedError
from transcribe_video.conversation.destination import video_name_in
from transcribe_video.conversation.editing import edit as edits
from transcribe_video.conversation.editing.completing import is_quotation
from transcribe_video.conversation.editing.grammar import edits_of, refuses_captions
from transcribe_video.conversation.editing.handed_back import asked_besides, lead_of
from transcribe_video.conversation.editing.request import Request
from transcribe_video.conversation.editing.situation import Situation
from transcribe_video.conversation.mentions import mentions_in
from transcribe_video.conversation.routing import routed
from transcribe_video.conversation.wish import wish_of
from transcribe_video.errors import BusyError
from transcribe_video.handoff.registry import timeline_format
from transcribe_video.transcript.language import AUTO
from transcribe_video.wire.order import TranscribeOrder
from transcribe_video.wire.render import Output
from transcribe_video.wire.session import SessionView

EDIT = "edit"
_CAPTIONS_ONLY = ["srt"]
_TRIES = 5
_LONGEST_AGAIN = 1000  # characters of a message that is offered to be said again


@dataclass(frozen=True, slots=True)
class EditReply:
    """What the editor made of a message.

    Attributes:
        plan: what is to be done and said now.
        detail: what the turn keeps beside: changes, question, choices and actions.
        is_done: whether the timeline is another one now, or is so already.
        is_planned: whether it waits for a yes.
    """

    plan: Plan
    detail: dict[str, object]
    is_done: bool = False
    is_planned: bool = False


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

    Raises:
        BusyError: others change the timeline all the time.
    """
    if not message or not view.media or not _is_open(context, message, plan.intent):
        return None
    for _ in range(_TRIES):
        with suppress(ChangedError):
            return _edited(context, view, message, plan, language)
    what, why = "The video was not changed", "it is being changed from elsewhere at the same time"
    raise BusyError(what, why, "Say it again")


_OPEN = {CHAT, EXPORT, TRANSCRIBE}
"""What is not more than a wish for a file, or nothing that was understood."""


def _is_open(context: Context, message: str, intent: str) -> bool:
    """Whether it may be an edit; “stop at 1:30” stops no work."""
    return intent in _OPEN or (
        intent == CANCEL and CANCEL not in routed(message, context.manifest.routing).intents
    )


def _edited(
    context: Context, view: SessionView, message: str, plan: Plan, language: str
) -> EditReply | None:
    behind = _export_behind(context, message) if plan.render is None else None
    read = behind.message if behind else message
    waiting = context.store.revisions.plan(view.session_id)
    meant = answered(waiting, read, language)
    request, standing = _read(context, view, meant or read, language)
    if meant == "":
        request = Request((edits.Ask("choice"),))
    whole = ""
    if meant is None and (plan.intent == CHAT or is_quotation(read)):
        situation = situation_of(standing.timeline, view, language)
        whole = completed_by(waiting, view.turn, read, situation)
        meant, request = (whole, edits_of(whole, situation)) if whole else (meant, request)
    is_text = plan.intent == TRANSCRIBE and not _is_of_video(context, read)
    if not request.edits or (is_text and not _is_clear(request, read)):
        return None
    is_export = behind is None and not whole and _is_export(context, view, message)
    if is_export and plan.render is not None and all(map(_is_size, request.edits)):
        return None  # “convert it into a 1080p MP4”
    if not is_export:  # “add captions” is no wish for a file
        plan = replace(plan, render=behind.output if behind else None)
    elif wish_of(request.unread).video:
        request = replace(request, unread="")  # it is done too
    edited = _corrected(context, view, message, plan.render, language)
    if edited is None:
        turn = EditTurn(context, view, meant or message, language, standing, plan.render)
        edited = turn.edited(request)
    if edited.is_planned:
        plan = replace(plan, render=None)  # it waits too
    plan = replace(plan, render=plan.render or edited.output)
    return EditReply(
        _plan(context, view, plan, edited, language),
        _detail(edited, message, view.session_id),
        is_done=edited.is_changed or edited.is_settled,
        is_planned=edited.is_planned,
    )


def _corrected(
    context: Context, view: SessionView, message: str, output: Output | None, language: str
) -> Edited | None:
    """What came of a message that puts the last change right; None if it is none, or cannot."""
    correction = correction_in(context, view, message, language)
    if correction is None:
        return None
    request, standing = correction
    edited = EditTurn(context, view, message, language, standing, output).edited(request)
    return edited if edited.is_changed else None


@dataclass(frozen=True, slots=True)
class _ExportBehind:
    """A wish for a file that stands behind others, as in “…, then export it”.

    Attributes:
        message: the message without it.
        output: the file.
    """

    message: str
    output: Output


def _export_behind(context: Context, message: str) -> _ExportBehind | None:
    if lead_of(message):  # what stands behind it is text
        return None
    asked = routed(message, context.manifest.routing)
    edit, rest = asked.message_for_chat, message.replace(asked.message_for_chat, " ")
    if asked.intents != (CHAT, EXPORT) or any(map(timeline_format, re.findall(r"\w+", rest))):
        return None
    return _ExportBehind(edit, output_of(wish_of(rest), Choice(()), video_name_in(message)))


def _is_export(context: Context, view: SessionView, message: str) -> bool:
    """Whether a file is asked for, and not only a change."""
    if lead_of(message):  # what stands behind it is text
        return False
    names = [file.filename for file in view.media]
    said = mentions_in(message, names, [file.path for file in view.media]).text
    is_named = re.search(r"(?<![a-z0-9])mp ?4(?![a-z0-9])", said) is not None
    return is_named or EXPORT in routed(message, context.manifest.routing).intents


def _is_size(edit: edits.Edit) -> bool:
    return isinstance(edit, edits.Resize)


def _is_clear(request: Request, message: str) -> bool:
    """Whether a message that speaks of texts, words or captions means the timeline by all of it.

    One that hands a text back does, whatever else it says, and one that wants captions that cannot
    be had.
    """
    if refuses_captions(request.edits, message):
        return not wish_of(message).transcribes
    if any(isinstance(edit, edits.MatchText) for edit in request.edits):
        return True
    if edits.Ask("color") in request.edits:
        return True
    changes = [edit for edit in request.edits if isinstance(edit, edits.TimelineEdit)]
    is_whole = len(changes) == len(request.edits) and not request.unread
    return is_whole and any(edit != edits.SetCaptions() for edit in changes)


def _is_of_video(context: Context, message: str) -> bool:
    """Whether captions are meant that a video shows, and no document: “turn on captions”."""
    is_chat = routed(message, context.manifest.routing).intents == (CHAT,)
    return is_chat and not wish_of(message).transcribes


def _read(
    context: Context, view: SessionView, message: str, language: str
) -> tuple[Request, Standing]:
    """What a message asks for, and of which timeline."""
    number = context.store.revisions.number(view.session_id)
    timeline = timeline_now(context, view)
    named = _by_name(message, view)
    spoken = _ordered_language(context, view) or language
    request = _asked(named, situation_of(timeline, view, spoken))
    added = [*_added(request)]
    if number or not added:
        return request, Standing(timeline, number)
    others = timeline_now(context, view, added)
    if others.clips:  # “the last second” is not one of the file that is added
        request = _asked(named, situation_of(others, view, spoken))
    is_laid_under = any(isinstance(edit, edits.AddMusic) for edit in request.edits)
    return request, Standing(others if others.clips or not is_laid_under else timeline, number)


def _ordered_language(context: Context, view: SessionView) -> str:
    """The language in which something is being transcribed, if that was told; else empty."""
    jobs = [job for job in context.store.jobs.of(view.session_id) if job.kind == TRANSCRIBE]
    orders = (TranscribeOrder.model_validate(job.request) for job in jobs if not job.has_ended)
    return next((order.language for order in orders if order.language != AUTO), "")


def _asked(message: str, situation: Situation) -> Request:
    """What a message asks for, also besides a text that it hands back: that is matched first."""
    request = edits_of(message, situation)
    if not any(isinstance(edit, edits.MatchText) for edit in request.edits):
        return request
    besides = edits_of(asked_besides(message), situation)
    is_plan = edits_of(lead_of(message), situation).is_plan_only
    return Request((*request.edits, *besides.edits), is_plan, besides.unread)


def _by_name(message: str, view: SessionView) -> str:
    """The message with the names of the session's files in place of their paths.

    The paths stay of those that have one name together.
    """
    names = [file.filename for file in view.media]
    paths = {file.path: file.filename for file in view.media if file.path}
    for path in sorted(paths, key=len, reverse=True):
        if names.count(paths[path]) == 1:
            message = message.replace(path, paths[path])
    return message


def _added(request: Request) -> Iterator[str]:
    """The names of the files that the edits put somewhere."""
    for edit in request.edits:
        if isinstance(edit, edits.Join):
            yield from edit.files
        elif isinstance(edit, edits.AddImage | edits.AddMusic):
            yield edit.file


def _plan(context: Context, view: SessionView, plan: Plan, edited: Edited, language: str) -> Plan:
    """The work that follows: the words where they are missing, the file where it was asked for."""
    order = _order(context, view, edited.unheard) if edited.wants_words else None
    reply, render = edited.reply, plan.render
    if render is not None and not (edited.is_changed or edited.is_settled):
        tongue = tongue_in(language)
        reply, render = tongue.sentences(reply, tongue.no_cut_yet), None
    return replace(plan, intent=EDIT, order=order, reply=reply, render=render)


def _order(context: Context, view: SessionView, unheard: Sequence[str]) -> TranscribeOrder:
    """A transcription of these files, with the one that is under way."""
    jobs = [
        job
        for job in context.store.jobs.of(view.session_id)
        if job.kind == TRANSCRIBE and not job.has_ended and job.media_id
    ]
    if not jobs:
        return TranscribeOrder(media_ids=[*unheard], formats=_CAPTIONS_ONLY)
    under_way = TranscribeOrder.model_validate(jobs[-1].request)
    media_ids = _media_ids([*(job.media_id for job in jobs), *unheard])
    return under_way.model_copy(update={"media_ids": media_ids})


def _media_ids(found: Sequence[str | None]) -> list[str]:
    return list(dict.fromkeys(filter(None, found)))


def _detail(edited: Edited, message: str, session_id: str) -> dict[str, object]:
    detail: dict[str, object] = {
        "changes": edited.changes,
        "question": edited.question,
        "remarks": [*edited.remarks],
        "choices": [choice.sent() for choice in edited.choices],
        "actions": [*_actions(edited, message, session_id)],
    }
    return detail


def _actions(edited: Edited, message: str, session_id: str) -> Sequence[dict[str, object]]:
    if edited.is_changed:
        arguments = {"session_id": session_id}
        return [{"tool": "export", "arguments": arguments, "label": "Export"}]
    if edited.wants_words and len(message) <= _LONGEST_AGAIN:
        again = {"message": message, "session_id": session_id}
        return [{"tool": "chat", "arguments": again, "label": message[:80]}]
    return []

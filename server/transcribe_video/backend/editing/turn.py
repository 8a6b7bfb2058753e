"""A message to the editor: what it changes, plans, takes back or asks."""

from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, field
from typing import Any

from transcribe_video.backend.context import Context
from transcribe_video.backend.editing.material import (
    draft_with,
    project_of,
    timeline_now,
    whole_timeline,
)
from transcribe_video.backend.editing.phrases import removed, spans
from transcribe_video.backend.editing.proposals import proposals
from transcribe_video.backend.editing.sentences import Sentences
from transcribe_video.backend.editing.sequence import Result, made
from transcribe_video.backend.editor.draft import draft_of_timeline, timeline_of_draft
from transcribe_video.backend.editor.speech import spoken_words
from transcribe_video.backend.editor.timeline import Timeline
from transcribe_video.backend.editor.trouble import EditError
from transcribe_video.conversation.changes import changes_between
from transcribe_video.conversation.editing import edit as edits
from transcribe_video.conversation.editing.request import Request
from transcribe_video.timecode import fine_clock, seconds
from transcribe_video.wire.draft import Draft
from transcribe_video.wire.session import SessionView

_MOST_SPANS, _MOST_SHARE = 10, 0.5
_NEEDS_WORDS = (
    edits.CutWords,
    edits.KeepWords,
    edits.CutFillers,
    edits.CutRepeats,
    edits.MatchText,
)


@dataclass(frozen=True, slots=True)
class Edited:
    """What came of a message.

    Attributes:
        reply: for the person.
        changes: of the timeline: ``{kind, track, clip, from_s, to_s, text}``.
        question: what must be answered before anything is done; empty if nothing must.
        choices: answers to it, each a message.
        wants_words: the recording must be transcribed first.
        is_changed: whether the timeline is another one now.
    """

    reply: str
    changes: list[dict[str, Any]] = field(default_factory=list)
    question: str = ""
    choices: tuple[str, ...] = ()
    wants_words: bool = False
    is_changed: bool = False


class EditTurn:
    """One message in one session.

    Args:
        context: where the session is kept.
        view: the session.
        message: as it was said.
        language: in which to answer.
    """

    def __init__(self, context: Context, view: SessionView, message: str, language: str) -> None:
        self._context, self._view, self._message = context, view, message
        self._say = Sentences(language)
        self._revisions = context.store.revisions
        self._before = timeline_now(context, view)

    def edited(self, request: Request) -> Edited:
        """Do what the message asks for, as far as it was understood."""
        if not self._before.clips:
            return Edited(self._say("nothing_there"))
        first = request.edits[0]
        if isinstance(first, edits.TimelineEdit):
            wanted = [one for one in request.edits if isinstance(one, edits.TimelineEdit)]
            others = [one for one in request.edits if not isinstance(one, edits.TimelineEdit)]
            if others and not isinstance(others[0], edits.Ask | edits.Impossible):
                return self._asked("")
            return self._tried(wanted, request, [self._unable(one) for one in others])
        return self._looked(first)

    # Changing

    def _tried(
        self, wanted: Sequence[edits.TimelineEdit], request: Request, unable: Sequence[str]
    ) -> Edited:
        needs_words = any(isinstance(edit, _NEEDS_WORDS) for edit in wanted)
        listens = any(isinstance(edit, edits.CutSilences) for edit in wanted)
        project = project_of(self._context, self._view, self._before, is_listening=listens)
        if needs_words and not project.transcripts:
            return Edited(self._say("transcribing_first"), wants_words=True)
        try:
            result = made(self._before, wanted, project, self._say)
        except EditError as error:
            return self._troubled(error)
        unread = self._say("unread", text=request.unread) if request.unread else ""
        rest = [*result.notes, *unable, unread]
        if request.is_plan_only or self._is_large(result):
            return self._planned(result, rest)
        return self._kept(result, rest)

    def _is_large(self, result: Result) -> bool:
        """Whether a person should agree first: to what was found nearly, or was not named."""
        gone_ms = sum(one.span[1] - one.span[0] for one in result.derived)
        is_much = gone_ms > self._before.d_ms * _MOST_SHARE or len(result.derived) > _MOST_SPANS
        return result.is_doubtful or is_much

    def _kept(self, result: Result, rest: Sequence[str]) -> Edited:
        summary = "; ".join(result.phrases)
        changes = self._changes(result)
        self._add(summary, result.timeline)
        name = "edited" if result.timeline.d_ms != self._before.d_ms else "edited_same"
        done = self._say(name, what=summary, now=_clock(result.timeline), was=_clock(self._before))
        return Edited(self._say.together(done, *rest), changes, is_changed=True)

    def _planned(self, result: Result, rest: Sequence[str]) -> Edited:
        draft = draft_with(self._view, result.timeline)
        plan = {"message": self._message, "summary": "; ".join(result.phrases), "draft": draft}
        self._revisions.set_plan(self._view.session_id, plan)
        lengths = {"now": _clock(result.timeline), "was": _clock(self._before)}
        if result.taken:
            shown = spans(result.taken, self._before, self._say)
            told = self._say("plan", spans=shown, **lengths)
        else:
            told = self._say("plan_other", what="; ".join(result.phrases), **lengths)
        doubt = self._say("doubtful") if result.is_doubtful else ""
        reply = self._say.together(told, doubt, *rest)
        question, yes = self._say("confirm"), self._say("yes")
        return Edited(reply, question=question, choices=(yes,))

    def _changes(self, result: Result) -> list[dict[str, Any]]:
        """What is different: what was taken out with its words, and all else by comparison."""
        gone = [
            {
                "kind": "removed",
                "track": 1,
                "clip": self._before.clips[0].name,
                "from_s": seconds(one.span[0]),
                "to_s": seconds(one.span[1]),
                "text": removed(one, self._before),
            }
            for one in result.taken
        ]
        if gone:
            return gone
        before, after = (
            Draft.model_validate(draft_of_timeline(timeline, {}, ()))  # captions only follow
            for timeline in (self._before, result.timeline)
        )
        found = [asdict(change) for change in changes_between(before, after)]
        return found or [
            {"kind": "retimed", "track": None, "clip": None, "text": phrase}
            for phrase in result.phrases
        ]

    def _add(self, summary: str, timeline: Timeline) -> None:
        draft = draft_with(self._view, timeline)
        self._revisions.add(self._view.session_id, self._message, summary, draft)

    # Looking, taking back, and what cannot be done

    def _looked(self, edit: edits.Edit) -> Edited:
        """What is no change of its own."""
        if isinstance(edit, edits.Undo | edits.Redo):
            return self._stepped(-edit.steps if isinstance(edit, edits.Undo) else edit.steps)
        if isinstance(edit, edits.Impossible):
            return Edited(self._unable(edit))
        if isinstance(edit, edits.Ask):
            return self._asked(edit.about)
        return _LOOKS[type(edit)](self)

    def _stepped(self, by: int) -> Edited:
        session_id, revisions = self._view.session_id, self._revisions
        before = revisions.history(session_id)
        steps = revisions.step(session_id, by)
        after = revisions.history(session_id)
        if not steps:
            return Edited(self._say("nothing_undone" if by < 0 else "nothing_redone"))
        longer, shorter = (before, after) if by < 0 else (after, before)
        what = "; ".join(one.summary for one in longer[len(shorter) :])
        now = timeline_now(self._context, self._view)
        name = "undone" if by < 0 else "redone"
        changes = self._changes(Result(now))
        return Edited(self._say(name, what=what, now=_clock(now)), changes, is_changed=True)

    def _told(self) -> Edited:
        history = self._revisions.history(self._view.session_id)
        now = _clock(self._before)
        if not history:
            return Edited(self._say("no_changes", now=now))
        what = " ".join(f"{one.number}. {one.summary}." for one in history)
        return Edited(self._say("changes", what=what.removesuffix("."), now=now))

    def _over(self) -> Edited:
        if not self._revisions.history(self._view.session_id):
            return Edited(self._say("no_changes", now=_clock(self._before)))
        whole = whole_timeline(self._view.media)
        changes = self._changes(Result(whole))
        self._add(self._say("over_summary"), whole)
        return Edited(self._say("over", now=_clock(whole)), changes, is_changed=True)

    def _confirmed(self) -> Edited:
        plan = self._revisions.plan(self._view.session_id)
        planned = timeline_of_draft(Draft.model_validate(plan["draft"])) if plan else None
        if plan is None or planned is None:
            return Edited(self._say("no_plan"))
        self._message = plan["message"]
        return self._kept(Result(planned, (plan["summary"],)), [])

    def _proposed(self) -> Edited:
        project = project_of(self._context, self._view, self._before, is_listening=False)
        words = spoken_words(self._before, project.transcripts)
        choices = proposals(self._before, words, project, self._say)
        return Edited(self._say("propose"), question=self._say("propose"), choices=choices)

    def _asked(self, about: str) -> Edited:
        question = self._say("ask", about=self._say.about(about))
        return Edited(question, question=question)

    def _unable(self, edit: edits.Edit) -> str:
        if isinstance(edit, edits.Impossible):
            return self._say("impossible", about=self._say.about(edit.what))
        about = edit.about if isinstance(edit, edits.Ask) else ""
        return self._say("ask", about=self._say.about(about))

    def _troubled(self, error: EditError) -> Edited:
        facts = {
            name.removesuffix("_ms"): fine_clock(value)
            if name.endswith("_ms") and isinstance(value, int)
            else value
            for name, value in error.facts.items()
        }
        sentence = self._say(error.reason, **facts)
        question = sentence if error.choices else ""
        if error.reason == "no_transcript":
            return Edited(self._say("transcribing_first"), wants_words=True)
        return Edited(sentence, question=question, choices=error.choices)


_LOOKS: dict[type, Callable[[EditTurn], Edited]] = {
    edits.ShowChanges: EditTurn._told,  # noqa: SLF001 - its own
    edits.StartOver: EditTurn._over,  # noqa: SLF001
    edits.Confirm: EditTurn._confirmed,  # noqa: SLF001
    edits.Propose: EditTurn._proposed,  # noqa: SLF001
}


def _clock(timeline: Timeline) -> str:
    return fine_clock(timeline.d_ms)

"""A message to the editor: what it changes, plans, takes back or asks."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from transcribe_video.backend.context import Context
from transcribe_video.backend.drafting import draft_of, first_timeline
from transcribe_video.backend.editing.asking import answers_about, question_about
from transcribe_video.backend.editing.beyond import moment_beyond
from transcribe_video.backend.editing.changed import Changes, changes_back
from transcribe_video.backend.editing.clips_told import no_such_clip
from transcribe_video.backend.editing.edited import Edited, plainly
from transcribe_video.backend.editing.history import has_taken_away, stepped, told_changes
from transcribe_video.backend.editing.material import project_of, transcripts_of
from transcribe_video.backend.editing.phrases import shortened
from transcribe_video.backend.editing.proposals import proposals, ways_to_length
from transcribe_video.backend.editing.sentences import LANGUAGES, Sentences
from transcribe_video.backend.editing.sequence import Result, made
from transcribe_video.backend.editing.standing import Standing
from transcribe_video.backend.editing.summary import OVER, in_language
from transcribe_video.backend.editing.told import told_of
from transcribe_video.backend.editing.trouble_told import trouble_told
from transcribe_video.backend.editing.unheard import Unheard, named, unheard_in
from transcribe_video.backend.editing.unread import limits
from transcribe_video.backend.editing.usual import other_amounts
from transcribe_video.backend.editing.waiting import Waiting, kept, opened_by, waiting_in
from transcribe_video.backend.editing.which import which
from transcribe_video.backend.editor.draft import timeline_of_draft
from transcribe_video.backend.editor.project import Project
from transcribe_video.backend.editor.speech import spoken_words
from transcribe_video.backend.editor.timeline import Timeline
from transcribe_video.backend.editor.trouble import EditError
from transcribe_video.conversation.editing import edit as edits
from transcribe_video.conversation.editing.request import Request
from transcribe_video.conversation.editing.small_talk import Tell
from transcribe_video.conversation.export_promise import with_export_promise
from transcribe_video.timecode import fine_clock
from transcribe_video.wire.draft import Draft
from transcribe_video.wire.render import Output
from transcribe_video.wire.session import SessionView

_OUTPUT = "output"  # of a plan: the video that was asked for with it, if any was
_MOST_SPANS, _MOST_SHARE = 10, 0.5
_LONGEST_MESSAGE = 2000  # that is kept
_NEEDS_WORDS = (
    edits.CutWords,
    edits.KeepWords,
    edits.MuteWords,
    edits.MoveWords,
    edits.CutFillers,
    edits.CutRepeats,
    edits.MatchText,
)


class EditTurn:
    """One message in one session.

    Args:
        context: where the session is kept.
        view: the session.
        message: as it was said.
        language: in which to answer.
        standing: the timeline that it is about.
        output: the video that it asks for behind its changes, if any.
    """

    def __init__(
        self,
        context: Context,
        view: SessionView,
        message: str,
        language: str,
        standing: Standing,
        output: Output | None = None,
    ) -> None:
        self._context, self._view = context, view
        self._message = message[:_LONGEST_MESSAGE]
        self._say = Sentences(language)
        self._revisions = context.store.revisions
        self._before, self._number = standing.timeline, standing.number
        self._instead = standing.instead
        self._output = output

    def edited(self, request: Request) -> Edited:
        """Do what the message asks for, as far as it was understood.

        Raises:
            ChangedError: the timeline was changed by somebody else in the meantime.
        """
        wanted = [one for one in request.edits if isinstance(one, edits.TimelineEdit)]
        others = [one for one in request.edits if not isinstance(one, edits.TimelineEdit)]
        if not self._before.clips and not wanted:
            return Edited(self._say("nothing_there"))
        unclear = [one for one in others if isinstance(one, edits.Ask | edits.Impossible)]
        if len(request.edits) > 1 and len(unclear) < len(others):
            return self._asked(lambda say: Waiting(say("one_by_one"), (), ()))
        if wanted:
            return self._tried(wanted, request, [self._unable(one) for one in unclear])
        return self._looked(request.edits[0], request)

    # Changing

    def _tried(
        self, wanted: Sequence[edits.TimelineEdit], request: Request, unable: Sequence[str]
    ) -> Edited:
        listens = any(isinstance(edit, edits.CutSilences) for edit in wanted)
        project = project_of(self._context, self._view, self._before, is_listening=listens)
        unheard = self._unheard_for(wanted, project)
        if unheard is not None and (unheard.waiting or not project.transcripts):
            return self._wordless(unheard, is_part=bool(project.transcripts))
        silent = unheard.note(self._say) if unheard else ""
        try:
            result = made(self._before, wanted, project, self._say)
        except EditError as error:
            asked = self._troubled(error, silent, request, is_one=len(wanted) == 1)
            return replace(asked, reply=self._say.together(asked.reply, self._unread(request)))
        lacking = self._lacking(wanted, result.timeline)
        rest = [*result.notes, *unable, self._unread(request), silent or lacking.note(self._say)]
        if not result.is_changed:
            self._keep(None)
            told = self._say.together(*rest)
            is_wanting, ids = bool(lacking.waiting), lacking.media_ids
            return Edited(told, wants_words=is_wanting, unheard=ids, is_settled=True)
        amounts = other_amounts(wanted, self._message, self._say)
        is_limited = limits(request.unread, self._message)
        is_guessed = any(isinstance(edit, edits.CutRepeats) for edit in wanted)
        if request.is_plan_only or is_limited or is_guessed or self._is_large(result):
            question = "confirm_without" if is_limited else "confirm"
            others = [self._say("other_amount_planned", examples=amounts)] if amounts else []
            return self._planned(result, [*rest, *others], question)
        others = [self._say("other_amount", examples=amounts)] if amounts else []
        return self._kept(result, [*rest, *others], lacking.media_ids)

    def _wordless(self, unheard: Unheard, *, is_part: bool = False) -> Edited:
        self._keep(None)
        is_begun = any(job.kind == "transcribe" and not job.has_ended for job in self._view.jobs)
        remarks = (self._say("not_made_yet"),)
        told = self._say("still_transcribing" if is_begun else "transcribing_first")
        if is_part and not is_begun:
            told = self._say("transcribing_part", names=named(unheard.waiting, self._say))
        return Edited(told, wants_words=True, unheard=unheard.media_ids, remarks=remarks)

    def _unheard_for(
        self, wanted: Sequence[edits.TimelineEdit], project: Project
    ) -> Unheard | None:
        """The recordings without a transcript, for edits by words; None if there are none such."""
        joins = [edit for edit in wanted if isinstance(edit, edits.Join)]
        names = [name for edit in joins for name in edit.files]
        joined = [source.clip for name in names for source in project.named(name)]
        unheard = unheard_in(self._context, self._view, [*self._before.clips, *joined])
        is_by_words = any(isinstance(edit, _NEEDS_WORDS) for edit in wanted)
        listens = any(isinstance(edit, edits.CutSilences) for edit in wanted)
        is_unknown = any(one not in project.quiet for one in unheard.media_ids)
        return unheard if is_by_words or (listens and is_unknown) else None

    def _lacking(self, wanted: Sequence[edits.TimelineEdit], after: Timeline) -> Unheard:
        """The recordings whose words are missing in the captions that are wanted."""
        is_captioned = any(isinstance(edit, edits.SetCaptions | edits.Join) for edit in wanted)
        if not is_captioned or not after.captions.is_on:
            return Unheard()
        return unheard_in(self._context, self._view, after.clips)

    def _is_large(self, result: Result) -> bool:
        """Whether a person should agree first: to what was found nearly, or was not named."""
        gone_ms = sum(one.span[1] - one.span[0] for one in result.derived)
        is_much = gone_ms > self._before.d_ms * _MOST_SHARE or len(result.derived) > _MOST_SPANS
        return bool(result.doubts) or is_much

    def _kept(self, result: Result, rest: Sequence[str], unheard: tuple[str, ...] = ()) -> Edited:
        self._add(result.summary, result.timeline)
        summary = in_language(result.summary, self._say)
        if self._instead:
            was = in_language(self._instead, self._say)
            summary = self._say("instead", was=was, what=summary)
        name = "edited" if result.timeline.d_ms != self._before.d_ms else "edited_same"
        done = self._say(name, what=summary, now=_clock(result.timeline), was=_clock(self._before))
        follow = self._say("captions_follow") if unheard else ""
        reply = self._say.together(done, *rest, follow)
        is_wanting = bool(unheard)
        return Edited(
            reply, result.changes, wants_words=is_wanting, unheard=unheard, is_changed=True
        )

    def _planned(self, result: Result, rest: Sequence[str], question: str) -> Edited:
        draft = draft_of(result.timeline, self._view.media)
        plan = {"message": self._message, "summary": result.summary, "draft": draft}
        promised = self._say(question)
        if self._output is not None:
            plan[_OUTPUT] = self._output.model_dump(mode="json")
            promised = with_export_promise(promised, self._say.code, self._output.path or "")
        self._keep({**plan, "changes": result.changes})
        told = (self._say(f"doubt_{doubt}") for doubt in result.doubts)
        reply = self._say.together(*self._told_plan(result), *told, *rest)
        choices = plainly(self._say("yes"))
        return Edited(reply, question=promised, choices=choices, is_planned=True)

    def _told_plan(self, result: Result) -> Sequence[str]:
        lengths = {"now": _clock(result.timeline), "was": _clock(self._before)}
        if not result.cuts:
            return [self._say("plan_other", what=result.besides, **lengths)]
        told = self._say("plan", spans=shortened(result.cuts, self._say), **lengths)
        return [told, self._say("plan_besides", what=result.besides) if result.besides else ""]

    def _keep(self, plan: Mapping[str, Any] | None) -> None:
        """Keep what waits for an answer, or nothing, if the timeline is still the same."""
        self._revisions.set_plan(self._view.session_id, plan, onto=self._number)

    def _add(self, summary: str, timeline: Timeline) -> None:
        session_id, media = self._view.session_id, self._view.media
        before = draft_of(self._before, media) if self._before.clips else None
        draft = draft_of(timeline, media)
        if self._instead:
            self._revisions.replace(session_id, self._message, summary, draft, self._number)
            return
        self._revisions.add(
            session_id, self._message, summary, draft, onto=self._number, before=before
        )

    # Looking, taking back, and what cannot be done

    def _unread(self, request: Request) -> str:
        return self._say("unread", text=request.unread) if request.unread else ""

    def _looked(self, edit: edits.Edit, request: Request) -> Edited:
        """What is no change of its own."""
        unread = self._unread(request)
        if isinstance(edit, edits.Impossible):
            return Edited(self._say.together(self._unable(edit), unread))
        if isinstance(edit, Tell):
            heard = partial(transcripts_of, self._context, self._view)
            return Edited(told_of(edit, self._before, self._view, heard, self._say))
        waiting = waiting_in(self._revisions.plan(self._view.session_id), self._say.code)
        if edit == edits.Ask("choice") and waiting is not None:
            return self._again(waiting)
        if isinstance(edit, edits.Ask) and self._beyond(edit):
            self._keep(None)
            return Edited(self._say.together(self._unable(edit), unread))
        if isinstance(edit, edits.Ask):
            opened = opened_by(self._message, edit.about)
            return self._asked(lambda say: self._question(edit, request, say), request, opened)
        if isinstance(edit, edits.Undo):
            done = self._undone(edit.steps)
        elif isinstance(edit, edits.Redo):
            done = self._redone(edit)
        elif isinstance(edit, edits.Propose):
            done = self._proposed(edit.length_ms)
        else:
            done = _LOOKS[type(edit)](self)
        return replace(done, reply=self._say.together(done.reply, unread))

    def _undone(self, steps: int) -> Edited:
        """What waits for a yes is taken back first, and alone."""
        session_id = self._view.session_id
        if steps > 1 or "draft" not in (self._revisions.plan(session_id) or {}):
            return stepped(self._context, self._view, -steps, self._say)
        self._keep(None)
        again = self._say("undo_again") if self._number else ""
        return Edited(self._say.together(self._say("plan_dropped"), again))

    def _redone(self, edit: edits.Redo) -> Edited:
        is_back = edit.is_back and has_taken_away(self._revisions, self._view.session_id)
        return stepped(self._context, self._view, -1 if is_back else edit.steps, self._say)

    def _told(self) -> Edited:
        length = _clock(self._before)
        return told_changes(self._revisions, self._view.session_id, length, self._say)

    def _over(self) -> Edited:
        if not self._revisions.history(self._view.session_id):
            return Edited(self._say("no_changes", now=_clock(self._before)))
        whole = first_timeline(self._context.store, self._view.session_id)
        told = self._say("over", now=_clock(whole))
        self._add(OVER, whole)
        return Edited(told, changes_back("undone", told), is_changed=True)

    def _confirmed(self) -> Edited:
        plan = self._revisions.plan(self._view.session_id)
        if plan is None:
            return Edited(self._say("no_plan"))
        if plan.get("is_stale"):
            return Edited(self._say("stale"))
        if (waiting := waiting_in(plan, self._say.code)) is not None:
            return self._again(waiting)
        draft = plan.get("draft")
        planned = timeline_of_draft(Draft.model_validate(draft)) if draft else None
        if planned is None:
            return Edited(self._say("no_plan"))
        self._message = plan["message"]
        changes: Changes = plan["changes"]
        result = Result(planned, plan["summary"], changes=changes)
        captioned = planned.clips if planned.captions.is_on else ()
        lacking = unheard_in(self._context, self._view, captioned)
        done = self._kept(result, [], lacking.media_ids)
        self._revisions.set_plan(self._view.session_id, None)  # it is done
        output = plan.get(_OUTPUT)
        return replace(done, output=Output.model_validate(output) if output else None)

    def _declined(self) -> Edited:
        """What was planned, or asked, is not done."""
        plan = self._revisions.plan(self._view.session_id) or {}
        is_asked = bool(plan) and not plan.get("is_stale")
        self._keep(None)
        return Edited(self._say("declined" if is_asked or not self._number else "kept_so"))

    def _proposed(self, length_ms: int | None) -> Edited:
        project = project_of(self._context, self._view, self._before, is_listening=False)
        words = spoken_words(self._before, project.transcripts)

        def proposed(say: Sentences) -> Waiting:
            if length_ms is None:
                question = say("propose")
                choices = plainly(*proposals(self._before, words, project, say))
            else:
                question = say("ask_length", now=_clock(self._before), goal=fine_clock(length_ms))
                choices = ways_to_length(self._before, length_ms, words, project, say)
            return Waiting(question, choices, [one.message for one in choices], is_each=True)

        return self._asked(proposed)

    def _unable(self, edit: edits.Edit) -> str:
        if isinstance(edit, edits.Impossible):
            return self._say.unable(edit.what)
        about = edit.about if isinstance(edit, edits.Ask) else ""
        if about == "clip":
            return no_such_clip(self._before, self._say)
        return self._beyond(edit) or question_about(about, self._say, _clock(self._before))

    def _beyond(self, edit: edits.Edit) -> str:
        """That the video is not so long, where that is why a time is not clear; else empty."""
        if not isinstance(edit, edits.Ask) or edit.about not in {"time", "beyond"}:
            return ""
        files = [file.filename for file in self._view.media]
        at_ms = moment_beyond(self._message, self._before, files)
        if at_ms:
            return self._say("beyond", at=fine_clock(at_ms), d=_clock(self._before))
        return self._say("all_beyond", d=_clock(self._before)) if edit.about == "beyond" else ""

    def _question(self, edit: edits.Ask, request: Request, say: Sentences) -> Waiting:
        standing = Standing(self._before, self._number)
        turn = EditTurn(self._context, self._view, self._message, say.code, standing)
        told = say.together(turn._unable(edit), turn._unread(request))
        choices = answers_about(edit.about, say)
        return Waiting(told, choices, [choice.message for choice in choices])

    def _asked(
        self,
        told: Callable[[Sentences], Waiting],
        request: Request | None = None,
        opened: Mapping[str, Any] | None = None,
    ) -> Edited:
        """It is asked, and what was planned before is not what a “yes” would mean."""

        def asked(say: Sentences) -> Waiting:
            is_plan_only = request is not None and request.is_plan_only
            return told(say).as_plan(say) if is_plan_only else told(say)

        waiting = asked(self._say)
        plan = kept({code: asked(Sentences(code)) for code in LANGUAGES})
        self._keep({**(plan or {}), **(opened or {})} or None)
        return Edited(waiting.question, question=waiting.question, choices=tuple(waiting.shown))

    def _again(self, waiting: Waiting) -> Edited:
        """What was asked, once more."""
        return Edited(
            self._say("ask_choice"), question=waiting.question, choices=tuple(waiting.shown)
        )

    def _troubled(self, error: EditError, silent: str, request: Request, *, is_one: bool) -> Edited:
        if error.reason == "no_transcript":
            return self._wordless(Unheard())
        if error.choices:
            return self._asked(
                lambda say: which(error, self._before, "" if is_one else say("rest_again"), say),
                request,
            )
        self._keep(None)
        whole = "" if is_one else self._say("not_any")
        return Edited(self._say.together(trouble_told(error, self._say), silent, whole))


_LOOKS: dict[type, Callable[[EditTurn], Edited]] = {
    edits.ShowChanges: EditTurn._told,  # noqa: SLF001 - its own
    edits.StartOver: EditTurn._over,  # noqa: SLF001
    edits.Confirm: EditTurn._confirmed,  # noqa: SLF001
    edits.Decline: EditTurn._declined,  # noqa: SLF001
}


def _clock(timeline: Timeline) -> str:
    return fine_clock(timeline.d_ms)

"""Several edits of one message, of which each means the timeline as it was when it was said."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import partial

from transcribe_video.backend.editing.as_said import as_said
from transcribe_video.backend.editing.changed import Changes, changes_made, shortened
from transcribe_video.backend.editing.phrases import described, phrase_of
from transcribe_video.backend.editing.sentences import Sentences
from transcribe_video.backend.editing.summary import Step, in_all_languages, summary_of
from transcribe_video.backend.editing.trouble_told import trouble_told
from transcribe_video.backend.editing.unchanged import why_unchanged
from transcribe_video.backend.editor.applied import Applied, Doubt, Taken
from transcribe_video.backend.editor.applying import applied
from transcribe_video.backend.editor.moments import edits_after, marked, unmarked
from transcribe_video.backend.editor.pieces import is_alike
from transcribe_video.backend.editor.project import Project
from transcribe_video.backend.editor.timeline import Timeline
from transcribe_video.backend.editor.trouble import EditError
from transcribe_video.backend.editor.wording import located
from transcribe_video.conversation.editing import edit as edits

_COUNTED = (edits.CutSilences, edits.CutFillers, edits.CutRepeats)
_OF_TITLES = (edits.AddTitle, edits.ChangeTitle, edits.RemoveTitle)
_REMOVING = (
    edits.CutSilences,
    edits.CutFillers,
    edits.CutRepeats,
    edits.RemoveTitle,
    edits.RemoveMusic,
)
_NOTHING_THERE = {
    *("no_silences", "no_silences_there", "no_fillers", "no_repeats", "no_titles", "no_music"),
}
_EXACT = (edits.Cut, edits.Keep, edits.RemoveTitle)


@dataclass(frozen=True, slots=True)
class Result:
    """What several edits made of a timeline; what is told has times of that before all of them.

    Attributes:
        timeline: as it would be, or is, after them.
        summary: what they did, in every language.
        cuts: what they took out, each part as a phrase.
        besides: what those did of which the cuts do not tell all, in one line.
        derived: the parts that were taken out or found, and not named by their times.
        doubts: why a person should agree first.
        notes: what a person should know, as sentences.
        changes: what they changed, as the wire tells it.
        is_changed: whether anything is another than before; else the notes tell why not.
    """

    timeline: Timeline
    summary: str = ""
    cuts: tuple[str, ...] = ()
    besides: str = ""
    derived: tuple[Taken, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    notes: tuple[str, ...] = ()
    changes: Changes = field(default_factory=list)
    is_changed: bool = True


def made(
    before: Timeline, wanted: Sequence[edits.TimelineEdit], project: Project, say: Sentences
) -> Result:
    """Make the edits, one after the other; what finds nothing to take out is only named.

    Raises:
        EditError: one of them cannot be made, or none finds anything; then none is.
    """
    start = marked(before)
    result = Result(start)
    steps: list[Step] = []
    idle: list[EditError] = []
    for edit in wanted:
        is_first = result.timeline is start
        there = edit if is_first else located(start, edit, project)
        parts = (edit,) if is_first else edits_after(start, result.timeline, there)
        for meant in parts:
            try:
                now = _applied(there, start, meant, result.timeline, project)
            except EditError as error:
                if not (isinstance(edit, _REMOVING) and error.reason in _NOTHING_THERE):
                    raise
                idle.append(error)
                result = replace(result, notes=(*result.notes, trouble_told(error, say)))
                continue
            whole = there if len(parts) == 1 else meant
            step = as_said(there, whole, start, Step(meant, result.timeline, now))
            phrase = phrase_of(step.edit, step.before, step.made, say)
            notes = tuple(say(name, **facts) for name, facts in now.notes)
            if _is_idle(meant, result.timeline, now):
                why = why_unchanged(step.edit, step.before, phrase, say)
                result = replace(result, notes=(*result.notes, why, *notes))
                continue
            steps.append(step)
            told = changes_made(step.edit, step.before, step.made, phrase, say)
            derived = () if isinstance(edit, _EXACT) else (*now.taken, *now.found)
            result = Result(
                timeline=now.timeline,
                cuts=(*result.cuts, *described(step.made.taken, step.before)),
                derived=(*result.derived, *derived),
                doubts=tuple(dict.fromkeys((*result.doubts, *now.doubts))),
                notes=(*result.notes, *notes),
                changes=shortened([*result.changes, *told], say),
            )
    if len(idle) == len(wanted):
        named = dict.fromkeys(trouble_told(error, say) for error in idle)
        raise EditError("nothing_found", told=say.together(*named))
    result = replace(
        result, notes=(*result.notes, *_titles_gone(before, result.timeline, wanted, say))
    )
    besides = summary_of([*map(_besides_cuts, filter(_tells_more, steps))], say)
    summary = in_all_languages(partial(summary_of, steps))
    made_of = replace(result, summary=summary, besides=besides, is_changed=bool(steps))
    return replace(made_of, timeline=unmarked(result.timeline))


def _titles_gone(
    before: Timeline, after: Timeline, wanted: Sequence[edits.TimelineEdit], say: Sentences
) -> list[str]:
    """That titles went with what was cut, where nothing was said of titles."""
    if any(isinstance(edit, _OF_TITLES) for edit in wanted):
        return []
    left = {title.text for title in after.titles}
    gone = dict.fromkeys(title.text for title in before.titles if title.text not in left)
    return [say("title_gone", text=" ".join(text.split())) for text in gone]


def _is_idle(edit: edits.TimelineEdit, before: Timeline, made: Applied) -> bool:
    return not isinstance(edit, edits.Split) and is_alike(before, made.timeline)


def _tells_more(step: Step) -> bool:
    """Whether the phrase for an edit tells more than the parts that it took out."""
    is_counted = isinstance(step.edit, _COUNTED)
    return not step.made.taken or bool(step.made.moved) or is_counted


def _besides_cuts(step: Step) -> Step:
    """The step without what it took out, where it also moved something."""
    return replace(step, made=replace(step.made, taken=())) if step.made.moved else step


def _applied(
    edit: edits.TimelineEdit,
    before: Timeline,
    meant: edits.TimelineEdit,
    now: Timeline,
    project: Project,
) -> Applied:
    """What an edit makes of the timeline as it is now.

    If a person must choose, then between parts of the timeline as they know it: none of the edits
    is made.
    """
    try:
        return applied(now, meant, project)
    except EditError as error:
        if error.choices and now is not before:
            applied(before, edit, project)
            raise EditError(error.reason, (), **error.facts) from error
        raise

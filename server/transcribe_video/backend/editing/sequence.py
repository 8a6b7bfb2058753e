"""Several edits of one message, of which each means the timeline as it was when it was said."""

from collections.abc import Sequence
from dataclasses import dataclass, field, fields, replace

from transcribe_video.backend.editing.changed import Changes, changes_made, shortened
from transcribe_video.backend.editing.phrases import described, phrase_of
from transcribe_video.backend.editing.sentences import Sentences
from transcribe_video.backend.editor.applied import Applied, Taken
from transcribe_video.backend.editor.applying import applied
from transcribe_video.backend.editor.moments import moment_after
from transcribe_video.backend.editor.project import Project
from transcribe_video.backend.editor.timeline import Timeline
from transcribe_video.backend.editor.trouble import EditError
from transcribe_video.conversation.editing import edit as edits

_TIMES = {"from_ms", "to_ms", "until_ms", "at_ms"}
_COUNTED = (edits.CutSilences, edits.CutFillers, edits.CutRepeats)
_EXACT = (edits.Cut, edits.Keep, edits.RemoveTitle)


@dataclass(frozen=True, slots=True)
class Result:
    """What several edits made of a timeline.

    Attributes:
        timeline: as it would be, or is, after them.
        phrases: what each of them did.
        cuts: what they took out, each part as a phrase, in times of what each of them found.
        besides: what those did of which the cuts do not tell all.
        derived: the parts that were taken out or found, and not named by their times.
        is_doubtful: some of it was only found nearly.
        notes: what a person should know, as sentences.
        changes: what they changed, as the wire tells it.
    """

    timeline: Timeline
    phrases: tuple[str, ...] = ()
    cuts: tuple[str, ...] = ()
    besides: tuple[str, ...] = ()
    derived: tuple[Taken, ...] = ()
    is_doubtful: bool = False
    notes: tuple[str, ...] = ()
    changes: Changes = field(default_factory=list)


def made(
    before: Timeline, wanted: Sequence[edits.TimelineEdit], project: Project, say: Sentences
) -> Result:
    """Make the edits, one after the other.

    Raises:
        EditError: one of them cannot be made; then none is.
    """
    result = Result(before)
    for edit in wanted:
        moved = _moved(edit, before, result.timeline)
        now = _applied(edit, before, moved, result.timeline, project)
        phrase = phrase_of(moved, result.timeline, now, say)
        told = changes_made(moved, result.timeline, now, phrase, say)
        derived = () if isinstance(edit, _EXACT) else (*now.taken, *now.found)
        notes = tuple(say(name, **facts) for name, facts in now.notes)
        result = Result(
            timeline=now.timeline,
            phrases=(*result.phrases, phrase),
            cuts=(*result.cuts, *described(now.taken, result.timeline)),
            besides=(*result.besides, *([phrase] if _tells_more(edit, now) else [])),
            derived=(*result.derived, *derived),
            is_doubtful=result.is_doubtful or now.is_doubtful,
            notes=(*result.notes, *notes),
            changes=shortened([*result.changes, *told], say),
        )
    return result


def _tells_more(edit: edits.TimelineEdit, made: Applied) -> bool:
    """Whether the phrase for an edit tells more than the parts that it took out."""
    return not made.taken or isinstance(edit, _COUNTED)


def _applied(
    edit: edits.TimelineEdit,
    before: Timeline,
    moved: edits.TimelineEdit,
    now: Timeline,
    project: Project,
) -> Applied:
    """What an edit makes of the timeline as it is now.

    If a person must choose, then between parts of the timeline as they know it: none of the edits
    is made.
    """
    try:
        return applied(now, moved, project)
    except EditError as error:
        if error.choices and now is not before:
            applied(before, edit, project)
            raise EditError(error.reason, (), **error.facts) from error
        raise


def _moved(edit: edits.TimelineEdit, before: Timeline, now: Timeline) -> edits.TimelineEdit:
    """The edit in times of the timeline as it is now."""
    if now is before:
        return edit
    if isinstance(edit, edits.Keep):
        ranges = (
            (moment_after(before, now, from_ms), moment_after(before, now, to_ms))
            for from_ms, to_ms in edit.ranges
        )
        return edits.Keep(tuple(span for span in ranges if span[0] < span[1]))
    times = {
        one.name: moment_after(before, now, value)
        for one in fields(edit)
        if one.name in _TIMES and (value := getattr(edit, one.name)) is not None
    }
    changed: edits.TimelineEdit = replace(edit, **times)  # type: ignore[arg-type]  # by name
    return changed

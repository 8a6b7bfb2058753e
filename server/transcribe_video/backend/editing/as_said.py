"""What one of several edits did, in the times that its message means: those before all of them."""

from dataclasses import replace

from transcribe_video.backend.editing.summary import Step
from transcribe_video.backend.editor.applied import Applied, Taken
from transcribe_video.backend.editor.moments import span_before
from transcribe_video.backend.editor.timeline import Timeline
from transcribe_video.conversation.editing import edit as edits


def as_said(
    edit: edits.TimelineEdit, meant: edits.TimelineEdit, before: Timeline, step: Step
) -> Step:
    """A step as it is told to the person whose message it is of.

    Args:
        edit: as it was said.
        meant: ``edit``, if the step does all of it; else the part that it does.
        before: the timeline before all edits of the message, which is marked.
        step: what was done, in times of the timeline before it.

    Returns:
        The same in times of ``before``, with the music that there was before the step.
    """
    now, made = step.before, step.made
    if now is before:
        return step
    known = replace(before, music=now.music)
    return Step(_told(edit, meant, before, now), known, _in_times_of(before, now, edit, made))


def _told(
    edit: edits.TimelineEdit, meant: edits.TimelineEdit, before: Timeline, now: Timeline
) -> edits.TimelineEdit:
    match meant:
        case edits.SetVolume(from_ms=int(first), to_ms=int(last)) if meant is not edit:
            from_ms, to_ms = span_before(before, now, (first, last))
            return replace(meant, from_ms=from_ms, to_ms=to_ms)
        case edits.SetSpeed(from_ms=int(first), to_ms=int(last)) if meant is not edit:
            from_ms, to_ms = span_before(before, now, (first, last))
            return replace(meant, from_ms=from_ms, to_ms=to_ms)
        case _:
            return edit


def _in_times_of(
    before: Timeline, now: Timeline, edit: edits.TimelineEdit, made: Applied
) -> Applied:
    def told(taken: Taken) -> Taken:
        return replace(taken, span=span_before(before, now, taken.span))

    timeline = made.timeline
    if isinstance(edit, edits.AddTitle | edits.ChangeTitle):
        *others, last = timeline.titles
        from_ms, to_ms = span_before(before, now, (last.from_ms, last.to_ms))
        if isinstance(edit, edits.AddTitle):
            from_ms = before.snapped(edit.from_ms or 0)
            to_ms = from_ms + last.to_ms - last.from_ms
        timeline = replace(timeline, titles=(*others, replace(last, from_ms=from_ms, to_ms=to_ms)))
    taken, found = tuple(map(told, made.taken)), tuple(map(told, made.found))
    moved = tuple(replace(one, part=told(one.part)) for one in made.moved)
    return replace(made, timeline=timeline, taken=taken, found=found, moved=moved)

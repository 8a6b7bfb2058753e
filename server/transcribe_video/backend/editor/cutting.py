"""Cutting, keeping and moving by time."""

from collections.abc import Sequence

from transcribe_video.backend.editor.applied import Applied, Doubt, taken_at
from transcribe_video.backend.editor.pieces import complement, merged, rearranged, split_at, without
from transcribe_video.backend.editor.project import Project
from transcribe_video.backend.editor.speech import SpokenWord, spoken_words
from transcribe_video.backend.editor.timeline import Timeline
from transcribe_video.backend.editor.trouble import EditError
from transcribe_video.conversation.editing.edit import Cut, Keep, Move, Range, Split


def cut(timeline: Timeline, edit: Cut, project: Project) -> Applied:
    """Take a range out."""
    words = spoken_words(timeline, project.transcripts)
    return taken_out(timeline, [(edit.from_ms, edit.to_ms)], words)


def keep(timeline: Timeline, edit: Keep, project: Project) -> Applied:
    """Take out all but these ranges, which stay in the order of the timeline."""
    kept = [within(timeline, span) for span in edit.ranges]
    words = spoken_words(timeline, project.transcripts)
    return taken_out(timeline, complement(kept, timeline.d_ms), words)


def move(timeline: Timeline, edit: Move, _project: Project) -> Applied:
    """Put a range elsewhere."""
    from_ms, until_ms = within(timeline, (edit.from_ms, edit.until_ms))
    to_ms = timeline.d_ms if edit.to_ms is None else edit.to_ms
    if not 0 <= to_ms <= timeline.d_ms:
        raise EditError("beyond", at_ms=to_ms, d_ms=timeline.d_ms)
    if from_ms < to_ms < until_ms:
        raise EditError("into_itself")
    first, last = min(from_ms, to_ms), max(until_ms, to_ms)
    moved, passed = (from_ms, until_ms), (until_ms, to_ms)
    inner = [passed, moved] if to_ms >= until_ms else [moved, (to_ms, from_ms)]
    return Applied(rearranged(timeline, [(0, first), *inner, (last, timeline.d_ms)]))


def split(timeline: Timeline, edit: Split, _project: Project) -> Applied:
    """Make two clips of one."""
    if not 0 < edit.at_ms < timeline.d_ms:
        raise EditError("beyond", at_ms=edit.at_ms, d_ms=timeline.d_ms)
    return Applied(split_at(timeline, [edit.at_ms]))


def taken_out(
    timeline: Timeline,
    ranges: Sequence[Range],
    words: Sequence[SpokenWord],
    *,
    doubts: tuple[Doubt, ...] = (),
) -> Applied:
    """The timeline without these ranges.

    Args:
        timeline: what is edited.
        ranges: in any order; they may overlap.
        words: all that are heard on it.
        doubts: why these ranges may not be meant.

    Raises:
        EditError: they lie outside of it, or nothing would be left.
    """
    inside = (within(timeline, span) for span in ranges)
    spans = merged([(timeline.snapped(first), timeline.snapped(last)) for first, last in inside])
    result = without(timeline, spans)
    if not result.clips:
        raise EditError("nothing_left")
    return Applied(result, taken_at(spans, words), doubts)


def within(timeline: Timeline, span: Range) -> Range:
    """The part of a range that is on the timeline.

    Raises:
        EditError: it is empty, or none of it is.
    """
    from_ms, to_ms = span
    if from_ms >= to_ms:
        raise EditError("backwards", from_ms=from_ms, to_ms=to_ms)
    if from_ms >= timeline.d_ms:
        raise EditError("beyond", at_ms=from_ms, d_ms=timeline.d_ms)
    return max(0, from_ms), min(to_ms, timeline.d_ms)

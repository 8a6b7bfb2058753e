"""An edit of one timeline as an edit of a later one: of the same moments of the same clips."""

from collections.abc import Iterator
from dataclasses import fields, replace

from transcribe_video.backend.editor.cutting import within
from transcribe_video.backend.editor.pieces import complement, merged
from transcribe_video.backend.editor.timeline import Clip, Timeline
from transcribe_video.backend.editor.trouble import EditError
from transcribe_video.conversation.editing import edit as edits
from transcribe_video.conversation.editing.edit import Range
from transcribe_video.conversation.editing.said import Said

_TIMES = {"from_ms", "to_ms", "at_ms"}
_WORDED = (edits.CutWords, edits.KeepWords, edits.MuteWords, edits.MoveWords)


def marked(timeline: Timeline) -> Timeline:
    """The timeline whose clips, and all parts that are made of them, are known by their number."""
    clips = (replace(clip, origin=number) for number, clip in enumerate(timeline.clips, 1))
    return replace(timeline, clips=tuple(clips))


def unmarked(timeline: Timeline) -> Timeline:
    """The same timeline, to be kept."""
    return replace(timeline, clips=tuple(replace(clip, origin=0) for clip in timeline.clips))


def edits_after(
    before: Timeline, after: Timeline, edit: edits.TimelineEdit
) -> tuple[edits.TimelineEdit, ...]:
    """An edit of ``before``, which is marked, in times of ``after``, which was made of it.

    What lay together may be parted by now: then it is several edits, the last on the timeline
    first, so that none moves what another means. What is cut already need not be cut again.

    Raises:
        EditError: what it is about is not on ``after`` any more, or must be whole and is parted.
    """
    match edit:
        case edits.Cut(from_ms, to_ms):
            spans = _spans_after(before, after, within(before, (from_ms, to_ms)))
            return tuple(edits.Cut(*span) for span in reversed(spans))
        case edits.Keep(ranges):
            gone = complement([within(before, span) for span in ranges], before.d_ms)
            spans = [one for span in gone for one in _spans_after(before, after, span)]
            return (edits.Keep(tuple(complement(spans, after.d_ms))),)
        case edits.Move(from_ms, until_ms, to_ms):
            span = before.snapped(from_ms), before.snapped(until_ms)
            spans = _there(before, after, span if span[0] < span[1] else (from_ms, until_ms))
            if len(spans) > 1:
                raise EditError("parted", from_ms=from_ms, to_ms=until_ms)
            to = None if to_ms is None else _moment_after(before, after, before.snapped(to_ms))
            return (edits.Move(*spans[0], to),)
        case edits.SetVolume() | edits.SetSpeed():
            if edit.from_ms is None and edit.to_ms is None:
                return (edit,)
            whole = edit.from_ms or 0, before.d_ms if edit.to_ms is None else edit.to_ms
            spans = _there(before, after, whole)
            return tuple(replace(edit, from_ms=a, to_ms=b) for a, b in reversed(spans))
        case _:
            times: dict[str, object] = {
                one.name: _moment_after(before, after, value)
                for one in fields(edit)
                if one.name in _TIMES and (value := getattr(edit, one.name)) is not None
            }
            if isinstance(edit, _WORDED):
                times["said"] = _said_after(before, after, edit.said)
            return (replace(edit, **times),)  # type: ignore[arg-type]  # by name


def _said_after(before: Timeline, after: Timeline, said: Said) -> Said:
    """What is said, its times those of ``after``."""
    from_ms, to_ms = (
        None if ms is None else _moment_after(before, after, ms)
        for ms in (said.from_ms, said.to_ms)
    )
    return replace(said, from_ms=from_ms, to_ms=to_ms)


def span_before(before: Timeline, after: Timeline, span: Range) -> Range:
    """Where a range of ``after`` was on ``before``, which is marked; it may have had gaps.

    What was not on it keeps its times.
    """
    parts = [*_parts_after(after, before, span)]
    return (min(a for a, _ in parts), max(b for _, b in parts)) if parts else span


def _there(before: Timeline, after: Timeline, span: Range) -> list[Range]:
    """Where a range is now; raises where nothing of it is left."""
    from_ms, to_ms = span
    spans = _spans_after(before, after, within(before, span))
    if not spans:
        raise EditError("cut_already", from_ms=from_ms, to_ms=to_ms)
    return spans


def _spans_after(before: Timeline, after: Timeline, span: Range) -> list[Range]:
    """Where the moments of a range are now, in the order of the timeline."""
    return merged([*_parts_after(before, after, span)])


def _parts_after(before: Timeline, after: Timeline, span: Range) -> Iterator[Range]:
    for at_ms, clip in before.places:
        first, last = max(span[0], at_ms), min(span[1], at_ms + clip.d_ms)
        if first >= last:
            continue
        source = _source(clip, first - at_ms), _source(clip, last - at_ms)
        for now_ms, part in after.places:
            first, last = max(source[0], part.from_ms), min(source[1], part.to_ms)
            if part.origin == clip.origin and first < last:
                yield now_ms + _shown(part, first), now_ms + _shown(part, last)


def _moment_after(before: Timeline, after: Timeline, ms: int) -> int:
    """The time on ``after`` at which what ``before`` shows at ``ms`` is shown.

    What was taken out counts as the moment that follows it; the end stays the end.
    """
    for at_ms, clip in before.places:
        if ms >= at_ms + clip.d_ms:
            continue
        source_ms = _source(clip, max(ms, at_ms) - at_ms)
        later = [
            (max(part.from_ms, source_ms), now_ms, part)
            for now_ms, part in after.places
            if part.origin == clip.origin and part.to_ms > source_ms
        ]
        if later:
            first, now_ms, part = min(later, key=lambda one: one[0])
            return now_ms + _shown(part, first)
    return after.d_ms


def _source(clip: Clip, ms: int) -> int:
    """The moment of its file at a moment of a clip."""
    return clip.to_ms if ms >= clip.d_ms else clip.from_ms + round(ms * clip.speed)


def _shown(clip: Clip, source_ms: int) -> int:
    """The moment of a clip at which a moment of its file is shown."""
    return clip.d_ms if source_ms >= clip.to_ms else round((source_ms - clip.from_ms) / clip.speed)

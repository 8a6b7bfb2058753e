"""How loud the recording and the music are, all along or for a while."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from operator import itemgetter

from transcribe_video.backend.editor.applied import Applied
from transcribe_video.backend.editor.cutting import within
from transcribe_video.backend.editor.levels import with_level
from transcribe_video.backend.editor.pieces import merged, split_at
from transcribe_video.backend.editor.project import Project
from transcribe_video.backend.editor.timeline import Music, Timeline
from transcribe_video.backend.editor.trouble import EditError
from transcribe_video.conversation.editing.edit import Range, SetVolume

MOST_VOLUME = 10.0
"""Ten times as loud as recorded."""


def set_volume(timeline: Timeline, edit: SetVolume, _project: Project) -> Applied:
    """Make a range louder or quieter: of the recording, or of the music under it."""
    if edit.layer == "music":
        return Applied(replace(timeline, music=_music(timeline, edit)))
    result = louder(timeline, [span_of(timeline, edit.from_ms, edit.to_ms)], edit.level)
    if any(clip.volume > MOST_VOLUME for clip in result.clips):
        raise EditError("too_loud")
    return Applied(result)


def muted(timeline: Timeline, ranges: Sequence[Range]) -> Timeline:
    """The timeline with silence in these ranges; music goes on."""
    return louder(timeline, ranges, 0.0)


def louder(timeline: Timeline, ranges: Sequence[Range], level: float) -> Timeline:
    """The timeline with these ranges at a level of what they were."""
    snapped = [(timeline.snapped(from_ms), timeline.snapped(to_ms)) for from_ms, to_ms in ranges]
    spans = merged(snapped)
    parted = split_at(timeline, [ms for span in spans for ms in span])
    clips = tuple(
        replace(clip, volume=clip.volume * level) if _is_in(spans, at_ms) else clip
        for at_ms, clip in parted.places
    )
    return replace(parted, clips=clips)


def _is_in(spans: Sequence[Range], ms: int) -> bool:
    """Whether a moment lies in one of these ranges, which are in order and do not touch."""
    number = bisect_right(spans, ms, key=itemgetter(0)) - 1
    return number >= 0 and ms < spans[number][1]


def span_of(timeline: Timeline, from_ms: int | None, to_ms: int | None) -> Range:
    """The range that an edit is about; without a beginning and an end, the whole."""
    if from_ms is None and to_ms is None:
        return 0, timeline.d_ms
    return within(timeline, (from_ms or 0, timeline.d_ms if to_ms is None else to_ms))


def _music(timeline: Timeline, edit: SetVolume) -> tuple[Music, ...]:
    if not timeline.music:
        raise EditError("no_music")
    if edit.from_ms is None and edit.to_ms is None:
        made = [replace(one, volume=one.volume * edit.level) for one in timeline.music]
    else:
        span = span_of(timeline, edit.from_ms, edit.to_ms)
        made = [with_level(one, span, edit.level) for one in timeline.music]
    if any(_loudest(one) > MOST_VOLUME for one in made):
        raise EditError("too_loud")
    return tuple(made)


def _loudest(music: Music) -> float:
    return music.volume * max([1.0, *(level.volume for level in music.levels)])

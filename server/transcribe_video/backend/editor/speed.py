"""How fast the video plays, all along or for a while."""

from collections.abc import Callable
from dataclasses import replace

from transcribe_video.backend.editor.applied import Applied
from transcribe_video.backend.editor.levels import with_levels_moved
from transcribe_video.backend.editor.pieces import split_at
from transcribe_video.backend.editor.project import Project
from transcribe_video.backend.editor.timeline import Clip, Timeline, Title
from transcribe_video.backend.editor.trouble import EditError
from transcribe_video.backend.editor.volume import span_of
from transcribe_video.conversation.editing.edit import SetSpeed

AS_RECORDED = 1.0
"""The factor that means a speed, and not a change of it."""
SLOWEST, FASTEST = 0.25, 4.0
_ROUNDED = 1.05  # a clip of few pictures may be off by so much


def set_speed(timeline: Timeline, edit: SetSpeed, _project: Project) -> Applied:
    """Play a range faster or slower, or at the speed of the recording; what follows moves.

    Titles, and the levels of music, go with their moments.
    """
    if not SLOWEST <= edit.factor <= FASTEST:
        raise EditError("bad_speed", slowest=SLOWEST, fastest=FASTEST)
    from_ms, to_ms = map(timeline.meeting, span_of(timeline, edit.from_ms, edit.to_ms))
    parted = split_at(timeline, [from_ms, to_ms])
    clips = tuple(
        _sped(clip, edit.factor, parted) if from_ms <= at_ms < to_ms else clip
        for at_ms, clip in parted.places
    )
    moved = _mover(parted, replace(parted, clips=clips))
    titles = tuple(_retimed(title, moved) for title in parted.titles)
    music = tuple(
        with_levels_moved(one, lambda span: [(moved(span[0]), moved(span[1]))])
        for one in parted.music
    )
    return Applied(replace(parted, clips=clips, titles=titles, music=music))


def speeds_in(timeline: Timeline, edit: SetSpeed) -> set[float]:
    """How many times as fast as recorded the clips play that an edit is about, before it."""
    from_ms, to_ms = map(timeline.meeting, span_of(timeline, edit.from_ms, edit.to_ms))
    return {
        round(clip.speed, 2)
        for at_ms, clip in timeline.places
        if at_ms < to_ms and from_ms < at_ms + clip.d_ms
    }


def _sped(clip: Clip, factor: float, timeline: Timeline) -> Clip:
    """The clip at another speed, so that it still ends on a picture."""
    wanted = factor if factor == AS_RECORDED else clip.speed * factor
    if not SLOWEST / _ROUNDED <= wanted <= FASTEST * _ROUNDED:
        raise EditError("bad_speed", slowest=SLOWEST, fastest=FASTEST)
    source_ms = clip.to_ms - clip.from_ms
    is_seen = source_ms >= 1000 / timeline.rate - 1  # a part of a slow picture is shorter
    if factor == AS_RECORDED and is_seen:
        return replace(clip, speed=factor)
    pictures = max(1, round(source_ms / wanted * timeline.rate / 1000))
    lengths_ms = [
        round(number * 1000 / timeline.rate) for number in (pictures, pictures + 1, pictures - 1)
    ]
    speeds = [source_ms / length_ms for length_ms in lengths_ms if length_ms]
    allowed = [speed for speed in speeds if SLOWEST <= speed <= FASTEST]
    return replace(clip, speed=next(iter(allowed), speeds[0]))


def _retimed(title: Title, moved: Callable[[int], int]) -> Title:
    """The title over the same moments of the same clips."""
    from_ms = moved(title.from_ms)
    return replace(title, from_ms=from_ms, to_ms=max(from_ms + 1, moved(title.to_ms)))


def _mover(before: Timeline, after: Timeline) -> Callable[[int], int]:
    """Where a moment of one timeline is on another that has the same clips at other speeds."""
    pairs = list(zip(before.places, after.places, strict=True))

    def moved(ms: int) -> int:
        for (was_ms, was), (is_ms, now) in pairs:
            if ms <= was_ms + was.d_ms:
                return is_ms + round((ms - was_ms) * now.d_ms / max(was.d_ms, 1))
        return after.d_ms

    return moved

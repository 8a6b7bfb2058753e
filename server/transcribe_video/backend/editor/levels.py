"""Music that is louder or quieter for a while."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from itertools import pairwise

from transcribe_video.backend.editor.timeline import Level, Music
from transcribe_video.conversation.editing.edit import Range


def with_level(music: Music, span: Range, factor: float, *, is_set: bool = False) -> Music:
    """The music, in this while at a factor of what it was there; if set, of its own volume."""
    edges = sorted({*span, *(ms for one in music.levels for ms in (one.from_ms, one.to_ms))})
    levels = []
    for from_ms, to_ms in pairwise(edges):
        is_meant = span[0] <= from_ms < span[1]
        now = 1.0 if is_meant and is_set else _at(music, from_ms)
        volume = now * (factor if is_meant else 1)
        levels.append(Level(from_ms, to_ms, volume))
    return replace(music, levels=tuple(_together(levels)))


def with_levels_moved(music: Music, moved: Callable[[Range], Iterable[Range]]) -> Music:
    """The music with its levels where the moments are that they were for.

    Args:
        music: whose levels are meant.
        moved: gives where the moments of a range are now, which may be several places or none.
    """
    levels = (
        Level(from_ms, to_ms, one.volume)
        for one in music.levels
        for from_ms, to_ms in moved((one.from_ms, one.to_ms))
    )
    return replace(music, levels=tuple(_together(levels)))


def _at(music: Music, ms: int) -> float:
    return next((one.volume for one in music.levels if one.from_ms <= ms < one.to_ms), 1.0)


def _together(levels: Iterable[Level]) -> Iterator[Level]:
    """The same in order, those that follow each other as one; what is as usual is left out."""
    last: Level | None = None
    for level in sorted(levels, key=lambda one: one.from_ms):
        if level.from_ms >= level.to_ms or level.volume == 1:
            continue
        if last and (last.to_ms, last.volume) == (level.from_ms, level.volume):
            last = replace(last, to_ms=level.to_ms)
            continue
        if last:
            yield last
        last = level
    if last:
        yield last

"""How loud the recording and the music are, all along or for a while."""

from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import replace
from operator import itemgetter

from transcribe_video.backend.editor.applied import Applied
from transcribe_video.backend.editor.cutting import within
from transcribe_video.backend.editor.levels import with_level
from transcribe_video.backend.editor.pieces import merged, split_at
from transcribe_video.backend.editor.project import Project
from transcribe_video.backend.editor.timeline import Clip, Level, Music, Timeline
from transcribe_video.backend.editor.trouble import EditError
from transcribe_video.conversation.editing.edit import Range, SetVolume

MOST_VOLUME = 10.0
"""Ten times as loud as recorded."""
_STILL_MUTED: tuple[tuple[str, dict[str, object]], ...] = (("still_muted", {}),)


def set_volume(timeline: Timeline, edit: SetVolume, _project: Project) -> Applied:
    """Make a range louder or quieter: of the recording, or of the music under it.

    Where all of it was muted, it is heard again, and the level is that of the recording; where a
    part of it was, that stays silent, unless all is to be just as loud as recorded.
    """
    if edit.layer == "music":
        made = replace(timeline, music=_music(timeline, edit))
        is_left = any(level.volume == 0 for one in made.music for level in one.levels)
        is_whole = edit.from_ms is None and edit.to_ms is None
        return Applied(made, notes=_STILL_MUTED if edit.level and is_whole and is_left else ())
    is_heard = is_muted(timeline, edit) or _is_as_recorded(edit)

    def volume(clip: Clip) -> float:
        if clip.volume == 0 and not is_heard:
            return 0.0
        return edit.level if is_heard or edit.is_absolute else clip.volume * edit.level

    span = _on_pictures(timeline, edit)
    result = _at_volume(timeline, [span], volume)
    if any(clip.volume > MOST_VOLUME for clip in result.clips):
        raise EditError("too_loud")
    is_left = any(
        clip.volume == 0 and _is_in([span], at_ms) and clip.kind != "image"
        for at_ms, clip in result.places
    )
    return Applied(result, notes=_STILL_MUTED if edit.level and is_left else ())


def muted(timeline: Timeline, ranges: Sequence[Range]) -> Timeline:
    """The timeline with silence in these ranges; music goes on."""
    return louder(timeline, ranges, 0.0)


def louder(
    timeline: Timeline, ranges: Sequence[Range], level: float, *, is_muted: bool = False
) -> Timeline:
    """The timeline with these ranges at a level of what they were; if muted, of the recording."""
    return _at_volume(timeline, ranges, lambda clip: (1.0 if is_muted else clip.volume) * level)


def unmuted(timeline: Timeline, ranges: Sequence[Range]) -> Timeline:
    """The timeline on which what was muted in these ranges is heard, as loud as recorded."""
    return _at_volume(timeline, ranges, lambda clip: clip.volume or 1.0)


def _is_as_recorded(edit: SetVolume) -> bool:
    return edit.is_absolute and edit.level == 1


def _at_volume(
    timeline: Timeline, ranges: Sequence[Range], volume: Callable[[Clip], float]
) -> Timeline:
    """The timeline whose clips have another volume in these ranges."""
    snapped = [(timeline.snapped(from_ms), timeline.snapped(to_ms)) for from_ms, to_ms in ranges]
    spans = merged(snapped)
    parted = split_at(timeline, [ms for span in spans for ms in span])
    clips = tuple(
        replace(clip, volume=volume(clip)) if _is_in(spans, at_ms) else clip
        for at_ms, clip in parted.places
    )
    return replace(parted, clips=clips)


def is_muted(timeline: Timeline, edit: SetVolume) -> bool:
    """Whether nothing is heard of what an edit is about, before it."""
    first, last = _on_pictures(timeline, edit)
    if edit.layer == "music":
        return all(_is_silent(one, (first, last)) for one in timeline.music)
    return all(
        clip.volume == 0
        for at_ms, clip in timeline.places
        if at_ms < last and first < at_ms + clip.d_ms
    )


def levels_in(timeline: Timeline, edit: SetVolume) -> set[float]:
    """How loud the clips are that an edit is about and that are heard, before it."""
    first, last = _on_pictures(timeline, edit)
    return {
        round(clip.volume, 2)
        for at_ms, clip in timeline.places
        if at_ms < last and first < at_ms + clip.d_ms and clip.volume and clip.kind != "image"
    }


def _is_silent(music: Music, span: Range) -> bool:
    """Whether a piece of music is not heard in a range."""
    silent = [(one.from_ms, one.to_ms) for one in music.levels if one.volume == 0]
    return music.volume == 0 or any(first <= span[0] and span[1] <= last for first, last in silent)


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
    was_muted, span = is_muted(timeline, edit), _on_pictures(timeline, edit)
    if edit.from_ms is None and edit.to_ms is None:
        made = [_all_of(one, edit, was_muted=was_muted) for one in timeline.music]
    else:
        made = [_some_of(one, span, edit, timeline.d_ms) for one in timeline.music]
    if any(_loudest(one) > MOST_VOLUME for one in made):
        raise EditError("too_loud")
    return tuple(made)


def _all_of(music: Music, edit: SetVolume, *, was_muted: bool) -> Music:
    """The music at another level all along; what is silent for a while stays so."""
    if _is_as_recorded(edit):
        return replace(music, volume=1.0, levels=())
    if edit.is_absolute:
        silent = tuple(level for level in music.levels if level.volume == 0)
        return replace(music, volume=edit.level, levels=silent)
    return replace(music, volume=(music.volume or was_muted) * edit.level)


def _some_of(music: Music, span: Range, edit: SetVolume, d_ms: int) -> Music:
    """The music at another level for a while."""
    if music.volume == 0:  # its levels are factors
        music = replace(music, volume=1.0, levels=(Level(0, d_ms, 0.0),))
    is_silent = _is_silent(music, span)
    level = edit.level / music.volume if edit.is_absolute else edit.level
    return with_level(music, span, level, is_set=edit.is_absolute or is_silent)


def _on_pictures(timeline: Timeline, edit: SetVolume) -> Range:
    from_ms, to_ms = span_of(timeline, edit.from_ms, edit.to_ms)
    return timeline.snapped(from_ms), timeline.snapped(to_ms)


def _loudest(music: Music) -> float:
    return music.volume * max([1.0, *(level.volume for level in music.levels)])

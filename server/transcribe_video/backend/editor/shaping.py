"""Sound, picture and text over the clips, and files that are added to them."""

from collections.abc import Callable
from dataclasses import replace

from transcribe_video.backend.editor.applied import Applied
from transcribe_video.backend.editor.cutting import within
from transcribe_video.backend.editor.pieces import Insertion, rearranged, split_at
from transcribe_video.backend.editor.project import Project, Source
from transcribe_video.backend.editor.timeline import (
    Clip,
    Fades,
    Frame,
    Music,
    Timeline,
    Title,
    snapped,
)
from transcribe_video.backend.editor.trouble import EditError
from transcribe_video.backend.editor.wording import louder
from transcribe_video.conversation.editing.edit import (
    AddImage,
    AddMusic,
    AddTitle,
    Fade,
    Join,
    Reframe,
    Resize,
    SetCaptions,
    SetLoudness,
    SetSpeed,
    SetVolume,
)

_TITLE_MS, _STILL_MS, _FADE_MS = 3000, 5000, 1000
_MUSIC_VOLUME = 0.3
_SLOWEST, _FASTEST = 0.25, 4.0
_QUIETEST, _LOUDEST = -40.0, -5.0
_MOST_VOLUME = 10.0
_HEIGHTS = (240, 1080)


def set_volume(timeline: Timeline, edit: SetVolume, _project: Project) -> Applied:
    """Make a range, or the music, louder or quieter."""
    if edit.level > _MOST_VOLUME:
        raise EditError("too_loud")
    if edit.layer == "music":
        if not timeline.music:
            raise EditError("no_music")
        if edit.from_ms is not None or edit.to_ms is not None:
            raise EditError("music_range")
        music = tuple(replace(one, volume=_volume(one.volume, edit)) for one in timeline.music)
        return Applied(replace(timeline, music=music))
    from_ms, to_ms = _span(timeline, edit.from_ms, edit.to_ms)
    result = louder(timeline, [(from_ms, to_ms)], edit.level)
    if any(clip.volume > _MOST_VOLUME for clip in result.clips):
        raise EditError("too_loud")
    return Applied(result)


def set_speed(timeline: Timeline, edit: SetSpeed, _project: Project) -> Applied:
    """Play a range faster or slower; what follows moves, and titles go with their moments."""
    if not _SLOWEST <= edit.factor <= _FASTEST:
        raise EditError("bad_speed", slowest=_SLOWEST, fastest=_FASTEST)
    from_ms, to_ms = map(timeline.snapped, _span(timeline, edit.from_ms, edit.to_ms))
    parted = split_at(timeline, [from_ms, to_ms])
    clips = tuple(
        _sped(clip, edit.factor, timeline) if from_ms <= at_ms < to_ms else clip
        for at_ms, clip in parted.places
    )
    result = replace(parted, clips=clips)
    return Applied(replace(result, titles=_retimed(parted, result)))


def add_title(timeline: Timeline, edit: AddTitle, _project: Project) -> Applied:
    """Show a text for a while."""
    length_ms = edit.duration_ms or _TITLE_MS
    from_ms = edit.from_ms or 0
    span = within(timeline, (from_ms, from_ms + length_ms))
    last_picture_ms = snapped(timeline.d_ms - 1, timeline.rate)
    if last_picture_ms >= timeline.d_ms:
        last_picture_ms = timeline.snapped(round(timeline.d_ms - 1000 / timeline.rate))
    first, last = min(timeline.snapped(span[0]), last_picture_ms), timeline.snapped(span[1])
    title = Title(edit.text, first, max(last, first + 1), edit.position or "bottom")
    return Applied(replace(timeline, titles=(*timeline.titles, title)))


def set_captions(timeline: Timeline, edit: SetCaptions, _project: Project) -> Applied:
    """How captions are shown."""
    now = timeline.captions
    highlighted = now.is_highlighted if edit.is_highlighted is None else edit.is_highlighted
    burned = now.is_burned if edit.is_burned is None else edit.is_burned
    style = replace(
        now,
        is_on=edit.is_on,
        size=edit.size or now.size,
        position=edit.position or now.position,
        is_burned=burned or bool(edit.is_highlighted),  # players cannot do it
        is_highlighted=highlighted,
    )
    return Applied(replace(timeline, captions=style))


def add_music(timeline: Timeline, edit: AddMusic, project: Project) -> Applied:
    """Lay a file's sound under the clips."""
    source = _known(project, edit.file)
    if source.kind == "image":
        raise EditError("no_sound", name=source.name)
    volume = _MUSIC_VOLUME if edit.volume is None else min(edit.volume, _MOST_VOLUME)
    music = Music(source.media_id, source.name, volume, edit.is_ducked)
    return Applied(replace(timeline, music=(*timeline.music, music)))


def fade(timeline: Timeline, edit: Fade, _project: Project) -> Applied:
    """Fade the beginning in or the end out."""
    length_ms = edit.duration_ms or _FADE_MS
    length_ms = min(length_ms, timeline.d_ms)
    now = timeline.fades
    is_in = edit.kind == "in"
    picture_ms = None if edit.what == "audio" else length_ms
    sound_ms = None if edit.what == "video" else length_ms
    fades = Fades(
        picture_in_ms=_chosen(picture_ms if is_in else None, now.picture_in_ms),
        picture_out_ms=_chosen(None if is_in else picture_ms, now.picture_out_ms),
        sound_in_ms=_chosen(sound_ms if is_in else None, now.sound_in_ms),
        sound_out_ms=_chosen(None if is_in else sound_ms, now.sound_out_ms),
    )
    return Applied(replace(timeline, fades=fades))


def set_loudness(timeline: Timeline, edit: SetLoudness, _project: Project) -> Applied:
    """Bring the whole to a loudness."""
    if not _QUIETEST <= edit.target_lufs <= _LOUDEST:
        raise EditError("bad_loudness", quietest=_QUIETEST, loudest=_LOUDEST)
    return Applied(replace(timeline, loudness_lufs=edit.target_lufs))


def reframe(timeline: Timeline, edit: Reframe, _project: Project) -> Applied:
    """Give the picture another shape."""
    frame = replace(timeline.frame, aspect=edit.aspect, is_padded=edit.is_padded)
    return Applied(replace(timeline, frame=frame))


def resize(timeline: Timeline, edit: Resize, _project: Project) -> Applied:
    """Give the picture another size."""
    if not _HEIGHTS[0] <= edit.height <= _HEIGHTS[1]:
        raise EditError("bad_height", most=_HEIGHTS[1])
    return Applied(
        replace(timeline, frame=Frame(timeline.frame.aspect, timeline.frame.is_padded, edit.height))
    )


def add_image(timeline: Timeline, edit: AddImage, project: Project) -> Applied:
    """Put a still picture in; what follows moves on."""
    source = _known(project, edit.file)
    if source.kind != "image":
        raise EditError("no_image", name=source.name)
    at_ms = timeline.d_ms if edit.at_ms is None else timeline.snapped(edit.at_ms)
    if edit.at_ms is not None and edit.at_ms > timeline.d_ms:
        raise EditError("beyond", at_ms=edit.at_ms, d_ms=timeline.d_ms)
    length_ms = snapped(edit.duration_ms or _STILL_MS, timeline.rate)
    still = Clip(source.media_id, source.name, 0, length_ms, "image")
    return Applied(rearranged(timeline, [(0, at_ms), Insertion((still,)), (at_ms, timeline.d_ms)]))


def join(timeline: Timeline, edit: Join, project: Project) -> Applied:
    """Put files behind what is there."""
    there = {clip.media_id for clip in timeline.clips}
    if edit.files:
        sources = [_known(project, name) for name in edit.files]
    else:
        sources = [one for one in project.sources if one.media_id not in there]
    if not sources:
        raise EditError("nothing_to_join")
    added = Insertion(tuple(source.clip for source in sources))
    return Applied(rearranged(timeline, [(0, timeline.d_ms), added]))


def _volume(now: float, edit: SetVolume) -> float:
    if now * edit.level > _MOST_VOLUME:
        raise EditError("too_loud")
    return now * edit.level


def _span(timeline: Timeline, from_ms: int | None, to_ms: int | None) -> tuple[int, int]:
    if from_ms is None and to_ms is None:
        return 0, timeline.d_ms
    return within(timeline, (from_ms or 0, timeline.d_ms if to_ms is None else to_ms))


def _sped(clip: Clip, factor: float, timeline: Timeline) -> Clip:
    """The clip at another speed, so that it still ends on a picture."""
    wanted = replace(clip, speed=clip.speed * factor)
    if not _SLOWEST <= wanted.speed <= _FASTEST:
        raise EditError("bad_speed", slowest=_SLOWEST, fastest=_FASTEST)
    length_ms = max(1, snapped(wanted.d_ms, timeline.rate))
    return replace(clip, speed=(clip.to_ms - clip.from_ms) / length_ms)


def _retimed(before: Timeline, after: Timeline) -> tuple[Title, ...]:
    """The titles over the same moments of the same clips."""
    move = _mover(before, after)
    return tuple(
        replace(
            title,
            from_ms=move(title.from_ms),
            to_ms=max(move(title.from_ms) + 1, move(title.to_ms)),
        )
        for title in before.titles
    )


def _mover(before: Timeline, after: Timeline) -> Callable[[int], int]:
    """Where a moment of one timeline is on another that has the same clips at other speeds."""
    pairs = list(zip(before.places, after.places, strict=True))

    def moved(ms: int) -> int:
        for (was_ms, was), (is_ms, now) in pairs:
            if ms <= was_ms + was.d_ms:
                return is_ms + round((ms - was_ms) * now.d_ms / max(was.d_ms, 1))
        return after.d_ms

    return moved


def _known(project: Project, name: str) -> Source:
    source = project.named(name)
    if source is None:
        raise EditError("no_file", name=name)
    return source


def _chosen(wished_ms: int | None, now_ms: int) -> int:
    return now_ms if wished_ms is None else wished_ms

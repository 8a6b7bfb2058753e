"""How the whole looks and sounds: captions, fades, loudness, and the shape of the picture."""

from dataclasses import replace
from typing import Literal

from transcribe_video.backend.editor.applied import Applied
from transcribe_video.backend.editor.project import Project
from transcribe_video.backend.editor.timeline import Captions, Fades, Frame, Timeline
from transcribe_video.backend.editor.trouble import EditError
from transcribe_video.conversation.editing.defaults import FADE_MS
from transcribe_video.conversation.editing.edit import (
    Fade,
    Reframe,
    Resize,
    SetCaptions,
    SetLoudness,
)

_Size = Literal["small", "medium", "large"]
_SIZES: tuple[_Size, ...] = ("small", "medium", "large")
_QUIETEST, _LOUDEST = -40.0, -5.0
_HEIGHTS = (240, 1080)


def set_captions(timeline: Timeline, edit: SetCaptions, _project: Project) -> Applied:
    """How captions are shown."""
    now = timeline.captions
    size = _size(edit, now)
    highlighted = now.is_highlighted if edit.is_highlighted is None else edit.is_highlighted
    style = replace(
        now,
        is_on=edit.is_on,
        size=size or now.size,
        position=edit.position or now.position,
        is_burned=_is_burned(edit, now),
        is_highlighted=highlighted,
        color=edit.color or now.color,
    )
    is_styled = edit.is_on and (edit.size or edit.position or edit.color)
    names = [] if size else [f"no_{edit.size}"]
    names += [] if style.is_burned or not is_styled else ["player"]
    return Applied(replace(timeline, captions=style), notes=tuple((name, {}) for name in names))


def _size(edit: SetCaptions, now: Captions) -> _Size | None:
    """How large they shall be; None if they are as large, or as small, as they can be."""
    step = _SIZES.index(now.size)
    if edit.size == "larger":
        return _SIZES[step + 1] if step + 1 < len(_SIZES) else None
    if edit.size == "smaller":
        return _SIZES[step - 1] if step else None
    return edit.size or now.size


def _is_burned(edit: SetCaptions, now: Captions) -> bool:
    """Whether they are part of the picture: players mark no words, and choose the colour."""
    if edit.is_highlighted:
        return True
    if edit.is_burned is None:
        return now.is_burned or edit.color is not None
    return edit.is_burned


def fade(timeline: Timeline, edit: Fade, _project: Project) -> Applied:
    """Fade the beginning in or the end out; for no time is not at all."""
    length_ms = FADE_MS if edit.duration_ms is None else edit.duration_ms
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


def _chosen(wished_ms: int | None, now_ms: int) -> int:
    return now_ms if wished_ms is None else wished_ms

"""The picture that a file shows at a moment, as people see it: upright, with square pixels."""

from contextlib import suppress
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING

from transcribe_video.errors import DamagedMediaError
from transcribe_video.media.container import opened
from transcribe_video.media.engine import av, np
from transcribe_video.media.file import open_file, quoted
from transcribe_video.media.preview.easel import Easel
from transcribe_video.media.preview.pixels import Pixels, turned
from transcribe_video.media.render.footage import Picture
from transcribe_video.media.render.graph import screen_filters
from transcribe_video.media.render.picture_codecs import MOST_PIXELS
from transcribe_video.media.render.size import Size
from transcribe_video.media.render.survey import picture_of
from transcribe_video.media.still import still
from transcribe_video.media.timestamps import start_ms

if TYPE_CHECKING:
    from collections.abc import Iterator

    from av.container import InputContainer
    from av.video import VideoFrame, VideoStream

# So long before the moment a place is looked for from which decoding can begin; then the start.
_STEPS_BACK_MS = (0, 2_000, 20_000, None)
_ERRORS = (av.FFmpegError, OSError, IndexError, ValueError)
_LARGEST = Size(1280, 1280)
_RIGHT_ANGLE = 90
_STILLS = {
    "format_whitelist": "jpeg_pipe,png_pipe,gif,webp_pipe",
    "codec_whitelist": "mjpeg,png,gif,webp",
    "protocol_whitelist": "none",
}
_DEEP = "yuv444p16le"  # more bits than any picture has
_STILL_CODECS = {"mjpeg", "png", "gif", "webp"}


def picture_at(path: Path, at_ms: int, easel: Easel) -> Pixels | None:
    """What the file at ``path`` shows at a moment, at most 1280 pixels wide and high.

    It is the picture that began last; before the first it is the first. A still picture is itself
    at every moment. HDR is shown in ordinary colours.

    Args:
        path: a recording or a still picture.
        at_ms: from the recording's start.
        easel: where colours are converted.

    Returns:
        None if there is only sound.

    Raises:
        MediaError: one of its kinds: it cannot be read.
    """
    if still(path) is not None:
        return _still(path)
    picture = picture_of(path)
    if picture is None:
        return None
    clock_ms = _origin_ms(path) + at_ms
    for back_ms in _STEPS_BACK_MS:
        with opened(path) as recording:
            frame = _frame_at(recording.container, picture, clock_ms, back_ms)
        if frame is not None:
            canvas = _Canvas(frame, picture.size, picture.rotation)
            is_hdr = picture.is_hdr
            made = _of_hdr(canvas, picture.transfer, easel) if is_hdr else _plain(canvas)
            return turned(made, picture.rotation)
    raise _damaged(path)


def _origin_ms(path: Path) -> int:
    """What the clock inside the file shows at its start; finding it reads on in the file."""
    with opened(path) as recording:
        return start_ms(recording.container)


def _still(path: Path) -> Pixels:
    with open_file(path) as file:
        try:
            with av.open(file, mode="r", options=_STILLS, metadata_errors="replace") as container:
                frame = _only_frame(container)
        except _ERRORS as error:
            raise _damaged(path) from error
    if frame is None:
        raise _damaged(path)
    size = Size(frame.width, frame.height)
    is_upright = frame.rotation % (2 * _RIGHT_ANGLE) == _RIGHT_ANGLE
    seen = Size(size.height, size.width) if is_upright else size
    return turned(_plain(_Canvas(frame, seen, frame.rotation)), frame.rotation)


def _only_frame(container: "InputContainer") -> "VideoFrame | None":
    [stream] = container.streams.video
    if stream.codec_context.name not in _STILL_CODECS:
        return None
    stream.codec_context.options = {"max_pixels": str(MOST_PIXELS)}
    return next(container.decode(stream), None)


def _frame_at(
    container: "InputContainer", picture: Picture, clock_ms: int, back_ms: int | None
) -> "VideoFrame | None":
    """The last picture that begins by then, found from so long before it; None: the start."""
    stream = container.streams[picture.index]
    assert isinstance(stream, av.VideoStream)
    stream.codec_context.options = {"max_pixels": str(MOST_PIXELS)}
    stream.thread_type = "AUTO"
    if back_ms is not None:
        try:
            _seek(container, stream, max(0, clock_ms - back_ms))
        except _ERRORS:
            return None
    return _last_before(container, stream, clock_ms, is_from_start=back_ms is None)


def _seek(container: "InputContainer", stream: "VideoStream", clock_ms: int) -> None:
    """Jump to the last key picture by then, as far as the file knows."""
    ticks = int(Fraction(clock_ms, 1000) / (stream.time_base or Fraction(1, 1000)))
    container.seek(ticks, stream=stream, backward=True)


def _last_before(
    container: "InputContainer", stream: "VideoStream", clock_ms: int, *, is_from_start: bool
) -> "VideoFrame | None":
    """The last picture that begins by then.

    After a jump only what follows a key picture by then is believed: a picture that comes before
    the one that decoding began with may need others that were jumped over (an open group).

    Args:
        container: where decoding begins.
        stream: the picture.
        clock_ms: the moment.
        is_from_start: nothing was jumped over, and the first picture counts if none is earlier.
    """
    found: VideoFrame | None = None
    is_sound = is_from_start
    for frame in _frames(container, stream):
        time_ms = _time_ms(frame)
        is_late = time_ms is not None and time_ms > clock_ms
        if is_late:
            return found or (frame if is_from_start else None)
        is_sound = is_sound or bool(frame.key_frame)
        if is_sound:
            found = frame
    return found


def _frames(container: "InputContainer", stream: "VideoStream") -> "Iterator[VideoFrame]":
    """The pictures as they are shown; what cannot be decoded is left out."""
    with suppress(av.FFmpegError, OSError, IndexError):
        for packet in container.demux(stream):
            with suppress(av.FFmpegError, ValueError):
                yield from packet.decode()


def _time_ms(frame: "VideoFrame") -> int | None:
    """When it begins, in whole milliseconds, as cuts are."""
    ticks = frame.pts if frame.pts is not None else frame.dts
    return None if ticks is None or not frame.time_base else round(ticks * frame.time_base * 1000)


@dataclass(frozen=True, slots=True)
class _Canvas:
    """A frame, the size in which it is seen, and how it has to be turned for that."""

    frame: "VideoFrame"
    seen: Size
    rotation: int

    @property
    def stored(self) -> Size:
        """The size in which it is shown, as it lies."""
        is_small = max(self.seen.box) <= max(_LARGEST.box)
        small = self.seen if is_small else self.seen.inside(_LARGEST)
        lies = self.rotation % (2 * _RIGHT_ANGLE) == _RIGHT_ANGLE
        return Size(small.height, small.width) if lies else small


def _plain(canvas: _Canvas) -> Pixels:
    """The frame in colours, in the size in which it is seen, or less."""
    size = canvas.stored
    made = canvas.frame.reformat(size.width, size.height, "rgb24", interpolation="AREA")
    return np.asarray(made.to_ndarray(), np.uint8)


def _of_hdr(canvas: _Canvas, transfer: int, easel: Easel) -> Pixels:
    """The same of a frame in HDR."""
    size = canvas.stored
    deep = canvas.frame.reformat(size.width, size.height, _DEEP, interpolation="AREA")
    planes = np.moveaxis(deep.to_ndarray(), -1, 0)
    [made], _ = easel.changed([planes.tobytes()], _DEEP, size, screen_filters(transfer))
    return made


def _damaged(path: Path) -> DamagedMediaError:
    return DamagedMediaError(
        f"{quoted(path)} cannot be shown",
        "its picture cannot be read",
        "Copy or download it again",
    )

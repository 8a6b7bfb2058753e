"""Looking at a still picture before it is shown in a video."""

from pathlib import Path
from typing import TYPE_CHECKING

from transcribe_video.errors import DamagedMediaError, UnsupportedMediaError
from transcribe_video.media.engine import av
from transcribe_video.media.file import open_file, quoted
from transcribe_video.media.render.footage import Footage, Picture
from transcribe_video.media.render.picture_codecs import MOST_PIXELS, STILL_CODECS
from transcribe_video.media.render.survey import picture_described
from transcribe_video.media.still import still

if TYPE_CHECKING:
    from av.video import VideoFrame

_LONGEST_MS = 86_400_000
_HEAD_BYTES = 4_096
_MOVES = "It moves, and its first picture is shown; to have it move, save it as MP4."
# By their first bytes; what reads one is told by name, and never guesses.
_DEMUXERS = (
    (b"\x89PNG", "png_pipe", "PNG"),
    (b"\xff\xd8\xff", "jpeg_pipe", "JPEG"),
    (b"GIF8", "gif", "GIF"),
    (b"RIFF", "webp_pipe", "WebP"),
)
_OPTIONS = {
    "codec_whitelist": ",".join(sorted(STILL_CODECS)),
    "protocol_whitelist": "none",
    "max_pixels": str(MOST_PIXELS),
}


def still_survey(path: Path) -> Footage:
    """What the picture at ``path`` gives to a video.

    Raises:
        MediaError: one of its kinds: it is no picture that can be shown.
    """
    found = still(path)
    if found is None:
        raise _unusable(path, "it is no still picture")
    if found.width * found.height > MOST_PIXELS:
        raise _unusable(path, f"its {found.width} × {found.height} pixels are too many")
    with open_file(path) as file:
        head = file.read(_HEAD_BYTES)
        size = file.seek(0, 2)
    demuxer, title = next((name, title) for start, name, title in _DEMUXERS if _is(head, start))
    picture, moves = _picture(path, demuxer)
    return Footage(
        path=path,
        bytes=size,
        demuxer=demuxer,
        container=title,
        duration_ms=_LONGEST_MS,
        claimed_ms=None,
        picture=picture,
        sound=None,
        notes=(_MOVES,) if moves or _is_moving_png(head) else (),
        is_still=True,
    )


def _is(head: bytes, start: bytes) -> bool:
    return head.startswith(start)


def _is_moving_png(head: bytes) -> bool:
    """What tells how it moves stands before the picture that everybody shows."""
    return _is(head, b"\x89PNG") and b"acTL" in head.partition(b"IDAT")[0]


def _picture(path: Path, demuxer: str) -> tuple[Picture, bool]:
    """What it shows, and whether there is another picture after that."""
    try:
        with (
            open_file(path) as file,
            av.open(file, mode="r", format=demuxer, options=_OPTIONS) as container,
        ):
            stream = container.streams.video[0]
            frames = container.decode(stream)
            frame: VideoFrame = next(frames)
            return picture_described(stream, frame), demuxer == "gif" and any(True for _ in frames)
    except (av.FFmpegError, OSError, ValueError, StopIteration, IndexError) as error:
        raise DamagedMediaError(
            f"{quoted(path)} cannot be put into a video",
            "it is damaged, or coded in a way that is not read here",
            "Save it as PNG or JPEG with a picture program",
        ) from error


def _unusable(path: Path, why: str) -> UnsupportedMediaError:
    return UnsupportedMediaError(
        f"{quoted(path)} cannot be put into a video", why, "Take it off the timeline"
    )

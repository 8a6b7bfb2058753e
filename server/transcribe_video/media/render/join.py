"""Parts that the same encoder made, one after the other in one file."""

from collections.abc import Sequence
from contextlib import ExitStack
from fractions import Fraction
from pathlib import Path
from typing import BinaryIO

from transcribe_video.errors import DamagedMediaError
from transcribe_video.media.engine import av
from transcribe_video.media.render.track_writer import TrackWriter
from transcribe_video.media.render.unfit import UnfitError

_DEPTH = 4  # more pictures than the encoder ever decodes ahead


def write_joined(parts: Sequence[tuple[Path, int]], rate: Fraction, file: BinaryIO) -> None:
    """Write the parts' pictures as one track.

    Args:
        parts: where each lies, and how many pictures it must have.
        rate: pictures a second.
        file: is written to, and has to be seekable.

    Raises:
        DamagedMediaError: a part is not as it should be.
        OSError: the disk is full.
    """
    try:
        _write(parts, rate, file)
    except (av.FFmpegError, UnfitError) as error:
        raise DamagedMediaError(
            "The video cannot be made", "a part of it did not come out whole", "Try again"
        ) from error


def _write(parts: Sequence[tuple[Path, int]], rate: Fraction, file: BinaryIO) -> None:
    with ExitStack() as stack:
        first = stack.enter_context(_opened(stack, parts[0][0]))
        template = first.streams.video[0]
        sets = bytes(template.codec_context.extradata or b"")
        output = stack.enter_context(av.open(file, "w", format="mp4"))
        track = TrackWriter(output, template, sets, rate, _DEPTH)
        for path, frames in parts:
            with ExitStack() as inner, _opened(inner, path) as part:
                stream = part.streams.video[0]
                if bytes(stream.codec_context.extradata or b"") != sets:
                    raise UnfitError("its parts are not alike")
                for packet in part.demux(stream):
                    if packet.size and packet.pts is not None and packet.time_base is not None:
                        number = round(packet.pts * packet.time_base * rate)
                        track.put(bytes(packet), number, is_key=packet.is_keyframe)
            track.advance(frames)


def _opened(stack: ExitStack, path: Path) -> "av.container.InputContainer":
    return av.open(stack.enter_context(path.open("rb")), mode="r", format="mp4")

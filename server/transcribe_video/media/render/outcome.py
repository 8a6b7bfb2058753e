"""What came out, looked at before anybody is told that it is there."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from transcribe_video.errors import DamagedMediaError, MediaError
from transcribe_video.media.container import opened
from transcribe_video.media.engine import av
from transcribe_video.media.render.plan import Plan
from transcribe_video.media.render.reach import tolerance_ms
from transcribe_video.media.render.size import Size
from transcribe_video.media.render.survey import survey
from transcribe_video.media.timestamps import to_ms
from transcribe_video.timecode import clock

if TYPE_CHECKING:
    from av.container import InputContainer
    from av.stream import Stream

_EXACT_MS, _ROUNDING = 50, 2
_EMPTY = b"\0\0"  # the length of no text


@dataclass(frozen=True, slots=True)
class Outcome:
    """A video that was checked.

    Attributes:
        bytes: the file's size.
        duration_ms: how long it is.
        width: pixels of its picture as it is seen.
        height: pixels of its picture as it is seen.
    """

    bytes: int
    duration_ms: int
    width: int
    height: int


def checked(part: Path, plan: Plan) -> Outcome:
    """What is in the file, which is as planned.

    Raises:
        MediaError: it is not; the sentence says how.
    """
    try:
        found = survey(part)
    except MediaError as error:
        raise not_as_planned(error.why) from error
    if found.picture is None or not _is_alike(found.picture.size, plan.size):
        raise not_as_planned("its picture is missing or has another size")
    if (found.sound is not None) != (plan.channels > 0):
        raise not_as_planned("its sound is missing")
    off_ms = abs(found.duration_ms - plan.duration_ms)
    if off_ms > tolerance_ms(plan.duration_ms):
        raise not_as_planned(f"{clock(found.duration_ms)} of {clock(plan.duration_ms)} came out")
    _check_captions(part, plan)
    return Outcome(found.bytes, found.duration_ms, plan.size.width, plan.size.height)


def _is_alike(size: Size, planned: Size) -> bool:
    """The shape of a pixel may be told less exactly in another container."""
    off = max(abs(size.width - planned.width), abs(size.height - planned.height))
    return off <= _ROUNDING


def _check_captions(part: Path, plan: Plan) -> None:
    with opened(part) as recording:
        container = recording.container
        tracks = container.streams.subtitles
        if len(tracks) != (1 if plan.captions else 0):
            raise not_as_planned("its captions are missing")
        starts = _starts(container, tracks[0]) if tracks else []
    wanted = [caption.start_ms for caption in plan.captions]
    if len(starts) != len(wanted) or any(
        abs(start - want) > _EXACT_MS for start, want in zip(starts, wanted, strict=False)
    ):
        raise not_as_planned("its captions are not at their times")


def _starts(container: "InputContainer", track: "Stream") -> list[int]:
    """When each caption begins; what clears the screen between two is empty."""
    for stream in container.streams:
        if stream.index != track.index:
            stream.discard = av.stream.Discard.all
    packets = (packet for packet in container.demux() if packet.stream_index == track.index)
    return [
        to_ms(packet.pts, packet.time_base) or 0 for packet in packets if packet.size > len(_EMPTY)
    ]


def not_as_planned(why: str) -> MediaError:
    """The error for a video that came out otherwise; ``why`` says how."""
    return DamagedMediaError(
        "The video cannot be made",
        f"what came out is not what was asked for: {why}",
        "Save the recordings as MP4 with a video program and try again",
    )

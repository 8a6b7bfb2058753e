"""What came out, looked at before anybody is told that it is there."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from transcribe_video.errors import DamagedMediaError, MediaError
from transcribe_video.media.container import opened
from transcribe_video.media.engine import av
from transcribe_video.media.render.captions import EMPTY_BYTES, text_in, unmarked
from transcribe_video.media.render.footage import Footage
from transcribe_video.media.render.plan import ENCODE, UNEVEN_MS, Plan
from transcribe_video.media.render.request import Caption
from transcribe_video.media.render.size import Size
from transcribe_video.media.render.survey import survey
from transcribe_video.media.timestamps import to_ms
from transcribe_video.timecode import clock

if TYPE_CHECKING:
    from av.container import InputContainer
    from av.stream import Stream

_OFF_MS, _USUAL_RATE = 100, 25
_EXACT_MS, _ROUNDING = 10, 2


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
    # Where each picture stays where it is in time the last one may be told to last longer.
    uneven_ms = UNEVEN_MS if plan.rate is None and plan.method.name == ENCODE else 0
    if abs(found.duration_ms - plan.duration_ms) > _tolerance_ms(plan) + uneven_ms:
        raise not_as_planned(f"{clock(found.duration_ms)} of {clock(plan.duration_ms)} came out")
    _check_sound(found, plan)
    _check_captions(part, plan)
    return Outcome(found.bytes, found.duration_ms, plan.size.width, plan.size.height)


def _is_alike(size: Size, planned: Size) -> bool:
    """The shape of a pixel may be told less exactly in another container."""
    off = max(abs(size.width - planned.width), abs(size.height - planned.height))
    return off <= _ROUNDING


def _tolerance_ms(plan: Plan) -> float:
    """Clocks are rounded, and the last picture may be told to last no time at all."""
    pictures = (shot.footage.picture for shot in plan.shots)
    rates = [plan.rate, *(picture.rate for picture in pictures if picture)]
    return _OFF_MS + 1000 / min((rate for rate in rates if rate), default=_USUAL_RATE)


def _check_sound(found: Footage, plan: Plan) -> None:
    """It lasts as long as the video, or, as a copy, as the recording's."""
    if not plan.channels:
        return
    wanted_ms = plan.shots[0].footage.sound_ms if plan.is_copy else plan.duration_ms
    if wanted_ms is None:
        return
    found_ms = found.sound_ms or 0
    if wanted_ms - found_ms > _tolerance_ms(plan):
        raise not_as_planned(f"{clock(found_ms)} of {clock(wanted_ms)} of its sound came out")


def _check_captions(part: Path, plan: Plan) -> None:
    with opened(part) as recording:
        container = recording.container
        tracks = container.streams.subtitles
        if len(tracks) != (1 if plan.captions else 0):
            raise not_as_planned("its captions are missing")
        found = list(_texts(container, tracks[0])) if tracks else []
    if len(found) != len(plan.captions) or not all(map(_is_caption, found, plan.captions)):
        raise not_as_planned("its captions are not those that are wanted at their times")


def _is_caption(found: Caption, wanted: Caption) -> bool:
    off_ms = max(abs(found.start_ms - wanted.start_ms), abs(found.end_ms - wanted.end_ms))
    return found.text == unmarked(wanted.text) and off_ms <= _EXACT_MS


def _texts(container: "InputContainer", track: "Stream") -> Iterator[Caption]:
    """The captions; what clears the screen between two is empty."""
    for stream in container.streams:
        if stream.index != track.index:
            stream.discard = av.stream.Discard.all
    for packet in container.demux():
        if packet.stream_index == track.index and packet.size > EMPTY_BYTES:
            start_ms = to_ms(packet.pts, packet.time_base) or 0
            length_ms = to_ms(packet.duration, packet.time_base) or 0
            text = text_in(bytes(packet))
            yield Caption(start_ms=start_ms, end_ms=start_ms + length_ms, text=text)


def not_as_planned(why: str) -> MediaError:
    """The error for a video that came out otherwise; ``why`` says how."""
    return DamagedMediaError(
        "The video cannot be made",
        f"what came out is not what was asked for: {why}",
        "Save the recordings as MP4 with a video program and try again",
    )

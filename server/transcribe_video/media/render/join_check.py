"""Whether the pictures at the joins of a video are those that its plan says."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from transcribe_video.media.container import opened
from transcribe_video.media.engine import Samples, av, np
from transcribe_video.media.render.picture_codecs import MOST_PIXELS
from transcribe_video.media.render.plan import Plan, Shot
from transcribe_video.media.timestamps import start_ms

if TYPE_CHECKING:
    from av.container import InputContainer
    from av.video import VideoFrame, VideoStream

_SIDE = 48  # pixels of a picture that is compared
# Half of the pixels may be off by so much of 255: coding changes less, another scene far more. What
# is written on a picture covers less than half of it.
_MOST_OFF = 14.0
_MOST_JOINS = 8
_MOST_FRAMES = 2_000  # that are decoded on the way to one
_INDEXED = {"matroska", "mov"}


@dataclass(frozen=True, slots=True)
class Expected:
    """A picture of the video.

    Attributes:
        at_s: when it is shown.
        looks: what it may look like, as ``look_of`` gives it.
    """

    at_s: Fraction
    looks: tuple[Samples, ...]


def look_of(frame: "VideoFrame", rotation: int = 0) -> Samples:
    """A small grey picture, upright."""
    small = frame.reformat(width=_SIDE, height=_SIDE, format="gray").to_ndarray()
    looks: Samples = np.rot90(small, rotation // 90).astype(np.float32)
    return looks


def chosen(count: int) -> list[int]:
    """Which of so many joins are looked at."""
    if count <= _MOST_JOINS:
        return list(range(count))
    return sorted(
        {round(number * (count - 1) / (_MOST_JOINS - 1)) for number in range(_MOST_JOINS)}
    )


def wrong_join(video: Path, expected: Sequence[Expected]) -> Expected | None:
    """The first picture of the video that does not look as expected."""
    if not expected:
        return None
    with opened(video) as recording:
        container = recording.container
        stream = container.streams.video[0]
        for picture in expected:
            found = _found(container, stream, picture.at_s)
            if found is None or not _is_alike(look_of(found), picture.looks):
                return picture
    return None


def expected_joins(plan: Plan, begins_s: Sequence[Fraction]) -> Iterator[Expected]:
    """What the first pictures of a plan's clips look like in their recordings.

    Args:
        plan: the video, which is encoded anew.
        begins_s: when each clip begins in it.
    """
    faded = _faded_ends(plan)
    rows = [
        (shot, begin_s)
        for shot, begin_s in zip(plan.shots, begins_s, strict=True)
        if _is_comparable(shot, plan) and faded[0] <= begin_s <= faded[1]
    ]
    for place in chosen(len(rows)):
        shot, begin_s = rows[place]
        if looks := tuple(_source_looks(shot, plan.rate or Fraction(25))):
            yield Expected(begin_s, looks)


def _faded_ends(plan: Plan) -> tuple[Fraction, Fraction]:
    fades = plan.look.fades
    last_ms = plan.duration_ms - fades.picture_out_ms
    return Fraction(fades.picture_in_ms, 1000), Fraction(last_ms, 1000)


def _is_comparable(shot: Shot, plan: Plan) -> bool:
    """Whether its picture fills the frame as it is."""
    footage = shot.footage
    if footage.picture is None or footage.is_still or footage.demuxer not in _INDEXED:
        return False
    fits = footage.picture.size.inside(plan.size) == plan.size
    return fits and footage.picture.is_straight and not footage.picture.is_hdr


def _source_looks(shot: Shot, rate: Fraction) -> Iterator[Samples]:
    """The picture with which the clip begins, and its neighbours."""
    picture = shot.footage.picture
    assert picture
    with opened(shot.footage.path) as recording:
        origin_ms = start_ms(recording.container)
    with opened(shot.footage.path) as recording:
        stream = recording.container.streams[picture.index]
        assert isinstance(stream, av.VideoStream)
        at_s = Fraction(shot.from_ms + origin_ms, 1000)
        last: VideoFrame | None = None
        for frame in _frames(recording.container, stream, at_s - 1 / rate):
            if _time(frame) <= at_s - 1 / rate:
                last = frame
                continue
            if last is not None:
                yield look_of(last, picture.rotation)
                last = None
            yield look_of(frame, picture.rotation)
            if _time(frame) > at_s + 1 / rate:
                return


def _found(
    container: "InputContainer", stream: "VideoStream", at_s: Fraction
) -> "VideoFrame | None":
    """The picture that is shown at a moment."""
    base = stream.time_base or Fraction(1)
    frames = _frames(container, stream, at_s)
    return next((frame for frame in frames if _time(frame) >= at_s - 2 * base), None)


def _frames(
    container: "InputContainer", stream: "VideoStream", from_s: Fraction
) -> Iterator["VideoFrame"]:
    """The pictures from a keyframe before a moment on."""
    stream.codec_context.options = {"max_pixels": str(MOST_PIXELS)}
    container.seek(max(0, round(from_s / (stream.time_base or 1))), stream=stream)
    count = 0
    for frame in chain.from_iterable(packet.decode() for packet in container.demux(stream)):
        if (count := count + 1) > _MOST_FRAMES:
            return
        yield frame


def _time(frame: "VideoFrame") -> Fraction:
    return (frame.pts or 0) * (frame.time_base or Fraction(1))


def _is_alike(found: Samples, looks: Sequence[Samples]) -> bool:
    return any(float(np.median(np.abs(found - look))) <= _MOST_OFF for look in looks)

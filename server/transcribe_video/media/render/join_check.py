"""Whether the pictures at the joins of a video are those that its plan says."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from transcribe_video.media.container import opened
from transcribe_video.media.engine import Samples
from transcribe_video.media.render.look import WHOLE, View, is_picture, look_of
from transcribe_video.media.render.picture_codecs import MOST_PIXELS
from transcribe_video.media.render.unfit import UnfitError

if TYPE_CHECKING:
    from av.container import InputContainer
    from av.video import VideoFrame, VideoStream

# Looking at a join costs up to two seconds, and a second of video to encode half a second.
_FEW_JOINS, _S_PER_JOIN = 8, 20
_MOST_FRAMES = 2_000  # that are decoded on the way to one
_EARLIER_S = Fraction(1, 5)
_SOON_S = 1  # so far on, pictures are decoded rather than sought


@dataclass(frozen=True, slots=True)
class Expected:
    """A picture of the video.

    Attributes:
        at_s: when it is shown.
        looks: what it may look like, as ``look_of`` gives it.
        others: what it must not look like: the pictures beside it.
        view: which part of it shows that.
        keyframe_s: the keyframe with which decoding it begins, if that is known.
    """

    at_s: Fraction
    looks: tuple[Samples, ...]
    others: tuple[Samples, ...] = ()
    view: View = WHOLE
    keyframe_s: Fraction | None = None


def chosen(count: int, length_ms: int) -> list[int]:
    """Which of so many joins of a video of that length are looked at."""
    most = max(_FEW_JOINS, length_ms // (_S_PER_JOIN * 1000))
    if count <= most:
        return list(range(count))
    return sorted({round(number * (count - 1) / (most - 1)) for number in range(most)})


def wrong_join(video: Path, expected: Sequence[Expected]) -> Expected | None:
    """The first picture of the video that does not look as expected; in order of time."""
    if not expected:
        return None
    with opened(video) as recording:
        viewer = _Viewer(recording.container, recording.container.streams.video[0])
        for picture in expected:
            found = viewer.shown_at(picture.at_s, picture.keyframe_s)
            if found is None:
                return picture
            look = look_of(found, view=picture.view)
            if not is_picture(look, picture.looks, picture.others):
                return picture
    return None


def picture_count(video: Path) -> int:
    """How many pictures a video of ours has, as it tells itself."""
    with opened(video) as recording:
        return recording.container.streams.video[0].frames


class _Viewer:
    """Shows pictures of a video; those that follow each other closely are decoded in one go."""

    def __init__(self, container: "InputContainer", stream: "VideoStream") -> None:
        self._container, self._stream = container, stream
        self._frames: Iterator[VideoFrame] = iter(())
        self._at_s: Fraction | None = None

    def shown_at(self, at_s: Fraction, keyframe_s: Fraction | None) -> "VideoFrame | None":
        """The picture that begins then; a keyframe that is known is sought before anything else."""
        off_s = 2 * (self._stream.time_base or Fraction(1))
        if keyframe_s is not None:
            self._at_s = None
            frames = frames_from(self._container, self._stream, keyframe_s, has_all=True)
            first = next(frames, None)
            if first is not None and abs(time_of(first) - keyframe_s) <= off_s:
                return next(
                    (one for one in chain([first], frames) if time_of(one) >= at_s - off_s), None
                )
        if self._at_s is None or not 0 < at_s - self._at_s <= _SOON_S:
            self._frames = frames_from(self._container, self._stream, at_s - _EARLIER_S)
        self._at_s = at_s
        return next((frame for frame in self._frames if time_of(frame) >= at_s - off_s), None)


def frames_from(
    container: "InputContainer", stream: "VideoStream", from_s: Fraction, *, has_all: bool = False
) -> Iterator["VideoFrame"]:
    """The pictures from a moment on, and before it those that they lean on.

    Args:
        container: the video, open.
        stream: its picture.
        from_s: the moment, on the track's clock.
        has_all: with all the others between the last keyframe and the moment.

    Raises:
        UnfitError: there are very many of them.
    """
    context, begin = stream.codec_context, max(0, round(from_s / (stream.time_base or 1)))
    context.options = {"max_pixels": str(MOST_PIXELS)}
    container.seek(begin, stream=stream)
    for count, packet in enumerate(container.demux(stream)):
        if count >= _MOST_FRAMES:
            raise UnfitError("its keyframes are too far apart")
        is_needed = has_all or packet.pts is None or packet.pts >= begin
        context.skip_frame = "DEFAULT" if is_needed else "NONREF"
        yield from packet.decode()


def time_of(frame: "VideoFrame") -> Fraction:
    """When a picture begins, in seconds."""
    return (frame.pts or 0) * (frame.time_base or Fraction(1))

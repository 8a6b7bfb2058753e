"""Whether the pictures at the joins of a video are those that its plan says."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from transcribe_video.media.container import opened
from transcribe_video.media.engine import Samples
from transcribe_video.media.render.look import WHOLE, View, is_picture, look_of
from transcribe_video.media.render.picture_reader import PictureReader, time_of

if TYPE_CHECKING:
    from av.video import VideoFrame

_EARLIER_S = Fraction(1, 5)


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


def wrong_join(video: Path, expected: Sequence[Expected]) -> Expected | None:
    """The first picture of the video that does not look as expected; in order of time."""
    if not expected:
        return None
    with opened(video) as recording:
        stream = recording.container.streams.video[0]
        reader = PictureReader(recording.container, stream)
        off_s = 2 * (stream.time_base or Fraction(1))
        for picture in expected:
            found = _shown_at(reader, picture, off_s)
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


def _shown_at(reader: PictureReader, picture: Expected, off_s: Fraction) -> "VideoFrame | None":
    """The picture that begins then; a keyframe that is known is sought before anything else."""
    if picture.keyframe_s is not None:
        frames = reader.from_keyframe(picture.keyframe_s)
        first = next(frames, None)
        if first is not None and abs(time_of(first) - picture.keyframe_s) <= off_s:
            return _first(chain([first], frames), picture.at_s - off_s)
    return _first(reader.from_moment(picture.at_s - _EARLIER_S), picture.at_s - off_s)


def _first(frames: "Iterable[VideoFrame]", least_s: Fraction) -> "VideoFrame | None":
    return next((frame for frame in frames if time_of(frame) >= least_s), None)

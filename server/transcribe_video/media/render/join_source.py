"""What the pictures at the joins of a video look like in its recordings."""

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from transcribe_video.media.container import opened
from transcribe_video.media.engine import Samples, av
from transcribe_video.media.render.cut import Cut
from transcribe_video.media.render.footage import INDEXED, Footage, Picture
from transcribe_video.media.render.join_check import Expected
from transcribe_video.media.render.look import View, look_of, middle
from transcribe_video.media.render.picture_reader import PictureReader, time_of
from transcribe_video.media.render.plan import Plan, Shot
from transcribe_video.media.render.rate_conversion import RateConversion
from transcribe_video.media.render.subtitles import written_share
from transcribe_video.media.render.unfit import UnfitError
from transcribe_video.media.timestamps import start_ms

if TYPE_CHECKING:
    from av.video import VideoFrame

_EARLIER_S, _HALF = Fraction(1, 5), Fraction(1, 2)
_MOST_WRITTEN = 0.5
_BEFORE, _AFTER = 4, 3  # pictures around the one that is shown


@dataclass(frozen=True, slots=True)
class _Shown:
    """A picture of the video.

    Attributes:
        at_s: when it is shown.
        view: which part of it a recording's picture is.
        looks: that picture; several where rounding decides which it is.
        beside: those before and after it in the recording.
    """

    at_s: Fraction
    view: View
    looks: tuple[Samples, ...]
    beside: tuple[Samples, ...]

    def beside_picture(self, other: "_Shown | None") -> Expected:
        """It must be neither of its neighbours, nor those across the join."""
        across = (*other.looks, *other.beside) if other and other.view == self.view else ()
        return Expected(self.at_s, self.looks, (*self.beside, *across), self.view)


def expected_joins(plan: Plan, cut: Cut) -> Iterator[Expected]:
    """The last picture before, and the first after each join, and both ends.

    Args:
        plan: the video, which is encoded anew.
        cut: where its clips lie.
    """
    lasts, firsts = _looked_up(plan, cut)
    for join in range(len(plan.shots) + 1):
        last, first = lasts.get(join - 1), firsts.get(join)
        if last:
            yield last.beside_picture(first)
        if first:
            yield first.beside_picture(last)


class _Place(NamedTuple):
    """The first picture of a clip, or its last.

    Attributes:
        shot: number of the clip.
        in_clip: number of the picture in it.
    """

    shot: int
    in_clip: int


def _looked_up(plan: Plan, cut: Cut) -> tuple[dict[int, _Shown], dict[int, _Shown]]:
    """The last and the first pictures of the clips, by the numbers of those.

    Each recording is read once, from its beginning to its end, however its parts are arranged.
    """
    numbers = range(len(plan.shots))
    firsts = [_Place(number, 0) for number in numbers]
    # Where each picture stays where it is in time nobody says how many there are.
    counts = [length.frames for length in cut.lengths] if plan.rate is not None else []
    lasts = [_Place(number, count - 1) for number, count in enumerate(counts)]
    order = {footage: at for at, footage in enumerate(shot.footage for shot in plan.shots)}

    def in_source(place: _Place) -> tuple[int, Fraction]:
        shot = plan.shots[place.shot]
        played_ms = place.in_clip / cut.grid * 1000 * Fraction(shot.speed)
        return order[shot.footage], shot.from_ms + played_ms

    found: dict[_Place, _Shown] = {}
    with ExitStack() as stack:
        source = _Source(plan, cut, stack)
        for place in sorted({*firsts, *lasts}, key=in_source):
            if shown := source.shown(place):
                found[place] = shown
    return (
        {place.shot: found[place] for place in lasts if place in found},
        {place.shot: found[place] for place in firsts if place in found},
    )


class _Source:
    """The recordings of a video, one of which is open.

    Args:
        plan: the video.
        cut: where its clips lie.
        stack: closes what is open in the end.
    """

    def __init__(self, plan: Plan, cut: Cut, stack: ExitStack) -> None:
        self._plan, self._cut, self._stack = plan, cut, stack
        self._begins = cut.begins
        self._open: tuple[Footage, _Track] | None = None

    def shown(self, place: _Place) -> _Shown | None:
        """That picture; None if it cannot be compared."""
        plan, shot = self._plan, self._plan.shots[place.shot]
        picture = shot.footage.picture
        at_s = (self._begins[place.shot] + place.in_clip) / self._cut.grid
        if picture is None or not _is_comparable(shot, picture) or _is_faded(plan, at_s):
            return None
        source_view, view = _views(picture, plan)
        if _is_covered(plan, at_s, view):
            return None
        track = self._track(shot.footage, picture)
        frames, places = _around(track, shot, place.in_clip, self._cut.grid)
        if not frames:
            return None
        beside = [at for at in (places.start - 1, places.stop) if 0 <= at < len(frames)]

        def looks(numbers: Iterable[int]) -> tuple[Samples, ...]:
            return tuple(look_of(frames[at], picture.rotation, source_view) for at in numbers)

        return _Shown(at_s, view, looks(places), looks(beside))

    def _track(self, footage: Footage, picture: Picture) -> "_Track":
        if self._open is None or self._open[0] != footage:
            self._stack.close()
            self._open = footage, _opened(footage, picture, self._stack)
        return self._open[1]


def _is_comparable(shot: Shot, picture: Picture) -> bool:
    """Whether it can be found again, and is shown in its own colours."""
    footage = shot.footage
    is_found = not footage.is_still and footage.demuxer in INDEXED
    return is_found and picture.is_straight and not picture.is_hdr


def _is_faded(plan: Plan, at_s: Fraction) -> bool:
    fades = plan.look.fades
    last_ms = plan.duration_ms - fades.picture_out_ms
    return not fades.picture_in_ms <= at_s * 1000 <= last_ms


def _is_covered(plan: Plan, at_s: Fraction, view: View) -> bool:
    """Whether so much may be written on that part that the rest does not tell the picture."""
    shown = (view.right - view.left) * (view.bottom - view.top)
    return written_share(plan.look, plan.size, float(at_s * 1000)) > _MOST_WRITTEN * shown


def _views(picture: Picture, plan: Plan) -> tuple[View, View]:
    """Which part of the recording's picture is shown, and in which part of the video's."""
    size, frame = picture.size, plan.size
    if plan.look.is_cropped:
        whole = size.around(frame)
        return middle(frame.width / whole.width, frame.height / whole.height), View()
    inner = size.inside(frame)
    return View(), middle(inner.width / frame.width, inner.height / frame.height)


class _Track(NamedTuple):
    """The picture of a recording that is open, and what its clock shows at the start."""

    reader: PictureReader
    base: Fraction
    origin_ms: int


def _opened(footage: Footage, picture: Picture, stack: ExitStack) -> _Track:
    with opened(footage.path) as recording:
        origin_ms = start_ms(recording.container)
    container = stack.enter_context(opened(footage.path)).container
    stream = container.streams[picture.index]
    assert isinstance(stream, av.VideoStream)
    base = stream.time_base or Fraction(1, 1000)
    return _Track(PictureReader(container, stream), base, origin_ms)


def _around(
    track: _Track, shot: Shot, number: int, rate: Fraction
) -> "tuple[list[VideoFrame], range]":
    """Some pictures of the recording, and which of them may be picture ``number`` of the clip.

    There are none if it cannot be told.
    """
    conversion = RateConversion(shot, track.origin_ms, track.base, rate)
    try:
        frames = _found(track.reader, conversion.moment(number + _HALF))
    except UnfitError:
        return [], range(0)
    return frames, conversion.places([frame.pts or 0 for frame in frames], number)


def _found(reader: PictureReader, moment: Fraction) -> "list[VideoFrame]":
    """The pictures around a moment, of which the one before it may have begun long ago."""
    since = moment - _EARLIER_S
    earlier, later = _parted(reader.from_moment(since), since, moment)
    if not earlier:
        earlier, later = _parted(reader.from_keyframe(moment), None, moment)
    if not earlier:  # unless there is none before it
        earlier, later = _parted(reader.from_moment(Fraction(0)), None, moment)
    return [*earlier, *later]


def _parted(
    frames: "Iterable[VideoFrame]", from_s: Fraction | None, moment: Fraction
) -> "tuple[Sequence[VideoFrame], Sequence[VideoFrame]]":
    """The last that begin by a moment, and the first after it."""
    earlier: deque[VideoFrame] = deque(maxlen=_BEFORE)
    later: list[VideoFrame] = []
    for frame in frames:
        if time_of(frame) > moment:
            later.append(frame)
        elif from_s is None or time_of(frame) >= from_s:
            earlier.append(frame)
        if len(later) == _AFTER:
            break
    return earlier, later

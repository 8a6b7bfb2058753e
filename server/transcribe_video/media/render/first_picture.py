"""Which picture a clip begins with, told by the packets: that which is shown just then."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from fractions import Fraction
from math import ceil
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from transcribe_video.media.container import opened
from transcribe_video.media.engine import av
from transcribe_video.media.render.footage import INDEXED, Picture
from transcribe_video.media.render.plan import UNEVEN_MS, Lead, Plan, Shot
from transcribe_video.media.render.request import Fades
from transcribe_video.media.timestamps import start_ms

if TYPE_CHECKING:
    from av.container import InputContainer
    from av.video import VideoStream

# So long before a moment a keyframe is looked for; then from the start of the file.
_STEPS_BACK_MS = (0, 2_000, 20_000, None)
# Whole milliseconds may lie a little before the picture that they mean.
_LATER_MS = 1
_EARLIER_MS = 20
# Pictures that are stored later than they are shown come within so much.
_REORDERED_MS = 2_000
# Without an index the reader may land so long behind the moment that it is to go to.
_ASTRAY_MS, _BEFORE_KEYFRAME_MS = 12_000, 1_000
_MOST_PICTURES = 1.5


class _Track(NamedTuple):
    """A picture track that is open, and the clock of its recording."""

    container: "InputContainer"
    stream: "VideoStream"
    origin_ms: int

    def ms(self, stamp: int) -> Fraction:
        """When a picture begins, from the recording's start."""
        return stamp * (self.stream.time_base or Fraction(1)) * 1000 - self.origin_ms


def prepared(plan: Plan) -> Plan:
    """The plan of a video that is encoded anew, with the picture that each clip begins with.

    A single recording of which a picture stands still for a while gets a constant rate, but not
    if all of it is wanted and nothing changes while a picture stands.

    Raises:
        MediaError: a recording cannot be read any more.
    """
    moving = [shot for shot in plan.shots if shot.footage.picture and not shot.footage.is_still]
    leads: dict[Shot, Lead] = {}
    for footage in dict.fromkeys(shot.footage for shot in moving):
        assert footage.picture
        with _opened(footage.path, footage.picture) as track:
            leads |= {shot: _lead(track, shot) for shot in moving if shot.footage == footage}
    shots = tuple(replace(shot, lead=leads.get(shot, shot.lead)) for shot in plan.shots)
    stays = plan.is_whole and not plan.look.has_text and plan.look.fades == Fades()
    is_steady = plan.rate is None and moving and not stays and _stands(shots[0])
    return replace(plan, shots=shots, rate=plan.steady_rate if is_steady else plan.rate)


@contextmanager
def _opened(path: Path, picture: Picture) -> Iterator[_Track]:
    with opened(path) as recording:
        origin_ms = start_ms(recording.container)
    with opened(path) as recording:
        stream = recording.container.streams[picture.index]
        assert isinstance(stream, av.VideoStream)
        yield _Track(recording.container, stream, origin_ms)


def _lead(track: _Track, shot: Shot) -> Lead:
    is_indexed = shot.footage.demuxer in INDEXED
    for back_ms in _STEPS_BACK_MS:
        start_ms = None if back_ms is None else shot.from_ms - back_ms
        found = _last_begun(_times(track, start_ms, shot.end_ms), shot)
        if found and (found.keyframe_ms is not None or back_ms is None):
            begun_ms = max(0, ceil(shot.from_ms - found.begun_ms))
            if is_indexed:
                earlier_ms = begun_ms + _EARLIER_MS
            else:
                since_ms = ceil(shot.from_ms - (found.keyframe_ms or 0))
                earlier_ms = max(since_ms + _BEFORE_KEYFRAME_MS, _ASTRAY_MS)
            read_ms = min(shot.from_ms, earlier_ms)
            return Lead(read_ms, min(read_ms, begun_ms), stands=found.stands)
    # The first picture comes later.
    return Lead(min(shot.from_ms, _EARLIER_MS if is_indexed else _ASTRAY_MS))


class _Begun(NamedTuple):
    """The last picture that has begun where a clip begins, and the last keyframe then."""

    begun_ms: Fraction
    keyframe_ms: Fraction | None
    stands: bool  # no other one follows in the clip


def _last_begun(times: Iterable[tuple[Fraction, bool]], shot: Shot) -> _Begun | None:
    begun_ms = keyframe_ms = None
    stands = True
    for ms, is_keyframe in times:
        if ms >= shot.from_ms + _LATER_MS:
            stands = stands and ms >= shot.end_ms
        else:
            begun_ms = max(ms, begun_ms or ms)
            keyframe_ms = max(ms, keyframe_ms or ms) if is_keyframe else keyframe_ms
        if not stands and ms > shot.from_ms + _REORDERED_MS:
            break
    return None if begun_ms is None else _Begun(begun_ms, keyframe_ms, stands)


def _times(track: _Track, from_ms: int | None, end_ms: int) -> "Iterator[tuple[Fraction, bool]]":
    """When the pictures up to a moment begin, as they are stored, and which are keyframes."""
    base = track.stream.time_base or Fraction(1)
    # What cannot be sought, or is damaged, ends as the file does.
    with suppress(av.FFmpegError, OSError, IndexError):
        place = 0 if from_ms is None else round((from_ms + track.origin_ms) / 1000 / base)
        track.container.seek(max(0, place), stream=track.stream)
        for packet in track.container.demux(track.stream):
            stamp = packet.dts if packet.pts is None else packet.pts
            if packet.size and stamp is not None:
                yield track.ms(stamp), packet.is_keyframe
            if packet.dts is not None and track.ms(packet.dts) > end_ms:
                return


def _stands(shot: Shot) -> bool:
    """Whether one of its pictures stands for longer than the rate of the recording says."""
    picture = shot.footage.picture
    assert picture
    longest_ms = max(UNEVEN_MS, _MOST_PICTURES * 1000 / picture.rate if picture.rate else 0)
    begin_ms = shot.from_ms - shot.lead.begun_ms - 1
    with _opened(shot.footage.path, picture) as track:
        times = (ms for ms, _ in _times(track, begin_ms, shot.end_ms))
        begins = sorted(max(ms, Fraction(shot.from_ms)) for ms in times if begin_ms <= ms)
    shown = [ms for ms in begins if ms < shot.end_ms]
    ends = [*shown[1:], Fraction(shot.end_ms)]
    return not shown or any(
        end_ms - ms > longest_ms for ms, end_ms in zip(shown, ends, strict=True)
    )

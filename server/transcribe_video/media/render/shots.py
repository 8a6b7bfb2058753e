"""From the clips that are asked for to what is really there of them."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import accumulate

from transcribe_video.errors import UsageError
from transcribe_video.media.file import quoted
from transcribe_video.media.render.footage import Footage
from transcribe_video.media.render.plan import Shot
from transcribe_video.media.render.request import Caption, Clip, Request
from transcribe_video.media.render.time_map import TimeMap
from transcribe_video.timecode import clock
from transcribe_video.wire.draft import STILL_MS


def shots(clips: Sequence[Clip], footage: Sequence[Footage]) -> tuple[Shot, ...]:
    """Each clip, as far as its recording goes.

    Raises:
        UsageError: a clip begins where its recording has ended.
    """
    rows = zip(clips, footage, strict=True)
    return tuple(_shot(number, clip, its) for number, (clip, its) in enumerate(rows, start=1))


def time_map(clips: Sequence[Clip], there: Sequence[Shot]) -> TimeMap:
    """From the clips as they were asked for to those that are there, which may be shorter."""
    asked_ms = accumulate(_lengths_ms(clips, there), initial=0)
    return TimeMap(list(asked_ms), list(accumulate((shot.d_ms for shot in there), initial=0)))


def seen_captions(request: Request, there: Sequence[Shot]) -> Iterator[Caption]:
    """The captions of what is there of the clips, in the times of those that were asked for."""
    at_ms = 0
    for length_ms, shot in zip(_lengths_ms(request.clips, there), there, strict=True):
        for caption in request.captions:
            if 0 <= caption.start_ms - at_ms < min(length_ms, shot.d_ms):
                yield caption
        at_ms += length_ms


def _lengths_ms(clips: Sequence[Clip], there: Sequence[Shot]) -> Iterator[int]:
    for clip, shot in zip(clips, there, strict=True):
        yield round(clip.d_ms / clip.speed) if clip.d_ms else shot.d_ms


def _shot(number: int, clip: Clip, footage: Footage) -> Shot:
    if footage.is_still:
        return Shot(footage, 0, clip.d_ms or STILL_MS)
    left_ms = footage.duration_ms - clip.from_ms
    if left_ms <= 0:
        raise UsageError(
            f"Clip {number} cannot be made",
            f"{quoted(footage.path)} ends at {clock(footage.duration_ms)}, before the clip begins",
            "Take it off the timeline",
        )
    length_ms = min(clip.d_ms or left_ms, left_ms)
    seen = replace(footage, picture=None) if clip.kind == "audio" else footage
    return Shot(seen, clip.from_ms, max(1, round(length_ms / clip.speed)), clip.speed, clip.volume)

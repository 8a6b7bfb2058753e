"""From the clips that are asked for to what is really there of them."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TypeVar

from transcribe_video.errors import UsageError
from transcribe_video.media.file import quoted
from transcribe_video.media.render.footage import Footage
from transcribe_video.media.render.plan import Shot
from transcribe_video.media.render.request import Caption, Clip, Request, Span
from transcribe_video.timecode import clock
from transcribe_video.wire.draft import STILL_MS

SpanT = TypeVar("SpanT", bound=Span)


def shots(clips: Sequence[Clip], footage: Sequence[Footage]) -> tuple[Shot, ...]:
    """Each clip, as far as its recording goes.

    Raises:
        UsageError: a clip begins where its recording has ended.
    """
    rows = zip(clips, footage, strict=True)
    return tuple(_shot(number, clip, its) for number, (clip, its) in enumerate(rows, start=1))


def moved_captions(request: Request, there: Sequence[Shot]) -> Iterator[Caption]:
    """The captions, moved with their clips where an earlier clip is shorter than was asked for."""
    was_ms = is_ms = 0
    for clip, shot in zip(request.clips, there, strict=True):
        length_ms = round(clip.d_ms / clip.speed) if clip.d_ms else shot.d_ms
        for caption in request.captions:
            if 0 <= caption.start_ms - was_ms < min(length_ms, shot.d_ms):
                yield _moved(caption, is_ms - was_ms)
        was_ms += length_ms
        is_ms += shot.d_ms


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


def _moved(caption: Caption, by_ms: int) -> Caption:
    def moved(span: SpanT) -> SpanT:
        times = {"start_ms": span.start_ms + by_ms, "end_ms": span.end_ms + by_ms}
        return span.model_copy(update=times)

    return moved(caption.model_copy(update={"words": tuple(map(moved, caption.words))}))

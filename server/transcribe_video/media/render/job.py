"""Making one video, from the request to the file in its place."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from transcribe_video.errors import DamagedMediaError
from transcribe_video.manifest import Limits
from transcribe_video.media.render.captions import srt
from transcribe_video.media.render.command import command
from transcribe_video.media.render.ffmpeg import find_ffmpeg, run_ffmpeg
from transcribe_video.media.render.outcome import Outcome, checked
from transcribe_video.media.render.plan import Plan
from transcribe_video.media.render.planner import planned
from transcribe_video.media.render.request import Request
from transcribe_video.media.render.survey import survey
from transcribe_video.media.render.workbench import Workbench

Progress = Callable[[int, int], None]
"""Told of the milliseconds that are done, and of how many."""

_MARGIN_BYTES = 50_000_000
# The least that a re-encoded picture takes: bits for each pixel, at so many pictures a second.
_BITS_PER_PIXEL, _RATE = 0.01, 25


@dataclass(frozen=True, slots=True)
class Made:
    """A video that is in its place.

    Attributes:
        plan: how it was made.
        outcome: what it is.
    """

    plan: Plan
    outcome: Outcome


def make(request: Request, limits: Limits, bench: Workbench, progress: Progress) -> Made:
    """Make the video that is asked for.

    Raises:
        UsageError: a clip begins where its recording has ended.
        MediaError: one of its kinds: a recording cannot be used.
        StorageError: the target exists, the disk is full, or it may not be written.
        MissingExtraError: ffmpeg is not installed.
    """
    look = cache(survey)
    footage = [look(clip.path) for clip in request.clips]
    plan = planned(request, footage, limits)
    try:
        return _made(plan, bench, progress)
    except DamagedMediaError as error:
        if not plan.is_copy:
            raise
        failed = f"a copy of it as it is does not do ({error.why})"
    return _made(planned(request, footage, limits, failed), bench, progress)


def _made(plan: Plan, bench: Workbench, progress: Progress) -> Made:
    part = bench.part(plan.target, _least_bytes(plan))
    total_ms = plan.duration_ms
    progress(0, total_ms)
    run_ffmpeg(
        command(plan, find_ffmpeg(), part),
        srt(plan.captions),
        plan.target,
        bench,
        lambda done_ms: progress(min(done_ms, total_ms), total_ms),
    )
    outcome = checked(part, plan)
    bench.publish()
    progress(total_ms, total_ms)
    return Made(plan, outcome)


def _least_bytes(plan: Plan) -> int:
    """What must be free on the disk; a guess that is rather too low, as a full disk is noticed."""
    if plan.is_copy:
        return plan.shots[0].footage.bytes + _MARGIN_BYTES
    bits_a_second = plan.size.width * plan.size.height * _BITS_PER_PIXEL * _RATE
    return _MARGIN_BYTES + round(bits_a_second / 8 * plan.duration_ms / 1000)

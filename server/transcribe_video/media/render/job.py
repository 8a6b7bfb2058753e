"""Making one video, from the request to the file in its place."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache

from transcribe_video.errors import DamagedMediaError
from transcribe_video.manifest import Limits
from transcribe_video.media.render.footage import Footage
from transcribe_video.media.render.outcome import Outcome, checked
from transcribe_video.media.render.plan import ENCODE, Method, Plan
from transcribe_video.media.render.planner import planned
from transcribe_video.media.render.request import Request
from transcribe_video.media.render.sound_source import excerpts_of
from transcribe_video.media.render.still_survey import still_survey
from transcribe_video.media.render.studio import Studio
from transcribe_video.media.render.survey import survey
from transcribe_video.media.render.unfit import UnfitError
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
    look, look_at_still = cache(survey), cache(still_survey)
    footage = [
        look_at_still(clip.path) if clip.kind == "image" else look(clip.path)
        for clip in request.clips
    ]
    music = [look(row.path) for row in request.music]
    return _made_somehow((request, footage, limits, music), bench, progress)


_Wish = tuple[Request, Sequence[Footage], Limits, Sequence[Footage]]


def _made_somehow(wish: _Wish, bench: Workbench, progress: Progress) -> Made:
    """In the cheapest way, or, where that does not do, by encoding it all."""
    plan = planned(*wish)
    try:
        return _made(plan, bench, progress)
    except UnfitError as error:
        failed = f"{_cheap(plan)} does not do: {error}"
    except DamagedMediaError as error:
        if plan.method.name == ENCODE:
            raise
        failed = f"{_cheap(plan)} does not do ({error.why})"
    return _made(planned(*wish, Method(ENCODE, failed)), bench, progress)


def _cheap(plan: Plan) -> str:
    return "a copy of it as it is" if plan.is_copy else "keeping its pictures as they are"


def _made(plan: Plan, bench: Workbench, progress: Progress) -> Made:
    part = bench.part(plan.target, _least_bytes(plan))
    total_ms = plan.duration_ms
    progress(0, total_ms)
    studio = Studio(plan, bench, part, lambda share: progress(round(share * total_ms), total_ms))
    studio.make()
    outcome = checked(part, studio.plan)
    studio.check()
    bench.publish()
    progress(total_ms, total_ms)
    return Made(studio.plan, outcome)


def _least_bytes(plan: Plan) -> int:
    """What must be free on the disk; a guess that is rather too low, as a full disk is noticed."""
    if plan.is_copy:
        return plan.shots[0].footage.bytes + _MARGIN_BYTES
    sound = sum(excerpt.bytes for excerpt in excerpts_of(plan)) if plan.channels else 0
    if plan.is_smart:
        footage = plan.shots[0].footage
        share = min(1.0, plan.duration_ms / footage.duration_ms)
        return round(2 * share * footage.bytes) + sound + _MARGIN_BYTES
    bits_a_second = plan.size.width * plan.size.height * _BITS_PER_PIXEL * _RATE
    return _MARGIN_BYTES + sound + round(2 * bits_a_second / 8 * plan.duration_ms / 1000)

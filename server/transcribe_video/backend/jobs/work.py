"""What a kind of job is: a function that does it and says what came of it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeAlias

from transcribe_video.backend.jobs.live_job import LiveJob
from transcribe_video.backend.store.jobs import JobRecord

TRANSCRIBE, FETCH, RENDER = "transcribe", "fetch", "render"
MOST_CRASHES = 3
"""A job over which its process broke down so often has failed."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a job.

    Attributes:
        result: as the wire has it.
        keep: writes down what else came of it, in the same transaction.
    """

    result: dict[str, Any]
    keep: Callable[[], object] | None = None


def crash_notes(crashes: int, doing: str) -> tuple[str, ...]:
    """What a person is told of a job that was done in the end.

    Args:
        crashes: how often its process broke down over it.
        doing: what it was doing, e.g. ``"making the video"``.
    """
    if not crashes:
        return ()
    times = " twice" if crashes > 1 else ""
    return (f"A part of this program crashed{times} while {doing} and was started again.",)


Work: TypeAlias = Callable[[JobRecord, LiveJob], Outcome]
"""Does a job, from the beginning or from where it was. May be done twice, even after its end.

It raises StoppedError soon after ``LiveJob.stop`` is set, and TranscribeVideoError where it
cannot be done; what it has begun it clears away.
"""

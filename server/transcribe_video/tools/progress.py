"""How far jobs are, added up, in numbers and in words."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from transcribe_video.timecode import clock, milliseconds
from transcribe_video.tools.result import Progress
from transcribe_video.wire.job import Job

_SOON_S = 5


@dataclass(frozen=True, slots=True)
class Tally:
    """Several jobs as one.

    Attributes:
        done_s: of the recordings, in seconds.
        total_s: None while the length of one of them is not known.
        fraction: 0 to 1; None while nobody knows.
        eta_s: seconds until all are done, as far as one can tell.
        stage: what is being done now, as a phrase.
        age_s: seconds since the oldest that is not finished was asked for.
    """

    done_s: float = 0
    total_s: float | None = None
    fraction: float | None = None
    eta_s: float | None = None
    stage: str = ""
    age_s: float = 0

    @property
    def progress(self) -> Progress:
        """The same for the structured result."""
        return Progress(
            done_s=self.done_s, total_s=self.total_s, fraction=self.fraction, eta_s=self.eta_s
        )

    @property
    def sentence(self) -> str:
        """The same for a person: ``Recognising: 3:20 of 20:00 (17 %), about 4 minutes left.``."""
        stage = self.stage or "working on it"
        return f"{stage[0].upper()}{stage[1:]}{self._share}{self._rest}."

    @property
    def _share(self) -> str:
        percent = "" if self.fraction is None else f"{self.fraction:.0%}".replace("%", " %")
        if self.total_s and self.done_s:
            times = f"{clock(milliseconds(self.done_s))} of {clock(milliseconds(self.total_s))}"
            return f": {times}" + (f" ({percent})" if percent else "")
        return f": {percent}" if self.fraction else ""

    @property
    def _rest(self) -> str:
        return "" if self.eta_s is None else f", {about(self.eta_s)} left"


def tally(jobs: Iterable[Job]) -> Tally:
    """How far these jobs are; those that are ready count as done."""
    counted = list(jobs)
    pending = [job for job in counted if not job.has_ended]
    now = [*(job for job in pending if job.status == "running"), *pending][:1]
    return Tally(
        done_s=round(sum(_done_s(job) for job in counted), 3),
        total_s=_sum([job.progress.total_s for job in counted]),
        fraction=_fraction(counted),
        eta_s=_sum([job.progress.eta_s for job in pending]) if pending else None,
        stage=_stage(now[0]) if now else "done",
        age_s=max((job.age_s for job in pending), default=0),
    )


def about(seconds: float) -> str:
    """A length of time as people say it: ``about 4 minutes``."""
    if seconds < _SOON_S:
        return "a few seconds"
    if seconds < 60:  # noqa: PLR2004 - of a minute
        return f"about {round(seconds / 5) * 5} seconds"
    minutes = round(seconds / 60)
    return f"about {minutes} minute{'s' if minutes > 1 else ''}"


def _done_s(job: Job) -> float:
    is_ready = job.status == "completed" and job.progress.total_s is not None
    return job.progress.total_s or 0 if is_ready else job.progress.done_s


def _fraction(jobs: Sequence[Job]) -> float | None:
    parts = [1.0 if job.has_ended else job.progress.fraction for job in jobs]
    known = [part for part in parts if part is not None]
    if not known or len(known) < len(parts):
        return None
    return round(sum(known) / len(known), 4)


def _sum(parts: Sequence[float | None]) -> float | None:
    known = [part for part in parts if part is not None]
    return round(sum(known), 3) if known and len(known) == len(parts) else None


def _stage(job: Job) -> str:
    if job.is_cancelling:
        return "cancelling"
    if job.status == "queued" and not job.progress.stage:
        return "waiting for other work"
    return job.progress.stage or "working on it"

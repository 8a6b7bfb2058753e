"""What people hear of a turn while it goes on."""

from collections.abc import Callable
from contextlib import suppress

from transcribe_video.cloud.records.jobs import CloudJob, Jobs
from transcribe_video.errors import StorageError
from transcribe_video.wire.job import Progress

Report = Callable[[Progress], None]
"""Told how far a job is."""
_SHOWN_S = 6.0  # longer than the pause between two looks of a tool


class TurnProgress:
    """Writes a turn's stage into its row; every so often first that it is still going on.

    Args:
        jobs: the rows.
        job: the turn's.
        still_working_s: how often, from the turn's beginning; 0 is never.
        report: see ``Report``.
    """

    def __init__(self, jobs: Jobs, job: CloudJob, still_working_s: float, report: Report) -> None:
        self._jobs, self._job, self._report = jobs, job, report
        self._every_s = still_working_s
        self._stage, self._written = "", job.progress.stage
        self._reply = job.reply
        self._round = 0
        self._shown_until_s = 0.0

    def stage(self, stage: str, now_s: float, reply: str | None = None) -> None:
        """It is being done now, and this has been said so far."""
        self._stage = stage
        is_said = reply is not None and reply != self._reply
        self._reply = reply if reply is not None else self._reply
        self.tick(now_s, is_news=is_said)

    def tick(self, now_s: float, *, is_news: bool = False) -> None:
        """Time has passed."""
        shown = self._shown(now_s)
        if shown == self._written and not is_news:
            return
        self._written = shown
        progress = Progress(stage=shown)
        with suppress(StorageError):  # a full disk ends no turn that goes well
            self._jobs.note(self._job.job_id, progress, self._reply)
        self._report(progress)

    def _shown(self, now_s: float) -> str:
        elapsed_s = now_s - self._job.begun_s
        if self._every_s > 0 and elapsed_s // self._every_s > self._round:
            self._round = int(elapsed_s // self._every_s)
            self._shown_until_s = now_s + min(_SHOWN_S, self._every_s / 2)
        return still_working(elapsed_s) if now_s < self._shown_until_s else self._stage


def still_working(elapsed_s: float) -> str:
    """The skill text's manners for what takes long: ``⏳ Still working… (2 min)``."""
    minutes, seconds = divmod(int(elapsed_s), 60)
    return f"⏳ Still working… ({f'{minutes} min' if minutes else f'{seconds} s'})"

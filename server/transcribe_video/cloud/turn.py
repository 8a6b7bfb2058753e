"""Turns of the conversation with the cloud's editor: the jobs of kind ``chat``."""

import secrets
from collections.abc import Sequence

from transcribe_video.cloud.owner import Owner
from transcribe_video.cloud.records.jobs import CHAT, CloudJob, NewJob
from transcribe_video.cloud.turn_around import Around
from transcribe_video.cloud.turn_course import TurnCourse
from transcribe_video.cloud.turn_outcome import Outcome
from transcribe_video.cloud.turn_progress import Report, TurnProgress
from transcribe_video.wire.job import Progress


def new_turn(session_id: str, message: str, owner: str, after: Sequence[str] = ()) -> NewJob:
    """The row of a message that is to be said in a session.

    Args:
        session_id: the session.
        message: what is said.
        owner: the process that says it.
        after: uploads without whose files it makes no sense.
    """
    request = {"message": message} | ({"after": list(after)} if after else {})
    job_id = f"chat_{secrets.token_hex(12)}"
    return NewJob(job_id, session_id, CHAT, owner, request)


def _unheard(_progress: Progress) -> None:
    """For who wants to know nothing in between."""


class TurnRunner:
    """Says messages, once each, and follows what comes of them.

    A turn is a task that nobody's call owns. It is stopped by marking its row
    (``Jobs.mark_cancelling``) and then cancelling its task; cancelled without the mark it is left
    as it is, for the next process.

    Args:
        around: what it works with.
        owner: this process.
    """

    def __init__(self, around: Around, owner: Owner) -> None:
        self._around, self._owner = around, owner

    async def run(self, job: CloudJob, report: Report = _unheard) -> Outcome:
        """Say a message and follow what comes of it, once the turns before it have ended.

        What a dead process has begun is only looked at: nothing is ever said twice. The row gets
        what is heard on the way; its end is the caller's to write (``Outcome.ending``).

        Args:
            job: its row, with the owner that it had before this process took it over.
            report: told how far it is.

        Raises:
            StorageError: the row cannot be written; nothing was sent after that.
        """
        if job.owner != self._owner.name or job.sent_s is not None:
            return await self.recover(job, report)
        return await self._course(job, report).said()

    async def recover(self, job: CloudJob, report: Report = _unheard) -> Outcome:
        """Find out what came of a message whose process has died, without saying it again."""
        return await self._course(job, report).recovered()

    def _course(self, job: CloudJob, report: Report) -> TurnCourse:
        jobs, every_s = self._around.archive.jobs, self._around.settings.still_working_s
        progress = TurnProgress(jobs, job, every_s, report)
        return TurnCourse(self._around, self._owner, job, progress)

"""Uploading: a file of this machine, or of an address, goes into a session of the cloud."""

import asyncio
from collections.abc import Iterator, Sequence
from pathlib import Path

from transcribe_video.client.call import SLOW_ANSWER_S, at, post
from transcribe_video.client.reading import read_as
from transcribe_video.cloud.board import JobBoard
from transcribe_video.cloud.live_job import LiveJob
from transcribe_video.cloud.lost_project import begun_anew
from transcribe_video.cloud.records.jobs import COMPLETED, CloudJob, Ending
from transcribe_video.cloud.records.media_files import CloudMedia
from transcribe_video.cloud.surroundings import Surroundings
from transcribe_video.errors import BackendError, GoneError
from transcribe_video.wire.failure import error_of
from transcribe_video.wire.message import Message
from transcribe_video.wire.upload import UPLOAD, UploadReply

_AT_ONCE, _LOOK_S = 2, 5.0
_STEP = 0.01  # of a file, between two reports
_NOT_APPLIED = (
    "“{name}” was uploaded, and NemoVideo has not put it into the project yet; upload it again if "
    "the editor does not see it."
)


class Uploading:
    """Sends files; a ``board.Work``. No more than two are on their way at once.

    Args:
        around: where to.
    """

    def __init__(self, around: Surroundings) -> None:
        self._around = around
        self._gate = asyncio.Semaphore(_AT_ONCE)

    async def __call__(self, job: CloudJob, live: LiveJob) -> Ending:
        """Send the file; one that another process had begun to send is not begun again."""
        media = self._around.archive.media.get(job.media_id or "")
        if job.sent_s is not None:
            raise BackendError(
                f"“{media.filename}” did not arrive at {self._around.host}",
                "the program that was sending it was ended",
                "Upload it again",
            )
        live.say("waiting for other uploads")
        async with self._gate:
            live.say(f"sending to {self._around.host}", 0.0)
            self._around.archive.jobs.send(job.job_id, None)
            try:
                reply = await self._sent(job, live)
            except GoneError as error:
                raise await begun_anew(self._around, job.session_id) from error
        if not reply.files:
            raise BackendError(
                f"“{media.filename}” cannot be used",
                "NemoVideo does not say that it has received it",
                "Upload it again",
            )
        self._around.archive.media.fill(media.media_id, reply.files[0])
        notes = [*_notes(reply, media.filename), self._sent_note(media)]
        return Ending(COMPLETED, result={"media_id": media.media_id, "notes": notes})

    def _sent_note(self, media: CloudMedia) -> str:
        verb = "fetched by" if media.path is None else "sent to"
        return f"“{media.filename}” was {verb} {self._around.host}."

    async def _sent(self, job: CloudJob, live: LiveJob) -> UploadReply:
        remote_id = self._around.archive.sessions.get(job.session_id).remote_id
        url = job.request.get("url")
        if url:
            request = Message.model_validate({"urls": [url], "source_type": "url"})
            path = at(UPLOAD, session_id=remote_id)
            call = post(path, request, answer_s=SLOW_ANSWER_S)
            return read_as(UploadReply, await self._around.caller.reply(call))
        stage = f"sending to {self._around.host}"

        def tell(done: int, total: int) -> None:
            fraction = done / max(total, 1)
            if fraction - (live.progress.fraction or 0) >= _STEP or done == total:
                live.say(stage, round(fraction, 4))

        # The path's bytes are looked at again: what was checked before may have grown since.
        return await self._around.client.upload_files(remote_id, [Path(job.request["path"])], tell)


async def arrived(board: JobBoard, uploads: Sequence[CloudJob], live: LiveJob) -> None:
    """Wait until files are in the cloud; ``live`` tells how far they are.

    Raises:
        TranscribeVideoError: one of those that were still on their way does not get there.
    """
    for upload in uploads:
        if upload.has_ended:
            continue
        view = board.view(upload.job_id)
        while not view.has_ended:
            live.report(view.progress)
            view = await board.wait(upload.job_id, _LOOK_S, view.news_next)
        if view.status != COMPLETED:
            raise error_of(view.error) or BackendError(
                f"“{view.media_name}” did not arrive in the cloud", "its upload was stopped"
            )


def _notes(reply: UploadReply, name: str) -> Iterator[str]:
    if not reply.session_state_applied:
        yield _NOT_APPLIED.format(name=name)
    yield from (note for file in reply.files for note in file.notes)

"""Uploading: a file of this machine, or of an address, goes into a session of the cloud."""

import asyncio
from collections.abc import Iterator, Sequence

from transcribe_video.client.call import SLOW_ANSWER_S, at, post
from transcribe_video.client.reading import read_as
from transcribe_video.cloud.board import JobBoard
from transcribe_video.cloud.dropped import landed
from transcribe_video.cloud.live_job import LiveJob
from transcribe_video.cloud.lost_project import begun_anew
from transcribe_video.cloud.records.jobs import COMPLETED, CloudJob, Ending
from transcribe_video.cloud.records.media_files import CloudMedia
from transcribe_video.cloud.sound_alone import discard, sound_of
from transcribe_video.cloud.surroundings import Surroundings
from transcribe_video.errors import BackendError, GoneError, TranscribeVideoError
from transcribe_video.wire.failure import error_of
from transcribe_video.wire.message import Message
from transcribe_video.wire.upload import UPLOAD, UploadedFile, UploadReply

_AT_ONCE, _LOOK_S = 2, 5.0
_STEP = 0.01  # of a file, between two reports
_AGAIN = "Upload it again"
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
        """Send the file; one that another process had begun to send is only looked for."""
        media = self._around.archive.media.get(job.media_id or "")
        if job.sent_s is not None:
            live.say("looking whether it has arrived")
            discard(media, self._around)
            return self._arrived(media, UploadReply(files=[await self._left_behind(media)]))
        if self._gate.locked():
            live.say("waiting for other uploads")
        async with self._gate:
            try:
                reply = await self._sent(job, media, live)
            except GoneError as error:
                raise await begun_anew(self._around, job.session_id) from error
            except BackendError as error:
                if error.was_refused:
                    raise
                missing = self._not_there(media, _reason(error))
                # It broke off, perhaps after the last byte.
                found = await self._looked_for(media, error, missing)
                reply = UploadReply(files=[found])
        return self._arrived(media, reply)

    def _arrived(self, media: CloudMedia, reply: UploadReply) -> Ending:
        if not reply.files:
            raise BackendError(
                f"“{media.filename}” cannot be used",
                "NemoVideo does not say that it has received it",
                _AGAIN,
            )
        self._around.archive.media.fill(media.media_id, reply.files[0])
        notes = [*_notes(reply, media.filename), self._sent_note(media)]
        return Ending(COMPLETED, result={"media_id": media.media_id, "notes": notes})

    def _sent_note(self, media: CloudMedia) -> str:
        verb = "fetched by" if media.path is None else "sent to"
        return f"“{media.filename}” was {verb} {self._around.host}."

    async def _left_behind(self, media: CloudMedia) -> UploadedFile:
        """The file that a dead process was sending, if all of it came."""
        error = self._not_there(media, "the program that was sending it was ended")
        return await self._looked_for(media, error, error)

    def _not_there(self, media: CloudMedia, why: str) -> BackendError:
        what = f"“{media.filename}” did not arrive at {self._around.host}"
        return BackendError(what, why, _AGAIN)

    async def _looked_for(
        self, media: CloudMedia, unknown: BackendError, missing: BackendError
    ) -> UploadedFile:
        """The file in the project, though nobody said that it came.

        Args:
            media: the file.
            unknown: raised if nobody can tell whether it is there.
            missing: raised if it is not.

        Raises:
            GoneError: the project is not there any more.
        """
        session = self._around.archive.sessions.get(media.session_id)
        try:
            state = await self._around.client.state(session.remote_id)
        except GoneError as error:
            raise await begun_anew(self._around, media.session_id) from error
        except TranscribeVideoError:
            raise unknown from None
        found = landed(state, media, self._around.archive.media.of(media.session_id))
        if found is None:
            raise missing from None
        return found

    async def _sent(self, job: CloudJob, media: CloudMedia, live: LiveJob) -> UploadReply:
        remote_id = self._around.archive.sessions.get(job.session_id).remote_id
        url = job.request.get("url")
        if url:
            live.say(f"{self._around.host} is fetching it")
            self._around.archive.jobs.send(job.job_id, None)
            request = Message.model_validate({"urls": [url], "source_type": "url"})
            path = at(UPLOAD, session_id=remote_id)
            call = post(path, request, answer_s=SLOW_ANSWER_S)
            return read_as(UploadReply, await self._around.caller.reply(call))
        stage = f"sending to {self._around.host}"

        def tell(done: int, total: int) -> None:
            fraction = done / max(total, 1)
            if fraction - (live.progress.fraction or 0) >= _STEP or done == total:
                live.say(stage, round(fraction, 4))

        async with sound_of(job, media, self._around, live) as file:
            live.say(stage, 0.0)
            self._around.archive.jobs.send(job.job_id, None)
            # The file is looked at again: what was checked before may have grown since.
            return await self._around.client.upload_files(remote_id, [file], tell)


async def arrived(board: JobBoard, uploads: Sequence[CloudJob], live: LiveJob) -> None:
    """Wait until files are in the cloud; ``live`` tells how far they are.

    Raises:
        TranscribeVideoError: one of them did not get there.
    """
    for upload in uploads:
        view = board.view(upload.job_id)
        while not view.has_ended:
            live.report(view.progress)
            view = await board.wait(upload.job_id, _LOOK_S, view.news_next)
        if view.status != COMPLETED:
            raise error_of(view.error) or stopped_upload(upload)


def stopped_upload(upload: CloudJob) -> BackendError:
    """The error for a file whose upload somebody stopped."""
    name = upload.request.get("name", "The file")
    return BackendError(f"“{name}” did not arrive in the cloud", "its upload was stopped", _AGAIN)


def _reason(error: BackendError) -> str:
    """Why, without what is not known: a look has shown that it is not there."""
    return "NemoVideo has trouble of its own" if error.__cause__ is None else "the connection ended"


def _notes(reply: UploadReply, name: str) -> Iterator[str]:
    if not reply.session_state_applied:
        yield _NOT_APPLIED.format(name=name)
    yield from (note for file in reply.files for note in file.notes)

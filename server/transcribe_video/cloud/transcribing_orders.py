"""Files of a project that are to be transcribed, each by a job of its own."""

from uuid import uuid4

from transcribe_video.cloud.board import JobBoard
from transcribe_video.cloud.records.archive import Archive
from transcribe_video.cloud.records.jobs import TRANSCRIBE, UPLOAD, NewJob
from transcribe_video.cloud.records.media_files import CloudMedia
from transcribe_video.cloud.records.sessions import CloudSession
from transcribe_video.cloud.transcribing_message import message_for
from transcribe_video.cloud.transcribing_request import checked, key_of, same_of
from transcribe_video.cloud.uploading import stopped_upload
from transcribe_video.errors import GoneError, UsageError
from transcribe_video.wire.failure import error_of
from transcribe_video.wire.job import Job
from transcribe_video.wire.order import TranscribeOrder

_NEWEST = 30  # sessions in which the same work is looked for


class Orders:
    """Makes jobs of orders.

    Args:
        archive: what is known.
        board: where they are done.
        owner: this process.
    """

    def __init__(self, archive: Archive, board: JobBoard, owner: str) -> None:
        self._archive, self._board, self._owner = archive, board, owner

    def spoken(self, session: CloudSession, order: TranscribeOrder) -> list[CloudMedia]:
        """The files that are meant.

        Raises:
            GoneError: one of them is not there.
            UsageError: none can be heard.
        """
        media = self._archive.media.of(session.session_id)
        known = {one.media_id: one for one in media}
        meant = [
            known.get(media_id) or self._elsewhere(session, media_id)
            for media_id in order.media_ids
        ]
        found = [one for one in meant or media if one.file_type != "image"]
        if not found:
            raise UsageError(
                "There is nothing to transcribe",
                "the project holds no video and no sound",
                "Add one with transcribe or upload first",
            )
        return found

    def _elsewhere(self, session: CloudSession, media_id: str) -> CloudMedia:
        """A file of another session; raises why it is nowhere."""
        try:
            return self._archive.media.get(media_id)
        except GoneError:
            for job in self._archive.jobs.of(session.session_id):
                if job.kind == UPLOAD and job.media_id == media_id:
                    raise error_of(job.error) or stopped_upload(job) from None
            raise

    def job_for(self, session: CloudSession, media: CloudMedia, order: TranscribeOrder) -> Job:
        """The job that makes a file's documents: one that does the same, or a new one."""
        jobs = self._archive.jobs
        wanted = checked(order)
        uploads = [one for one in jobs.of(session.session_id) if one.media_id == media.media_id]
        url = next((str(one.request["url"]) for one in uploads if "url" in one.request), None)
        key = key_of(wanted, media, url)
        everywhere = reversed(self._archive.sessions.newest(_NEWEST))
        candidates = tuple(one for known in everywhere for one in jobs.of(known.session_id))
        same = same_of(jobs, candidates, key, self._archive.now_s())
        if same is not None:
            return self._board.view(same.job_id).model_copy(update={"is_joined": True})
        request = {
            "name": media.filename,
            "message": message_for(media.filename, wanted.language, session.language),
            "order": wanted.model_dump(mode="json"),
            "key": key,
        }
        return self._board.start(
            NewJob(
                f"transcribe_{uuid4().hex}",
                session.session_id,
                TRANSCRIBE,
                self._owner,
                request,
                media.media_id,
            )
        )

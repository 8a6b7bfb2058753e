"""Asking for transcriptions: which recordings are meant, and which work is already there."""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from transcribe_video.backend.jobs.job_queue import JobQueue
from transcribe_video.backend.jobs.owner import is_alive
from transcribe_video.backend.jobs.transcribe_order import checked, key_of
from transcribe_video.backend.jobs.work import FETCH, TRANSCRIBE
from transcribe_video.backend.store.gone import gone
from transcribe_video.backend.store.jobs import COMPLETED, JobRecord, NewJob
from transcribe_video.backend.store.media_files import MediaRecord
from transcribe_video.backend.store.sessions import SessionRecord
from transcribe_video.backend.store.store import Store
from transcribe_video.errors import MediaError, NoAudioError, UsageError
from transcribe_video.wire.order import TranscribeOrder

_FRESH_S = 3_600
"""What was finished so recently is not done again, if its documents are still there."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A job that was asked for, and whether it was there before."""

    job: JobRecord
    is_joined: bool


@dataclass(frozen=True, slots=True)
class TranscribeRequests:
    """Makes jobs of orders, or finds those that are already there.

    Attributes:
        store: what is known, and where it is kept.
        queue: what waits and runs.
    """

    store: Store
    queue: JobQueue

    def ask(self, session: SessionRecord, order: TranscribeOrder, owner: str) -> list[Asked]:
        """One job for each recording that is meant.

        Raises:
            UsageError: the order cannot be carried out.
            MediaError: there is no sound.
            GoneError: there is no such session or file.
        """
        wanted = checked(order)
        media = self._meant(session.session_id, wanted)
        with self.queue.lock:
            asked = [self._asked(session, wanted, record, owner) for record in media]
        return list({one.job.job_id: one for one in asked}.values())

    def _meant(self, session_id: str, order: TranscribeOrder) -> list[MediaRecord]:
        known = {record.media_id: record for record in self.store.media.of(session_id)}
        named = list(dict.fromkeys(order.media_ids))
        if any(media_id not in known for media_id in named):
            raise gone("file")
        if not known:
            self.store.sessions.get(session_id)
            raise UsageError(
                "There is nothing to transcribe",
                "there is no file in the project yet",
                "Bring a recording first",
            )
        records = [known[media_id] for media_id in named or known]
        sounding = [record for record in records if record.has_sound]
        if not sounding:
            raise _silent(records)
        return sounding

    def _asked(
        self, session: SessionRecord, order: TranscribeOrder, media: MediaRecord, owner: str
    ) -> Asked:
        key = key_of(order, media)
        found = self._found(key, session.session_id, owner)
        if found is not None:
            self._adopt(found, owner)
            return Asked(found, is_joined=True)
        job = self.store.jobs.add(
            NewJob(
                job_id=f"job_{secrets.token_hex(12)}",
                session_id=session.session_id,
                kind=TRANSCRIBE,
                media_id=media.media_id,
                request=order.model_dump(mode="json", exclude={"media_ids"}),
                key=key,
                owner=owner,
                after=self._arrival(media),
            )
        )
        self.queue.add(job)
        return Asked(self.store.jobs.get(job.job_id), is_joined=False)

    def _found(self, key: str, session_id: str, owner: str) -> JobRecord | None:
        """The newest equal job that the owner may have for their own."""
        for job in reversed(self.store.jobs.equal(key)):
            is_theirs = job.owner == owner or job.session_id == session_id
            if self._is_of_use(job) and (is_theirs or not is_alive(job.owner, owner)):
                return job
        return None

    def _is_of_use(self, job: JobRecord) -> bool:
        live = self.queue.live(job.job_id)
        if live is not None:
            return not live.is_cancelling
        if job.status != COMPLETED or job.ended_s is None or job.result is None:
            return False
        is_fresh = self.store.now_s() - job.ended_s <= _FRESH_S
        return is_fresh and all(Path(file["path"]).exists() for file in job.result["files"])

    def _adopt(self, job: JobRecord, owner: str) -> None:
        """Whoever asked for it first is gone, or is the same."""
        self.store.sessions.touch(job.session_id)
        if job.owner != owner and not is_alive(job.owner, owner):
            self.store.jobs.adopt(job.job_id, owner)
            self.store.sessions.adopt(job.session_id, owner)

    def _arrival(self, media: MediaRecord) -> tuple[str, ...]:
        """The job that fetches the recording, if it is not there yet."""
        if media.path is not None:
            return ()
        for job in self.store.jobs.of(media.session_id):
            if job.kind == FETCH and job.media_id == media.media_id and not job.has_ended:
                return (job.job_id,)
        raise MediaError(
            f"“{media.filename}” cannot be transcribed", "it has not arrived", "Fetch it again"
        )


def _silent(records: Sequence[MediaRecord]) -> NoAudioError:
    names = ", ".join(f"“{record.filename}”" for record in records)
    return NoAudioError(
        f"{names} cannot be transcribed", "there is no sound in it", "Choose a recording with sound"
    )

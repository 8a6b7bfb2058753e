"""What was said in the files of a session, as far as it or a session that it joined knows."""

from collections.abc import Iterator
from contextlib import suppress

from transcribe_video.backend.jobs.work import TRANSCRIBE
from transcribe_video.backend.store.jobs import COMPLETED
from transcribe_video.backend.store.media_files import MediaRecord
from transcribe_video.backend.store.store import Store
from transcribe_video.errors import GoneError
from transcribe_video.transcript.transcript import Transcript


def known_transcripts(store: Store, session_id: str) -> dict[str, Transcript]:
    """The transcript of each of a session's files that has one, by its ``media_id``."""
    kept = kept_as(store, session_id).items()
    found = ((media_id, store.transcripts.get(place)) for media_id, place in kept)
    return {media_id: transcript for media_id, transcript in found if transcript is not None}


def kept_as(store: Store, session_id: str) -> dict[str, str]:
    """Of each of a session's files that has a transcript, under which ``media_id`` it is kept.

    That is another one where the same file was transcribed in a session whose work was joined.
    """
    own = {summary.media_id for summary in store.transcripts.of(session_id)}
    found = {media_id: media_id for media_id in own}
    joined = [*_joined(store, session_id)]
    for file in store.media.of(session_id) if joined else ():
        for other in joined:
            if file.media_id not in own and other.is_same_as(file):
                found[file.media_id] = other.media_id
    return found


def _joined(store: Store, session_id: str) -> Iterator[MediaRecord]:
    """The files of other sessions that were transcribed by work that this one joined."""
    for job_id in store.turns.job_ids(session_id):
        with suppress(GoneError):
            job = store.jobs.get(job_id)
            is_done = job.kind == TRANSCRIBE and job.status == COMPLETED
            if is_done and job.session_id != session_id:
                yield store.media.get(job.media_id or "")

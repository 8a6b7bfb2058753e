"""Recordings on a timeline whose words are not known."""

from collections.abc import Iterable
from dataclasses import dataclass

from transcribe_video.backend.context import Context
from transcribe_video.backend.editing.sentences import Sentences
from transcribe_video.backend.editor.timeline import Clip
from transcribe_video.backend.jobs.work import TRANSCRIBE
from transcribe_video.backend.known_transcripts import kept_as
from transcribe_video.backend.store.jobs import CANCELLED, FAILED
from transcribe_video.backend.store.media_files import MediaRecord
from transcribe_video.wire.session import SessionView


@dataclass(frozen=True, slots=True)
class Unheard:
    """The recordings that are heard and have no transcript.

    Attributes:
        waiting: those that can be transcribed.
        lost: those for which that has failed or was stopped, or whose file is gone.
    """

    waiting: tuple[MediaRecord, ...] = ()
    lost: tuple[MediaRecord, ...] = ()

    @property
    def media_ids(self) -> tuple[str, ...]:
        """Of those that can be transcribed."""
        return tuple(one.media_id for one in self.waiting)

    def note(self, say: Sentences) -> str:
        """That what is said in some is not known, as a sentence; empty if there are none."""
        return say("unheard", names=named(self.lost, say)) if self.lost else ""


def unheard_in(context: Context, view: SessionView, clips: Iterable[Clip]) -> Unheard:
    """The recordings without a transcript of which these clips sound.

    Where no file has one, all can be transcribed: it is tried again.
    """
    store, session_id = context.store, view.session_id
    known = kept_as(store, session_id)
    heard = {clip.media_id for clip in clips if clip.kind != "image" and clip.volume > 0}
    missing = [
        one
        for one in store.media.of(session_id)
        if one.has_sound and one.media_id in heard and one.media_id not in known
    ]
    if not known:
        return Unheard(tuple(missing))
    jobs = [job for job in store.jobs.of(session_id) if job.kind == TRANSCRIBE]
    under_way = {job.media_id for job in jobs if not job.has_ended}
    ended = {job.media_id for job in jobs if job.status in {FAILED, CANCELLED}} - under_way
    lost = [one for one in missing if one.media_id in ended or not _is_there(one)]
    return Unheard(tuple(one for one in missing if one not in lost), tuple(lost))


def named(files: Iterable[MediaRecord], say: Sentences) -> str:
    """What files are called, as a list."""
    return say.list([f"“{file.filename}”" for file in files])


def _is_there(file: MediaRecord) -> bool:
    return file.path is not None and file.path.exists()

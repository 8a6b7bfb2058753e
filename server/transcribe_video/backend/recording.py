"""What is known of what was said in one recording of a session."""

from collections.abc import Sequence
from dataclasses import dataclass

from transcribe_video.backend.context import Context
from transcribe_video.backend.editing.reading import EDITED_NOTE, edited_transcript
from transcribe_video.backend.known_transcripts import kept_as
from transcribe_video.backend.store.gone import gone
from transcribe_video.errors import UsageError
from transcribe_video.timecode import milliseconds, seconds
from transcribe_video.transcript.segment import Segment
from transcribe_video.transcript.transcript import Transcript
from transcribe_video.wire.job import Job
from transcribe_video.wire.session import SessionView

_TRANSCRIBE = "transcribe"
_ENDS = {"failed": "its transcription failed", "cancelled": "its transcription was stopped"}


@dataclass(frozen=True, slots=True)
class Recording:
    """What was said in a recording.

    Attributes:
        media_id: the recording.
        name: what people call it.
        segments: the utterances; without words while it is being worked on.
        words: how many words there are in all.
        notes: what a reader should know, as sentences.
        is_partial: whether more is to come.
    """

    media_id: str
    name: str
    segments: tuple[Segment, ...]
    words: int
    language: str = ""
    duration_s: float = 0
    notes: tuple[str, ...] = ()
    is_partial: bool = False


def recording(context: Context, view: SessionView, media_id: str | None) -> Recording:
    """The recording of a session that is meant; without an id, the first that was transcribed.

    Raises:
        GoneError: there is no such recording in it.
        UsageError: it is not known what was said.
    """
    edited = _edited(context, view, media_id)
    if edited is not None:
        first, heard = edited
        return _finished(heard, first, heard.source, (*heard.notes, EDITED_NOTE))
    meant = _meant(context, view, media_id)
    transcript = context.store.transcripts.get(meant)
    if transcript is not None:
        notes = transcript.notes if media_id else (*transcript.notes, *_note(view, meant))
        return _finished(transcript, meant, _name(view, meant), notes)
    jobs = _jobs(view, meant)
    if jobs and not jobs[-1].has_ended:
        return _unfinished(context.board.view(jobs[-1].job_id), meant, _name(view, meant))
    raise _unknown(_name(view, meant), jobs)


def transcribed(
    context: Context, view: SessionView, media_id: str | None
) -> tuple[str, Transcript]:
    """The recording that is meant, and its finished transcript; raises as ``recording`` does.

    Without an id it is that of the edit, if there is one, together with the edit's first file.
    """
    edited = _edited(context, view, media_id)
    if edited is not None:
        return edited
    meant = _meant(context, view, media_id)
    transcript = context.store.transcripts.get(meant)
    if transcript is None:
        raise _unknown(_name(view, meant), _jobs(view, meant))
    return meant, transcript


def _edited(
    context: Context, view: SessionView, media_id: str | None
) -> tuple[str, Transcript] | None:
    """What is said in the edit, where that is meant: no recording is named."""
    return None if media_id else edited_transcript(context, view)


def _meant(context: Context, view: SessionView, media_id: str | None) -> str:
    """The recording that is named, where its transcript is kept; else the first."""
    if not media_id:
        return _first(view)
    check_in(view, media_id)
    return kept_as(context.store, view.session_id).get(media_id, media_id)


def _jobs(view: SessionView, media_id: str) -> list[Job]:
    """The transcriptions of a recording, the newest last."""
    return [job for job in view.jobs if job.kind == _TRANSCRIBE and job.media_id == media_id]


def check_in(view: SessionView, media_id: str) -> None:
    """Make sure that a file is one of this session's, or of work that it joined.

    Raises:
        GoneError: it is not.
    """
    known = {file.media_id for file in view.media} | {job.media_id for job in view.jobs}
    if media_id not in known:
        raise gone("file")


def _first(view: SessionView) -> str:
    if view.transcripts:
        return view.transcripts[0].media_id
    for job in view.jobs:
        if job.kind == _TRANSCRIBE and job.media_id is not None:
            return job.media_id
    if view.media:
        raise _unknown(view.media[0].filename, ())
    raise UsageError(
        "There is nothing to read yet", "the project is empty", "Add a video or a recording first"
    )


def _name(view: SessionView, media_id: str) -> str:
    names = {file.media_id: file.filename for file in view.media}
    others = {job.media_id: job.media_name for job in view.jobs}
    return names.get(media_id) or others.get(media_id) or "recording"


def _note(view: SessionView, media_id: str) -> tuple[str, ...]:
    """Which one it is, where several could have been meant."""
    count = len(view.transcripts)
    if count <= 1:
        return ()
    return (f"There are {count} transcripts in this project; this is “{_name(view, media_id)}”.",)


def _finished(
    transcript: Transcript, media_id: str, name: str, notes: tuple[str, ...]
) -> Recording:
    return Recording(
        media_id=media_id,
        name=name,
        segments=transcript.segments,
        words=sum(1 for _ in transcript.words),
        language=transcript.language,
        duration_s=seconds(transcript.duration_ms),
        notes=notes,
    )


def _unfinished(job: Job, media_id: str, name: str) -> Recording:
    segments = tuple(
        Segment(
            milliseconds(heard.start_s), milliseconds(heard.end_s), heard.text, (), heard.speaker
        )
        for heard in job.news
    )
    return Recording(
        media_id=media_id,
        name=name,
        segments=segments,
        words=sum(len(segment.text.split()) for segment in segments),
        duration_s=job.progress.total_s or 0,
        is_partial=True,
    )


def _unknown(name: str, jobs: Sequence[Job]) -> UsageError:
    why = "it has not been transcribed yet"
    if jobs:
        why = _ENDS.get(jobs[-1].status, "it is still being transcribed")
    remedy = "Transcribe it first" if not jobs or jobs[-1].has_ended else "Wait for it"
    return UsageError(f"It is not known yet what is said in “{name}”", why, remedy)

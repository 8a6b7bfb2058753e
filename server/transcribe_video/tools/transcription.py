"""The result of ``transcribe``, and how finished jobs become one."""

from collections.abc import Iterator, Sequence
from typing import Self

from pydantic import Field

from transcribe_video.timecode import clock, milliseconds
from transcribe_video.tools.answer import Answer
from transcribe_video.tools.documents import Document, found
from transcribe_video.tools.ending import failure_of, left_by, names_of
from transcribe_video.tools.quotation import Quoted, cut, one_line, said
from transcribe_video.tools.result import Result
from transcribe_video.transcript.language import language_of
from transcribe_video.wire.job import Job
from transcribe_video.wire.session import TranscriptSummary

LONGEST_PREVIEW = 6_000
_SHORTEST_PREVIEW = 500
_FEWEST_FILES = 10
_MOST_NOTES = 12
BEGINNING = "The preview is only the beginning; read_transcript gives all of it."
_FILES_CUT = "This list of files is cut short; the others lie beside their recordings."


class Transcription(Result):
    """What was said, and where it is written down."""

    media_id: str | None = None
    language: str = ""
    duration_s: float = 0
    words: int = 0
    preview: Quoted = ""
    files: list[Document] = Field(default=[])

    def shortened(self) -> Self | None:
        """With half the preview; then with half of the files' paths."""
        if len(self.preview) > _SHORTEST_PREVIEW:
            return self._with(BEGINNING, preview=cut(self.preview, len(self.preview) // 2))
        if len(self.files) > _FEWEST_FILES:
            return self._with(_FILES_CUT, files=self.files[: len(self.files) // 2])
        return None

    def _with(self, note: str, **changes: object) -> Self:
        notes = self.notes if any(note in one for one in self.notes) else [*self.notes, note]
        return self.model_copy(update={**changes, "notes": notes})


def transcribed(
    session_id: str,
    jobs: Sequence[Job],
    notes: Sequence[str],
    refused: int = 0,
    *,
    in_cloud: bool = False,
) -> Answer[Transcription]:
    """The answer once all jobs have ended; it looks whether the documents are there.

    Args:
        session_id: the project.
        jobs: one for each recording, in order.
        notes: what else is to be said.
        refused: how many more were named, of which nothing can be made.
        in_cloud: whether it was done there, which keeps nothing of what is cancelled.
    """
    outcomes = [_outcome(job) for job in jobs]
    done = [outcome for outcome in outcomes if outcome.status == "completed"]
    first = (done or outcomes)[0]
    result = first.model_copy(
        update={
            "session_id": session_id,
            "files": [file for outcome in outcomes for file in outcome.files],
            "notes": [note for note in (*notes, *_notes(jobs, outcomes)) if note][:_MOST_NOTES],
        }
    )
    if not done:
        return _without(result, jobs, in_cloud=in_cloud)
    return Answer(_sentence(jobs, done, result, refused), result, _body)


def _without(
    result: Transcription, jobs: Sequence[Job], *, in_cloud: bool
) -> Answer[Transcription]:
    """The answer when no recording became a document."""
    if result.status == "cancelled":
        sentence = f"{names_of(jobs)}: cancelled; {left_by(jobs[0].kind, in_cloud=in_cloud)}."
        return Answer(sentence, result)
    return Answer(str(failure_of(jobs[0])), result, is_error=True)


def _outcome(job: Job) -> Transcription:
    """What one job has come to."""
    ids = Transcription(session_id=job.session_id, job_id=job.job_id, media_id=job.media_id)
    if job.status == "cancelled":
        return ids.model_copy(update={"status": "cancelled"})
    if job.status != "completed" or job.result is None:
        return ids.model_copy(update={"status": "failed"})
    summary = TranscriptSummary.model_validate(job.result)
    files, missing = found(summary.files)
    if missing and not files:
        return ids.model_copy(update={"status": "failed", "notes": [_gone(missing)]})
    return ids.model_copy(
        update={
            "status": "completed",
            "language": summary.language,
            "duration_s": summary.duration_s,
            "words": summary.words,
            "preview": summary.preview[:LONGEST_PREVIEW],
            "files": files,
            "notes": [*summary.notes, *([_gone(missing)] if missing else [])],
        }
    )


def _gone(paths: Sequence[str]) -> str:
    named = ", ".join(f"“{one_line(path)}”" for path in paths[:3])
    return f"{named} was written and is not there any more; call export to write it again."


def _notes(jobs: Sequence[Job], outcomes: Sequence[Transcription]) -> Iterator[str]:
    """What is to be said of each, by name if there are several."""
    for job, outcome in zip(jobs, outcomes, strict=True):
        lead = f"{one_line(job.media_name)}: " if len(jobs) > 1 else ""
        if outcome.status == "failed" and not outcome.notes:
            yield str(failure_of(job)) if len(jobs) > 1 else ""
        elif outcome.status == "cancelled" and len(jobs) > 1:
            yield f"{lead}cancelled."
        elif outcome.status == "completed" and not outcome.words:
            yield f"{lead}{_silence(outcome.files)}"
        yield from (f"{lead}{note}" for note in outcome.notes)
        if outcome.preview.endswith("…"):
            yield f"{lead}{BEGINNING}"


def _silence(files: Sequence[Document]) -> str:
    """What is to be said of a recording in which nobody speaks."""
    if not any(file.is_empty for file in files):
        return "no speech was found in it, and its documents say so."
    others = ", and its other documents say so" if not all(f.is_empty for f in files) else ""
    return f"no speech was found in it: its subtitle file is empty{others}."


def _sentence(
    jobs: Sequence[Job], done: Sequence[Transcription], result: Transcription, refused: int
) -> str:
    named = len(jobs) + refused
    if named > 1:
        return f"{len(done)} of {named} recordings became documents."
    return became(names_of(jobs), result.language, result.duration_s, result.words)


def became(names: str, language: str, duration_s: float, words: int) -> str:
    """The sentence for a recording that became a document.

    Args:
        names: as they stand in a sentence.
        language: its code; empty if nothing was said.
        duration_s: how long the recording is.
        words: how many there are.
    """
    spoken = f"{language_of(language).name}, " if language else ""
    counted = f"{words:,} word{'' if words == 1 else 's'}"
    return f"{names} became a document: {spoken}{clock(milliseconds(duration_s))} long, {counted}."


def _body(result: Transcription) -> Iterator[str]:
    yield from (file.line for file in result.files)
    if result.preview:
        yield said(result.preview)

"""Transcripts: what was said in the media of sessions."""

import json
from collections.abc import Callable, Sequence

from transcribe_video.records import Records
from transcribe_video.timecode import seconds
from transcribe_video.transcript.data import transcript_data, transcript_of
from transcribe_video.transcript.preview import preview_of
from transcribe_video.transcript.transcript import Transcript
from transcribe_video.wire.notation import json_text
from transcribe_video.wire.session import TranscriptSummary
from transcribe_video.wire.transcript import DocumentFile

_KEEP = "INSERT OR REPLACE INTO transcript VALUES (?, ?, ?, ?, ?, ?)"


class Transcripts:
    """The finished transcripts, one for each file.

    Args:
        records: where they are written.
        clock: seconds since 1970.
    """

    def __init__(self, records: Records, clock: Callable[[], float]) -> None:
        self._records, self._clock = records, clock

    def keep(
        self,
        media_id: str,
        job_id: str,
        transcript: Transcript,
        files: Sequence[DocumentFile] = (),
        notes: Sequence[str] = (),
    ) -> TranscriptSummary:
        """Write down what was said in a file, instead of what was known of it before.

        Args:
            media_id: the file; one whose session is gone is left out.
            job_id: the job that found it.
            transcript: what was said.
            files: the documents that were written.
            notes: what a person should know beyond the transcript's own notes.
        """
        summary = summary_of(media_id, transcript, files, notes)
        said = json_text(transcript_data(transcript))
        with self._records.transaction():
            whose = "SELECT session_id FROM media WHERE media_id = ?"
            row = self._records.row(whose, (media_id,))
            if row is not None:
                about = _written(summary)
                values = (media_id, row["session_id"], job_id, said, about, self._clock())
                self._records.write(_KEEP, values)
        return summary

    def add_files(self, media_id: str, files: Sequence[DocumentFile]) -> None:
        """More documents were written; one at the same place as another stands for it."""
        with self._records.transaction():
            row = self._records.row("SELECT * FROM transcript WHERE media_id = ?", (media_id,))
            if row is None:
                return
            summary = TranscriptSummary.model_validate(json.loads(row["summary"]))
            known = {file.path: file for file in (*summary.files, *files)}
            changed = summary.model_copy(update={"files": list(known.values())})
            statement = "UPDATE transcript SET summary = ? WHERE media_id = ?"
            self._records.write(statement, (_written(changed), media_id))

    def get(self, media_id: str) -> Transcript | None:
        """What was said in a file; None if it is not known (yet)."""
        row = self._records.row("SELECT said FROM transcript WHERE media_id = ?", (media_id,))
        return None if row is None else transcript_of(json.loads(row["said"]))

    def of(self, session_id: str) -> tuple[TranscriptSummary, ...]:
        """What is known of a session's transcripts, in the order of its files."""
        rows = self._records.rows(
            "SELECT summary FROM transcript JOIN media USING (media_id)"
            " WHERE transcript.session_id = ? ORDER BY media.number",
            (session_id,),
        )
        return tuple(TranscriptSummary.model_validate(json.loads(row["summary"])) for row in rows)


def _written(summary: TranscriptSummary) -> str:
    """A path may hold bytes that are no text; these are escaped."""
    return json_text(summary.model_dump(mode="json"))


def summary_of(
    media_id: str,
    transcript: Transcript,
    files: Sequence[DocumentFile] = (),
    notes: Sequence[str] = (),
) -> TranscriptSummary:
    """What the wire says of a finished transcript."""
    return TranscriptSummary(
        media_id=media_id,
        language=transcript.language,
        duration_s=seconds(transcript.duration_ms),
        words=sum(1 for _ in transcript.words),
        preview=preview_of(transcript),
        files=list(files),
        notes=[*transcript.notes, *notes],
    )

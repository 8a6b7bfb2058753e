"""Transcripts that came from the cloud."""

from collections.abc import Mapping
from typing import Any

from transcribe_video.cloud.records.rows import Rows
from transcribe_video.wire.notation import json_text, read_json
from transcribe_video.wire.session import TranscriptSummary

_INSERT = "INSERT OR REPLACE INTO transcript VALUES (?, ?, ?, ?, ?)"


class Transcripts:
    """What was said in the files of one host's sessions.

    Args:
        rows: where it is written.
    """

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    def keep(self, session_id: str, said: Mapping[str, Any], summary: TranscriptSummary) -> None:
        """A file's transcript is there; one that it had is replaced.

        Args:
            session_id: where the file is.
            said: the transcript, as JSON has it.
            summary: what the wire says of it, with the file's id.
        """
        ids = (self._rows.api_url, summary.media_id, session_id)
        self._rows.write(_INSERT, (*ids, json_text(said), summary.model_dump_json()))

    def get(self, media_id: str) -> dict[str, Any] | None:
        """A file's transcript, as it was given to ``keep``; None if it has none."""
        found = "SELECT said FROM transcript WHERE api_url = ? AND media_id = ?"
        row = self._rows.row(found, (self._rows.api_url, media_id))
        if row is None:
            return None
        said: Any = read_json(row["said"])
        return dict(said)

    def of(self, session_id: str) -> tuple[TranscriptSummary, ...]:
        """What the wire says of a session's transcripts, in the order of the files' ids."""
        found = "SELECT summary FROM transcript WHERE api_url = ? AND session_id = ?"
        rows = self._rows.rows(found, (self._rows.api_url, session_id))
        return tuple(TranscriptSummary.model_validate_json(row["summary"]) for row in rows)

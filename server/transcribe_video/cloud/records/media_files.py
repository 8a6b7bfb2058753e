"""The files that were brought into sessions of the cloud."""

import os
import secrets
from dataclasses import dataclass
from pathlib import Path

from transcribe_video.cloud.records.gone import gone
from transcribe_video.cloud.records.rows import Rows
from transcribe_video.records import Row
from transcribe_video.wire.upload import UploadedFile

_INSERT = (
    "INSERT INTO media (api_url, media_id, session_id, filename, file_type, cdn_url, duration_s,"
    " width, height, bytes, path) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
)
_FILL = (
    "UPDATE media SET cdn_url = coalesce(?, cdn_url), duration_s = coalesce(?, duration_s),"
    " width = coalesce(?, width), height = coalesce(?, height) WHERE api_url = ? AND media_id = ?"
)


@dataclass(frozen=True, slots=True)
class CloudMedia:
    """One file.

    Attributes:
        media_id: ours: the cloud has none.
        cdn_url: where the cloud keeps it.
        path: where it lies on this machine, if it came from here.
    """

    media_id: str
    session_id: str
    filename: str
    file_type: str
    cdn_url: str | None
    duration_s: float | None
    width: int | None
    height: int | None
    bytes: int | None
    path: Path | None

    @property
    def uploaded(self) -> UploadedFile:
        """The file as the wire has it."""
        return UploadedFile(
            filename=self.filename,
            file_type=self.file_type,
            media_id=self.media_id,
            cdn_url=self.cdn_url,
            duration=self.duration_s,
            width=self.width,
            height=self.height,
            path=None if self.path is None else str(self.path),
            bytes=self.bytes,
        )


class MediaFiles:
    """The files of one host's sessions.

    Args:
        rows: where they are written.
    """

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    def add(self, session_id: str, file: UploadedFile, path: Path | None = None) -> CloudMedia:
        """A file that the cloud has received, or is being sent."""
        media_id = f"media_{secrets.token_hex(12)}"
        facts = (file.filename, file.file_type, file.cdn_url, file.duration, file.width)
        place = (file.height, file.bytes, None if path is None else os.fsencode(path))
        with self._rows.transaction():
            self._rows.write(_INSERT, (self._rows.api_url, media_id, session_id, *facts, *place))
            return self.get(media_id)

    def fill(self, media_id: str, file: UploadedFile) -> None:
        """The cloud tells more of a file, now that it has all of it; what it leaves out stays."""
        facts = (file.cdn_url, file.duration, file.width, file.height)
        self._rows.write(_FILL, (*facts, self._rows.api_url, media_id))

    def remove(self, media_id: str) -> None:
        """It did not arrive; nothing if there is no such file."""
        statement = "DELETE FROM media WHERE api_url = ? AND media_id = ?"
        self._rows.write(statement, (self._rows.api_url, media_id))

    def get(self, media_id: str) -> CloudMedia:
        """The file with this id.

        Raises:
            GoneError: there is none.
        """
        found = "SELECT * FROM media WHERE api_url = ? AND media_id = ?"
        row = self._rows.row(found, (self._rows.api_url, media_id))
        if row is None:
            raise gone("file")
        return _media(row)

    def of(self, session_id: str) -> tuple[CloudMedia, ...]:
        """The files of a session, in the order in which they came."""
        found = "SELECT * FROM media WHERE api_url = ? AND session_id = ? ORDER BY number"
        rows = self._rows.rows(found, (self._rows.api_url, session_id))
        return tuple(_media(row) for row in rows)


def _media(row: Row) -> CloudMedia:
    fields = {name: row[name] for name in row.keys() if name not in {"number", "api_url"}}  # noqa: SIM118
    path = row["path"]
    return CloudMedia(**{**fields, "path": None if path is None else Path(os.fsdecode(path))})

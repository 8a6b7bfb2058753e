"""Media: the files of sessions."""

import json
import os
import secrets
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from transcribe_video.backend.media_facts import MediaFacts, facts_of
from transcribe_video.backend.store.gone import gone
from transcribe_video.backend.store.sessions import Sessions
from transcribe_video.records import Records, Row
from transcribe_video.refusal import refusal

_INSERT = (
    "INSERT INTO media (media_id, session_id, filename, url, path, bytes, sha256, is_ours, facts,"
    " created_s) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
)
_FILL = (
    "UPDATE media SET filename = ?, path = ?, bytes = ?, sha256 = ?, is_ours = ?, facts = ?"
    " WHERE media_id = ?"
)


@dataclass(frozen=True, slots=True)
class MediaPlace:
    """Where a file lies.

    Attributes:
        path: absolute.
        bytes: its size.
        sha256: of its content, in hexadecimal digits, if it was read on its way in.
        is_ours: whether it lies in the session's folder; else it is the user's own.
    """

    path: Path
    bytes: int
    sha256: str | None = None
    is_ours: bool = False


@dataclass(frozen=True, slots=True)
class MediaRecord:
    """One file of a session.

    Attributes:
        filename: what people call it.
        path: None while it is being fetched.
        is_ours: whether it lies in the session's folder; else it is the user's own.
        url: where it is fetched from.
        facts: what is in it.
    """

    media_id: str
    session_id: str
    filename: str
    path: Path | None
    is_ours: bool
    url: str | None
    bytes: int
    sha256: str | None
    facts: MediaFacts
    created_s: float

    def is_same_as(self, other: "MediaRecord") -> bool:
        """Whether it is the same recording, as far as can be told without reading it."""
        if self.sha256 and other.sha256:
            return self.sha256 == other.sha256
        return self.path is not None and (self.path, self.bytes) == (other.path, other.bytes)

    @property
    def file_type(self) -> str:
        """``video``, ``audio`` or ``image``."""
        return self.facts.file_type

    @property
    def duration_ms(self) -> int | None:
        """Its length; None for pictures, and where nothing tells."""
        return self.facts.duration_ms

    @property
    def width(self) -> int | None:
        """Pixels as shown."""
        return self.facts.width

    @property
    def height(self) -> int | None:
        """Pixels as shown."""
        return self.facts.height

    @property
    def fps(self) -> float | None:
        """Frames in a second."""
        return self.facts.fps

    @property
    def has_sound(self) -> bool:
        """Whether there is sound that can be read, or may be: a file that is still to come."""
        return self.facts.has_sound

    @property
    def notes(self) -> tuple[str, ...]:
        """What a person should know, as sentences."""
        return self.facts.notes


class MediaFiles:
    """The files of all sessions.

    Args:
        records: where they are written.
        sessions: whose they are.
        clock: seconds since 1970.
    """

    def __init__(self, records: Records, sessions: Sessions, clock: Callable[[], float]) -> None:
        self._records, self._sessions, self._clock = records, sessions, clock

    def folder(self, session_id: str) -> Path:
        """The folder for files of ours, made if it is not there, its owner's only.

        Raises:
            GoneError: there is no such session.
            StorageError: the system refuses.
        """
        try:
            return self._sessions.folder(session_id)
        except OSError as error:
            what = "The project's files cannot be kept"
            raise refusal(what, error, "set TRANSCRIBE_VIDEO_HOME to another folder") from error

    def add(
        self, session_id: str, filename: str, place: MediaPlace, facts: MediaFacts
    ) -> MediaRecord:
        """A file joins a session, which is called after its first file from then on.

        Raises:
            GoneError: there is no such session.
        """
        return self._insert(session_id, filename, None, place, facts)

    def expect(self, session_id: str, filename: str, url: str) -> MediaRecord:
        """A file is on its way into a session.

        Raises:
            GoneError: there is no such session.
        """
        return self._insert(session_id, filename, url, None, MediaFacts())

    def fill(
        self, media_id: str, filename: str, place: MediaPlace, facts: MediaFacts
    ) -> MediaRecord:
        """A file that was on its way has come.

        Raises:
            GoneError: nobody waits for it any more.
        """
        name = shown(filename)
        values = (name, os.fsencode(place.path), place.bytes, place.sha256, place.is_ours)
        with self._records.transaction():
            self._records.write(_FILL, (*values, json.dumps(facts.data()), media_id))
            return self.get(media_id)

    def get(self, media_id: str) -> MediaRecord:
        """The file with this id.

        Raises:
            GoneError: there is none.
        """
        row = self._records.row("SELECT * FROM media WHERE media_id = ?", (media_id,))
        if row is None:
            raise gone("file")
        return _media(row)

    def of(self, session_id: str) -> tuple[MediaRecord, ...]:
        """The files of a session, in the order in which they came."""
        rows = self._records.rows(
            "SELECT * FROM media WHERE session_id = ? ORDER BY number", (session_id,)
        )
        return tuple(_media(row) for row in rows)

    def kept_names(self) -> frozenset[tuple[str, str]]:
        """All files in the folders of sessions, each by the names of its folder and its own."""
        rows = self._records.rows("SELECT path FROM media WHERE is_ours AND path IS NOT NULL")
        paths = (Path(os.fsdecode(row["path"])) for row in rows)
        return frozenset((path.parent.name, path.name) for path in paths)

    def drop(self, media_id: str) -> None:
        """Forget a file; nothing is removed from the disk."""
        self._records.write("DELETE FROM media WHERE media_id = ?", (media_id,))

    def _insert(
        self,
        session_id: str,
        filename: str,
        url: str | None,
        place: MediaPlace | None,
        facts: MediaFacts,
    ) -> MediaRecord:
        media_id, name = f"media_{secrets.token_hex(12)}", shown(filename)
        path = os.fsencode(place.path) if place else None
        lies = (path, place.bytes if place else 0, place.sha256 if place else None)
        is_ours = place.is_ours if place else True
        values = (media_id, session_id, name, url, *lies, is_ours, json.dumps(facts.data()))
        with self._records.transaction():
            is_first = not self.of(session_id)
            self._sessions.touch(session_id)
            if is_first and self._sessions.get(session_id).name == "project":
                self._sessions.rename(session_id, name)
            self._records.write(_INSERT, (*values, self._clock()))
            return self.get(media_id)


def shown(filename: str) -> str:
    """The name as text: a byte that is none is shown as “�”."""
    return "".join(
        "\N{REPLACEMENT CHARACTER}" if "\ud800" <= c <= "\udfff" else c for c in filename
    )


def _media(row: Row) -> MediaRecord:
    return MediaRecord(
        media_id=row["media_id"],
        session_id=row["session_id"],
        filename=row["filename"],
        path=None if row["path"] is None else Path(os.fsdecode(row["path"])),
        is_ours=bool(row["is_ours"]),
        url=row["url"],
        bytes=row["bytes"],
        sha256=row["sha256"],
        facts=facts_of(json.loads(row["facts"])),
        created_s=row["created_s"],
    )

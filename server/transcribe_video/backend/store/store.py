"""All that the backend remembers, behind one door."""

import time
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

from transcribe_video.backend.store.claims import Claims
from transcribe_video.backend.store.exports import Exports
from transcribe_video.backend.store.jobs import Jobs
from transcribe_video.backend.store.media_files import MediaFiles
from transcribe_video.backend.store.revisions import Revisions
from transcribe_video.backend.store.schema import SCHEMA
from transcribe_video.backend.store.sessions import Sessions
from transcribe_video.backend.store.transcripts import Transcripts
from transcribe_video.backend.store.turns import Turns
from transcribe_video.records import Records


class Store:
    """The store of one home; every method of its parts is short, whole and for any thread.

    Args:
        home: holds ``backend.sqlite3`` and ``media/<session_id>/``.
        clock: seconds since 1970.

    Attributes:
        sessions: projects.
        media: their files.
        jobs: work that takes time.
        transcripts: what was said in the files.
        turns: what a person said, and what came of it.
        claims: tokens with which a browser opens one session.
        exports: videos that were delivered.
        revisions: timelines that edits have made.

    Raises:
        StorageError: the disk refuses; any method may raise it.
    """

    def __init__(self, home: Path, clock: Callable[[], float] = time.time) -> None:
        self._records = Records(home / "backend.sqlite3", SCHEMA, "What the backend knows")
        self.sessions = Sessions(self._records, home / "media", clock)
        self.media = MediaFiles(self._records, self.sessions, clock)
        self.jobs = Jobs(self._records, clock)
        self.transcripts = Transcripts(self._records, clock)
        self.turns = Turns(self._records, self.jobs, self.media)
        self.claims = Claims(self._records, self.sessions, clock)
        self.exports = Exports(self._records)
        self.revisions = Revisions(self._records, clock)
        self.now_s = clock

    def transaction(self) -> AbstractContextManager[None]:
        """What several methods change in the block is kept together, or not at all."""
        return self._records.transaction()

    def close(self) -> None:
        """Let go of the file."""
        self._records.close()

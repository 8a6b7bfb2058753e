"""All that this machine remembers of one host of the cloud, behind one door."""

import time
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

from transcribe_video.cloud.records.jobs import Jobs
from transcribe_video.cloud.records.media_files import MediaFiles
from transcribe_video.cloud.records.rows import Rows
from transcribe_video.cloud.records.sessions import Sessions
from transcribe_video.cloud.records.transcripts import Transcripts


class Archive:
    """The records of one host; every method of its parts is short, whole and for any thread.

    Args:
        home: holds ``cloud.sqlite3``.
        api_url: the host; what belongs to another one is neither seen nor touched.
        clock: seconds since 1970.

    Attributes:
        sessions: projects.
        media: their files.
        jobs: work that takes time.
        transcripts: what was said in the files.

    Raises:
        StorageError: the disk refuses; any method may raise it.
    """

    def __init__(self, home: Path, api_url: str, clock: Callable[[], float] = time.time) -> None:
        self._rows = Rows(home, api_url)
        self.sessions = Sessions(self._rows, clock)
        self.media = MediaFiles(self._rows)
        self.jobs = Jobs(self._rows, clock)
        self.transcripts = Transcripts(self._rows)
        self.now_s = clock

    def transaction(self) -> AbstractContextManager[None]:
        """What several methods change in the block is kept together, or not at all."""
        return self._rows.transaction()

    def close(self) -> None:
        """Let go of the file."""
        self._rows.close()

"""Where a video goes, so that nobody's file is lost."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import file_digest
from itertools import count
from pathlib import Path
from stat import S_ISREG

from transcribe_video.backend.store.exports import Exports
from transcribe_video.documents.disk import DRAFT_PREFIX, Disk, settle
from transcribe_video.errors import StorageError, UsageError
from transcribe_video.refusal import refusal

SUFFIX = ".mp4"
_DRAFT_SUFFIX = ".part.mp4"


@dataclass(frozen=True, slots=True)
class ExportPlace:
    """A name for a video that is wanted.

    Attributes:
        folder: where.
        stem: its name without number and suffix.
    """

    folder: Path
    stem: str

    def draft(self, job_id: str) -> Path:
        """Where a job's video lies until it has its name."""
        return self.folder / f"{DRAFT_PREFIX}{job_id}{_DRAFT_SUFFIX}"

    def make(self) -> None:
        """Make the folder if it is not there.

        Raises:
            UsageError: a file is there.
            StorageError: the system refuses.
        """
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
        except (FileExistsError, NotADirectoryError) as error:
            raise UsageError(
                f"The video cannot be written into “{self.folder}”",
                "a file is there, not a folder",
                "Choose a folder",
            ) from error
        except OSError as error:
            raise _refused(self.folder, error) from error

    def paths(self) -> Iterator[Path]:
        """The names that will do, the best first."""
        for number in count(1):
            counter = f" ({number})" if number > 1 else ""
            yield self.folder / f"{self.stem}{counter}{SUFFIX}"


def deliver(
    draft: Path, place: ExportPlace, exports: Exports, source: str, session_id: str
) -> Path:
    """Give a finished video its name, and say which.

    A file that is there is replaced only if this program delivered it, made of the same, and it
    is unchanged since; else the video gets the next free number.

    Args:
        draft: the video, in the folder where it goes.
        place: where it goes.
        exports: what was delivered before.
        source: what it is made of.
        session_id: whose it is.

    Raises:
        StorageError: the system refuses.
    """
    try:
        digest = _digest(draft)
        assert digest is not None
        for path in place.paths():
            known = exports.digest(path, source)
            is_ours = known is not None and known == _digest(path)
            if is_ours or not os.path.lexists(path):
                exports.note(path, source, session_id, digest)
                if _is_named(draft, path, replaces=is_ours):
                    settle(place.folder)
                    return path
    except OSError as error:
        raise _refused(place.folder, error) from error
    raise AssertionError


def _is_named(draft: Path, path: Path, *, replaces: bool) -> bool:
    disk = Disk()
    try:
        if replaces:
            disk.replace(draft, path)
        else:
            disk.create(draft, path)
            draft.unlink(missing_ok=True)
    except (FileExistsError, PermissionError):  # taken meanwhile; open in a player, on Windows
        return False
    return True


def _digest(path: Path) -> str | None:
    """The SHA-256 of a regular file; None if it is none, or cannot be read."""
    try:
        if not S_ISREG(path.lstat().st_mode):
            return None
        with path.open("rb") as file:
            return file_digest(file, "sha256").hexdigest()
    except OSError:
        return None


def _refused(folder: Path, error: OSError) -> StorageError:
    what = f"The video cannot be written into “{folder}”"
    return refusal(what, error, "choose another folder")

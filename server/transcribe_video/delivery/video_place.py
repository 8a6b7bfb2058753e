"""Where a video goes, so that nobody's file is lost."""

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import Protocol

from transcribe_video.delivery.folder import folder_without_source, is_writable
from transcribe_video.documents.disk import DRAFT_PREFIX, Disk
from transcribe_video.documents.file_name import document_name
from transcribe_video.durable import digest_of, settle
from transcribe_video.errors import StorageError, UsageError
from transcribe_video.refusal import refusal

SUFFIX = ".mp4"
_DRAFT_SUFFIX = ".part.mp4"


class Exports(Protocol):
    """Knows what this program delivered where, from what."""

    def digest(self, path: Path, source: str) -> str | None:
        """SHA-256 of what was delivered there from this source; None if nothing was."""
        ...

    def note(self, path: Path, source: str, session_id: str, sha256: str) -> None:
        """A video with this content is being delivered there."""
        ...


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


def place_for(
    wanted: str | None,
    sources: Sequence[Path],
    name: str,
    downloads: Path,
    home: Path,
    *,
    is_edited: bool = False,
) -> ExportPlace:
    """The place for a video: the wanted one, else beside its first source, else the downloads.

    Args:
        wanted: a whole path: a file or an existing folder; or the name of a file alone; None
            leaves it open.
        sources: the user's own files that it is made of.
        name: what it is made of, if no file of the user's.
        downloads: the user's folder for what comes from elsewhere.
        home: the folder of this program, where it goes if it cannot go there either.
        is_edited: whether somebody edited it, and its name says so.

    Raises:
        StorageError: it can go nowhere.
    """
    kind = "edited" if is_edited else "export"
    stem = f"{document_name(Path(sources[0].name if sources else name), '', 1)} ({kind})"
    if wanted is not None and not is_name_alone(wanted):
        return _named(Path(wanted), stem)
    stem = stem if wanted is None else Path(wanted).stem
    if sources and is_writable(sources[0].parent):
        return ExportPlace(sources[0].parent, stem)
    try:
        return ExportPlace(folder_without_source(downloads, home), stem)
    except OSError as error:
        what = f"The video cannot be written into “{home / 'documents'}”"
        raise refusal(what, error, "choose another folder") from error


def deliver(
    draft: Path, place: ExportPlace, exports: Exports, source: str, session_id: str
) -> Path:
    """Give a finished video its name, and say which.

    No file that is there is replaced: the video gets the next free number, or it is the very
    same that this program delivered there before, made of the same.

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
        digest = digest_of(draft)
        assert digest is not None
        for path in place.paths():
            if os.path.lexists(path):
                if exports.digest(path, source) == digest == digest_of(path):
                    draft.unlink()
                    return path
                continue
            exports.note(path, source, session_id, digest)
            if _is_named(draft, path):
                settle(place.folder)
                return path
    except OSError as error:
        raise _refused(place.folder, error) from error
    raise AssertionError


def is_name_alone(wanted: str) -> bool:
    """Whether it is what a video shall be called, and tells no folder."""
    path = Path(wanted)
    return path.name == wanted and path.suffix.lower() == SUFFIX and not {*wanted} & {*"\\\0"}


def _named(wanted: Path, stem: str) -> ExportPlace:
    if wanted.is_dir():
        return ExportPlace(wanted, stem)
    is_suffixed = wanted.suffix.lower() == SUFFIX
    return ExportPlace(wanted.parent, wanted.stem if is_suffixed else wanted.name)


def _is_named(draft: Path, path: Path) -> bool:
    try:
        Disk().create(draft, path)
        draft.unlink(missing_ok=True)
    except FileExistsError:  # taken meanwhile
        return False
    return True


def _refused(folder: Path, error: OSError) -> StorageError:
    what = f"The video cannot be written into “{folder}”"
    return refusal(what, error, "choose another folder")

"""Where documents are put, so that nobody's file is lost."""

import errno
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from transcribe_video.documents.delivery import Delivery
from transcribe_video.documents.disk import Disk, storage_error
from transcribe_video.documents.record import Record
from transcribe_video.errors import UsageError
from transcribe_video.privacy import make_private

# What a system says of a folder that is not writable, or is not there any more.
_NOT_WRITABLE = frozenset({errno.EACCES, errno.EPERM, errno.EROFS, errno.ENOENT, errno.ENOTDIR})


@dataclass(frozen=True, slots=True)
class Placement:
    """Where the documents of one recording are.

    Attributes:
        paths: absolute, in the order in which the documents were given.
        instead_of: the folder they should have gone to and could not; ``None`` if they did.
    """

    paths: tuple[Path, ...]
    instead_of: Path | None = None


@dataclass(frozen=True, slots=True)
class _Given:
    source: Path
    name: str
    contents: Mapping[str, bytes]
    keeps_earlier: bool


class Shelf:
    """Puts documents on disk, beside their recording or where a person says.

    An existing file is overwritten only if this program wrote it, from the same recording, and it
    is unchanged since; else all documents get the next free number: ``interview (2).docx``,
    ``interview (2).txt``. A document appears whole or not at all, also when the program is killed,
    and several processes may share a shelf.

    Args:
        home: the folder that holds the record of what was written.
        disk: the system calls that give a document its name.
    """

    def __init__(self, home: Path, disk: Disk | None = None) -> None:
        self._own_folder = (home / "documents").absolute()
        self._record = Record(home / "documents.sqlite3")
        self._disk = disk or Disk()

    def place(
        self,
        source: Path,
        contents: Mapping[str, bytes],
        folder: Path | None = None,
        name: str | None = None,
        *,
        keeps_earlier: bool = False,
    ) -> Placement:
        """Write the documents of one recording.

        Args:
            source: the recording.
            contents: each document's bytes by its suffix (``".docx"``).
            folder: where they go, made if it is not there; ``None`` is the recording's own folder
                or, if that may not be written to, a folder of this program.
            name: what the recording is called, if not as its file.
            keeps_earlier: whether what was written before with other content stays, as another
                edit's does.

        Raises:
            UsageError: ``folder`` is not a folder.
            StorageError: the disk is full, or the folder may not be written to.
        """
        given = _Given(source, name or source.name, contents, keeps_earlier)
        if folder is not None:
            return Placement(self._put_into_made(folder.absolute(), given))
        beside = source.absolute().parent
        try:
            return Placement(self._put(beside, given))
        except OSError as error:
            if error.errno not in _NOT_WRITABLE:
                raise storage_error(beside, error) from error
        return Placement(self._put_into_made(self._own_folder, given), beside)

    def _put(self, folder: Path, given: _Given) -> tuple[Path, ...]:
        delivery = Delivery(self._record, self._disk, given.source, folder, given.name)
        return delivery.deliver(given.contents, keeps_earlier=given.keeps_earlier)

    def _put_into_made(self, folder: Path, given: _Given) -> tuple[Path, ...]:
        try:
            if folder == self._own_folder:
                make_private(folder.parent)
            folder.mkdir(parents=True, exist_ok=True)
            return self._put(folder, given)
        except (FileExistsError, NotADirectoryError) as error:
            raise UsageError(
                f"Documents cannot be written into “{folder}”",
                "a file is there, not a folder",
                "Choose a folder",
            ) from error
        except OSError as error:
            raise storage_error(folder, error) from error

"""The steps by which content reaches a disk, none of which can destroy someone else's file."""

import errno
import os
import secrets
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from transcribe_video.errors import StorageError
from transcribe_video.refusal import refusal

DRAFT_PREFIX, DRAFT_SUFFIX = ".transcribe-video-to-text-", ".part"
ABANDONED_S = 3_600  # a draft lives for moments: an older one is a killed run's

# How systems say that a file system has no hard links.
_NO_LINKS = frozenset(
    {errno.EPERM, errno.EACCES, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS, errno.EINVAL}
)


def storage_error(folder: Path, error: OSError) -> StorageError:
    """The system's refusal in words that a person can act on."""
    what = f"Documents cannot be written into “{folder}”"
    return refusal(what, error, "choose another folder")


@dataclass(frozen=True, slots=True)
class Disk:
    """The two system calls that give a file its name.

    Attributes:
        link: gives a file one more name, and fails if that name is taken.
        replace: moves a file onto a name, whoever has it, in one step.
    """

    link: Callable[[Path, Path], None] = os.link
    replace: Callable[[Path, Path], None] = os.replace

    def create(self, draft: Path, path: Path) -> None:
        """Give the draft its name.

        Raises:
            FileExistsError: the name is taken; what has it is untouched.
        """
        try:
            self.link(draft, path)
        except FileExistsError:
            raise
        except OSError as error:
            if error.errno not in _NO_LINKS:
                raise
            self._create_reserved(draft, path)

    def _create_reserved(self, draft: Path, path: Path) -> None:
        """Without hard links: take the name with an empty file, then move the draft onto it."""
        path.open("xb").close()
        try:
            self.replace(draft, path)
        except BaseException:
            path.unlink()
            raise


@contextmanager
def drafts(folder: Path, contents: Mapping[str, bytes]) -> Iterator[dict[str, Path]]:
    """Each content whole and safe on the disk under a name of no meaning, until the block ends."""
    _sweep(folder)
    made: dict[str, Path] = {}
    try:
        for key, content in contents.items():
            made[key] = folder / f"{DRAFT_PREFIX}{secrets.token_hex(8)}{DRAFT_SUFFIX}"
            _write(made[key], content)
        yield made
    finally:
        for draft in made.values():
            draft.unlink(missing_ok=True)


def _write(path: Path, content: bytes) -> None:
    with path.open("xb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _sweep(folder: Path) -> None:
    """Remove what killed runs left."""
    oldest_s = time.time() - ABANDONED_S
    for draft in folder.glob(f"{DRAFT_PREFIX}*{DRAFT_SUFFIX}"):
        with suppress(OSError):
            if draft.lstat().st_mtime < oldest_s:
                draft.unlink()

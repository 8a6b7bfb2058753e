"""Who does a job: a process of this machine, which holds a lock for as long as it lives."""

import os
import re
import secrets
from contextlib import suppress
from pathlib import Path

from filelock import FileLock, Timeout

from transcribe_video.privacy import make_private
from transcribe_video.refusal import refusal

_NAME = re.compile(r"\d{1,20}-[0-9a-f]{16}")


class Owner:
    """This process, as far as the jobs of the cloud are concerned.

    A number alone would not do: the system gives it to another process one day. The lock ends
    with its process, however that ends, on every system.

    Args:
        home: holds the folder of the locks.

    Attributes:
        name: ``<pid>-<hex>``, as it stands with a job.

    Raises:
        StorageError: the lock cannot be made.
    """

    def __init__(self, home: Path) -> None:
        self._folder = home / "cloud-owners"
        self.name = f"{os.getpid()}-{secrets.token_hex(8)}"
        self._lock = self._lock_of(self.name)
        try:
            make_private(self._folder)
            self._lock.acquire(timeout=0)
        except OSError as error:
            what = f"Work cannot be noted in “{self._folder}”"
            raise refusal(what, error, "set TRANSCRIBE_VIDEO_HOME to another folder") from error

    def is_alive(self, owner: str) -> bool:
        """Whether the process that has this name lives; what is no name has none."""
        if owner == self.name:
            return True
        if not _NAME.fullmatch(owner) or not (self._folder / f"{owner}.lock").exists():
            return False
        lock = self._lock_of(owner)
        try:
            lock.acquire(timeout=0)
        except Timeout:
            return True
        except OSError:  # nobody can tell: its work is left alone
            return True
        self._drop(lock, owner)
        return False

    def close(self) -> None:
        """This process does no more; its unfinished jobs are another's to take over."""
        self._drop(self._lock, self.name)

    def _drop(self, lock: FileLock, owner: str) -> None:
        lock.release()
        with suppress(OSError):
            (self._folder / f"{owner}.lock").unlink(missing_ok=True)

    def _lock_of(self, owner: str) -> FileLock:
        # Also from another thread of this process than the one that began.
        return FileLock(self._folder / f"{owner}.lock", mode=0o600, thread_local=False)

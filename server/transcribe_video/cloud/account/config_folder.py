"""The folder of what the cloud knows this installation by, shared by all its processes."""

import asyncio
import errno
import os
import secrets
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from time import monotonic

from filelock import FileLock, Timeout

from transcribe_video.errors import BusyError
from transcribe_video.privacy import create_private, make_private
from transcribe_video.refusal import refusal

_LOCK = "account.lock"
_LOOK_S = 0.02
# Longer than two requests and the wait between them.
_LONGEST_S = 300.0
_LOCKLESS = OSError(errno.ENOLCK, "no file can be locked on that disk")


@asynccontextmanager
async def alone(folder: Path) -> AsyncIterator[None]:
    """This process's turn to change what is in the folder; it is made if it is missing.

    Raises:
        BusyError: another process has had its turn for too long.
        StorageError: the folder cannot be used.
    """
    lock = FileLock(folder / _LOCK, mode=0o600, thread_local=False)
    ends = monotonic() + _LONGEST_S
    while not _taken(lock, folder):
        if monotonic() > ends:
            raise BusyError(
                "NemoVideo cannot be used now",
                "another process of this program has been getting a token for minutes",
                "End it, or try again later",
            )
        await asyncio.sleep(_LOOK_S)
    try:
        yield
    finally:
        lock.release()


def _taken(lock: FileLock, folder: Path) -> bool:
    try:
        make_private(folder)
        lock.acquire(blocking=False)
    except Timeout:
        return False
    except OSError as error:
        raise refusal(*unusable(folder, error)) from error
    except NotImplementedError as error:
        raise refusal(*unusable(folder, _LOCKLESS)) from error
    return True


def unusable(folder: Path, error: OSError) -> tuple[str, OSError, str]:
    """What ``refusal`` is told where nothing can be kept in the folder."""
    what = f"What NemoVideo knows this installation by cannot be kept in “{folder}”"
    return what, error, "make it writable, or set NEMO_TOKEN to the token of your account"


def write(path: Path, text: str) -> None:
    """Write a file that its owner alone can read; whoever reads finds the old or the new one.

    Raises:
        StorageError: the system refuses.
    """
    draft = path.with_name(f"{path.name}.{secrets.token_hex(4)}.part")
    try:
        make_private(path.parent)
        create_private(draft)
        with draft.open("w", encoding="utf-8") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        draft.replace(path)
    except OSError as error:
        raise refusal(*unusable(path.parent, error)) from error
    finally:
        _remove(draft)


def _remove(draft: Path) -> None:
    try:
        draft.unlink(missing_ok=True)
    except OSError:  # its folder has become unusable, which the caller has said
        return

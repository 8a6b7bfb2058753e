"""Starting a process that outlives whoever started it."""

import os
import subprocess
import sys
import threading
from collections.abc import Sequence
from pathlib import Path


def start_detached(command: Sequence[str], said: Path) -> "subprocess.Popen[bytes]":
    """Start a process in a session of its own, with none of the descriptors of this one.

    A child in its parent's process group dies with a host that is killed, and one that holds its
    parent's pipes keeps the host from seeing their end.

    Args:
        command: the program and its arguments.
        said: the file for what it says on its standard error; its owner's only.

    Raises:
        OSError: the system refuses.
    """
    descriptor = os.open(said, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    try:
        process = _started(command, descriptor)
    finally:
        os.close(descriptor)
    # When it ends first, somebody must take note, or it stays in the system's list.
    threading.Thread(target=process.wait, daemon=True).start()
    return process


if sys.platform == "win32":

    def _started(command: Sequence[str], stderr: int) -> "subprocess.Popen[bytes]":
        flags = subprocess.DETACHED_PROCESS | subprocess.CREATE_NEW_PROCESS_GROUP
        try:
            return _opened(command, stderr, flags | subprocess.CREATE_BREAKAWAY_FROM_JOB)
        except OSError:  # the host keeps its children in a job: it ends with the host
            return _opened(command, stderr, flags)

    def _opened(command: Sequence[str], stderr: int, flags: int) -> "subprocess.Popen[bytes]":
        null = subprocess.DEVNULL
        return subprocess.Popen(  # noqa: S603 - as below
            command, stdin=null, stdout=null, stderr=stderr, creationflags=flags
        )

else:

    def _started(command: Sequence[str], stderr: int) -> "subprocess.Popen[bytes]":
        null = subprocess.DEVNULL
        return subprocess.Popen(  # noqa: S603 - our own interpreter and module
            command, stdin=null, stdout=null, stderr=stderr, start_new_session=True
        )

"""A process that this one starts and speaks with in lines of JSON; it ends when nobody listens."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from threading import Lock
from typing import Any

from transcribe_video.privacy import make_private

_NO_WINDOW = getattr(subprocess, "CREATE_NO_WINDOW", 0)  # of Windows
_PATIENCE_S = 5.0


class Child:
    """A child process: a message is an object, on a line of its own.

    It is a group of its own, so that its own children can be ended with it, and holds nothing of
    this process but its two pipes.

    Args:
        module: what it runs, as ``python -m``.
        folder: where it runs; made if it is not there.

    Raises:
        OSError: the system starts no process.
    """

    def __init__(self, module: str, folder: Path) -> None:
        make_private(folder)
        self._sending = Lock()
        self._process = subprocess.Popen(  # noqa: S603
            [sys.executable, "-m", module],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            cwd=folder,
            start_new_session=True,
            creationflags=_NO_WINDOW,
        )

    @property
    def pid(self) -> int:
        """Its process id."""
        return self._process.pid

    def send(self, message: Mapping[str, Any]) -> None:
        """Say something to it; what it does not hear is lost."""
        assert self._process.stdin is not None
        line = json.dumps(message).encode() + b"\n"
        with self._sending, suppress(OSError, ValueError):  # it has ended; we have closed it
            self._process.stdin.write(line)
            self._process.stdin.flush()

    def messages(self) -> Iterator[dict[str, Any]]:
        """What it says, until it ends."""
        assert self._process.stdout is not None
        with suppress(ValueError):  # closed meanwhile
            for line in self._process.stdout:
                message = _object(line)
                if message is not None:
                    yield message

    def end(self, patience_s: float = _PATIENCE_S) -> int:
        """Let it end by itself, then with force; gives its exit code.

        Args:
            patience_s: how long it has for ending by itself.
        """
        self.hang_up()
        try:
            self._process.wait(patience_s)
        except subprocess.TimeoutExpired:
            self.kill()
        return self._reaped()

    def hang_up(self) -> None:
        """Tell it that nobody speaks with it any more, at which it ends."""
        assert self._process.stdin is not None
        with suppress(OSError):
            self._process.stdin.close()

    def kill(self) -> None:
        """End it, and what it started, at once."""
        if self._process.returncode is not None:
            return
        with suppress(OSError):
            if hasattr(os, "killpg"):
                os.killpg(self._process.pid, signal.SIGKILL)
        self._process.kill()

    def _reaped(self) -> int:
        code = self._process.wait()
        assert self._process.stdout is not None
        self._process.stdout.close()
        return code


def _object(line: bytes) -> dict[str, Any] | None:
    try:
        found = json.loads(line)
    except ValueError:
        return None
    return found if isinstance(found, dict) else None

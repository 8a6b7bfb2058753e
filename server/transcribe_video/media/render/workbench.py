"""What a render has under way, so that another thread can clear it away at any moment."""

import os
import subprocess
import sys
from pathlib import Path
from threading import RLock
from types import TracebackType
from typing import Never, Self

from transcribe_video.media.render import leash
from transcribe_video.media.render.part import Part, sweep, write_error


class Workbench:
    """Holds a part file, what it is made of, and a running program; all are gone when it is left.

    Safe to use from several threads.
    """

    def __init__(self) -> None:
        self._lock = RLock()
        self._part: Part | None = None
        self._scratch: list[Part] = []
        self._process: subprocess.Popen[bytes] | None = None

    def part(self, target: Path, needed_bytes: int) -> Path:
        """An empty file beside ``target``, instead of any earlier one; see ``Part``.

        What killed runs left there is removed.
        """
        with self._lock:
            self.clear()
            sweep(target.parent)
            self._part = Part(target, needed_bytes)
            return self._part.path

    def scratch(self, target: Path, needed_bytes: int = 0) -> Path:
        """A further empty file there, for what the video is made of; see ``Part``."""
        with self._lock:
            self._scratch.append(Part(target, needed_bytes))
            return self._scratch[-1].path

    def written(self, target: Path, content: bytes) -> Path:
        """A further file there that holds ``content``.

        Raises:
            StorageError: the disk is full or may not be written.
        """
        path = self.scratch(target, len(content))
        try:
            path.write_bytes(content)
        except OSError as error:
            raise write_error(target, error) from error
        return path

    def start(self, command: list[str], *, has_input: bool) -> subprocess.Popen[bytes]:
        """Run a program that does not outlive this process, whatever ends it.

        Where the system cannot see to that, whoever started this process ends its group.

        Args:
            command: the program's absolute path and its arguments.
            has_input: whether something is to be written to its standard input.
        """
        with self._lock:
            self._process = subprocess.Popen(  # noqa: S603
                _leashed(command),
                stdin=subprocess.PIPE if has_input else subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            )
            return self._process

    def publish(self) -> None:
        """Give the part its name, safe on the disk; see ``Part.publish``."""
        assert self._part
        self._part.sync()
        with self._lock:
            self._part.publish()
            self._part = None

    def clear(self) -> None:
        """End the program and remove the part file."""
        with self._lock:
            process, self._process = self._process, None
            if process and process.poll() is None:
                # Nothing of what it wrote is kept, so it need not end in order.
                process.kill()
                process.wait()
            parts = [part for part in (self._part, *self._scratch) if part]
            self._part, self._scratch = None, []
            for part in parts:
                part.remove()

    def abandon(self, code: int) -> Never:
        """Clear everything away and end this process at once, whatever its other threads do."""
        with self._lock:
            self.clear()
            os._exit(code)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.clear()


def _leashed(command: list[str]) -> list[str]:
    if sys.platform != "linux":
        return command
    # Neither the environment nor what is installed has a say in so small a program.
    return [sys.executable, "-I", "-S", str(leash.__file__), str(os.getpid()), *command]

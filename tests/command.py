"""The command as a person runs it: a process of its own, in an environment of its own."""

import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[1]
SAMPLE = ROOT / "samples" / "inaugural_address.mp4"
LECTURE = ("two_cities", *(f"LJ001-{number:04}" for number in (1, 3, 5, 7, 10, 14, 15)))
"""The clips of which the fixture ``lecture`` is made, without their endings."""
CHAPTER = LECTURE[1:7]
"""Those of which ``chapter`` is made."""
REFERENCE = SAMPLE.with_name("inaugural_address.reference.txt")

_LONGEST_S = 60
_START = """
import runpy
runpy.run_module("transcribe_video", run_name="__main__", alter_sys=True)
"""

# What can befall a process before the program begins in it, as Python code.
NO_SOCKETS = """
import sys

def refuse(event, arguments):
    if event.startswith("socket."):
        raise RuntimeError(f"the network was touched: {event}")

sys.addaudithook(refuse)
"""
NO_PRIVILEGES = """
import ctypes, os

if os.geteuid() == 0:  # whom permissions do not keep out, but for this
    version_3, own_process = 0x20080522, 0
    header = (ctypes.c_uint32 * 2)(version_3, own_process)
    assert ctypes.CDLL(None).capset(header, (ctypes.c_uint32 * 6)()) == 0
"""
SMALL_FILES = """
import resource

resource.setrlimit(resource.RLIMIT_FSIZE, ({0}, {0}))
"""
NO_PACKAGE = """
import sys

class Missing:
    def find_spec(self, name, path=None, target=None):
        if name.split(".")[0] == "{0}":
            raise ModuleNotFoundError(f"No module named {{name!r}}", name=name)

sys.meta_path.insert(0, Missing())
"""


class Ran(NamedTuple):
    """What became of a run: its exit code, its standard output and its standard error."""

    code: int
    printed: str
    said: str

    @property
    def paths(self) -> list[Path]:
        """The documents whose paths were printed, one on a line."""
        return [Path(line) for line in self.printed.splitlines()]

    @property
    def sentence(self) -> str:
        """The one line for a person that is all that was said."""
        [line] = self.said.splitlines()
        assert line.endswith(".")
        return line


@dataclass(frozen=True, slots=True)
class Command:
    """``transcribe-video-to-text`` with a home of its own.

    Attributes:
        home: TRANSCRIBE_VIDEO_HOME.
        environment: what else is set.
        options: for Python.
        is_direct: whether it does all in its own process; else there is a backend, which who uses
            this must stop.
    """

    home: Path
    environment: Mapping[str, str] = field(default_factory=dict)
    options: tuple[str, ...] = ()
    is_direct: bool = True

    def run(self, *arguments: str | Path, before: str = "", **environment: str) -> Ran:
        """Run it to its end.

        Args:
            arguments: its arguments.
            before: Python code that the process runs first.
            environment: what else is set.
        """
        started = replace(self, environment={**self.environment, **environment})
        with started.running(*arguments, before=before) as process:
            return ended(process)

    @contextmanager
    def running(
        self,
        *arguments: str | Path,
        before: str = "",
        stdout: int = subprocess.PIPE,
        stderr: int = subprocess.PIPE,
    ) -> Iterator[subprocess.Popen[str]]:
        """Start it; it is killed where the block ends."""
        program = ("-c", before + _START) if before else ("-m", "transcribe_video")
        with subprocess.Popen(
            [sys.executable, *self.options, *program, *map(str, arguments), *self._way],
            stdin=subprocess.DEVNULL,
            stdout=stdout,
            stderr=stderr,
            env=self.surroundings,
            cwd=self.home.parent,
            encoding="utf-8",
            errors="surrogateescape",
        ) as process:
            try:
                yield process
            finally:
                process.kill()

    @property
    def _way(self) -> tuple[str, ...]:
        return ("--direct",) if self.is_direct else ()

    @property
    def surroundings(self) -> dict[str, str]:
        """The environment of its process."""
        kept = {name: os.environ[name] for name in ("PATH", "SYSTEMROOT") if name in os.environ}
        own = {"HOME": str(self.home.parent), "TRANSCRIBE_VIDEO_HOME": str(self.home)}
        return {**kept, "LANG": "C.UTF-8", **own, **self.environment}


def ended(process: subprocess.Popen[str]) -> Ran:
    """What became of a process, once it has ended by itself."""
    printed, said = process.communicate(timeout=_LONGEST_S)
    ran = Ran(process.returncode, printed or "", said or "")
    assert "Traceback" not in ran.said
    return ran

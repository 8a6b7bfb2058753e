"""The renderer as the backend runs it: a process with two pipes."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

import psutil

DEADLINE_S = 60.0
_LOOK_S = 0.02
_KEPT = {name: os.environ[name] for name in ("PATH", "SYSTEMROOT") if name in os.environ}
Clip = Mapping[str, object]


def clip(path: Path, from_ms: int = 0, d_ms: int | None = None) -> Clip:
    return {"path": str(path), "from_ms": from_ms, "d_ms": d_ms}


def caption(start_ms: int, end_ms: int, text: str) -> Mapping[str, object]:
    return {"start_ms": start_ms, "end_ms": end_ms, "text": text}


class Answer(NamedTuple):
    """What a renderer said in all, and its exit code."""

    code: int
    progress: Sequence[Mapping[str, int]]
    last: Mapping[str, Any]

    @property
    def done(self) -> Mapping[str, Any]:
        assert self.code == 0, self.last
        done: Mapping[str, Any] = self.last["done"]
        return done

    @property
    def error(self) -> tuple[str, str]:
        """The kind of error, and its cause."""
        assert self.code == 1
        error = self.last["error"]
        assert set(error) == {"kind", "what", "why", "remedy"}
        return error["kind"], error["why"]


@dataclass(frozen=True, slots=True)
class Renderer:
    """Makes ``target``.

    Attributes:
        target: the file.
        environment: what is set for it.
    """

    target: Path
    environment: Mapping[str, str] = field(default_factory=dict)

    def run(self, *clips: Clip, before: str = "", **wishes: object) -> Answer:
        """Make it, to the end.

        Args:
            clips: what it shows.
            before: Python code that the process runs first.
            wishes: what else the request holds.
        """
        with self.running(*clips, before=before, **wishes) as process:
            assert process.stdout
            said = [json.loads(line) for line in process.stdout]
            code = process.wait(DEADLINE_S)
        *progress, last = said
        return Answer(code, [message["progress"] for message in progress], last)

    @contextmanager
    def running(
        self, *clips: Clip, before: str = "", **wishes: object
    ) -> Iterator["subprocess.Popen[bytes]"]:
        """Start it; standard input stays open."""
        request = {"clips": clips, "target": str(self.target), **wishes}
        start = "import runpy; runpy.run_module('transcribe_video.media.render', None, '__main__')"
        with subprocess.Popen(
            [sys.executable, "-c", f"{before}\n{start}"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env={**_KEPT, **self.environment},
        ) as process:
            assert process.stdin
            try:
                process.stdin.write(json.dumps(request).encode() + b"\n")
                process.stdin.flush()
                yield process
            finally:
                process.kill()


def encoder_of(process: "subprocess.Popen[bytes]") -> psutil.Process:
    """The renderer's ffmpeg, once some of the video is made."""
    assert process.stdout
    for line in process.stdout:
        if json.loads(line)["progress"]["done_ms"] > 0:
            break
    (encoder,) = psutil.Process(process.pid).children()
    assert "ffmpeg" in encoder.name()
    return encoder


def is_alive(process: psutil.Process) -> bool:
    return process.is_running() and process.status() != psutil.STATUS_ZOMBIE


def until(holds: Callable[[], bool]) -> None:
    """Wait for it, but not for ever."""
    deadline = time.monotonic() + DEADLINE_S
    while not holds():
        assert time.monotonic() < deadline
        time.sleep(_LOOK_S)

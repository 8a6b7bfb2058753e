"""What a renderer tells its parent: lines of JSON on standard output."""

import json
import sys
from collections.abc import Callable, Mapping
from threading import Event, Lock, Thread
from typing import Never

from transcribe_video.media.render.lifeline import STOPPED

_AGAIN_S = 1.0


class Report:
    """Tells of progress, which is told again every second until the last message.

    Args:
        abandon: ends this process with an exit code, when nobody listens any more.
    """

    def __init__(self, abandon: Callable[[int], Never]) -> None:
        self._abandon = abandon
        self._lock = Lock()
        self._ended = Event()
        self._progress: dict[str, int | None] = {"done_ms": 0, "total_ms": None}
        Thread(target=self._repeat, daemon=True).start()

    def progress(self, done_ms: int, total_ms: int) -> None:
        """Tell how many milliseconds of the video are made, and how many there will be."""
        self._progress = {"done_ms": done_ms, "total_ms": total_ms}
        self._say({"progress": self._progress})

    def end(self, message: Mapping[str, object]) -> None:
        """Tell the last message."""
        self._ended.set()
        self._say(message)

    def _repeat(self) -> None:
        while not self._ended.wait(_AGAIN_S):
            self._say({"progress": self._progress})

    def _say(self, message: Mapping[str, object]) -> None:
        with self._lock:
            if self._ended.is_set() and "progress" in message:
                return
            try:
                sys.stdout.write(json.dumps(message) + "\n")
                sys.stdout.flush()
            except BrokenPipeError:
                self._abandon(STOPPED)

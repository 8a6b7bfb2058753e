"""Ctrl-C, and a system that asks the program to end: stop in order, and at once if asked twice."""

import os
import signal
import sys
from contextlib import suppress
from types import FrameType

STOPPED = 130
"""The exit code of a program that was stopped."""


def stop_in_order() -> None:
    """Let the first request to stop raise KeyboardInterrupt, and a second end the program."""
    signal.signal(signal.SIGINT, _first)
    signal.signal(signal.SIGTERM, _first)


def _first(_number: int, _frame: FrameType | None) -> None:
    signal.signal(signal.SIGINT, _second)
    signal.signal(signal.SIGTERM, _second)
    with suppress(OSError, ValueError):
        # Past the stream's buffer, which may be in the middle of another line.
        os.write(sys.stderr.fileno(), "\nStopping (once more to stop at once)…\n".encode())
    raise KeyboardInterrupt


def _second(_number: int, _frame: FrameType | None) -> None:
    os._exit(STOPPED)

"""What ends a render from outside: its parent's end, and being asked to stop."""

import os
import signal
import sys
from collections.abc import Callable
from threading import Thread
from typing import Never

STOPPED = 130
"""The exit code of a process that was stopped; then there is no last line."""
_BLOCK = 65_536


def heed(abandon: Callable[[int], Never]) -> bytes:
    """The first line of standard input; from now on its end, and signals, abandon the work.

    Args:
        abandon: ends this process with an exit code; called from a thread of its own, so that it
            works in the midst of a library that does not come back.
    """
    _on_signal(abandon)
    line, rest = bytearray(), b""
    while b"\n" not in rest:
        # Past Python's buffer: a thread that waits in one hinders the process's end.
        if not (rest := os.read(sys.stdin.fileno(), _BLOCK)):
            abandon(STOPPED)
        line += rest
    Thread(target=_wait_for_end, args=(abandon,), daemon=True).start()
    return bytes(line).partition(b"\n")[0]


def _wait_for_end(abandon: Callable[[int], Never]) -> None:
    while os.read(sys.stdin.fileno(), _BLOCK):
        pass
    abandon(STOPPED)


def _on_signal(abandon: Callable[[int], Never]) -> None:
    """Let the system write to a pipe: a handler would have to wait for the main thread."""
    reader, writer = os.pipe()
    os.set_blocking(writer, False)
    signal.set_wakeup_fd(writer)
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda _number, _frame: None)
    Thread(target=_wait_for_signal, args=(reader, abandon), daemon=True).start()


def _wait_for_signal(reader: int, abandon: Callable[[int], Never]) -> None:
    os.read(reader, 1)
    abandon(STOPPED)

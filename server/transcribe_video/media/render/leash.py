"""Becomes another program that the system ends together with this one's parent (Linux).

Run as a script, ``leash.py PARENT PROGRAM ARGUMENT…``: asking for it between fork and exec of a
process with threads is not safe, and in a process of its own it is.
"""

import ctypes
import os
import signal
import sys

_PR_SET_PDEATHSIG = 1  # linux/prctl.h; survives exec


def main() -> None:
    """Put the program on its leash and become it."""
    parent, *command = sys.argv[1:]
    ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
    if os.getppid() == int(parent):  # else it ended before it could be held on to
        os.execv(command[0], command)  # noqa: S606


if __name__ == "__main__":
    main()

"""The client processes that ask for work: which of them still live."""

import os
from pathlib import Path


def is_alive(owner: str) -> bool:
    """Whether the client process ``<pid>-<hex>`` lives; one that does not say who it is does not.

    Another process with the number of a dead one counts as it: nobody's work is taken then.
    """
    pid, _, _ = owner.partition("-")
    if not pid.isdecimal() or int(pid) == 0 or os.name == "nt":  # where asking would end it
        return False
    try:
        os.kill(int(pid), 0)
    except PermissionError:
        return True
    except (OSError, OverflowError):
        return False
    return not _is_only_a_number(int(pid))


def _is_only_a_number(pid: int) -> bool:
    """Whether it has ended, and whoever started it has not taken note of that yet (Linux)."""
    try:
        status = Path(f"/proc/{pid}/stat").read_bytes()
    except OSError:
        return False
    return status.rpartition(b")")[2].split()[:1] in ([b"Z"], [b"X"])

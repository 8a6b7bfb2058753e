"""The client processes that ask for work: which of them still live."""

import os
import sys
from pathlib import Path

_HIGHEST_PID = 2**32 - 1


def is_alive(owner: str, asking: str = "") -> bool:
    """Whether the client process ``<pid>-<hex>`` lives; one that does not say who it is does not.

    Another process with the number of a dead one counts as it, so that nobody's work is taken;
    but if it is the one that asks, the number is its own now, and the other is known to be dead.

    Args:
        owner: the process.
        asking: the one that wants to know.
    """
    pid, _, _ = owner.partition("-")
    if not pid.isdecimal() or not 0 < int(pid) <= _HIGHEST_PID:
        return False
    if owner != asking and asking.partition("-")[0] == pid:
        return False
    return _is_there(int(pid))


if sys.platform == "win32":
    import ctypes

    _STILL_ACTIVE = 259  # in place of an exit code
    _QUERY_LIMITED_INFORMATION = 0x1000
    _ACCESS_DENIED = 5

    def _is_there(pid: int) -> bool:
        """Asked without a signal, which would end it there."""
        kernel = ctypes.WinDLL("kernel32", use_last_error=True)
        kernel.OpenProcess.restype = ctypes.c_void_p
        opened = kernel.OpenProcess(_QUERY_LIMITED_INFORMATION, 0, ctypes.c_ulong(pid))
        if not opened:
            return ctypes.get_last_error() == _ACCESS_DENIED
        process, code = ctypes.c_void_p(opened), ctypes.c_ulong()
        try:
            is_told = kernel.GetExitCodeProcess(process, ctypes.byref(code))
        finally:
            kernel.CloseHandle(process)
        return bool(is_told) and code.value == _STILL_ACTIVE
else:

    def _is_there(pid: int) -> bool:
        try:
            os.kill(pid, 0)
        except PermissionError:
            return True
        except (OSError, OverflowError):
            return False
        return not _is_only_a_number(pid)


def _is_only_a_number(pid: int) -> bool:
    """Whether it has ended, and whoever started it has not taken note of that yet (Linux)."""
    try:
        status = Path(f"/proc/{pid}/stat").read_bytes()
    except OSError:
        return False
    return status.rpartition(b")")[2].split()[:1] in ([b"Z"], [b"X"])

"""Finding the backend of a home, starting it where there is none, and ending it.

Used by light processes: it imports neither the web server nor what the backend works with.
"""

import os
import re
import signal
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from filelock import FileLock, Timeout

from transcribe_video.backend.detached import start_detached
from transcribe_video.backend.liveness import Living, asked_to_leave, living
from transcribe_video.backend.runtime import RuntimeFiles
from transcribe_video.errors import BusyError, MissingExtraError, UnreachableError
from transcribe_video.manifest import Manifest
from transcribe_video.privacy import make_private
from transcribe_video.refusal import refusal
from transcribe_video.settings import Settings
from transcribe_video.skill import Skill, skill_folder
from transcribe_video.wire import WIRE
from transcribe_video.wire.health import Runtime

if TYPE_CHECKING:
    import subprocess

LEAVING_S = 15.0
"""An old backend is given so long to leave."""
_LOOK_S = 0.05
_PARTS = (
    "av",
    "faster_whisper",
    "numpy",
    "python_multipart",
    "setproctitle",
    "starlette",
    "truststore",
    "uvicorn",
)
_MOST_REASON = 400


def ensure(settings: Settings, skill: Skill, manifest: Manifest) -> Runtime:
    """Where the backend of this home is; it is started if it does not live.

    Several processes may ask at once: one of them starts it. An older version that has nothing to
    do is replaced; a newer one is never.

    Raises:
        MissingExtraError: what it needs is not installed.
        BusyError: an older version that cannot be talked to has work.
        UnreachableError: it does not start, or a newer version cannot be talked to.
        StorageError: the home may not be written.
    """
    files = RuntimeFiles(settings.home)
    found = living(files.read())
    if found is not None and _age(found, skill) == 0:
        return found.runtime
    start_s = manifest.timeouts.backend_start_s
    with _launching(settings.home, files, start_s + LEAVING_S):
        found = living(files.read())
        if found is not None and _is_used(found, skill, files):
            return found.runtime
        check_installed()
        return _started(files, _command(skill), start_s).runtime


def status(settings: Settings) -> str:
    """A sentence about the backend of this home."""
    files = RuntimeFiles(settings.home)
    found, since_s = living(files.read()), files.since_s()
    if found is None or since_s is None:
        return "The backend is not running; it starts when it is needed."
    health, work = found.health, "it is idle"
    if health.jobs:
        work = f"{health.jobs} job{'s' if health.jobs > 1 else ''} under way"
    since = datetime.fromtimestamp(since_s, UTC).astimezone()
    return (
        f"The backend has been running since {since:%Y-%m-%d %H:%M} (version {health.version}, "
        f"process {health.pid}, {found.runtime.url}): {work}."
    )


def stop(settings: Settings) -> str:
    """End the backend of this home in order; what it was doing goes on when it runs again.

    Returns:
        A sentence about what became of it.

    Raises:
        UnreachableError: it does not end.
    """
    files = RuntimeFiles(settings.home)
    runtime = files.read()
    if not settings.home.is_dir() or _has_left(files, 0):
        return "The backend is not running."
    if runtime is not None and living(runtime) is not None:
        asked_to_leave(runtime)
    elif runtime is not None:  # it holds the lock and does not answer
        with suppress(OSError):
            os.kill(runtime.pid, signal.SIGTERM)
    if not _has_left(files, LEAVING_S):
        raise UnreachableError(
            "The backend does not end",
            "it was asked to and is still there",
            f"End its process{f' ({runtime.pid})' if runtime else ''} by hand",
        )
    return "The backend has ended."


def _age(found: Living, skill: Skill) -> int:
    """Below zero: older than we are; zero: the same; above: newer."""
    theirs = (_release(found.health.version), found.health.wire)
    ours = (_release(skill.version), WIRE)
    return (theirs > ours) - (theirs < ours)


def _release(version: str) -> tuple[int, ...]:
    """``1.10`` comes after ``1.9`` and is ``1.10.0``."""
    return tuple(int(part) for part in re.findall(r"\d+", re.sub(r"(\.0+)+$", "", version)))


def _is_used(found: Living, skill: Skill, files: RuntimeFiles) -> bool:
    """Whether a living backend is used as it is; else it has just left."""
    age = _age(found, skill)
    if age < 0 and asked_to_leave(found.runtime, only_if_idle=True):
        _has_left(files, LEAVING_S)
        return False
    if found.health.wire == WIRE:
        return True
    if age < 0:
        raise BusyError(
            "This version of the program cannot be used yet",
            f"an older one ({found.health.version}) is still working in the background",
            "Try again when it has finished, or end it with: transcribe-video-to-text backend stop",
        )
    raise UnreachableError(
        "This version of the program cannot be used",
        f"a newer one ({found.health.version}) is running in the background",
        "Update this installation, or restart the program that it belongs to",
    )


def _has_left(files: RuntimeFiles, longest_s: float) -> bool:
    """Whether no backend is there, once it has been waited for."""
    try:
        FileLock(files.lock).acquire(timeout=longest_s).lock.release()
    except Timeout:
        return False
    return True


def check_installed() -> None:
    """Make sure that all is there without which no backend runs.

    Raises:
        MissingExtraError: something is not.
    """
    for part in _PARTS:
        with suppress(ImportError):
            if find_spec(part) is not None:
                continue
        raise MissingExtraError("offline", "working on recordings on this computer")


@contextmanager
def _launching(home: Path, files: RuntimeFiles, longest_s: float) -> Iterator[None]:
    """One process's turn to start a backend."""
    try:
        make_private(home)
        with FileLock(files.launch_lock).acquire(timeout=longest_s):
            yield
    except Timeout as error:
        raise _not_started("another program has been starting it for too long", "") from error
    except OSError as error:
        what, elsewhere = f"“{home}” cannot be used", "set TRANSCRIBE_VIDEO_HOME to another folder"
        raise refusal(what, error, elsewhere) from error


def _command(skill: Skill) -> list[str]:
    # -P: nothing that lies in the folder of whoever starts it is taken for a module.
    command = [sys.executable, "-P", "-m", "transcribe_video", "backend", "run"]
    is_installed = skill.folder.absolute() == skill_folder().absolute()
    return command if is_installed else [*command, "--skill", str(skill.folder.absolute())]


def _started(files: RuntimeFiles, command: list[str], longest_s: float) -> Living:
    process = start_detached(command, files.start_log)
    until_s = time.monotonic() + longest_s
    while time.monotonic() < until_s:
        has_ended = process.poll() is not None
        found = living(files.read())
        if found is not None:
            return found
        if has_ended and not _has_left(files, 0):
            stop_it = "End it with: transcribe-video-to-text backend stop"
            raise _not_started("one is running that does not answer", stop_it)
        if has_ended:
            raise _not_started(_reason(files, process), f"See “{files.start_log}”")
        time.sleep(_LOOK_S)
    raise _not_started(f"it did not answer within {longest_s:g} s", "Try again")


def _reason(files: RuntimeFiles, process: "subprocess.Popen[bytes]") -> str:
    """What it said for a person, if that is all it said."""
    with suppress(OSError):
        said = files.start_log.read_text(encoding="utf-8", errors="replace").strip()
        if said.endswith(".") and len(said) <= _MOST_REASON and "\n" not in said:
            return said.removesuffix(".")
    return f"it ended at once ({process.returncode})"


def _not_started(why: str, remedy: str) -> UnreachableError:
    return UnreachableError("The backend on this computer cannot be started", why, remedy)

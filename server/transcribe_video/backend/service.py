"""The backend's life: alone in its home, found while it listens, gone when nobody needs it."""

import asyncio
import os
import secrets
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

from filelock import FileLock, Timeout
from setproctitle import setproctitle

from transcribe_video.backend.activity import Activity
from transcribe_video.backend.context import Context
from transcribe_video.backend.incoming import PREFIX, SUFFIX
from transcribe_video.backend.jobs.board import JobBoard
from transcribe_video.backend.liveness import living
from transcribe_video.backend.log import open_log
from transcribe_video.backend.runtime import RuntimeFiles
from transcribe_video.backend.server import Server, listener
from transcribe_video.backend.store.store import Store
from transcribe_video.errors import BusyError
from transcribe_video.manifest import Manifest
from transcribe_video.privacy import make_private
from transcribe_video.refusal import refusal
from transcribe_video.settings import Settings
from transcribe_video.skill import Skill
from transcribe_video.wire import WIRE
from transcribe_video.wire.health import Runtime

TITLE = "transcribe-video-to-text backend"
_PREDECESSOR_S = 15.0
"""One that is just leaving is waited for so long."""
_NOBODYS_S = 86_400
"""A file that came and belongs to no session is removed after so long."""


def run(settings: Settings, skill: Skill, manifest: Manifest) -> int:
    """Be the backend of this home until nobody needs it, or it is asked to end.

    Returns:
        The exit code.

    Raises:
        BusyError: there is one already.
        StorageError: the home may not be written.
    """
    setproctitle(TITLE)
    files = RuntimeFiles(settings.home)
    with _alone(settings.home, files):
        files.forget()  # one that was killed could not: its process id may be another's by now
        log = open_log(settings.home)
        try:
            _serve(settings, skill, manifest, files)
        except BaseException:
            log.exception("the backend fails")
            raise
    return 0


@contextmanager
def _alone(home: Path, files: RuntimeFiles) -> Iterator[None]:
    """The home, entered, as long as no other backend is in it."""
    lock = FileLock(files.lock)
    try:
        make_private(home)
        os.chdir(home)  # no folder of whoever started it is kept from being removed
        lock.acquire(timeout=0 if living(files.read()) else _PREDECESSOR_S)
    except Timeout as error:
        raise BusyError(
            "The backend is not started", "one is running already", "Nothing needs to be done"
        ) from error
    except OSError as error:
        what, elsewhere = f"“{home}” cannot be used", "set TRANSCRIBE_VIDEO_HOME to another folder"
        raise refusal(what, error, elsewhere) from error
    try:
        yield
    finally:
        lock.release()


def _serve(settings: Settings, skill: Skill, manifest: Manifest, files: RuntimeFiles) -> None:
    with closing(listener(files.last_port())) as entrance, closing(Store(settings.home)) as store:
        _sweep(settings.home, store)
        runtime = Runtime(
            port=entrance.getsockname()[1],
            secret=secrets.token_urlsafe(32),
            pid=os.getpid(),
            wire=WIRE,
            version=skill.version,
            boot_id=secrets.token_hex(16),
        )
        with closing(JobBoard(store, settings, manifest, runtime.boot_id)) as board:
            context = Context(settings, manifest, runtime, store, board, Activity())
            board.start()
            server = Server(context, files)
            asyncio.run(server.serve([entrance]))


def _sweep(home: Path, store: Store) -> None:
    """Remove what was on its way in when an earlier backend was killed."""
    kept, oldest_s = store.media.kept_names(), store.now_s() - _NOBODYS_S
    # Where the records were lost, the files of all sessions would look like nobody's.
    is_known = not (home / "backend.sqlite3.damaged").exists()
    for path in (home / "media").glob("*/*"):
        is_part = path.name.startswith(PREFIX) and path.name.endswith(SUFFIX)
        with suppress(OSError):
            is_old = path.is_file() and path.lstat().st_mtime < oldest_s
            is_nobodys = is_known and is_old and (path.parent.name, path.name) not in kept
            if is_part or is_nobodys:
                path.unlink()

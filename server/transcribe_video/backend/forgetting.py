"""Projects forgotten at the command line, whether the backend runs or not."""

from contextlib import closing
from typing import Any

from filelock import FileLock, Timeout

from transcribe_video.backend.liveness import asked, living
from transcribe_video.backend.runtime import RuntimeFiles
from transcribe_video.backend.store.gone import gone
from transcribe_video.backend.store.store import Store
from transcribe_video.errors import BusyError, UnreachableError
from transcribe_video.settings import Settings
from transcribe_video.wire.envelope import Refusal
from transcribe_video.wire.failure import error_of
from transcribe_video.wire.health import Runtime
from transcribe_video.wire.session import LIST, ONE

_AT_ONCE = 50
_LONGEST_S = 30.0  # what is under way is stopped first


def forget(settings: Settings, session_id: str | None) -> str:
    """Delete projects with all that belongs to them; documents and exported videos stay.

    Args:
        settings: whose home is meant.
        session_id: the project; None is all of them.

    Returns:
        A sentence about what became of it.

    Raises:
        GoneError: there is no such project.
        BusyError: a backend is there that does not answer.
        UnreachableError: the backend does not do it.
        StorageError: the disk refuses.
    """
    if not settings.home.is_dir():
        return _told(0)
    found = living(RuntimeFiles(settings.home).read())
    if found is None:
        return _told(_forgotten_here(settings, session_id))
    return _told(_forgotten_there(found.runtime, session_id))


def _forgotten_here(settings: Settings, session_id: str | None) -> int:
    """In the place of a backend, which must not begin meanwhile."""
    try:
        with (
            FileLock(RuntimeFiles(settings.home).lock).acquire(timeout=0),
            closing(Store(settings.home)) as store,
        ):
            count = 0
            for one in [session_id] if session_id else _all(store):
                store.sessions.delete(one)
                count += 1
            return count
    except Timeout as error:
        stop_it = "End it with: transcribe-video-to-text backend stop"
        what = "Nothing is forgotten"
        raise BusyError(what, "a backend is running that does not answer", stop_it) from error


def _all(store: Store) -> list[str]:
    return [session.session_id for session in store.sessions.newest(-1)]


def _forgotten_there(runtime: Runtime, session_id: str | None) -> int:
    if session_id is not None:
        if not (session_id.isascii() and session_id.isdecimal()):
            raise gone("project")
        _answered(runtime, "DELETE", ONE.format(session_id=session_id))
        return 1
    count = 0
    while True:
        listed = _answered(runtime, "GET", f"{LIST}?limit={_AT_ONCE}").get("sessions", ())
        for session in listed:
            _answered(runtime, "DELETE", ONE.format(session_id=session["session_id"]))
            count += 1
        if not listed:
            return count


def _answered(runtime: Runtime, method: str, path: str) -> dict[str, Any]:
    answer = asked(runtime, method, path, longest_s=_LONGEST_S)
    if isinstance(answer, Refusal):
        error = error_of(answer.error)
        if error is not None:
            raise error
    if answer is None or isinstance(answer, Refusal):
        why = "the backend does not answer as it should"
        raise UnreachableError("Nothing more is forgotten", why, "Try again")
    return answer


def _told(count: int) -> str:
    if not count:
        return "There is no project to forget."
    what = "One project is" if count == 1 else f"{count} projects are"
    return f"{what} forgotten. Documents and exported videos stay where they are."

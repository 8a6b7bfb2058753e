"""What one running server knows: its connection, its errands, and the sessions it has used."""

from collections.abc import AsyncIterator, Awaitable, Callable, Hashable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar
from urllib.parse import urlsplit

import anyio
from anyio.abc import TaskGroup

from transcribe_video.manifest import Manifest
from transcribe_video.settings import Settings
from transcribe_video.tools.errand import Errand
from transcribe_video.tools.wishes import Wishes

if TYPE_CHECKING:
    from transcribe_video.client.backend_client import BackendClient
    from transcribe_video.connect import Connection
    from transcribe_video.wire.session import SessionView

T = TypeVar("T")
CONNECT = "connect"
"""What an errand is called that only finds the backend."""
_MOST_KEPT = 200  # errands and sessions that are remembered


@dataclass(frozen=True, slots=True)
class DropPage:
    """A page on which a person was asked to drop a file.

    Attributes:
        link: to it.
        there: what its session had then, counted: one more is what came of the drop.
        asked_s: when it was first given, on this process's clock.
        given_s: when its link was made.
    """

    link: str
    there: int
    asked_s: float
    given_s: float


@dataclass(frozen=True, slots=True)
class AskedPage:
    """The page that a call gave, for whoever asks for the same again.

    Attributes:
        session_id: whose page it is.
        there: what the session had then, counted as ``DropPage`` does.
        files: how many files it had then: a silent one begins nothing.
    """

    session_id: str
    there: int
    files: int


class Desk:
    """The state of a server between calls; all of it can be lost without losing a job.

    Args:
        settings: what the environment sets.
        manifest: limits, timeouts and routes.
        connection: to the backend, which is started by the first call that needs it.
        tasks: errands run in it.
    """

    def __init__(
        self, settings: Settings, manifest: Manifest, connection: "Connection", tasks: TaskGroup
    ) -> None:
        self.settings, self.manifest = settings, manifest
        self.pages: dict[str, DropPage] = {}
        self.wishes = Wishes(settings.home)
        self._asked_pages: dict[Hashable, AskedPage] = {}
        self._connection, self._tasks = connection, tasks
        self._errands: dict[str, Errand[Any]] = {}
        self._running: dict[Hashable, Errand[Any]] = {}
        self._sessions: dict[str, None] = {}

    def wait_s(self, asked: float | None) -> float:
        """How long a call may wait: what was asked for, within what hosts bear."""
        wished = self.settings.wait_s if asked is None else asked
        return float(min(max(wished, 0.0), self.manifest.timeouts.longest_wait_s))

    @property
    def cloud_host(self) -> str | None:
        """The host that files are sent to; None if all stays on this computer."""
        return host_of(self.settings)

    # Sessions

    def counted(self, view: "SessionView") -> int:
        """What is in a session, as far as a dropped file adds to it.

        Here a dropped file begins a job; in the cloud it is there, and nothing need be done.
        """
        return len(view.jobs) + (len(view.media) if self.cloud_host else 0)

    def use(self, session_id: str) -> None:
        """Remember that a call was about this session."""
        self._sessions.pop(session_id, None)
        self._sessions[session_id] = None
        _forget_oldest(self._sessions)

    def forget(self, session_id: str) -> None:
        """Remember no longer a session that is not there any more."""
        self._sessions.pop(session_id, None)
        self.pages.pop(session_id, None)
        for errand in self._errands.values():
            if errand.session_id == session_id:
                errand.session_id = None

    def asked_page(self, key: Hashable) -> AskedPage | None:
        """The page that an equal call gave."""
        return self._asked_pages.get(key)

    def keep_page(self, key: Hashable, page: AskedPage) -> None:
        """Remember the page that a call gives."""
        self._asked_pages.pop(key, None)
        self._asked_pages[key] = page
        _forget_oldest(self._asked_pages)

    @property
    def newest_session(self) -> str | None:
        """The session that was used last by this process."""
        return next(reversed(self._sessions), None)

    # Errands

    def errand(
        self,
        tool: str,
        key: Hashable,
        work: Callable[[Errand[T]], Awaitable[T]],
        *,
        is_followed: bool = True,
    ) -> Errand[T]:
        """Begin an errand, or join the one that is under way under the same key.

        One that is not followed has no handle by which it could be found.
        """
        known = self._running.get((tool, key))
        if known is not None and not known.has_ended:
            return known
        errand = Errand[T](tool, is_followed=is_followed)
        self._running[tool, key] = errand
        if is_followed:
            self._errands[errand.errand_id] = errand
        _forget_oldest(self._errands)
        _forget_oldest(self._running)
        self._tasks.start_soon(errand.run, work)
        return errand

    def errand_kept(self, errand_id: str) -> Errand[Any] | None:
        """The errand with that handle, under way or ended; None if this process has none."""
        return self._errands.get(errand_id)

    def errand_about(self, session_id: str | None) -> Errand[Any] | None:
        """The newest errand under way about a session; None: about whatever."""
        for errand in reversed(self._errands.values()):
            is_meant = session_id is None or errand.session_id == session_id
            if is_meant and not errand.has_ended:
                return errand
        return None

    # The backend

    @property
    def is_connected(self) -> bool:
        """Whether a client can be had without starting or finding anything."""
        return self._connection.is_connected

    async def client(self, errand: Errand[Any] | None = None) -> "BackendClient":
        """The client; ``errand`` tells those who wait if the backend had to be found first.

        Raises:
            TranscribeVideoError: there is no backend to be had.
        """
        if errand is None or self._connection.is_connected:
            return await self._connection.client()
        errand.say("Connecting…")
        client = await self._connection.client()
        errand.say("Ready.")
        return client


def host_of(settings: Settings) -> str | None:
    """The host that files are sent to; None if all stays on this computer."""
    return urlsplit(settings.api_url).netloc if settings.backend == "cloud" else None


@asynccontextmanager
async def desk(
    settings: Settings, manifest: Manifest, connection: "Connection"
) -> AsyncIterator[Desk]:
    """A desk that is cleared at the end: errands stop, jobs of the backend go on."""
    async with connection, anyio.create_task_group() as tasks:
        try:
            yield Desk(settings, manifest, connection, tasks)
        finally:
            tasks.cancel_scope.cancel()


def _forget_oldest(kept: dict[Any, Any]) -> None:
    while len(kept) > _MOST_KEPT:
        del kept[next(iter(kept))]

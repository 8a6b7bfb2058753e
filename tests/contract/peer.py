"""A peer of the client's: what it can do, how it is started, and what runs then."""

from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import AbstractContextManager, asynccontextmanager
from dataclasses import dataclass, field
from enum import Enum, auto
from pathlib import Path

import httpx

from backend.backend_process import NO_TLS
from client.finding import found
from shipped import shipped_manifest
from transcribe_video.client.access import Access
from transcribe_video.client.caller import Caller
from transcribe_video.client.client import Client

SKILL = {"X-Skill-Source": "s", "X-Skill-Version": "1.10", "X-Skill-Platform": "unknown"}
ANSWER_S = 60.0


class Can(Enum):
    """What a peer may be able to do."""

    SESSIONS = auto()
    """Begin sessions at the documented place."""
    UPLOAD = auto()
    """Take files that are sent."""
    UPLOAD_URLS = auto()
    """Fetch files from any address."""
    UPLOAD_PUBLIC_URLS = auto()
    """Fetch files from public addresses and from no others."""
    UPLOAD_PATHS = auto()
    STATE = auto()
    CHAT = auto()
    """Answer a message in whatever words."""
    TRANSCRIBE = auto()
    """Begin jobs by chat, and tell how they go on."""
    BEHAVE = auto()
    """Behave as ``agents/nemo_agent`` does."""
    ABORT = auto()
    """End the work of a turn whose stream is closed."""
    RENDER = auto()
    RENDER_JOBS = auto()
    """Tell of a render as of a job."""
    CLAIM = auto()
    CREDITS = auto()
    CANCEL = auto()
    REFUSE_BEARERS = auto()
    KNOW_SESSIONS = auto()
    """Tell a session that is not there from one that is."""
    REFUSE_FILES = auto()
    RATE = auto()
    """Give tokens that expire, seldom."""
    ATTRIBUTION = auto()
    SCOPES = auto()


@dataclass(frozen=True, slots=True)
class Running:
    """A peer that answers.

    Attributes:
        access: where it is.
        opened: begins a session in the peer's own way; None is the documented one.
        allows: the largest file that it takes, in bytes.
    """

    access: Access
    opened: Callable[[], str] | None = None
    allows: int = 500 * 1024 * 1024

    @asynccontextmanager
    async def client(
        self, bearer: str | None = None, headers: Mapping[str, str] = SKILL
    ) -> AsyncIterator[Client]:
        """Our client, talking to it."""
        access = self.access if bearer is None else Access(self.access.url, bearer)
        client = Client(Caller(found(access), headers, (0,)), shipped_manifest().limits)
        try:
            yield client
        finally:
            await client.close()

    async def session(self, client: Client) -> str:
        """A new session's id."""
        return self.opened() if self.opened else (await client.open_session()).session_id

    def http(self, bearer: str | None = None, headers: Mapping[str, str] = SKILL) -> httpx.Client:
        """Somebody who asks it without our client."""
        shown = {"Authorization": f"Bearer {bearer or self.access.bearer}", **headers}
        return httpx.Client(
            base_url=self.access.url,
            headers=shown,
            timeout=ANSWER_S,
            trust_env=False,
            verify=NO_TLS,
        )


@dataclass(frozen=True, slots=True)
class Peer:
    """One that can be started.

    Attributes:
        can: what it declares; a case of the suite runs on all peers that can do what it needs.
        started: starts it in a folder of its own.
    """

    name: str
    can: frozenset[Can]
    started: Callable[[Path], AbstractContextManager[Running]] = field(repr=False)

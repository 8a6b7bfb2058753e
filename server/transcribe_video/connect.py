"""The connection of this process to its backend: found or started on the first use."""

import asyncio
import os
import secrets
from collections.abc import Callable
from types import TracebackType
from typing import TYPE_CHECKING, Self

from transcribe_video.client.access import Access
from transcribe_video.client.attribution import attribution
from transcribe_video.manifest import Manifest
from transcribe_video.settings import Settings
from transcribe_video.skill import Skill
from transcribe_video.wire.health import Runtime

if TYPE_CHECKING:
    from transcribe_video.client.backend_client import BackendClient
    from transcribe_video.client.client import Client
    from transcribe_video.cloud.client import CloudClient

Ensure = Callable[[Settings, Skill, Manifest], Runtime]
"""Gives a backend that answers, started where it must be; may take long."""


class Connection:
    """Leads to the backend, also when it is killed and started anew; a context manager.

    Args:
        settings: where the backend's home is.
        skill: who calls.
        manifest: limits and timeouts.
        ensure: finds the backend; None is the one on this machine.
    """

    def __init__(
        self, settings: Settings, skill: Skill, manifest: Manifest, ensure: Ensure | None = None
    ) -> None:
        self._settings, self._skill, self._manifest = settings, skill, manifest
        self._ensure = ensure or _ensured_here
        self._instance = f"{os.getpid()}-{secrets.token_hex(8)}"
        self._lock = asyncio.Lock()
        self._access: Access | None = None
        self._is_let_in = False
        self._client: Client | None = None
        self._cloud: CloudClient | None = None

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        for client in (self._client, self._cloud):
            if client is not None:
                await client.close()

    @property
    def is_connected(self) -> bool:
        """Whether a backend is known that has answered and has not been found dead since."""
        return self._access is not None or self._is_let_in

    async def client(self) -> "BackendClient":
        """The client, its backend started if it must be.

        Raises:
            TranscribeVideoError: it cannot be found or started, or lets nobody in.
        """
        if self._settings.backend == "cloud":
            return await self._clouded()
        if self._client is None:
            self._client = self._made()
        if self._access is None:
            await self._find(None)
        return self._client

    async def _clouded(self) -> "CloudClient":
        """The client of the cloud, once it has let us in."""
        async with self._lock:
            if self._cloud is None:
                from transcribe_video.cloud.opening import open_cloud  # noqa: PLC0415 - as below

                self._cloud = open_cloud(self._settings, self._manifest.limits, self._headers)
            if not self._is_let_in:
                await self._cloud.connect()
                self._is_let_in = True
        return self._cloud

    @property
    def _headers(self) -> dict[str, str]:
        """What goes with every call."""
        return attribution(self._skill, self._settings.skill_source) | {
            "User-Agent": f"transcribe-video-to-text/{self._skill.version}"
        }

    def _made(self) -> "Client":
        # Brings the HTTP library, for which the start of a server must not wait.
        from transcribe_video.client.caller import Caller  # noqa: PLC0415
        from transcribe_video.client.client import Client  # noqa: PLC0415

        headers = self._headers | {"X-Client-Instance": self._instance}
        return Client(Caller(self._find, headers), self._manifest.limits)

    async def _find(self, stale: Access | None) -> Access:
        """The backend; who finds it dead looks for it, and all others wait for that."""
        async with self._lock:
            if self._access is None or self._access == stale:
                self._access = None
                runtime = await asyncio.to_thread(
                    self._ensure, self._settings, self._skill, self._manifest
                )
                self._access = Access(runtime.url, runtime.secret)
            return self._access


def _ensured_here(settings: Settings, skill: Skill, manifest: Manifest) -> Runtime:
    from transcribe_video.backend import launcher  # noqa: PLC0415

    return launcher.ensure(settings, skill, manifest)

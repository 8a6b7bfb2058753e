"""The MCP server over stdio, from its first line of input to the last."""

import gc
import os
import signal
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

import anyio

from transcribe_video.manifest import Manifest
from transcribe_video.settings import Settings
from transcribe_video.skill import Skill

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from transcribe_video.connect import Ensure
    from transcribe_video.tools.desk import Desk
    from transcribe_video.tools.tool_server import ToolServer


def serve(settings: Settings, skill: Skill, manifest: Manifest) -> int:
    """Serve a host until it closes our input; gives the exit code.

    The backend is left alone: its jobs go on.
    """
    # There is nothing to put in order, and a thread that waits for input cannot be interrupted.
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    # What modules make when they are imported is no garbage, and a tenth of the start would go
    # into looking for some.
    gc.disable()
    server = server_of(settings, skill, manifest)
    gc.freeze()
    gc.enable()
    anyio.run(_serve, server)
    return 0


async def _serve(server: "ToolServer") -> None:
    try:
        await server.run_stdio_async()
    except* OSError:
        pass  # the host has gone without a word
    # A thread may be starting the backend just now; nobody must wait for it.
    os._exit(0)


def server_of(
    settings: Settings, skill: Skill, manifest: Manifest, ensure: "Ensure | None" = None
) -> "ToolServer":
    """The server, with nothing started; ``ensure`` finds its backend, see ``Connection``."""
    from transcribe_video.connect import Connection  # noqa: PLC0415 - see gc above
    from transcribe_video.tools.desk import desk, host_of  # noqa: PLC0415
    from transcribe_video.tools.instructions import instructions  # noqa: PLC0415
    from transcribe_video.tools.tool_server import ToolServer  # noqa: PLC0415

    @asynccontextmanager
    async def lifespan(_server: object) -> "AsyncIterator[Desk]":
        connection = Connection(settings, skill, manifest, ensure)
        async with desk(settings, manifest, connection) as cleared:
            yield cleared

    return ToolServer(
        skill,
        settings,
        title="Transcribe video to text",
        instructions=instructions(host_of(settings)),
        lifespan=lifespan,
        log_level="WARNING",
    )

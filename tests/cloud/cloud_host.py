"""Real MCP servers whose backend is the scripted cloud."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from anyio.from_thread import BlockingPortal, start_blocking_portal
from mcp import Client

from cloud.reply import Reply, Request, event, streamed
from cloud.scripted import Cloud
from command import Command
from host import Calls, Host
from shipped import shipped_manifest
from transcribe_video.settings import load_settings
from transcribe_video.skill import load_skill
from transcribe_video.tools.server import server_of

TURN, RENDER, LOOK = "POST /run_sse", "POST /api/render/proxy/lambda", "GET /api/render/proxy/*"


def command(cloud: Cloud, folder: Path, **environment: str) -> Command:
    """The program as it is told to work in the cloud, with waits that tests can bear."""
    home = folder / "home"
    home.mkdir(exist_ok=True)
    waits = {
        "NEMO_RENDER_FIRST_POLL_S": "0.05",
        "NEMO_RENDER_POLL_S": "0.05",
        "NEMO_RECOVERY_WAITS_S": "0.05,0.05,0.05",
    }
    own = {"NEMO_BACKEND": "cloud", "NEMO_API_URL": cloud.url, **waits, **environment}
    return Command(home, own, is_direct=False)


class _NearHost(Calls):
    """The host of a server in this process, which starts in no time."""

    def __init__(self, portal: BlockingPortal, client: Client) -> None:
        self._portal, self._client = portal, client

    def call(self, tool: str, /, **arguments: object) -> dict[str, Any]:
        result = self._portal.call(self._client.call_tool, tool, arguments)
        dumped: dict[str, Any] = result.model_dump(by_alias=True)
        return dumped


@contextmanager
def cloud_host(cloud: Cloud, folder: Path) -> Iterator[Calls]:
    """A host whose server, in this process, works in the cloud."""
    told, skill = command(cloud, folder), load_skill()
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("HOME", str(folder))
        settings = load_settings(told.surroundings)
        server = server_of(settings, skill, shipped_manifest())
        with (
            start_blocking_portal() as portal,
            portal.wrap_async_context_manager(Client(server)) as client,
        ):
            yield _NearHost(portal, client)


@contextmanager
def cloud_process(cloud: Cloud, folder: Path, **environment: str) -> Iterator[Host]:
    """A host whose server, a process, works in the cloud; it is killed at the end of the block."""
    running = Host(command(cloud, folder, **environment))
    try:
        yield running
    finally:
        running.kill()


def captioned(*lines: tuple[int, int, str], length_ms: int = 4000) -> dict[str, Any]:
    """A timeline with a film and captions: (from, to, words), in milliseconds."""
    clips = [
        {"d": to_ms - from_ms, "m": {"text": words, "at_ms": from_ms}}
        for from_ms, to_ms, words in lines
    ]
    film = {"tt": 0, "sg": [{"d": length_ms, "m": {}}], "d": length_ms}
    return {"t": [film, {"tt": 7, "sg": clips}], "d": length_ms, "x_unknown": 2**53 + 1}


def answering(cloud: Cloud, reply: str, draft: dict[str, Any] | None = None) -> None:
    """What the editor does with the next message."""

    def answer(request: Request) -> Reply:
        project = cloud.nemo.sessions[request.json["session_id"]]
        project.messages.append(request.json["new_message"]["parts"][0]["text"])
        if draft is not None:
            project.draft = draft
        return streamed(event(reply) if reply else event())

    cloud.script(TURN, answer)

"""The connection, with backends that are scripted."""

import asyncio
import os
import re
import subprocess
import sys
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import repeat
from pathlib import Path

import pytest

from client.peer import SECRET, Peer, done, dropped, replied
from transcribe_video.client.access import Access
from transcribe_video.connect import Connection
from transcribe_video.errors import ConfigurationError, UnreachableError
from transcribe_video.manifest import Manifest
from transcribe_video.settings import Settings
from transcribe_video.skill import Skill, load_skill
from transcribe_video.wire.balance import Balance
from transcribe_video.wire.health import Runtime

pytestmark = pytest.mark.anyio

_LIGHT = """
import pkgutil, sys
import transcribe_video.client as client
import transcribe_video.connect
calls = {"answer", "caller", "download", "redirect", "transport", "trouble"}
for module in pkgutil.iter_modules(client.__path__):
    if module.name not in calls:
        __import__(f"transcribe_video.client.{module.name}")
print(*sys.modules)
"""


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"


@dataclass
class Launcher:
    """Gives one backend after the other, as often as it is asked.

    Attributes:
        accesses: the backends; after them it fails.
        asked: the settings, skill and manifest of each question.
        before: happens first, in the thread of the question.
    """

    accesses: list[Access]
    before: Callable[[], object] = lambda: None
    asked: list[tuple[Settings, Skill, Manifest]] = field(default_factory=list)

    def __call__(self, settings: Settings, skill: Skill, manifest: Manifest) -> Runtime:
        self.asked.append((settings, skill, manifest))
        self.before()
        if not self.accesses:
            raise UnreachableError("The backend cannot be started", "nothing is left")
        access = self.accesses.pop(0)
        port = int(access.url.rpartition(":")[2])
        return Runtime(
            port=port, secret=access.bearer, pid=1, wire=1, version="1", boot_id=f"boot-{port}"
        )


def test_nothing_but_the_calls_themselves_imports_the_http_library() -> None:
    ran = subprocess.run(
        [sys.executable, "-c", _LIGHT],
        check=True,
        capture_output=True,
        text=True,
        timeout=30,
        env={"PYTHONPATH": str(Path(__file__).parents[1] / "server")},
    )
    heavy = {"httpx", "httpx2", "httpx_sse", "httpcore", "mcp", "starlette", "uvicorn", "av"}
    assert not heavy & set(ran.stdout.split())
    assert "transcribe_video.client.client" in ran.stdout.split()


async def test_the_backend_is_looked_for_on_the_first_use(
    tmp_path: Path, manifest: Manifest
) -> None:
    settings, skill = Settings(tmp_path, skill_source="a-market"), load_skill()
    async with Peer(repeat(done({"available": 1}))) as peer:
        launcher = Launcher([peer.access])
        async with Connection(settings, skill, manifest, launcher) as connection:
            assert (connection.is_connected, launcher.asked) == (False, [])
            client = await connection.client()
            assert (connection.is_connected, peer.lines) == (True, [])
            assert await client.balance() == Balance(available=1)
            assert await connection.client() is client
    assert launcher.asked == [(settings, skill, manifest)]
    headers = peer.received[0].headers
    assert headers["authorization"] == f"Bearer {SECRET}"
    assert headers["user-agent"] == f"transcribe-video-to-text/{skill.version}"
    assert headers["x-skill-source"] == skill.name
    assert headers["x-skill-version"] == skill.version
    assert headers["x-skill-platform"] == "a-market"
    assert re.fullmatch(rf"{os.getpid()}-[0-9a-f]{{16}}", headers["x-client-instance"])


async def test_each_connection_is_an_instance_of_its_own(
    tmp_path: Path, manifest: Manifest
) -> None:
    async with Peer(repeat(done({}))) as peer:
        for _ in range(2):
            launcher = Launcher([peer.access])
            async with Connection(Settings(tmp_path), load_skill(), manifest, launcher) as one:
                await (await one.client()).balance()
                await (await one.client()).balance()
    instances = [request.headers["x-client-instance"] for request in peer.received]
    assert instances[0] == instances[1] != instances[2] == instances[3]


async def test_calls_at_the_same_time_look_for_one_backend(
    tmp_path: Path, manifest: Manifest
) -> None:
    looking, found = threading.Event(), threading.Event()

    def look() -> None:
        looking.set()
        assert found.wait(10)

    async with Peer(repeat(done({}))) as peer:
        launcher = Launcher([peer.access], before=look)
        async with Connection(Settings(tmp_path), load_skill(), manifest, launcher) as connection:
            clients = [asyncio.create_task(connection.client()) for _ in range(10)]
            await asyncio.to_thread(looking.wait, 10)
            assert not any(task.done() for task in clients)  # and the loop goes on meanwhile
            found.set()
            assert len(set(await asyncio.gather(*clients))) == 1
    assert len(launcher.asked) == 1


async def test_a_backend_that_dies_is_replaced_for_all_who_wait_for_it(
    tmp_path: Path, manifest: Manifest
) -> None:
    together = asyncio.Barrier(5)

    async def die(writer: asyncio.StreamWriter) -> None:
        await together.wait()
        await dropped(writer)

    async with Peer(repeat(die)) as first, Peer(repeat(done({"available": 2}))) as second:
        launcher = Launcher([first.access, second.access])
        async with Connection(Settings(tmp_path), load_skill(), manifest, launcher) as connection:
            client = await connection.client()
            balances = await asyncio.gather(*(client.balance() for _ in range(5)))
            assert connection.is_connected
    assert balances == [Balance(available=2)] * 5
    assert (len(first.lines), len(second.lines), len(launcher.asked)) == (5, 5, 2)


async def test_a_backend_that_was_replaced_on_the_same_port_is_found_by_its_new_secret(
    tmp_path: Path, manifest: Manifest
) -> None:
    answers = [replied({"code": 1001}, 401), done({"session_id": "7"})]
    async with Peer(answers) as peer:
        anew = Access(peer.access.url, "n" * 40)
        launcher = Launcher([peer.access, anew])
        async with Connection(Settings(tmp_path), load_skill(), manifest, launcher) as connection:
            client = await connection.client()
            assert (await client.open_session()).session_id == "7"
    bearers = [request.headers["authorization"] for request in peer.received]
    assert bearers == [f"Bearer {SECRET}", f"Bearer {'n' * 40}"]


async def test_a_backend_that_cannot_be_started_is_tried_again_on_the_next_use(
    tmp_path: Path, manifest: Manifest
) -> None:
    async with Peer([done({"available": 1}), dropped]) as first, Peer([done({})]) as second:
        offered = [first.access]
        launcher = Launcher(offered)
        async with Connection(Settings(tmp_path), load_skill(), manifest, launcher) as connection:
            client = await connection.client()
            await client.balance()
            with pytest.raises(UnreachableError, match="cannot be started"):
                await client.balance()
            assert not connection.is_connected
            with pytest.raises(UnreachableError, match="cannot be started"):
                await connection.client()
            offered.append(second.access)
            assert await connection.client() is client
            assert await client.balance() == Balance()


async def test_a_call_that_is_given_up_leaves_the_search_to_the_others(
    tmp_path: Path, manifest: Manifest
) -> None:
    looking, found = threading.Event(), threading.Event()

    def look() -> None:
        looking.set()
        assert found.wait(10)

    async with Peer(repeat(done({}))) as peer:
        launcher = Launcher([peer.access] * 2, before=look)
        async with Connection(Settings(tmp_path), load_skill(), manifest, launcher) as connection:
            given_up = asyncio.create_task(connection.client())
            await asyncio.to_thread(looking.wait, 10)
            given_up.cancel()
            with pytest.raises(asyncio.CancelledError):
                await given_up
            found.set()
            assert await (await connection.client()).balance() == Balance()


async def test_a_name_that_cannot_stand_in_a_header_is_said_before_anything_is_started(
    tmp_path: Path, manifest: Manifest
) -> None:
    launcher = Launcher([])
    skill = Skill(tmp_path, "Fähigkeit", "1.0")
    async with Connection(Settings(tmp_path), skill, manifest, launcher) as connection:
        with pytest.raises(ConfigurationError, match="The header X-Skill-Source cannot be sent"):
            await connection.client()
    assert launcher.asked == []

"""The peers that the suite runs on."""

import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest

from backend.backend_process import environment_of, running, until
from cloud.scripted import Cloud
from contract.peer import Can, Peer, Running
from contract.ruled_backend import UPLOAD_MB
from transcribe_video.backend.liveness import living
from transcribe_video.backend.runtime import RuntimeFiles
from transcribe_video.client.access import Access

TOKEN_CALLS = 4
_OTHERS = shutil.ignore_patterns(".adk", "__pycache__")
_HERE = Path(__file__).parent
_STARTED_S, _LOOK_S = 60.0, 0.1


@contextmanager
def _embedded(folder: Path) -> Iterator[Running]:
    with running(folder / "home") as backend:
        yield Running(Access(backend.runtime.url, backend.runtime.secret))


@contextmanager
def _ruled(folder: Path) -> Iterator[Running]:
    """The embedded backend under the cloud's rules, with files of a megabyte at most."""
    home = folder / "home"
    command = [sys.executable, str(_HERE / "ruled_backend.py"), str(TOKEN_CALLS)]
    with subprocess.Popen(command, env=environment_of(home)) as process:
        try:
            found = until(
                lambda: living(RuntimeFiles(home).read()), lambda alive: alive is not None
            )
            assert found is not None
            runtime = found.runtime
            yield Running(Access(runtime.url, runtime.secret), allows=UPLOAD_MB * 1024 * 1024)
        finally:
            process.kill()


@contextmanager
def _adk(folder: Path) -> Iterator[Running]:
    """Google ADK's own server with our agents: without keys, in a home with nothing in it."""
    port = _free_port()
    url = f"http://127.0.0.1:{port}"
    # A copy: the server keeps its sessions beside its agents.
    agents = shutil.copytree(_HERE / "agents", folder / "agents", ignore=_OTHERS)
    command = ["api_server", "--host", "127.0.0.1", "--port", str(port), str(agents)]
    with (
        (folder / "adk.log").open("wb") as log,
        subprocess.Popen(
            [sys.executable, "-m", "google.adk.cli", *command],
            cwd=folder,
            env={"HOME": str(folder), "PATH": os.environ["PATH"], "PYTHONDONTWRITEBYTECODE": "1"},
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=subprocess.STDOUT,
        ) as process,
    ):
        try:
            _await_answer(f"{url}/list-apps", process, folder / "adk.log")
            yield Running(Access(url, "unread"), lambda: _adk_session(url))
        finally:
            process.kill()


def _adk_session(url: str) -> str:
    """ADK's sessions begin at another place; this is all that is adapted."""
    place = f"{url}/apps/nemo_agent/users/me/sessions"
    return str(httpx.post(place, json={}, trust_env=False, timeout=30).json()["id"])


def _free_port() -> int:
    with socket.socket() as held:
        held.bind(("127.0.0.1", 0))
        port: int = held.getsockname()[1]
        return port


def _await_answer(url: str, process: "subprocess.Popen[bytes]", log: Path) -> None:
    ends = time.monotonic() + _STARTED_S
    while time.monotonic() < ends and process.poll() is None:
        try:
            httpx.get(url, trust_env=False, timeout=5).raise_for_status()
        except httpx.TransportError:
            time.sleep(_LOOK_S)
        else:
            return
    raise AssertionError(log.read_text(errors="replace"))


@contextmanager
def _scripted(folder: Path) -> Iterator[Running]:
    with Cloud() as cloud:
        cloud.nemo.tokens["nmv_usr_me"] = "user_1"
        cloud.nemo.limit_bytes = 1024 * 1024
        yield Running(Access(cloud.url, "nmv_usr_me"), allows=cloud.nemo.limit_bytes)


_CLOUD = frozenset(
    {
        Can.SESSIONS,
        Can.UPLOAD,
        Can.STATE,
        Can.CHAT,
        Can.RENDER,
        Can.CLAIM,
        Can.CREDITS,
        Can.REFUSE_BEARERS,
        Can.KNOW_SESSIONS,
    }
)
# The embedded backend fetches from public addresses only, so that no page can send it into the
# user's own network. There is no seam by which a test could let it fetch from loopback, as there is
# none for anybody else; what it refuses is tested (UPLOAD_PUBLIC_URLS), its fetching in backend/.
_OURS = frozenset({Can.UPLOAD_PUBLIC_URLS, Can.UPLOAD_PATHS, Can.TRANSCRIBE, Can.CANCEL})
_REFUSALS = frozenset({Can.REFUSE_FILES, Can.RATE, Can.ATTRIBUTION})
PEERS = (
    Peer("embedded", _CLOUD | _OURS | {Can.RENDER_JOBS}, _embedded),
    Peer("embedded_ruled", _CLOUD | _REFUSALS | {Can.SCOPES}, _ruled),
    Peer("adk", frozenset({Can.BEHAVE, Can.ABORT, Can.CHAT, Can.KNOW_SESSIONS}), _adk),
    Peer("scripted", _CLOUD | _REFUSALS | {Can.UPLOAD_URLS}, _scripted),
)


def on(*needed: Can) -> pytest.MarkDecorator:
    """Run a case on each peer that can do all of this."""
    able = [peer for peer in PEERS if peer.can.issuperset(needed)]
    assert able, f"no peer can do {needed}"
    return pytest.mark.parametrize("peer", able, indirect=True, ids=lambda peer: peer.name)

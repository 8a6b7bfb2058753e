"""The server as hosts run it: a process with pipes."""

import json
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from functools import partial
from itertools import pairwise
from pathlib import Path
from time import monotonic
from typing import Any

import pytest
from mcp import Client, StdioServerParameters

from command import NO_PRIVILEGES, SAMPLE, Command
from host import backend_of, end_all, eventually, host
from tools.driver import Assistant, Eyes, read_structure, read_text, text_of

pytestmark = pytest.mark.timeout(180)
_START = 'import runpy\nrunpy.run_module("transcribe_video", run_name="__main__", alter_sys=True)\n'
_HELLO = {
    "protocolVersion": "2025-11-25",
    "capabilities": {},
    "clientInfo": {"name": "a-host", "version": "1"},
}
# What the server must not load to answer a host that only says hello; the SDK loads none of it.
_HEAVY = {
    "av",
    "ctranslate2",
    "docx",
    "faster_whisper",
    "huggingface_hub",
    "httpx",
    "httpx_sse",
    "imageio_ffmpeg",
    "numpy",
    "onnxruntime",
    "setproctitle",
    "tokenizers",
    "tqdm",
}


@pytest.fixture
def command(base_model_home: Path, tmp_path: Path) -> Iterator[Command]:
    """The command in a home that has a model and knows nothing."""
    home = tmp_path / "home"
    home.mkdir()
    (home / "models").symlink_to(base_model_home / "models")
    yield Command(home, is_direct=False)
    end_all(home)


@pytest.fixture
def film(tmp_path: Path) -> Path:
    folder = tmp_path / "films"
    folder.mkdir()
    return Path(shutil.copy(SAMPLE, folder / "film.mp4"))


def _forbid(film: Path) -> None:
    film.chmod(0)


@asynccontextmanager
async def _assistant(
    command: Command, mode: str, eyes: Eyes = read_structure, before: str = ""
) -> AsyncIterator[Assistant]:
    """An assistant whose server is a process that runs ``before`` first."""
    program = ["-c", before + _START] if before else ["-m", "transcribe_video"]
    server = StdioServerParameters(
        command=sys.executable, args=[*program, "mcp"], env=command.surroundings
    )
    async with Client(server, mode=mode) as client:
        yield Assistant(client, eyes)


@pytest.mark.anyio
@pytest.mark.parametrize(("mode", "eyes"), [("auto", read_text), ("legacy", read_structure)])
async def test_the_main_job_through_pipes(
    command: Command, film: Path, mode: str, eyes: Eyes
) -> None:
    async with _assistant(command, mode, eyes) as assistant:
        done = await assistant.finished(await assistant.call("transcribe", source=str(film)))
        assert done.status == "completed"
        assert done.documents["docx"].is_file()
        assert assistant.heard[:2] == ["Connecting…", "Ready."]


@pytest.mark.anyio
@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere all names are text")
async def test_a_name_that_is_no_text_is_told_as_far_as_it_is(command: Command, film: Path) -> None:
    _rename(film, "bad\udcff.mp4")
    async with _assistant(command, "auto") as assistant:
        done = await assistant.finished(await assistant.call("transcribe", source=str(film.parent)))
        assert done.status == "completed"
        assert {path.name for path in done.documents.values()} == {"bad�.docx", "bad�.txt"}
        state = await assistant.result("state", session_id=done.ids["session_id"])
        assert [one["filename"] for one in state.structured_content["media"]] == ["bad�.mp4"]
    assert sorted(_suffixes(film.parent)) == [".docx", ".mp4", ".txt"]


def _rename(film: Path, name: str) -> None:
    film.rename(film.with_name(name))


def _suffixes(folder: Path) -> list[str]:
    return [path.suffix for path in folder.iterdir()]


@pytest.mark.anyio
@pytest.mark.parametrize("mode", ["auto", "legacy"])
async def test_a_file_that_the_system_forbids_is_answered_with_the_page(
    command: Command, film: Path, mode: str
) -> None:
    _forbid(film)
    async with _assistant(command, mode, before=NO_PRIVILEGES) as assistant:
        result = await assistant.result("transcribe", source=str(film))
    told = result.structured_content
    assert told["status"] == "needs_input"
    assert text_of(result).startswith(
        "“film.mp4” cannot be read by programs on this computer. Please open this page and drop "
        "the file on it. Nothing leaves this computer. The link can be opened for an hour; ask "
        f"again after that, and it works again. {told['link']}\n"
    )
    assert "/workspace/claim?ct=clm_" in told["link"]


@pytest.mark.anyio
@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() != 0, reason="only root may differ")
async def test_a_file_that_only_the_server_may_read_is_handed_over(
    command: Command, film: Path
) -> None:
    _forbid(film)
    with command.running("backend", "run", before=NO_PRIVILEGES):
        assert eventually(partial(backend_of, command.home))
        async with _assistant(command, "auto") as assistant:
            done = await assistant.call("transcribe", source=str(film), wait_s=50)
    assert done.status == "completed"
    assert all(path.is_file() for path in done.documents.values())


def _started(command: Command, *options: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, *options, "-m", "transcribe_video", "mcp"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=command.surroundings,
        text=True,
    )


def _line(number: int, method: str, params: dict[str, Any]) -> str:
    message = {"jsonrpc": "2.0", "id": number, "method": method, "params": params}
    return json.dumps(message) + "\n"


def test_nothing_heavy_is_loaded_to_say_hello(command: Command) -> None:
    with _started(command, "-X", "importtime") as process:
        printed, said = process.communicate(_line(1, "initialize", _HELLO), timeout=60)
    assert json.loads(printed)["result"]["serverInfo"]["name"] == "transcribe-video-to-text"
    loaded = {line.rpartition("|")[2].strip().split(".")[0] for line in said.splitlines()}
    assert "mcp" in loaded
    assert not _HEAVY & loaded
    assert process.returncode == 0


def test_a_host_that_hangs_up_in_mid_call_is_left_at_once_and_the_backend_stays(
    command: Command, film: Path
) -> None:
    with host(command) as chat:
        chat.send("tools/call", {"name": "transcribe", "arguments": {"source": str(film)}})
        assert eventually((command.home / "backend.lock").exists)
        hung_up_s = monotonic()
        assert chat.hang_up() == 0
        assert monotonic() - hung_up_s < 5
        assert chat.has_hung_up()
    assert eventually(partial(backend_of, command.home))


def test_a_host_that_dies_without_a_word_is_no_fault_of_the_server(command: Command) -> None:
    with _started(command) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write(_line(1, "initialize", _HELLO))
        process.stdin.flush()
        assert "serverInfo" in process.stdout.readline()
        process.stdout.close()  # so that the answer to what comes next reaches nobody
        process.stdin.write(_line(2, "tools/list", {}))
        process.stdin.close()
        assert process.wait(timeout=10) == 0
    assert not (command.home / "mishap.txt").exists()


def test_a_host_that_says_nothing_is_left_at_once(command: Command) -> None:
    with host(command) as chat:
        assert chat.hang_up() == 0


@pytest.mark.skipif(sys.platform == "win32", reason="there is no such signal")
def test_a_server_that_is_told_to_end_does_not_wait_for_its_input(command: Command) -> None:
    with host(command) as chat:
        chat.process.send_signal(signal.SIGTERM)
        assert chat.process.wait(timeout=5) == -signal.SIGTERM


def test_the_wire_carries_answers_and_progress_and_nothing_else(
    command: Command, film: Path
) -> None:
    with host(command) as chat:
        chat.finished(chat.tool("transcribe", source=str(film)))
        assert {note["method"] for note in chat.notifications} == {"notifications/progress"}
        steps: dict[str, list[float]] = {}
        for note in chat.notifications:
            token, value = note["params"]["progressToken"], note["params"]["progress"]
            steps.setdefault(token, []).append(value)
        assert all(_grows(values) for values in steps.values())


def _grows(values: list[float]) -> bool:
    return all(one < other for one, other in pairwise(values))


def test_a_line_that_is_no_message_ends_nothing(command: Command) -> None:
    with host(command) as chat:
        assert chat.process.stdin is not None
        chat.process.stdin.write("this is no message\n{}\n[1,2]\n")
        chat.process.stdin.flush()
        credits_: dict[str, Any] = chat.tool("credits")
        assert credits_["backend"] == "local"

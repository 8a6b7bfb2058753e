"""Every call answers in its time, whatever the backend does."""

import shutil
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import pairwise
from pathlib import Path
from time import monotonic
from typing import Any

import anyio
import pytest

from command import SAMPLE
from host import backend_of
from tools.driver import Assistant, Seen, text_of
from tools.project import assistant_in
from transcribe_video.backend import launcher
from transcribe_video.manifest import Manifest
from transcribe_video.settings import Settings
from transcribe_video.skill import Skill
from transcribe_video.tools.call import LEAST_S, SPARE_S
from transcribe_video.wire.health import Runtime

pytestmark = [
    pytest.mark.anyio,
    pytest.mark.timeout(180),
    pytest.mark.skipif(sys.platform == "win32", reason="nothing can be stopped there"),
]
_WAIT_S = 5
_SLACK_S = 3  # two cores serve all tests at once


@pytest.fixture(scope="module")
def home(kept_home: Path) -> Path:
    return kept_home


@pytest.fixture
def film(tmp_path: Path) -> Path:
    return Path(shutil.copy(SAMPLE, tmp_path / "film.mp4"))


@pytest.fixture
def talk(lecture: Path, ffmpeg: str, tmp_path: Path) -> Path:
    """Two minutes of speech, none of which was recognised for another test."""
    talk = tmp_path / "talk.flac"
    later = [ffmpeg, "-v", "error", "-ss", "0.7", "-i", str(lecture), str(talk)]
    subprocess.run(later, check=True, timeout=60)
    return talk


@contextmanager
def _stopped(home: Path) -> Iterator[None]:
    """The backend takes connections and does nothing."""
    backend = backend_of(home)
    assert backend is not None
    backend.send_signal(signal.SIGSTOP)
    try:
        yield
    finally:
        backend.send_signal(signal.SIGCONT)


async def _until(condition: Callable[[], object]) -> None:
    with anyio.fail_after(60):
        while True:
            if condition():
                return
            await anyio.sleep(0.05)


async def _uploaded(assistant: Assistant, film: Path) -> str:
    return (await assistant.call("upload", source=str(film))).ids["session_id"]


async def test_no_call_waits_for_a_backend_that_has_stopped(home: Path, film: Path) -> None:
    async with assistant_in(home, wait_s=_WAIT_S) as assistant:
        one, other = await _uploaded(assistant, film), await _uploaded(assistant, film)
        calls: dict[str, dict[str, Any]] = {
            "transcribe": {"source": str(film), "formats": "srt", "wait_s": 0},
            "upload": {"source": str(film)},
            "chat": {"message": "hello", "session_id": one, "wait_s": 0},
            "state": {"session_id": one},
            "export": {"session_id": one, "wait_s": 0},
            "credits": {},
            "read_transcript": {"session_id": one},
            "cancel": {"session_id": other},
        }
        allowed_s = {"upload": _WAIT_S, "read_transcript": _WAIT_S, "cancel": 10}
        seen: dict[str, tuple[float, Seen]] = {}

        async def call(tool: str) -> None:
            begun_s = monotonic()
            answer = await assistant.call(tool, **calls[tool])
            seen[tool] = (monotonic() - begun_s, answer)

        with _stopped(home):
            async with anyio.create_task_group() as at_once:
                for tool in calls:
                    at_once.start_soon(call, tool)
        for tool, (took_s, answer) in seen.items():
            assert took_s < allowed_s.get(tool, 0) + SPARE_S + _SLACK_S, tool
            assert answer.status == ("completed" if tool == "credits" else "running"), tool
            assert (answer.following is None) is (tool == "credits"), tool
        followed = {tool for tool, (_, answer) in seen.items() if _has_handle(answer)}
        assert followed == {"transcribe", "upload", "chat", "export"}
        for tool in ("state", "read_transcript", "cancel"):
            told = {"session_id": calls[tool]["session_id"], "wait_s": int(_WAIT_S)}
            assert seen[tool][1].following == ("state", told)
        for tool in ("transcribe", "upload", "chat", "state"):
            done = await assistant.finished(seen[tool][1])
            assert done.status in {"completed", "idle"}, tool


def _has_handle(answer: Seen) -> bool:
    return answer.ids.get("job_id", "").startswith("errand_")


async def test_a_host_hears_of_a_call_all_the_time_while_nothing_answers(
    home: Path, film: Path
) -> None:
    async def call(assistant: Assistant, tool: str, session_id: str) -> None:
        assistant.heard_s.clear()
        begun_s = monotonic()
        await assistant.call(tool, session_id=session_id, wait_s=6)
        moments = [begun_s, *assistant.heard_s, monotonic()]
        assert len(moments) > 2
        assert max(after - before for before, after in pairwise(moments)) < 5 + _SLACK_S

    async with assistant_in(home) as one, assistant_in(home) as other:
        sessions = [await _uploaded(assistant, film) for assistant in (one, other)]
        with _stopped(home):
            async with anyio.create_task_group() as at_once:
                at_once.start_soon(call, one, "state", sessions[0])
                at_once.start_soon(call, other, "export", sessions[1])


async def test_work_that_has_ids_is_told_with_them_where_the_backend_stops(
    home: Path, talk: Path
) -> None:
    arguments = {"source": str(talk), "formats": "md"}
    async with assistant_in(home) as assistant:
        begun = await assistant.call("transcribe", **arguments, wait_s=0)
        answers: list[Seen] = []

        async def follow() -> None:
            answers.append(await assistant.call("transcribe", **arguments, wait_s=4))

        async with anyio.create_task_group() as at_once:
            heard = len(assistant.heard)
            at_once.start_soon(follow)
            await _until(lambda: len(assistant.heard) > heard + 2)
            with _stopped(home):
                await _until(lambda: answers)
        assert answers[0].ids["job_id"] == begun.ids["job_id"]
        assert answers[0].ids["session_id"] == begun.ids["session_id"]
        await assistant.call("cancel", session_id=begun.ids["session_id"])


async def test_a_new_server_does_not_wait_for_a_backend_that_has_stopped(
    home: Path, film: Path
) -> None:
    async with assistant_in(home) as assistant:
        session_id = await _uploaded(assistant, film)
    async with assistant_in(home) as assistant:
        with _stopped(home):
            begun_s = monotonic()
            seen = await assistant.call("state", session_id=session_id)
            assert monotonic() - begun_s < SPARE_S + _SLACK_S
        assert (seen.status, seen.ids) == ("running", {"session_id": session_id})
        assert (await assistant.finished(seen)).status == "idle"


async def test_a_start_that_takes_long_is_work_that_goes_on(home: Path, film: Path) -> None:
    async with anyio.create_task_group() as at_once:
        for tool in _ENDS:
            at_once.start_soon(_call_at_a_long_start, home, film, tool)


async def _call_at_a_long_start(home: Path, film: Path, tool: str) -> None:
    go_on = threading.Event()

    def slow(settings: Settings, skill: Skill, manifest: Manifest) -> Runtime:
        assert go_on.wait(60)
        return launcher.ensure(settings, skill, manifest)

    async with assistant_in(home) as assistant:
        session_id = await _uploaded(assistant, film)
    arguments: dict[str, Any] = {"session_id": session_id}
    if tool == "chat":
        arguments["message"] = "what is the status?"
    if tool in {"chat", "export"}:
        arguments["wait_s"] = 0
    async with assistant_in(home, wait_s=0, ensure=slow) as assistant:
        with _patience(go_on):
            result = await assistant.result(tool, **arguments)
        seen = assistant.eyes(result)
        assert (seen.status, seen.ids["session_id"]) == ("running", session_id)
        assert text_of(result).startswith("Connecting… It goes on by itself.\n")
        assert assistant.heard[0] == "Connecting…"
        assert _has_handle(seen) is (tool == "export")
        assert seen.following is not None
        assert seen.following[0] == "state"
        seen = await assistant.finished(seen)
        if tool in {"read_transcript", "cancel", "chat"}:  # it was not done yet
            seen = assistant.eyes(await assistant.result(tool, **{**arguments, **_longer(tool)}))
        assert seen.status == _ENDS[tool]


_ENDS = {
    "state": "idle",
    "read_transcript": "failed",  # there is none
    "cancel": "idle",
    "export": "completed",
    "chat": "idle",
}


def _longer(tool: str) -> dict[str, float]:
    return {"wait_s": 20} if tool in {"chat", "export"} else {}


@contextmanager
def _patience(go_on: threading.Event) -> Iterator[None]:
    try:
        yield
    finally:
        go_on.set()


def test_the_longest_call_ends_before_hosts_cut_it(manifest: Manifest) -> None:
    assert LEAST_S < SPARE_S
    assert manifest.timeouts.longest_wait_s + SPARE_S < 55

"""What hosts do to the program: they cut calls, kill servers, close windows, and come in pairs."""

import json
import shutil
import threading
from dataclasses import replace
from pathlib import Path
from time import monotonic
from typing import Any, NamedTuple

import psutil
import pytest

from command import REFERENCE, SAMPLE, Command
from documents_on_disk import spoken, words_of
from host import Host, backend_of, end_all, eventually, host, kill_backend, processes_of
from ledger_rows import rows_of
from tiny_model import tiny_model

_IN_TIME_S = 8  # beyond what a call may take: two cores serve all tests at once
_ROUNDS = 2  # each throws the dice anew; raise it to hunt a race


@pytest.fixture
def talk(chapter: Path, tmp_path: Path) -> Path:
    """A minute of speech, in a folder of its own."""
    return Path(shutil.copy(chapter, _folder(tmp_path / "films") / "talk.flac"))


def _folder(path: Path) -> Path:
    path.mkdir(parents=True, exist_ok=True)
    return path


def _document(result: dict[str, Any], kind: str = "txt") -> Path:
    [path] = [Path(file["path"]) for file in result["files"] if file["format"] == kind]
    return path


def _begun(chat: Host, talk: Path) -> dict[str, Any]:
    """The answer that names the ids of work that has just begun."""
    result = chat.tool("transcribe", source=str(talk), quality="fast", wait_s=0)
    while result["job_id"].startswith("errand_"):
        result = chat.tool("state", job_id=result["job_id"], wait_s=1)
    return result


def _transcript(state: dict[str, Any]) -> dict[str, Any]:
    """The transcript of a finished state or transcribe result."""
    found: dict[str, Any] = state.get("transcript") or state
    return found


def test_every_call_comes_back_in_its_time(quick: Command, talk: Path) -> None:
    with host(quick) as chat:
        started = monotonic()
        result = chat.tool("transcribe", source=str(talk), wait_s=1)
        assert (result["status"], result["next"]["tool"]) == ("running", "state")
        assert monotonic() - started < 1 + _IN_TIME_S

        while result["status"] == "running":
            started = monotonic()
            result = chat.tool("state", session_id=result["session_id"], wait_s=2)
            assert monotonic() - started < 2 + _IN_TIME_S
    assert result["status"] == "completed"
    assert _document(_transcript(result)).is_file()


def test_a_killed_server_loses_no_job(quick: Command, talk: Path) -> None:
    with host(quick) as first:
        begun = _begun(first, talk)
        assert eventually(lambda: rows_of(quick.home))
        backend = backend_of(quick.home)
        first.kill()
        assert first.has_hung_up()

    with host(quick) as second:
        joined = _begun(second, talk)
        assert backend_of(quick.home) == backend
        assert (joined["job_id"], joined["session_id"]) == (begun["job_id"], begun["session_id"])
        assert second.finished(joined)["status"] == "completed"


def test_a_job_outlives_all_that_its_host_ends(quick: Command, talk: Path) -> None:
    with host(quick) as first:
        begun = _begun(first, talk)
        first.kill_group()
        assert first.has_hung_up()

    assert eventually((talk.parent / "talk.docx").is_file, within_s=90)
    with host(quick) as second:
        state = second.tool("state", session_id=begun["session_id"], wait_s=10)
    assert state["status"] == "completed"
    assert _document(state["transcript"]) == talk.parent / "talk.txt"


def test_a_killed_backend_goes_on_where_it_was(quick: Command, talk: Path) -> None:
    with host(quick) as chat:
        begun = _begun(chat, talk)
        assert eventually(lambda: len(rows_of(quick.home)) >= 2, within_s=60)
        kill_backend(quick.home)
        assert eventually(lambda: _are(processes_of(quick.home), [chat.process.pid]))
        before = rows_of(quick.home)

        state = chat.tool("state", session_id=begun["session_id"], wait_s=5)
        done = chat.finished(state)

        after = rows_of(quick.home)
    assert done["status"] == "completed"
    assert len(before) < len(after), "it was killed too late to show anything"
    assert {key: after[key] for key in before} == before
    assert len(after) == len(_windows(quick, talk))


def _are(processes: list[psutil.Process], pids: list[int]) -> bool:
    return sorted(process.pid for process in processes) == sorted(pids)


def _windows(command: Command, talk: Path) -> dict[bytes, Any]:
    """The windows of a run that nobody disturbed."""
    home = command.home.with_name("calm")
    ran = Command(home, command.environment).run(talk, "--quality", "fast", "-o", home / "out")
    assert ran.code == 0, ran.said
    return rows_of(home)


def test_a_server_whose_host_hangs_up_leaves_and_its_job_goes_on(
    quick: Command, talk: Path
) -> None:
    with host(quick) as chat:
        _begun(chat, talk)
        assert chat.hang_up() == 0
        assert chat.has_hung_up()
    assert eventually((talk.parent / "talk.txt").is_file, within_s=90)


def test_a_backend_without_work_leaves_and_nothing_of_it_stays(
    quick: Command, tmp_path: Path
) -> None:
    short = replace(quick, environment={**quick.environment, "TRANSCRIBE_VIDEO_IDLE_S": "1"})
    copy = Path(shutil.copy(SAMPLE, tmp_path / "film.mp4"))
    with host(short) as chat:
        done = chat.finished(chat.tool("transcribe", source=str(copy)))
        assert done["status"] == "completed"
        assert eventually(lambda: _are(processes_of(quick.home), [chat.process.pid]))

        again = chat.tool("state", session_id=done["session_id"])
    assert again["status"] == "completed"


@pytest.mark.timeout(600)
def test_two_servers_that_start_at_once_share_one_backend(tmp_path: Path, speech: Path) -> None:
    said = json.loads((speech / "manifest.json").read_text("utf-8"))
    texts = {entry["file"]: entry["text"] for entry in said}
    for number in range(_ROUNDS):
        folder = tmp_path / str(number)
        folder.mkdir()
        clips = ("LJ001-0002.flac", "LJ001-0005.flac")
        films = [Path(shutil.copy(speech / clip, folder)) for clip in clips]
        model = {"TRANSCRIBE_VIDEO_MODEL": str(tiny_model())}
        command = Command(folder / "home", model, is_direct=False)
        try:
            results = _side_by_side(command, films)
            backends = _backends(command.home)
        finally:
            end_all(command.home)
        assert len(backends) == 1
        assert len({result["session_id"] for result in results}) == 2
        for clip, result in zip(clips, results, strict=True):
            heard = words_of(spoken(_document(_transcript(result))))
            assert len(set(heard) ^ set(words_of(texts[clip]))) <= len(heard) // 4, heard
        shutil.rmtree(folder)


def _side_by_side(command: Command, films: list[Path]) -> list[dict[str, Any]]:
    """The results of two hosts that begin together."""
    results: dict[int, dict[str, Any]] = {}

    def work(number: int) -> None:
        with host(command) as chat:
            begun = chat.tool("transcribe", source=str(films[number]), wait_s=20)
            results[number] = chat.finished(begun)

    threads = [threading.Thread(target=work, args=(number,)) for number in range(len(films))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return [results[number] for number in range(len(films))]


def _backends(home: Path) -> list[psutil.Process]:
    lines = [(process, " ".join(process.cmdline())) for process in processes_of(home)]
    return [
        process for process, line in lines if line.startswith("transcribe-video-to-text backend")
    ]


class Visit(NamedTuple):
    """What one host got that had the sample transcribed in peace.

    Attributes:
        result: of the call.
        messages: the progress messages, in order.
        server_bytes: the memory of the server after it.
    """

    result: dict[str, Any]
    messages: list[str]
    server_bytes: int


@pytest.fixture(scope="module")
def visit(usual_home: Path) -> Visit:
    copy = Path(shutil.copy(SAMPLE, usual_home.with_name("film.mp4")))
    with host(Command(usual_home, is_direct=False)) as chat:
        result = chat.finished(chat.tool("transcribe", source=str(copy)))
        size = psutil.Process(chat.process.pid).memory_info().rss
        messages = [note["params"].get("message", "") for note in chat.notifications]
    return Visit(result, messages, size)


def test_the_reference_is_heard_through_all_of_it(visit: Visit) -> None:
    heard = spoken(_document(_transcript(visit.result)))
    assert words_of(heard) == words_of(REFERENCE.read_text("utf-8"))


def test_the_server_stays_small(visit: Visit) -> None:
    assert visit.server_bytes < 90 * 1024 * 1024


def test_the_first_call_says_that_it_connects_and_is_ready(visit: Visit) -> None:
    assert visit.messages[0].startswith("Connecting…")
    assert any(message.startswith("Ready.") for message in visit.messages)

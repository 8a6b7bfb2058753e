"""The command line as it is used by default: the backend does the work."""

import json
import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import psutil
import pytest

from command import NO_PACKAGE, NO_PRIVILEGES, REFERENCE, SAMPLE, Command, ended
from documents_on_disk import spoken, words_of
from host import backend_of, eventually, processes_of
from ledger_rows import rows_of

ONLY_LOOPBACK = """
import sys

def refuse(event, arguments):
    if event == "socket.connect" and arguments[1][0] != "127.0.0.1":
        raise RuntimeError(f"the network was touched: {arguments}")
    if event == "socket.getaddrinfo" and arguments[0] not in ("127.0.0.1", None):
        raise RuntimeError(f"the network was asked for: {arguments}")

sys.addaudithook(refuse)
"""


@pytest.fixture
def recording(tmp_path: Path) -> Path:
    """The sample, in a folder of its own."""
    (tmp_path / "films").mkdir()
    return Path(shutil.copy(SAMPLE, tmp_path / "films" / "film.mp4"))


def test_the_backend_makes_the_same_documents_and_only_loopback_is_touched(
    command: Command, recording: Path
) -> None:
    ran = command.run(recording, before=ONLY_LOOPBACK)

    assert ran.code == 0, ran.said
    assert ran.paths == [recording.with_suffix(".docx"), recording.with_suffix(".txt")]
    assert words_of(spoken(ran.paths[1])) == words_of(REFERENCE.read_text("utf-8"))


def test_the_next_command_finds_the_backend_and_its_model(
    quick: Command, recording: Path, speech: Path
) -> None:
    assert quick.run(recording).code == 0
    before = processes_of(quick.home)
    assert len(before) == 2

    ran = quick.run(speech / "LJ001-0002.flac", "-o", recording.parent, "-f", "srt,md")

    assert (ran.code, [path.suffix for path in ran.paths]) == (0, [".srt", ".md"])
    assert {process.pid for process in processes_of(quick.home)} == {
        process.pid for process in before
    }


def test_what_is_asked_of_a_recording_reaches_the_backend(
    command: Command, speech: Path, tmp_path: Path
) -> None:
    options = ("--language", "German", "--quality", "fast", "-f", "json", "-o", tmp_path / "out")
    ran = command.run(speech / "read_de.flac", *options, "--speakers")

    [document] = ran.paths
    assert document == tmp_path / "out" / "read_de.json"
    assert json.loads(document.read_text("utf-8"))["language"] == "de"
    assert "read_de.flac: Speakers are not told apart yet.\n" in ran.said


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() != 0, reason="only root may differ")
def test_a_file_that_only_the_command_may_read_is_handed_over(
    quick: Command, recording: Path
) -> None:
    recording.chmod(0)
    with quick.running("backend", "run", before=NO_PRIVILEGES):
        assert eventually(lambda: backend_of(quick.home))
        ran = quick.run(recording, "-f", "txt", "--quality", "fast")
    assert ran.code == 0, ran.said
    [document] = ran.paths
    assert document.name == "film.txt"
    assert f"so it was handed over, and the documents are in “{document.parent}”." in ran.said


def test_a_stopped_command_stops_the_work_and_the_next_one_goes_on(
    quick: Command, chapter: Path, tmp_path: Path
) -> None:
    with quick.running(chapter, "--quality", "fast", "-o", tmp_path / "out") as process:
        assert eventually(lambda: len(rows_of(quick.home)) >= 2)
        process.send_signal(signal.SIGINT)
        ran = ended(process)
    assert ran.code == 130
    assert "is kept: give the same command again and it goes on from there." in ran.said
    kept = rows_of(quick.home)

    backend = backend_of(quick.home)
    assert backend is not None
    [speech_process] = backend.children()
    assert eventually(lambda: _is_at_rest(speech_process))

    again = quick.run(chapter, "--quality", "fast", "-o", tmp_path / "out")
    assert again.code == 0, again.said
    after = rows_of(quick.home)
    assert {key: after[key] for key in kept} == kept
    assert len(after) > len(kept)


def _is_at_rest(process: psutil.Process) -> bool:
    return process.cpu_percent(interval=0.5) < 10


def test_a_killed_command_loses_no_work(quick: Command, chapter: Path, tmp_path: Path) -> None:
    talk = Path(shutil.copy(chapter, tmp_path / "talk.flac"))
    with quick.running(talk, "--quality", "fast") as process:
        assert eventually(lambda: rows_of(quick.home))
        process.kill()
    assert eventually(talk.with_suffix(".docx").is_file, within_s=120)


def test_what_cannot_be_used_is_one_sentence(command: Command, tmp_path: Path) -> None:
    empty = tmp_path / "notes.txt"
    empty.write_text("a shopping list", "utf-8")
    for path in (empty, tmp_path / "nothing.mp4"):
        ran = command.run(path)
        assert (ran.code, ran.printed) == (1, "")
        assert path.name in ran.sentence


def test_a_part_that_is_not_installed_is_one_sentence(command: Command, recording: Path) -> None:
    ran = command.run(recording, before=NO_PACKAGE.format("faster_whisper"))
    assert (ran.code, ran.printed) == (1, "")
    assert 'pip install "transcribe-video-to-text[offline]"' in ran.sentence


def test_the_backend_can_be_asked_how_it_is_and_ended(quick: Command, recording: Path) -> None:
    assert quick.run("backend", "status").printed.startswith("The backend is not running")
    assert quick.run(recording).code == 0

    backend = backend_of(quick.home)
    assert backend is not None
    assert f"process {backend.pid}" in quick.run("backend", "status").printed
    assert quick.run("backend", "stop").printed == "The backend has ended.\n"
    assert eventually(lambda: processes_of(quick.home) == [])


@pytest.mark.parametrize("arguments", [("backend",), ("backend", "fly"), ("mcp", "now")])
def test_a_service_that_is_not_understood_is_refused(
    arguments: tuple[str, ...], command: Command
) -> None:
    ran = command.run(*arguments)
    assert (ran.code, ran.printed) == (2, "")
    assert ran.sentence.startswith("The command cannot be understood: ")


@pytest.mark.parametrize("arguments", [(), ("mcp",)])
def test_without_arguments_and_terminal_it_is_the_mcp_server(
    arguments: tuple[str, ...], command: Command
) -> None:
    hello = {
        "jsonrpc": "2.0",
        "id": 1,
        "method": "initialize",
        "params": {
            "protocolVersion": "2025-11-25",
            "capabilities": {},
            "clientInfo": {"name": "host", "version": "1"},
        },
    }
    ran = subprocess.run(
        [sys.executable, "-m", "transcribe_video", *arguments],
        input=json.dumps(hello) + "\n",
        env=command.surroundings,
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    [answer] = [json.loads(line) for line in ran.stdout.splitlines()]
    assert answer["result"]["serverInfo"]["name"] == "transcribe-video-to-text"
    assert processes_of(command.home) == []

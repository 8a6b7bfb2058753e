"""The backend's life."""

import os
import socket
import subprocess
import sys
import threading
import time
from contextlib import closing, suppress
from pathlib import Path

import httpx
import psutil
import pytest

from backend.backend_process import BackendProcess, environment_of, running, until
from command import NO_PACKAGE
from transcribe_video.backend.media_facts import MediaFacts
from transcribe_video.backend.runtime import RuntimeFiles
from transcribe_video.backend.store.media_files import MediaPlace
from transcribe_video.backend.store.store import Store

_HEALTH = "/api/local/health"
_HEAVY = {"av", "ctranslate2", "docx", "faster_whisper", "httpx", "httpx2", "mcp", "numpy", "tqdm"}
_TELL_MODULES = """
import atexit, runpy, sys
atexit.register(lambda: print("modules:", *sys.modules))
sys.argv = ["transcribe-video-to-text", "backend", "run"]
runpy.run_module("transcribe_video", run_name="__main__", alter_sys=True)
"""


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


def test_it_leaves_when_nobody_needs_it_and_comes_back_on_the_same_port(home: Path) -> None:
    with running(home, TRANSCRIBE_VIDEO_IDLE_S="1") as first:
        assert first.process.wait(30) == 0
        assert RuntimeFiles(home).read() is None
    with running(home) as second:
        assert second.runtime.port == first.runtime.port
        assert second.runtime.secret != first.runtime.secret
        assert second.runtime.boot_id != first.runtime.boot_id
        answer = httpx.get(
            f"{second.runtime.url}{_HEALTH}",
            headers={"Authorization": f"Bearer {first.runtime.secret}"},
            trust_env=False,
        )
        assert answer.status_code == 401


def test_it_takes_another_port_where_its_own_is_taken(home: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        home.mkdir()
        (home / "backend.port").write_text(str(port))
        with running(home) as backend:
            assert backend.runtime.port != port


def test_it_stays_while_somebody_waits_for_an_answer(home: Path) -> None:
    with running(home, TRANSCRIBE_VIDEO_IDLE_S="1") as backend:
        until_s = time.monotonic() + 3
        while time.monotonic() < until_s:
            backend.get("/api/local/sessions")
            time.sleep(0.1)
        assert backend.process.poll() is None


def test_it_stays_while_a_person_may_open_a_link(home: Path) -> None:
    with running(home, TRANSCRIBE_VIDEO_IDLE_S="1") as backend:
        with backend.page(backend.session()):
            pass  # nobody has opened it yet
        with suppress(subprocess.TimeoutExpired):
            backend.process.wait(3)
        assert backend.process.poll() is None


def test_it_goes_by_a_name_that_people_can_read(backend: BackendProcess) -> None:
    assert psutil.Process(backend.process.pid).cmdline()[0] == "transcribe-video-to-text backend"


def test_only_its_owner_may_read_its_files(backend: BackendProcess) -> None:
    modes = {
        path.name: path.stat().st_mode & 0o077
        for path in backend.home.iterdir()
        if not path.name.endswith(".lock")  # in which nothing stands
    }
    assert {name for name, mode in modes.items() if mode} == set()
    assert backend.home.stat().st_mode & 0o077 == 0


def test_it_listens_on_the_loopback_address_only(backend: BackendProcess) -> None:
    connections = psutil.Process(backend.process.pid).net_connections("inet")
    listening = [one.laddr for one in connections if one.status == psutil.CONN_LISTEN]
    assert listening == [("127.0.0.1", backend.runtime.port)]


def test_what_is_no_http_does_not_upset_it(backend: BackendProcess) -> None:
    address = ("127.0.0.1", backend.runtime.port)
    for garbage in (
        b"\0" * 100,
        b"GET / HTTP/1.1\r\n\r\n",
        b"GET / HTTP/1.0\r\n\r\n",
        b"x" * 10**6,
    ):
        with socket.create_connection(address) as connection:
            connection.settimeout(10)
            try:
                connection.sendall(garbage)
                said = connection.recv(100)
            except ConnectionError:
                continue
            assert said[:12] in {b"HTTP/1.1 400", b"HTTP/1.1 403", b""}
    assert backend.get(_HEALTH)["pid"] == backend.process.pid


def test_it_says_nothing_of_what_it_is_made_of(backend: BackendProcess) -> None:
    assert "server" not in backend.http.get(_HEALTH).headers


def test_a_second_one_refuses_to_start_in_a_sentence(backend: BackendProcess) -> None:
    command = [sys.executable, "-m", "transcribe_video", "backend", "run"]
    ran = subprocess.run(
        command,
        env=environment_of(backend.home),
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert (ran.returncode, ran.stdout) == (1, "")
    assert ran.stderr == (
        "The backend is not started: one is running already. Nothing needs to be done.\n"
    )
    assert backend.get(_HEALTH)["pid"] == backend.process.pid


def test_it_brings_no_heavy_library(home: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", _TELL_MODULES],
        env={**environment_of(home), "TRANSCRIBE_VIDEO_IDLE_S": "1"},
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        said, _ = process.communicate(timeout=60)
    modules = set(said.partition("modules:")[2].split())
    assert "transcribe_video.backend.service" in modules
    assert modules & _HEAVY == set()


def test_asked_to_stop_it_ends_soon_and_lets_go_who_waits(home: Path, recording: Path) -> None:
    with running(home) as backend:
        session_id, _ = backend.named(recording)
        answers: list[object] = []
        message = {"parts": [{"text": "Transcribe it and export the video."}]}
        request = {
            "session_id": session_id,
            "new_message": message,
            "state_delta": {"transcribe": {"formats": ["txt"]}},
        }

        def listen() -> None:
            try:
                answers.append(backend.http.post("/run_sse", json=request).status_code)
            except httpx.RemoteProtocolError:
                answers.append("cut")

        listener = threading.Thread(target=listen)
        listener.start()
        jobs = until(lambda: backend.get(f"/api/local/sessions/{session_id}")["jobs"])
        children = psutil.Process(backend.process.pid).children(recursive=True)
        assert backend.post("/api/local/stop", {})["pid"] == backend.process.pid
        assert backend.process.wait(15) == 0
        listener.join(15)
        assert answers == ["cut"]  # and not ended, as if all had been said
        assert RuntimeFiles(home).read() is None
        assert psutil.wait_procs(children, timeout=15)[1] == []

    with running(home) as again:
        view = again.get(f"/api/local/sessions/{session_id}")
        assert [job["kind"] for job in view["jobs"]] == ["transcribe", "render"]
        for job in view["jobs"]:
            assert again.ended(job["job_id"])["status"] == "completed"
    assert jobs[0]["job_id"] == view["jobs"][0]["job_id"]
    assert recording.with_suffix(".txt").is_file()
    assert recording.with_name("jfk (export).mp4").is_file()


def test_who_waits_for_a_job_is_answered_when_it_ends(
    home: Path, tmp_path: Path, speech: Path
) -> None:
    recording = tmp_path / "two_cities.flac"
    recording.write_bytes((speech / "two_cities.flac").read_bytes())
    with running(home) as backend:
        session_id, _ = backend.named(recording)
        message = {"parts": [{"text": "transcribe"}]}
        request = {
            "session_id": session_id,
            "new_message": message,
            "state_delta": {"transcribe": {"formats": ["txt"]}},
        }
        with backend.http.stream("POST", "/run_sse", json=request):
            [job] = until(lambda: backend.get(f"/api/local/sessions/{session_id}")["jobs"])
        request_line = f"GET /api/local/jobs/{job['job_id']}?wait_s=25&after=9999 HTTP/1.1\r\n"
        host = f"Host: 127.0.0.1:{backend.runtime.port}\r\nConnection: close\r\n"
        bearer = f"Authorization: Bearer {backend.runtime.secret}\r\n\r\n"
        with socket.create_connection(("127.0.0.1", backend.runtime.port)) as connection:
            connection.settimeout(15)
            connection.sendall((request_line + host + bearer).encode())
            backend.get(_HEALTH)  # by now it has read the request
            assert backend.terminated() == 0
            assert connection.recv(100).startswith(b"HTTP/1.1 200 OK\r\n")


def test_it_stays_if_it_is_to_leave_only_when_idle(home: Path, recording: Path) -> None:
    with running(home) as backend:
        session_id, _ = backend.named(recording)
        with backend.page(session_id) as page:
            page.get("/api/local/sessions")
        answer = backend.http.post("/api/local/stop", json={"only_if_idle": True})
        assert answer.status_code == 409
        assert answer.json()["error"]["kind"] == "BusyError"
        assert backend.get(_HEALTH)["is_page_open"] is True


def test_a_home_that_may_not_be_written_is_said(tmp_path: Path) -> None:
    home = tmp_path / "home"
    home.write_text("a file")
    home.chmod(0o600)
    other = home / "inside"
    command = [sys.executable, "-m", "transcribe_video", "backend", "run"]
    ran = subprocess.run(
        command,
        env=environment_of(other),
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert ran.returncode in {1, 2}
    assert "Traceback" not in ran.stderr
    assert str(other) in ran.stderr


def test_what_was_on_its_way_in_when_it_was_killed_is_removed(home: Path) -> None:
    with closing(Store(home)) as store:
        session_id = store.sessions.create().session_id
        folder = store.media.folder(session_id)
        for name in (".incoming-0011.part", "new.mp4", "nobodys.mp4", "kept.mp4"):
            (folder / name).write_bytes(b"whole")
        for name in ("nobodys.mp4", "kept.mp4"):
            os.utime(folder / name, (0, 0))
        place = MediaPlace(folder / "kept.mp4", 5, is_ours=True)
        store.media.add(session_id, "film.mp4", place, MediaFacts())
    with running(home):
        assert sorted(path.name for path in folder.iterdir()) == ["kept.mp4", "new.mp4"]


def test_without_its_parts_it_says_so(home: Path) -> None:
    code = f"{NO_PACKAGE.format('setproctitle')}\n{_TELL_MODULES}"
    ran = subprocess.run(
        [sys.executable, "-c", code],
        env=environment_of(home),
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert ran.returncode == 1
    assert ran.stderr == (
        "Working on recordings on this computer is not possible yet: the optional part “offline” "
        'is not installed. Install it with: pip install "transcribe-video-to-text[offline]".\n'
    )
    assert not (home / "mishap.txt").exists()


def test_asked_to_stop_it_does_not_wait_for_what_looks_into_a_file(
    home: Path, recording: Path
) -> None:
    with running(home) as backend:
        session_id = backend.session()
        path = f"/api/upload-video/nemo_agent/me/{session_id}"
        body = {"paths": [str(recording)] * 200, "source_type": "file"}

        def ask() -> None:
            with suppress(httpx.HTTPError):
                backend.http.post(path, json=body)

        asking = threading.Thread(target=ask)
        asking.start()
        process = psutil.Process(backend.process.pid)
        until(process.children)
        backend.post("/api/local/stop", {})
        assert backend.process.wait(15) == 0
        asking.join(15)

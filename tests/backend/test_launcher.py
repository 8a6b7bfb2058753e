"""Finding, starting, replacing and ending the backend, by processes that come and go."""

import json
import os
import re
import shutil
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import psutil
import pytest
from filelock import FileLock

from backend.backend_process import environment_of, running, until
from command import NO_PACKAGE, ROOT
from transcribe_video.backend.launcher import ensure, status, stop
from transcribe_video.backend.liveness import living
from transcribe_video.backend.runtime import RuntimeFiles
from transcribe_video.errors import BusyError, StorageError, UnreachableError
from transcribe_video.manifest import Manifest
from transcribe_video.settings import Settings
from transcribe_video.skill import Skill, load_skill
from transcribe_video.wire import WIRE
from transcribe_video.wire.health import HEALTH, STOP, Runtime

_ENSURE = """
import os, sys
from dataclasses import replace
from pathlib import Path
{before}
from transcribe_video.backend.launcher import ensure
from transcribe_video.errors import TranscribeVideoError
from transcribe_video.manifest import load_manifest
from transcribe_video.settings import load_settings
from transcribe_video.skill import load_skill

skill, folder, start_s = load_skill(), sys.argv[1], float(sys.argv[2])
manifest = load_manifest(skill.folder)
timeouts = manifest.timeouts.model_copy(update={{"backend_start_s": start_s}})
manifest = manifest.model_copy(update={{"timeouts": timeouts}})
if folder:
    skill = replace(skill, folder=Path(folder))
try:
    found = ensure(load_settings(os.environ), skill, manifest)
    print(found.model_dump_json(), flush=True)
except TranscribeVideoError as error:
    print(error)
{after}
"""
_TELL_MODULES = "print(*sys.modules)"
_WAIT = "print(sys.stdin.readline())"
_LONGEST_S = 60
_ROUNDS = 2


@pytest.fixture
def home(tmp_path: Path) -> Iterator[Path]:
    """A home; whatever backend is in it at the end is ended."""
    home = tmp_path / "home"
    yield home
    stop(Settings(home))


@pytest.fixture
def skill() -> Skill:
    return load_skill()


@dataclass(frozen=True, slots=True)
class Launch:
    """A process that makes sure that there is a backend, and tells where.

    Attributes:
        before: Python code that it runs first.
        after: Python code that it runs last.
        folder: of the skill that the backend is to be; empty is the installed one's.
        start_s: how long it waits.
    """

    before: str = ""
    after: str = ""
    folder: str = ""
    start_s: float = 30

    @contextmanager
    def running(self, home: Path) -> "Iterator[subprocess.Popen[str]]":
        code = _ENSURE.format(before=self.before, after=self.after)
        with subprocess.Popen(
            [sys.executable, "-c", code, self.folder, str(self.start_s)],
            env=environment_of(home),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            start_new_session=True,
        ) as process:
            try:
                yield process
            finally:
                process.kill()

    def told(self, home: Path) -> str:
        with self.running(home) as process:
            return _said(process).strip()


def _said(process: "subprocess.Popen[str]") -> str:
    told, errors = process.communicate(timeout=_LONGEST_S)
    assert (process.returncode, errors) == (0, "")
    return told


def _ensured(home: Path) -> Runtime:
    return Runtime.model_validate_json(Launch().told(home))


def _version_of(skill: Skill, folder: Path, version: str) -> Skill:
    """The skill in another version, in a folder of its own."""
    folder.mkdir()
    text = (ROOT / "SKILL.md").read_text("utf-8")
    (folder / "SKILL.md").write_text(text.replace(f'"{skill.version}"', f'"{version}"'), "utf-8")
    shutil.copy(ROOT / "manifest.yaml", folder)
    found = load_skill(folder)
    assert found.version == version
    return found


@pytest.fixture(scope="module", autouse=True)
def held(tmp_path_factory: pytest.TempPathFactory) -> "Iterator[subprocess.Popen[str]]":
    """A launcher in a home that somebody holds who does not answer; it takes its time."""
    home = tmp_path_factory.mktemp("held") / "home"
    home.mkdir()
    with FileLock(home / "backend.lock"), Launch(start_s=60).running(home) as process:
        yield process


def test_it_is_started_once_and_found_again(home: Path) -> None:
    first = _ensured(home)
    assert _ensured(home) == first == RuntimeFiles(home).read()
    assert living(first)


@pytest.mark.parametrize("number", range(_ROUNDS))
def test_several_that_start_it_at_once_get_the_same(home: Path, number: int) -> None:
    with ExitStack() as stack:
        processes = [stack.enter_context(Launch().running(home)) for _ in range(2)]
        assert len({_said(process) for process in processes}) == 1
    found = RuntimeFiles(home).read()
    assert found is not None
    assert len([one for one in psutil.process_iter() if _is_in(home, one)]) == 1


def _is_in(home: Path, process: psutil.Process) -> bool:
    """Whether it is a backend of this home, alive or about to be."""
    try:
        return process.cwd() == str(home) and "backend" in process.cmdline()[0]
    except (psutil.Error, IndexError):
        return False


def test_it_outlives_a_launcher_that_is_killed_with_its_whole_group(home: Path) -> None:
    with Launch(after=_WAIT).running(home) as launcher:
        assert launcher.stdout
        runtime = Runtime.model_validate_json(launcher.stdout.readline())
        os.killpg(launcher.pid, signal.SIGKILL)
        # The host sees the end of the pipes at once: the backend has none of them.
        assert launcher.communicate(timeout=10) == ("", "")
    assert living(runtime)
    process = psutil.Process(runtime.pid)
    assert os.getsid(runtime.pid) == runtime.pid
    assert process.cwd() == str(home)
    open_files = {Path(f"/proc/{runtime.pid}/fd/{number}").resolve() for number in (0, 1, 2)}
    assert open_files == {Path("/dev/null"), home / "backend.start"}


def test_whoever_starts_it_stays_light(home: Path) -> None:
    modules = set(Launch(after=_TELL_MODULES).told(home).split())
    assert "transcribe_video.backend.launcher" in modules
    heavy = {"av", "docx", "httpx", "mcp", "numpy", "setproctitle", "starlette", "uvicorn"}
    assert modules & heavy == set()


def test_what_it_lacks_is_named_before_it_is_started(home: Path) -> None:
    before = NO_PACKAGE.format("faster_whisper")
    assert Launch(before).told(home) == (
        "Working on recordings on this computer is not possible yet: the optional part “offline” "
        'is not installed. Install it with: pip install "transcribe-video-to-text[offline]".'
    )
    assert not (home / "backend.start").exists()


def test_a_backend_that_was_killed_is_replaced(home: Path) -> None:
    first = _ensured(home)
    os.kill(first.pid, signal.SIGKILL)
    second = _ensured(home)
    assert (second.pid != first.pid, second.port == first.port) == (True, True)


def test_a_runtime_file_of_another_program_on_the_port_is_not_believed(home: Path) -> None:
    with _stand_in(home, _runtime_of(wire=WIRE, version="1.0.0"), boot_id="of another run"):
        assert living(RuntimeFiles(home).read()) is None


def test_an_older_version_that_is_idle_is_replaced_by_a_newer_one(
    home: Path, tmp_path: Path, skill: Skill
) -> None:
    older = _version_of(skill, tmp_path / "older", "0.0.9")
    with running(home, "--skill", str(older.folder)) as old:
        assert old.runtime.version == "0.0.9"
        new = _ensured(home)
        assert old.process.wait(_LONGEST_S) == 0
    assert (new.version, new.port) == (skill.version, old.runtime.port)
    assert new.boot_id != old.runtime.boot_id


def test_an_older_version_that_has_work_is_used(home: Path, tmp_path: Path, skill: Skill) -> None:
    older = _version_of(skill, tmp_path / "older", "0.0.9")
    with running(home, "--skill", str(older.folder)) as old:
        with old.page(old.session()) as page:
            page.get("/api/local/sessions")
        assert _ensured(home) == old.runtime


def test_a_newer_version_is_used_and_never_replaced(
    home: Path, tmp_path: Path, skill: Skill
) -> None:
    newer = _version_of(skill, tmp_path / "newer", "1000.10.0")
    with running(home, "--skill", str(newer.folder)) as new:
        assert _ensured(home) == new.runtime


def test_a_version_that_cannot_be_talked_to_is_said(
    home: Path, skill: Skill, manifest: Manifest
) -> None:
    settings = Settings(home)
    with (
        _stand_in(home, _runtime_of(wire=WIRE + 1, version="1000.0.0")),
        pytest.raises(UnreachableError, match=r"a newer one \(1000\.0\.0\) is running"),
    ):
        ensure(settings, skill, manifest)
    with (
        _stand_in(home, _runtime_of(wire=WIRE - 1, version="0.0.1"), stop_status=409),
        pytest.raises(BusyError, match=r"an older one \(0\.0\.1\) is still working"),
    ):
        ensure(settings, skill, manifest)


def test_a_backend_that_cannot_start_says_why(home: Path, tmp_path: Path) -> None:
    folder = tmp_path / "nowhere"
    assert Launch(folder=str(folder)).told(home) == (
        f"The backend on this computer cannot be started: “{folder / 'SKILL.md'}” cannot be used: "
        "it is missing or has no frontmatter. Reinstall the skill, or point --skill at the folder "
        f"that holds SKILL.md. See “{home / 'backend.start'}”."
    )


def test_a_backend_that_does_not_answer_in_time_is_said(home: Path) -> None:
    assert Launch(start_s=0.01).told(home) == (
        "The backend on this computer cannot be started: it did not answer within 0.01 s. "
        "Try again."
    )
    until(lambda: living(RuntimeFiles(home).read()))


def test_a_home_that_cannot_be_made_is_said(skill: Skill, manifest: Manifest) -> None:
    with pytest.raises(StorageError, match="“/dev/null/home” cannot be used"):
        ensure(Settings(Path("/dev/null/home")), skill, manifest)


def test_it_can_be_asked_after_and_ended(home: Path) -> None:
    settings = Settings(home)
    assert status(settings) == "The backend is not running; it starts when it is needed."
    assert stop(settings) == "The backend is not running."
    assert not home.exists()
    runtime = _ensured(home)
    running_since = (
        rf"The backend has been running since \d{{4}}-\d\d-\d\d \d\d:\d\d \(version "
        rf"{runtime.version}, process {runtime.pid}, {runtime.url}\): it is idle\."
    )
    assert re.fullmatch(running_since, status(settings))
    assert stop(settings) == "The backend has ended."
    assert stop(settings) == "The backend is not running."
    until(lambda: not psutil.pid_exists(runtime.pid))


def test_one_that_does_not_answer_any_more_is_ended(home: Path) -> None:
    runtime = _ensured(home)
    # Its server is not found any more, as if it hung.
    RuntimeFiles(home).write(runtime.model_copy(update={"secret": "x" * 43}))
    assert stop(Settings(home)) == "The backend has ended."


def test_one_that_holds_the_home_and_does_not_answer_is_said(
    held: "subprocess.Popen[str]",
) -> None:
    assert _said(held).strip() == (
        "The backend on this computer cannot be started: one is running that does not answer. "
        "End it with: transcribe-video-to-text backend stop."
    )


def _runtime_of(*, wire: int, version: str) -> Runtime:
    return Runtime(
        port=1, secret="s" * 43, pid=os.getpid(), wire=wire, version=version, boot_id="b" * 32
    )


@contextmanager
def _stand_in(
    home: Path, runtime: Runtime, boot_id: str | None = None, stop_status: int = 200
) -> Iterator[None]:
    """Another version's backend, as far as launchers see of it."""
    health: dict[str, Any] = {**runtime.sent(), "boot_id": boot_id or runtime.boot_id}

    answers: dict[str, tuple[int, dict[str, Any]]] = {
        HEALTH: (200, {"code": 0, "data": health}),
        STOP: (stop_status, {"code": 0 if stop_status == 200 else 5000, "data": {}}),
    }

    class Handler(_Handler):
        told = answers

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    files = RuntimeFiles(home)
    files.write(runtime.model_copy(update={"port": server.server_port}))
    try:
        yield
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
        files.forget()


class _Handler(BaseHTTPRequestHandler):
    told: Mapping[str, tuple[int, dict[str, Any]]]

    def do_GET(self) -> None:
        status, body = self.told[self.path.partition("?")[0]]
        content = json.dumps(body).encode()
        self.send_response(status)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    do_POST = do_GET  # noqa: N815

    def log_message(self, *words: object) -> None:
        """Say nothing."""

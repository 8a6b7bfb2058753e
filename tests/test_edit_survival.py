"""The backend is killed at every stage of rendering an edit: the next call finishes it."""

import subprocess
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from time import monotonic
from typing import Any

import psutil
import pytest

from command import Command
from host import Host, backend_of, end_all, eventually, host, kill_backend
from media.render.viewing import length_ms

pytestmark = pytest.mark.timeout(180)
_LENGTH_MS = 6_000
_PARTS = ".transcribe-video-to-text-*"
_CAUGHT_S = 30
_ATTEMPTS = 5


@pytest.fixture(scope="module")
def home(base_model_home: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A home whose backend is killed again and again."""
    home = tmp_path_factory.mktemp("killed") / "home"
    home.mkdir()
    (home / "models").symlink_to(base_model_home / "models")
    yield home
    end_all(home)


@pytest.fixture(scope="module")
def chat(home: Path) -> Iterator[Host]:
    with host(Command(home, is_direct=False)) as running:
        yield running


@pytest.fixture(scope="module")
def film(ffmpeg: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A film that cannot be taken over as it is, so that it takes a moment to make another."""
    made = tmp_path_factory.mktemp("films") / "film.mkv"
    picture = ["-f", "lavfi", "-i", "testsrc2=s=640x360:d=8:r=25", "-c:v", "mpeg4", "-q:v", "9"]
    sound = ["-f", "lavfi", "-i", "sine=d=8", "-c:a", "pcm_s16le"]
    subprocess.run([ffmpeg, "-v", "error", *sound, *picture, str(made)], check=True, timeout=60)
    return made


@pytest.fixture(scope="module")
def project(chat: Host, film: Path) -> str:
    """One in which two seconds of the film are cut."""
    session_id: str = chat.tool("upload", source=str(film))["session_id"]
    edited = chat.tool("chat", message="cut 0:04-0:06", session_id=session_id)
    assert edited["status"] == "completed"
    return session_id


def _renderer(home: Path) -> psutil.Process | None:
    backend = backend_of(home)
    children = backend.children() if backend else []
    found = [child for child in children if "media.render" in " ".join(child.cmdline())]
    return found[0] if found else None


def _parts(folder: Path, kind: str) -> list[Path]:
    return [part for part in folder.glob(_PARTS) if part.suffix == kind]


def _is_planning(renderer: psutil.Process | None, wanted: Path) -> bool:
    """It looks at the recording and has not begun to write."""
    return renderer is not None and not _parts(wanted.parent, ".rendering")


def _is_encoding(_renderer: psutil.Process | None, wanted: Path) -> bool:
    """Something of the video is on the disk."""
    return any(part.stat().st_size > 50_000 for part in _parts(wanted.parent, ".rendering"))


def _is_checking(renderer: psutil.Process | None, wanted: Path) -> bool:
    """The video is whole, and the renderer, which holds it, has opened it once more."""
    held = [file.path for file in renderer.open_files()] if renderer else []
    twice = [Path(path) for path in set(held) if held.count(path) > 1]
    parts = [path for path in twice if path.parent == wanted.parent]
    return any(b"ftyp" in path.read_bytes()[:12] for path in parts)


def _is_checked(_renderer: psutil.Process | None, wanted: Path) -> bool:
    """The video is whole and does not have its name yet."""
    return bool(_parts(wanted.parent, ".mp4"))


def _is_named(_renderer: psutil.Process | None, wanted: Path) -> bool:
    """The video has its name, and its job may not know it yet."""
    return wanted.exists()


_STAGES: dict[str, Callable[[psutil.Process | None, Path], bool]] = {
    "planning": _is_planning,
    "encoding": _is_encoding,
    "checking": _is_checking,
    "checked": _is_checked,
    "named": _is_named,
}


def _begun(chat: Host, **arguments: Any) -> dict[str, Any]:
    """The answer that names the render that has begun."""
    result = chat.tool("export", wait_s=0, **arguments)
    while result["job_id"].startswith("errand_"):
        result = chat.tool("state", job_id=result["job_id"], wait_s=1)
    return result


def _is_caught(stage: str, home: Path, wanted: Path) -> bool:
    """Whether the backend was killed at that stage; it may pass before it is seen."""
    deadline = monotonic() + _CAUGHT_S
    renderer, is_caught = None, False
    while monotonic() < deadline and not is_caught and (stage == "named" or not wanted.exists()):
        with suppress(psutil.Error, OSError):  # what is looked at goes away
            renderer = renderer or _renderer(home)
            is_caught = _STAGES[stage](renderer, wanted)
    kill_backend(home)
    assert eventually(lambda: renderer is None or not renderer.is_running())
    return is_caught


@pytest.mark.parametrize("stage", _STAGES)
def test_a_render_that_is_killed_is_done_again_and_nothing_partial_is_delivered(
    stage: str, chat: Host, project: str, home: Path, film: Path
) -> None:
    """Each stage is a moment, which is tried for until it is caught."""
    for attempt in range(_ATTEMPTS):
        wanted = film.with_name(f"{stage} {attempt}.mp4")
        begun = _begun(chat, session_id=project, output_path=str(wanted))
        is_caught = _is_caught(stage, home, wanted)
        assert not wanted.exists() or abs(length_ms(wanted) - _LENGTH_MS) < 50
        done = chat.finished(chat.tool("state", job_id=begun["job_id"], wait_s=5))
        assert done["status"] == "completed"
        [render] = [one for one in done["renders"] if one["render_id"] == begun["render_id"]]
        assert (render["path"], render["bytes"]) == (str(wanted), wanted.stat().st_size)
        assert abs(length_ms(wanted) - _LENGTH_MS) < 50
        assert not [*wanted.parent.glob(_PARTS)]
        assert not [*wanted.parent.glob(f"{wanted.stem} (*")]
        if is_caught:
            return
    pytest.fail("it was never killed at that stage")

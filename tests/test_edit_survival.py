"""The backend is killed while it renders an edit: the next call finishes it."""

import subprocess
from pathlib import Path
from typing import Any

import psutil
import pytest

from command import Command
from host import Host, backend_of, eventually, host, kill_backend
from transcribe_video.media.probe import probe

pytestmark = pytest.mark.timeout(180)


@pytest.fixture
def film(ffmpeg: str, tmp_path: Path) -> Path:
    """A picture that takes a while to encode."""
    folder = tmp_path / "films"
    folder.mkdir()
    short, long = tmp_path / "short.mkv", folder / "long.mkv"
    source = ["-f", "lavfi", "-i", "testsrc2=s=1280x960:d=2:r=30", "-c:v", "mpeg4", "-q:v", "20"]
    many = ["-stream_loop", "14", "-i", str(short), "-c", "copy"]
    for command in ([*source, str(short)], [*many, str(long)]):
        subprocess.run([ffmpeg, "-v", "error", *command], check=True, timeout=60)
    return long


def _renderer(home: Path) -> psutil.Process | None:
    backend = backend_of(home)
    children = backend.children() if backend else []
    found = [child for child in children if "media.render" in " ".join(child.cmdline())]
    return found[0] if found else None


def _begun(chat: Host, **arguments: Any) -> dict[str, Any]:
    """The answer that names the render that has begun."""
    result = chat.tool("export", wait_s=0, **arguments)
    while result["job_id"].startswith("errand_"):
        result = chat.tool("state", job_id=result["job_id"], wait_s=1)
    return result


def test_an_edit_is_rendered_to_its_end_after_the_backend_was_killed(
    quick: Command, film: Path
) -> None:
    wanted = film.with_name("delivered.mp4")
    with host(quick) as chat:
        session_id = chat.tool("upload", source=str(film))["session_id"]
        edited = chat.tool("chat", message="cut 0:04-0:06", session_id=session_id)
        assert edited["status"] == "completed"
        begun = _begun(chat, session_id=session_id, output_path=str(wanted), resolution="720p")
        assert eventually(lambda: _renderer(quick.home))
        renderer = _renderer(quick.home)
        kill_backend(quick.home)
        assert eventually(lambda: renderer is None or not renderer.is_running())
        assert list(film.parent.iterdir()) == [film]

        done = chat.finished(chat.tool("state", job_id=begun["job_id"], wait_s=5))
    assert done["status"] == "completed"
    [render] = done["renders"]
    assert (render["path"], render["render_id"]) == (str(wanted), begun["render_id"])
    assert abs((probe(wanted).duration_ms or 0) - 28_000) < 100
    assert sorted(film.parent.iterdir()) == [wanted, film]

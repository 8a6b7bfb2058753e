"""What an edit delivers is called after the recording that came first, wherever that stands now."""

import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from backend.backend_process import BackendProcess
from backend.edited import edit, say
from transcribe_video.backend.editor.timeline import Timeline


@pytest.fixture
def films(tmp_path: Path, ffmpeg: str) -> list[Path]:
    """Two of two seconds each, in two folders."""
    one, other = tmp_path / "mine" / "first.mp4", tmp_path / "stock" / "cold.mp4"
    for path in (one, other):
        path.parent.mkdir()
    picture = ["-f", "lavfi", "-i", "testsrc2=s=320x180:r=25", "-t", "2"]
    made = [ffmpeg, "-v", "error", *picture, "-c:v", "libx264", "-preset", "ultrafast", str(one)]
    subprocess.run(made, check=True, timeout=30)
    shutil.copyfile(one, other)
    with other.open("ab") as file:
        file.write(bytes(8))  # another file
    return [one, other]


def _turned(timeline: Timeline) -> Timeline:
    return replace(timeline, clips=(*reversed(timeline.clips),))


def test_documents_and_timelines_lie_beside_the_first_recording(
    backend: BackendProcess, films: list[Path]
) -> None:
    session_id, media_ids = backend.named(*films)
    for media_id in media_ids:
        say(backend, media_id, 5)
    edit(backend, session_id, _turned)
    formats = {"formats": ["otio", "txt"]}
    made = backend.post(f"/api/local/sessions/{session_id}/documents", formats)
    paths = {Path(file["path"]) for file in made["files"]}
    folder = films[0].parent
    assert paths == {folder / f"first (edited).{kind}" for kind in ("otio", "srt", "txt")}


def test_a_video_lies_beside_the_first_recording_also_where_another_comes_first_in_it(
    backend: BackendProcess, films: list[Path]
) -> None:
    session_id, _ = backend.named(*films)
    edit(backend, session_id, _turned)
    draft = backend.get(f"/api/state/nemo_agent/me/{session_id}/latest")["state"]["draft"]
    request = {"id": "render_of_two", "sessionId": session_id, "draft": draft, "output": {}}
    backend.http.post("/api/render/proxy/lambda", json=request)
    done = backend.ended("render_of_two")
    assert Path(done["result"]["path"]) == films[0].with_name("first (edited).mp4")

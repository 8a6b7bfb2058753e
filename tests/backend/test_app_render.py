"""Videos made by a backend that runs."""

import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from backend.backend_process import BackendProcess, until

_RENDER = "/api/render/proxy/lambda"


def _rendered(backend: BackendProcess, render_id: str) -> dict[str, Any]:
    def look() -> dict[str, Any]:
        answer = backend.http.get(f"{_RENDER}/{render_id}").json()
        assert answer["success"] is True
        assert 0 <= answer["data"]["progress"] <= 100
        found: dict[str, Any] = answer["data"]
        return found

    return until(look, lambda data: data["status"] not in {"pending", "processing"})


def _wanted(backend: BackendProcess, session_id: str, render_id: str) -> dict[str, object]:
    state = backend.get(f"/api/state/nemo_agent/me/{session_id}/latest")["state"]
    output = {"format": "mp4", "quality": "high"}
    return {"id": render_id, "sessionId": session_id, "draft": state["draft"], "output": output}


def test_a_draft_becomes_a_video_that_can_be_downloaded(
    backend: BackendProcess, awkward_media: Path, tmp_path: Path
) -> None:
    source = tmp_path / "films" / "talk.mp4"
    source.parent.mkdir()
    source.write_bytes((awkward_media / "interview.mp4").read_bytes())
    session_id, _ = backend.named(source)
    wanted = _wanted(backend, session_id, "render_1f")

    answer = backend.http.post(_RENDER, json=wanted).json()
    assert (answer["success"], answer["data"]["id"]) == (True, "render_1f")
    data = _rendered(backend, "render_1f")
    target = source.with_name("talk (export).mp4")
    url = f"{backend.runtime.url}/api/render/proxy/render_1f/download"
    assert data == {
        "id": "render_1f",
        "status": "completed",
        "progress": 100,
        "output": {"url": url},
        "result": data["result"],
    }
    assert (data["result"]["path"], data["result"]["bytes"]) == (
        str(target),
        target.stat().st_size,
    )
    assert backend.http.get(url).content == target.read_bytes()
    assert backend.http.get(url, headers={"Range": "bytes=0-9"}).content == target.read_bytes()[:10]
    assert backend.http.post(_RENDER, json=wanted).json()["data"]["id"] == "render_1f"

    target.unlink()
    assert backend.http.get(url).json()["code"] == 1002


@pytest.fixture(scope="module")
def reel(ffmpeg: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Recordings of different sizes, rates and kinds."""
    folder = tmp_path_factory.mktemp("reel")
    sine = ["-f", "lavfi", "-i", "sine=r=48000"]
    h264 = ["-c:v", "libx264", "-preset", "ultrafast", "-pix_fmt", "yuv420p", "-c:a", "aac"]
    live = ["-f", "matroska", "-live", "1"]
    looks = {
        "wide.mp4": ["-f", "lavfi", "-i", "testsrc2=s=320x180:r=25", *sine, "-t", "2", *h264],
        "upright.mov": ["-f", "lavfi", "-i", "testsrc2=s=90x160:r=30", *sine, "-t", "1", *h264],
        "silent.mp4": ["-f", "lavfi", "-i", "testsrc2=s=160x90:r=15", "-t", "1", *h264],
        "memo.mp3": [*sine, "-t", "3"],
        "live.mkv": ["-f", "lavfi", "-i", "testsrc2=s=160x90", *sine, "-t", "2", *h264, *live],
        "logo.png": ["-f", "lavfi", "-i", "color=red:s=64x36", "-frames:v", "1"],
    }
    for name, arguments in looks.items():
        command = [ffmpeg, "-v", "error", *arguments, str(folder / name)]
        subprocess.run(command, check=True, timeout=30)
    return folder


@pytest.mark.parametrize(
    ("names", "shown"),
    [
        (["wide.mp4"], (2, (320, 180), "stream copy")),
        (["wide.mp4", "memo.mp3"], (2, (320, 180), "stream copy")),
        (["live.mkv"], (2, (160, 90), "stream copy")),
        (["silent.mp4"], (1, (160, 90), "stream copy")),
        (["upright.mov", "wide.mp4", "silent.mp4"], (4, (320, 180), "re-encode")),
        (["memo.mp3"], (3, (1280, 720), "re-encode")),
        (["memo.mp3", "logo.png"], (3, (1280, 720), "re-encode")),
        (["wide.mp4", "logo.png"], (2, (320, 180), "stream copy")),
    ],
    ids=lambda value: "+".join(value) if isinstance(value, list) else None,
)
def test_what_nobody_edited_is_made_of_the_timeline_that_the_state_shows(
    backend: BackendProcess,
    reel: Path,
    tmp_path: Path,
    names: list[str],
    shown: tuple[int, tuple[int, int], str],
) -> None:
    length_s, size, method = shown
    files = [Path(shutil.copy(reel / name, tmp_path)) for name in names]
    session_id, _ = backend.named(*files)
    render_id = f"render_{session_id}"
    wanted = _wanted(backend, session_id, render_id)
    draft = wanted["draft"]
    assert isinstance(draft, dict)
    assert abs(draft["d"] / 1000 - length_s) < 0.1

    backend.http.post(_RENDER, json=wanted)
    made = _rendered(backend, render_id)["result"]

    assert abs(made["duration_s"] - length_s) < 0.1
    assert ((made["width"], made["height"]), made["method"]["name"]) == (size, method)
    assert made["path"] == str(files[0].with_name(f"{files[0].stem} (export).mp4"))


def test_a_film_that_was_moved_is_named_and_taken_from_its_new_place_once_that_is_told(
    backend: BackendProcess, reel: Path, tmp_path: Path
) -> None:
    films, archive = tmp_path / "films", tmp_path / "archive"
    films.mkdir()
    archive.mkdir()
    film = Path(shutil.copy(reel / "wide.mp4", films / "talk.mp4"))
    session_id, media_ids = backend.named(film)
    wanted = _wanted(backend, session_id, f"render_{session_id}")
    moved = film.rename(archive / "talk (2019).mp4")

    project = f"/api/local/sessions/{session_id}"
    for answer, what in (
        (backend.http.post(_RENDER, json=wanted), "The video cannot be made"),
        (backend.http.get(f"{project}/preview"), "The picture cannot be shown"),
        (
            backend.http.post(f"{project}/documents", json={"formats": ["otio"]}),
            "The timeline cannot be handed over",
        ),
    ):
        assert answer.status_code == 422
        why = f"“talk.mp4” is no longer in “{films}”, where it was"
        assert f"{what}: {why}. Put it back there" in answer.json()["message"]

    assert backend.named(moved, session_id=session_id) == (session_id, media_ids)
    backend.http.post(_RENDER, json=wanted)
    made = _rendered(backend, f"render_{session_id}")["result"]
    assert made["path"] == str(archive / "talk (2019) (export).mp4")


def test_an_empty_draft_and_an_id_that_is_none_are_refused(
    backend: BackendProcess, recording: Path
) -> None:
    session_id, _ = backend.named(recording)
    empty = {"id": "render_2", "sessionId": session_id, "draft": {"t": []}}
    assert backend.http.post(_RENDER, json=empty).status_code == 400
    odd = {**_wanted(backend, session_id, "../x"), "id": "../x"}
    assert backend.http.post(_RENDER, json=odd).status_code == 400


def test_a_transcription_is_no_video(backend: BackendProcess, recording: Path) -> None:
    session_id, _ = backend.named(recording)
    message = {"parts": [{"text": "transcribe"}]}
    delta = {"transcribe": {"formats": ["txt"]}}
    request = {"session_id": session_id, "new_message": message, "state_delta": delta}
    assert backend.http.post("/run_sse", json=request).status_code == 200
    [job] = backend.get(f"/api/local/sessions/{session_id}")["jobs"]
    for path in (f"{_RENDER}/{job['job_id']}", f"/api/render/proxy/{job['job_id']}/download"):
        assert backend.http.get(path).json()["code"] == 1002


def test_a_video_that_is_being_made_can_be_stopped(
    backend: BackendProcess, awkward_media: Path, tmp_path: Path
) -> None:
    source = tmp_path / "films" / "talk.mp4"
    source.parent.mkdir()
    source.write_bytes((awkward_media / "interview.mp4").read_bytes())
    session_id, _ = backend.named(source)
    wanted = _wanted(backend, session_id, "render_3")
    wanted["output"] = {"format": "mp4", "resolution": "720p"}
    backend.http.post(_RENDER, json=wanted)
    backend.http.post(f"{_RENDER}/render_3/cancel")
    assert _rendered(backend, "render_3")["status"] in {"cancelled", "completed"}

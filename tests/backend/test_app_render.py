"""Videos made by a backend that runs."""

from pathlib import Path
from typing import Any

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

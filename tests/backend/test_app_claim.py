"""The page of one session, asked of a backend that runs as a browser does."""

import re
from pathlib import Path
from typing import Any

import httpx
import pytest

from backend.backend_process import BackendProcess, content, until

_SESSION = "/api/local/sessions/{}"
_UPLOAD = "/api/upload-video/nemo_agent/me/{}"
_PAGE = "/workspace/claim"


def _token(backend: BackendProcess, session_id: str, order: object = None) -> str:
    body = {"session_id": session_id, "task_id": "task_1", "order": order}
    claim = backend.post("/api/auth/claim-token", body)
    assert claim == {"claim_token": claim["claim_token"], "expires_in": 604_800}
    return str(claim["claim_token"])


def _opened(backend: BackendProcess, token: str) -> httpx.Response:
    with httpx.Client(base_url=backend.runtime.url, trust_env=False) as browser:
        return browser.get(_PAGE, params={"ct": token})


def _policy(answer: httpx.Response) -> dict[str, str]:
    """The Content-Security-Policy, its nonce written as ``N``."""
    policy = answer.headers["content-security-policy"]
    [nonce] = set(re.findall(r"nonce-([\w-]{20,})", policy))
    assert answer.text.count(f'nonce="{nonce}"') >= 2
    rows = (row.strip().partition(" ") for row in policy.replace(nonce, "N").split(";"))
    return {name: value for name, _, value in rows}


def test_the_page_opens_with_its_token_and_may_ask_no_other_host(backend: BackendProcess) -> None:
    session_id = backend.session()
    token = _token(backend, session_id)
    answer = _opened(backend, token)
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    assert _policy(answer) == {
        "default-src": "'none'",
        "script-src": "'nonce-N'",
        "style-src": "'nonce-N'",
        "connect-src": "'self'",
        "img-src": "data:",
        "base-uri": "'none'",
        "form-action": "'none'",
        "frame-ancestors": "'none'",
    }
    assert {
        name: answer.headers[name]
        for name in ("referrer-policy", "x-content-type-options", "cache-control")
    } == {
        "referrer-policy": "no-referrer",
        "x-content-type-options": "nosniff",
        "cache-control": "no-store",
    }
    assert token not in answer.text
    # A link that is only looked at, as hosts do for a preview, is not a page that is open.
    assert backend.get(_SESSION.format(session_id))["is_page_open"] is False


def test_an_order_that_cannot_be_carried_out_gets_no_link(backend: BackendProcess) -> None:
    session_id = backend.session()
    body = {"session_id": session_id, "order": {"formats": ["exe"]}}
    answer = backend.http.post("/api/auth/claim-token", json=body)
    assert answer.status_code == 400
    assert "“exe” is not a document format" in answer.json()["message"]


@pytest.mark.parametrize("token", ["", "clm_", "clm_other", "x" * 5000])
def test_a_link_that_is_not_valid_says_so(backend: BackendProcess, token: str) -> None:
    answer = _opened(backend, token)
    assert answer.status_code == 404
    assert "This link is not valid any more" in answer.text
    assert "default-src" in _policy(answer)


def test_the_link_of_a_session_that_was_deleted_is_not_valid(backend: BackendProcess) -> None:
    session_id = backend.session()
    token = _token(backend, session_id)
    backend.http.delete(_SESSION.format(session_id))
    assert _opened(backend, token).status_code == 404


def test_a_page_drops_a_file_and_sees_it_become_a_document(
    backend: BackendProcess, recording: Path, tmp_path: Path
) -> None:
    session_id, folder = backend.session(), tmp_path / "out"
    order = {"formats": ["txt"], "output_dir": str(folder), "media_ids": ["media_nonsense"]}
    with backend.page(session_id, order) as page:
        [own] = content(page.get("/api/local/sessions"))["sessions"]
        assert (own["session_id"], own["order"]["output_dir"]) == (session_id, str(folder))
        form = [("files", ("talk 🎬.flac", recording.read_bytes(), "audio/flac"))]
        uploaded = page.post(f"{_UPLOAD.format(session_id)}?then=transcribe", files=form)
        [job] = content(uploaded)["jobs"]
        assert (job["session_id"], job["media_name"]) == (session_id, "talk 🎬.flac")

        def look() -> dict[str, Any]:
            return content(page.get(f"/api/local/jobs/{job['job_id']}", params={"wait_s": 5}))

        ended = until(look, lambda view: view["status"] == "completed")
        assert [Path(file["path"]) for file in ended["result"]["files"]] == [folder / "talk 🎬.txt"]
        read = content(page.get(f"{_SESSION.format(session_id)}/transcript"))
        assert "ask not" in [segment["text"] for segment in read["segments"]]
        answer = page.get(f"{_SESSION.format(session_id)}/documents/docx")
        assert answer.content.startswith(b"PK")
        assert answer.headers["content-disposition"] == (
            "attachment; filename=\"talk _.docx\"; filename*=UTF-8''talk%20%F0%9F%8E%AC.docx"
        )
        # The same again is not done again, and its session is seen from here.
        other = backend.session()
        with backend.page(other, order) as second:
            again = second.post(f"{_UPLOAD.format(other)}?then=transcribe", files=form)
            [known] = content(again)["jobs"]
            assert (known["job_id"], known["is_joined"]) == (job["job_id"], True)
            view = content(second.get(_SESSION.format(other)))
            assert [one["job_id"] for one in view["jobs"]] == [job["job_id"]]
            assert [one["media_id"] for one in view["transcripts"]] == [job["media_id"]]
            path = f"{_SESSION.format(other)}/transcript"
            found = content(second.get(path, params={"media_id": job["media_id"]}))
            assert found["segments"] == read["segments"]
    turn = backend.get(_SESSION.format(session_id))["turn"]
    assert (turn["status"], turn["job_ids"]) == ("completed", [job["job_id"]])


def test_a_page_is_let_into_no_other_session_and_to_no_file_of_this_computer(
    backend: BackendProcess, recording: Path
) -> None:
    session_id, (other, [media_id]) = backend.session(), backend.named(recording)
    message = {"parts": [{"text": "transcribe"}]}
    with backend.page(session_id) as page:
        for answer in (
            page.get(_SESSION.format(other)),
            page.get(f"{_SESSION.format(other)}/transcript"),
            page.get(f"{_SESSION.format(other)}/documents/txt"),
            page.post(_UPLOAD.format(other), files={"files": ("a.mp4", b"x")}),
            page.post(_UPLOAD.format(session_id), json={"paths": [str(recording)]}),
            page.post(_UPLOAD.format(session_id), json={"urls": ["https://example.com/a.mp4"]}),
            page.post("/run_sse", json={"session_id": other, "new_message": message}),
            page.get("/api/local/health"),
        ):
            assert (answer.status_code, answer.json()["code"]) == (401, 1001)
        path = f"{_SESSION.format(session_id)}/transcript"
        assert page.get(path, params={"media_id": media_id}).status_code == 404


def test_a_page_chooses_no_place_on_the_disk(backend: BackendProcess, recording: Path) -> None:
    session_id, folder = backend.session(), recording.parent / "elsewhere"
    with backend.page(session_id) as page:
        form = {"files": ("talk.flac", recording.read_bytes(), "audio/flac")}
        content(page.post(_UPLOAD.format(session_id), files=form))
        message = {"parts": [{"text": "transcribe"}]}
        order = {"formats": ["txt"], "output_dir": str(folder), "model": "/nowhere"}
        delta = {"transcribe": order}
        request = {"session_id": session_id, "new_message": message, "state_delta": delta}
        assert page.post("/run_sse", json=request).status_code == 200
        [job] = content(page.get(_SESSION.format(session_id)))["jobs"]
    assert job["status"] == "completed"
    assert not folder.exists()
    [file] = job["result"]["files"]
    assert Path(file["path"]) == backend.home / "documents" / "talk.txt"

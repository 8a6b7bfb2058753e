"""Sessions and what has nothing to do with them, asked of a backend that runs."""

import os
import re
from pathlib import Path

import httpx
import pytest

from backend.backend_process import BackendProcess

_CREATE = "/api/tasks/me/with-session/nemo_agent"
_SESSIONS = "/api/local/sessions"
_MISUNDERSTOOD = "The request cannot be understood"


def _error(answer: httpx.Response) -> tuple[int, int, str]:
    body = answer.json()
    assert set(body) == {"code", "message", "error"}
    assert set(body["error"]) == {"kind", "what", "why", "remedy"}
    return answer.status_code, body["code"], body["message"]


def test_a_session_is_begun_seen_listed_and_deleted(backend: BackendProcess) -> None:
    request = {"task_name": "project", "language": "zh", "unknown": 1}
    owner = {"X-Client-Instance": f"{os.getpid()}-{'0123456789abcdef'}"}
    made = backend.http.post(_CREATE, json=request, headers=owner).json()
    assert made["code"] == 0
    session_id = made["data"]["session_id"]
    assert made["data"] == {
        "session_id": session_id,
        "task_id": made["data"]["task_id"],
        "user_id": "me",
    }
    assert int(session_id) > 2**53
    assert re.fullmatch("task_[0-9a-f]+", made["data"]["task_id"])

    view = backend.get(f"{_SESSIONS}/{session_id}")
    assert view == {
        "session_id": session_id,
        "task_id": made["data"]["task_id"],
        "name": "project",
        "status": "idle",
        "updated_at": view["updated_at"],
        "language": "zh",
        "media": [],
        "jobs": [],
        "transcripts": [],
        "is_page_open": False,
    }
    other = backend.session()
    listed = backend.get(_SESSIONS, limit=2)["sessions"]
    assert [one["session_id"] for one in listed] == [other, session_id]
    assert len(backend.get(_SESSIONS, limit=0)["sessions"]) == 1

    assert backend.http.delete(f"{_SESSIONS}/{session_id}").status_code == 200
    sentence = (
        "That project is not there any more: it was deleted, or it never was on this computer. "
        "Begin again with the file."
    )
    assert _error(backend.http.get(f"{_SESSIONS}/{session_id}")) == (404, 1002, sentence)


def test_a_fresh_session_has_no_draft(backend: BackendProcess) -> None:
    session_id = backend.session()
    state = backend.get(f"/api/state/nemo_agent/me/{session_id}/latest")
    assert state == {
        "session_id": session_id,
        "task_id": state["task_id"],
        "task_name": "project",
        "user_id": "me",
        "state": {},
    }


def test_no_credits_are_needed(backend: BackendProcess) -> None:
    answer = backend.http.get("/api/credits/balance/simple").json()
    assert answer == {"code": 0, "data": {"available": 0, "frozen": 0, "total": None}}


def test_it_says_how_it_is(backend: BackendProcess) -> None:
    health = backend.get("/api/local/health")
    runtime = backend.runtime
    assert health == {
        "pid": backend.process.pid,
        "wire": runtime.wire,
        "version": runtime.version,
        "boot_id": runtime.boot_id,
        "jobs": health["jobs"],
        "is_page_open": health["is_page_open"],
        "idle_s": health["idle_s"],
    }


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("GET", "/"),
        ("GET", "/api/local"),
        ("POST", "/api/auth/anonymous-token"),
        ("GET", "/api/local/sessions/1/2/3"),
        ("GET", "/../../etc/passwd"),
    ],
)
def test_an_address_where_nothing_is_is_said(
    backend: BackendProcess, method: str, path: str
) -> None:
    answer = backend.http.request(method, path)
    sentence = f"{_MISUNDERSTOOD}: there is nothing at this address."
    assert _error(answer) == (404, 5000, sentence)


def test_an_anonymous_token_is_not_given(backend: BackendProcess) -> None:
    with httpx.Client(base_url=backend.runtime.url, trust_env=False) as stranger:
        answer = stranger.post("/api/auth/anonymous-token", headers={"X-Client-Id": "x"})
    assert _error(answer)[:2] == (404, 5000)


def test_an_address_that_is_asked_in_another_way_is_said(backend: BackendProcess) -> None:
    answer = backend.http.put(_CREATE)
    sentence = f"{_MISUNDERSTOOD}: this address is asked for in another way."
    assert _error(answer) == (405, 5000, sentence)
    assert answer.headers["allow"] == "POST"


@pytest.mark.parametrize(
    ("body", "why"),
    [
        (b"{", "it is not a JSON object"),
        (b"[]", "it is not a JSON object"),
        (b'"text"', "it is not a JSON object"),
        (b"\xff\xfe", "it is not a JSON object"),
        (b'{"task_name": NaN}', "it is not a JSON object"),
        (b"[" * 100_000, "it is not a JSON object"),
        (b'{"task_name": ["a"]}', "“task_name”: it is not text"),
        (b'{"language": null}', "“language”: it is not text"),
        (b'{"language": "\\ud800"}', "it is not a JSON object"),
    ],
)
def test_a_body_that_nobody_can_use_is_refused_in_a_sentence(
    backend: BackendProcess, body: bytes, why: str
) -> None:
    answer = backend.http.post(_CREATE, content=body)
    assert _error(answer) == (400, 5000, f"{_MISUNDERSTOOD}: {why}.")


def test_a_body_of_more_than_a_million_bytes_is_refused(backend: BackendProcess) -> None:
    body = {"task_name": "x" * 1_000_000}
    assert _error(backend.http.post(_CREATE, json=body))[:2] == (413, 4002)
    body = {"task_name": "x" * 999_000}
    session_id = backend.post(_CREATE, body)["session_id"]
    backend.http.delete(f"{_SESSIONS}/{session_id}")


@pytest.mark.parametrize("query", ["limit=x", "limit=nan", "limit=1e999x"])
def test_a_number_that_is_none_is_refused_in_a_sentence(
    backend: BackendProcess, query: str
) -> None:
    answer = backend.http.get(f"{_SESSIONS}?{query}")
    assert _error(answer) == (400, 5000, f"{_MISUNDERSTOOD}: “limit” is not a number.")


def test_whatever_is_not_there_is_gone(backend: BackendProcess, tmp_path: Path) -> None:
    session_id = backend.session()
    for path in (
        f"{_SESSIONS}/1",
        "/api/local/jobs/job_1",
        "/api/render/proxy/lambda/render_1",
        "/api/render/proxy/render_1/download",
        "/api/state/nemo_agent/me/1/latest",
        f"{_SESSIONS}/1/transcript",
        f"{_SESSIONS}/{session_id}/transcript?media_id=media_1",
        f"{_SESSIONS}/{session_id}/documents/txt?media_id=media_1",
    ):
        assert _error(backend.http.get(path))[:2] == (404, 1002), path
    for path in (
        f"{_SESSIONS}/1/cancel",
        "/api/local/jobs/job_1/cancel",
        "/api/render/proxy/lambda/render_1/cancel",
        f"{_SESSIONS}/1/documents",
    ):
        answer = backend.http.post(path, json={"formats": ["txt"]})
        assert _error(answer)[:2] == (404, 1002), path
    answer = backend.http.post("/api/auth/claim-token", json={"session_id": "1"})
    assert _error(answer)[:2] == (404, 1002)

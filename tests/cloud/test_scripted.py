import json
import time
from collections.abc import Iterator
from threading import Event

import httpx
import pytest

from backend.backend_process import NO_TLS
from cloud.reply import DEFAULT, after, broken, event, frame, ok, refused, streamed
from cloud.scripted import Cloud
from cloud.video import SAMPLE, Facts, facts_of

_SKILL = {"X-Skill-Source": "s", "X-Skill-Version": "1", "X-Skill-Platform": "unknown"}


@pytest.fixture
def cloud() -> Iterator[Cloud]:
    with Cloud() as cloud:
        cloud.nemo.tokens["nmv_usr_me"] = "user_1"
        yield cloud


@pytest.fixture
def http(cloud: Cloud) -> Iterator[httpx.Client]:
    headers = {"Authorization": "Bearer nmv_usr_me", **_SKILL}
    with httpx.Client(base_url=cloud.url, headers=headers, trust_env=False, verify=NO_TLS) as http:
        yield http


def _session(http: httpx.Client) -> str:
    made = http.post("/api/tasks/me/with-session/nemo_agent", json={"language": "en"})
    return str(made.json()["data"]["session_id"])


def _said(http: httpx.Client, session_id: str, message: str) -> httpx.Response:
    parts = [{"text": message}]
    body = {"session_id": session_id, "new_message": {"parts": parts}}
    return http.post("/run_sse", json=body)


def test_a_client_gets_one_anonymous_token_until_it_expires(
    cloud: Cloud, http: httpx.Client
) -> None:
    assert http.post("/api/auth/anonymous-token").status_code == 400
    client = {"X-Client-Id": "0123456789"}
    token = http.post("/api/auth/anonymous-token", headers=client).json()["data"]["token"]
    assert http.post("/api/auth/anonymous-token", headers=client).status_code == 429
    cloud.nemo.expire(token)
    assert http.post("/api/auth/anonymous-token", headers=client).status_code == 200
    http.headers["Authorization"] = f"Bearer {token}"
    assert http.get("/api/credits/balance/simple").json()["code"] == 1001


def test_a_file_goes_through_to_a_real_video(cloud: Cloud, http: httpx.Client) -> None:
    session_id = _session(http)
    assert int(session_id) > 2**53
    with SAMPLE.open("rb") as stream:
        files = [("files", ("a ü.mp4", stream, "video/mp4"))]
        uploaded = http.post(f"/api/upload-video/nemo_agent/me/{session_id}", files=files)
    (file,) = uploaded.json()["data"]["files"]
    assert (file["filename"], file["file_type"]) == ("a ü.mp4", "video")
    sample = facts_of(SAMPLE)
    assert Facts(file["duration"], file["width"], file["height"]) == sample
    assert httpx.get(file["cdn_url"], trust_env=False).content == SAMPLE.read_bytes()

    assert b"Done: add music" in _said(http, session_id, "add music").content
    state = http.get(f"/api/state/nemo_agent/me/{session_id}/latest").json()["data"]["state"]
    assert [track["tt"] for track in state["draft"]["t"]] == [0, 1]

    order = {"id": "render_1", "sessionId": session_id, "draft": state["draft"]}
    assert http.post("/api/render/proxy/lambda", json=order).json()["data"]["status"] == "pending"
    looks = [http.get("/api/render/proxy/lambda/render_1").json()["data"] for _ in range(2)]
    assert [look["status"] for look in looks] == ["processing", "completed"]
    url = looks[-1]["output"]["url"]
    assert url.startswith(cloud.file_url)
    assert not url.startswith(cloud.url)
    made = cloud.folder / "made.mp4"
    made.write_bytes(httpx.get(url, trust_env=False).content)
    assert facts_of(made).duration == pytest.approx(sample.duration, abs=0.3)


def test_a_render_without_attribution_is_refused(http: httpx.Client) -> None:
    del http.headers["X-Skill-Source"]
    order = {"id": "render_1", "sessionId": _session(http), "draft": {}}
    assert http.post("/api/render/proxy/lambda", json=order).status_code == 402


def test_a_draft_that_is_given_as_text_goes_out_to_the_letter(
    cloud: Cloud, http: httpx.Client
) -> None:
    session_id = _session(http)
    draft = '{"z": 9007199254740993, "a": 1.50, "t": []}'
    cloud.nemo.sessions[session_id].draft = draft
    assert draft in http.get(f"/api/state/nemo_agent/me/{session_id}/latest").text


def test_a_script_comes_first_and_then_the_service_again(cloud: Cloud, http: httpx.Client) -> None:
    cloud.script("GET /api/credits/*", refused("1001"), DEFAULT, broken(), broken("body"))
    path = "/api/credits/balance/simple"
    assert http.get(path).json() == {"code": "1001", "message": "No."}
    assert http.get(path).json()["data"]["available"] == 100
    for _ in range(2):
        with pytest.raises(httpx.RemoteProtocolError):
            http.get(path)
    cloud.always("GET *", ok({"available": 1}))
    assert [http.get(path).json()["data"] for _ in range(2)] == [{"available": 1}] * 2
    assert cloud.lines == [f"GET {path}"] * 6


def test_what_was_asked_is_done_before_the_connection_breaks(
    cloud: Cloud, http: httpx.Client
) -> None:
    cloud.script("POST /api/tasks/*", broken(is_done=True), after(refused(5000)))
    with pytest.raises(httpx.RemoteProtocolError):
        _session(http)
    http.post("/api/tasks/me/with-session/nemo_agent", json={})
    assert len(cloud.nemo.sessions) == 2


def test_a_body_may_be_refused_unread(cloud: Cloud, http: httpx.Client) -> None:
    cloud.script("POST *", broken("early"), broken("head"))
    for _ in range(2):
        with pytest.raises(httpx.TransportError):
            http.post("/api/upload-video/nemo_agent/me/1", files=[("files", b"x" * 8_000_000)])


def test_a_stream_comes_piece_by_piece_and_may_break(cloud: Cloud, http: httpx.Client) -> None:
    gate = Event()
    cloud.script("POST /run_sse", streamed(event("One"), (gate, frame("two")), cut="body"))
    with http.stream("POST", "/run_sse", json={}) as response:
        lines = response.iter_lines()
        first = json.loads(next(lines).removeprefix("data: "))
        assert first["content"]["parts"] == [{"text": "One"}]
        gate.set()
        assert [next(lines), next(lines)] == ["", 'data: "two"']
        with pytest.raises(httpx.RemoteProtocolError):
            list(lines)


def test_who_hangs_up_is_remembered(cloud: Cloud, http: httpx.Client) -> None:
    cloud.script("POST /run_sse", streamed(event("One"), (Event(), b"")))
    with http.stream("POST", "/run_sse", json={}) as response:
        next(response.iter_lines())
    ends = time.monotonic() + 20
    while not cloud.hung_up and time.monotonic() < ends:
        time.sleep(0.01)
    assert [request.line for request in cloud.hung_up] == ["POST /run_sse"]

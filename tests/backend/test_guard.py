"""The guard, before an application that says who has come in."""

import asyncio
from collections.abc import Sequence

import httpx
import pytest
from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.types import Receive, Scope, Send

from transcribe_video.backend.activity import LINK_KEPT_S, Activity
from transcribe_video.backend.caller import caller_of
from transcribe_video.backend.guard import Guard, Keys

PORT = 40_123
SECRET = "s" * 43
CLAIM = "clm_valid"
HOST = ("host", f"127.0.0.1:{PORT}")
BEARER = ("authorization", f"Bearer {SECRET}")
PAGE = ("authorization", f"Bearer {CLAIM}")
HEALTH = "/api/local/health"
SESSION = "/api/local/sessions/1"
LINK = "/workspace/claim"

Headers = Sequence[tuple[str, str]]


async def _who(scope: Scope, receive: Receive, send: Send) -> None:
    caller = caller_of(Request(scope))
    await JSONResponse({"session_id": caller.session_id})(scope, receive, send)


def _session_of(token: str) -> str | None:
    return "1" if token == CLAIM else None


def _asked(
    headers: Headers, path: str = SESSION, method: str = "GET", activity: Activity | None = None
) -> httpx.Response:
    guard = Guard(_who, Keys(PORT, SECRET, _session_of), activity or Activity())

    async def ask() -> httpx.Response:
        transport = httpx.ASGITransport(guard)
        async with httpx.AsyncClient(transport=transport) as client:
            request = httpx.Request(method, f"http://127.0.0.1:{PORT}{path}")
            raw = [(name.encode(), value.encode("latin-1")) for name, value in headers]
            request.headers = httpx.Headers(raw)
            return await client.send(request)

    return asyncio.run(ask())


def test_whoever_brings_the_secret_comes_in() -> None:
    answer = _asked([HOST, BEARER])
    assert (answer.status_code, answer.json()) == (200, {"session_id": None})


@pytest.mark.parametrize("host", [f"localhost:{PORT}", f"127.0.0.1:{PORT}"])
@pytest.mark.parametrize("site", ["same-origin", "none"])
def test_a_page_of_ours_comes_in_under_either_name(host: str, site: str) -> None:
    own = [("origin", f"http://{host}"), ("sec-fetch-site", site)]
    assert _asked([("host", host), *own, BEARER]).status_code == 200


@pytest.mark.parametrize(
    "headers",
    [
        pytest.param([BEARER], id="no host"),
        pytest.param([HOST, HOST, BEARER], id="two hosts"),
        pytest.param([("host", "127.0.0.1"), BEARER], id="no port"),
        pytest.param([("host", f"127.0.0.1:{PORT + 1}"), BEARER], id="another port"),
        pytest.param([("host", f"evil.example:{PORT}"), BEARER], id="a name that points here"),
        pytest.param([("host", f"127.0.0.1:{PORT}.evil.example"), BEARER], id="a longer name"),
        pytest.param([HOST, ("origin", "https://evil.example"), BEARER], id="another origin"),
        pytest.param([HOST, ("origin", "null"), BEARER], id="an origin that hides"),
        pytest.param([HOST, ("origin", f"https://127.0.0.1:{PORT}"), BEARER], id="another scheme"),
        pytest.param([HOST, ("origin", f"http://localhost:{PORT + 1}"), BEARER], id="a neighbour"),
        pytest.param([HOST, ("sec-fetch-site", "cross-site"), BEARER], id="a page elsewhere"),
        pytest.param([HOST, ("sec-fetch-site", "same-site"), BEARER], id="a page next door"),
        pytest.param(
            [HOST, ("sec-fetch-site", "none"), ("sec-fetch-site", "cross-site"), BEARER],
            id="two stories",
        ),
    ],
)
def test_who_comes_from_elsewhere_learns_nothing(headers: Headers) -> None:
    for path in (HEALTH, SESSION, LINK):
        answer = _asked(headers, path)
        assert (answer.status_code, answer.content) == (403, b"")


def test_what_a_browser_asks_before_a_foreign_request_is_refused() -> None:
    ask = [HOST, BEARER, ("access-control-request-method", "POST")]
    answer = _asked(ask, method="OPTIONS")
    assert answer.status_code == 403
    assert not {name for name in answer.headers if name.startswith("access-control")}


@pytest.mark.parametrize(
    "authorization",
    ["", "Bearer", "Bearer ", f"Bearer {SECRET}x", f"Bearer {SECRET[1:]}", f"Basic {SECRET}", "é"],
)
def test_without_the_secret_nobody_comes_in(authorization: str) -> None:
    answer = _asked([HOST, ("authorization", authorization)])
    assert answer.status_code == 401
    assert answer.json() == {
        "code": 1001,
        "message": "This is not allowed: whoever asks has no right to it. "
        "Ask for a new link, or start again.",
        "error": {
            "kind": "AccessError",
            "what": "This is not allowed",
            "why": "whoever asks has no right to it",
            "remedy": "Ask for a new link, or start again",
        },
    }


def test_two_secrets_are_none() -> None:
    assert _asked([HOST, BEARER, BEARER]).status_code == 401


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("GET", "/api/local/sessions"),
        ("GET", SESSION),
        ("GET", "/api/local/jobs/j"),
        ("POST", "/api/local/jobs/j/cancel"),
        ("GET", "/api/local/sessions/1/transcript"),
        ("GET", "/api/local/sessions/1/documents/docx"),
        ("POST", "/api/upload-video/nemo_agent/me/1"),
        ("POST", "/run_sse"),
    ],
)
def test_a_page_comes_in_for_what_it_needs(method: str, path: str) -> None:
    answer = _asked([HOST, PAGE], path, method)
    assert (answer.status_code, answer.json()) == (200, {"session_id": "1"})


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("GET", HEALTH),
        ("POST", "/api/local/stop"),
        ("DELETE", SESSION),
        ("POST", "/api/local/sessions/1/documents"),
        ("POST", "/api/auth/claim-token"),
        ("POST", "/api/tasks/me/with-session/nemo_agent"),
        ("POST", "/api/render/proxy/lambda"),
        ("GET", "/api/credits/balance/simple"),
        ("GET", "/api/local/sessions/1/transcript/more"),
        ("GET", "//api/local/sessions"),
    ],
)
def test_a_page_comes_in_for_nothing_else(method: str, path: str) -> None:
    assert _asked([HOST, PAGE], path, method).status_code == 401


def test_a_token_that_is_not_valid_opens_nothing() -> None:
    assert _asked([HOST, ("authorization", "Bearer clm_other")]).status_code == 401


def test_a_link_is_opened_without_a_secret_by_whoever_follows_it() -> None:
    followed = [("sec-fetch-site", "cross-site"), ("sec-fetch-mode", "navigate")]
    document = ("sec-fetch-dest", "document")
    assert _asked([HOST], LINK).json() == {"session_id": ""}
    assert _asked([HOST, *followed, document], LINK).json() == {"session_id": ""}


@pytest.mark.parametrize(
    "headers",
    [
        [("sec-fetch-mode", "navigate"), ("sec-fetch-dest", "iframe")],
        [("sec-fetch-mode", "no-cors"), ("sec-fetch-dest", "document")],
        [("sec-fetch-mode", "navigate"), ("sec-fetch-dest", "document"), ("origin", "null")],
    ],
    ids=["a frame", "a script", "a form"],
)
def test_another_site_opens_no_link_in_any_other_way(headers: Headers) -> None:
    assert _asked([HOST, ("sec-fetch-site", "cross-site"), *headers], LINK).status_code == 403


@pytest.mark.parametrize("headers", [[], [HOST], [HOST, BEARER]], ids=["403", "401", "200"])
def test_no_answer_is_kept_or_read_by_another_origin(headers: Headers) -> None:
    answer = _asked(headers)
    assert {
        name: answer.headers.get(name)
        for name in (
            "cache-control",
            "cross-origin-resource-policy",
            "referrer-policy",
            "x-content-type-options",
            "access-control-allow-origin",
        )
    } == {
        "cache-control": "no-store",
        "cross-origin-resource-policy": "same-origin",
        "referrer-policy": "no-referrer",
        "x-content-type-options": "nosniff",
        "access-control-allow-origin": None,
    }


def test_only_those_who_may_come_in_keep_the_backend_awake() -> None:
    now_s = 100.0
    activity = Activity(lambda: now_s)
    now_s = 160.0
    for headers, path in (([HOST], SESSION), ([BEARER], SESSION), ([HOST, BEARER], HEALTH)):
        _asked(headers, path, activity=activity)
        assert activity.idle_s == 60.0

    _asked([HOST, BEARER], activity=activity)
    assert (activity.idle_s, activity.is_page_open()) == (0.0, False)
    _asked([HOST, PAGE], activity=activity)
    assert (activity.is_page_open(), activity.is_page_open("1")) == (True, True)
    assert not activity.is_page_open("2")
    now_s += 15
    assert (activity.is_page_open("1"), activity.idle_s) == (False, 15.0)


def test_a_link_is_awaited_for_an_hour() -> None:
    now_s = 100.0
    activity = Activity(lambda: now_s)
    assert not activity.is_awaited
    activity.linked()
    now_s += LINK_KEPT_S - 1
    assert (activity.is_awaited, activity.is_page_open()) == (True, False)
    now_s += 1
    assert not activity.is_awaited

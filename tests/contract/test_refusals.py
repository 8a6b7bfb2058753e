"""Who is let in, and what is refused in each documented way."""

from typing import Any

import httpx
import pytest

from contract.peer import SKILL, Can, Running
from contract.peers import TOKEN_CALLS, on
from transcribe_video.errors import AccessError, BackendError, CreditsError, GoneError
from transcribe_video.wire.balance import BALANCE
from transcribe_video.wire.render import RENDER, RenderRequest

pytestmark = pytest.mark.anyio

_TOKEN = "/api/auth/anonymous-token"  # noqa: S105 - a path
_DRAFT: dict[str, Any] = {"t": [], "d": 0}


def _token(peer: Running, client_id: str | None, scopes: str | None = None) -> httpx.Response:
    with peer.http(headers={}) as http:
        headers = {} if client_id is None else {"X-Client-Id": client_id}
        del http.headers["Authorization"]
        query = {} if scopes is None else {"scopes": scopes}
        return http.post(_TOKEN, headers=headers, params=query)


def _issued(answer: httpx.Response) -> dict[str, Any]:
    assert answer.status_code == 200, answer.text
    body = answer.json()
    assert body["code"] == 0
    return dict(body["data"])


@on(Can.REFUSE_BEARERS)
@pytest.mark.parametrize("bearer", ["nmv_usr_0", "x" * 43, "clm_0"])
async def test_a_token_that_is_none_is_refused(peer: Running, bearer: str) -> None:
    async with peer.client(bearer) as client:
        with pytest.raises(AccessError):
            await client.balance()
    with peer.http(bearer) as http:
        answer = http.get(BALANCE)
    assert (answer.status_code, answer.json()["code"]) == (401, 1001)


@on(Can.KNOW_SESSIONS, Can.STATE, Can.CLAIM)
async def test_what_is_asked_of_a_session_that_is_not_there_is_refused(peer: Running) -> None:
    async with peer.client() as client:
        for asked in (client.state("12345"), client.claim_link("12345")):
            with pytest.raises(GoneError):
                await asked
    with peer.http() as http:
        answer = http.get("/api/state/nemo_agent/me/12345/latest")
    assert (answer.status_code, answer.json()["code"]) == (404, 1002)


@on(Can.RATE)
async def test_a_client_gets_a_token_and_not_a_second_one(peer: Running) -> None:
    without = _token(peer, None)
    assert (without.status_code, "X-Client-Id" in without.text) == (400, True)
    first = _issued(_token(peer, "client-of-one-token"))
    assert first["token"].startswith("nmv_usr_")
    assert first["user_id"].startswith("anon_")
    assert first["credits"] == 100
    again = _token(peer, "client-of-one-token")
    assert (again.status_code, again.headers["Retry-After"]) == (429, "1")
    async with peer.client(first["token"]) as client:
        assert (await client.balance()).available >= 0


@on(Can.RATE, Can.SCOPES)
async def test_a_token_expires_and_the_same_client_gets_another(peer: Running) -> None:
    old = _issued(_token(peer, "client-of-two-tokens"))["token"]
    async with peer.client(old) as client:
        for _ in range(TOKEN_CALLS):
            await client.balance()
        with pytest.raises(AccessError):
            await client.balance()
    with peer.http(old) as http:
        answer = http.get(BALANCE)
    assert (answer.status_code, answer.json()["code"]) == (401, 1001)
    new = _issued(_token(peer, "client-of-two-tokens"))["token"]
    assert new != old
    async with peer.client(new) as client:
        await client.balance()


@on(Can.ATTRIBUTION)
@pytest.mark.parametrize("missing", SKILL)
async def test_without_attribution_nothing_is_rendered_and_that_is_no_matter_of_credits(
    peer: Running, missing: str
) -> None:
    headers = {name: value for name, value in SKILL.items() if name != missing}
    async with peer.client(headers=headers) as client:
        session_id = await peer.session(client)
        wanted = RenderRequest(id="render_402", session_id=session_id, draft=_DRAFT)
        with pytest.raises(BackendError, match="plan") as raised:
            await client.render(wanted)
    assert not isinstance(raised.value, CreditsError)
    with peer.http(headers=headers) as http:
        assert http.post(RENDER, json=wanted.sent()).status_code == 402


@on(Can.SCOPES)
async def test_a_token_that_lacks_a_scope_does_what_is_within_it(peer: Running) -> None:
    token = _issued(_token(peer, "client-of-few-scopes", "chat,upload"))["token"]
    async with peer.client(token) as client:
        session_id = await peer.session(client)
        wanted = RenderRequest(id="render_403", session_id=session_id, draft=_DRAFT)
        with pytest.raises(AccessError):
            await client.render(wanted)
    with peer.http(token) as http:
        answer = http.post(RENDER, json=wanted.sent())
    assert (answer.status_code, answer.json()) == (403, {"detail": "Missing scope: render"})


@on(Can.SCOPES)
def test_another_page_gets_no_token_under_the_rules_either(peer: Running) -> None:
    with peer.http() as http:
        headers = {"X-Client-Id": "a-page", "Origin": "https://example.org"}
        assert http.post(_TOKEN, headers=headers).status_code == 403


@on(Can.UPLOAD_PATHS, Can.REFUSE_BEARERS)
def test_without_the_rules_no_token_is_given(peer: Running) -> None:
    assert _token(peer, "client-of-no-token").status_code == 404

"""The caller where the backend is on another machine: what is repeated, and what never travels."""

import asyncio
from functools import partial
from itertools import repeat
from pathlib import Path

import pytest

from backend.certificates import site_tls
from client.calling import HEADERS, NOWHERE, calling, outcome, set_proxies
from client.finding import found
from client.peer import (
    SECRET,
    Answer,
    Peer,
    done,
    dropped,
    framed,
    replied,
    silent,
    streamed,
)
from transcribe_video.client.access import Access
from transcribe_video.client.call import Call, get, post
from transcribe_video.client.caller import Caller
from transcribe_video.client.client import Client
from transcribe_video.client.frame import Text
from transcribe_video.errors import (
    AccessError,
    BackendError,
    BusyError,
    ConfigurationError,
    UnreachableError,
)
from transcribe_video.manifest import Limits

pytestmark = pytest.mark.anyio

_STALE = replied({"code": 1001}, 401)
_BUSY = replied({}, 429)
_calling = partial(calling, transport="internet")


async def _outcome(call: Call, *answers: Answer) -> tuple[object, int]:
    """What comes of a call where the peer answers so, or its kind; and how often it was asked."""
    came, lines = await outcome(call, *answers, transport="internet")
    return type(came) if isinstance(came, Exception) else came, len(lines)


@pytest.mark.parametrize(
    "trouble",
    [dropped, *(replied({}, status) for status in (408, 500, 502, 503, 504, 520))],
)
async def test_a_question_is_asked_again_where_that_may_help(trouble: Answer) -> None:
    assert await _outcome(get("/x"), trouble, trouble, done({"a": 1})) == ({"a": 1}, 3)
    _, asked = await _outcome(get("/x"), *[trouble] * 9)
    assert asked == 3


@pytest.mark.parametrize(
    "trouble",
    [dropped, *(replied({}, status) for status in (408, 500, 502, 503, 504, 520))],
)
async def test_an_order_is_given_once_whatever_comes_of_it(trouble: Answer) -> None:
    outcome, asked = await _outcome(post("/x"), trouble, done({}))
    assert isinstance(outcome, type)
    assert asked == 1


@pytest.mark.parametrize("status", [400, 402, 403, 404, 410, 413, 415, 422])
async def test_a_plain_refusal_is_final(status: int) -> None:
    _, asked = await _outcome(get("/x"), *[replied({}, status)] * 3)
    assert asked == 1


@pytest.mark.parametrize("call", [get("/x"), post("/x")])
async def test_who_asked_too_often_waits_once_and_asks_once_more(call: Call) -> None:
    assert await _outcome(call, _BUSY, done({"a": 1})) == ({"a": 1}, 2)
    assert await _outcome(call, _BUSY, _BUSY, done({})) == (BusyError, 2)


async def test_the_other_side_says_how_long_to_wait() -> None:
    later = replied({}, 429, Retry_After="0.2")
    async with (
        Peer([later, done({"a": 1})]) as peer,
        _calling(peer.access, rate_wait_s=3600) as caller,
    ):
        begun_s = asyncio.get_running_loop().time()
        await caller.reply(get("/x"))
        assert asyncio.get_running_loop().time() - begun_s >= 0.2


@pytest.mark.parametrize("status", [429, 503])
async def test_a_wait_of_an_hour_is_not_begun(status: int) -> None:
    later = replied({}, status, Retry_After="3600")
    _, asked = await _outcome(get("/x"), later, done({}))
    assert asked == 1


@pytest.mark.parametrize(
    "value", ["Thu, 01 Jan 1970 00:00:00 GMT", "-5", "soon", "", "nan", "Xyz, 99 Jan"]
)
async def test_a_wait_that_cannot_be_read_or_is_over_is_our_own_or_none(value: str) -> None:
    later = replied({}, 429, Retry_After=value)
    assert await _outcome(get("/x"), later, done({"a": 1})) == ({"a": 1}, 2)


async def test_silence_is_not_the_end_of_a_question() -> None:
    call = Call("GET", "/x", answer_s=0.2, is_repeatable=True)
    assert await _outcome(call, silent, done({"a": 1})) == ({"a": 1}, 2)
    order = Call("POST", "/x", answer_s=0.2)
    assert await _outcome(order, silent, done({})) == (UnreachableError, 1)


async def test_a_host_that_is_away_is_not_taken_for_one_with_another_token() -> None:
    async with Peer([dropped, done({"a": 1})]) as peer:
        finding = found(peer.access, Access(peer.access.url, "another"))
        async with _calling(find=finding) as caller:
            await caller.reply(get("/x"))
    assert finding.stale == [None, None]


async def test_a_token_that_is_not_accepted_is_renewed_and_the_call_made_once_more() -> None:
    async with Peer([_STALE, done({"a": 1})]) as peer:
        stale, fresh = peer.access, Access(peer.access.url, "fresh")
        finding = found(stale, fresh)
        async with _calling(find=finding) as caller:
            assert await caller.reply(post("/x")) == {"a": 1}
    assert finding.stale == [None, stale, None]
    shown = [request.headers["authorization"] for request in peer.received]
    assert shown == [f"Bearer {SECRET}", "Bearer fresh"]


async def test_what_is_forbidden_renews_no_token() -> None:
    async with Peer(repeat(replied({}, 403))) as peer:
        finding = found(peer.access, Access(peer.access.url, "b"))
        async with _calling(find=finding) as caller:
            with pytest.raises(AccessError):
                await caller.reply(get("/x"))
    assert (len(peer.lines), finding.stale) == (1, [None])


async def test_a_stream_is_opened_anew_with_a_renewed_token_only_before_it_began() -> None:
    began = streamed(framed({"text": "a"}, {"code": 1001, "message": "expired"}))
    async with Peer([_STALE, began, done({})]) as peer:
        fresh = Access(peer.access.url, "fresh")
        async with _calling(peer.access, fresh) as caller:
            frames = [frame async for frame in caller.frames(post("/run"))]
    assert (frames[0], len(frames), len(peer.lines)) == (Text("a"), 2, 2)


async def test_a_stream_that_is_cut_off_is_not_opened_again() -> None:
    cut = streamed(framed({"text": "a"}), is_cut=True)
    async with Peer([cut, done({})]) as peer, _calling(peer.access) as caller:
        with pytest.raises(UnreachableError, match="NemoVideo broke off in the middle of this"):
            async for _ in caller.frames(post("/run")):
                pass
    assert len(peer.lines) == 1


async def test_a_redirect_on_the_same_host_is_followed_with_all_headers() -> None:
    async with (
        Peer([replied({}, 307, Location="/y?z=1"), done({"a": 1})]) as peer,
        _calling(peer.access) as caller,
    ):
        assert await caller.reply(get("/x", {"q": 1})) == {"a": 1}
    assert peer.lines == ["GET /x?q=1", "GET /y?z=1"]
    assert peer.received[1].headers["authorization"] == f"Bearer {SECRET}"


async def test_an_order_is_redirected_only_as_the_same_order() -> None:
    for status, asked in ((307, 2), (308, 2), (301, 1), (302, 1), (303, 1)):
        call = Call("POST", "/x", content=lambda: b"{}")
        _, count = await _outcome(call, replied({}, status, Location="/y"), done({}))
        assert (status, count) == (status, asked)


async def test_no_host_is_shown_what_is_meant_for_another() -> None:
    async with Peer(repeat(done({}))) as elsewhere:
        for status in (301, 302, 303, 307, 308):
            for call in (get("/x"), post("/x")):
                away = replied({}, status, Location=f"{elsewhere.access.url}/x")
                assert await _outcome(call, away) == (BackendError, 1)
    assert elsewhere.received == []


@pytest.mark.parametrize("place", ["http://[::1", "https://a:b:c/", "\x00"])
async def test_a_redirect_that_leads_nowhere_is_an_error(place: str) -> None:
    nowhere = replied({}, 302, Location=place)
    assert await _outcome(get("/x"), *[nowhere] * 9) == (UnreachableError, 3)
    assert await _outcome(post("/x"), nowhere, done({})) == (UnreachableError, 1)


async def test_redirects_in_a_circle_end() -> None:
    circle = replied({}, 307, Location="/x")
    outcome, asked = await _outcome(get("/x"), *[circle] * 20)
    assert outcome is BackendError
    assert asked < 10


async def test_a_proxy_of_the_environment_leads_to_other_machines_and_not_to_this_one(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    async with Peer(repeat(done({"proxy": 1}))) as proxy, Peer([done({"here": 1})]) as here:
        set_proxies(monkeypatch, proxy.access.url)
        away = Access("http://api.example", SECRET)
        async with _calling(away) as caller:
            assert await caller.reply(get("/x")) == {"proxy": 1}
        async with _calling(here.access) as caller:
            assert await caller.reply(get("/x")) == {"here": 1}
    assert proxy.lines == ["GET http://api.example/x"]


@pytest.mark.parametrize("proxy", ["ftp://a.example", "nonsense://"])
def test_a_proxy_that_cannot_be_used_is_said(proxy: str, monkeypatch: pytest.MonkeyPatch) -> None:
    set_proxies(monkeypatch, proxy)
    with pytest.raises(ConfigurationError, match="Check HTTPS_PROXY, ALL_PROXY and SSL_CERT_FILE"):
        Caller(found(NOWHERE), HEADERS, transport="internet")


async def test_a_proxy_that_refuses_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    async with Peer(repeat(replied(b"", 407))) as proxy:
        set_proxies(monkeypatch, proxy.access.url)
        async with _calling(Access("https://api.example", SECRET)) as caller:
            with pytest.raises(UnreachableError) as raised:
                await caller.reply(post("/x"))
    assert str(raised.value) == (
        "NemoVideo cannot be reached: the proxy does not let this through. "
        "Check HTTPS_PROXY, or unset it."
    )
    assert all(SECRET not in str(request.headers) for request in proxy.received)


async def test_a_host_that_cannot_be_reached_is_said() -> None:
    async with _calling(NOWHERE) as caller:
        with pytest.raises(UnreachableError) as raised:
            await caller.reply(get("/x"))
    assert str(raised.value) == (
        "NemoVideo cannot be reached: there is no way to it from this machine. Check the "
        "connection to the internet, and HTTPS_PROXY if there is a proxy."
    )


async def test_a_host_that_cannot_prove_who_it_is_gets_nothing(tmp_path: Path) -> None:
    presenting, _ = site_tls("localhost", tmp_path)
    received: list[bytes] = []

    async def connected(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        received.append(await reader.read(1))
        writer.close()

    server = await asyncio.start_server(connected, "127.0.0.1", 0, ssl=presenting)
    port = server.sockets[0].getsockname()[1]
    async with server, _calling(Access(f"https://localhost:{port}", SECRET)) as caller:
        with pytest.raises(UnreachableError) as raised:
            await caller.reply(get("/x"))
    assert str(raised.value) == (
        "NemoVideo cannot be reached: what answers there cannot prove that it is NemoVideo. Check "
        "the clock of this machine; where a company looks into connections, name its certificate "
        "in SSL_CERT_FILE."
    )
    assert received == []


async def test_a_certificate_that_a_person_trusts_is_trusted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    presenting, _ = site_tls("localhost", tmp_path)
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "site.pem"))

    async def connected(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        await done({"a": 1})(writer)
        writer.close()

    server = await asyncio.start_server(connected, "127.0.0.1", 0, ssl=presenting)
    port = server.sockets[0].getsockname()[1]
    async with server, _calling(Access(f"https://localhost:{port}", SECRET)) as caller:
        assert await caller.reply(get("/x")) == {"a": 1}


async def test_an_access_without_a_bearer_shows_none() -> None:
    async with (
        Peer([done({})]) as peer,
        _calling(Access(peer.access.url, "")) as caller,
    ):
        await caller.reply(post("/x"))
    assert "authorization" not in peer.received[0].headers


_FILM_BYTES = 8 * 1024 * 1024
_TAKEN = done({"files": [{"filename": "a.mp4"}]})


@pytest.fixture
def film(tmp_path: Path) -> Path:
    path = tmp_path / "a.mp4"
    path.write_bytes(bytes(_FILM_BYTES))
    return path


@pytest.mark.parametrize("first", [_STALE, _BUSY])
async def test_an_upload_that_was_refused_is_sent_again_whole(
    first: Answer, film: Path, limits: Limits
) -> None:
    async with Peer([first, _TAKEN], keeps_bodies=False) as peer:
        fresh = Access(peer.access.url, "fresh")
        async with _calling(peer.access, fresh) as caller:
            await Client(caller, limits).upload_files("7", [film])
    assert peer.received[0].size == peer.received[1].size > _FILM_BYTES


async def test_an_upload_that_broke_off_half_sent_is_sent_again(film: Path, limits: Limits) -> None:
    async with (
        Peer([], reads_bodies=False) as away,
        Peer([_TAKEN], keeps_bodies=False) as peer,
        _calling(find=_Turns(away.access, peer.access)) as caller,
    ):
        await Client(caller, limits).upload_files("7", [film])
    assert peer.received[0].size > _FILM_BYTES


async def test_an_upload_that_broke_off_when_all_was_sent_is_not(
    film: Path, limits: Limits
) -> None:
    async with (
        Peer([dropped, _TAKEN], keeps_bodies=False) as peer,
        _calling(peer.access) as caller,
    ):
        with pytest.raises(UnreachableError, match="whether this was done is not known"):
            await Client(caller, limits).upload_files("7", [film])
    assert len(peer.lines) == 1


async def test_several_files_that_broke_off_half_sent_are_not_sent_again(
    film: Path, limits: Limits
) -> None:
    async with (
        Peer(repeat(dropped), reads_bodies=False) as peer,
        _calling(peer.access) as caller,
    ):
        with pytest.raises(UnreachableError):
            await Client(caller, limits).upload_files("7", [film, film])
    assert len(peer.lines) == 1  # the first may have been taken


class _Turns:
    """Another host each time it is asked, and then the last."""

    def __init__(self, *accesses: Access) -> None:
        self._accesses = list(accesses)

    async def __call__(self, stale: Access | None) -> Access:  # noqa: ARG002 - as all who find
        return self._accesses.pop(0) if len(self._accesses) > 1 else self._accesses[0]

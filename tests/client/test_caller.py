import asyncio
import json
from itertools import repeat
from urllib.parse import parse_qs, urlsplit

import pytest

from client.calling import NOWHERE, calling, outcome, set_proxies
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
from transcribe_video.client.frame import Frame, Text
from transcribe_video.errors import (
    AccessError,
    BackendError,
    BusyError,
    ConfigurationError,
    GoneError,
    TranscribeVideoError,
    UnreachableError,
)
from transcribe_video.wire.upload import PathUpload

pytestmark = pytest.mark.anyio


async def _raised(call: Call, *answers: Answer) -> tuple[TranscribeVideoError, list[str]]:
    """What a call raises at a peer that answers so, and the requests that reached it."""
    error, lines = await outcome(call, *answers)
    assert isinstance(error, TranscribeVideoError)
    return error, lines


async def _frames(caller: Caller, call: Call) -> list[Frame]:
    return [frame async for frame in caller.frames(call)]


async def test_a_call_shows_its_bearer_and_its_headers() -> None:
    async with Peer([done({"a": 1})]) as peer, calling(peer.access) as caller:
        assert await caller.reply(get("/x", {"b": 2, "none": None, "c": "ü &"})) == {"a": 1}
        assert caller.access == peer.access
    assert peer.lines == ["GET /x?b=2&c=%C3%BC+%26"]
    headers = peer.received[0].headers
    assert headers["authorization"] == f"Bearer {SECRET}"
    assert headers["x-skill-source"] == "a-skill"
    assert headers["host"] == f"127.0.0.1:{peer.port}"
    assert headers["accept-encoding"] == "identity"
    assert "origin" not in headers


async def test_a_proxy_in_the_environment_gets_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    async with (
        Peer([done({})]) as backend,
        Peer(repeat(done({}))) as proxy,
        calling(backend.access) as caller,
    ):
        set_proxies(monkeypatch, proxy.access.url)
        await caller.reply(get("/x"))
    assert (backend.lines, proxy.lines) == (["GET /x"], [])


async def test_a_redirect_is_not_followed() -> None:
    async with Peer(repeat(done({}))) as elsewhere:
        answer = replied({}, 302, Location=f"{elsewhere.access.url}/x")
        error, _ = await _raised(get("/x"), answer)
    assert type(error) is BackendError
    assert elsewhere.received == []


async def test_a_secret_that_cannot_stand_in_a_header_is_never_shown() -> None:
    async with calling(Access("http://127.0.0.1:9", "geheim\nü")) as caller:
        with pytest.raises(ConfigurationError, match="The header Authorization") as raised:
            await caller.reply(get("/x"))
    assert "geheim" not in str(raised.value)


@pytest.mark.parametrize(
    ("answer", "kind"),
    [
        (replied({"code": 1002, "message": "gone"}), GoneError),
        (replied({"code": "1002"}, 500), GoneError),
        (replied({"detail": "Session not found"}, 404), GoneError),
        (replied({"success": False, "error": "no"}), BackendError),
        (replied({}, 429), BusyError),
        (replied(b"<html>", 502, "text/html"), UnreachableError),
        (replied(b"", 404), GoneError),
    ],
)
async def test_a_refusal_is_an_error_whatever_its_form(
    answer: Answer, kind: type[TranscribeVideoError]
) -> None:
    error, lines = await _raised(get("/x"), answer)
    assert (type(error), lines) == (kind, ["GET /x"])


@pytest.mark.parametrize(
    "body",
    [b"", b"<html>", b"[1]", b'"a"', b"null", b"{", b"\xff", b"[" * 100_000, b"9" * 10_000],
)
async def test_an_answer_that_is_no_reply_is_not_shown(body: bytes) -> None:
    error, _ = await _raised(get("/x"), replied(body))
    assert str(error).startswith(
        "The backend's answer cannot be used: it is not of the expected form."
    )


async def test_an_answer_without_end_is_not_gathered_for_ever() -> None:
    piece = b"x" * (1 << 20)

    async def endless(writer: asyncio.StreamWriter) -> None:
        writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 99999999999\r\n\r\n")
        while True:
            writer.write(piece)
            await writer.drain()

    error, _ = await _raised(get("/x"), endless)
    assert "not of the expected form" in str(error)


async def test_no_content_is_an_answer() -> None:
    async with Peer([replied(b"", 204)]) as peer, calling(peer.access) as caller:
        assert await caller.reply(get("/x")) == {}


async def test_a_question_is_asked_again_of_the_next_backend() -> None:
    async with (
        Peer([dropped]) as first,
        Peer([done({"a": 1})]) as second,
        calling(first.access, NOWHERE, second.access) as caller,
    ):
        assert await caller.reply(get("/x")) == {"a": 1}
        assert caller.access == second.access
    assert (first.lines, second.lines) == (["GET /x"], ["GET /x"])


async def test_a_question_whose_answer_is_cut_off_is_asked_again() -> None:
    cut = replied(b'{"code": 0, "da', Content_Length="500")
    async with Peer([cut, cut, done({"a": 1})]) as peer, calling(peer.access) as caller:
        assert await caller.reply(get("/x")) == {"a": 1}
    assert len(peer.lines) == 3


async def test_a_question_that_always_breaks_off_is_given_up() -> None:
    error, lines = await _raised(get("/x"), dropped, dropped, dropped, done({}))
    assert str(error) == (
        "The backend does not answer: it breaks off whenever it is asked this. "
        "Try again in a moment."
    )
    assert len(lines) == 3


async def test_an_order_is_not_given_twice_once_it_was_sent() -> None:
    error, lines = await _raised(post("/x"), dropped, done({}))
    assert str(error) == (
        "The backend broke off in the middle of this: it was stopped, and whether this was done "
        "is not known. Look at the state of the project before you ask for it again."
    )
    assert (type(error), lines) == (UnreachableError, ["POST /x"])


async def test_an_order_that_may_be_given_twice_is() -> None:
    async with Peer([dropped, done({"a": 1})]) as peer, calling(peer.access) as caller:
        assert await caller.reply(post("/x", is_repeatable=True)) == {"a": 1}


async def test_an_order_is_given_again_if_it_was_not_sent() -> None:
    async with Peer([done({"a": 1})]) as peer, calling(NOWHERE, peer.access) as caller:
        assert await caller.reply(post("/x")) == {"a": 1}
    assert peer.lines == ["POST /x"]


async def test_who_is_nowhere_is_unreachable() -> None:
    finding = found(NOWHERE)
    async with calling(find=finding) as caller:
        with pytest.raises(UnreachableError, match="nothing answers where it should be"):
            await caller.reply(get("/x"))
    assert finding.stale == [None, NOWHERE, NOWHERE]


async def test_a_backend_that_was_killed_between_two_calls_costs_an_order_nothing() -> None:
    async with (
        Peer([done({"a": 1})]) as first,
        Peer([done({"a": 2})]) as second,
        calling(first.access, second.access) as caller,
    ):
        await caller.reply(get("/x"))
        await first.die()
        assert await caller.reply(post("/x")) == {"a": 2}


async def test_a_backend_that_does_not_know_us_any_more_is_looked_for_once() -> None:
    stale = replied({"code": 1001}, 401)
    async with (
        Peer(repeat(stale)) as first,
        Peer([done({"a": 1})]) as second,
        calling(first.access, second.access) as caller,
    ):
        assert await caller.reply(post("/x")) == {"a": 1}
    assert (first.lines, second.lines) == (["POST /x"], ["POST /x"])


async def test_a_backend_that_does_not_let_us_in_is_not_asked_for_ever() -> None:
    error, lines = await _raised(get("/x"), *repeat(replied(b"", 403), 9))
    assert (type(error), lines) == (AccessError, ["GET /x"])


async def test_silence_is_not_waited_out_twice() -> None:
    call = Call("GET", "/x", answer_s=0.2, is_repeatable=True)
    error, lines = await _raised(call, silent, done({}))
    assert str(error) == (
        "The backend does not answer: it has been silent for too long. Try again in a moment."
    )
    assert lines == ["GET /x"]


async def test_attempts_share_the_time_for_which_a_poll_waits() -> None:
    async def late(writer: asyncio.StreamWriter) -> None:
        await asyncio.sleep(0.2)

    async with Peer([late, done({})]) as peer, calling(peer.access) as caller:
        await caller.reply(get("/x", {"after": 3}, wait_s=20))
    queries = [parse_qs(urlsplit(request.target).query) for request in peer.received]
    waits = [float(query["wait_s"][0]) for query in queries]
    assert [query["after"] for query in queries] == [["3"], ["3"]]
    assert waits[0] <= 20
    assert 0 < waits[1] <= waits[0] - 0.15


async def test_a_poll_is_not_cut_off_while_it_waits() -> None:
    async def late(writer: asyncio.StreamWriter) -> None:
        await asyncio.sleep(0.3)
        await done({"a": 1})(writer)

    call = Call("GET", "/x", answer_s=0.1, wait_s=20)
    async with Peer([late]) as peer, calling(peer.access) as caller:
        assert await caller.reply(call) == {"a": 1}


async def test_a_stream_is_given_as_it_arrives() -> None:
    async with (
        Peer([streamed(b'data: {"text"', b': "a"}\n\ndata: {"te', is_open=True)]) as peer,
        calling(peer.access) as caller,
    ):
        frames = caller.frames(post("/run"))
        assert await anext(frames) == Text("a")
        await frames.aclose()


async def test_a_last_frame_without_its_end_counts_if_the_stream_ended_well() -> None:
    chunks = framed({"text": "a"}), b'data: {"text": "b"}'
    async with Peer([streamed(*chunks)]) as peer, calling(peer.access) as caller:
        assert await _frames(caller, post("/run")) == [Text("a"), Text("b")]


async def test_a_stream_that_is_cut_off_is_an_error_after_what_came() -> None:
    chunks = framed({"text": "a"}), b'data: {"text": "b"}'
    async with (
        Peer([streamed(*chunks, is_cut=True), done({})]) as peer,
        calling(peer.access) as caller,
    ):
        frames = caller.frames(post("/run"))
        assert await anext(frames) == Text("a")
        with pytest.raises(UnreachableError, match="broke off in the middle"):
            await anext(frames)
        assert len(peer.lines) == 1


@pytest.mark.parametrize(
    ("answer", "kind"),
    [
        (replied({"code": 1002}), GoneError),
        (replied({"detail": "Session not found"}, 404), GoneError),
        (replied(b"data: x\n\n", 429, "text/event-stream"), BusyError),
        (replied(b"<html>", 200, "text/html"), BackendError),
        (dropped, UnreachableError),
    ],
)
async def test_a_refusal_in_place_of_a_stream_is_an_error(
    answer: Answer, kind: type[TranscribeVideoError]
) -> None:
    async with Peer([answer, streamed()]) as peer, calling(peer.access) as caller:
        with pytest.raises(kind):
            await _frames(caller, post("/run"))
        assert len(peer.lines) == 1


async def test_a_plain_reply_in_place_of_a_stream_is_read() -> None:
    async with Peer([done({"text": "a"})]) as peer, calling(peer.access) as caller:
        assert await _frames(caller, post("/run")) == [Text("a")]


async def test_a_stream_is_opened_again_only_where_nothing_was_sent() -> None:
    stream = streamed(framed({"text": "a"}))
    async with (
        Peer([replied({"code": 1001}, 401)]) as stale,
        Peer([stream]) as peer,
        calling(NOWHERE, stale.access, peer.access) as caller,
    ):
        assert await _frames(caller, post("/run")) == [Text("a")]
    assert (stale.lines, peer.lines) == (["POST /run"], ["POST /run"])


async def test_many_calls_go_on_at_the_same_time() -> None:
    together = asyncio.Barrier(30)

    async def answer(writer: asyncio.StreamWriter) -> None:
        await together.wait()
        await done({})(writer)

    async with Peer(repeat(answer)) as peer, calling(peer.access) as caller:
        replies = await asyncio.gather(*(caller.reply(get("/x")) for _ in range(30)))
    assert replies == [{}] * 30


async def test_a_body_is_valid_text_whatever_is_in_it() -> None:
    async with Peer([done({})]) as peer, calling(peer.access) as caller:
        await caller.reply(post("/x", PathUpload(paths=["/ü/\udcff"])))
    assert peer.received[0].body == '{"paths":["/ü/\\udcff"],"source_type":"file"}'.encode()
    assert json.loads(peer.received[0].body)["paths"] == ["/ü/\udcff"]

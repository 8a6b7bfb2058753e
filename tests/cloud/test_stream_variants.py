"""What may come over the chat stream of the cloud, and what a person must be told."""

import json

import pytest

from cloud.case import LINK, Case, Raises, check, rows
from cloud.reply import Reply, bare, broken, detail, event, frame, ok, refused, streamed
from cloud.scripted import Cloud
from transcribe_video.client.client import Client
from transcribe_video.errors import (
    AccessError,
    BackendError,
    CreditsError,
    GoneError,
    UnreachableError,
)

pytestmark = pytest.mark.anyio

_SID = "9223372036854775807"
_CALL = {"functionCall": {"id": "c1", "name": "cut", "args": {}}}
_ANSWER = {"functionResponse": {"id": "c1", "name": "cut", "response": {"ok": True}}}
_SORRY = "I encountered a temporary issue while doing this. Please try again."
_BOM = b"\xef\xbb\xbf"
_HELLO = frame({"type": "text", "content": "Hello"})
_BROKEN = Raises(UnreachableError, "whether this was done is not known")


async def _said(client: Client) -> object:
    """All that is said in a turn, if it ends well."""
    return (await client.begin(_SID, "hi")).reply


def _chat(name: str, reply: Reply, outcome: object) -> Case:
    return Case(name, "POST /run_sse", (reply,), _said, outcome)


def _stream(name: str, *pieces: object, said: object) -> Case:
    outcome = "\n\n".join(said) if isinstance(said, list) else said
    return _chat(name, streamed(*pieces), outcome)


@rows(
    _stream("text as content", {"type": "text", "content": "Hello"}, said=["Hello"]),
    _stream("text as text", {"type": "text", "text": "Hello"}, said=["Hello"]),
    _stream("text alone", {"text": "Hello"}, said=["Hello"]),
    _stream(
        "texts, then all of them",
        *({"type": "text", "content": text} for text in ("Hel", "lo", "Hello")),
        said=["Hello"],
    ),
    _stream(
        "tools of theirs",
        {"type": "tool_call", "name": "cut", "args": {"text": "no"}},
        {"type": "tool_result", "name": "cut", "result": "no"},
        {"type": "text", "content": "Done."},
        said=["Done."],
    ),
    _stream("an event", event("Hello"), said=["Hello"]),
    _stream(
        "pieces, then the whole",
        event("Hel ", partial=True),
        event("lo", partial=True),
        event("Hello"),
        said=["Hello"],
    ),
    _stream("pieces alone", event("Hel", partial=True), event("lo", partial=True), said=["Hello"]),
    _stream(
        "text and a call in one", event("I cut.", _CALL), event(None, _ANSWER), said=["I cut."]
    ),
    _stream("a call within pieces", event("Hel", partial=True), event(None, _CALL), said=["Hel"]),
    _stream(
        "thoughts", event(None, {"text": "Hm", "thought": True}, {"text": "Yes"}), said=["Yes"]
    ),
    _stream("the same twice", event("Done."), event("Done."), said=["Done.", "Done."]),
    _stream("an event of which a field is odd", event("Hello") | {"timestamp": []}, said=["Hello"]),
    _stream("nothing", said=[]),
    _stream("a change and no word", event(None, state={"draft": {"t": []}}), said=[]),
    _stream("an excuse at the end", event("Done."), event(_SORRY), said=["Done."]),
    _stream("an excuse after a tool", event(None, _ANSWER), event(_SORRY), said=[]),
    _stream("an excuse alone", event(_SORRY), said=[_SORRY]),
    _stream(
        "a kind that nobody knows", {"type": "weather", "x": 1}, event("Hello"), said=["Hello"]
    ),
    _stream("what is no JSON", b"data: hello there\n\n", event("Hello"), said=["Hello"]),
    _stream("a number", b"data: 1\n\n", event("Hello"), said=["Hello"]),
)
async def test_each_kind_of_frame_is_understood(case: Case, cloud: Cloud) -> None:
    await check(case, cloud)


@rows(
    *(
        _stream(name, _HELLO, beat, event("World"), said=["Hello", "World"])
        for name, beat in {
            "a heartbeat object": frame({"type": "heartbeat"}),
            "a heartbeat word": b"data: heartbeat\n\n",
            "a heartbeat in quotation marks": b'data: "heartbeat"\n\n',
            "an empty data": b"data:\n\n",
            "an empty data with a space": b"data: \n\n",
            "a heartbeat event": b"event: heartbeat\ndata: {}\n\n",
            "a heartbeat event without data": b"event: heartbeat\n\n",
            "a comment": b": ping\n\n",
            "an empty comment": b":\n\n",
            "ids and retries": b"id: 7\nretry: 1000\n\n",
            "empty lines": b"\n\n\n\r\n\r\n",
        }.items()
    ),
    _stream("[DONE]", _HELLO, b"data: [DONE]\n\n", said=["Hello"]),
    _stream("done", _HELLO, {"type": "done"}, said=["Hello"]),
)
async def test_what_only_says_that_it_lives_says_nothing(case: Case, cloud: Cloud) -> None:
    await check(case, cloud)


@rows(
    _stream("U+2028 and U+0085", event("a\u2028b\u0085c\u2029d"), said=["a\u2028b\u0085c\u2029d"]),
    _stream("no space after data", b'data:{"text":"Hello"}\n\n', said=["Hello"]),
    _stream("several data lines", b'data: {"text":\ndata: "Hello"}\n\n', said=["Hello"]),
    _stream("CRLF", b'data: {"text":"Hello"}\r\n\r\n', said=["Hello"]),
    _stream("CR", b'data: {"text":"Hello"}\r\r', said=["Hello"]),
    _stream(
        "CRLF over chunks", b'data: {"text":"a"}\r', b"\n\r", b"\n", _HELLO, said=["a", "Hello"]
    ),
    _stream(
        "a character over chunks",
        *(bytes([byte]) for byte in 'data: {"text":"Ü🎬"}\n\n'.encode()),
        said=["Ü🎬"],
    ),
    _stream("a byte order mark", _BOM + _HELLO, said=["Hello"]),
    _stream("no blank line at the end", _HELLO[:-2], said=["Hello"]),
    _stream("no line end at the end", _HELLO + b'data: {"text":"World"}', said=["Hello", "World"]),
    _stream("bytes that are no text", b'data: {"text":"a\xff"}\n\n', said=["a\ufffd"]),
    _stream("a megabyte", {"text": "字" * 350_000}, said=["字" * 350_000]),
    _stream("fields without a value", b'event\ndata\n\ndata: {"text":"Hello"}\n\n', said=["Hello"]),
)
async def test_lines_are_taken_apart_as_they_should_be(case: Case, cloud: Cloud) -> None:
    await check(case, cloud)


@rows(
    _stream("error", {"error": "It broke"}, said=Raises(BackendError, "“It broke”")),
    _stream(
        "errorCode", {"errorCode": "E", "errorMessage": "It broke"}, said=Raises(BackendError, "It")
    ),
    _stream("a code", {"code": 2001, "message": "No credits"}, said=Raises(CreditsError, LINK)),
    _stream("a code as text", {"code": "2001", "message": "No"}, said=Raises(CreditsError, LINK)),
    _stream("1001 within", {"code": 1001, "message": "No"}, said=Raises(AccessError)),
    _stream("1002 within", {"code": 1002, "message": "No"}, said=Raises(GoneError)),
    _stream(
        "type error", {"type": "error", "content": "It broke"}, said=Raises(BackendError, "It")
    ),
    _stream(
        "type error with a code",
        {"type": "error", "code": 2001, "message": "No"},
        said=Raises(CreditsError),
    ),
    _stream(
        "an event that fails",
        event("Half") | {"errorCode": "X", "errorMessage": "It broke"},
        said=Raises(BackendError, "It broke"),
    ),
    _stream("event: error", b'event: error\ndata: {"x": 1}\n\n', said=Raises(BackendError)),
    _stream(
        "quotation marks that are not escaped",
        b'data: {"error": "it "broke" here"}\n\n',
        said=Raises(BackendError, "it"),
    ),
    _stream("after a text", _HELLO, {"error": "It broke"}, said=Raises(BackendError, "It broke")),
)
async def test_a_failure_within_a_stream_is_one(case: Case, cloud: Cloud) -> None:
    await check(case, cloud)


@rows(
    _chat("A instead of a stream", ok({"text": "Hello"}), "Hello"),
    _chat("C instead of a stream", bare({"text": "Hello"}), "Hello"),
    _chat("an event instead of a stream", bare(event("Hello")), "Hello"),
    _chat("a refusal instead of a stream", refused(2001), Raises(CreditsError, LINK)),
    _chat("1001 instead of a stream", refused("1001"), Raises(AccessError)),
    _chat("D, session not found", detail("Session not found", 404), Raises(GoneError)),
    _chat("D, a list", detail([{"msg": "Field required"}], 422), Raises(BackendError, "Field")),
    _chat("a page instead of a stream", Reply(200, "<html>"), Raises(BackendError)),
    _chat("500", bare({}, 500), Raises(BackendError)),
    _chat("503", Reply(503, b""), Raises(UnreachableError)),
    _chat("broken before the answer", broken("silent"), _BROKEN),
    _chat("broken when it was done", broken("silent", is_done=True), _BROKEN),
    _chat("broken in the head", broken("head"), _BROKEN),
    _chat("broken before any frame", streamed(cut="body"), _BROKEN),
    _chat("broken after a text", streamed(_HELLO, cut="body"), _BROKEN),
    _chat("broken in a frame", streamed(_HELLO, _HELLO[:9], cut="body"), _BROKEN),
)
async def test_what_is_said_is_sent_once_whatever_comes_of_it(case: Case, cloud: Cloud) -> None:
    await check(case, cloud)


async def test_the_message_is_sent_as_it_is_documented(cloud: Cloud) -> None:
    case = _stream("sent", _HELLO, said=["Hello"])
    await check(case, cloud)
    [request] = cloud.asked("POST /run_sse")
    assert request.headers["accept"] == "text/event-stream"
    assert request.headers["content-type"] == "application/json"
    documented = (
        f'{{"app_name":"nemo_agent","user_id":"me","session_id":"{_SID}",'
        '"new_message":{"parts":[{"text":"hi"}]}}'
    )
    assert (json.loads(request.body), request.size) == (json.loads(documented), len(documented))

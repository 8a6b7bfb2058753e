from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest

from client.finding import found
from client.peer import Answer, Peer, done, framed, replied, streamed
from transcribe_video.client.caller import Caller
from transcribe_video.client.client import Client
from transcribe_video.client.turn import Begun
from transcribe_video.errors import BackendError, CreditsError, DamagedMediaError, UnreachableError
from transcribe_video.manifest import Limits
from transcribe_video.wire.chat import Actions, Content, Event, Part
from transcribe_video.wire.failure import failure
from transcribe_video.wire.job import Job
from transcribe_video.wire.order import TranscribeOrder
from transcribe_video.wire.session import Turn

pytestmark = pytest.mark.anyio

_JOB = {"job_id": "j1", "session_id": "7", "kind": "transcribe", "status": "queued"}
_TURN = {"turn_id": "t1", "intent": "transcribe", "status": "running", "job_ids": ["j1"]}
_CALL = {"functionCall": {"id": "c", "name": "transcribe", "args": {}}}
_NAMED = {
    "content": {"parts": [{"text": "I begin."}, _CALL]},
    "actions": {"stateDelta": {"turn": _TURN, "jobs": [_JOB]}},
}
_THE_TURN = Turn(turn_id="t1", intent="transcribe", status="running", job_ids=["j1"])
_THE_JOB = Job(job_id="j1", session_id="7", kind="transcribe", status="queued")


def _text(text: str, *, partial: bool = False) -> dict[str, object]:
    return {"content": {"parts": [{"text": text}]}, "partial": partial}


@asynccontextmanager
async def _at(answer: Answer, limits: Limits) -> AsyncIterator[tuple[Client, Peer]]:
    async with Peer([answer]) as peer:
        client = Client(Caller(found(peer.access), {}, (0, 0)), limits)
        try:
            yield client, peer
        finally:
            await client.close()


async def test_a_message_travels_in_the_form_of_the_protocol(limits: Limits) -> None:
    order = TranscribeOrder(formats=["srt"], language="de")
    async with _at(streamed(framed(_NAMED)), limits) as (client, peer):
        await client.begin("7", "transcribe it", order, ["media_1"])
        request = peer.received[0]
    assert (peer.lines, request.headers["accept"]) == (["POST /run_sse"], "text/event-stream")
    assert request.json == {
        "app_name": "nemo_agent",
        "user_id": "me",
        "session_id": "7",
        "new_message": {"parts": [{"text": "transcribe it"}]},
        "state_delta": {"transcribe": order.sent(), "brought": ["media_1"]},
    }


async def test_beginning_returns_when_jobs_are_named_though_the_stream_goes_on(
    limits: Limits,
) -> None:
    stream = streamed(b": ping\n\n", framed({"type": "heartbeat"}, _NAMED), is_open=True)
    async with _at(stream, limits) as (client, _):
        assert await client.begin("7", "transcribe") == Begun(_THE_TURN, [_THE_JOB], "I begin.")


async def test_a_turn_without_jobs_gives_what_was_said(limits: Limits) -> None:
    turn = {"actions": {"stateDelta": {"turn": _TURN, "jobs": []}}}
    frames = framed(turn, _text("I can", partial=True), _text("I can transcribe."))
    async with _at(streamed(frames), limits) as (client, _):
        assert await client.begin("7", "sing") == Begun(_THE_TURN, [], "I can transcribe.")


async def test_a_stream_that_ends_in_pieces_gives_the_pieces(limits: Limits) -> None:
    async with _at(
        streamed(framed(_text("I ", partial=True), _text("can", partial=True))), limits
    ) as (
        client,
        _,
    ):
        assert await client.begin("7", "sing") == Begun(None, [], "I can")


async def test_a_reply_that_is_no_stream_is_what_was_said(limits: Limits) -> None:
    async with _at(done({"text": "Hello"}), limits) as (client, _):
        assert await client.begin("7", "hello") == Begun(reply="Hello")


async def test_a_failure_in_the_stream_is_raised(limits: Limits) -> None:
    broken = DamagedMediaError("“a.mov” cannot be read", "it is damaged", "Mend it")
    async with _at(streamed(framed(failure(broken))), limits) as (client, _):
        with pytest.raises(DamagedMediaError) as raised:
            await client.begin("7", "transcribe")
    assert str(raised.value) == str(broken)


async def test_a_stream_that_breaks_off_before_jobs_are_named_is_never_sent_again(
    limits: Limits,
) -> None:
    stream = streamed(framed({"type": "heartbeat"}), is_cut=True)
    async with _at(stream, limits) as (client, peer):
        with pytest.raises(UnreachableError, match="whether this was done is not known"):
            await client.begin("7", "transcribe")
        assert len(peer.lines) == 1


@pytest.mark.parametrize("jobs", [[{}], 3, {"a": 1}, [{**_JOB, "status": "odd"}]])
async def test_jobs_that_are_none_are_an_error(jobs: object, limits: Limits) -> None:
    stream = streamed(framed({"actions": {"stateDelta": {"jobs": jobs}}}))
    async with _at(stream, limits) as (client, _):
        with pytest.raises(BackendError, match="not of the expected form"):
            await client.begin("7", "transcribe")


async def test_a_turn_is_followed_to_its_end(limits: Limits) -> None:
    answered = {"functionResponse": {"id": "c", "name": "transcribe", "response": {}}}
    frames = framed(
        _NAMED,
        {"type": "heartbeat"},
        _text("So", partial=True),
        {"content": {"parts": [answered]}},
        {"text": "Done."},
        {"type": "done"},
    )
    async with _at(streamed(frames), limits) as (client, _):
        events = [event async for event in client.turn("7", "transcribe")]
    assert events == [
        Event(
            content=Content(
                parts=[Part(text="I begin."), Part(function_call=_CALL["functionCall"])]
            ),
            actions=Actions(state_delta={"turn": _TURN, "jobs": [_JOB]}),
        ),
        Event(content=Content(parts=[Part(text="So")]), partial=True),
        Event(content=Content(parts=[Part(function_response=answered["functionResponse"])])),
        Event(content=Content(role="model", parts=[Part(text="Done.")])),
    ]


async def test_what_a_failing_event_brings_comes_before_the_failure(limits: Limits) -> None:
    failing = {**_text("Half"), "errorCode": "2001", "errorMessage": "No credits"}
    async with _at(streamed(framed(failing, _text("Never"))), limits) as (client, _):
        events = client.turn("7", "cut")
        assert (await anext(events)).content == Content(parts=[Part(text="Half")])
        with pytest.raises(CreditsError):
            await anext(events)


async def test_a_turn_that_is_refused_is_an_error(limits: Limits) -> None:
    async with _at(replied({"detail": "Session not found"}, 404), limits) as (client, _):
        with pytest.raises(BackendError, match="does not have this any more"):
            await anext(client.turn("7", "cut"))

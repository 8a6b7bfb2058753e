import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transcribe_video.client.decoder import Decoder, Message
from transcribe_video.client.frame import (
    Done,
    Failed,
    Frame,
    Heartbeat,
    Text,
    ToolAnswered,
    ToolCalled,
    Unknown,
    failure_of,
    frame_of,
)
from transcribe_video.wire.chat import Actions, Content, Event, Part
from transcribe_video.wire.envelope import Refusal

_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
)
_KEYS = ["type", "content", "text", "name", "error", "errorCode", "errorMessage", "code"]
_KEYS += ["message", "success", "detail", "data", "actions", "partial", "parts", "stateDelta"]


def _frame(body: object) -> Frame:
    return frame_of(Message(json.dumps(body)))


@pytest.mark.parametrize(
    ("body", "frame"),
    [
        ({"type": "text", "content": "Hello"}, Text("Hello")),
        ({"type": "text", "text": "Hello"}, Text("Hello")),
        ({"text": "Hello"}, Text("Hello")),
        ({"code": 0, "data": {"text": "Hello"}}, Text("Hello")),
        ({"success": True, "data": {"type": "text", "content": "Hello"}}, Text("Hello")),
        ({"type": "text", "content": None, "text": "Hello"}, Text("Hello")),
        ({"type": "text", "content": "Hello", "code": 0, "data": None}, Text("Hello")),
        ({"type": "text", "content": "Hello", "detail": "of it"}, Text("Hello")),
        ({"type": "text", "content": "Hello", "error": None}, Text("Hello")),
        (
            {"code": 0, "data": {"content": {"parts": [{"text": "Hello"}]}}},
            Event(content=Content(parts=[Part(text="Hello")])),
        ),
        ({"code": 0, "data": {"error": "No"}}, Failed(Refusal(200, None, "No", "No"))),
        ({"code": 0, "data": {"type": "done"}}, Done()),
        ({"code": 0, "data": {"code": 0, "data": {"text": "Hello"}}}, Unknown()),
        ({"code": 0, "data": None}, Unknown()),
        ({"type": "tool_call", "name": "cut", "args": {}}, ToolCalled("cut")),
        ({"type": "tool_result", "name": "cut", "result": {"error": "x"}}, ToolAnswered("cut")),
        ({"type": "heartbeat"}, Heartbeat()),
        ({"type": "done"}, Done()),
        ({"type": "end"}, Done()),
        ({"type": "thinking", "content": "Hm"}, Unknown()),
        ({"turnComplete": True}, Unknown()),
        ({}, Unknown()),
        ([1, 2], Unknown()),
        ("text", Unknown()),
        (None, Unknown()),
    ],
)
def test_each_kind_of_object_is_told_apart(body: object, frame: Frame) -> None:
    assert _frame(body) == frame


@pytest.mark.parametrize(
    "message",
    [
        Message(is_comment=True),
        Message(""),
        Message(" "),
        Message("heartbeat"),
        Message('"heartbeat"'),
        Message('{"type":"heartbeat"}'),
        Message(None, "heartbeat"),
        Message('{"at":1}', "heartbeat"),
    ],
)
def test_a_heartbeat_may_have_any_form(message: Message) -> None:
    assert frame_of(message) == Heartbeat()


@pytest.mark.parametrize("message", [Message("[DONE]"), Message("", "done"), Message("done")])
def test_an_end_that_is_announced_is_tolerated(message: Message) -> None:
    assert frame_of(message) == Done()


@pytest.mark.parametrize(
    ("message", "refusal"),
    [
        (Message('{"error":"It broke"}'), Refusal(200, None, "It broke", "It broke")),
        (
            Message('{"error":{"message":"It broke"}}'),
            Refusal(200, None, "It broke", {"message": "It broke"}),
        ),
        (Message('{"errorCode":"429","errorMessage":"Too fast"}'), Refusal(200, 429, "Too fast")),
        (Message('{"errorCode":"SAFETY"}'), Refusal(200, None, "SAFETY")),
        (Message('{"code":2001,"message":"No credits"}'), Refusal(200, 2001, "No credits")),
        (Message('{"code":"1001","message":"Bad token"}'), Refusal(200, 1001, "Bad token")),
        (Message('{"type":"error","message":"It broke"}'), Refusal(200, None, "It broke")),
        (Message('{"type":"error","content":"It broke"}'), Refusal(200, None, "It broke")),
        (Message('{"type":"error","success":true}'), Refusal(200, None, "no reason was given")),
        (Message('{"success":false,"error":"No"}'), Refusal(200, None, "No", "No")),
        (Message('{"detail":"Session not found"}'), Refusal(200, None, "Session not found")),
        (Message('{"message":"It broke"}', "error"), Refusal(200, None, "It broke")),
        (Message("It broke", "error"), Refusal(200, None, "It broke")),
        (Message('{"error": "a "b" c"}'), Refusal(200, None, '{"error": "a "b" c"}')),
    ],
)
def test_a_failure_inside_the_stream_is_one_in_every_form(
    message: Message, refusal: Refusal
) -> None:
    assert frame_of(message) == Failed(refusal)


@pytest.mark.parametrize("data", ['{"text": "a "b" c"}', "{", "nonsense", "[" * 5000, "9" * 5000])
def test_what_is_no_json_breaks_nothing(data: str) -> None:
    assert frame_of(Message(data)) == Unknown()


def test_an_event_is_read_in_the_form_that_the_protocol_shows() -> None:
    body = {
        "content": {
            "role": "model",
            "parts": [
                {"text": "Working on it", "thought": True},
                {"functionCall": {"id": "adk-1", "name": "transcribe", "args": {}}},
            ],
        },
        "partial": False,
        "invocationId": "e-1",
        "author": "nemo_agent",
        "actions": {"stateDelta": {"jobs": []}, "artifactDelta": {}},
        "longRunningToolIds": [],
        "id": "1",
        "timestamp": 1.5,
    }
    assert _frame(body) == Event(
        content=Content(
            role="model",
            parts=[
                Part(text="Working on it", thought=True),
                Part(function_call={"id": "adk-1", "name": "transcribe", "args": {}}),
            ],
        ),
        partial=False,
        invocation_id="e-1",
        author="nemo_agent",
        actions=Actions(state_delta={"jobs": []}, artifactDelta={}),  # type: ignore[call-arg]
        long_running_tool_ids=[],
        id="1",
        timestamp=1.5,
    )


def test_a_field_of_an_event_that_is_not_as_it_should_be_costs_only_that_field() -> None:
    body = {
        "content": {"parts": [{"text": "Hello"}]},
        "actions": {"stateDelta": 3},
        "timestamp": "soon",
        "partial": [],
        "id": 7,
    }
    assert _frame(body) == Event(content=Content(parts=[Part(text="Hello")]))
    assert _frame({"content": {"parts": 3}, "errorMessage": "It broke"}) == Failed(
        Refusal(200, None, "It broke")
    )
    assert _frame({"content": {"parts": 3}}) == Unknown()


def test_an_event_may_bring_something_and_fail() -> None:
    event = _frame({"content": {"parts": [{"text": "Half"}]}, "errorCode": "MAX_TOKENS"})
    assert isinstance(event, Event)
    assert failure_of(event) == Refusal(200, None, "MAX_TOKENS")
    assert failure_of(Event()) is None


@pytest.mark.parametrize(
    ("beside", "code"),
    [
        ({"errorCode": 2001}, 2001),
        ({"errorCode": "2001", "errorMessage": "No credits"}, 2001),
        ({"code": 2001, "message": "No credits"}, 2001),
        ({"code": "1002"}, 1002),
        ({"error": "It broke"}, None),
        ({"errorMessage": {"message": "It broke"}}, None),
    ],
)
def test_no_form_of_a_failure_is_lost_beside_what_an_event_brings(
    beside: dict[str, object], code: int | None
) -> None:
    event = _frame({"content": {"parts": [{"text": "Half"}]}, **beside})
    assert isinstance(event, Event)
    failure = failure_of(event)
    assert failure is not None
    assert failure.code == code


@pytest.mark.parametrize("beside", [{"error": None}, {"code": 0}, {"errorCode": ""}, {"error": ""}])
def test_what_tells_of_no_failure_is_none(beside: dict[str, object]) -> None:
    event = _frame({"content": {"parts": [{"text": "Whole"}]}, **beside})
    assert isinstance(event, Event)
    assert failure_of(event) is None


def test_an_answer_that_is_wrapped_without_end_breaks_nothing() -> None:
    body = '{"code":0,"data":' * 300 + "{}" + "}" * 300
    assert frame_of(Message(body)) == Unknown()


@given(st.dictionaries(st.sampled_from(_KEYS), _JSON), st.sampled_from(["", "error", "done"]))
def test_no_object_is_too_strange(body: dict[str, object], event: str) -> None:
    frame_of(Message(json.dumps(body), event))


@given(st.binary())
def test_no_bytes_are_too_strange(stream: bytes) -> None:
    decoder = Decoder()
    for message in decoder.feed(b"data: " + stream) + decoder.close():
        frame_of(message)

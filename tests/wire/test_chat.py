"""A turn of the conversation, as PROTOCOL's sections 3 and 4 have it."""

import pytest

from transcribe_video.wire.chat import Actions, Content, Event, Part, RunRequest, said
from transcribe_video.wire.order import TranscribeOrder

RUN = {
    "app_name": "nemo_agent",
    "user_id": "me",
    "session_id": "1",
    "new_message": {"parts": [{"text": "transcribe"}]},
}


def test_a_message_is_sent_as_documented() -> None:
    request = RunRequest(session_id="1", new_message=Content(parts=[Part(text="transcribe")]))

    assert request.sent() == RUN
    assert RunRequest.model_validate(RUN) == request


def test_what_a_person_says_names_no_role_as_it_is_documented() -> None:
    assert said("hello").sent() == {"parts": [{"text": "hello"}]}


def test_our_options_travel_in_the_state_delta() -> None:
    order = TranscribeOrder(formats=["srt"], language="de")
    request = RunRequest(
        session_id="1", new_message=said(""), state_delta={"transcribe": order.sent()}
    )
    delta = RunRequest.model_validate(request.sent()).state_delta

    assert delta is not None
    assert TranscribeOrder.model_validate(delta["transcribe"]) == order


@pytest.mark.parametrize(
    ("event", "frame"),
    [
        (
            Event(content=Content(role="model", parts=[Part(text="a")]), partial=True),
            {"content": {"role": "model", "parts": [{"text": "a"}]}, "partial": True},
        ),
        (
            Event(content=Content(parts=[Part(text="hm", thought=True)])),
            {"content": {"parts": [{"text": "hm", "thought": True}]}},
        ),
        (
            Event(
                content=Content(parts=[Part(function_call={"id": "1", "name": "a", "args": {}})])
            ),
            {"content": {"parts": [{"functionCall": {"id": "1", "name": "a", "args": {}}}]}},
        ),
        (
            Event(content=Content(parts=[Part(function_response={"id": "1", "response": None})])),
            {"content": {"parts": [{"functionResponse": {"id": "1", "response": None}}]}},
        ),
        (
            Event(actions=Actions(state_delta={"draft": {"t": None}}), turn_complete=True),
            {"turnComplete": True, "actions": {"stateDelta": {"draft": {"t": None}}}},
        ),
        (
            Event(error_code="2001", error_message="no credits", invocation_id="i", id="e"),
            {
                "errorCode": "2001",
                "errorMessage": "no credits",
                "invocationId": "i",
                "id": "e",
            },
        ),
        (
            Event(author="nemo_agent", timestamp=1.5, long_running_tool_ids=["1"]),
            {"author": "nemo_agent", "timestamp": 1.5, "longRunningToolIds": ["1"]},
        ),
        (Event(), {}),
    ],
)
def test_an_event_is_camel_case_and_leaves_out_what_is_absent(
    event: Event, frame: dict[str, object]
) -> None:
    assert event.sent() == frame
    assert Event.model_validate(frame) == event


def test_nulls_where_lists_or_objects_belong_mean_empty() -> None:
    frame = {"content": {"parts": None}, "actions": {"stateDelta": None}, "partial": None}

    assert Event.model_validate(frame) == Event(content=Content(), actions=Actions())


def test_what_an_event_holds_beyond_this_survives() -> None:
    frame = {
        "content": {"parts": [{"text": "a", "inlineData": {"mimeType": "x"}}]},
        "actions": {"stateDelta": {}, "requestedAuthConfigs": {}},
        "usageMetadata": {"totalTokenCount": 9_007_199_254_740_993},
    }
    assert Event.model_validate(frame).sent() == frame

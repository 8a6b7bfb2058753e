from transcribe_video.client.assembly import TROUBLE, Assembly
from transcribe_video.client.frame import (
    Done,
    Failed,
    Frame,
    Heartbeat,
    Text,
    ToolAnswered,
    ToolCalled,
    Unknown,
)
from transcribe_video.wire.chat import Actions, Content, Event, Part
from transcribe_video.wire.envelope import Refusal

_CALL = Part(function_call={"id": "call-1", "name": "cut"})
_ANSWER = Part(function_response={"id": "call-1", "name": "cut"})
_SORRY = f"{TROUBLE} while doing this. Please try again."


def _piece(text: str) -> Event:
    return Event(content=Content(parts=[Part(text=text)]), partial=True)


def _whole(*parts: str | Part) -> Event:
    made = [Part(text=part) if isinstance(part, str) else part for part in parts]
    return Event(content=Content(parts=made))


def _said(*frames: Frame) -> list[str]:
    """All texts that come of a whole stream."""
    assembly = Assembly()
    said = [text for frame in frames for text in assembly.take(frame)]
    return said + assembly.finish()


def _taken(*frames: Frame) -> Assembly:
    assembly = Assembly()
    for frame in frames:
        assembly.take(frame)
    return assembly


def test_pieces_are_a_preview_until_the_whole_text_comes() -> None:
    assembly = Assembly()
    assert assembly.take(_piece("Hel")) == []
    assert assembly.take(_piece("lo")) == []
    assert assembly.preview == "Hello"
    assert assembly.take(_whole("Hello!")) == ["Hello!"]
    assert (assembly.preview, assembly.reply) == ("", "Hello!")
    assert assembly.finish() == []


def test_a_whole_text_may_be_spaced_otherwise_and_come_with_a_call() -> None:
    assert _said(_piece("Hel lo"), _whole("Hello", _CALL), _whole(_ANSWER), _whole("Done")) == [
        "Hello",
        "Done",
    ]


def test_an_event_without_text_leaves_the_preview() -> None:
    assert _said(_piece("Hel"), _whole(_CALL), _piece("lo"), Event(turn_complete=True)) == ["Hello"]


def test_pieces_that_are_never_followed_by_a_whole_are_the_text() -> None:
    assert _said(_piece("Hel"), _piece("lo")) == ["Hello"]
    assert _said(_piece("Hel"), Failed(Refusal(200, None, "It broke"))) == ["Hel"]


def test_the_same_words_said_twice_are_said_twice() -> None:
    assert _said(_whole("Done."), _whole("Done.")) == ["Done.", "Done."]


def test_thoughts_are_never_shown() -> None:
    thought = Part(text="Let me see", thought=True)
    assert _said(_whole(thought, "Hello"), _whole(thought)) == ["Hello"]
    assert _said(Event(content=Content(parts=[thought]), partial=True)) == []


def test_a_tool_is_counted_once_for_each_call() -> None:
    partial = Event(content=Content(parts=[_CALL]), partial=True)
    other = Part(function_call={"name": "mix"})
    called = [_whole(_CALL), _whole(_CALL, other), _whole(other)]
    assert _taken(partial, *called, ToolCalled("x")).tools == 4


def test_a_whole_text_outside_events_is_dropped_if_its_pieces_were_all_said() -> None:
    frames = Text("Hel"), Text("lo"), Heartbeat(), Text("Hello"), Done(), Unknown()
    assert _said(*frames) == ["Hel", "lo"]
    assert _taken(*frames).reply == "Hello"


def test_different_texts_outside_events_all_count() -> None:
    texts = Text("One."), Text("Two."), Text(" "), Text("One.")
    assert _taken(*texts).reply == "One.\n\nTwo.\n\nOne."


def test_pieces_outside_events_with_an_event_between_them_stay_where_they_are() -> None:
    frames = Text("Hel"), _whole("Wait"), Text("lo"), Text("Hello")
    assert _taken(*frames).reply == "Hel\n\nWait\n\nlo"


def test_what_changes_is_gathered() -> None:
    changes = [Actions(state_delta={"draft": 1, "jobs": []}), Actions(state_delta={"draft": 2})]
    assembly = _taken(*(Event(actions=actions) for actions in changes))
    assert assembly.state == {"draft": 2, "jobs": []}


def test_trouble_at_the_end_is_dropped_after_anything_that_worked() -> None:
    assert _said(_whole("Done."), _whole(_SORRY)) == ["Done."]
    assert _said(_whole(_ANSWER), _piece(_SORRY)) == []
    assert _said(ToolAnswered("cut"), Text(_SORRY)) == []


def test_trouble_in_the_middle_is_said() -> None:
    assert _said(_whole(_SORRY), _whole("Done after all.")) == [_SORRY, "Done after all."]


def test_trouble_alone_is_the_answer_and_a_failure() -> None:
    assembly = Assembly()
    assert assembly.take(_whole(_CALL, _SORRY)) == []
    assert not assembly.is_failed
    assert assembly.finish() == [_SORRY]
    assert (assembly.reply, assembly.is_failed) == (_SORRY, True)


def test_a_failure_is_remembered() -> None:
    assert _taken(Failed(Refusal(200, 2001, "No credits"))).is_failed

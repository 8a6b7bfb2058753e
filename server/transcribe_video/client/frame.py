"""What a message of the chat stream means: every kind that a backend is known to send."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError

from transcribe_video.client.decoder import Message
from transcribe_video.wire.chat import Event
from transcribe_video.wire.envelope import Refusal, code_in, opened
from transcribe_video.wire.notation import read_json

_HTTP_OK = 200
_ENDS = {"[DONE]", "done", "end"}
_FAILURES = ("error", "errorCode", "errorMessage")
_BESIDE = ("error", "code", "message")  # of an event that is none of ADK's


@dataclass(frozen=True, slots=True)
class Text:
    """A complete text outside any event; pieces may come first and then the whole."""

    text: str


@dataclass(frozen=True, slots=True)
class ToolCalled:
    """The other side uses a tool of its own; nothing for a person."""

    name: str


@dataclass(frozen=True, slots=True)
class ToolAnswered:
    """A tool of the other side has answered; nothing for a person."""

    name: str


@dataclass(frozen=True, slots=True)
class Heartbeat:
    """The other side lives and has nothing to say."""


@dataclass(frozen=True, slots=True)
class Failed:
    """The turn failed, inside a stream that began well."""

    refusal: Refusal


@dataclass(frozen=True, slots=True)
class Done:
    """The other side says that this was all; the stream's end says the same."""


@dataclass(frozen=True, slots=True)
class Unknown:
    """Something that nobody can read; it breaks nothing."""


Frame = Event | Text | ToolCalled | ToolAnswered | Heartbeat | Failed | Done | Unknown


def frame_of(message: Message) -> Frame:
    """What one message means; nothing is too strange for an answer."""
    data, is_error = (message.data or "").strip(), message.event == "error"
    if message.is_comment or "heartbeat" in {message.event, data.strip('"')}:
        return Heartbeat()
    if data in _ENDS or message.event in _ENDS:
        return Done()
    if not data and not is_error:
        return Heartbeat()
    body = _object_in(data)
    if body is not None:
        return frame_of_object(body, is_error=is_error)
    # Failures of some backends are JSON but for the quotation marks in what they quote.
    is_failure = is_error or data.startswith('{"error')
    return Failed(Refusal(_HTTP_OK, None, data)) if is_failure else Unknown()


def _object_in(data: str) -> dict[str, Any] | None:
    try:
        body = read_json(data)
    except ValueError:
        return None
    return body if isinstance(body, dict) else None


def frame_of_object(body: dict[str, Any], *, is_error: bool = False) -> Frame:
    """What one JSON object of the stream means.

    Args:
        body: the object.
        is_error: whether the stream calls it an error.
    """
    kind = _kind(body)
    if kind == "heartbeat":
        return Heartbeat()
    if kind in {"tool_call", "tool_result"}:
        name = str(body.get("name", ""))
        return ToolCalled(name) if kind == "tool_call" else ToolAnswered(name)
    if _is_event(body):
        return _event(body)
    if is_error or kind == "error" or any(body.get(key) for key in _FAILURES):
        return Failed(_refusal(body))
    return _plain(body)


def _kind(body: Mapping[str, Any]) -> str:
    kind = body.get("type")
    return kind if isinstance(kind, str) else ""


def _plain(body: dict[str, Any]) -> Frame:
    text = _text(body)
    if text is not None and _kind(body) == "text" and not code_in(body):
        return Text(text)  # whatever else stands beside it
    content = opened(_HTTP_OK, body)
    if isinstance(content, Refusal):
        return Failed(content)
    if _is_event(content):  # it was in an envelope
        return _event(content)
    if any(content.get(key) for key in _FAILURES):
        return Failed(_refusal(content))
    kind, text = _kind(content), _text(content)
    if kind in _ENDS:
        return Done()
    return Text(text) if text is not None and kind in {"", "text"} else Unknown()


def _is_event(body: Mapping[str, Any]) -> bool:
    return isinstance(body.get("content"), dict) or isinstance(body.get("actions"), dict)


def _text(body: Mapping[str, Any]) -> str | None:
    found = (body.get(key) for key in ("content", "text"))
    return next((text for text in found if isinstance(text, str)), None)


def _event(body: dict[str, Any]) -> Frame:
    """The event; a field that is not as it should be costs that field, not the event."""
    try:
        return Event.model_validate(body)
    except ValidationError as error:
        wrong = {part for problem in error.errors() for part in problem["loc"][:1]}
    kept = {key: value for key, value in body.items() if key not in wrong}
    if len(kept) < len(body) and any(kept.get(key) for key in ("content", "actions")):
        return _event(kept)
    return Failed(_refusal(body)) if any(body.get(key) for key in _FAILURES) else Unknown()


def failure_of(event: Event) -> Refusal | None:
    """The failure that an event tells of beside what it brings."""
    told = {"errorCode": event.error_code, "errorMessage": event.error_message}
    told |= {key: value for key, value in (event.model_extra or {}).items() if key in _BESIDE}
    is_failure = any(told.get(key) for key in _FAILURES) or code_in(told)
    return _refusal(told) if is_failure else None


def _refusal(body: Mapping[str, Any]) -> Refusal:
    code = body.get("code", body.get("errorCode"))
    otherwise = body.get("content") or body.get("text") or body.get("errorCode")
    refusal = opened(_HTTP_OK, {"detail": otherwise, **body, "code": code, "success": False})
    assert isinstance(refusal, Refusal)
    return refusal

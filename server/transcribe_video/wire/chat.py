"""A turn of the conversation: the request of ``/run_sse`` and the events of its stream."""

from typing import Annotated, Any

from pydantic import BeforeValidator, ConfigDict
from pydantic.alias_generators import to_camel

from transcribe_video.wire.message import NULL_IS_NO_ITEMS, NULL_IS_NO_KEYS, Id, Message
from transcribe_video.wire.notation import json_text

RUN = "/run_sse"
APP, USER = "nemo_agent", "me"
JOBS_KEY = "jobs"
"""The key of ``stateDelta`` under which our backend names a turn's jobs: a list of ``Job``."""
TURN_KEY = "turn"
"""The key of ``stateDelta`` under which our backend gives the ``Turn``."""
BROUGHT_KEY = "brought"
"""The key of ``state_delta`` under which our client names the files that came with a message: a
list of their ``media_id``."""
HEARTBEAT = {"type": "heartbeat"}


class Part(Message):
    """A part of a message: text, a call, or what a call gave."""

    model_config = ConfigDict(alias_generator=to_camel)

    text: str | None = None
    thought: bool | None = None
    function_call: dict[str, Any] | None = None
    function_response: dict[str, Any] | None = None


class Content(Message):
    """A message's parts, and whose they are."""

    role: str | None = None
    parts: Annotated[list[Part], NULL_IS_NO_ITEMS] = []


class RunRequest(Message):
    """``POST /run_sse``; ``state_delta`` is a field of ADK's in which our options travel."""

    app_name: str = APP
    user_id: str = USER
    session_id: Id
    new_message: Content
    state_delta: dict[str, Any] | None = None


class Actions(Message):
    """What an event changes."""

    model_config = ConfigDict(alias_generator=to_camel)

    state_delta: Annotated[dict[str, Any], NULL_IS_NO_KEYS] = {}


def _word(value: object) -> object:
    """A code may come as a number, and a sentence as anything: none may hide a failure."""
    if value is None or isinstance(value, str):
        return value
    return json_text(value) if value else None


_Word = Annotated[str | None, BeforeValidator(_word)]


class Event(Message):
    """An event of the stream, in ADK's form: camelCase, absent fields left out."""

    model_config = ConfigDict(alias_generator=to_camel)

    content: Content | None = None
    partial: bool | None = None
    turn_complete: bool | None = None
    error_code: _Word = None
    error_message: _Word = None
    invocation_id: str | None = None
    author: str | None = None
    actions: Actions | None = None
    id: str | None = None
    timestamp: float | None = None
    long_running_tool_ids: list[str] | None = None


def said(text: str) -> Content:
    """What a person says, as a message; the protocol names no role, as it is always theirs."""
    return Content(parts=[Part(text=text)])

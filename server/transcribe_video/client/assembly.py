"""The frames of one turn, put together to what a person is told: pure."""

from collections.abc import Mapping
from typing import Any

from transcribe_video.client.frame import Failed, Frame, Text, ToolAnswered, ToolCalled
from transcribe_video.wire.chat import Event, Part

TROUBLE = "I encountered a temporary issue"
"""What a backend's model says when a tool of its own failed, often after all was done."""


class Assembly:
    """Takes frames, gives texts.

    Pieces of a text (``partial``) gather in ``preview`` until the whole one comes; if none comes,
    the pieces are the text. Nothing is compared by id, and events are never compared by their text.
    """

    def __init__(self) -> None:
        self.preview = ""
        self.state: dict[str, Any] = {}
        self.tools = 0
        self.is_failed = False
        self._texts: list[str] = []
        self._plain: list[str] = []  # texts that came outside events
        self._trouble: str | None = None
        self._calls: set[str] = set()
        self._is_tool_answered = False

    @property
    def reply(self) -> str:
        """All that was said so far, but for the preview."""
        return "\n\n".join(self._texts)

    def take(self, frame: Frame) -> list[str]:
        """Take the next frame; give the texts that are whole now."""
        match frame:
            case Event():
                return self._take_event(frame)
            case Text(text):
                return self._take_plain(text)
            case ToolCalled():
                self.tools += 1
            case ToolAnswered():
                self._is_tool_answered = True
            case Failed():
                self.is_failed = True
                return self.finish()
            case _:
                pass
        return []

    def finish(self) -> list[str]:
        """The stream has ended, however it did; give the texts that were still open."""
        pieces, self.preview = self.preview, ""
        said = self._say(pieces) if pieces.strip() else []
        trouble, self._trouble = self._trouble, None
        if trouble is None or self._texts or self._is_tool_answered:
            return said
        self.is_failed = True
        self._texts.append(trouble)
        return [*said, trouble]

    def _take_event(self, event: Event) -> list[str]:
        if event.actions:
            self.state |= event.actions.state_delta
        parts = event.content.parts if event.content else []
        text = "".join(part.text or "" for part in parts if not part.thought)
        if event.partial:
            self.preview += text
            return []
        self._count(parts)
        if not text.strip():
            return []
        self.preview = ""
        return self._say(text)

    def _count(self, parts: list[Part]) -> None:
        for part in parts:
            if part.function_call is not None:
                self._count_call(part.function_call)
            self._is_tool_answered |= part.function_response is not None

    def _count_call(self, call: Mapping[str, Any]) -> None:
        known = str(call.get("id") or "")
        self.tools += known not in self._calls
        if known:
            self._calls.add(known)

    def _take_plain(self, text: str) -> list[str]:
        if not text.strip():
            return []
        if self._plain and text == "".join(self._plain):  # the whole, after its pieces
            if self._texts[-len(self._plain) :] == self._plain:
                self._texts[-len(self._plain) :] = [text]
            return []
        self._plain.append(text)
        return self._say(text)

    def _say(self, text: str) -> list[str]:
        """Say it; what may turn out to be only trouble at the end waits for the next text."""
        if TROUBLE in text:
            self._trouble = text
            return []
        waited, self._trouble = self._trouble, None
        said = [text] if waited is None else [waited, text]
        self._texts += said
        return said

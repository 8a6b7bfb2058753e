"""Bytes of an event stream in, its messages out: pure, whatever the bytes are and however cut.

Lines end at CR, LF or CRLF and nowhere else: U+2028 stands raw inside JSON.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from transcribe_video.client.failure import unusable

_LINE_END = re.compile(rb"\r\n|\r|\n")
_BYTE_ORDER_MARK = b"\xef\xbb\xbf"
_MOST_BYTES = 32 * 1024 * 1024  # of one message: it may hold a whole draft
_LINE_COST_BYTES = 64  # of memory, so that empty lines count as well


@dataclass(frozen=True, slots=True)
class Message:
    """One message of the stream.

    Attributes:
        data: its ``data:`` lines, joined; None if it had none.
        event: what ``event:`` calls it.
        is_comment: it was a line for nobody, which shows that the other side lives.
    """

    data: str | None = None
    event: str = ""
    is_comment: bool = False


class Decoder:
    """Takes bytes as they come and gives each message as soon as it is whole."""

    def __init__(self, most_bytes: int = _MOST_BYTES) -> None:
        self._most_bytes = most_bytes
        self._line = bytearray()
        self._is_first, self._after_cr = True, False
        self._event = ""
        self._data: list[str] = []
        self._held_bytes = 0

    def feed(self, chunk: bytes) -> list[Message]:
        """Take the next bytes; give what is whole now.

        Raises:
            BackendError: a message is too long to be one.
        """
        return [message for line in self._lines(chunk) if (message := self._taken(line))]

    def close(self) -> list[Message]:
        """The stream has ended as it should: give what lacked only its end.

        Raises:
            BackendError: a message is too long to be one.
        """
        return self.feed(b"\n\n")

    def _lines(self, chunk: bytes) -> Iterator[bytes]:
        if self._after_cr and chunk.startswith(b"\n"):
            chunk, self._after_cr = chunk[1:], False
        if chunk:
            self._after_cr = chunk.endswith(b"\r")
        *whole, rest = _LINE_END.split(chunk)
        for piece in whole:
            self._extend(piece)
            yield self._ended_line()
        self._extend(rest)

    def _extend(self, piece: bytes) -> None:
        self._line += piece
        if len(self._line) + self._held_bytes > self._most_bytes:
            raise unusable()

    def _ended_line(self) -> bytes:
        line = bytes(self._line)
        self._line.clear()
        if self._is_first:
            self._is_first = False
            return line.removeprefix(_BYTE_ORDER_MARK)
        return line

    def _taken(self, line: bytes) -> Message | None:
        if not line:
            return self._ended_message()
        if line.startswith(b":"):
            return Message(is_comment=True)
        name, _, value = line.partition(b":")
        self._held_bytes += len(value) + _LINE_COST_BYTES
        self._keep(name, value.removeprefix(b" ").decode("utf-8", "replace"))
        return None

    def _keep(self, name: bytes, value: str) -> None:
        if name == b"data":
            self._data.append(value)
        elif name == b"event":
            self._event = value

    def _ended_message(self) -> Message | None:
        message = Message("\n".join(self._data) if self._data else None, self._event)
        self._event, self._data, self._held_bytes = "", [], 0
        return None if message == Message() else message

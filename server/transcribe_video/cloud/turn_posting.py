"""A call of which is known whether any of it left this machine."""

from collections.abc import AsyncIterator
from dataclasses import replace

from transcribe_video.client.call import Call


class Posting:
    """Watches the body of a call.

    Args:
        call: with a body of bytes.

    Attributes:
        is_sent: whether the body was asked for, which is so once a connection stands. As long as
            it was not, the other side has nothing.
    """

    def __init__(self, call: Call) -> None:
        assert call.content is not None
        body = call.content()
        assert isinstance(body, bytes)
        self._body, self._call = body, call
        self.is_sent = False

    @property
    def call(self) -> Call:
        """The call to make."""
        headers = {**self._call.headers, "Content-Length": str(len(self._body))}
        return replace(self._call, headers=headers, content=self._content)

    async def _content(self) -> AsyncIterator[bytes]:
        self.is_sent = True
        yield self._body

"""The calls themselves, over HTTP: the only importer of the library for it.

A backend may be killed and started anew between any two calls, and in the middle of one. What may
be asked twice is asked again of the new one; what may not is repeated only if nothing was sent.
"""

import asyncio
import json
import ssl
from collections.abc import AsyncGenerator, Awaitable, Callable, Mapping, Sequence
from contextlib import aclosing
from time import monotonic
from typing import Any, TypeVar

import httpx

from transcribe_video.client.access import Access, Find
from transcribe_video.client.call import Call
from transcribe_video.client.failure import error_from, unusable
from transcribe_video.client.frame import Frame, frame_of_object
from transcribe_video.client.headers import checked
from transcribe_video.client.stream import MEDIA_TYPE, frames_of
from transcribe_video.errors import AccessError, BackendError, UnreachableError
from transcribe_video.wire.envelope import Refusal, opened

_CONNECT_S, _SEND_S = 5.0, 60.0
_RETRY_WAITS_S = (0.1, 0.5, 1.0)
_MOST_BYTES = 64 * 1024 * 1024  # of an answer: drafts may be large, nothing is larger
_NO_CONTENT = 204
_NOT_SENT = (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout)
_AGAIN = "Try again in a moment"

_Answer = TypeVar("_Answer")
_Attempt = Callable[[Call, Access, float], Awaitable[_Answer]]


class Caller:
    """Sends calls to the backend that ``find`` gives, and asks for it again when it is gone.

    Args:
        find: gives the backend.
        headers: go with every call.
        retry_waits_s: waits before further attempts at a call that may be repeated.
    """

    def __init__(
        self,
        find: Find,
        headers: Mapping[str, str],
        retry_waits_s: Sequence[float] = _RETRY_WAITS_S,
    ) -> None:
        self._find, self._retry_waits_s = find, retry_waits_s
        self._http = _http_client(headers)
        self.access: Access | None = None

    async def reply(self, call: Call) -> dict[str, Any]:
        """The content of the reply to a call.

        Raises:
            TranscribeVideoError: the backend refused, or cannot be reached.
        """
        return await self._admitted(call, self._replied)

    async def frames(self, call: Call) -> AsyncGenerator[Frame, None]:
        """The frames of the stream that a call opens, while they come; a plain reply is one frame.

        Raises:
            TranscribeVideoError: the backend refused, cannot be reached, or was cut off.
        """
        response = await self._admitted(call, self._begun)
        if isinstance(response, dict):
            yield frame_of_object(response)
            return
        try:
            async with aclosing(frames_of(response.aiter_bytes())) as frames:
                async for frame in frames:
                    yield frame
        except httpx.RequestError as error:
            raise _trouble(call, error) from error
        finally:
            await response.aclose()

    async def close(self) -> None:
        """Give back all connections."""
        await self._http.aclose()

    async def _admitted(self, call: Call, attempt: _Attempt[_Answer]) -> _Answer:
        """The answer; a backend that does not know us may be another one than we thought."""
        try:
            return await self._persisted(call, attempt)
        except AccessError:
            known = self.access
            if known is None or await self._find(known) == known:
                raise
        return await self._persisted(call, attempt)

    async def _persisted(self, call: Call, attempt: _Attempt[_Answer]) -> _Answer:
        begun, stale = monotonic(), None
        for wait_s in (*self._retry_waits_s, None):
            self.access = await self._find(stale)
            try:
                return await attempt(call, self.access, monotonic() - begun)
            except httpx.RequestError as error:
                if wait_s is None or not _may_repeat(call, error):
                    raise _trouble(call, error) from error
            stale = self.access
            await asyncio.sleep(wait_s)
        raise AssertionError  # the last attempt returns or raises

    async def _replied(self, call: Call, access: Access, elapsed_s: float) -> dict[str, Any]:
        response = await self._sent(call, access, elapsed_s)
        try:
            return await _content(response)
        finally:
            await response.aclose()

    async def _begun(
        self, call: Call, access: Access, elapsed_s: float
    ) -> httpx.Response | dict[str, Any]:
        """The response whose body is the stream, or the content of a reply that is none."""
        response = await self._sent(call, access, elapsed_s)
        kind = response.headers.get("Content-Type", "").partition(";")[0].strip().lower()
        if response.is_success and kind == MEDIA_TYPE:
            return response
        try:
            return await _content(response)
        finally:
            await response.aclose()

    async def _sent(self, call: Call, access: Access, elapsed_s: float) -> httpx.Response:
        request = self._http.build_request(
            call.method,
            access.url + call.path,
            params=call.query(elapsed_s),
            headers={**checked({"Authorization": f"Bearer {access.bearer}"}), **call.headers},
            content=call.content() if call.content else None,
            timeout=httpx.Timeout(
                call.answer_s + call.wait_left(elapsed_s), connect=_CONNECT_S, write=_SEND_S
            ),
        )
        return await self._http.send(request, stream=True)


def _http_client(headers: Mapping[str, str]) -> httpx.AsyncClient:
    # The backend is on this machine: no proxy may see these calls, whatever the environment says.
    # No connection is kept, so that none can turn out to be dead when something is sent; and no
    # certificate is ever needed, so that none are loaded.
    transport = httpx.AsyncHTTPTransport(
        verify=ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT),
        trust_env=False,
        limits=httpx.Limits(max_keepalive_connections=0),
    )
    return httpx.AsyncClient(
        transport=transport,
        trust_env=False,
        follow_redirects=False,
        headers={**checked(headers), "Accept-Encoding": "identity"},
    )


async def _content(response: httpx.Response) -> dict[str, Any]:
    body = bytearray()
    async for chunk in response.aiter_bytes():
        body += chunk
        if len(body) > _MOST_BYTES:
            raise unusable()
    if response.status_code == _NO_CONTENT:
        return {}
    parsed = _parsed(body)
    if not isinstance(parsed, Mapping):
        if response.is_success:
            raise unusable()
        raise error_from(Refusal(response.status_code, None, ""))
    content = opened(response.status_code, parsed)
    if isinstance(content, Refusal):
        raise error_from(content)
    return content


def _parsed(body: bytearray) -> object:
    try:
        return json.loads(body)
    except (ValueError, RecursionError):
        return None


def _may_repeat(call: Call, error: httpx.RequestError) -> bool:
    if isinstance(error, _NOT_SENT):
        return True
    return call.is_repeatable and isinstance(error, httpx.NetworkError | httpx.RemoteProtocolError)


def _trouble(call: Call, error: httpx.RequestError) -> BackendError:
    if isinstance(error, _NOT_SENT):
        why = "nothing answers where it should be"
        return UnreachableError("The backend cannot be reached", why, _AGAIN)
    if isinstance(error, httpx.DecodingError):
        return unusable()
    if isinstance(error, httpx.TimeoutException):
        return UnreachableError(
            "The backend does not answer", "it has been silent for too long", _AGAIN
        )
    if call.is_repeatable:
        why = "it breaks off whenever it is asked this"
        return UnreachableError("The backend does not answer", why, _AGAIN)
    return UnreachableError(
        "The backend broke off in the middle of this",
        "it was stopped, and whether this was done is not known",
        "Look at the state of the project before you ask for it again",
    )

"""The calls themselves, over HTTP.

A backend may be killed and started anew between any two calls, and in the middle of one. What may
be asked twice is asked again of the new one; what may not is repeated only if nothing was sent, or
if the backend says that it did nothing.
"""

import asyncio
from collections.abc import AsyncGenerator, Awaitable, Callable, Mapping, Sequence
from contextlib import aclosing
from dataclasses import dataclass, replace
from time import monotonic
from typing import Any, TypeVar

import httpx

from transcribe_video.client.access import Access, Find
from transcribe_video.client.answer import content_of, is_stream, refused
from transcribe_video.client.call import Call
from transcribe_video.client.failure import (
    Refused,
    error_from,
    is_of_rate,
    is_of_token,
    is_passing,
)
from transcribe_video.client.frame import Frame, frame_of_object
from transcribe_video.client.headers import checked
from transcribe_video.client.redirect import next_address
from transcribe_video.client.refused import RefusedError
from transcribe_video.client.stream import frames_of
from transcribe_video.client.transport import PATIENCE, Transport, http_client
from transcribe_video.client.trouble import may_repeat, trouble
from transcribe_video.errors import AccessError
from transcribe_video.wire.envelope import Refusal

_SEND_S = 60.0
_MOST_REDIRECTS = 3

_Answer = TypeVar("_Answer")
_Attempt = Callable[[Call, Access, float], Awaitable[_Answer]]


@dataclass(slots=True)
class _Tries:
    """What was done already for one call to succeed."""

    waits_s: list[float]
    is_rate_waited: bool = False
    stale: Access | None = None


class Caller:
    """Sends calls to the backend that ``find`` gives, and asks for it again when it is gone.

    Args:
        find: gives the backend; over the internet it is asked for another access only where the
            one it gave is not accepted.
        headers: go with every call, and to no other host.
        retry_waits_s: waits before further attempts at a call that may be repeated; None are
            those of the transport.
        transport: how the backend is reached.
        refused: makes an error of what the backend refuses.
        rate_wait_s: wait after a refusal for too many calls that does not say how long.
    """

    def __init__(
        self,
        find: Find,
        headers: Mapping[str, str],
        retry_waits_s: Sequence[float] | None = None,
        transport: Transport = "loopback",
        *,
        refused: Refused = error_from,
        rate_wait_s: float | None = None,
    ) -> None:
        usual = PATIENCE[transport]
        self._find, self._transport = find, transport
        self._patience = replace(
            usual,
            retry_waits_s=usual.retry_waits_s if retry_waits_s is None else retry_waits_s,
            rate_wait_s=usual.rate_wait_s if rate_wait_s is None else rate_wait_s,
        )
        self._headers = dict(headers)
        self._http = http_client(transport, headers)
        self.refused = refused
        self.access: Access | None = None

    @property
    def is_remote(self) -> bool:
        """Whether the backend is on another machine, as far as is known."""
        return self._transport == "internet"

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
            raise trouble(call, error, self._transport) from error
        finally:
            await response.aclose()

    async def admission(self, stale: Access | None = None) -> tuple[Access, dict[str, str]]:
        """Where the backend is, and the headers that it wants to see, which are for it alone.

        Args:
            stale: what it did not accept.
        """
        self.access = await self._find(stale)
        return self.access, {**self._headers, **_bearer(self.access)}

    async def renewed(self) -> bool:
        """Whether there is another access than the last one, which was not accepted.

        It is used from now on. For what is told of inside a stream, where no call is made again.

        Raises:
            TranscribeVideoError: there can be none.
        """
        known = self.access
        return known is not None and await self._find(known) != known

    async def close(self) -> None:
        """Give back all connections."""
        await self._http.aclose()

    async def _admitted(self, call: Call, attempt: _Attempt[_Answer]) -> _Answer:
        """The answer; a backend that does not know us may be another one than we thought."""
        try:
            return await self._persisted(call, attempt)
        except RefusedError as error:
            known = self.access
            is_final = known is None or not self._is_renewable(error.refusal)
            if is_final or await self._find(known) == known:
                raise self.refused(error.refusal) from None
        try:
            return await self._persisted(call, attempt)
        except RefusedError as error:
            raise self.refused(error.refusal) from None

    def _is_renewable(self, refusal: Refusal) -> bool:
        if self.is_remote:
            return is_of_token(refusal)
        return isinstance(self.refused(refusal), AccessError)

    async def _persisted(self, call: Call, attempt: _Attempt[_Answer]) -> _Answer:
        begun, tries = monotonic(), _Tries(list(self._patience.retry_waits_s))
        while True:
            self.access = await self._find(tries.stale)
            try:
                return await attempt(call, self.access, monotonic() - begun)
            except httpx.RequestError as error:
                wait_s = self._wait_for(call, error, tries)
                if wait_s is None:
                    raise trouble(call, error, self._transport) from error
            except RefusedError as error:
                wait_s = self._wait_after(call, error, tries)
                if wait_s is None:
                    raise
            # The backend on this machine may have been started anew; a host elsewhere is the same.
            tries.stale = None if self.is_remote else self.access
            await asyncio.sleep(wait_s)

    def _wait_for(self, call: Call, error: httpx.RequestError, tries: _Tries) -> float | None:
        """How long to wait before the next attempt at a call that did not get through."""
        if not tries.waits_s or not may_repeat(call, error, self._transport):
            return None
        return tries.waits_s.pop(0)

    def _wait_after(self, call: Call, error: RefusedError, tries: _Tries) -> float | None:
        """How long to wait before the next attempt at a call that was refused for now."""
        asked_s, patience = error.retry_after_s, self._patience
        if not self.is_remote or (asked_s or 0) > patience.most_wait_s:
            return None
        if is_of_rate(error.refusal):
            if tries.is_rate_waited:
                return None
            tries.is_rate_waited = True
            return patience.rate_wait_s if asked_s is None else asked_s
        if call.is_repeatable and is_passing(error.refusal) and tries.waits_s:
            return max(tries.waits_s.pop(0), asked_s or 0)
        return None

    async def _replied(self, call: Call, access: Access, elapsed_s: float) -> dict[str, Any]:
        response = await self._sent(call, access, elapsed_s)
        try:
            return await content_of(response)
        finally:
            await response.aclose()

    async def _begun(
        self, call: Call, access: Access, elapsed_s: float
    ) -> httpx.Response | dict[str, Any]:
        """The response whose body is the stream, or the content of a reply that is none."""
        response = await self._sent(call, access, elapsed_s)
        if is_stream(response):
            return response
        try:
            return await content_of(response)
        finally:
            await response.aclose()

    async def _sent(self, call: Call, access: Access, elapsed_s: float) -> httpx.Response:
        address: str | None = access.url + call.path
        query: Mapping[str, str | int | float] | None = call.query(elapsed_s)
        for _ in range(_MOST_REDIRECTS + 1):
            assert address is not None
            response = await self._http.send(
                self._request(call, access, address, query, elapsed_s), stream=True
            )
            address, query = self._redirected(call, response), None
            if address is None:
                return response
            await response.aclose()
        raise refused(response, Refusal(response.status_code, None, "it sends us in a circle"))

    def _redirected(self, call: Call, response: httpx.Response) -> str | None:
        """Where the same host wants to be asked instead; what is sent goes to no other."""
        return next_address(response, call.method) if self.is_remote else None

    def _request(
        self,
        call: Call,
        access: Access,
        address: str,
        query: Mapping[str, str | int | float] | None,
        elapsed_s: float,
    ) -> httpx.Request:
        is_patient = call.is_repeatable and self.is_remote and call.wait_s is None
        answer_s = min(call.answer_s, self._patience.answer_s) if is_patient else call.answer_s
        return self._http.build_request(
            call.method,
            address,
            params=query,
            headers={**_bearer(access), **call.headers},
            content=call.content() if call.content else None,
            timeout=httpx.Timeout(
                answer_s + call.wait_left(elapsed_s),
                connect=self._patience.connect_s,
                write=_SEND_S,
            ),
        )


def _bearer(access: Access) -> dict[str, str]:
    """What opens the backend; nothing where there is nothing yet."""
    return checked({"Authorization": f"Bearer {access.bearer}"}) if access.bearer else {}

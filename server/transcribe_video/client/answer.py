"""The content of a plain answer."""

from collections.abc import Mapping
from typing import Any

import httpx

from transcribe_video.client.failure import unusable
from transcribe_video.client.refused import RefusedError, retry_after_s
from transcribe_video.client.stream import MEDIA_TYPE
from transcribe_video.wire.envelope import Refusal, opened
from transcribe_video.wire.notation import read_json

_MOST_BYTES = 64 * 1024 * 1024  # drafts may be large, nothing is larger
_NO_CONTENT = 204


def is_stream(response: httpx.Response) -> bool:
    """Whether the body is a stream of events."""
    kind = response.headers.get("Content-Type", "").partition(";")[0].strip().lower()
    return response.is_success and bool(kind == MEDIA_TYPE)


async def content_of(response: httpx.Response) -> dict[str, Any]:
    """What the answer holds, unwrapped.

    Raises:
        RefusedError: it tells of a failure.
        BackendError: it is not of the expected form.
        httpx.RequestError: it breaks off.
    """
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
        raise refused(response, Refusal(response.status_code, None, ""))
    content = opened(response.status_code, parsed)
    if isinstance(content, Refusal):
        raise refused(response, content)
    return content


def refused(response: httpx.Response, refusal: Refusal) -> RefusedError:
    """The refusal, with what the answer's head says of when to try again."""
    return RefusedError(refusal, retry_after_s(response.headers.get("Retry-After")))


def _parsed(body: bytearray) -> object:
    try:
        return read_json(body)
    except ValueError:
        return None

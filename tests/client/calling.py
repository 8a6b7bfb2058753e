"""Callers, on their way to peers that answer what they are told to."""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager

import pytest

from client.finding import found
from client.peer import SECRET, Answer, Peer
from transcribe_video.client.access import Access, Find
from transcribe_video.client.call import Call
from transcribe_video.client.caller import Caller
from transcribe_video.client.transport import Transport
from transcribe_video.errors import TranscribeVideoError

HEADERS = {"X-Skill-Source": "a-skill", "X-Skill-Version": "1", "X-Skill-Platform": "unknown"}
NOWHERE = Access("http://127.0.0.1:9", SECRET)  # the port that discards; nobody listens there
_PROXIES = ("HTTP_PROXY", "http_proxy", "HTTPS_PROXY", "https_proxy", "ALL_PROXY", "all_proxy")


@asynccontextmanager
async def calling(
    *accesses: Access,
    transport: Transport = "loopback",
    find: Find | None = None,
    waits_s: Sequence[float] = (0, 0),
    rate_wait_s: float = 0,
) -> AsyncIterator[Caller]:
    """A caller that finds these backends one after the other, or as it is told to.

    Args:
        accesses: the backends.
        transport: how they are reached.
        find: finds one instead.
        waits_s: before further attempts.
        rate_wait_s: after a refusal for too many calls.
    """
    caller = Caller(find or found(*accesses), HEADERS, waits_s, transport, rate_wait_s=rate_wait_s)
    try:
        yield caller
    finally:
        await caller.close()


async def outcome(
    call: Call, *answers: Answer, transport: Transport = "loopback"
) -> tuple[object, list[str]]:
    """What comes of a call where the peer answers so, and the requests that reached it."""
    async with Peer(answers) as peer, calling(peer.access, transport=transport) as caller:
        try:
            came: object = await caller.reply(call)
        except TranscribeVideoError as error:
            came = error
        return came, peer.lines


def set_proxies(environment: pytest.MonkeyPatch, url: str) -> None:
    """Name this proxy for all calls in the environment, with no exception."""
    for name in _PROXIES:
        environment.setenv(name, url)
    for name in ("NO_PROXY", "no_proxy"):
        environment.setenv(name, "")

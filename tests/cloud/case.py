"""A way in which the cloud may behave, and what the client must then do."""

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass

import pytest

from client.finding import found
from cloud.reply import Reply
from cloud.scripted import Cloud
from shipped import shipped_manifest
from transcribe_video.client.access import Access
from transcribe_video.client.caller import Caller
from transcribe_video.client.client import Client
from transcribe_video.client.cloud_failure import cloud_error
from transcribe_video.client.standing import Standing
from transcribe_video.errors import TranscribeVideoError

TOKEN = "nmv_usr_me"  # noqa: S105 - of a service that stands in for the real one
SKILL = {"X-Skill-Source": "s", "X-Skill-Version": "1.10", "X-Skill-Platform": "unknown"}
LINK = "https://nemovideo.com/register?bind=anon_1"


@dataclass(frozen=True, slots=True)
class Raises:
    """The error that a person sees: exactly this class, with these words in its sentence."""

    kind: type[TranscribeVideoError]
    words: str = ""


@dataclass(frozen=True, slots=True)
class Case:
    """One row of a table.

    Attributes:
        name: the way.
        line: what is asked, as a pattern of its method and path.
        replies: what the cloud answers to that, one after the other.
        ask: how the client is used.
        outcome: what comes of it.
        times: how often the client asks.
    """

    name: str
    line: str
    replies: tuple[Reply, ...]
    ask: Callable[[Client], Awaitable[object]]
    outcome: object
    times: int = 1


@asynccontextmanager
async def talking(cloud: Cloud) -> AsyncIterator[Client]:
    """The client as it talks to the cloud, with a token that does not change."""
    caller = Caller(
        found(Access(cloud.url, TOKEN)),
        SKILL,
        (0, 0),
        "internet",
        refused=lambda refusal: cloud_error(refusal, Standing(registration_link=LINK)),
        rate_wait_s=0,
    )
    client = Client(caller, shipped_manifest().limits)
    try:
        yield client
    finally:
        await client.close()


async def check(case: Case, cloud: Cloud) -> None:
    """Run a row."""
    cloud.nemo.tokens[TOKEN] = "anon_1"
    cloud.script(case.line, *case.replies)
    async with talking(cloud) as client:
        if isinstance(case.outcome, Raises):
            with pytest.raises(TranscribeVideoError) as raised:
                await case.ask(client)
            assert type(raised.value) is case.outcome.kind
            assert case.outcome.words in str(raised.value)
            assert TOKEN not in str(raised.value)
        else:
            assert await case.ask(client) == case.outcome
    assert len(cloud.asked(case.line)) == case.times


def rows(*cases: Case) -> pytest.MarkDecorator:
    """The rows as tests of their names."""
    names = [case.name for case in cases]
    assert len(set(names)) == len(names)
    return pytest.mark.parametrize("case", cases, ids=names)

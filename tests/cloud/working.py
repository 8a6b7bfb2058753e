"""The client of the cloud in this process, against the scripted NemoVideo."""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from client.finding import found
from cloud.case import LINK, SKILL, TOKEN
from cloud.scripted import Cloud
from shipped import shipped_manifest
from transcribe_video.client.access import Access
from transcribe_video.client.caller import Caller
from transcribe_video.client.client import Client
from transcribe_video.client.cloud_failure import cloud_error
from transcribe_video.client.standing import Standing
from transcribe_video.cloud.client import CloudClient
from transcribe_video.cloud.owner import Owner
from transcribe_video.cloud.records.archive import Archive
from transcribe_video.cloud.surroundings import Surroundings
from transcribe_video.settings import Settings
from transcribe_video.wire.job import Job
from transcribe_video.wire.render import Output, RenderRequest


@asynccontextmanager
async def working(cloud: Cloud, home: Path, **settings: Any) -> AsyncIterator[CloudClient]:
    """A process that works in the cloud; a second one may share its home."""
    cloud.nemo.tokens[TOKEN] = "anon_1"
    waits: dict[str, Any] = {
        "recovery_waits_s": (0.0,) * 3,
        "render_first_poll_s": 0.01,
        "render_poll_s": 0.01,
    }
    caller = Caller(
        found(Access(cloud.url, TOKEN)),
        SKILL,
        (0, 0),
        "internet",
        refused=lambda refusal: cloud_error(refusal, Standing(registration_link=LINK)),
        rate_wait_s=0,
    )
    limits = shipped_manifest().limits
    around = Surroundings(
        archive=Archive(home, cloud.url),
        caller=caller,
        client=Client(caller, limits),
        settings=Settings(home=home, backend="cloud", api_url=cloud.url, **waits | settings),
        limits=limits,
        host="nemo.example",
        downloads=home / "downloads",
    )
    client = CloudClient(around, Owner(home))
    try:
        yield client
    finally:
        await client.close()


async def arrived(cloud: Cloud, line: str) -> None:
    """Wait until the cloud has been asked this."""
    async with asyncio.timeout(30):
        while not cloud.asked(line):  # noqa: ASYNC110 - it is asked in another thread
            await asyncio.sleep(0.01)


async def ended(client: CloudClient, job: Job) -> Job:
    """A job once nothing more comes of it."""
    while not job.has_ended:
        job = await client.job(job.job_id, 10, job.news_next)
    return job


async def opened(client: CloudClient, cloud: Cloud, draft: dict[str, Any] | None = None) -> str:
    """A session with this draft."""
    session = await client.open_session("en", "a film")
    cloud.nemo.sessions[session.session_id].draft = draft
    return session.session_id


def asking(session_id: str, draft: dict[str, Any], **output: Any) -> RenderRequest:
    """An order for a video."""
    return RenderRequest(id="render_1", session_id=session_id, draft=draft, output=Output(**output))


def error_of(job: Job) -> str:
    """Why a job failed, in one string."""
    assert job.status == "failed"
    return json.dumps(job.error, ensure_ascii=False)

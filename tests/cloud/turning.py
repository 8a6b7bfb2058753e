"""Turns of the conversation against the scripted NemoVideo."""

import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from client.finding import found
from cloud.case import SKILL, TOKEN
from cloud.scripted import Cloud
from shipped import shipped_manifest
from transcribe_video.client.access import Access
from transcribe_video.client.caller import Caller
from transcribe_video.client.client import Client
from transcribe_video.cloud.owner import Owner
from transcribe_video.cloud.records.archive import Archive
from transcribe_video.cloud.records.jobs import CloudJob
from transcribe_video.cloud.records.sessions import CloudSession
from transcribe_video.cloud.turn import TurnRunner, new_turn
from transcribe_video.cloud.turn_outcome import Outcome
from transcribe_video.settings import Settings

CHAT, STATE = "POST /run_sse", "GET /api/state/*"
CREATE = "POST /api/tasks/*"
NEXT_TOKEN = "nmv_usr_next"  # noqa: S105 - of a service that stands in for the real one
LIMITS = shipped_manifest().limits


def draft(*titles: str, length_ms: int = 4000) -> dict[str, Any]:
    """A timeline with one track of titles."""
    clips = [{"d": length_ms, "m": {"text": title}} for title in titles]
    return {"t": [{"tt": 7, "sg": clips}], "d": length_ms * len(titles)}


@dataclass
class Turning:
    """What a test works with; one session is there."""

    cloud: Cloud
    archive: Archive
    runner: TurnRunner
    owner: Owner
    session: CloudSession
    stages: list[str] = field(default_factory=list)

    def say(self, message: str, owner: str | None = None) -> CloudJob:
        """The row of a message, which nobody has sent yet."""
        return self.archive.jobs.add(
            new_turn(self.session.session_id, message, owner or self.owner.name)
        )

    async def run(self, job: CloudJob) -> Outcome:
        """Do it, and write down how it ended."""
        outcome = await self.runner.run(job, lambda progress: self.stages.append(progress.stage))
        self.archive.jobs.end(job.job_id, outcome.ending)
        return outcome

    async def said(self, message: str) -> Outcome:
        return await self.run(self.say(message))

    def set_draft(self, timeline: object) -> None:
        """The timeline as the cloud has it from now on."""
        remote_id = self.archive.sessions.get(self.session.session_id).remote_id
        self.cloud.nemo.sessions[remote_id].draft = timeline

    @property
    def messages(self) -> list[str]:
        """All that arrived, as often as it did."""
        return [
            json.loads(request.body)["new_message"]["parts"][0]["text"]
            for request in self.cloud.asked(CHAT)
        ]


@asynccontextmanager
async def turning(cloud: Cloud, home: Path, **settings: Any) -> AsyncIterator[Turning]:
    """A process that talks to the cloud; a second one may share its home.

    Args:
        cloud: the cloud.
        home: where its records are.
        settings: waits other than none.
    """
    cloud.nemo.tokens |= {TOKEN: "anon_1", NEXT_TOKEN: "anon_1"}
    waits = {"recovery_waits_s": (0.0,) * 5} | settings
    async with around_of(cloud.url, home, **waits) as around:
        owner, archive = Owner(home), around.archive
        known = archive.sessions.newest(1)
        session = (
            known[0] if known else archive.sessions.add(await around.client.open_session("en"))
        )
        runner = TurnRunner(around, owner)
        try:
            yield Turning(cloud, archive, runner, owner, session)
        finally:
            owner.close()


@dataclass(frozen=True)
class Around:
    """What a runner works with."""

    archive: Archive
    caller: Caller
    client: Client
    settings: Settings


@asynccontextmanager
async def around_of(url: str, home: Path, **settings: Any) -> AsyncIterator[Around]:
    find = found(Access(url, TOKEN), Access(url, NEXT_TOKEN))  # once the first is not accepted
    caller = Caller(find, SKILL, (0, 0), "internet", rate_wait_s=0)
    client, archive = Client(caller, LIMITS), Archive(home, url)
    made = Settings(home=home, backend="cloud", api_url=url, **settings)
    try:
        yield Around(archive, caller, client, made)
    finally:
        await client.close()
        archive.close()

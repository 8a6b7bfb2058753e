"""Whole turns of the cloud, on an implementation of the stream that nobody here wrote."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from client.finding import found
from contract.peer import SKILL, Can, Running
from contract.peers import on
from shipped import shipped_manifest
from transcribe_video.client.caller import Caller
from transcribe_video.client.client import Client
from transcribe_video.client.cloud_failure import cloud_error
from transcribe_video.client.standing import Standing
from transcribe_video.cloud.owner import Owner
from transcribe_video.cloud.records.archive import Archive
from transcribe_video.cloud.records.jobs import CloudJob
from transcribe_video.cloud.session_view import turn_of
from transcribe_video.cloud.turn import TurnRunner, new_turn
from transcribe_video.cloud.turn_outcome import Outcome
from transcribe_video.settings import Settings
from transcribe_video.wire.session import Session
from transcribe_video.wire.state import Project, State

pytestmark = pytest.mark.anyio

_TROUBLE = "I encountered a temporary issue while doing this. Please try again"
_CUT = ("Done. Added Video “clip 1” (0-1s).",)


class _AdkClient(Client):
    """Sessions and their state lie at another place with ADK; this is all that is adapted."""

    def __init__(self, peer: Running, caller: Caller) -> None:
        super().__init__(caller, shipped_manifest().limits)
        self._peer = peer

    async def open_session(self, language: str = "en", name: str = "project") -> Session:
        del language, name
        assert self._peer.opened
        return Session(session_id=self._peer.opened())

    async def state(self, session_id: str) -> State:
        with self._peer.http() as http:
            kept = http.get(f"/apps/nemo_agent/users/me/sessions/{session_id}").json()
        return State(session_id=session_id, state=Project.model_validate(kept["state"]))


@dataclass(frozen=True)
class _Around:
    archive: Archive
    caller: Caller
    client: Client
    settings: Settings


@asynccontextmanager
async def _around(peer: Running, home: Path) -> AsyncIterator[_Around]:
    caller = Caller(
        found(peer.access),
        SKILL,
        (0,),
        "internet",
        refused=lambda refusal: cloud_error(refusal, Standing()),
    )
    client, archive = _AdkClient(peer, caller), Archive(home, peer.access.url)
    settings = Settings(home=home, api_url=peer.access.url, recovery_waits_s=(0.05,) * 2)
    try:
        yield _Around(archive, caller, client, settings)
    finally:
        await client.close()
        archive.close()


async def _said(peer: Running, home: Path, way: str) -> tuple[Outcome, CloudJob]:
    """A message in a session of its own, and its row when it has ended."""
    async with _around(peer, home) as around:
        owner, archive = Owner(home), around.archive
        session = archive.sessions.add(await around.client.open_session())
        job = archive.jobs.add(new_turn(session.session_id, way, owner.name))
        outcome = await TurnRunner(around, owner).run(job)
        archive.jobs.end(job.job_id, outcome.ending)
        owner.close()
        return outcome, archive.jobs.get(job.job_id)


@on(Can.BEHAVE)
@pytest.mark.parametrize(
    ("way", "reply", "remarks", "changes", "error"),
    [
        ("stream", "The intro is cut.", (), [], ""),
        ("call", "I will cut it.\n\nDone.", (), ["added"], ""),
        ("crash", "I will cut it.\n\nThe int", (), [], "RuntimeError: the"),
        ("silent", "", _CUT, ["added"], ""),
        ("nothing", "", (), [], "the editor ended without a word"),
        ("think", "The intro is cut.", (), [], ""),
        ("excuse", "The music is in.", (), [], ""),
        ("trouble", f"{_TROUBLE}.", (), [], f"it says “{_TROUBLE}”. Say it again."),
    ],
)
async def test_a_turn_is_what_the_agent_did(  # noqa: PLR0913, PLR0917 - a row of a table
    peer: Running,
    tmp_path: Path,
    way: str,
    reply: str,
    remarks: tuple[str, ...],
    changes: list[str],
    error: str,
) -> None:
    outcome, kept = await _said(peer, tmp_path, way)
    assert (outcome.reply, outcome.remarks) == (reply, remarks)
    assert [change.kind for change in outcome.changes] == changes
    assert error in str(outcome.error or "")
    assert (kept.status, bool(outcome.error)) == ("failed" if error else "completed", bool(error))


@on(Can.BEHAVE)
async def test_characters_that_some_take_for_line_ends_come_through_the_whole_turn(
    peer: Running, tmp_path: Path
) -> None:
    outcome, kept = await _said(peer, tmp_path, "separators")
    expected = "one\u2028two\u2029three\u0085four\x0bfive\x1esix\r\nseven 🎬"
    assert outcome.reply == kept.reply == expected
    assert turn_of(kept).reply.startswith("one\u2028two\u2029three")

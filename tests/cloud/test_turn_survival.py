"""A turn whose process was killed: the next one finds its row and only looks."""

import asyncio
import sys
import time
from pathlib import Path
from threading import Event

import pytest

from cloud.reply import Reply, event, ok, streamed
from cloud.scripted import Cloud
from cloud.turning import CHAT, STATE, draft, turning
from transcribe_video.cloud.records.jobs import CloudJob
from transcribe_video.errors import UnreachableError

pytestmark = pytest.mark.anyio

_TESTS = Path(__file__).parents[1]
# Says a message in the newest session of a home: URL HOME MESSAGE. It never comes to its end.
_SAY = """
import asyncio, sys
from pathlib import Path
from cloud.turning import around_of
from transcribe_video.cloud.owner import Owner
from transcribe_video.cloud.turn import TurnRunner, new_turn

async def main(url, home, message):
    async with around_of(url, home) as around:
        archive, owner = around.archive, Owner(home)
        [session] = archive.sessions.newest(1)
        job = archive.jobs.add(new_turn(session.session_id, message, owner.name))
        await TurnRunner(around, owner).run(job)

asyncio.run(main(sys.argv[1], Path(sys.argv[2]), sys.argv[3]))
"""


async def _killed(cloud: Cloud, home: Path, awaited: str) -> None:
    """Another process says something, and is killed when a request arrives."""
    asked = len(cloud.asked(awaited))
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-c", _SAY, cloud.url, str(home), "add World"),
        env={"PYTHONPATH": f"{_TESTS}:{_TESTS.parent / 'server'}", "HOME": str(home)},
    )
    try:
        deadline_s = time.monotonic() + 60
        while len(cloud.asked(awaited)) == asked:
            assert process.returncode is None
            assert time.monotonic() < deadline_s
            await asyncio.sleep(0.02)
    finally:
        process.kill()
        await process.wait()


def _abandoned(jobs: tuple[CloudJob, ...]) -> CloudJob:
    [job] = jobs
    return job


@pytest.mark.parametrize("is_done", [True, False])
async def test_what_a_killed_process_had_sent_is_looked_after_and_never_sent_again(
    cloud: Cloud, tmp_path: Path, *, is_done: bool
) -> None:
    cloud.script(CHAT, streamed(event("Half", partial=True), (Event(), b"")))
    async with turning(cloud, tmp_path) as turn:
        turn.set_draft(draft("Hello"))
        await _killed(cloud, tmp_path, CHAT)
        if is_done:
            turn.set_draft(draft("Hello", "World"))
        job = _abandoned(turn.archive.jobs.unfinished())
        assert not turn.owner.is_alive(job.owner)
        assert (job.draft_before, job.sent_s is None) == (draft("Hello"), False)
        outcome = await turn.run(job)
    if is_done:
        assert "This was done: Added Title “World” (4-8s)." in outcome.remarks
        assert [change.clip for change in outcome.changes] == ["World"]
    else:
        assert isinstance(outcome.error, UnreachableError)
        assert "5 looks" in str(outcome.error)
    assert turn.messages == ["add World"]


async def test_what_a_killed_process_had_not_sent_yet_is_said_not_to_be(
    cloud: Cloud, tmp_path: Path
) -> None:
    cloud.script(STATE, Reply(wait=Event()))
    async with turning(cloud, tmp_path) as turn:
        await _killed(cloud, tmp_path, STATE)
        outcome = await turn.run(_abandoned(turn.archive.jobs.unfinished()))
    assert "was not sent" in str(outcome.error)
    assert "Say it again" in str(outcome.error)
    assert turn.messages == []


async def test_a_message_after_one_of_a_killed_process_finishes_that_first(
    cloud: Cloud, tmp_path: Path
) -> None:
    cloud.script(CHAT, streamed((Event(), b"")))
    cloud.script(STATE, ok({"state": {}}), ok({"state": {"draft": draft("World")}}))
    async with turning(cloud, tmp_path) as turn:
        await _killed(cloud, tmp_path, CHAT)
        outcome = await turn.said("add music")
        before, after = turn.archive.jobs.of(turn.session.session_id)
    assert (before.status, after.status) == ("completed", "completed")
    assert "Added Title “World”" in str(before.result)
    assert outcome.reply == "Done: add music"
    assert turn.messages == ["add World", "add music"]

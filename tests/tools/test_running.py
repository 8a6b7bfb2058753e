"""What is answered while work goes on."""

from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import anyio
import pytest

from tools.driver import text_of
from transcribe_video.connect import Connection
from transcribe_video.manifest import Manifest
from transcribe_video.settings import Settings
from transcribe_video.skill import load_skill
from transcribe_video.tools.desk import Desk, desk
from transcribe_video.tools.errand import Errand
from transcribe_video.tools.running import again, not_begun, running
from transcribe_video.tools.transcription import Transcription
from transcribe_video.wire.job import Job

pytestmark = pytest.mark.anyio
_JOB = Job.model_validate(
    {
        "job_id": "job_1",
        "session_id": "1",
        "kind": "transcribe",
        "status": "running",
        "age_s": 119,
        "progress": {
            "done_s": 200,
            "total_s": 1200,
            "fraction": 1 / 6,
            "eta_s": 240,
            "stage": "recognising",
        },
    }
)


@pytest.fixture
async def cleared(tmp_path: Path, manifest: Manifest) -> AsyncIterator[Desk]:
    settings = Settings(home=tmp_path)
    async with desk(settings, manifest, Connection(settings, load_skill(), manifest)) as made:
        yield made


async def test_a_running_answer_tells_how_far_it_is_and_what_to_call(cleared: Desk) -> None:
    sent = running(cleared, Transcription(session_id="1"), [_JOB], "“talk.mp4”").sent()
    arguments = '{"session_id": "1", "job_id": "job_1", "wait_s": 25}'
    assert text_of(sent) == (
        "“talk.mp4”: recognising: 3:20 of 20:00 (17 %), about 4 minutes left.\n"
        f"Next: state {arguments} (it waits for the work and then gives the result)\n"
        "ref: session_id=1 job_id=job_1 status=running"
    )
    told = sent.structured_content
    assert told["status"] == "running"
    assert told["progress"] == {
        "done_s": 200,
        "total_s": 1200,
        "fraction": 0.1667,
        "eta_s": 240,
    }
    assert told["next"] == {
        "tool": "state",
        "arguments": {"session_id": "1", "job_id": "job_1", "wait_s": 25},
        "after_s": 0,
        "why": "it waits for the work and then gives the result",
    }


async def test_what_takes_long_says_so_first(cleared: Desk) -> None:
    old = _JOB.model_copy(update={"age_s": 154})
    for result in (Transcription(session_id="1"), Transcription(session_id="1", words=1)):
        answer = running(cleared, result, [old], "“talk.mp4”")
        assert answer.text.startswith("⏳ Still working… (2:34 so far) “talk.mp4”: recognising: ")
    cleared.settings = replace(cleared.settings, still_working_s=200)
    assert running(cleared, Transcription(), [old], "It").text.startswith("It: recognising: ")


async def test_several_jobs_are_followed_by_their_project(cleared: Desk) -> None:
    other = _JOB.model_copy(update={"job_id": "job_2"})
    answer = running(cleared, Transcription(session_id="1"), [_JOB, other], "Both")
    assert answer.result.next
    assert answer.result.next.arguments == {"session_id": "1", "wait_s": 25}


async def test_an_errand_is_a_handle_until_there_is_another(cleared: Desk) -> None:
    async def work(errand: Errand[None]) -> None:
        errand.say("Connecting…")
        await anyio.sleep_forever()

    errand = cleared.errand("transcribe", 1, work)
    await errand.news()
    answer = not_begun(cleared, Transcription(), errand)
    assert answer.sentence == "Connecting… It goes on by itself."
    assert answer.result.job_id == errand.errand_id
    assert answer.result.next
    assert answer.result.next.arguments == {"job_id": errand.errand_id, "wait_s": 25}
    assert (answer.result.status, answer.result.progress is None) == ("running", False)


@pytest.mark.parametrize("tool", ["chat", "read_transcript", "cancel", "export"])
async def test_whatever_was_called_state_tells_what_became_of_it(cleared: Desk, tool: str) -> None:
    for session_id, ids in (("1", {"session_id": "1"}), (None, {})):
        answer = again(cleared, tool, Transcription(session_id=session_id), None)
        assert answer.result.next
        assert answer.result.next.tool == "state"
        assert answer.result.next.arguments == {**ids, "wait_s": 25}

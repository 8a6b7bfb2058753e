"""Work that takes time: a turn that begins a job, a render, and their end."""

import asyncio
import json
import shutil
import uuid
from collections.abc import Iterator
from contextlib import aclosing, contextmanager
from pathlib import Path
from time import monotonic
from typing import Any

import psutil
import pytest

from cloud.video import facts_of
from contract.peer import ANSWER_S, Can, Running
from contract.peers import on
from contract.told import told
from transcribe_video.client.client import Client
from transcribe_video.wire import render
from transcribe_video.wire.envelope import opened
from transcribe_video.wire.health import HEALTH
from transcribe_video.wire.job import Job
from transcribe_video.wire.order import TranscribeOrder
from transcribe_video.wire.render import Output, RenderRequest

pytestmark = [pytest.mark.anyio, pytest.mark.timeout(180)]

_HEARTBEAT = 'data: {"type":"heartbeat"}'


async def _ended(client: Client, job_id: str) -> Job:
    ends, job = monotonic() + ANSWER_S, await client.job(job_id)
    while not job.has_ended and monotonic() < ends:
        job = await client.job(job_id, 5, job.news_next)
    return job


@on(Can.CHAT, Can.SESSIONS)
async def test_whatever_is_said_is_answered(peer: Running) -> None:
    async with peer.client() as client:
        heard = await told(client, await peer.session(client), "Hello, who are you?")
    assert heard.error is None
    assert not heard.is_failed
    assert "".join(heard.texts).strip()


@on(Can.TRANSCRIBE)
async def test_a_turn_names_its_work_at_once_and_tells_of_it_to_the_end(
    peer: Running, film: Path
) -> None:
    order = TranscribeOrder(formats=["txt"], language="en")
    async with peer.client() as client:
        session_id = await peer.session(client)
        await client.upload_paths(session_id, [film])
        async with aclosing(client.turn(session_id, "transcribe", order)) as turn:
            events = [event async for event in turn]
        job = await client.job(_named(events[0])[0]["job_id"])
    assert job.status == "completed"
    assert _named(events[0])[0]["status"] in {"queued", "running"}
    assert [event for event in events if event.partial]
    last = events[-1]
    assert (last.partial, last.turn_complete) == (None, True)
    assert last.content
    assert film.with_suffix(".txt").read_text().strip()


def _named(event: Any) -> list[dict[str, Any]]:
    return list(event.actions.state_delta["jobs"])


@on(Can.TRANSCRIBE, Can.CANCEL)
async def test_work_goes_on_when_its_stream_is_left_and_ends_when_it_is_cancelled(
    peer: Running, lecture: Path, tmp_path: Path
) -> None:
    # Comes first: what another test had recognised of it would be done at once.
    recording = Path(shutil.copy(lecture, tmp_path))
    order = TranscribeOrder(formats=["txt"], output_dir=str(tmp_path / "out"))
    async with peer.client() as client:
        session_id = await peer.session(client)
        await client.upload_paths(session_id, [recording])
        begun = await client.begin(session_id, "transcribe", order)
        job_id = begun.jobs[0].job_id
        assert not (await client.job(job_id, 1)).has_ended
        await client.cancel_job(job_id)
        job = await _ended(client, job_id)
    assert job.status == "cancelled"
    assert not (tmp_path / "out").exists()


@on(Can.TRANSCRIBE)
async def test_a_stream_shows_that_it_lives_while_there_is_nothing_to_say(
    peer: Running, lecture: Path, tmp_path: Path
) -> None:
    recording = Path(shutil.copy(lecture, tmp_path))
    order = {"transcribe": {"formats": ["txt"], "output_dir": str(tmp_path)}}
    message = {"role": "user", "parts": [{"text": "transcribe"}]}
    async with peer.client() as client:
        session_id = await peer.session(client)
        await client.upload_paths(session_id, [recording])
    body = {"session_id": session_id, "new_message": message, "state_delta": order}
    with peer.http() as http, http.stream("POST", "/run_sse", json=body) as answer:
        assert answer.headers["content-type"].startswith("text/event-stream")
        lines = (line for line in answer.iter_lines() if line)
        assert next(line for line in lines if '"partial":true' in line)
        with _at_a_stop(http.get(HEALTH).json()["data"]["pid"]):
            assert next(line for line in lines if line == _HEARTBEAT)
        last = json.loads(list(lines)[-1].removeprefix("data: "))
    assert last["turnComplete"] is True


@contextmanager
def _at_a_stop(pid: int) -> Iterator[None]:
    """All that the backend has working for it stands still."""
    children = psutil.Process(pid).children(recursive=True)
    assert children
    for child in children:
        child.suspend()
    try:
        yield
    finally:
        for child in children:
            child.resume()


async def _looked(peer: Running, render_id: str) -> dict[str, Any]:
    """A render, once it has ended, as everybody can ask for it."""
    ends = monotonic() + ANSWER_S
    with peer.http() as http:
        while True:
            answer = http.get(render.ONE.format(render_id=render_id))
            content = opened(answer.status_code, answer.json())
            assert isinstance(content, dict)
            if content["status"] not in {"pending", "processing"} or monotonic() > ends:
                return content
            await asyncio.sleep(0.1)


@on(Can.UPLOAD, Can.STATE, Can.CHAT, Can.RENDER)
async def test_what_stands_in_the_state_is_rendered_and_can_be_fetched(
    peer: Running, film: Path, tmp_path: Path
) -> None:
    render_id = f"render_{uuid.uuid4()}"
    async with peer.client() as client:
        session_id = await peer.session(client)
        await client.upload_files(session_id, [film])
        await told(client, session_id, "put it on the timeline")
        state = (await client.state(session_id)).state
    assert state
    assert state.timeline
    assert state.timeline.is_ready
    assert state.draft
    output = Output(path=str(tmp_path))
    wanted = RenderRequest(id=render_id, session_id=session_id, draft=state.draft, output=output)
    with peer.http() as http:
        answers = [http.post(render.RENDER, json=wanted.sent()).json() for _ in range(2)]
        assert [answer["data"]["id"] for answer in answers] == [render_id] * 2
        done = await _looked(peer, render_id)
        fetched = [
            http.get(address).content
            for address in (done["output"]["url"], render.DOWNLOAD.format(render_id=render_id))
        ]
    assert (done["status"], done["progress"]) == ("completed", 100)
    assert fetched[0] == fetched[1]
    made = tmp_path / "fetched.mp4"
    made.write_bytes(fetched[0])
    assert round(facts_of(made).duration or 0) == round((state.timeline.d or 0) / 1000) == 11


@on(Can.RENDER_JOBS, Can.UPLOAD_PATHS)
async def test_a_render_is_a_job_whose_result_is_checked(
    peer: Running, film: Path, tmp_path: Path
) -> None:
    async with peer.client() as client:
        session_id = await peer.session(client)
        await client.upload_paths(session_id, [film])
        state = (await client.state(session_id)).state
        assert state
        assert state.draft
        wanted = RenderRequest(
            id=f"render_{uuid.uuid4()}", session_id=session_id, draft=state.draft
        )
        job = await _ended(client, (await client.render(wanted)).job_id)
    assert (job.job_id, job.status) == (wanted.id, "completed")
    result = render.Rendered.model_validate(job.result)
    made = facts_of(Path(result.path))
    assert made.duration == pytest.approx(result.duration_s, abs=0.1)
    assert (made.width, made.height) == (result.width, result.height)
    assert Path(result.path).parent == film.parent


@on(Can.RENDER)
async def test_a_render_that_nobody_asked_for_is_not_there(peer: Running) -> None:
    with peer.http() as http:
        for path in (render.ONE, render.DOWNLOAD):
            assert http.get(path.format(render_id="render_0")).status_code == 404

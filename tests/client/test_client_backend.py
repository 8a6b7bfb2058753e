"""The client with the embedded backend: real processes on this machine."""

import asyncio
import os
import shutil
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from hashlib import sha256
from pathlib import Path
from time import monotonic

import pytest

from command import SAMPLE
from host import backend_of, kill_backend
from tiny_model import tiny_model
from transcribe_video.client.client import Client
from transcribe_video.connect import Connection
from transcribe_video.errors import (
    GoneError,
    MediaNotFoundError,
    UnsupportedMediaError,
    UsageError,
)
from transcribe_video.manifest import Manifest
from transcribe_video.settings import Settings, load_settings
from transcribe_video.skill import load_skill
from transcribe_video.wire.balance import Balance
from transcribe_video.wire.job import Job
from transcribe_video.wire.order import TranscribeOrder
from transcribe_video.wire.session import TranscriptSummary
from transcribe_video.wire.transcript import DocumentsRequest

pytestmark = [pytest.mark.anyio, pytest.mark.timeout(120)]

_ENDED_S = 90


@pytest.fixture
def settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Settings]:
    """A home that knows nothing; its backend ends with the test."""
    home = tmp_path / "home"
    home.mkdir()
    monkeypatch.setenv("TRANSCRIBE_VIDEO_HOME", str(home))
    monkeypatch.setenv("TRANSCRIBE_VIDEO_MODEL", str(tiny_model()))
    yield load_settings(os.environ)
    if backend_of(home):
        kill_backend(home)  # all that it started ends with it


@pytest.fixture
def talk(tmp_path: Path) -> Path:
    """A short film, in a folder of its own."""
    (tmp_path / "films").mkdir()
    return Path(shutil.copy(SAMPLE, tmp_path / "films" / "Übung 🎬.mp4"))


@asynccontextmanager
async def _connected(settings: Settings, manifest: Manifest) -> AsyncIterator[Client]:
    async with Connection(settings, load_skill(), manifest) as connection:
        client = await connection.client()
        assert isinstance(client, Client)
        yield client


async def _ended(client: Client, job: Job) -> Job:
    deadline = monotonic() + _ENDED_S
    while not job.has_ended and monotonic() < deadline:
        job = await client.job(job.job_id, 5, job.news_next)
    return job


def _content(path: Path) -> bytes:
    return path.read_bytes()


def _kept(home: Path) -> list[bytes]:
    return [path.read_bytes() for path in (home / "media").rglob("*.mp4")]


async def test_a_recording_becomes_documents_over_the_wire(
    settings: Settings, manifest: Manifest, talk: Path
) -> None:
    async with _connected(settings, manifest) as client:
        session_id = (await client.open_session("de", talk.name)).session_id
        uploaded = await client.upload_paths(session_id, [talk])
        begun = await client.begin(
            session_id, "transcribe", TranscribeOrder(formats=["txt"], language="en")
        )
        job = await _ended(client, begun.jobs[0])
        summary = TranscriptSummary.model_validate(job.result)
        page = await client.transcript(session_id, find="fellow americans")
        written = await client.write_documents(session_id, DocumentsRequest(formats=["srt"]))
        view, state = await client.session(session_id), await client.state(session_id)

    assert [(file.filename, file.path) for file in uploaded.files] == [(talk.name, str(talk))]
    assert (job.status, job.kind) == ("completed", "transcribe")
    assert [file.path for file in summary.files] == [str(talk.with_suffix(".txt"))]
    assert talk.with_suffix(".txt").stat().st_size == summary.files[0].bytes > 0
    assert page.matches
    assert "fellow americans" in page.segments[0].text.lower()
    assert [file.path for file in written.files] == [str(talk.with_suffix(".srt"))]
    assert (view.name, view.status, view.transcripts[0].words) == (
        talk.name,
        "completed",
        summary.words,
    )
    assert begun.turn is not None
    assert view.turn is not None
    assert view.turn.turn_id == begun.turn.turn_id
    assert state.state is not None
    assert state.state.timeline is not None
    assert state.state.timeline.is_ready


async def test_a_turn_can_be_followed_to_its_end(
    settings: Settings, manifest: Manifest, talk: Path
) -> None:
    async with _connected(settings, manifest) as client:
        session_id = (await client.open_session()).session_id
        await client.upload_paths(session_id, [talk])
        events = [event async for event in client.turn(session_id, "transcribe")]
    assert events[0].actions is not None
    assert events[0].actions.state_delta["jobs"]
    assert any(event.partial for event in events)
    assert events[-1].content is not None
    assert events[-1].content.parts[0].text


async def test_what_is_said_besides_gets_an_answer(settings: Settings, manifest: Manifest) -> None:
    async with _connected(settings, manifest) as client:
        session_id = (await client.open_session()).session_id
        begun = await client.begin(session_id, "Sing me a song")
    assert begun.jobs == []
    assert begun.reply


async def test_files_that_are_sent_arrive_whole(
    settings: Settings, manifest: Manifest, talk: Path
) -> None:
    told: list[tuple[int, int]] = []
    content = _content(talk)
    other = Path(shutil.copy(talk, talk.with_name("other.mp4")))
    async with _connected(settings, manifest) as client:
        session_id = (await client.open_session()).session_id
        reply = await client.upload_files(
            session_id, [talk, other], lambda sent, total: told.append((sent, total))
        )
        media = (await client.session(session_id)).media
    assert [file.filename for file in reply.files] == [talk.name, other.name]
    assert [(file.bytes, file.hash) for file in media] == [
        (len(content), sha256(content).hexdigest())
    ] * 2
    assert told[-1] == (2 * len(content), 2 * len(content))
    assert _kept(settings.home) == [content] * 2


async def test_what_the_backend_refuses_arrives_as_the_same_error(
    settings: Settings, manifest: Manifest, tmp_path: Path
) -> None:
    text = tmp_path / "notes.mp4"
    text.write_text("not a film")
    async with _connected(settings, manifest) as client:
        session_id = (await client.open_session()).session_id
        with pytest.raises(UnsupportedMediaError, match="“notes"):
            await client.upload_files(session_id, [text])
        with pytest.raises(MediaNotFoundError, match="gone"):
            await client.upload_paths(session_id, [tmp_path / "gone.mp4"])
        with pytest.raises(UsageError):
            await client.upload_paths(session_id, [Path("films/talk.mp4")])
        with pytest.raises(GoneError):
            await client.session("12345")
        with pytest.raises(GoneError):
            await client.job("../../sessions")
        await client.delete_session(session_id)
        with pytest.raises(GoneError):
            await client.state(session_id)
        with pytest.raises(GoneError):
            await client.claim_link(session_id)


async def test_the_rest_is_answered_too(settings: Settings, manifest: Manifest) -> None:
    async with _connected(settings, manifest) as client:
        session_id = (await client.open_session(name="a talk")).session_id
        link = await client.claim_link(session_id, TranscribeOrder(formats=["srt"]))
        assert link is not None
        assert "/workspace/claim?ct=clm_" in link
        assert await client.balance() == Balance(available=0, frozen=0, total=None)
        assert [view.session_id for view in await client.sessions()] == [session_id]
        assert await client.cancel_session(session_id) == []


async def test_a_backend_that_is_killed_between_calls_is_not_missed(
    settings: Settings, manifest: Manifest, talk: Path
) -> None:
    async with _connected(settings, manifest) as client:
        session_id = (await client.open_session()).session_id
        kill_backend(settings.home)
        assert (await client.upload_paths(session_id, [talk])).files[0].filename == talk.name
        kill_backend(settings.home)
        assert (await client.session(session_id)).media[0].path == str(talk)
        backend = backend_of(settings.home)
        assert backend is not None


async def test_a_job_goes_on_though_the_backend_is_killed_in_the_middle_of_a_poll(
    settings: Settings, manifest: Manifest, talk: Path
) -> None:
    async with _connected(settings, manifest) as client:
        session_id = (await client.open_session()).session_id
        await client.upload_paths(session_id, [talk])
        begun = await client.begin(session_id, "transcribe", TranscribeOrder(formats=["txt"]))
        watch = asyncio.create_task(_ended(client, begun.jobs[0]))
        await asyncio.to_thread(kill_backend, settings.home)
        job = await watch
    assert (job.status, job.job_id) == ("completed", begun.jobs[0].job_id)
    assert talk.with_suffix(".txt").exists()


async def test_two_connections_use_one_backend(settings: Settings, manifest: Manifest) -> None:
    async with _connected(settings, manifest) as one, _connected(settings, manifest) as other:
        session_id = (await one.open_session()).session_id
        assert (await other.session(session_id)).session_id == session_id

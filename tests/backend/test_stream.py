"""A turn as it is told: with real jobs, in this process."""

import asyncio
import json
import os
import shutil
import threading
from collections.abc import AsyncIterator, Iterator
from contextlib import aclosing, closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from backend.backend_process import small_model
from transcribe_video.backend.activity import Activity
from transcribe_video.backend.context import Context
from transcribe_video.backend.dialogue import Begun, Said, begin
from transcribe_video.backend.incoming import Arrived
from transcribe_video.backend.jobs.board import JobBoard
from transcribe_video.backend.jobs.surroundings import Surroundings
from transcribe_video.backend.store.store import Store
from transcribe_video.backend.stream import frames
from transcribe_video.errors import MediaError
from transcribe_video.manifest import Manifest
from transcribe_video.settings import Settings
from transcribe_video.wire.health import Runtime
from transcribe_video.wire.order import TranscribeOrder

_URL = "https://example.com/talk.flac"
_LONGEST_S = 60


@dataclass
class SlowWeb:
    """A web on which a recording comes when it is let."""

    recording: Path
    let: threading.Event = field(default_factory=threading.Event)
    is_lost: bool = False

    def fetch(self, _url: str, folder: Path, *_: object) -> Arrived:
        assert self.let.wait(_LONGEST_S)
        if self.is_lost:
            raise MediaError("“talk.flac” was not fetched", "the web is not there", "Try again")
        path = Path(shutil.copy(self.recording, folder / "talk.flac"))
        return Arrived(path, path.name, path.stat().st_size, "0" * 64)


@pytest.fixture
def web(recording: Path) -> Iterator[SlowWeb]:
    web = SlowWeb(recording)
    yield web
    web.let.set()


@pytest.fixture
def context(tmp_path: Path, manifest: Manifest, web: SlowWeb) -> Iterator[Context]:
    home, downloads = tmp_path / "home", tmp_path / "downloads"
    downloads.mkdir()
    settings = Settings(home, model=str(small_model()), is_model_chosen=True)
    runtime = Runtime(
        port=1024, secret="s" * 43, pid=os.getpid(), wire=1, version="1.0.0", boot_id="b" * 32
    )
    with closing(Store(home)) as store:
        outside = Surroundings(fetch=web.fetch, downloads=downloads)
        with closing(JobBoard(store, settings, manifest, runtime.boot_id, outside)) as board:
            yield Context(settings, manifest, runtime, store, board, Activity(), downloads)


def _begun(context: Context, message: str = "transcribe") -> Begun:
    session = context.store.sessions.create()
    context.board.fetch(session.session_id, _URL)
    order = TranscribeOrder(formats=["txt"])
    return begin(context, Said(session.session_id, message, order, owner=""))


async def _told(
    context: Context, begun: Begun, heartbeat_s: float
) -> AsyncIterator[dict[str, Any]]:
    async with aclosing(frames(context, begun, heartbeat_s)) as stream:
        async for frame in stream:
            assert frame.startswith(b"data: ")
            assert frame.endswith(b"\n\n")
            assert frame.isascii()
            yield json.loads(frame.removeprefix(b"data: "))


def test_as_long_as_there_is_nothing_to_tell_it_says_that_it_goes_on(
    context: Context, web: SlowWeb
) -> None:
    async def listen() -> list[dict[str, Any]]:
        seen = []
        begun = _begun(context)
        async for frame in _told(context, begun, 0.05):
            seen.append(frame)
            if seen[-3:] == [{"type": "heartbeat"}] * 3:
                web.let.set()
        return seen

    seen = asyncio.run(asyncio.wait_for(listen(), _LONGEST_S))
    assert [frame for frame in seen[:3] if frame == {"type": "heartbeat"}]
    assert seen[-1]["turnComplete"] is True
    assert seen[-2]["content"]["parts"][0]["functionResponse"]["response"]["jobs"][0]["status"] == (
        "completed"
    )


def test_a_video_waits_for_a_recording_that_is_still_to_come_and_for_its_transcript(
    context: Context, web: SlowWeb
) -> None:
    async def listen() -> list[dict[str, Any]]:
        begun = _begun(context, "Transcribe it and export the video.")
        assert [job.status for job in begun.jobs] == ["queued", "queued"]
        assert [job.progress.stage for job in begun.jobs] == [
            "waiting for the recording to arrive",
            "waiting for the transcript",
        ]
        web.let.set()
        return [frame async for frame in _told(context, begun, 5)]

    seen = asyncio.run(asyncio.wait_for(listen(), _LONGEST_S))
    jobs = seen[-2]["content"]["parts"][0]["functionResponse"]["response"]["jobs"]
    assert [(job["kind"], job["status"]) for job in jobs] == [
        ("transcribe", "completed"),
        ("render", "completed"),
    ]
    assert Path(jobs[1]["result"]["path"]) == context.downloads / "talk (export).mp4"


def test_what_keeps_a_transcript_from_a_video_too_is_said_once(
    context: Context, web: SlowWeb
) -> None:
    web.is_lost = True

    async def listen() -> list[dict[str, Any]]:
        begun = _begun(context, "Transcribe it and export the video.")
        web.let.set()
        return [frame async for frame in _told(context, begun, 5)]

    seen = asyncio.run(asyncio.wait_for(listen(), _LONGEST_S))
    jobs = seen[-2]["content"]["parts"][0]["functionResponse"]["response"]["jobs"]
    assert [job["status"] for job in jobs] == ["failed", "failed"]
    assert seen[-1]["content"]["parts"][0]["text"].count("the web is not there") == 1


def test_a_failure_is_told_in_the_stream_and_ends_it(context: Context, web: SlowWeb) -> None:
    web.is_lost = True

    async def listen() -> list[dict[str, Any]]:
        begun = _begun(context)
        seen = []
        async for frame in _told(context, begun, 5):
            seen.append(frame)
            if not web.let.is_set():
                context.store.sessions.delete(begun.jobs[0].session_id)
                web.let.set()
        return seen

    seen = asyncio.run(asyncio.wait_for(listen(), _LONGEST_S))
    assert seen[-1]["code"] == 1002
    assert seen[-1]["error"]["kind"] == "GoneError"


def test_a_job_that_failed_is_told_as_such(context: Context, web: SlowWeb) -> None:
    web.is_lost = True

    async def listen() -> list[dict[str, Any]]:
        begun = _begun(context)
        web.let.set()
        return [frame async for frame in _told(context, begun, 5)]

    seen = asyncio.run(asyncio.wait_for(listen(), _LONGEST_S))
    [job] = seen[-2]["content"]["parts"][0]["functionResponse"]["response"]["jobs"]
    assert (job["status"], job["error"]["kind"]) == ("failed", "MediaError")
    assert "the web is not there" in seen[-1]["content"]["parts"][0]["text"]

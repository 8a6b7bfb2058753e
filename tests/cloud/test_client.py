"""The client of the cloud: sessions, files, messages and jobs, as the tools ask for them."""

import asyncio
import re
import shutil
from dataclasses import replace
from pathlib import Path
from threading import Event

import pytest

from cloud.case import TOKEN
from cloud.cloud_host import TURN, captioned
from cloud.reply import Reply, after, broken, detail, event, ok, refused, streamed
from cloud.scripted import Cloud
from cloud.video import SAMPLE, facts_of, video
from cloud.working import arrived, ended, error_of, opened, working
from transcribe_video.client.backend_client import BackendClient
from transcribe_video.cloud.client import CloudClient
from transcribe_video.errors import (
    AccessError,
    GoneError,
    MediaNotFoundError,
    TooLargeError,
    UnsupportedMediaError,
    UsageError,
)
from transcribe_video.wire.order import TranscribeOrder
from transcribe_video.wire.session import SessionView

pytestmark = pytest.mark.anyio

_SIZE, _ADDRESS = SAMPLE.stat().st_size, "https://c.example/a"
_UPLOAD, _STATE = "POST /api/upload-video/*", "GET /api/state/*"


@pytest.fixture
def film(tmp_path: Path) -> Path:
    return Path(shutil.copy(SAMPLE, tmp_path / "film.mp4"))


async def _newest(backend: BackendClient) -> list[SessionView]:
    return await backend.sessions()


async def _uploaded(client: CloudClient, session_id: str, film: Path) -> str:
    """A file in a session; its id."""
    reply = await client.upload_paths(session_id, [film])
    [job] = [await ended(client, job) for job in reply.jobs]
    assert job.status == "completed", job.error
    assert job.media_id is not None
    return job.media_id


async def test_it_is_a_backend_like_the_one_on_this_machine(cloud: Cloud, tmp_path: Path) -> None:
    async with working(cloud, tmp_path) as client:
        assert await _newest(client) == []


async def test_a_path_means_its_bytes(cloud: Cloud, tmp_path: Path, film: Path) -> None:
    async with working(cloud, tmp_path) as client:
        session_id = await opened(client, cloud)
        media_id = await _uploaded(client, session_id, film)
        view = await client.session(session_id)
    [file] = view.media
    assert (file.media_id, file.filename, file.duration) == (media_id, "film.mp4", 11.0)
    [there] = cloud.nemo.files.values()
    assert there.field == "files"
    assert there.path is not None
    assert there.path.name.endswith(".mp4")
    assert there.size == _SIZE
    [job] = view.jobs
    assert job.result is not None
    assert job.result["notes"] == ["“film.mp4” was sent to nemo.example."]


@pytest.mark.parametrize(
    ("reply", "words"),
    [
        (ok({"uploaded_files": [{"filename": "film.mp4", "url": _ADDRESS}]}), ""),
        (
            ok({"files": [{"cdn_url": _ADDRESS}], "session_state_applied": False}),
            "yet",
        ),
    ],
    ids=["other_names", "not_in_the_session"],
)
async def test_a_reply_may_have_other_names_and_other_news(
    cloud: Cloud, tmp_path: Path, film: Path, reply: object, words: str
) -> None:
    cloud.script(_UPLOAD, reply)  # type: ignore[arg-type]
    async with working(cloud, tmp_path) as client:
        session_id = await opened(client, cloud)
        await _uploaded(client, session_id, film)
        view = await client.session(session_id)
    assert view.media[0].cdn_url == _ADDRESS
    assert words in str(view.jobs[0].result)


async def test_what_the_cloud_does_not_take_is_refused_before_a_byte_travels(
    cloud: Cloud, tmp_path: Path, film: Path
) -> None:
    large, strange = tmp_path / "large.mp4", film.with_name("notes.mts")
    strange.write_bytes(b"x")
    with large.open("wb") as file:
        file.truncate(500 * 1024 * 1024 + 1)
    async with working(cloud, tmp_path) as client:
        session_id = await opened(client, cloud)
        with pytest.raises(TooLargeError) as too_large:
            await client.upload_paths(session_id, [large])
        with pytest.raises(UnsupportedMediaError) as unsupported:
            await client.upload_paths(session_id, [strange])
        with pytest.raises(UnsupportedMediaError):
            await client.upload_urls(session_id, ["https://example.org/page.html"])
    for said in ("its sound alone", "NEMO_BACKEND=local", "500 MB"):
        assert said in str(too_large.value)
    for said in ("mp4, mov, avi, webm or mkv", "gif or webp", "m4a or aac"):
        assert said in str(unsupported.value)
    assert cloud.asked(_UPLOAD) == []


async def test_the_size_of_the_sound_is_told_where_the_length_is_known(
    cloud: Cloud, tmp_path: Path, film: Path
) -> None:
    with film.open("r+b") as file:  # what comes after a whole film is no part of it
        file.seek(0, 2)
        file.write((600 * 1024 * 1024).to_bytes(4, "big") + b"free")
        file.truncate(file.tell() - 8 + 600 * 1024 * 1024)
    async with working(cloud, tmp_path) as client:
        session_id = await opened(client, cloud)
        with pytest.raises(TooLargeError, match=r"its sound alone \(about 1 MB\)"):
            await client.upload_paths(session_id, [film])


async def test_an_address_is_fetched_by_the_cloud(cloud: Cloud, tmp_path: Path) -> None:
    async with working(cloud, tmp_path) as client:
        session_id = await opened(client, cloud)
        reply = await client.upload_urls(session_id, ["https://example.org/a%20talk.mp4?x=1"])
        job = await ended(client, reply.jobs[0])
    assert job.status == "completed"
    assert reply.files[0].filename == "a talk.mp4"
    [request] = cloud.asked(_UPLOAD)
    assert request.json == {
        "urls": ["https://example.org/a%20talk.mp4?x=1"],
        "source_type": "url",
    }


async def test_an_upload_outlives_the_call_that_began_it(
    cloud: Cloud, tmp_path: Path, film: Path
) -> None:
    gate = Event()
    cloud.script(_UPLOAD, after(ok({"files": [{"filename": "film.mp4"}]})))
    async with working(cloud, tmp_path) as client:
        session_id = await opened(client, cloud)
        begun = asyncio.create_task(client.upload_paths(session_id, [film]))
        reply = await begun
        gate.set()
        job = await ended(client, reply.jobs[0])
    assert job.status == "completed"


async def test_an_upload_that_a_dead_process_began_has_failed(
    cloud: Cloud, tmp_path: Path, film: Path
) -> None:
    gate = Event()
    cloud.script(_UPLOAD, streamed((gate, b"")))
    async with working(cloud, tmp_path) as client:
        session_id = await opened(client, cloud)
        reply = await client.upload_paths(session_id, [film])
        await arrived(cloud, _UPLOAD)
    async with working(cloud, tmp_path) as client:
        job = await ended(client, await client.job(reply.jobs[0].job_id))
    gate.set()
    assert "the program that was sending it was ended" in error_of(job)
    assert len(cloud.asked(_UPLOAD)) == 1


@pytest.mark.parametrize("times", [1, 2], ids=["alone", "with_another_of_the_name"])
async def test_an_upload_whose_answer_is_lost_is_looked_for_and_not_sent_twice(
    cloud: Cloud, tmp_path: Path, film: Path, times: int
) -> None:
    async with working(cloud, tmp_path) as client:
        session_id = await opened(client, cloud)
        if times > 1:
            await _uploaded(client, session_id, film)
        cloud.script(_UPLOAD, broken(is_done=True))
        await _uploaded(client, session_id, film)
        view = await client.session(session_id)
    assert [file.duration for file in view.media] == [11.0] * times
    assert len({file.cdn_url for file in view.media}) == times
    assert len(cloud.asked(_UPLOAD)) == times


_REFUSED = [
    (refused(4001, "nope"), "of a kind that cannot be used there"),
    (refused("4002"), "it is too large"),
    (detail("bad gateway", 502), "did not arrive at nemo.example"),
    (broken(), "the connection ended"),
]


@pytest.mark.parametrize(
    ("reply", "words"), _REFUSED, ids=["unsupported", "too_large", "502", "broken"]
)
async def test_a_file_that_did_not_arrive_is_not_in_the_project_and_nothing_is_said_of_it(
    cloud: Cloud, tmp_path: Path, film: Path, reply: Reply, words: str
) -> None:
    async with working(cloud, tmp_path) as client:
        session_id = await opened(client, cloud)
        gate = Event()
        cloud.script(_UPLOAD, replace(reply, wait=gate))
        [upload] = (await client.upload_paths(session_id, [film])).jobs
        begun = await client.begin(session_id, "cut the first 2 seconds of film.mp4")
        gate.set()
        said = await ended(client, begun.jobs[0])
        job = await ended(client, upload)
        view = await client.session(session_id)
    assert words in error_of(job)
    assert words in error_of(said)
    assert (view.media, job.media_name) == ([], "film.mp4")
    assert cloud.asked(TURN) == []


async def test_a_message_after_an_upload_that_failed_before_it_is_not_said_either(
    cloud: Cloud, tmp_path: Path, film: Path
) -> None:
    cloud.script(_UPLOAD, refused(4001))
    async with working(cloud, tmp_path) as client:
        session_id = await opened(client, cloud)
        await client.upload_paths(session_id, [film])
        while (await client.sessions())[0].media:  # noqa: ASYNC110 - it is another task's
            await asyncio.sleep(0.01)
        begun = await client.begin(session_id, "cut the first 2 seconds of film.mp4")
        assert "of a kind that cannot be used there" in error_of(await ended(client, begun.jobs[0]))
        assert cloud.asked(TURN) == []
        begun = await client.begin(session_id, "make a clip of a cat")  # this is known by now
        assert (await ended(client, begun.jobs[0])).status == "completed"


async def test_of_a_file_that_did_not_arrive_no_transcript_is_asked_for(
    cloud: Cloud, tmp_path: Path, film: Path
) -> None:
    cloud.script(_UPLOAD, refused(4001))
    async with working(cloud, tmp_path) as client:
        session_id = await opened(client, cloud)
        reply = await client.upload_paths(session_id, [film])
        await ended(client, reply.jobs[0])
        order = TranscribeOrder(media_ids=[reply.files[0].media_id or ""], formats=["txt"])
        with pytest.raises(UnsupportedMediaError, match="of a kind that cannot be used there"):
            await client.begin(session_id, "transcribe", order)
        with pytest.raises(UsageError, match="the project holds no video and no sound"):
            await client.begin(session_id, "transcribe", TranscribeOrder(formats=["txt"]))


async def test_an_upload_that_somebody_stops_leaves_no_file(
    cloud: Cloud, tmp_path: Path, film: Path
) -> None:
    gate = Event()
    cloud.script(_UPLOAD, streamed((gate, b"")))
    async with working(cloud, tmp_path) as client:
        session_id = await opened(client, cloud)
        at_once, later = (await client.upload_paths(session_id, [film, film])).jobs
        await client.cancel_job(at_once.job_id)
        await arrived(cloud, _UPLOAD)
        await client.cancel_job(later.job_id)
        jobs = [await ended(client, job) for job in (at_once, later)]
        view = await client.session(session_id)
    gate.set()
    assert ([job.status for job in jobs], view.media) == (["cancelled"] * 2, [])


async def test_an_upload_that_a_dead_process_finished_counts(
    cloud: Cloud, tmp_path: Path, film: Path
) -> None:
    gate = Event()
    cloud.script(_UPLOAD, after(streamed((gate, b""))))
    async with working(cloud, tmp_path) as client:
        session_id = await opened(client, cloud)
        reply = await client.upload_paths(session_id, [film])
        while not cloud.nemo.sessions[session_id].media:  # noqa: ASYNC110 - in another thread
            await asyncio.sleep(0.01)
    async with working(cloud, tmp_path) as client:
        job = await ended(client, await client.job(reply.jobs[0].job_id))
        view = await client.session(session_id)
    gate.set()
    assert (job.status, view.media[0].duration) == ("completed", 11.0)
    assert len(cloud.asked(_UPLOAD)) == 1


async def test_the_sound_of_a_film_that_is_too_large_is_sent_alone(
    cloud: Cloud, tmp_path: Path, film: Path
) -> None:
    with film.open("r+b") as file:  # what comes after a whole film is no part of it
        file.seek(0, 2)
        file.write((600 * 1024 * 1024).to_bytes(4, "big") + b"free")
        file.truncate(file.tell() - 8 + 600 * 1024 * 1024)
    async with working(cloud, tmp_path / "home") as client:
        session_id = await opened(client, cloud)
        with pytest.raises(TooLargeError) as too_large:
            await client.upload_paths(session_id, [film])
        [named] = re.findall("name “([^”]+)” as the source", str(too_large.value))
        await _uploaded(client, session_id, Path(named))
        view = await client.session(session_id)
    [sent] = cloud.nemo.files.values()
    assert sent.path is not None
    made = facts_of(sent.path)
    assert (sent.filename, sent.size < _SIZE, made.width) == ("film (sound).m4a", True, None)
    assert view.media[0].path == str(film)
    assert not list((tmp_path / "home" / "cloud-sound").iterdir())


async def test_what_is_no_film_has_no_sound_to_send(cloud: Cloud, tmp_path: Path) -> None:
    broken_film = tmp_path / "broken.mp4"
    broken_film.write_bytes(video(2000)[:300])
    async with working(cloud, tmp_path) as client:
        session_id = await opened(client, cloud)
        reply = await client.upload_paths(session_id, [Path(f"{broken_film}#sound")])
        job = await ended(client, reply.jobs[0])
        with pytest.raises(MediaNotFoundError):
            await client.upload_paths(session_id, [tmp_path / "none.mp4#sound"])
    assert "“broken.mp4” cannot be transcribed" in error_of(job)
    assert cloud.asked(_UPLOAD) == []


async def test_work_that_waits_for_nothing_does_not_say_that_it_waits(
    cloud: Cloud, tmp_path: Path, film: Path
) -> None:
    gate = Event()
    cloud.script(_UPLOAD, after(Reply(body={"code": 0, "data": {"files": [{}]}}, wait=gate)))
    async with working(cloud, tmp_path) as client:
        session_id = await opened(client, cloud)
        first = (await client.upload_urls(session_id, [_ADDRESS])).jobs[0]
        begun = await client.begin(session_id, "add music")
        stages = [first.progress.stage, begun.jobs[0].progress.stage]
        await arrived(cloud, _UPLOAD)
        stages.append((await client.job(first.job_id)).progress.stage)
        gate.set()
        await ended(client, begun.jobs[0])
    assert stages == ["beginning", "beginning", "nemo.example is fetching it"]


async def test_a_session_that_was_begun_for_nothing_is_used_for_the_next_project(
    cloud: Cloud, tmp_path: Path
) -> None:
    async with working(cloud, tmp_path) as client:
        first = await client.open_session("en", "a film")
        await client.delete_session(first.session_id)
        second, third = await client.open_session("en"), await client.open_session("en")
    assert (second.session_id == first.session_id, third.session_id == first.session_id) == (
        True,
        False,
    )
    assert len(cloud.nemo.sessions) == 2


async def test_a_token_of_a_persons_is_tried_before_anything_is_begun(
    cloud: Cloud, tmp_path: Path
) -> None:
    async with working(cloud, tmp_path, token=TOKEN) as client:
        await client.connect()
        cloud.script("GET /api/credits/*", detail("no", 404))
        await client.connect()
        cloud.nemo.expire()
        with pytest.raises(AccessError):
            await client.connect()


async def test_a_message_waits_for_the_files_before_it(
    cloud: Cloud, tmp_path: Path, film: Path
) -> None:
    async with working(cloud, tmp_path) as client:
        session_id = await opened(client, cloud)
        await client.upload_paths(session_id, [film])
        begun = await client.begin(session_id, "add music")
        job = await ended(client, begun.jobs[0])
        view = await client.session(session_id)
    assert job.status == "completed"
    lines = [line for line in cloud.lines if line.startswith("POST")]
    assert lines[-2:] == [f"POST /api/upload-video/nemo_agent/me/{session_id}", TURN]
    assert view.turn is not None
    assert view.turn.reply == "Done: add music"
    assert [change["kind"] for change in view.turn.changes] == ["added", "added"]


async def test_steps_on_a_screen_become_calls_that_nobody_makes(
    cloud: Cloud, tmp_path: Path
) -> None:
    said = "The title is on the timeline. Click the Export button to download it."
    cloud.script(TURN, streamed(event(said)))
    async with working(cloud, tmp_path) as client:
        session_id = await opened(client, cloud)
        await ended(client, (await client.begin(session_id, "add a title")).jobs[0])
        turn = (await client.session(session_id)).turn
    assert turn is not None
    assert "title is on the timeline" in turn.reply
    assert "Click" not in turn.reply
    assert turn.actions[0]["tool"] == "export"
    assert turn.actions[0]["arguments"]["session_id"] == session_id
    assert cloud.asked("POST /api/render/*") == []


async def test_a_job_answers_at_news_and_at_its_end(cloud: Cloud, tmp_path: Path) -> None:
    gate = Event()
    cloud.script(TURN, streamed(event("One"), (gate, b"")))
    async with working(cloud, tmp_path) as client:
        session_id = await opened(client, cloud)
        [job] = (await client.begin(session_id, "say something")).jobs
        while job.progress.stage != "the editor has answered, and goes on working":
            job = await client.job(job.job_id, 20, job.news_next)
        waiting = asyncio.create_task(client.job(job.job_id, 20, job.news_next))
        gate.set()
        assert (await ended(client, await waiting)).status == "completed"
        assert (await client.job(job.job_id, 20)).status == "completed"


async def test_a_link_carries_no_token_and_there_is_none_if_the_cloud_gives_none(
    cloud: Cloud, tmp_path: Path
) -> None:
    async with working(cloud, tmp_path) as client:
        session_id = await opened(client, cloud)
        link = await client.claim_link(session_id)
        cloud.always("POST /api/auth/claim-token", detail("no", 500))
        none = await client.claim_link(session_id)
    assert link is not None
    assert link.startswith("https://nemovideo.com/workspace/claim?ct=clm_")
    assert "nmv_" not in link
    assert none is None
    asked = cloud.asked("POST /api/auth/claim-token")[0].json
    assert asked["session_id"] == session_id
    assert asked["task_id"].startswith("task_")


async def test_a_file_that_was_dropped_on_the_page_is_seen(cloud: Cloud, tmp_path: Path) -> None:
    async with working(cloud, tmp_path) as client:
        session_id = await opened(client, cloud)
        await client.claim_link(session_id)
        assert (await client.session(session_id)).media == []
        info = {"filename": "dropped.mp4", "file_type": "video", "cdn_url": "https://c.example/d"}
        cloud.nemo.sessions[session_id].media.append(info | {"duration": 4.0})
        view = await client.session(session_id)
        again = await client.session(session_id)
    assert [file.filename for file in view.media] == ["dropped.mp4"]
    assert [file.filename for file in again.media] == ["dropped.mp4"]


async def test_a_lost_session_is_begun_anew_under_the_same_id(
    cloud: Cloud, tmp_path: Path, film: Path
) -> None:
    async with working(cloud, tmp_path) as client:
        session_id = await opened(client, cloud, captioned((0, 1000, "a"), (1000, 2000, "b")))
        cloud.script(_STATE, refused(1002, "Session not found"))
        with pytest.raises(GoneError, match="its timeline and its files are gone there"):
            await client.state(session_id)
        state = await client.state(session_id)
        await _uploaded(client, session_id, film)
    assert state.session_id == session_id
    assert state.state is not None
    assert state.state.draft is None
    [upload] = cloud.asked(_UPLOAD)
    assert not upload.path.endswith(session_id)


async def test_all_work_of_a_session_can_be_stopped(
    cloud: Cloud, tmp_path: Path, film: Path
) -> None:
    gate = Event()
    cloud.script(_UPLOAD, streamed((gate, b"")))
    async with working(cloud, tmp_path) as client:
        session_id = await opened(client, cloud)
        await client.upload_paths(session_id, [film])
        await client.begin(session_id, "add music")
        stopped = await client.cancel_session(session_id)
        jobs = [await ended(client, job) for job in stopped]
    gate.set()
    assert [job.kind for job in jobs] == ["upload", "chat"]
    assert [job.status for job in jobs] == ["cancelled", "cancelled"]
    assert cloud.asked(TURN) == []


async def test_another_host_has_other_sessions(cloud: Cloud, tmp_path: Path) -> None:
    async with working(cloud, tmp_path) as client:
        session_id = await opened(client, cloud)
    with Cloud() as other:
        async with working(other, tmp_path) as client:
            assert await client.sessions() == []
            with pytest.raises(GoneError):
                await client.session(session_id)


async def test_credits_that_are_missing_or_negative_are_none(cloud: Cloud, tmp_path: Path) -> None:
    cloud.script("GET /api/credits/*", ok({"available": -5, "total": 3}))
    async with working(cloud, tmp_path) as client:
        left = await client.balance()
    assert (left.available, left.frozen, left.total) == (0, 0, 3)

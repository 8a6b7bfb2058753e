"""Videos that the cloud makes, from the order to the file on this machine."""

import json
from pathlib import Path
from typing import Any

import pytest

from cloud.reply import DEFAULT, Reply, after, broken, detail, refused, succeeded
from cloud.scripted import Cloud
from cloud.video import video
from cloud.working import arrived, asking, ended, error_of, opened, working
from transcribe_video.errors import UsageError
from transcribe_video.wire.render import Rendered

pytestmark = pytest.mark.anyio

_MAKE, _LOOK = "POST /api/render/proxy/lambda", "GET /api/render/proxy/lambda/*"
_DRAFT: dict[str, Any] = {
    "zeta": 2**53 + 1,
    "d": 3000,
    "t": [{"tt": 0, "sg": [{"d": 3000, "x": [1.5, None, "ü"]}]}],
    "alpha": {"b": 1, "a": 2},
}


def _films(folder: Path) -> set[str]:
    """The names of all that ends like a film, also if it is hidden."""
    return {path.name for path in folder.rglob("*.mp4")}


async def _made(cloud: Cloud, home: Path, **output: Any) -> tuple[str, Rendered]:
    """A render of a session, which must be completed."""
    async with working(cloud, home) as client:
        session_id = await opened(client, cloud, _DRAFT)
        output = {"path": str(home / "film.mp4")} | output
        job = await ended(client, await client.render(asking(session_id, _DRAFT, **output)))
    assert job.status == "completed", job.error
    return session_id, Rendered.model_validate(job.result)


async def test_a_draft_reaches_the_renderer_as_it_came(cloud: Cloud, tmp_path: Path) -> None:
    session_id, made = await _made(cloud, tmp_path)
    [request] = cloud.asked(_MAKE)
    sent = json.dumps({"id": "render_1", "sessionId": session_id, "draft": _DRAFT})
    plain = ', "output": {"format": "mp4", "quality": "high"}}'
    assert json.loads(request.body) == json.loads(sent[:-1] + plain)
    assert list(request.json["draft"]) == list(_DRAFT)
    assert made.path == str(tmp_path / "film.mp4")
    assert abs(made.duration_s - 3) < 0.5


async def test_numbers_of_a_draft_keep_every_digit_on_their_way(
    cloud: Cloud, tmp_path: Path
) -> None:
    text = '{"z":1.10,"d":3000,"n":9007199254740993,"e":1e-7,"t":[{"tt":0,"sg":[{"d":3000}]}]}'
    async with working(cloud, tmp_path) as client:
        session_id = await opened(client, cloud)
        cloud.nemo.sessions[session_id].draft = text
        state = await client.state(session_id)
        assert state.state is not None
        assert state.state.draft is not None
        await ended(client, await client.render(asking(session_id, state.state.draft)))
    [request] = cloud.asked(_MAKE)
    assert text.encode() in request.body


async def test_no_header_of_ours_goes_to_the_host_of_the_file(cloud: Cloud, tmp_path: Path) -> None:
    await _made(cloud, tmp_path)
    [fetched] = [one for one in cloud.requests if one.host == cloud.file_url]
    assert not {"authorization", "x-skill-source", "x-client-id"} & set(fetched.headers)


async def test_wishes_that_the_cloud_cannot_obey_are_notes(cloud: Cloud, tmp_path: Path) -> None:
    _, made = await _made(cloud, tmp_path, resolution="1080p", captions="soft")
    assert any("160×90, not 1080p" in note for note in made.notes)
    assert any("captions that are on its timeline" in note for note in made.notes)


async def test_a_file_that_is_there_is_never_overwritten(cloud: Cloud, tmp_path: Path) -> None:
    (tmp_path / "film.mp4").write_text("mine")
    _, made = await _made(cloud, tmp_path)
    assert (tmp_path / "film.mp4").read_text() == "mine"
    assert made.path == str(tmp_path / "film (2).mp4")
    assert _films(tmp_path) == {"film.mp4", "film (2).mp4"}


@pytest.mark.parametrize("is_done", [True, False], ids=["and_was_received", "and_was_not"])
async def test_after_a_network_error_the_same_id_is_looked_at_first(
    cloud: Cloud, tmp_path: Path, *, is_done: bool
) -> None:
    cloud.script(_MAKE, broken(is_done=is_done))
    await _made(cloud, tmp_path)
    ids = [request.json["id"] for request in cloud.asked(_MAKE)]
    assert ids[0] == "render_1"
    assert len(ids) == (1 if is_done else 2)
    assert len(set(ids)) == len(ids)
    looks = [request for request in cloud.requests if request.path.endswith("/render_1")]
    assert looks[0].method == "GET"


async def test_a_render_that_fails_is_made_once_more_under_another_id(
    cloud: Cloud, tmp_path: Path
) -> None:
    failed = succeeded({"id": "render_1", "status": "FAILED", "error": "out of memory"})
    cloud.script(_LOOK, failed)
    await _made(cloud, tmp_path)
    first, second = [request.json["id"] for request in cloud.asked(_MAKE)]
    assert first == "render_1"
    assert second.startswith("render_")
    assert second != first


async def _failed(cloud: Cloud, home: Path) -> str:
    async with working(cloud, home) as client:
        session_id = await opened(client, cloud, _DRAFT)
        job = await ended(client, await client.render(asking(session_id, _DRAFT)))
    return error_of(job)


async def test_after_a_second_failure_it_is_told(cloud: Cloud, tmp_path: Path) -> None:
    cloud.always(_LOOK, succeeded({"status": "failed", "error": "out of memory"}))
    assert "out of memory" in await _failed(cloud, tmp_path)
    assert len(cloud.asked(_MAKE)) == 2


@pytest.mark.parametrize(
    ("reply", "words"),
    [
        (detail("Payment required", 402), "Register or upgrade your plan to unlock export"),
        (refused(2001, "no credits"), "no credits are left"),
        (detail("scope render missing", 403), "permission"),
    ],
    ids=["no_plan", "no_credits", "no_scope"],
)
async def test_what_a_new_id_cannot_mend_is_not_tried_again(
    cloud: Cloud, tmp_path: Path, reply: Reply, words: str
) -> None:
    cloud.always(_MAKE, reply)
    assert words in await _failed(cloud, tmp_path)
    assert len(cloud.asked(_MAKE)) == 1


async def test_trouble_while_looking_is_waited_out(cloud: Cloud, tmp_path: Path) -> None:
    troubles = [detail("x", status) for status in (500, 503, 429, 408)]
    cloud.script(_LOOK, *troubles, broken(), broken("body"))
    await _made(cloud, tmp_path)
    assert len(cloud.asked(_MAKE)) == 1


async def test_a_film_without_an_address_is_fetched_from_the_api(
    cloud: Cloud, tmp_path: Path
) -> None:
    cloud.script(_LOOK, after(succeeded({"status": "completed"})))
    await _made(cloud, tmp_path)
    [download] = cloud.asked("GET /api/render/proxy/render_1/download")
    assert download.headers["authorization"].startswith("Bearer ")


@pytest.mark.parametrize(
    "content",
    [b"<html>no</html>", video(9000), video(3000)[:-2000]],
    ids=["no_film", "another_length", "half_a_film"],
)
async def test_a_film_that_is_not_what_was_asked_for_is_not_delivered(
    cloud: Cloud, tmp_path: Path, content: bytes
) -> None:
    for place in ("GET /files/*", "GET /api/render/proxy/*/download"):
        cloud.always(place, Reply(body=content, kind="video/mp4"))
    said = await _failed(cloud, tmp_path)
    assert "The video that came from the cloud cannot be used" in said
    assert ".part" not in said
    assert _films(tmp_path) == set()


@pytest.mark.parametrize("content", [b"not a video", video(3000)[:-2000]], ids=["page", "half"])
async def test_a_film_that_is_bad_at_its_address_is_fetched_from_the_api(
    cloud: Cloud, tmp_path: Path, content: bytes
) -> None:
    cloud.always("GET /files/*", Reply(body=content, kind="video/mp4"))
    _, made = await _made(cloud, tmp_path)
    assert abs(made.duration_s - 3) < 0.5
    assert len(cloud.asked("GET /api/render/proxy/render_1/download")) == 1


async def test_a_film_that_is_bad_and_lies_nowhere_else_is_said_to_be_bad(
    cloud: Cloud, tmp_path: Path
) -> None:
    cloud.always("GET /files/*", Reply(body=b"not a video", kind="video/mp4"))
    cloud.always("GET /api/render/proxy/*/download", detail("Not Found", 404))
    assert "it is not whole, or no MP4 video" in await _failed(cloud, tmp_path)


@pytest.mark.parametrize(
    ("reply", "words"),
    [
        (detail("Bad request", 400), "Bad request"),
        (detail("Gone", 410), "does not know of it"),
        (refused(2001), "no credits are left"),
    ],
    ids=["400", "410", "2001"],
)
async def test_a_look_that_is_refused_ends_it_and_nothing_is_made_twice(
    cloud: Cloud, tmp_path: Path, reply: Reply, words: str
) -> None:
    cloud.always(_LOOK, reply)
    assert words in await _failed(cloud, tmp_path)
    assert (len(cloud.asked(_MAKE)), len(cloud.asked(_LOOK))) == (1, 1)


async def test_an_order_that_is_refused_is_made_once_more(cloud: Cloud, tmp_path: Path) -> None:
    cloud.script(_MAKE, detail("Odd", 400))
    await _made(cloud, tmp_path)
    assert len({request.json["id"] for request in cloud.asked(_MAKE)}) == 2


async def test_a_cancelled_render_is_withdrawn(cloud: Cloud, tmp_path: Path) -> None:
    cloud.nemo.render_polls = 10_000
    async with working(cloud, tmp_path) as client:
        session_id = await opened(client, cloud, _DRAFT)
        job = await client.render(asking(session_id, _DRAFT))
        await arrived(cloud, _LOOK)
        await client.cancel_job(job.job_id)
        job = await ended(client, job)
    assert job.status == "cancelled"
    assert cloud.nemo.renders["render_1"].status == "cancelled"


async def test_the_next_process_goes_on_looking_at_the_same_render(
    cloud: Cloud, tmp_path: Path
) -> None:
    cloud.nemo.render_polls = 10_000
    async with working(cloud, tmp_path) as client:
        session_id = await opened(client, cloud, _DRAFT)
        job = await client.render(asking(session_id, _DRAFT, path=str(tmp_path / "film.mp4")))
        await arrived(cloud, _LOOK)
    cloud.nemo.renders["render_1"].polls_left = 1
    async with working(cloud, tmp_path) as client:
        job = await ended(client, await client.job(job.job_id))
    assert job.status == "completed", job.error
    assert len(cloud.asked(_MAKE)) == 1


async def test_a_render_in_a_lost_session_says_that_the_timeline_is_gone(
    cloud: Cloud, tmp_path: Path
) -> None:
    cloud.script(_MAKE, refused(1002, "Session not found"), DEFAULT)
    assert "timeline and its files are gone" in await _failed(cloud, tmp_path)
    assert len(cloud.nemo.sessions) == 2


async def test_another_process_can_watch_a_render_and_stop_it(cloud: Cloud, tmp_path: Path) -> None:
    cloud.nemo.render_polls = 10_000
    async with working(cloud, tmp_path) as client, working(cloud, tmp_path) as other:
        session_id = await opened(client, cloud, _DRAFT)
        job = await client.render(asking(session_id, _DRAFT))
        await arrived(cloud, _LOOK)
        seen = await other.job(job.job_id)
        await other.cancel_job(job.job_id)
        stopped = await ended(other, seen)
    assert (seen.status, stopped.status) == ("running", "cancelled")
    assert cloud.nemo.renders["render_1"].status == "cancelled"
    assert len(cloud.asked(_MAKE)) == 1


async def test_a_file_that_the_timeline_does_not_name_cannot_be_exported_alone(
    cloud: Cloud, tmp_path: Path
) -> None:
    async with working(cloud, tmp_path) as client:
        session_id = await opened(client, cloud, _DRAFT)
        urls = ["https://example.org/a.mp4", "https://example.org/b.mp4"]
        reply = await client.upload_urls(session_id, urls)
        for upload in reply.jobs:
            await ended(client, upload)
        first = asking(session_id, _DRAFT, media_id=reply.files[0].media_id)
        with pytest.raises(UsageError, match="which of its clips are this file's"):
            await client.render(first)
    assert cloud.asked(_MAKE) == []

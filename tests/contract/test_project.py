"""A project: its session, its files, its state, a link to it, what it costs."""

import shutil
from pathlib import Path

import httpx
import pytest

from command import SAMPLE
from contract.peer import SKILL, Can, Running
from contract.peers import on
from transcribe_video.errors import TooLargeError, UnsupportedMediaError
from transcribe_video.wire import session, state, upload
from transcribe_video.wire.envelope import opened

pytestmark = pytest.mark.anyio


@on(Can.SESSIONS)
async def test_a_session_has_ids_that_are_text_and_too_large_for_a_number(peer: Running) -> None:
    async with peer.client() as client:
        one, other = [await client.open_session("zh", "project") for _ in range(2)]
    assert int(one.session_id) > 2**53
    assert one.session_id != other.session_id
    assert (one.task_id or "").startswith("task_")
    assert (one.model_extra, other.model_extra) == ({}, {})


@on(Can.STATE)
async def test_a_fresh_session_has_nothing_to_export(peer: Running) -> None:
    async with peer.client() as client:
        session_id = await peer.session(client)
        told = await client.state(session_id)
    assert told.session_id == session_id
    timeline = told.state and told.state.timeline
    assert not (timeline and timeline.is_ready)


@on(Can.UPLOAD)
async def test_files_that_are_sent_arrive_in_one_go(peer: Running, film: Path) -> None:
    second = Path(shutil.copy(film, film.with_name("second.MP4")))
    told: list[tuple[int, int]] = []
    async with peer.client() as client:
        session_id = await peer.session(client)
        reply = await client.upload_files(
            session_id, [film, second], lambda sent, total: told.append((sent, total))
        )
        found = await client.state(session_id)
    assert [(file.filename, file.file_type) for file in reply.files] == [
        (film.name, "video"),
        (second.name, "video"),
    ]
    assert [round(file.duration or 0) for file in reply.files] == [11, 11]
    assert reply.session_state_applied
    assert told[-1] == (2 * SAMPLE.stat().st_size,) * 2
    assert found.state
    assert found.state.video_infos
    assert [info["filename"] for info in found.state.video_infos] == [film.name, second.name]


@on(Can.UPLOAD_PATHS)
async def test_a_file_is_named_and_stays_where_it_is(peer: Running, film: Path) -> None:
    async with peer.client() as client:
        session_id = await peer.session(client)
        reply = await client.upload_paths(session_id, [film])
        timeline = (await client.state(session_id)).state
    assert [(file.path, file.bytes) for file in reply.files] == [(str(film), SAMPLE.stat().st_size)]
    assert timeline
    assert timeline.timeline
    assert timeline.timeline.is_ready


@on(Can.UPLOAD_URLS)
async def test_a_file_is_fetched_from_its_address(peer: Running) -> None:
    async with peer.client() as client:
        session_id = await peer.session(client)
        reply = await client.upload_urls(session_id, ["https://example.org/a%20b/talk.mp4?x=1"])
    assert [file.filename for file in reply.files] == ["talk.mp4"]


@on(Can.UPLOAD_PUBLIC_URLS)
async def test_an_address_within_this_machine_is_not_fetched(peer: Running) -> None:
    async with peer.client() as client:
        session_id = await peer.session(client)
        reply = await client.upload_urls(session_id, [f"{peer.access.url}/talk.mp4"])
        job = await client.job(reply.jobs[0].job_id, 20)
    assert (job.kind, job.status) == ("fetch", "failed")
    assert job.error
    assert "public" in job.error["why"]


@on(Can.CLAIM)
async def test_a_link_for_a_person_shows_no_secret(peer: Running) -> None:
    async with peer.client() as client:
        link = await client.claim_link(await peer.session(client))
    assert link is not None
    assert f"{session.CLAIM_PAGE}?ct=clm_" in link
    assert peer.access.bearer not in link


@on(Can.CREDITS)
async def test_credits_are_amounts(peer: Running) -> None:
    async with peer.client() as client:
        balance = await client.balance()
    assert balance.available >= 0
    assert balance.frozen == 0
    assert balance.total is None or balance.total >= balance.available


@on(Can.REFUSE_FILES)
async def test_a_file_of_another_kind_is_refused_and_the_formats_are_named(
    peer: Running, tmp_path: Path
) -> None:
    notes = tmp_path / "notes.txt"
    notes.write_text("no film")
    async with peer.client() as client:
        session_id = await peer.session(client)
        with pytest.raises(UnsupportedMediaError):
            await client.upload_files(session_id, [notes])
        assert _media(peer, session_id) == []
    assert _code(_sent(peer, session_id, notes.name, b"no film")) == 4001


@on(Can.REFUSE_FILES)
async def test_a_file_that_is_too_large_is_refused_and_the_next_one_is_taken(
    peer: Running, film: Path
) -> None:
    large = _padded(film, peer.allows)
    async with peer.client() as client:
        session_id = await peer.session(client)
        with pytest.raises(TooLargeError):
            await client.upload_files(session_id, [large])
        assert [file.filename for file in (await client.upload_files(session_id, [film])).files]
    assert _code(_sent(peer, session_id, "large.mp4", bytes(peer.allows + 1))) == 4002


def _padded(film: Path, more: int) -> Path:
    """The film with so many bytes after its end, which do not hurt it."""
    large = film.with_name("large.mp4")
    large.write_bytes(film.read_bytes() + bytes(more))
    return large


def _sent(peer: Running, session_id: str, name: str, content: bytes) -> httpx.Response:
    with peer.http() as http:
        path = upload.UPLOAD.format(session_id=session_id)
        return http.post(path, files=[(upload.FIELD, (name, content))])


def _media(peer: Running, session_id: str) -> list[object]:
    with peer.http(headers=SKILL) as http:
        told = http.get(state.LATEST.format(session_id=session_id))
        content = opened(told.status_code, told.json())
    assert isinstance(content, dict)
    return list(content["state"].get("video_infos") or [])


def _code(answer: httpx.Response) -> int | None:
    code = answer.json().get("code")
    return int(code) if code is not None else None

"""The client of the cloud, whole, on every server that speaks the cloud's part of the protocol."""

import os
import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from cloud.video import facts_of
from cloud.working import ended
from contract.peer import SKILL, Can, Running
from contract.peers import on
from shipped import shipped_manifest
from transcribe_video.cloud.client import CloudClient
from transcribe_video.cloud.opening import open_cloud
from transcribe_video.errors import AccessError
from transcribe_video.settings import Settings
from transcribe_video.wire.render import Output, Rendered, RenderRequest

pytestmark = [pytest.mark.anyio, pytest.mark.timeout(180)]

_DOES_ALL = (Can.SESSIONS, Can.UPLOAD, Can.STATE, Can.CHAT, Can.RENDER, Can.CLAIM, Can.CREDITS)


@asynccontextmanager
async def _cloud_client(peer: Running, home: Path) -> AsyncIterator[CloudClient]:
    settings = Settings(
        home=home,
        backend="cloud",
        api_url=peer.access.url,
        web_url="https://web.example",
        token=peer.access.bearer,
        config=home / "config",
        render_first_poll_s=0.1,
        render_poll_s=0.2,
        recovery_waits_s=(0.1,) * 3,
    )
    client = open_cloud(settings, shipped_manifest().limits, SKILL)
    try:
        yield client
    finally:
        await client.close()


@on(*_DOES_ALL)
async def test_a_file_goes_from_this_machine_through_a_turn_to_a_video(
    peer: Running, film: Path, tmp_path: Path
) -> None:
    async with _cloud_client(peer, tmp_path / "home") as client:
        await client.connect()
        session_id = (await client.open_session("en", "a film")).session_id
        [upload] = (await client.upload_paths(session_id, [film])).jobs
        begun = await client.begin(session_id, "put it on the timeline")
        said = await ended(client, begun.jobs[0])
        sent = await ended(client, upload)
        state = (await client.state(session_id)).state
        assert state
        assert state.draft
        output = Output(path=str(tmp_path / "made.mp4"))
        wanted = RenderRequest(
            id=f"render_of_{session_id}", session_id=session_id, draft=state.draft, output=output
        )
        made = await ended(client, await client.render(wanted))
        view, link = await client.session(session_id), await client.claim_link(session_id)
        assert (await client.balance()).available >= 0
    assert (sent.status, said.status, made.status) == ("completed",) * 3, (said.error, made.error)
    assert [file.duration for file in view.media] == [pytest.approx(11, abs=0.1)]
    assert view.turn
    assert view.turn.reply or view.turn.remarks
    assert link
    assert link.startswith("https://web.example/workspace/claim?ct=clm_")
    rendered = Rendered.model_validate(made.result)
    assert round(facts_of(Path(rendered.path)).duration or 0) == 11


@on(*_DOES_ALL, Can.REFUSE_FILES)
async def test_a_file_that_is_refused_is_not_in_the_project_and_nothing_is_said_of_it(
    peer: Running, film: Path, tmp_path: Path
) -> None:
    large = Path(shutil.copy(film, tmp_path / "large.mp4"))
    os.truncate(large, peer.allows + 1)
    async with _cloud_client(peer, tmp_path / "home") as client:
        session_id = (await client.open_session()).session_id
        await client.upload_paths(session_id, [large])
        begun = await client.begin(session_id, "cut the first two seconds")
        said = await ended(client, begun.jobs[0])
        view = await client.session(session_id)
        state = (await client.state(session_id)).state
    assert (said.status, view.media) == ("failed", [])
    assert said.error
    assert said.error["kind"] == "TooLargeError"
    assert not (state and state.timeline and state.timeline.t)


@on(*_DOES_ALL, Can.REFUSE_BEARERS)
async def test_a_wrong_token_is_told_of_before_anything_is_sent(
    peer: Running, tmp_path: Path
) -> None:
    wrong = replace(peer, access=replace(peer.access, bearer="nmv_usr_0"))
    async with _cloud_client(wrong, tmp_path / "home") as client:
        with pytest.raises(AccessError, match="NEMO_TOKEN"):
            await client.connect()

"""Errands go on whoever waits for them, and the desk knows them by their handles."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import anyio
import pytest

from transcribe_video.connect import Connection
from transcribe_video.errors import BackendError, UsageError
from transcribe_video.manifest import Manifest
from transcribe_video.settings import Settings
from transcribe_video.skill import load_skill
from transcribe_video.tools.desk import Desk, desk
from transcribe_video.tools.errand import Errand

pytestmark = pytest.mark.anyio


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(home=tmp_path, wait_s=25)


@asynccontextmanager
async def _cleared(settings: Settings, manifest: Manifest) -> AsyncIterator[Desk]:
    async with desk(settings, manifest, Connection(settings, load_skill(), manifest)) as cleared:
        yield cleared


async def _ended(errand: Errand[str]) -> Errand[str]:
    with anyio.fail_after(5):
        while not errand.has_ended:
            await errand.news()
    return errand


async def test_whoever_stops_waiting_does_not_stop_the_work(
    settings: Settings, manifest: Manifest
) -> None:
    go_on = anyio.Event()

    async def work(errand: Errand[str]) -> str:
        errand.say("Working…")
        await go_on.wait()
        return "done"

    async with _cleared(settings, manifest) as cleared:

        async def host() -> None:
            await _ended(cleared.errand("transcribe", 1, work))

        async with anyio.create_task_group() as hosts:
            hosts.start_soon(host)
            errand = cleared.errand("transcribe", 1, work)
            await errand.news()
            hosts.cancel_scope.cancel()
        go_on.set()
        assert (await _ended(errand)).value() == "done"


async def test_the_same_request_joins_the_errand_under_way_and_no_other(
    settings: Settings, manifest: Manifest
) -> None:
    async def work(_errand: Errand[str]) -> str:
        await anyio.sleep_forever()
        raise AssertionError

    async with _cleared(settings, manifest) as cleared:
        first = cleared.errand("transcribe", "a.mp4", work)
        assert cleared.errand("transcribe", "a.mp4", work) is first
        assert cleared.errand("transcribe", "b.mp4", work) is not first
        assert cleared.errand("upload", "a.mp4", work) is not first
        first.cancel()
        await _ended(first)
        assert cleared.errand("transcribe", "a.mp4", work) is not first


async def test_what_goes_wrong_is_told_to_whoever_asks(
    settings: Settings, manifest: Manifest
) -> None:
    async def work(_errand: Errand[str]) -> str:
        raise UsageError("It was not done", "it could not be")

    async with _cleared(settings, manifest) as cleared:
        errand = await _ended(cleared.errand("transcribe", 1, work))
        for _ in range(2):
            with pytest.raises(UsageError, match="It was not done: it could not be"):
                errand.value()


async def test_a_cancelled_errand_says_so(settings: Settings, manifest: Manifest) -> None:
    async def work(_errand: Errand[str]) -> str:
        await anyio.sleep_forever()
        raise AssertionError

    async with _cleared(settings, manifest) as cleared:
        errand = cleared.errand("transcribe", 1, work)
        errand.cancel()
        with pytest.raises(BackendError, match="somebody cancelled it"):
            (await _ended(errand)).value()


async def test_an_errand_is_found_by_its_handle_and_by_its_session(
    settings: Settings, manifest: Manifest
) -> None:
    async def work(_errand: Errand[str]) -> str:
        await anyio.sleep_forever()
        raise AssertionError

    async with _cleared(settings, manifest) as cleared:
        errand = cleared.errand("upload", 1, work)
        assert cleared.errand_kept(errand.errand_id) is errand
        assert cleared.errand_about(None) is errand
        errand.session_id = "1"
        assert cleared.errand_about(None) is cleared.errand_about("1") is errand
        assert cleared.errand_about("2") is None
        errand.cancel()
        await _ended(errand)
        assert cleared.errand_about("1") is None
        assert cleared.errand_kept(errand.errand_id) is errand


async def test_an_errand_that_is_not_followed_is_joined_and_has_no_handle(
    settings: Settings, manifest: Manifest
) -> None:
    async def work(_errand: Errand[str]) -> str:
        await anyio.sleep_forever()
        raise AssertionError

    async with _cleared(settings, manifest) as cleared:
        errand = cleared.errand("cancel", 1, work, is_followed=False)
        assert cleared.errand("cancel", 1, work, is_followed=False) is errand
        assert cleared.errand_kept(errand.errand_id) is None
        assert cleared.errand_about(None) is None
        assert errand.stage == "Beginning…"


async def test_a_session_that_is_gone_is_not_the_newest(
    settings: Settings, manifest: Manifest
) -> None:
    async with _cleared(settings, manifest) as cleared:
        for session_id in ("1", "2", "2"):
            cleared.use(session_id)
        for session_id in ("2", "3"):
            cleared.forget(session_id)
        assert cleared.newest_session == "1"


async def test_the_newest_session_is_the_one_used_last(
    settings: Settings, manifest: Manifest
) -> None:
    async with _cleared(settings, manifest) as cleared:
        assert cleared.newest_session is None
        for session_id in ("1", "2", "1"):
            cleared.use(session_id)
        assert cleared.newest_session == "1"


@pytest.mark.parametrize(
    ("asked", "granted"), [(None, 25), (0, 0), (-3, 0), (10, 10), (50, 50), (3600, 50)]
)
async def test_a_wait_is_clamped_and_not_refused(
    settings: Settings, manifest: Manifest, asked: float | None, granted: float
) -> None:
    async with _cleared(settings, manifest) as cleared:
        assert cleared.wait_s(asked) == granted

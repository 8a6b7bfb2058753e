"""Finished files: fetched from wherever they lie, and shown nothing of ours but at home."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from itertools import pairwise
from pathlib import Path

import pytest

from client.finding import Finding, found
from client.peer import SECRET
from cloud.reply import Reply, detail, refused
from cloud.scripted import Cloud
from transcribe_video.client.access import Access
from transcribe_video.client.caller import Caller
from transcribe_video.client.download import Download
from transcribe_video.errors import (
    AccessError,
    BackendError,
    GoneError,
    StorageError,
    TooLargeError,
    TranscribeVideoError,
    UnreachableError,
)

pytestmark = pytest.mark.anyio

_HEADERS = {"X-Skill-Source": "s", "X-Skill-Version": "1.10", "X-Skill-Platform": "unknown"}
_OURS = {"authorization", *(name.lower() for name in _HEADERS)}
_FILM = bytes(range(256)) * 10_000
_FILE = Reply(body=_FILM, kind="video/mp4")


@pytest.fixture
def part(tmp_path: Path) -> Path:
    return tmp_path / "film.part.mp4"


@asynccontextmanager
async def _download(
    access: Access | Finding, most_bytes: int = 10 * len(_FILM)
) -> AsyncIterator[Download]:
    find = access if isinstance(access, Finding) else found(access)
    caller = Caller(find, _HEADERS, (0,), "internet", rate_wait_s=0)
    try:
        yield Download(caller, most_bytes, (0, 0))
    finally:
        await caller.close()


def _content(path: Path) -> bytes | None:
    return path.read_bytes() if path.exists() else None


def _link(path: Path, target: Path) -> None:
    path.symlink_to(target)


def _moved(address: str, status: int = 302) -> Reply:
    return Reply(status, headers={"Location": address})


def _hosts_that_saw(cloud: Cloud) -> set[str]:
    return {request.host for request in cloud.requests if _OURS & set(request.headers)}


async def test_a_file_of_another_host_is_fetched_without_a_word_of_ours(
    cloud: Cloud, part: Path
) -> None:
    cloud.script("GET /film.mp4", _FILE)
    told: list[tuple[int, int | None]] = []
    async with _download(Access(cloud.url, SECRET)) as download:
        size = await download.fetch(
            f"{cloud.file_url}/film.mp4", part, lambda done, total: told.append((done, total))
        )
    assert (size, _content(part)) == (len(_FILM), _FILM)
    assert _hosts_that_saw(cloud) == set()
    assert told[-1] == (len(_FILM), len(_FILM))
    assert all(one[0] < other[0] for one, other in pairwise(told))


async def test_a_file_of_the_backends_own_is_fetched_with_all_that_it_wants_to_see(
    cloud: Cloud, part: Path
) -> None:
    cloud.script("GET /api/render/proxy/render_1/download", _FILE)
    async with _download(Access(cloud.url, SECRET)) as download:
        await download.fetch_own("/api/render/proxy/render_1/download", part)
    assert _content(part) == _FILM
    assert cloud.requests[0].headers["authorization"] == f"Bearer {SECRET}"
    assert set(cloud.requests[0].headers) >= _OURS


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
async def test_a_way_to_another_host_is_followed_without_what_opens_the_first(
    status: int, cloud: Cloud, part: Path
) -> None:
    cloud.script("GET /own", _moved("/own/there", status))
    cloud.script("GET /own/there", _moved(f"{cloud.file_url}/film.mp4", status))
    cloud.script("GET /film.mp4", _FILE)
    async with _download(Access(cloud.url, SECRET)) as download:
        await download.fetch_own("/own", part)
    assert _content(part) == _FILM
    assert [request.host for request in cloud.requests] == [cloud.url, cloud.url, cloud.file_url]
    assert _hosts_that_saw(cloud) == {cloud.url}


async def test_a_way_in_a_circle_ends(cloud: Cloud, part: Path) -> None:
    cloud.always("GET /a", _moved("/a"))
    async with _download(Access(cloud.url, SECRET)) as download:
        with pytest.raises(BackendError, match="its address leads in a circle"):
            await download.fetch_own("/a", part)
    assert len(cloud.requests) < 10


_UNSAFE = [
    "http://cdn.example/film.mp4",
    "ftp://cdn.example/film.mp4",
    "file:///etc/passwd",
    "//cdn.example/film.mp4",
    "film.mp4",
    "",
    "https://",
    "https://me:secret@cdn.example/film.mp4",
    "https://[::1",
    "https://cdn.example:99999/",
    "javascript:1",
]


@pytest.mark.parametrize("address", _UNSAFE)
async def test_an_address_that_is_not_safe_is_not_asked(
    address: str, cloud: Cloud, part: Path
) -> None:
    async with _download(Access(cloud.url, SECRET)) as download:
        with pytest.raises(BackendError) as raised:
            await download.fetch(address, part)
    assert str(raised.value) == (
        "The finished video cannot be fetched: it is said to be at an address that is not safe. "
        "Try again: it is not made anew."
    )
    assert (cloud.requests, _content(part)) == ([], None)


@pytest.mark.parametrize("address", ["http://cdn.example/film.mp4", "ftp://127.0.0.1/x"])
async def test_a_way_to_where_it_is_not_safe_is_not_gone(
    address: str, cloud: Cloud, part: Path
) -> None:
    cloud.script("GET /own", _moved(address))
    async with _download(Access(cloud.url, SECRET)) as download:
        with pytest.raises(BackendError, match="an address that is not safe"):
            await download.fetch_own("/own", part)
    assert len(cloud.requests) == 1


async def test_a_host_elsewhere_cannot_send_us_to_this_machine(cloud: Cloud, part: Path) -> None:
    async with _download(Access("https://api.example", SECRET)) as download:
        with pytest.raises(BackendError, match="an address that is not safe"):
            await download.fetch(f"{cloud.file_url}/film.mp4", part)
    assert cloud.requests == []


async def test_what_breaks_off_is_fetched_again(cloud: Cloud, part: Path) -> None:
    cut = Reply(body=_FILM, cut="body")
    cloud.script("GET /film.mp4", cut, detail("busy", 503), _FILE)
    async with _download(Access(cloud.url, SECRET)) as download:
        await download.fetch(f"{cloud.file_url}/film.mp4", part)
    assert _content(part) == _FILM


async def test_what_always_breaks_off_is_given_up_and_leaves_nothing(
    cloud: Cloud, part: Path
) -> None:
    cloud.always("GET /film.mp4", Reply(body=_FILM, cut="body"))
    async with _download(Access(cloud.url, SECRET)) as download:
        with pytest.raises(UnreachableError, match="it breaks off whenever it is asked this"):
            await download.fetch(f"{cloud.file_url}/film.mp4", part)
    assert (len(cloud.requests), _content(part)) == (3, None)


@pytest.mark.parametrize(
    ("answer", "kind"),
    [
        (detail("Not Found", 404), GoneError),
        (detail("no", 403), AccessError),
        (refused(1002, "gone", status=404), GoneError),
        (Reply(418, b"<html>"), BackendError),
    ],
)
async def test_a_refusal_is_an_error_and_leaves_nothing(
    answer: Reply, kind: type[TranscribeVideoError], cloud: Cloud, part: Path
) -> None:
    cloud.always("GET *", answer)
    async with _download(Access(cloud.url, SECRET)) as download:
        for address in (cloud.url, cloud.file_url):
            with pytest.raises(kind):
                await download.fetch(f"{address}/film.mp4", part)
    assert _content(part) is None


async def test_a_token_that_is_not_accepted_is_renewed_once(cloud: Cloud, part: Path) -> None:
    cloud.script("GET /own", refused(1001, "expired", status=401), _FILE)
    finding = found(Access(cloud.url, "old" * 20), Access(cloud.url, SECRET))
    async with _download(finding) as download:
        await download.fetch_own("/own", part)
    assert _content(part) == _FILM
    assert cloud.requests[-1].headers["authorization"] == f"Bearer {SECRET}"

    cloud.always("GET /own", refused(1001, "expired", status=401))
    async with _download(found(Access(cloud.url, SECRET), Access(cloud.url, "b"))) as download:
        with pytest.raises(AccessError):
            await download.fetch_own("/own", part)
    assert len(cloud.requests) == 4


async def test_an_empty_file_is_none(cloud: Cloud, part: Path) -> None:
    cloud.script("GET /film.mp4", Reply(body=b"", kind="video/mp4"))
    async with _download(Access(cloud.url, SECRET)) as download:
        with pytest.raises(BackendError, match="it is empty"):
            await download.fetch(f"{cloud.file_url}/film.mp4", part)
    assert _content(part) is None


@pytest.mark.parametrize("is_told", [True, False])
async def test_more_than_is_wanted_is_not_taken(
    is_told: bool,  # noqa: FBT001
    cloud: Cloud,
    part: Path,
) -> None:
    chunks = None if is_told else tuple((0.0, _FILM[:9999]) for _ in range(99))
    cloud.script("GET /film.mp4", Reply(body=_FILM, chunks=chunks))
    async with _download(Access(cloud.url, SECRET), most_bytes=len(_FILM) // 10) as download:
        with pytest.raises(TooLargeError):
            await download.fetch(f"{cloud.file_url}/film.mp4", part)
    assert (len(cloud.requests), _content(part)) == (1, None)


async def test_what_lay_there_before_is_not_written_through(cloud: Cloud, part: Path) -> None:
    mine = part.with_name("mine.txt")
    mine.write_text("precious")
    _link(part, mine)
    cloud.script("GET /film.mp4", _FILE)
    async with _download(Access(cloud.url, SECRET)) as download:
        await download.fetch(f"{cloud.file_url}/film.mp4", part)
    assert (_content(mine), _content(part)) == (b"precious", _FILM)


async def test_a_folder_that_cannot_be_written_is_said(cloud: Cloud, tmp_path: Path) -> None:
    cloud.script("GET /film.mp4", _FILE)
    (tmp_path / "file").touch()
    async with _download(Access(cloud.url, SECRET)) as download:
        with pytest.raises(StorageError, match="The video cannot be written into “"):
            await download.fetch(f"{cloud.file_url}/film.mp4", tmp_path / "file" / "film.part")

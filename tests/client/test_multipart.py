import subprocess
import sys
from collections.abc import AsyncGenerator, AsyncIterator
from contextlib import asynccontextmanager
from itertools import repeat
from pathlib import Path

import psutil
import pytest
from starlette.datastructures import Headers, UploadFile
from starlette.formparsers import MultiPartParser

from client.finding import found
from client.peer import Peer, Received, done, dropped
from command import NO_PRIVILEGES, ROOT
from transcribe_video.client.caller import Caller
from transcribe_video.client.client import Client
from transcribe_video.errors import (
    DamagedMediaError,
    MediaError,
    MediaNotFoundError,
    TooLargeError,
    UnreachableError,
)
from transcribe_video.manifest import Limits
from transcribe_video.wire.upload import UploadedFile, UploadReply

pytestmark = pytest.mark.anyio

_MB = 1024 * 1024
_REPLY = done({"files": [{"filename": "a", "media_id": "m"}]})

# Reads the file that is named, as an upload does.
_READ = """
import asyncio, sys
from pathlib import Path
from transcribe_video.client.multipart import FormFile, Multipart
from transcribe_video.errors import MediaError

async def read():
    async for piece in Multipart([FormFile(Path(sys.argv[1]), 0)]).chunks():
        pass

try:
    asyncio.run(read())
except MediaError as error:
    print(type(error).__name__, error)
"""


@asynccontextmanager
async def _client(peer: Peer, limits: Limits) -> AsyncIterator[Client]:
    client = Client(Caller(found(peer.access), {}, (0,)), limits)
    try:
        yield client
    finally:
        await client.close()


async def _files(request: Received) -> list[tuple[str, str, str | None, bytes]]:
    """Field, name, type and content of each file, as another program reads them."""

    async def stream() -> AsyncGenerator[bytes, None]:
        yield request.body

    form = await MultiPartParser(Headers(request.headers), stream()).parse()
    read = []
    for field, file in form.multi_items():
        assert isinstance(file, UploadFile)
        read.append((field, file.filename or "", file.content_type, await file.read()))
        await file.close()
    return read


async def test_files_arrive_as_they_are(tmp_path: Path, limits: Limits) -> None:
    contents = {
        "plain.mp4": b"\r\n--" * 100,
        "leer.mov": b"",
        "Übung 会议 🎬.mkv": bytes(range(256)) * 3000,
        "ohne": b"x",
    }
    for name, content in contents.items():
        (tmp_path / name).write_bytes(content)

    async with Peer([_REPLY]) as peer, _client(peer, limits) as client:
        reply = await client.upload_files("7", [tmp_path / name for name in contents])
    assert reply == UploadReply(files=[UploadedFile(filename="a", media_id="m")])
    assert peer.lines == ["POST /api/upload-video/nemo_agent/me/7"]
    types = ["video/mp4", "video/quicktime", "video/x-matroska", "application/octet-stream"]
    assert await _files(peer.received[0]) == [
        ("files", name, kind, content)
        for (name, content), kind in zip(contents.items(), types, strict=True)
    ]


async def test_a_name_cannot_end_its_field(tmp_path: Path, limits: Limits) -> None:
    path = tmp_path / 'a"; name="x\r\nX-Evil: 1\\.mp4'
    path.write_bytes(b"x")
    async with Peer([_REPLY]) as peer, _client(peer, limits) as client:
        await client.upload_files("7", [path])
    assert await _files(peer.received[0]) == [
        ("files", "a%22; name=%22x%0D%0AX-Evil: 1\\.mp4", "video/mp4", b"x")
    ]


async def test_a_name_that_is_no_text_does_not_keep_a_file_from_going(
    tmp_path: Path, limits: Limits
) -> None:
    path = tmp_path / "a\udcff.mp4"
    path.write_bytes(b"x")
    async with Peer([_REPLY]) as peer, _client(peer, limits) as client:
        await client.upload_files("7", [path])
    assert (await _files(peer.received[0]))[0][1] == "a?.mp4"


async def test_progress_is_told_over_all_files(tmp_path: Path, limits: Limits) -> None:
    paths = [tmp_path / "a.mp4", tmp_path / "b.mp4"]
    for path in paths:
        path.write_bytes(b"x" * 300 * 1024)
    told: list[tuple[int, int]] = []
    async with Peer([_REPLY]) as peer, _client(peer, limits) as client:
        await client.upload_files("7", paths, lambda sent, total: told.append((sent, total)))
    kb = 1024
    assert told == [(sent * kb, 600 * kb) for sent in (256, 300, 556, 600)]


async def test_a_large_file_takes_no_memory(tmp_path: Path, limits: Limits) -> None:
    path = tmp_path / "large.mp4"
    with path.open("wb") as file:
        file.truncate(80 * _MB)
    process = psutil.Process()
    held: list[int] = []

    def look(sent: int, total: int) -> None:
        held.append(process.memory_info().rss)

    async with Peer([_REPLY], keeps_bodies=False) as peer, _client(peer, limits) as client:
        before = process.memory_info().rss
        await client.upload_files("7", [path], look)
    assert peer.received[0].size == int(peer.received[0].headers["content-length"]) > 80 * _MB
    assert max(held) - before < 20 * _MB


async def test_more_than_may_travel_is_refused_before_anything_is_sent(
    tmp_path: Path, limits: Limits
) -> None:
    path = tmp_path / "large.mp4"
    with path.open("wb") as file:
        file.truncate(500 * _MB + 1)
    async with Peer([]) as peer, _client(peer, limits) as client:
        with pytest.raises(TooLargeError) as raised:
            await client.upload_files("7", [path])
    assert str(raised.value) == (
        "“large.mp4” cannot be sent: it has 500.1 MB, and at most 500 MB may be sent. "
        "Name it by its path, so that it is read where it lies, or send its sound alone."
    )
    assert peer.lines == []


async def test_as_much_as_may_travel_is_sent(tmp_path: Path, limits: Limits) -> None:
    path = tmp_path / "a.mp4"
    path.write_bytes(b"x" * _MB)
    small = limits.model_copy(update={"upload_mb": 1})
    async with Peer([_REPLY]) as peer, _client(peer, small) as client:
        await client.upload_files("7", [path])
    assert len(peer.lines) == 1


async def test_what_is_no_file_is_an_error_of_that_file(tmp_path: Path, limits: Limits) -> None:
    async with Peer([]) as peer, _client(peer, limits) as client:
        with pytest.raises(MediaNotFoundError, match="there is no file “"):
            await client.upload_files("7", [tmp_path / "gone.mp4"])
        with pytest.raises(MediaError, match="it is not a file"):
            await client.upload_files("7", [tmp_path])
        with pytest.raises(MediaError, match="it cannot be read"):
            await client.upload_files("7", [tmp_path / "a\0b"])
    assert peer.lines == []


def test_a_file_that_the_system_forbids_is_an_error_that_says_so(tmp_path: Path) -> None:
    path = tmp_path / "a.mp4"
    path.touch(mode=0o000)
    ran = subprocess.run(
        [sys.executable, "-c", NO_PRIVILEGES + _READ, path],
        check=True,
        capture_output=True,
        text=True,
        timeout=30,
        env={"PYTHONPATH": str(ROOT / "server")},
    )
    assert ran.stdout == (
        "MediaForbiddenError “a.mp4” cannot be sent: the system does not let this program read "
        "it. Allow it, or choose another file.\n"
    )


async def test_a_file_that_grows_is_sent_as_it_was(tmp_path: Path, limits: Limits) -> None:
    path = tmp_path / "growing.mp4"
    path.write_bytes(b"x" * 600 * 1024)

    def grow(sent: int, total: int) -> None:
        with path.open("ab") as file:
            file.write(b"y" * 1024)

    async with Peer([_REPLY]) as peer, _client(peer, limits) as client:
        await client.upload_files("7", [path], grow)
    assert (await _files(peer.received[0]))[0][3] == b"x" * 600 * 1024


async def test_a_file_that_shrinks_is_an_error_of_that_file(tmp_path: Path, limits: Limits) -> None:
    path = tmp_path / "shrinking.mp4"
    path.write_bytes(b"x" * 600 * 1024)

    def shrink(sent: int, total: int) -> None:
        path.write_bytes(b"")

    async with Peer([_REPLY]) as peer, _client(peer, limits) as client:
        with pytest.raises(DamagedMediaError, match="it became shorter while it was being sent"):
            await client.upload_files("7", [path], shrink)


async def test_an_upload_is_not_sent_twice_once_it_was_begun(
    tmp_path: Path, limits: Limits
) -> None:
    path = tmp_path / "a.mp4"
    path.write_bytes(b"x")
    async with Peer(repeat(dropped)) as peer, _client(peer, limits) as client:
        with pytest.raises(UnreachableError):
            await client.upload_files("7", [path])
    assert len(peer.lines) == 1


async def test_a_backend_that_hangs_up_in_the_middle_is_an_error(
    tmp_path: Path, limits: Limits
) -> None:
    path = tmp_path / "a.mp4"
    path.write_bytes(b"x" * 4 * _MB)
    async with Peer([dropped], reads_bodies=False) as peer, _client(peer, limits) as client:
        with pytest.raises(UnreachableError, match="broke off in the middle"):
            await client.upload_files("7", [path])

"""Files that are larger than what may travel, or as large as it."""

import os
import shutil
import struct
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from command import SAMPLE, Command
from host import backend_of, host

_MB = 1024 * 1024
_GB = 1024 * _MB
_MOST_MB = 60
_SEND = """
import asyncio, sys
from pathlib import Path
from transcribe_video.connect import Connection
from transcribe_video.errors import TranscribeVideoError
from transcribe_video.manifest import load_manifest
from transcribe_video.settings import load_settings
from transcribe_video.skill import load_skill, skill_folder

async def main(path):
    import os
    manifest = load_manifest(skill_folder())
    # The client would refuse it before sending.
    limits = manifest.limits.model_copy(update={"upload_mb": 600})
    manifest = manifest.model_copy(update={"limits": limits})
    async with Connection(load_settings(os.environ), load_skill(), manifest) as connection:
        client = await connection.client()
        session = await client.open_session()
        try:
            reply = await client.upload_files(session.session_id, [path])
            print(reply.files[0].duration)
        except TranscribeVideoError as error:
            print(type(error).__name__)
    # Not ru_maxrss, which an exec takes over from who forked: that may be a large test runner.
    status = Path("/proc/self/status").read_text("ascii").splitlines()
    print(*(int(line.split()[1]) // 1024 for line in status if line.startswith("VmHWM:")))

asyncio.run(main(Path(sys.argv[1])))
"""


@pytest.fixture(autouse=True)
def _space(tmp_path: Path) -> Iterator[None]:
    """The disk is given back at once."""
    yield
    shutil.rmtree(tmp_path)


def _silence(path: Path, size: int) -> Path:
    """A sound file of this size in bytes that takes no space."""
    header = struct.pack("<4sI4s", b"RIFF", size - 8, b"WAVE")
    form = struct.pack("<4sIHHIIHH", b"fmt ", 16, 1, 2, 48_000, 192_000, 4, 16)
    path.write_bytes(header + form + struct.pack("<4sI", b"data", size - 44))
    os.truncate(path, size)
    return path


def test_a_file_of_six_gigabytes_is_named_and_not_copied(quick: Command, tmp_path: Path) -> None:
    film = Path(shutil.copy(SAMPLE, tmp_path / "film.mp4"))
    with film.open("ab") as file:
        filler = 6 * _GB - film.stat().st_size
        file.write(struct.pack(">I4sQ", 1, b"free", filler))
        file.truncate(6 * _GB)

    with host(quick) as chat:
        done = chat.finished(chat.tool("transcribe", source=str(film)))

    assert (done["status"], film.stat().st_size) == ("completed", 6 * _GB)
    kept = [path for path in quick.home.rglob("*") if path.is_file() and not path.is_symlink()]
    assert sum(path.stat().st_size for path in kept) < 20 * _MB


@pytest.mark.skipif(sys.platform != "linux", reason="the peak of memory is read as Linux tells it")
def test_half_a_gigabyte_travels_in_little_memory_and_more_is_refused(
    command: Command, tmp_path: Path
) -> None:
    most = _silence(tmp_path / "most.wav", 500 * _MB)
    duration, client_mb = _sent(command, most)
    assert float(duration) == pytest.approx((500 * _MB - 44) / 192_000, abs=0.1)
    backend = backend_of(command.home)
    assert backend is not None
    assert (int(client_mb) < _MOST_MB, _peak_mb(backend.pid) < _MOST_MB) == (True, True)

    refused, _ = _sent(command, _silence(tmp_path / "more.wav", 501 * _MB))
    assert refused == "TooLargeError"
    [taken] = [path for path in (command.home / "media").rglob("*") if path.is_file()]
    assert taken.stat().st_size == 500 * _MB


def _sent(command: Command, path: Path) -> list[str]:
    """What a process that sends the file says, and its peak of memory in MB."""
    ran = subprocess.run(
        [sys.executable, "-c", _SEND, str(path)],
        env=command.surroundings,
        capture_output=True,
        text=True,
        timeout=200,
        check=True,
    )
    return ran.stdout.split()


def _peak_mb(pid: int) -> int:
    status = Path(f"/proc/{pid}/status").read_text("ascii").splitlines()
    [peak] = [line.split()[1] for line in status if line.startswith("VmHWM:")]
    return int(peak) // 1024

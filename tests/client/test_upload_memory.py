"""Half a gigabyte on its way to the cloud, and what the process that sends it holds of it."""

import subprocess
import sys
from pathlib import Path

import pytest

from cloud.nemo import Project
from cloud.scripted import Cloud

_MB = 1024 * 1024
_FILE_MB, _MOST_GROWTH_MB = 500, 20
_SEND = """
import asyncio, sys
from pathlib import Path
from transcribe_video.client.access import Access
from transcribe_video.client.caller import Caller
from transcribe_video.client.client import Client
from transcribe_video.manifest import load_manifest
from transcribe_video.skill import skill_folder

def told(key):
    lines = Path("/proc/self/status").read_text("ascii").splitlines()
    return next(int(line.split()[1]) // 1024 for line in lines if line.startswith(key))

async def main(url, token, session_id, small, large):
    async def find(stale):
        return Access(url, token)

    caller = Caller(find, {}, transport="internet")
    client = Client(caller, load_manifest(skill_folder()).limits)
    await client.upload_files(session_id, [Path(small)])  # all that is imported is there now
    before = told("VmRSS:")
    reply = await client.upload_files(session_id, [Path(large)])
    await caller.close()
    print(reply.files[0].filename, told("VmHWM:") - before)

asyncio.run(main(*sys.argv[1:]))
"""


@pytest.mark.skipif(sys.platform != "linux", reason="the peak of memory is read as Linux tells it")
def test_half_a_gigabyte_is_sent_in_less_than_twenty_megabytes(tmp_path: Path) -> None:
    small, large = tmp_path / "small.mp4", tmp_path / "large.mp4"
    small.write_bytes(bytes(_MB))
    with large.open("wb") as file:
        file.truncate(_FILE_MB * _MB)
    with Cloud(keeps_files=False) as cloud:
        cloud.nemo.tokens["nmv_usr_a"] = "u"
        session_id = _session(cloud)
        ran = subprocess.run(
            [sys.executable, "-c", _SEND, cloud.url, "nmv_usr_a", session_id, small, large],
            capture_output=True,
            text=True,
            timeout=200,
            check=True,
        )
        sizes = [request.size for request in cloud.asked("POST /api/upload-video/*")]

    name, grown_mb = ran.stdout.split()
    assert name == "large.mp4"
    assert 0 <= sizes[1] - _FILE_MB * _MB < 1024
    assert int(grown_mb) < _MOST_GROWTH_MB


def _session(cloud: Cloud) -> str:
    cloud.nemo.sessions["7"] = Project("7", "task_1", "en", "u")
    return "7"

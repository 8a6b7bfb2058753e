"""What sending a large file costs, beside ``curl`` sending the same one in the same run.

    .venv/bin/python benchmarks/upload.py [--mb 500] [--runs 3]

Both send the file as a form to a server on loopback that reads and counts and keeps nothing: this
program's client in a process of its own, then ``curl -F``. Each is one sending per run, in turn,
so that both meet the same machine. The table, in Markdown, holds medians: MB a second of the
sending itself; CPU seconds of the whole process, its start included, which for Python is most of
it; the peak of its memory, in which Python and its libraries are the most; and by how much ours
grew from just before the sending to the peak. Linux only, for the memory: it is read from the
running process (VmHWM), because what the system says of one that has ended counts from before it
became that program.
"""

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from typing import NamedTuple

_MB = 1024 * 1024
_LOOK_S = 0.005
_SERVER = """
import asyncio

ANSWER = b'{"code": 0, "data": {"files": [{"filename": "a.mp4"}]}}'


async def serve(reader, writer):
    head = (await reader.readuntil(b"\\r\\n\\r\\n")).decode("latin-1").lower()
    if "expect: 100-continue" in head:
        writer.write(b"HTTP/1.1 100 Continue\\r\\n\\r\\n")
    left = int(head.split("content-length:")[1].split()[0])
    while left:
        left -= len(await reader.read(min(left, 1 << 20)))
    writer.write(b"HTTP/1.1 200 OK\\r\\nContent-Type: application/json\\r\\n")
    writer.write(b"Connection: close\\r\\nContent-Length: %d\\r\\n\\r\\n" % len(ANSWER) + ANSWER)
    await writer.drain()
    writer.close()


async def main():
    server = await asyncio.start_server(serve, "127.0.0.1", 0, limit=1 << 20)
    print(server.sockets[0].getsockname()[1], flush=True)
    await server.serve_forever()


asyncio.run(main())
"""
_OURS = """
import asyncio, json, sys, time
from pathlib import Path
from transcribe_video.client.access import Access
from transcribe_video.client.caller import Caller
from transcribe_video.client.client import Client
from transcribe_video.manifest import load_manifest
from transcribe_video.skill import skill_folder


def told(key):
    lines = Path("/proc/self/status").read_text("ascii").splitlines()
    return next(int(line.split()[1]) / 1024 for line in lines if line.startswith(key))


async def main(url, small, large):
    async def find(stale):
        return Access(url, "token")

    caller = Caller(find, {}, transport="internet")
    limits = load_manifest(skill_folder()).limits.model_copy(update={"upload_mb": 100_000})
    client = Client(caller, limits)
    await client.upload_files("7", [Path(small)])  # all that is imported is there now
    before_mb, begun_s = told("VmRSS:"), time.perf_counter()
    await client.upload_files("7", [Path(large)])
    wall_s = time.perf_counter() - begun_s
    await caller.close()
    print(json.dumps([wall_s, told("VmHWM:") - before_mb]))


asyncio.run(main(*sys.argv[1:]))
"""


class Sending(NamedTuple):
    """One sending: wall seconds, CPU seconds and peak MB of the sender, MB by which it grew."""

    wall_s: float
    cpu_s: float
    peak_mb: float
    grown_mb: float | None = None


@contextmanager
def server() -> Iterator[str]:
    """The address of a server that reads and forgets."""
    command = [sys.executable, "-c", _SERVER]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        try:
            yield f"http://127.0.0.1:{process.stdout.readline().strip()}"
        finally:
            process.kill()


def ours(url: str, small: Path, large: Path) -> Sending:
    """Send it with this program's client."""
    said, cpu_s, peak_mb = _measured([sys.executable, "-c", _OURS, url, str(small), str(large)])
    wall_s, grown_mb = json.loads(said)
    return Sending(wall_s, cpu_s, peak_mb, grown_mb)


def curl(url: str, large: Path) -> Sending:
    """Send it with curl, which tells how long the sending took."""
    form = ["curl", "-sS", "-F", f"files=@{large}", "-w", "%{time_total}", "-o", os.devnull]
    said, cpu_s, peak_mb = _measured([*form, f"{url}/api/upload-video/nemo_agent/me/7"])
    return Sending(float(said), cpu_s, peak_mb)


def _measured(command: list[str]) -> tuple[str, float, float]:
    """What a command prints, its CPU seconds, and its peak memory in MB."""
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        peak_mb = 0.0
        while os.waitid(os.P_PID, process.pid, os.WEXITED | os.WNOWAIT | os.WNOHANG) is None:
            peak_mb = max(peak_mb, _peak_mb(process.pid, Path(command[0]).name))
            time.sleep(_LOOK_S)
        said = process.stdout.read()
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        raise SystemExit(f"{command[0]} ended with status {process.returncode}")
    return said, usage.ru_utime + usage.ru_stime, peak_mb


def _peak_mb(pid: int, name: str) -> float:
    """The peak so far of a process, once it has become that program."""
    lines = Path(f"/proc/{pid}/status").read_text("utf-8").splitlines()
    told = dict(line.split(":\t", 1) for line in lines if ":\t" in line)
    is_it = name.startswith(told["Name"]) and "VmHWM" in told
    return int(told["VmHWM"].split()[0]) / 1024 if is_it else 0.0


def _files(folder: Path, size_mb: int) -> tuple[Path, Path]:
    """A small file, and one of so many MB that lies in the system's memory already."""
    small, large = folder / "small.mp4", folder / "large.mp4"
    small.write_bytes(bytes(_MB))
    with large.open("wb") as file:
        for _ in range(size_mb):
            file.write(os.urandom(_MB))
    return small, large


def main() -> None:
    """Measure both and print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--mb", type=int, default=500)
    parser.add_argument("--runs", type=int, default=3)
    options = parser.parse_args()
    if shutil.which("curl") is None:
        raise SystemExit("curl is not installed")
    found: dict[str, list[Sending]] = {"this program's client": [], "curl -F": []}
    with tempfile.TemporaryDirectory() as folder, server() as url:
        small, large = _files(Path(folder), options.mb)
        for _ in range(options.runs):
            found["this program's client"].append(ours(url, small, large))
            found["curl -F"].append(curl(url, large))
            time.sleep(0.1)
    print(f"{options.mb} MB\n\n| sender | MB/s | CPU s | peak MB | grown by MB |")
    print("| --- | --- | --- | --- | --- |")
    for name, sendings in found.items():
        speed = options.mb / median(one.wall_s for one in sendings)
        cpu_s, peak_mb = (
            median(one.cpu_s for one in sendings),
            median(one.peak_mb for one in sendings),
        )
        grown = [one.grown_mb for one in sendings if one.grown_mb is not None]
        grown_mb = f"{median(grown):.1f}" if grown else ""
        print(f"| {name} | {speed:.0f} | {cpu_s:.2f} | {peak_mb:.1f} | {grown_mb} |")


if __name__ == "__main__":
    main()

"""What the MCP server costs to start, beside a bare server of the SDK with as many tools.

    .venv/bin/python benchmarks/startup.py [--runs 15]

Both are started in turn, ``initialize`` is asked of each, and the CPU seconds that the system has
counted for the process by then (its own and the system's for it), the wall seconds, and its
resident memory are read. The table, in Markdown, holds medians. Python's compiled files are made
in a first run that does not count.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median
from typing import NamedTuple

import psutil

_BARE = """
from typing import Annotated

from mcp.server.mcpserver import Context, MCPServer
from mcp_types import CallToolResult, TextContent
from pydantic import BaseModel, Field


class Result(BaseModel):
    status: str = "idle"
    text: str = ""
    count: int = 0


async def tool(
    context: Context,
    source: Annotated[str | None, Field(description="What to work on.")] = None,
    wait_s: Annotated[float, Field(description="Seconds to wait.")] = 25,
) -> Annotated[CallToolResult, Result]:
    return CallToolResult(content=[TextContent(type="text", text="done")])


server = MCPServer("bare", version="1")
for number in range(8):
    server.add_tool(tool, name=f"tool_{number}", description="Does something.")
server.run()
"""
_HELLO = {
    "jsonrpc": "2.0",
    "id": 1,
    "method": "initialize",
    "params": {
        "protocolVersion": "2025-11-25",
        "capabilities": {},
        "clientInfo": {"name": "benchmark", "version": "1"},
    },
}


class Start(NamedTuple):
    """One start: CPU seconds, wall seconds, resident MB."""

    cpu_s: float
    wall_s: float
    resident_mb: float


def started(command: list[str], home: Path) -> Start:
    """Start a server, ask ``initialize``, and end it."""
    environment = {
        name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"
    }
    begun_s = time.perf_counter()
    with subprocess.Popen(
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={**environment, "TRANSCRIBE_VIDEO_HOME": str(home)},
        text=True,
    ) as process:
        assert process.stdin
        assert process.stdout
        process.stdin.write(json.dumps(_HELLO) + "\n")
        process.stdin.flush()
        assert "serverInfo" in process.stdout.readline()
        wall_s = time.perf_counter() - begun_s
        seen = psutil.Process(process.pid)
        times, memory = seen.cpu_times(), seen.memory_info()
        process.stdin.close()
        process.wait()
    return Start(times.user + times.system, wall_s, memory.rss / 1024**2)


def main() -> None:
    """Measure both and print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--runs", type=int, default=15)
    runs = parser.parse_args().runs
    servers = {
        "a bare server of the SDK with eight tools": [sys.executable, "-c", _BARE],
        "transcribe-video-to-text mcp": [sys.executable, "-m", "transcribe_video", "mcp"],
    }
    found: dict[str, list[Start]] = {name: [] for name in servers}
    with tempfile.TemporaryDirectory() as home:
        for number in range(runs + 1):
            for name, command in servers.items():
                start = started(command, Path(home))
                if number:  # the first run compiles
                    found[name].append(start)
    print("| server | CPU s | wall s | resident MB |")
    print("| --- | --- | --- | --- |")
    medians = [Start(*map(median, zip(*starts, strict=True))) for starts in found.values()]
    for name, each in zip(found, medians, strict=True):
        print(f"| {name} | {each.cpu_s:.2f} | {each.wall_s:.2f} | {each.resident_mb:.0f} |")
    bare, ours = medians
    print(f"\nCPU seconds against the bare server: {ours.cpu_s / bare.cpu_s:.2f} ×")


if __name__ == "__main__":
    main()

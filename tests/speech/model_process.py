"""A process that looks for the toy model, and stops, ends or is killed where a test wants it.

    model_process.py HOME HUB_URL MANNER

An empty HUB_URL forbids the hub. It prints a line for each report of progress and, at the end,
the digest of the model or the error. MANNER is one of

    plain       do nothing special
    gate        say "ready" and wait for a line before looking
    pause       wait for a line at the first report of progress
    kill:BYTES  kill itself once that many bytes have arrived
    limit       write no file longer than a megabyte
    bare        do without the packages of the extra
"""

import os
import resource
import signal
import sys
from collections.abc import Callable
from pathlib import Path

from speech.toy_model import CATALOGUE
from transcribe_video.errors import TranscribeVideoError
from transcribe_video.manifest import load_manifest
from transcribe_video.settings import Settings
from transcribe_video.skill import skill_folder
from transcribe_video.speech.models.finder import find_model
from transcribe_video.speech.models.progress import Progress


def main(home: str, hub_url: str, manner: str) -> None:
    settings = Settings(Path(home), "toy", hub_url, hub_allowed=bool(hub_url))
    timeouts = load_manifest(skill_folder()).timeouts
    _prepare(manner)
    try:
        say(find_model(settings, timeouts, _listener(manner), CATALOGUE).digest)
    except TranscribeVideoError as error:
        say(f"{type(error).__name__} {error}")


def say(line: str) -> None:
    print(line, flush=True)


def _prepare(manner: str) -> None:
    if manner == "gate":
        say("ready")
        sys.stdin.readline()
    elif manner == "limit":
        resource.setrlimit(resource.RLIMIT_FSIZE, (1 << 20, 1 << 20))
    elif manner == "bare":
        sys.modules.update(dict.fromkeys(("filelock", "httpx2")))  # type: ignore[arg-type]


def _listener(manner: str) -> Callable[[Progress], None]:
    verb, _, number = manner.partition(":")
    gates = [sys.stdin.readline] if verb == "pause" else []

    def listen(progress: Progress) -> None:
        say(f"{progress.step} {progress.done_bytes}")
        if verb == "kill" and progress.done_bytes >= int(number):
            os.kill(os.getpid(), signal.SIGKILL)
        if gates:
            gates.pop()()

    return listen


if __name__ == "__main__":
    main(*sys.argv[1:])

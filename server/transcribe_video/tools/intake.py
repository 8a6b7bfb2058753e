"""Bringing what was named into a session: by reference, by fetching, or byte by byte."""

import time
from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from transcribe_video.errors import MediaForbiddenError, TranscribeVideoError
from transcribe_video.tools.desk import Desk
from transcribe_video.tools.ending import failure_of
from transcribe_video.tools.errand import Errand
from transcribe_video.tools.place import Place, abandon, home_of, moved, place_of
from transcribe_video.tools.quotation import one_line
from transcribe_video.tools.source import Source
from transcribe_video.wire.job import Job
from transcribe_video.wire.upload import UploadedFile, UploadReply

if TYPE_CHECKING:
    from transcribe_video.client.backend_client import BackendClient

_MOST_REMARKS = 8
_FETCHED_S = 2.0
_UPLOAD = "upload"
_STEP = 5  # per cent, between two messages
_NOT_APPLIED = "The files were uploaded, and the project does not hold them yet."


@dataclass(slots=True)
class Intake:
    """What came into a session.

    Attributes:
        place: the session.
        files: what is in it now, in the order in which it was named.
        jobs: what fetches the rest.
        out_of_reach: what only a person can bring.
        failures: why other things are not in it.
        notes: sentences for the user.
        before: handles of what was in the session already.
    """

    place: Place
    files: list[UploadedFile] = field(default_factory=list)
    jobs: list[Job] = field(default_factory=list)
    out_of_reach: list[str] = field(default_factory=list)
    failures: list[TranscribeVideoError] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    before: frozenset[str] = frozenset()

    @property
    def media_ids(self) -> list[str]:
        """The handles of the files."""
        return [file.media_id for file in self.files if file.media_id]

    @property
    def brought(self) -> list[str]:
        """The handles of those that were not in the session before."""
        return [media_id for media_id in self.media_ids if media_id not in self.before]

    @property
    def is_hopeless(self) -> bool:
        """Whether nothing of what was named can be used."""
        return bool(self.failures) and not self.media_ids and not self.out_of_reach

    @property
    def remarks(self) -> list[str]:
        """What is to be said of what came, and of what did not."""
        why = "cannot be read from here; upload without arguments gives a page to drop it on"
        beyond = [f"“{one_line(name)}” {why}." for name in self.out_of_reach if self.files]
        return [*self.notes, *map(str, self.failures), *beyond][:_MOST_REMARKS]

    def refused(self, jobs: Sequence[Job]) -> int:
        """How many of the files that were named are not what the work is about."""
        silent = max(0, len(set(self.media_ids)) - len(jobs))
        return len(self.failures) + len(self.out_of_reach) + silent

    def add(self, reply: UploadReply) -> None:
        """Take over what the backend answered."""
        self.files += reply.files
        self.jobs += reply.jobs
        self.notes += [note for file in reply.files for note in file.notes]
        if not reply.session_state_applied and _NOT_APPLIED not in self.notes:
            self.notes.append(_NOT_APPLIED)


async def gathered(
    desk: Desk, source: Source, session_id: str | None, language: str, errand: Errand[Any]
) -> Intake:
    """Bring what was named into a session; what cannot be brought hinders nothing else.

    Args:
        desk: what the server knows.
        source: what was named; may be nothing.
        session_id: where it goes; None opens a session.
        language: of the person, for a new session.
        errand: tells those who wait.

    Returns:
        What is in the session now; if that is nothing, what only a person can bring.

    Raises:
        TranscribeVideoError: all that was named is of no use, and no session is left behind.
    """
    if source.is_hopeless:  # nothing is started for a name that is misspelt
        raise source.failures[0]
    client = await desk.client(errand)
    place = await place_of(client, session_id, language, source.name)
    errand.session_id = place.session_id
    before = frozenset[str]()
    if session_id is not None and (source.paths or source.addresses):
        view = await client.session(session_id)
        before = frozenset(file.media_id for file in view.media if file.media_id)
    intake = await _taken_in(desk, client, place, source, errand)
    intake.before = before
    if intake.is_hopeless:
        await abandon(desk, client, place)
        raise intake.failures[0]
    return intake


async def has_lost(client: "BackendClient", intake: Intake) -> bool:
    """Whether something of it could not be fetched, and so is not in the session any more."""
    jobs = [await _looked_at(client, job) for job in intake.jobs]
    failed = [job for job in jobs if job.status == "failed"]
    lost = {job.media_id for job in failed}
    intake.jobs = [job for job in jobs if job not in failed]
    intake.files = [file for file in intake.files if file.media_id not in lost]
    intake.failures += map(failure_of, failed)
    return bool(failed)


async def _looked_at(client: "BackendClient", job: Job) -> Job:
    """How fetching goes; one that fails has dropped its file a moment before."""
    deadline_s = time.monotonic() + _FETCHED_S
    while True:
        left_s = deadline_s - time.monotonic()
        job = await client.job(job.job_id, max(0.0, left_s), job.news_next)
        if job.has_ended or left_s <= 0:
            return job


async def settled(
    desk: Desk, client: "BackendClient", intake: Intake, jobs: Sequence[Job]
) -> list[str]:
    """Leave nothing behind of a session that is not needed for work which another has.

    Args:
        desk: what the server knows.
        client: of the backend.
        intake: what was brought for the work; its ``place`` becomes the session that has it.
        jobs: the work.

    Returns:
        What is to be said of it.
    """
    place = intake.place
    home = home_of(place, jobs)
    if place.is_opened and home != place.session_id:
        if _others(intake.jobs) or len(intake.media_ids) > len(jobs):
            return []  # it holds more than that work is about, and shows the work too
        await abandon(desk, client, place)
    if home == place.session_id:
        return []
    brought = [] if place.is_opened else intake.brought
    for media_id in brought:  # nobody works with it here
        with suppress(TranscribeVideoError):
            await client.drop_file(place.session_id, media_id)
    intake.place = Place(home)
    return moved(place, home, is_left=not brought)


def _others(jobs: Sequence[Job]) -> list[Job]:
    """Those that do more than send a file, which the work that was joined has already."""
    return [job for job in jobs if job.kind != _UPLOAD]


async def _taken_in(
    desk: Desk, client: "BackendClient", place: Place, source: Source, errand: Errand[Any]
) -> Intake:
    out_of_reach, failures = list(source.out_of_reach), list(source.failures)
    intake = Intake(place, out_of_reach=out_of_reach, failures=failures)
    session_id = place.session_id
    for number, path in enumerate(source.paths, 1):
        which = f" ({number} of {len(source.paths)})" if len(source.paths) > 1 else ""
        errand.say(_taking(desk.cloud_host, path, which))
        await _kept(intake, str(path), partial(_brought, client, session_id, path, errand))
    if source.addresses:
        where = f" to {desk.cloud_host}" if desk.cloud_host else ""
        errand.say(f"Fetching the recording{where}…")
        for address in source.addresses:
            await _kept(intake, address, partial(client.upload_urls, session_id, [address]))
    return intake


def _taking(host: str | None, path: Path, which: str) -> str:
    """What is done with a file, said before a byte of it leaves this computer."""
    name = f"“{one_line(path.name)}”"
    return f"Looking at {name}{which}…" if host is None else f"Sending {name} to {host}{which}…"


async def _kept(intake: Intake, name: str, bring: Callable[[], Awaitable[UploadReply]]) -> None:
    try:
        intake.add(await bring())
    except MediaForbiddenError:
        intake.out_of_reach.append(name)
    except TranscribeVideoError as error:
        intake.failures.append(error)


async def _brought(
    client: "BackendClient", session_id: str, path: Path, errand: Errand[Any]
) -> UploadReply:
    """A file by reference or, where only this process may read it, by its bytes."""
    try:
        return await client.upload_paths(session_id, [path])
    except MediaForbiddenError:
        name = one_line(path.name)

        def tell(done: int, total: int) -> None:
            percent = 100 * done // max(total, 1)
            stage = f"Handing over “{name}”: {percent - percent % _STEP} %"
            if stage != errand.stage:
                errand.say(stage)

        return await client.upload_files(session_id, [path], tell)

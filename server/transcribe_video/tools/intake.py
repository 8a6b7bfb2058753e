"""Bringing what was named into a session: by reference, by fetching, or byte by byte."""

from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from transcribe_video.errors import MediaForbiddenError, TranscribeVideoError
from transcribe_video.tools.desk import Desk
from transcribe_video.tools.errand import Errand
from transcribe_video.tools.quotation import one_line
from transcribe_video.tools.source import Source
from transcribe_video.wire.job import Job
from transcribe_video.wire.upload import UploadedFile, UploadReply

if TYPE_CHECKING:
    from transcribe_video.client.client import Client

_MOST_REMARKS = 8
_STEP = 5  # per cent, between two messages
_NOT_APPLIED = "The files were uploaded, and the project does not hold them yet."


@dataclass(slots=True)
class Intake:
    """What came into a session.

    Attributes:
        files: what is in it now, in the order in which it was named.
        jobs: what fetches the rest.
        out_of_reach: what only a person can bring.
        failures: why other things are not in it.
        notes: sentences for the user.
    """

    files: list[UploadedFile] = field(default_factory=list)
    jobs: list[Job] = field(default_factory=list)
    out_of_reach: list[str] = field(default_factory=list)
    failures: list[TranscribeVideoError] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    @property
    def media_ids(self) -> list[str]:
        """The handles of the files."""
        return [file.media_id for file in self.files if file.media_id]

    @property
    def remarks(self) -> list[str]:
        """What is to be said of what came, and of what did not."""
        why = "cannot be read from here; upload without arguments gives a page to drop it on"
        beyond = [f"“{one_line(name)}” {why}." for name in self.out_of_reach if self.files]
        return [*self.notes, *map(str, self.failures), *beyond][:_MOST_REMARKS]

    def add(self, reply: UploadReply) -> None:
        """Take over what the backend answered."""
        self.files += reply.files
        self.jobs += reply.jobs
        self.notes += [note for file in reply.files for note in file.notes]
        if not reply.session_state_applied and _NOT_APPLIED not in self.notes:
            self.notes.append(_NOT_APPLIED)


async def gathered(
    desk: Desk, source: Source, session_id: str | None, language: str, errand: Errand[Any]
) -> tuple[str, Intake]:
    """Bring what was named into a session; what cannot be brought hinders nothing else.

    Args:
        desk: what the server knows.
        source: what was named; may be nothing.
        session_id: where it goes; None opens a session.
        language: of the person, for a new session.
        errand: tells those who wait.

    Returns:
        The session, and what is in it now; if that is nothing, what only a person can bring.

    Raises:
        TranscribeVideoError: all that was named is of no use, and no session is left behind.
    """
    if source.is_hopeless:  # nothing is started for a name that is misspelt
        raise source.failures[0]
    client = await desk.client(errand)
    is_new = session_id is None
    if session_id is None:
        session_id = (await client.open_session(language, source.name)).session_id
    errand.session_id = session_id
    intake = await _taken_in(client, session_id, source, errand)
    if intake.failures and not intake.media_ids and not intake.out_of_reach:
        if is_new:
            with suppress(TranscribeVideoError):
                await client.delete_session(session_id)
        raise intake.failures[0]
    return session_id, intake


def session_of_jobs(jobs: Sequence[Job], session_id: str) -> str:
    """Where work goes on that was asked for in a session: another's may have been joined."""
    here = [job for job in jobs if job.session_id == session_id]
    return (here or jobs)[0].session_id


async def _taken_in(
    client: "Client", session_id: str, source: Source, errand: Errand[Any]
) -> Intake:
    intake = Intake(out_of_reach=list(source.out_of_reach), failures=list(source.failures))
    for number, path in enumerate(source.paths, 1):
        place = f" ({number} of {len(source.paths)})" if len(source.paths) > 1 else ""
        errand.say(f"Looking at “{one_line(path.name)}”{place}…")
        await _kept(intake, str(path), partial(_brought, client, session_id, path, errand))
    if source.addresses:
        errand.say("Fetching the recording…")
        for address in source.addresses:
            await _kept(intake, address, partial(client.upload_urls, session_id, [address]))
    return intake


async def _kept(intake: Intake, name: str, bring: Callable[[], Awaitable[UploadReply]]) -> None:
    try:
        intake.add(await bring())
    except MediaForbiddenError:
        intake.out_of_reach.append(name)
    except TranscribeVideoError as error:
        intake.failures.append(error)


async def _brought(
    client: "Client", session_id: str, path: Path, errand: Errand[Any]
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

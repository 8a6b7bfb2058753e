"""From a finished render of the cloud to a file on this machine."""

import asyncio
import os
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from transcribe_video.client.call import at
from transcribe_video.cloud.records.jobs import CloudJob
from transcribe_video.cloud.render_check import Checked, check
from transcribe_video.cloud.render_look import Look
from transcribe_video.cloud.surroundings import Surroundings
from transcribe_video.delivery.video_place import ExportPlace, deliver, place_for
from transcribe_video.documents.record import Record
from transcribe_video.durable import digest_of
from transcribe_video.errors import BackendError, DamagedMediaError
from transcribe_video.timecode import seconds
from transcribe_video.wire.draft import Draft
from transcribe_video.wire.render import DOWNLOAD, Output, Rendered, RenderRequest


@dataclass(frozen=True, slots=True)
class Delivered:
    """The videos that this program has delivered; see ``delivery.video_place.Exports``."""

    record: Record

    def digest(self, path: Path, source: str) -> str | None:
        """SHA-256 of what was delivered there from this source, if it is still that."""
        with self.record.turn() as turn:
            known = turn.digests(path, Path(source))
        found = digest_of(path) if known else None
        return found if found in known else None

    def note(self, path: Path, source: str, session_id: str, sha256: str) -> None:  # noqa: ARG002 - the protocol's
        """A video with this content is being delivered there."""
        with self.record.turn() as turn:
            turn.announce({path: sha256}, Path(source))


class Delivery:
    """Fetches a film, looks at it, and gives it its name.

    Args:
        around: where it comes from, and what is known of its session.
    """

    def __init__(self, around: Surroundings) -> None:
        self._around = around

    async def fetch(self, job: CloudJob, request: RenderRequest, look: Look) -> Rendered:
        """The film of a render that is completed, at the place where it is wanted.

        Raises:
            BackendError: it cannot be fetched.
            DamagedMediaError: it came, twice, and is not what was asked for.
            StorageError, UsageError: it cannot be written there.
        """
        place = await asyncio.to_thread(self._place, job, request.output)
        await asyncio.to_thread(place.make)
        part = place.draft(job.job_id)
        try:
            checked = await self._checked(job, request, look, part)
            source = self._source(job, request.output)
            exports = Delivered(Record(self._around.settings.home / "documents.sqlite3"))
            path = await asyncio.to_thread(deliver, part, place, exports, source, job.session_id)
        finally:
            with suppress(OSError):
                part.unlink(missing_ok=True)
        return Rendered(
            render_id=job.job_id,
            path=str(path),
            bytes=path.stat().st_size,
            duration_s=seconds(checked.film.duration_ms),
            width=checked.film.width,
            height=checked.film.height,
            method={"name": "cloud", "why": f"the timeline lies at {self._around.host}"},
            notes=[*job.request.get("notes", []), *checked.notes],
        )

    async def _checked(
        self, job: CloudJob, request: RenderRequest, look: Look, part: Path
    ) -> Checked:
        """The film: from where the render says, else from where the API gives it out."""
        draft = Draft.model_validate(request.draft)
        own = at(DOWNLOAD, render_id=job.request["remote_id"])
        damaged: DamagedMediaError | None = None
        if look.url is not None:
            try:
                await self._around.download.fetch(look.url, part)
                return await asyncio.to_thread(check, part, draft, request.output)
            except DamagedMediaError as error:
                damaged = error
            except BackendError:
                pass
        try:
            await self._around.download.fetch_own(own, part)
        except BackendError:
            if damaged is not None:
                raise damaged from None
            raise
        return await asyncio.to_thread(check, part, draft, request.output)

    def _place(self, job: CloudJob, output: Output) -> ExportPlace:
        media = self._around.archive.media.of(job.session_id)
        chosen = [one for one in media if output.media_id in {None, one.media_id}]
        sources = [one.path for one in chosen if one.path is not None]
        session = self._around.archive.sessions.get(job.session_id)
        name = chosen[0].filename if chosen else session.name
        home = self._around.settings.home
        # Whether its editor changed anything is not told: that is what people go there for.
        downloads = self._around.downloads
        return place_for(output.path, sources, name, downloads, home, is_edited=True)

    def _source(self, job: CloudJob, output: Output) -> str:
        """What a video is made of, for knowing it again: its first file, or its session."""
        media = self._around.archive.media.of(job.session_id)
        chosen = (one.path for one in media if output.media_id in {None, one.media_id})
        first = next((path for path in chosen if path is not None), None)
        return f"/{job.session_id}" if first is None else os.path.realpath(first)

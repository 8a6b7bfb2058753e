"""Fetching: a recording at an address becomes a file of a session."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urlsplit

from transcribe_video.backend.arrived_name import arrived_name
from transcribe_video.backend.jobs.live_job import LiveJob
from transcribe_video.backend.jobs.surroundings import Fetch
from transcribe_video.backend.jobs.work import Outcome
from transcribe_video.backend.media_facts import MediaFacts
from transcribe_video.backend.store.jobs import JobRecord
from transcribe_video.backend.store.media_files import MediaPlace, MediaRecord
from transcribe_video.backend.store.store import Store
from transcribe_video.errors import GoneError, MediaError
from transcribe_video.manifest import Manifest
from transcribe_video.wire.job import Progress

_STAGE = "fetching the recording"


@dataclass(frozen=True, slots=True)
class Fetching:
    """Fetches recordings; a ``work.Work``.

    Attributes:
        store: what is known, and where it is kept.
        manifest: limits and timeouts.
        fetch: brings a file from an address.
        probe: looks into a file.
    """

    store: Store
    manifest: Manifest
    fetch: Fetch
    probe: Callable[[Path], MediaFacts]

    def __call__(self, record: JobRecord, live: LiveJob) -> Outcome:
        """Do it; a file that has come before is not fetched again."""
        media = self.store.media.get(record.media_id or "")
        try:
            arrived = media if media.path else self._arrived(media, live)
            assert arrived.path is not None
            facts = self._facts(arrived.path)
        except BaseException:
            if not live.stop.is_set() or live.is_cancelling:
                self.store.media.drop(media.media_id)
            raise
        place = MediaPlace(arrived.path, arrived.bytes, arrived.sha256, is_ours=True)
        result = {
            "media_id": media.media_id,
            "filename": arrived.filename,
            "file_type": facts.file_type,
            "bytes": arrived.bytes,
        }
        return Outcome(result, lambda: self._keep(arrived, place, facts))

    def _arrived(self, media: MediaRecord, live: LiveJob) -> MediaRecord:
        def progress(done_bytes: int, total_bytes: int | None) -> None:
            fraction = min(done_bytes / total_bytes, 1.0) if total_bytes else None
            live.report(Progress(stage=_STAGE, fraction=fraction))

        live.report(Progress(stage=_STAGE))
        limits, timeouts = self.manifest.limits, self.manifest.timeouts
        folder = self.store.media.folder(media.session_id)
        file = self.fetch(media.url or "", folder, limits, timeouts, progress, live.stop)
        place = MediaPlace(file.path, file.bytes, file.sha256, is_ours=True)
        try:
            return self.store.media.fill(media.media_id, file.filename, place, media.facts)
        except GoneError:  # the session was deleted meanwhile
            file.path.unlink(missing_ok=True)
            raise

    def _facts(self, path: Path) -> MediaFacts:
        try:
            return self.probe(path)
        except MediaError:
            with suppress(OSError):
                path.unlink(missing_ok=True)
            raise

    def _keep(self, media: MediaRecord, place: MediaPlace, facts: MediaFacts) -> None:
        self.store.media.fill(media.media_id, media.filename, place, facts)


def name_at(url: str) -> str:
    """What a file is called as long as only its address is known."""
    return arrived_name(unquote(urlsplit(url).path))

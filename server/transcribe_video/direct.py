"""The main job in this one process: no backend, nothing left running."""

from collections.abc import Iterator
from pathlib import Path

from transcribe_video.foreground import Finished
from transcribe_video.manifest import Manifest
from transcribe_video.settings import Settings
from transcribe_video.transcription import Order, Outcome, Transcriber, Watcher


class Direct:
    """Works on recordings itself; a ``foreground.Worker``.

    Args:
        settings: what the environment sets.
        manifest: limits and timeouts.
        watcher: told how the work goes on.
        order: what is wanted of every recording.
        speakers: whether a person wants to know who says what, which is not possible yet.
    """

    def __init__(
        self,
        settings: Settings,
        manifest: Manifest,
        watcher: Watcher,
        order: Order,
        *,
        speakers: bool = False,
    ) -> None:
        self._transcriber = Transcriber(settings, manifest, watcher)
        self._order, self._speakers = order, speakers

    def work(self, path: Path) -> Finished:
        """Write the documents of one recording; raises what ``Transcriber.transcribe`` does."""
        outcome = self._transcriber.transcribe(path, self._order)
        remarks = list(_remarks(outcome))
        if self._speakers:
            remarks.append("Speakers are not told apart yet.")
        return Finished(outcome.placement.paths, tuple(remarks))


def _remarks(outcome: Outcome) -> Iterator[str]:
    yield from outcome.transcript.notes
    if not outcome.transcript.segments:
        yield "no speech was found in it, and its documents say so."
    if outcome.placement.instead_of:
        yield (
            f"“{outcome.placement.instead_of}” may not be written to, so the documents are in "
            f"“{outcome.placement.paths[0].parent}”."
        )

"""Recordings worked on one after the other in this process, while a person looks on."""

import os
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TextIO

from transcribe_video.errors import (
    ConfigurationError,
    MediaError,
    MissingExtraError,
    ModelError,
    StorageError,
    TranscribeVideoError,
    UsageError,
)
from transcribe_video.manifest import Manifest
from transcribe_video.media.source import recordings
from transcribe_video.mishap import write_mishap
from transcribe_video.settings import Settings
from transcribe_video.terminal import Terminal
from transcribe_video.transcription import Order, Outcome, Transcriber


class Foreground:
    """Does what the command line asks, and tells how it goes.

    Args:
        settings: what the environment sets.
        manifest: limits and timeouts.
        stream: where progress, notes and errors are shown; paths go to standard output.
    """

    def __init__(self, settings: Settings, manifest: Manifest, stream: TextIO) -> None:
        self._home = settings.home
        self._terminal = Terminal(stream)
        self._transcriber = Transcriber(settings, manifest, self._terminal)

    def run(self, typed: Sequence[str], order: Order) -> bool:
        """Work on all that is named; whether every recording became its documents.

        What cannot be used is named and left out; the others are done.

        Raises:
            UsageError, ConfigurationError, ModelError, MissingExtraError: it would befall every
                recording alike.
        """
        named = [self._named(one) for one in typed]
        paths = {path.resolve(): path for found in named if found for path in found}
        done = []
        for number, path in enumerate(paths.values(), 1):
            if len(paths) > 1:
                self._terminal.say(f"{path.name} ({number} of {len(paths)})")
            done.append(self._is_done(path, order))
        if len(done) > 1 and not all(done):
            self._terminal.say(f"{sum(done)} of {len(done)} recordings became documents.")
        return all(found is not None for found in named) and all(done)

    def _named(self, typed: str) -> list[Path] | None:
        try:
            return recordings([typed])
        except (MediaError, UsageError) as error:
            self._terminal.say(str(error))
            return None

    def _is_done(self, path: Path, order: Order) -> bool:
        outcome = self._outcome(path, order)
        if outcome is None:
            return False
        for remark in _remarks(path, outcome):
            self._terminal.say(remark)
        for document in outcome.placement.paths:
            _print(document)
        return True

    def _outcome(self, path: Path, order: Order) -> Outcome | None:
        try:
            with self._terminal.recording(path):
                return self._transcriber.transcribe(path, order)
        except (UsageError, ConfigurationError, ModelError, MissingExtraError):
            raise
        except TranscribeVideoError as error:
            self._terminal.say(str(error))
        except Exception as error:  # noqa: BLE001 - the other recordings are still to be done
            self._terminal.say(write_mishap(self._home, error))
        return None


def _remarks(path: Path, outcome: Outcome) -> Iterator[str]:
    for note in outcome.transcript.notes:
        yield f"{path.name}: {note}"
    if not outcome.transcript.segments:
        yield f"{path.name}: no speech was found in it, and its documents say so."
    if outcome.placement.instead_of:
        yield (
            f"{path.name}: “{outcome.placement.instead_of}” may not be written to, so the "
            f"documents are in “{outcome.placement.paths[0].parent}”."
        )


def _print(document: Path) -> None:
    try:
        try:
            print(document, flush=True)
        except UnicodeEncodeError:  # the name is no text, or not in the terminal's alphabet
            sys.stdout.buffer.write(os.fsencode(document) + b"\n")
            sys.stdout.flush()
    except OSError as error:
        # What is left in the buffer must not be tried again when Python ends.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise StorageError(
            "The paths of the documents cannot be printed",
            f"standard output takes no more ({error.strerror})",
            f"The documents are in “{document.parent}”",
        ) from error

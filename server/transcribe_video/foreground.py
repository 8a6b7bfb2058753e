"""Recordings worked on one after the other while a person looks on."""

import os
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from transcribe_video.errors import (
    ConfigurationError,
    MediaError,
    MissingExtraError,
    ModelError,
    StorageError,
    TranscribeVideoError,
    UsageError,
)
from transcribe_video.media.source import recordings
from transcribe_video.mishap import write_mishap
from transcribe_video.terminal import Terminal


@dataclass(frozen=True, slots=True)
class Finished:
    """What a recording became.

    Attributes:
        documents: where they are, in the order of the formats.
        remarks: sentences that a person should read, without the recording's name.
    """

    documents: tuple[Path, ...]
    remarks: tuple[str, ...] = ()


class Worker(Protocol):
    """Turns one recording into its documents, and tells the terminal how it goes."""

    def work(self, path: Path) -> Finished:
        """Write the documents of the recording at ``path``; raises the program's own errors."""


class Foreground:
    """Does what the command line asks, and tells how it goes.

    Args:
        home: where details of a fault of the program are written.
        terminal: where progress, notes and errors are shown; paths go to standard output.
    """

    def __init__(self, home: Path, terminal: Terminal) -> None:
        self._home, self._terminal = home, terminal

    def run(self, typed: Sequence[str], worker: Worker) -> bool:
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
            done.append(self._is_done(path, worker))
        if len(done) > 1 and not all(done):
            self._terminal.say(f"{sum(done)} of {len(done)} recordings became documents.")
        return all(found is not None for found in named) and all(done)

    def _named(self, typed: str) -> list[Path] | None:
        try:
            return recordings([typed])
        except (MediaError, UsageError) as error:
            self._terminal.say(str(error))
            return None

    def _is_done(self, path: Path, worker: Worker) -> bool:
        finished = self._finished(path, worker)
        if finished is None:
            return False
        for remark in finished.remarks:
            self._terminal.say(f"{path.name}: {remark}")
        for document in finished.documents:
            _print(document)
        return True

    def _finished(self, path: Path, worker: Worker) -> Finished | None:
        try:
            with self._terminal.recording(path):
                return worker.work(path)
        except (UsageError, ConfigurationError, ModelError, MissingExtraError):
            raise
        except TranscribeVideoError as error:
            self._terminal.say(str(error))
        except Exception as error:  # noqa: BLE001 - the other recordings are still to be done
            self._terminal.say(write_mishap(self._home, error))
        return None


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

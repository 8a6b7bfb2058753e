"""The main job in one process: a recording in, its documents out."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Protocol

from transcribe_video.documents.format import Format
from transcribe_video.documents.shelf import Placement, Shelf
from transcribe_video.manifest import Manifest
from transcribe_video.media.record import record
from transcribe_video.media.sound import Sound
from transcribe_video.settings import Settings
from transcribe_video.speech.engines import Engines, ModelWatcher
from transcribe_video.speech.language import contradiction
from transcribe_video.speech.ledger import Ledger
from transcribe_video.speech.loops import loops
from transcribe_video.speech.quality import Quality
from transcribe_video.speech.recogniser import RecognisedWindow, Recogniser, Recognition
from transcribe_video.speech.utterance import utterances
from transcribe_video.timecode import clock
from transcribe_video.transcript.language import language_of
from transcribe_video.transcript.segment import Segment
from transcribe_video.transcript.transcript import Transcript
from transcribe_video.transcript.word import Word

_MOST_PLACES = 8  # named in one note


@dataclass(frozen=True, slots=True)
class Order:
    """What a person wants of a recording.

    Attributes:
        formats: the documents.
        quality: how carefully to listen.
        language: a language's code, or ``"auto"``.
        folder: where the documents go; None is beside the recording.
        name: what the recording is called, if not as its file; its documents are named after it.
    """

    formats: tuple[Format, ...]
    quality: Quality
    language: str = "auto"
    folder: Path | None = None
    name: str | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a recording: what was said, and where it is written."""

    transcript: Transcript
    placement: Placement


class Watcher(ModelWatcher, Protocol):
    """Is told how the work goes on; what it raises ends the work and loses nothing."""

    def reading(self, done_ms: int, total_ms: int | None) -> None:
        """So much of the recording has been read, of so much, if that is known."""

    def recognised(self, done_ms: int, total_ms: int, news: tuple[Segment, ...]) -> None:
        """So much has been recognised; ``news`` was said since the last call."""

    def recalled(self, until_ms: int, total_ms: int, news: tuple[Segment, ...]) -> None:
        """An earlier run had recognised everything up to here, and this was said."""


class Transcriber:
    """Turns recordings into documents; a speech model is loaded once, when first needed.

    Args:
        settings: what the environment sets.
        manifest: limits and timeouts.
        watcher: told how the work goes on.
        engines: the models in memory, if others use them too.
    """

    def __init__(
        self,
        settings: Settings,
        manifest: Manifest,
        watcher: Watcher,
        engines: Engines | None = None,
    ) -> None:
        self._settings, self._manifest, self._watcher = settings, manifest, watcher
        self._shelf = Shelf(settings.home)
        self._engines = engines or Engines(manifest.timeouts)

    def transcribe(self, path: Path, order: Order) -> Outcome:
        """Write the documents of the recording at ``path``.

        Raises:
            MediaError: its sound cannot be had.
            UsageError: the language is not known, or the folder is not one.
            ModelError, MissingExtraError, ConfigurationError: there is no speech model.
            StorageError: the disk is full or may not be written.
        """
        limits, scratch = self._manifest.limits, self._settings.home / "scratch"
        with record(path, scratch, limits, self._watcher.reading) as sound:
            transcript = self._transcript(order.name or path.name, sound, order)
        contents = {kind.suffix: kind.write(transcript) for kind in order.formats}
        placement = self._shelf.place(path, contents, order.folder, order.name)
        return Outcome(transcript, placement)

    def close(self) -> None:
        """Let go of the kept work's file."""
        if "_ledger" in vars(self):
            self._ledger.close()

    def _transcript(self, name: str, sound: Sound, order: Order) -> Transcript:
        with self._engines.lent(self._settings, order.quality, self._watcher) as engine:
            return self._heard(name, sound, order, Recogniser(engine, self._ledger))

    def _heard(self, name: str, sound: Sound, order: Order, recogniser: Recogniser) -> Transcript:
        self._watcher.recognised(0, sound.duration_ms, ())
        recognition = recogniser.recognise(sound, order.quality, order.language)
        done = list(self._watched(recognition.windows, sound.duration_ms))
        segments = utterances(word for window in done for word in window.heard.words)
        unclear = [span for window in done for span in window.heard.unclear]
        return Transcript(
            source=name,
            duration_ms=sound.duration_ms,
            language=recognition.language.code if recognition.language and segments else "",
            model=f"Whisper {recogniser.model.name}",
            segments=segments,
            notes=(
                *sound.notes,
                *_language_note(recognition, done),
                *_unclear_note(unclear),
                *_loop_note([word for segment in segments for word in segment.words]),
            ),
        )

    def _watched(
        self, windows: Iterator[RecognisedWindow], total_ms: int
    ) -> Iterator[RecognisedWindow]:
        recalled_ms, recalled = 0, list[Word]()
        for done in windows:
            if done.is_recalled and done.window.start_ms == recalled_ms:
                recalled_ms = done.window.end_ms
                recalled += done.heard.words
                if recalled_ms == total_ms:
                    self._watcher.recalled(recalled_ms, total_ms, utterances(recalled))
            else:
                if done.window.start_ms == recalled_ms and recalled_ms:
                    self._watcher.recalled(recalled_ms, total_ms, utterances(recalled))
                news = utterances(done.heard.words)
                self._watcher.recognised(done.window.end_ms, total_ms, news)
            yield done

    @cached_property
    def _ledger(self) -> Ledger:
        return Ledger(self._settings.home, self._manifest.limits.kept_work_days)


def _language_note(recognition: Recognition, done: Sequence[RecognisedWindow]) -> tuple[str, ...]:
    """A sentence for a recording that sounds like another language, or parts of which do."""
    spoken = recognition.language
    if spoken is None:
        return ()
    heard = contradiction(spoken.code, (window.heard.sounds_like for window in done))
    if heard is not None and heard.code != spoken.code:
        found, asked = language_of(heard.code).name, language_of(spoken.code).name
        note = f"The recording sounds like {found}, and {asked} was asked for, so the words may"
        return (f"{note} be wrong: leave the language out, and it is found.",)
    spoken = heard or spoken
    if not spoken.others:
        return ()
    others = " and ".join(language_of(code).name for code in spoken.others)
    main = language_of(spoken.code).name
    note = f"Parts of the recording sound like {others}; all of it was heard as {main}"
    return (f"{note}, so the words there may be wrong.",)


def _unclear_note(spans: Sequence[tuple[int, int]]) -> tuple[str, ...]:
    """A sentence that names the places at which somebody may speak and no words could be had."""
    if not spans:
        return ()
    return (f"Somebody seems to speak where no words could be made out: {_places(spans)}.",)


def _loop_note(words: Sequence[Word]) -> tuple[str, ...]:
    """A sentence that names the places at which the same words stand again and again."""
    spans = [*loops(words)]
    if not spans:
        return ()
    note = f"The same words come again and again at {_places(spans)}, as they do where a recogniser"
    return (f"{note} cannot understand and invents some: listen there before you quote.",)


def _places(spans: Sequence[tuple[int, int]]) -> str:
    named = ", ".join(f"{clock(start)}-{clock(end)}" for start, end in spans[:_MOST_PLACES])
    more = f" and {len(spans) - _MOST_PLACES} more places" if len(spans) > _MOST_PLACES else ""
    return named + more

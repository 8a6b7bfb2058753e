"""A recording's sound in, its words out, window by window."""

from collections import deque
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, replace
from functools import partial

from transcribe_video.errors import UsageError
from transcribe_video.speech.engine import Engine
from transcribe_video.speech.hearing import Heard, Hearing
from transcribe_video.speech.language import SpokenLanguage, loudest, spoken_language
from transcribe_video.speech.ledger import Ledger, window_key
from transcribe_video.speech.models.model import Model
from transcribe_video.speech.quality import Quality
from transcribe_video.speech.sound import Sound
from transcribe_video.speech.window import Window, power_of, windows
from transcribe_video.transcript.language import AUTO

_QUEUED = 2  # windows that wait for each worker


@dataclass(frozen=True, slots=True)
class RecognisedWindow:
    """A finished window.

    Attributes:
        window: where it lies.
        heard: what was heard in it.
        is_recalled: whether an earlier run had recognised it.
    """

    window: Window
    heard: Heard
    is_recalled: bool


@dataclass(frozen=True, slots=True)
class Recognition:
    """A recognition under way.

    Attributes:
        language: what is spoken; None where nobody speaks.
        windows: the finished windows in order, each as soon as it is there.
    """

    language: SpokenLanguage | None
    windows: Iterator[RecognisedWindow]


class Recogniser:
    """Recognises recordings with one model in memory.

    Args:
        engine: the model.
        ledger: where finished windows are kept.
    """

    def __init__(self, engine: Engine, ledger: Ledger) -> None:
        self._engine, self._ledger = engine, ledger

    @property
    def model(self) -> Model:
        """The speech model."""
        return self._engine.model

    def recognise(self, sound: Sound, quality: Quality, language: str = AUTO) -> Recognition:
        """Begin to recognise a recording; the work is done while the windows are taken.

        Args:
            sound: the recording's sound.
            quality: how carefully to decode.
            language: its language's code, or ``"auto"``.

        Raises:
            UsageError: this model does not know the language.
        """
        powers = power_of(sound)
        cut = list(windows(powers, sound.duration_ms, quality.shortest_ms, quality.longest_ms))
        spoken = self._language(sound, cut, language)
        if spoken is None:
            return Recognition(None, (_nothing(window) for window in cut))
        is_given = language != AUTO and self._engine.is_multilingual
        telling = loudest(powers, cut) if is_given else frozenset()
        return Recognition(spoken, self._recognised(sound, cut, quality, spoken.code, telling))

    def _language(self, sound: Sound, cut: list[Window], given: str) -> SpokenLanguage | None:
        if given == AUTO and self._engine.is_multilingual:
            return spoken_language(sound, cut, self._engine)
        code = "en" if given == AUTO else given
        if self._engine.knows(code):
            return SpokenLanguage(code)
        raise UsageError(
            f"The language cannot be “{given}”",
            f"the speech model “{self.model.name}” does not know it",
            "Choose another model with TRANSCRIBE_VIDEO_MODEL, or leave that unset",
        )

    def _recognised(
        self,
        sound: Sound,
        cut: list[Window],
        quality: Quality,
        language: str,
        telling: frozenset[Window],
    ) -> Iterator[RecognisedWindow]:
        hearing = Hearing(self._engine, quality, language)
        settings = f"{self._engine.model.digest} {quality} {language}"
        work = partial(self._recognise, sound, hearing, settings, telling)
        with ThreadPoolExecutor(self._engine.workers, thread_name_prefix="speech") as pool:
            waiting: deque[Future[RecognisedWindow]] = deque()
            floor_ms = 0
            try:
                for number, window in enumerate(cut, 1):
                    waiting.append(pool.submit(work, window))
                    most = self._engine.workers * _QUEUED if number < len(cut) else 0
                    while len(waiting) > most:
                        done = _in_order(waiting.popleft().result(), floor_ms, sound.duration_ms)
                        floor_ms = done.heard.words[-1].end_ms if done.heard.words else floor_ms
                        yield _without_dots(done) if waiting else done
            finally:
                for future in waiting:
                    future.cancel()

    def _recognise(
        self,
        sound: Sound,
        hearing: Hearing,
        settings: str,
        telling: frozenset[Window],
        window: Window,
    ) -> RecognisedWindow:
        samples = sound.read(window.start_ms, window.end_ms)
        key = window_key(samples, window.start_ms, settings)
        known = self._ledger.recall(key)
        if known is not None:
            return RecognisedWindow(window, known, is_recalled=True)
        names_language = window in telling
        heard = hearing.hear(samples, window.start_ms, names_language=names_language)
        self._ledger.keep(key, heard)
        return RecognisedWindow(window, heard, is_recalled=False)


def _nothing(window: Window) -> RecognisedWindow:
    return RecognisedWindow(window, Heard(()), is_recalled=False)


def _in_order(done: RecognisedWindow, floor_ms: int, end_ms: int) -> RecognisedWindow:
    """The same with no word beginning before the one ahead of it ends, or after the recording."""
    words = []
    for word in done.heard.words:
        start_ms = min(max(word.start_ms, floor_ms), end_ms)
        floor_ms = min(max(word.end_ms, start_ms), end_ms)
        words.append(replace(word, start_ms=start_ms, end_ms=floor_ms))
    return replace(done, heard=replace(done.heard, words=tuple(words)))


def _without_dots(done: RecognisedWindow) -> RecognisedWindow:
    """The same without dots at its end, by which the model marks that it was cut off there."""
    if not done.heard.words or not done.heard.words[-1].text.endswith(("...", "…")):
        return done
    *words, last = done.heard.words
    bare = replace(last, text=last.text.rstrip(".…"))
    return replace(done, heard=replace(done.heard, words=(*words, bare)))

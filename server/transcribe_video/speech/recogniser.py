"""A recording's sound in, its words out, window by window."""

from collections import deque
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial

from transcribe_video.speech.engine import Engine
from transcribe_video.speech.hearing import Heard, Hearing
from transcribe_video.speech.language import AUTO, spoken_language
from transcribe_video.speech.ledger import Ledger, window_key
from transcribe_video.speech.models.model import Model
from transcribe_video.speech.quality import Quality
from transcribe_video.speech.sound import Sound
from transcribe_video.speech.window import Window, power_of, windows

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
        language: code of the language spoken; None where nobody speaks.
        windows: the finished windows in order, each as soon as it is there.
    """

    language: str | None
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
        """
        powers = power_of(sound)
        cut = list(windows(powers, sound.duration_ms, quality.shortest_ms, quality.longest_ms))
        code = spoken_language(sound, cut, self._engine) if language == AUTO else language
        if code is None:
            return Recognition(None, (_nothing(window) for window in cut))
        return Recognition(code, self._recognised(sound, cut, quality, code))

    def _recognised(
        self, sound: Sound, cut: list[Window], quality: Quality, language: str
    ) -> Iterator[RecognisedWindow]:
        hearing = Hearing(self._engine, quality, language)
        settings = f"{self._engine.model.digest} {quality} {language}"
        work = partial(self._recognise, sound, hearing, settings)
        with ThreadPoolExecutor(self._engine.workers, thread_name_prefix="speech") as pool:
            waiting: deque[Future[RecognisedWindow]] = deque()
            try:
                for window in cut:
                    waiting.append(pool.submit(work, window))
                    if len(waiting) > self._engine.workers * _QUEUED:
                        yield waiting.popleft().result()
                while waiting:
                    yield waiting.popleft().result()
            finally:
                for future in waiting:
                    future.cancel()

    def _recognise(
        self, sound: Sound, hearing: Hearing, settings: str, window: Window
    ) -> RecognisedWindow:
        samples = sound.read(window.start_ms, window.end_ms)
        key = window_key(samples, window.start_ms, settings)
        known = self._ledger.recall(key)
        if known is not None:
            return RecognisedWindow(window, known, is_recalled=True)
        heard = hearing.hear(samples, window.start_ms)
        self._ledger.keep(key, heard)
        return RecognisedWindow(window, heard, is_recalled=False)


def _nothing(window: Window) -> RecognisedWindow:
    return RecognisedWindow(window, Heard(()), is_recalled=False)

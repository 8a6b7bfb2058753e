"""The speech models that are in memory, each once however many recordings want it."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from pathlib import Path
from threading import Lock
from typing import Protocol

from transcribe_video.errors import ModelError
from transcribe_video.manifest import Timeouts
from transcribe_video.settings import Settings
from transcribe_video.speech.engine import Engine
from transcribe_video.speech.models.finder import find_model
from transcribe_video.speech.models.installed import most_accurate
from transcribe_video.speech.models.progress import Progress
from transcribe_video.speech.quality import Quality

_WORKERS = 2  # windows that are decoded at once
_LOOK_S = 0.5  # between two chances to give up waiting for another's model

_Name = tuple[Path, str]


class ModelWatcher(Protocol):
    """Is told of a model on its way; what it raises ends the wait."""

    def fetching(self, progress: Progress) -> None:
        """The speech model is on its way to this machine."""

    def loading(self) -> None:
        """The speech model is on its way into memory."""


@dataclass(slots=True)
class _Loaded:
    engine: Engine
    borrowers: int = 0


class Engines:
    """Lends speech models to several threads at once.

    A model that nobody uses stays in memory until another one is wanted.

    Args:
        timeouts: how patient to be with the hub.
    """

    def __init__(self, timeouts: Timeouts) -> None:
        self._timeouts = timeouts
        self._arrival, self._count = Lock(), Lock()
        self._loaded: dict[_Name, _Loaded] = {}

    @contextmanager
    def lent(self, settings: Settings, quality: Quality, watcher: ModelWatcher) -> Iterator[Engine]:
        """The model for recordings of this quality, found and loaded if it is not in memory.

        Raises:
            ModelError, MissingExtraError, ConfigurationError, StorageError: it cannot be had.
        """
        loaded = self._borrowed(_wishes(settings, quality), watcher)
        try:
            yield loaded.engine
        finally:
            with self._count:
                loaded.borrowers -= 1

    def _borrowed(self, wishes: tuple[Settings, ...], watcher: ModelWatcher) -> _Loaded:
        while not self._arrival.acquire(timeout=_LOOK_S):
            watcher.loading()
        try:
            *others, last = wishes
            for wish in others:
                # One that turns out to be damaged is not worth a download that nobody asked for.
                with suppress(ModelError):
                    return self._had(replace(wish, hub_allowed=False), watcher)
            return self._had(last, watcher)
        finally:
            self._arrival.release()

    def _had(self, wish: Settings, watcher: ModelWatcher) -> _Loaded:
        name = (wish.models, wish.model)
        loaded = self._loaded.get(name)
        if loaded is None:
            model = find_model(wish, self._timeouts, watcher.fetching)
            self._drop_idle()
            watcher.loading()
            loaded = self._loaded[name] = _Loaded(Engine(model, _WORKERS))
        with self._count:
            loaded.borrowers += 1
        return loaded

    def _drop_idle(self) -> None:
        with self._count:
            self._loaded = {name: one for name, one in self._loaded.items() if one.borrowers}


def _wishes(settings: Settings, quality: Quality) -> tuple[Settings, ...]:
    """The settings whose models would do, the best first."""
    return (most_accurate(settings), settings) if quality.wants_largest else (settings,)

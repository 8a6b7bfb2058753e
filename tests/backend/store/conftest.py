"""What the tests of the store share."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from backend.store.clock import Clock
from transcribe_video.backend.store.store import Store


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def store(tmp_path: Path, clock: Clock) -> Iterator[Store]:
    with_clock = Store(tmp_path / "home", clock)
    yield with_clock
    with_clock.close()

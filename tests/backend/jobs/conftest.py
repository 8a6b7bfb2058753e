"""What the tests of jobs share: workplaces, and recordings to work on."""

import struct
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from backend.jobs.workplace import Site, Workplace, film, surroundings

Opened = Callable[..., Workplace]
_HOURS = 4


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


@pytest.fixture
def opened(home: Path, tmp_path: Path) -> Iterator[Opened]:
    """Opens workplaces in the same home, one after the other; all are closed at the end."""
    places = []

    def open_place(boot_id: str = "boot", **others: object) -> Workplace:
        place = Workplace.open(home, surroundings(tmp_path, **others), boot_id)
        places.append(place)
        return place

    yield open_place
    for place in places:
        place.close()


@pytest.fixture
def place(opened: Opened) -> Workplace:
    return opened()


@pytest.fixture
def site() -> Site:
    return Site()


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    """The sample, in a folder of the user's."""
    return film(tmp_path / "films")


@pytest.fixture
def talk(chapter: Path, tmp_path: Path) -> Path:
    """A minute of speech, in a folder of the user's."""
    return film(tmp_path / "films", chapter, "talk.flac")


@pytest.fixture(scope="session")
def long_silence(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Hours of nothing, which take seconds to read and no place on the disk."""
    path = tmp_path_factory.mktemp("long") / "long.wav"
    size = _HOURS * 3_600 * 32_000
    form = struct.pack("<4sIHHIIHH", b"fmt ", 16, 1, 1, 16_000, 32_000, 2, 16)
    with path.open("wb") as file:
        file.write(struct.pack("<4sI4s", b"RIFF", size + 36, b"WAVE") + form)
        file.write(struct.pack("<4sI", b"data", size))
        file.truncate(size + 44)
    return path

"""What the tests of the backend share: one that runs."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from backend.backend_process import BackendProcess, running


@pytest.fixture(scope="session")
def backend(tmp_path_factory: pytest.TempPathFactory) -> Iterator[BackendProcess]:
    """A backend that all tests ask, each about sessions of its own."""
    folder = tmp_path_factory.mktemp("backend")
    with running(folder / "home") as process:
        yield process
        assert process.terminated() == 0
    shutil.rmtree(folder)


@pytest.fixture
def recording(tmp_path: Path, speech: Path) -> Path:
    """Eleven seconds of speech, in a folder of its own."""
    path = tmp_path / "films" / "jfk.flac"
    path.parent.mkdir()
    return Path(shutil.copyfile(speech / "jfk.flac", path))

"""The peers, each started once when it is first needed."""

import shutil
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from command import SAMPLE
from contract.peer import Peer, Running


class Fleet:
    """The peers that run."""

    def __init__(self, folder: Path) -> None:
        self._folder, self._stack = folder, ExitStack()
        self._running: dict[str, Running] = {}

    def running(self, peer: Peer) -> Running:
        if peer.name not in self._running:
            folder = self._folder / peer.name
            folder.mkdir()
            self._running[peer.name] = self._stack.enter_context(peer.started(folder))
        return self._running[peer.name]

    def end(self) -> None:
        self._stack.close()
        shutil.rmtree(self._folder, ignore_errors=True)


@pytest.fixture(scope="session")
def anyio_backend() -> str:
    return "asyncio"


@pytest.fixture(scope="session")
def fleet(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Fleet]:
    fleet = Fleet(tmp_path_factory.mktemp("contract"))
    yield fleet
    fleet.end()


@pytest.fixture
def peer(request: pytest.FixtureRequest, fleet: Fleet) -> Running:
    """The peer that the case runs on."""
    return fleet.running(request.param)


@pytest.fixture
def film(tmp_path: Path) -> Path:
    """A film of eleven seconds, in a folder of its own."""
    (tmp_path / "films").mkdir()
    return Path(shutil.copy(SAMPLE, tmp_path / "films" / "Übung 1 🎬.mp4"))

"""What the tests of editing share: a room in which one session is edited."""

import os
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from backend.editing.cutting_room import CuttingRoom
from backend.jobs.workplace import Workplace, surroundings
from transcribe_video.backend.activity import Activity
from transcribe_video.backend.context import Context
from transcribe_video.manifest import Manifest
from transcribe_video.wire import WIRE
from transcribe_video.wire.health import Runtime


@pytest.fixture
def empty_room(tmp_path: Path, manifest: Manifest) -> Iterator[CuttingRoom]:
    """A session without files."""
    folder = tmp_path / "films"
    folder.mkdir()
    with closing(Workplace.open(tmp_path / "home", surroundings(tmp_path))) as place:
        runtime = Runtime(
            port=1, secret="s" * 32, pid=os.getpid(), wire=WIRE, version="0", boot_id="boot"
        )
        context = Context(place.settings, manifest, runtime, place.store, place.board, Activity())
        yield CuttingRoom(place, context, place.session(), folder)


@pytest.fixture
def room(empty_room: CuttingRoom) -> CuttingRoom:
    """Two minutes of interview, of which half a minute is spoken."""
    film = empty_room.bring("interview.mp4")
    empty_room.heard(
        film,
        [
            "hello and welcome um to the show",
            "so anyway we never had a plan right",
            "I wanted to go I wanted to go home",
            "so we had a plan for it and that was right",
            "thank you uh for having me",
        ],
    )
    return empty_room

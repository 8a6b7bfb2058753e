"""What people hear of a turn while it goes on."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from transcribe_video.cloud.records.archive import Archive
from transcribe_video.cloud.turn import new_turn
from transcribe_video.cloud.turn_progress import TurnProgress, still_working
from transcribe_video.wire.job import Progress

_BEGUN_S = 1000.0


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    archive = Archive(tmp_path, "https://one.example", lambda: _BEGUN_S)
    yield archive
    archive.close()


@pytest.mark.parametrize(
    ("elapsed_s", "sentence"),
    [
        (59.9, "⏳ Still working… (59 s)"),
        (120, "⏳ Still working… (2 min)"),
        (239, "⏳ Still working… (3 min)"),
        (240.5, "⏳ Still working… (4 min)"),
    ],
)
def test_what_takes_long_is_told_in_the_manner_of_the_skill(
    elapsed_s: float, sentence: str
) -> None:
    assert still_working(elapsed_s) == sentence


def test_every_two_minutes_it_is_said_first_that_it_is_still_going_on(archive: Archive) -> None:
    job = archive.jobs.add(new_turn("7", "cut", "1-x"))
    told: list[Progress] = []
    progress = TurnProgress(archive.jobs, job, 120, told.append)
    for at_s in (0, 119, 121, 126, 128, 200, 241, 500):
        progress.stage("waiting for the editor", _BEGUN_S + at_s)
    assert [one.stage for one in told] == [
        "waiting for the editor",
        "⏳ Still working… (2 min)",
        "waiting for the editor",
        "⏳ Still working… (4 min)",
        "⏳ Still working… (8 min)",
    ]
    assert archive.jobs.get(job.job_id).progress == told[-1]


def test_what_was_said_so_far_is_in_the_row_at_once(archive: Archive) -> None:
    job = archive.jobs.add(new_turn("7", "cut", "1-x"))
    told: list[Progress] = []
    progress = TurnProgress(archive.jobs, job, 0, told.append)
    progress.stage("at work", _BEGUN_S)
    progress.stage("at work", _BEGUN_S + 500, "The clip is there.")
    progress.stage("at work", _BEGUN_S + 501, "The clip is there.")
    assert archive.jobs.get(job.job_id).reply == "The clip is there."
    assert told == [Progress(stage="at work")] * 2

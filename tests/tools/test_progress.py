"""How far work is, in numbers and in words."""

from typing import Any

import pytest

from transcribe_video.tools.progress import about, tally
from transcribe_video.wire.job import Job, Progress


def _job(status: str = "running", **progress: Any) -> Job:
    return Job.model_validate(
        {
            "job_id": "job_1",
            "session_id": "1",
            "kind": "transcribe",
            "status": status,
            "age_s": 3,
            "progress": Progress.model_validate(progress),
        }
    )


_READING: dict[str, Any] = {
    "done_s": 200,
    "total_s": 1200,
    "fraction": 1 / 6,
    "eta_s": 240,
    "stage": "recognising",
}


def test_one_job_is_told_in_its_own_words() -> None:
    counted = tally([_job(**_READING)])
    assert counted.sentence == "Recognising: 3:20 of 20:00 (17 %), about 4 minutes left."
    assert counted.progress.model_dump() == {
        "done_s": 200,
        "total_s": 1200,
        "fraction": 0.1667,
        "eta_s": 240,
    }


def test_several_jobs_are_added_up_and_what_is_done_counts() -> None:
    done = _job("completed", done_s=0, total_s=600)
    counted = tally([done, _job(**_READING), _job("queued", total_s=1200, fraction=0)])
    assert (counted.done_s, counted.total_s) == (800, 3000)
    assert counted.fraction == pytest.approx((1 + 1 / 6) / 3, abs=1e-4)
    assert counted.eta_s is None  # nobody knows of the one that waits


@pytest.mark.parametrize(
    ("job", "sentence"),
    [
        (_job("queued"), "Waiting for other work."),
        (_job(), "Working on it."),
        (_job(stage="fetching the speech model", fraction=0.5), "Fetching the speech model: 50 %."),
        (_job(stage="reading", done_s=0, total_s=60), "Reading."),
        (_job("completed", total_s=60), "Done: 1:00 of 1:00 (100 %)."),
    ],
)
def test_what_is_not_known_is_not_said(job: Job, sentence: str) -> None:
    assert tally([job]).sentence == sentence


@pytest.mark.parametrize(
    ("seconds", "said"),
    [
        (2, "a few seconds"),
        (18, "about 20 seconds"),
        (61, "about 1 minute"),
        (600, "about 10 minutes"),
    ],
)
def test_times_are_told_as_people_tell_them(seconds: float, said: str) -> None:
    assert about(seconds) == said

"""What the speech process tells of its work."""

from typing import TYPE_CHECKING, Any

import pytest

from transcribe_video.backend.patience import StoppedError
from transcribe_video.backend.speech_watch import SpeechWatch
from transcribe_video.speech.models.progress import Progress, Step
from transcribe_video.transcript.segment import segment_of
from transcribe_video.transcript.word import Word

if TYPE_CHECKING:
    from collections.abc import Mapping

SEGMENT = segment_of((Word(100, 900, " Ask", 0.9), Word(900, 1_500, " not.", 0.9)))


class Told:
    """Takes what is told, at a time that a test sets."""

    def __init__(self) -> None:
        self.now_s = 0.0
        self.messages: list[Mapping[str, Any]] = []
        self.watch = SpeechWatch(self.messages.append, lambda: self.now_s)

    @property
    def newest(self) -> dict[str, Any]:
        found: dict[str, Any] = self.messages[-1]["progress"]
        return found


@pytest.fixture
def told() -> Told:
    return Told()


def test_reading_is_told_a_few_times_a_second(told: Told) -> None:
    for second in range(100):
        told.now_s = second / 100
        told.watch.reading(second * 1_000, 200_000)
    assert len(told.messages) == 4
    assert told.messages[0] == {
        "progress": {"done_s": 0.0, "total_s": 200.0, "fraction": 0.0, "stage": "reading"}
    }


def test_every_stage_has_its_words(told: Told) -> None:
    for step in Step:
        told.watch.fetching(Progress(step, "base", 50, 100))
    told.watch.loading()
    told.watch.recognised(0, 10_000, ())
    assert [message["progress"]["stage"] for message in told.messages] == [
        "installing the speech model",
        "fetching the speech model",
        "waiting for the speech model",
        "loading the speech model",
        "recognising",
    ]
    assert [message["progress"].get("fraction") for message in told.messages] == [
        0.5,
        0.5,
        0.5,
        None,
        0.0,
    ]


def test_what_was_recognised_is_told_with_the_time_that_is_left(told: Told) -> None:
    told.watch.recognised(0, 100_000, ())
    told.now_s = 1.0
    told.watch.recognised(5_000, 100_000, ())
    assert "eta_s" not in told.newest
    told.now_s = 2.0
    told.watch.recognised(10_000, 100_000, (SEGMENT,))
    assert told.messages[2] == {"news": [{"start_s": 0.1, "end_s": 1.5, "text": "Ask not."}]}
    assert told.newest == {
        "done_s": 10.0,
        "total_s": 100.0,
        "fraction": 0.1,
        "eta_s": 18.5,
        "stage": "recognising",
    }


def test_what_an_earlier_run_did_does_not_count_for_the_pace(told: Told) -> None:
    told.watch.recognised(0, 100_000, ())
    told.now_s = 1.0
    told.watch.recalled(80_000, 100_000, (SEGMENT,))
    assert told.messages[-2] == {"news": [{"start_s": 0.1, "end_s": 1.5, "text": "Ask not."}]}
    assert (told.newest["done_s"], told.newest.get("eta_s")) == (80.0, None)
    assert told.newest["recalled_s"] == 80.0
    for second in (2.0, 3.0):
        told.now_s = second
        told.watch.recognised(80_000 + round(second - 1) * 5_000, 100_000, ())
    assert told.newest["eta_s"] == 2.5


def test_a_stop_ends_the_work_at_the_next_report(told: Told) -> None:
    told.watch.reading(0, None)
    assert not told.watch.stop()
    with pytest.raises(StoppedError):
        told.watch.reading(1, None)
    with pytest.raises(StoppedError):
        told.watch.loading()
    with pytest.raises(StoppedError):
        told.watch.recognised(1, 2, (SEGMENT,))
    with pytest.raises(StoppedError):
        told.watch.fetching(Progress(Step.FETCHING, "base", 0, 0))


def test_what_is_recognised_counts_as_stopped_at_once(told: Told) -> None:
    told.watch.recognised(0, 2, ())
    assert told.watch.stop()
    with pytest.raises(StoppedError):
        told.watch.recognised(2, 2, ())


def test_it_is_too_late_for_a_stop_once_all_is_recognised(told: Told) -> None:
    told.watch.recognised(2, 2, ())
    assert not told.watch.stop()
    told.watch.recognised(2, 2, ())

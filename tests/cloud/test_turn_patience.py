"""For how long a stream is listened to."""

import pytest

from transcribe_video.client.frame import Done, Failed, Frame, Heartbeat, Text
from transcribe_video.cloud.turn_patience import Patience
from transcribe_video.wire.envelope import Refusal

_FAILED = Failed(Refusal(200, 2001, "No credits"))


def _patience(*heard: tuple[float, Frame]) -> Patience:
    patience = Patience(longest_s=900, heartbeats_s=600, begun_s=1000)
    for at_s, frame in heard:
        patience.hear(frame, 1000 + at_s)
    return patience


@pytest.mark.parametrize(
    ("heard", "ends_s", "end"),
    [
        ((), 600, "heartbeats"),
        (((590, Heartbeat()),), 600, "heartbeats"),
        (((100, Text("a")), (500, Heartbeat())), 700, "heartbeats"),
        (((500, Text("a")), (800, Text("b"))), 900, "too_long"),
        (((10, Done()),), 40, "ended"),
        (((10, _FAILED),), 40, "ended"),
        (((10, Done()), (30, Heartbeat())), 60, "ended"),
        (((10, Done()), (30, Text("more"))), 60, "ended"),
    ],
)
def test_a_stream_is_listened_to_until_its_limit(
    heard: tuple[tuple[float, Frame], ...], ends_s: float, end: str
) -> None:
    patience = _patience(*heard)
    assert patience.end(1000 + ends_s - 0.1) is None
    assert patience.end(1000 + ends_s) == end
    assert patience.wait_s(1000 + ends_s - 5) == pytest.approx(5)
    assert patience.wait_s(1000 + ends_s + 5) == 0


def test_a_failure_that_an_event_tells_of_is_an_end_as_well() -> None:
    patience = _patience((10, Text("Half")))
    patience.announce_end()
    assert patience.end(1040) == "ended"

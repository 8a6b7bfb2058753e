"""For how long the stream of a turn is listened to: pure, told the time by who asks."""

from dataclasses import dataclass
from typing import Literal

from transcribe_video.client.frame import Done, Failed, Frame, Heartbeat

End = Literal["ended", "too_long", "heartbeats"]
AFTER_END_S = 30.0
"""For so long a stream may be silent once it said that it is done, or failed."""


@dataclass(slots=True)
class Patience:
    """What has been heard when.

    Attributes:
        longest_s: of the whole stream.
        heartbeats_s: of nothing but heartbeats.
        begun_s: when it began.
        after_end_s: of silence after an end that was announced.
    """

    longest_s: float
    heartbeats_s: float
    begun_s: float
    after_end_s: float = AFTER_END_S
    _news_s: float | None = None
    _heard_s: float | None = None
    _is_end_announced: bool = False

    def hear(self, frame: Frame, now_s: float) -> None:
        """A frame has come."""
        self._heard_s = now_s
        if not isinstance(frame, Heartbeat):
            self._news_s = now_s
        self._is_end_announced |= isinstance(frame, Done | Failed)

    def announce_end(self) -> None:
        """Nothing more should come, e.g. because an event told of a failure."""
        self._is_end_announced = True

    def end(self, now_s: float) -> End | None:
        """Why nobody should listen any longer; None as long as somebody should."""
        return next((end for end, at_s in self._ends() if now_s >= at_s), None)

    @property
    def quiet(self) -> str:
        """What has come since the last thing that counts, as the beginning of a clause."""
        after = "" if self._news_s is None else "after what it had said, "
        is_alive = self._heard_s is not None and self._heard_s != self._news_s
        return f"{after}{'nothing but signs of life' if is_alive else 'nothing'} came"

    def wait_s(self, now_s: float) -> float:
        """Seconds until the next of these reasons may hold."""
        return max(0.0, min(at_s for _, at_s in self._ends()) - now_s)

    def _ends(self) -> list[tuple[End, float]]:
        heard_s = self.begun_s if self._heard_s is None else self._heard_s
        news_s = self.begun_s if self._news_s is None else self._news_s
        ends: list[tuple[End, float]] = [
            ("too_long", self.begun_s + self.longest_s),
            ("heartbeats", news_s + self.heartbeats_s),
        ]
        announced: list[tuple[End, float]] = [("ended", heard_s + self.after_end_s)]
        return announced + ends if self._is_end_announced else ends

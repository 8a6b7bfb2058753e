"""A refusal on its way through the client, before it becomes the error that a person sees."""

from email.utils import parsedate_to_datetime
from time import time

from transcribe_video.wire.envelope import Refusal


class RefusedError(Exception):
    """The backend answered, and did not do it.

    Attributes:
        refusal: what it said.
        retry_after_s: after how long it wants to be asked again, if it says so.
    """

    def __init__(self, refusal: Refusal, retry_after_s: float | None = None) -> None:
        self.refusal, self.retry_after_s = refusal, retry_after_s
        super().__init__("the backend refused")


def retry_after_s(value: str | None) -> float | None:
    """A ``Retry-After`` header as seconds; None if there is none that can be read.

    Args:
        value: so many seconds, or a date as HTTP writes it.
    """
    if not value:
        return None
    try:
        seconds = float(value)
    except ValueError:
        seconds = _until(value)
    return max(0.0, seconds) if seconds == seconds else None  # noqa: PLR0124 - NaN is not itself


def _until(date: str) -> float:
    try:
        return parsedate_to_datetime(date).timestamp() - time()
    except (ValueError, OverflowError):
        return float("nan")

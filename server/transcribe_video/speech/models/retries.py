"""How long to go on with a transfer that breaks off."""

import time
from collections.abc import Callable, Sequence
from pathlib import Path

import httpx2

from transcribe_video.speech.models.hub_trouble import may_pass
from transcribe_video.speech.models.transfer import size_of

# What an attempt must bring to count as working: less is a line that gives a drop and goes dead.
_WORTHWHILE_BYTES = 1 << 18


def persist(attempt: Callable[[], None], part: Path, waits_s: Sequence[float]) -> None:
    """Call ``attempt``, which lets ``part`` grow, until it is through or hope is gone.

    Only what has worked in this run is tried again: a person without a network is told at once.

    Args:
        attempt: one try, which goes on where the last one ended.
        part: the file that grows.
        waits_s: seconds before each further try; counted anew whenever an attempt has
            brought a good piece.

    Raises:
        httpx2.HTTPError: the last attempt's.
    """
    waits: list[float] = []
    while True:
        before = size_of(part)
        try:
            return attempt()
        except httpx2.HTTPError as error:
            if size_of(part) - before >= _WORTHWHILE_BYTES:
                waits = list(waits_s)
            if not waits or not may_pass(error):
                raise
        time.sleep(waits.pop(0))

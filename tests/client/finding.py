"""Backends to be found one after the other."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from transcribe_video.client.access import Access


@dataclass
class Finding:
    """Gives the next backend whenever the one before is stale; the last one stays.

    Attributes:
        accesses: the backends.
        stale: what was said not to work, one for each question.
    """

    accesses: Iterator[Access]
    stale: list[Access | None] = field(default_factory=list)
    _now: Access | None = None

    async def __call__(self, stale: Access | None) -> Access:
        self.stale.append(stale)
        if self._now is None or self._now == stale:
            self._now = next(self.accesses, self._now)
        assert self._now is not None
        return self._now


def found(*accesses: Access) -> Finding:
    return Finding(iter(accesses))

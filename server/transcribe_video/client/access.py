"""Where a backend is, and what opens it."""

from dataclasses import dataclass, field
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Access:
    """A backend that can be called.

    Attributes:
        url: its address, without a slash at the end.
        bearer: what every call shows; never in a log or a sentence.
    """

    url: str
    bearer: str = field(repr=False)


class Find(Protocol):
    """Finds the backend, or has it started."""

    async def __call__(self, stale: Access | None) -> Access:
        """The backend as it is now; ``stale`` is the access that did not work, if one did not.

        Raises:
            TranscribeVideoError: it cannot be found or started.
        """
        ...

"""What the recogniser needs of a recording's sound."""

from typing import Protocol, TypeAlias

from transcribe_video.errors import MissingExtraError

try:
    import numpy as np
    import numpy.typing as npt
except ImportError as error:
    raise MissingExtraError("offline", "recognising speech on this machine") from error

Samples: TypeAlias = npt.NDArray[np.float32]
"""Mono samples at 16 kHz, between -1 and 1."""

RATE = 16_000
SAMPLES_PER_MS = RATE // 1000


class Sound(Protocol):
    """Sound of which any part can be read, by several threads at once."""

    @property
    def duration_ms(self) -> int:
        """Where the sound ends."""

    def read(self, start_ms: int, end_ms: int) -> Samples:
        """The samples from ``start_ms`` to before ``end_ms``, as far as there is sound."""

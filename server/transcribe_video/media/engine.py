"""The media libraries, or the error that says how to install them; imported from here only."""

from typing import TypeAlias

from transcribe_video.errors import MissingExtraError

try:
    import av
    import numpy as np
    import numpy.typing as npt
except ImportError as error:
    raise MissingExtraError("offline", "reading recordings") from error

Samples: TypeAlias = npt.NDArray[np.float32]
"""Mono sound between -1 and 1; with two dimensions, channels first."""

__all__ = ["Samples", "av", "np"]

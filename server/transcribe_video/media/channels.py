"""The channels of a recording: which loudspeakers they are meant for, and all of them made one.

PyAV (18.1) copies a layout without the table that a layout in an unusual order points to, and
frees that table once for each copy: two looks at such a recording end the process. So a layout
in an unusual order is never freed here, and a frame that has one is given a plain one.
"""

import ctypes
import re
from typing import TYPE_CHECKING

from transcribe_video.media.engine import Samples, av, np

if TYPE_CHECKING:
    from av.audio import AudioFrame
    from av.audio.layout import AudioLayout

_UNUSUAL = re.compile(r"\d+ channels \((?P<names>.*)")
# Planes beyond this number lie where the library's own copying does not look.
_MOST_PLANES = 8

# How much of each channel is taken; the rest (sides, backs, tops, unknown) as “other”. In a film
# speech is in the centre, and the low-frequency channel holds none.
_WEIGHTS = {"FC": 1.0, "FL": 0.7, "FR": 0.7, "LFE": 0.0, "LFE2": 0.0}
_OTHER = 0.5

# Two channels of opposite sign, as from a wrongly wired cable, leave next to nothing when added.
_CANCELLED = 0.05
_SILENCE = 1e-8


def channel_names(layout: "AudioLayout") -> tuple[str, ...]:
    """The place of each channel: ``FL``, ``FR``, ``FC``, ``LFE``, …; other names if unknown."""
    unusual = _UNUSUAL.match(layout.name)
    if not unusual:
        return tuple(channel.name for channel in layout.channels)
    _never_free(layout)
    names = unusual["names"].rstrip(")").split("+")
    return tuple((names + ["?"] * layout.nb_channels)[: layout.nb_channels])


def plain(frame: "AudioFrame") -> "AudioFrame":
    """The frame itself, or a copy in a plain layout if its own is in an unusual order.

    Raises:
        ValueError: the frame cannot be copied.
    """
    layout = frame.layout
    if not _UNUSUAL.match(layout.name):
        return frame
    _never_free(layout)
    if frame.format.is_planar and layout.nb_channels > _MOST_PLANES:
        raise ValueError(layout.name)
    copy = av.AudioFrame.from_ndarray(
        frame.to_ndarray(), format=frame.format.name, layout=f"{layout.nb_channels}C"
    )
    copy.sample_rate = frame.sample_rate
    copy.pts, copy.time_base = frame.pts, frame.time_base
    return copy


def _never_free(layout: "AudioLayout") -> None:
    ctypes.pythonapi.Py_IncRef(ctypes.py_object(layout))


class Downmix:
    """Mixes blocks of one channel layout to mono.

    Args:
        names: the place of each channel; see ``channel_names``.

    Attributes:
        cancelled: how many samples had two channels that cancel each other, of which therefore
            the louder one was taken.
    """

    def __init__(self, names: tuple[str, ...]) -> None:
        self.cancelled = 0
        self._louder = 0
        weights = np.array([_WEIGHTS.get(name, _OTHER) for name in names], dtype=np.float32)
        if not weights.any():
            weights[:] = 1
        self._weights = weights / weights.sum()

    def mono(self, channels: Samples) -> Samples:
        """One channel from a block of shape (channels, samples)."""
        mixed: Samples = self._weights @ channels
        if len(channels) != 2:  # noqa: PLR2004
            return mixed
        powers = np.square(channels).mean(axis=1)
        if np.square(mixed).mean() >= _CANCELLED * powers.max() or powers.max() < _SILENCE:
            return mixed
        self.cancelled += channels.shape[1]
        # Changing sides changes the sign, which clicks: only for a clearly louder one.
        if powers[1 - self._louder] > 2 * powers[self._louder]:
            self._louder = 1 - self._louder
        louder: Samples = channels[self._louder]
        return louder

"""The loudspeakers that channels are meant for, read around a fault of the library.

PyAV (18.1) copies a layout without the table that a layout in an unusual order points to, and
frees that table once for each copy: two looks at such a recording end the process. So a layout
in an unusual order is never freed here, and a frame that has one is given a plain one.
"""

import ctypes
import re
from typing import TYPE_CHECKING

from transcribe_video.media.engine import av

if TYPE_CHECKING:
    from av.audio import AudioFrame
    from av.audio.layout import AudioLayout

_UNUSUAL = re.compile(r"\d+ channels \((?P<names>.*)")
# Planes beyond this number lie where the library's own copying does not look.
_MOST_PLANES = 8


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

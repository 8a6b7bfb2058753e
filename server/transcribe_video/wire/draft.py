"""The draft: a session's timeline, which must reach the renderer as it came."""

import re
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator

from transcribe_video.wire.message import Message

VIDEO, AUDIO, TEXT = 0, 1, 7
STILL_MS = 5_000
"""For so long a picture is shown if nobody says."""

Place = Literal["top", "center", "bottom"]
Color = Literal["white", "yellow", "green", "cyan", "red", "blue", "black"]
Aspect = Literal["16:9", "9:16", "1:1"]

_LABELS = {VIDEO: "Video", AUDIO: "BGM", TEXT: "Title"}
_DIGITS = re.compile(r"\d{1,15}(\.\d{1,15})?")
_MOST = 1e15  # neither a number of milliseconds nor a type of track is larger


def _number(value: object) -> float | None:
    if isinstance(value, str) and _DIGITS.fullmatch(value):
        value = float(value)
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    return value if -_MOST <= value <= _MOST else None


def _type(value: object) -> int | None:
    number = _number(value)
    return int(number) if number is not None and number == int(number) else None


def _objects(value: object) -> object:
    items = value if isinstance(value, list | tuple) else ()
    return [item for item in items if isinstance(item, dict | Message)]


# These models are for reading and refuse no draft: what cannot be read counts as absent.
_Number = Annotated[int | float | None, BeforeValidator(_number)]
_Type = Annotated[int | None, BeforeValidator(_type)]
_Particulars = Annotated[
    dict[str, Any], BeforeValidator(lambda value: value if isinstance(value, dict) else {})
]


class Clip(Message):
    """What stands on a track (the wire calls it a segment).

    Attributes:
        d: its length on the timeline, in milliseconds.
        m: its particulars. Ours: ``name``, ``media_id``, ``at_ms`` (on the timeline), ``from_ms``
            (in the file), and ``kind: "captions"`` for captions, whose words are computed from the
            transcript and never stand here.
    """

    d: _Number = None
    m: _Particulars = {}


class Track(Message):
    """One layer of the timeline: ``tt`` is its type, ``sg`` are its clips."""

    tt: _Type = None
    sg: Annotated[list[Clip], BeforeValidator(_objects)] = []
    d: _Number = None
    m: _Particulars = {}

    @property
    def label(self) -> str:
        """What people call it."""
        return _LABELS.get(self.tt, f"Track (type {self.tt})") if self.tt is not None else "Track"


class Draft(Message):
    """A timeline; ``d`` is its length in milliseconds, ``m`` holds title, width and height."""

    t: Annotated[list[Track], BeforeValidator(_objects)] = []
    d: _Number = None
    m: _Particulars = {}

    @property
    def is_ready(self) -> bool:
        """Whether there is something on it to export."""
        return any(track.sg for track in self.t)

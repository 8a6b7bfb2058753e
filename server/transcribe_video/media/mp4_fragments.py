"""How long an MP4 file is that was written piece by piece, whose head does not say so."""

import struct
from typing import ClassVar

_BASE, _DESCRIPTION, _DURATION = 0x1, 0x2, 0x8  # what a fragment's head has
_DATA, _FIRST, _DURATIONS = 0x1, 0x4, 0x100  # what a run of samples has
_OF_SAMPLE = (0x100, 0x200, 0x400, 0x800)  # four bytes each


class Fragments:
    """Adds up the runs of samples; takes the content of boxes in the order of the file."""

    KINDS: ClassVar[frozenset[bytes]] = frozenset(
        {b"tkhd", b"mdhd", b"trex", b"tfhd", b"tfdt", b"trun"}
    )

    def __init__(self) -> None:
        self._track = 0
        self._scales: dict[int, int] = {}
        self._usual: dict[int, int] = {}
        self._default = 0
        self._ends: dict[int, int] = {}

    @property
    def duration_ms(self) -> int:
        """The end of the longest track; 0 if there are no fragments."""
        ends = (
            int(end * 1000 / self._scales[track])
            for track, end in self._ends.items()
            if self._scales.get(track)
        )
        return max(ends, default=0)

    def take(self, kind: bytes, data: bytes) -> None:
        """Take the next box.

        Raises:
            struct.error: it is shorter than it says.
        """
        match kind:
            case b"tkhd":
                [self._track] = struct.unpack_from(">I", data, 20 if data[0] else 12)
            case b"mdhd":
                [self._scales[self._track]] = struct.unpack_from(">I", data, 20 if data[0] else 12)
            case b"trex":
                track, _, usual = struct.unpack_from(">III", data, 4)
                self._usual[track] = usual
            case b"tfhd":
                self._begin(data)
            case b"tfdt":
                [begins] = struct.unpack_from(">Q" if data[0] else ">I", data, 4)
                self._ends[self._track] = max(begins, self._ends.get(self._track, 0))
            case _:
                self._add(data)

    def _begin(self, data: bytes) -> None:
        """A fragment of one track."""
        flags, self._track = struct.unpack_from(">II", data)
        place = 8 + (8 if flags & _BASE else 0) + (4 if flags & _DESCRIPTION else 0)
        self._default = self._usual.get(self._track, 0)
        if flags & _DURATION:
            [self._default] = struct.unpack_from(">I", data, place)

    def _add(self, data: bytes) -> None:
        """A run of samples."""
        flags, count = struct.unpack_from(">II", data)
        length = count * self._default
        if flags & _DURATIONS:
            place = 8 + (4 if flags & _DATA else 0) + (4 if flags & _FIRST else 0)
            step = 4 * sum(1 for flag in _OF_SAMPLE if flags & flag)
            starts = range(place, min(place + count * step, len(data) - 3), step)
            length = sum(struct.unpack_from(">I", data, start)[0] for start in starts)
        self._ends[self._track] = self._ends.get(self._track, 0) + length

"""H.264 as MP4 and Matroska files hold it: parameter sets in front, NAL units with lengths.

What is read here is what telling two encoders' pictures apart needs (ISO/IEC 14496-10 and -15).
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Self

_IDR, _SPS, _PPS = 5, 7, 8
_HEAD = 6  # bytes of the record before its first parameter set
_MOST_SPS = 0x1F
_START = re.compile(rb"\x00\x00\x00?\x01")
_BEFORE_SPS_ID = 4  # bytes: the unit's own, profile, constraints, level


class NotAvcError(ValueError):
    """The bytes are no H.264 of the kind that MP4 files hold."""


@dataclass(frozen=True, slots=True)
class AvcRecord:
    """The decoder configuration in front of a track (``avcC``).

    Attributes:
        head: profile, compatibility, level.
        length_bytes: of the length before each NAL unit.
        sps: sequence parameter sets.
        pps: picture parameter sets.
        tail: what follows them.
    """

    head: bytes
    length_bytes: int
    sps: tuple[bytes, ...]
    pps: tuple[bytes, ...]
    tail: bytes = b""

    @classmethod
    def parsed(cls, data: bytes) -> Self:
        """The record in ``data``.

        Raises:
            NotAvcError: there is none.
        """
        if len(data) <= _HEAD or data[0] != 1:
            raise NotAvcError
        sps, at = _sets(data, _HEAD, data[_HEAD - 1] & _MOST_SPS)
        if at >= len(data):
            raise NotAvcError
        pps, at = _sets(data, at + 1, data[at])
        if not sps or not pps:
            raise NotAvcError
        return cls(data[1:4], (data[4] & 3) + 1, sps, pps, data[at:])

    @property
    def free_id(self) -> int:
        """The least number that neither a sequence nor a picture parameter set has."""
        taken = {_first_numbers(unit[_BEFORE_SPS_ID:], 1)[0] for unit in self.sps}
        taken |= {_first_numbers(unit[1:], 1)[0] for unit in self.pps}
        return next(number for number in range(_MOST_SPS) if number not in taken)

    def with_sets(self, annex_b: bytes) -> bytes:
        """This record, as bytes, with an encoder's parameter sets added."""
        found = list(units(annex_b))
        sps = (*self.sps, *(unit for unit in found if kind(unit) == _SPS))
        pps = (*self.pps, *(unit for unit in found if kind(unit) == _PPS))
        level = max(unit[3] for unit in sps)
        head = bytes((1, *self.head[:2], level, 0xFC | self.length_bytes - 1, 0xE0 | len(sps)))
        return head + _lengthened(sps, 2) + bytes((len(pps),)) + _lengthened(pps, 2) + self.tail

    def packed(self, annex_b: bytes) -> bytes:
        """An encoder's picture with lengths, without its parameter sets."""
        found = [unit for unit in units(annex_b) if kind(unit) not in {_SPS, _PPS}]
        return _lengthened(found, self.length_bytes)

    def is_idr(self, packet: bytes) -> bool:
        """Whether decoding can begin with the packet, without any picture before it.

        Raises:
            NotAvcError: it brings parameter sets of its own, or its lengths are wrong.
        """
        own = list(self._units(packet))
        known = {*self.sps, *self.pps}
        if any(kind(unit) in {_SPS, _PPS} and unit not in known for unit in own):
            raise NotAvcError
        return any(kind(unit) == _IDR for unit in own)

    def _units(self, packet: bytes) -> Iterator[bytes]:
        at = 0
        while at < len(packet):
            begin = at + self.length_bytes
            at = begin + int.from_bytes(packet[at:begin], "big")
            if not begin < at <= len(packet):
                raise NotAvcError
            yield packet[begin:at]


def units(annex_b: bytes) -> Iterator[bytes]:
    """The NAL units between start codes."""
    return (unit for unit in _START.split(annex_b) if unit)


def kind(unit: bytes) -> int:
    """Of what kind a NAL unit is."""
    return unit[0] & 0x1F


def _sets(data: bytes, at: int, count: int) -> tuple[tuple[bytes, ...], int]:
    """So many parameter sets, and where they end."""
    found = []
    for _ in range(count):
        begin = at + 2
        at = begin + int.from_bytes(data[at:begin], "big")
        if not begin < at <= len(data):
            raise NotAvcError
        found.append(data[begin:at])
    return tuple(found), at


def _lengthened(found: Sequence[bytes], length_bytes: int) -> bytes:
    return b"".join(len(unit).to_bytes(length_bytes, "big") + unit for unit in found)


def _first_numbers(data: bytes, count: int) -> list[int]:
    """The first numbers of a payload, in Exp-Golomb code."""
    bits = "".join(f"{byte:08b}" for byte in data[:16])
    found, at = [], 0
    for _ in range(count):
        zeros = bits.find("1", at) - at
        if zeros < 0:
            raise NotAvcError
        end = at + 2 * zeros + 1
        found.append(int(bits[at + zeros : end], 2) - 1)
        at = end
    return found

"""What of a clip can be taken over as it is coded, and what has to be encoded anew: pure."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from transcribe_video.media.render.packet_index import Packed, PacketIndex
from transcribe_video.media.render.unfit import UnfitError

# More than this share that is encoded anyway, and all is: then it looks the same throughout.
_MOST_ENCODED = 0.8


@dataclass(frozen=True, slots=True)
class Taken:
    """Pictures that stay as they are: packets ``first`` to before ``end`` of the index."""

    first: int
    end: int

    @property
    def frames(self) -> int:
        """How many."""
        return self.end - self.first


@dataclass(frozen=True, slots=True)
class Anew:
    """Pictures that are encoded: numbers ``begin`` to before ``end``.

    Attributes:
        begin: the first.
        end: what is not encoded any more.
        lead: the packet of the index with which decoding begins.
    """

    begin: int
    end: int
    lead: int

    @property
    def frames(self) -> int:
        """How many."""
        return self.end - self.begin


Splice = Taken | Anew


def splices(index: PacketIndex, begin: int, end: int) -> Iterator[Splice]:
    """The pictures ``begin`` to before ``end``, in the order in which they are shown.

    Raises:
        UnfitError: one of them is not there, or cannot be decoded.
    """
    idrs = [at for at, packet in enumerate(index.packets) if packet.is_idr]
    first = next((at for at in idrs if index.packets[at].number >= begin), None)
    taken = _whole_groups(index.packets, first, end) if first is not None else None
    if taken is None:
        yield _anew(index, idrs, begin, end)
        return
    start = index.packets[taken.first].number
    stop = start + taken.frames
    if start > begin:
        yield _anew(index, idrs, begin, start)
    yield taken
    if stop < end:
        yield _anew(index, idrs, stop, end)


def check_worth(index: PacketIndex, found: Sequence[Splice]) -> None:
    """Make sure that splicing is better than encoding it all.

    Raises:
        UnfitError: it is not.
    """
    anew = sum(splice.frames for splice in found if isinstance(splice, Anew))
    if anew <= _MOST_ENCODED * sum(splice.frames for splice in found):
        return
    if index.has_open_groups:
        raise UnfitError("the pictures after its keyframes lean on those before them (open groups)")
    raise UnfitError("it has so few keyframes that most of it is encoded anew anyway")


def reorder_depth(index: PacketIndex, found: Sequence[Splice]) -> int:
    """By how many pictures decoding has to be ahead of showing."""
    return max((_depth(index, splice) for splice in found if isinstance(splice, Taken)), default=0)


def _depth(index: PacketIndex, taken: Taken) -> int:
    start = index.packets[taken.first].number
    rows = enumerate(index.packets[taken.first : taken.end])
    return max(place - (packet.number - start) for place, packet in rows)


def _whole_groups(packets: Sequence[Packed], first: int, end: int) -> Taken | None:
    """From a keyframe on, as many packets as hold all pictures up to one before ``end``."""
    start = highest = packets[first].number
    best = first
    for at in range(first, len(packets)):
        number = packets[at].number
        if number < start:
            raise UnfitError("the pictures after its keyframes lean on those before them")
        highest = max(highest, number)
        is_complete = highest - start == at - first
        if is_complete and highest < end:
            best = at + 1
        if highest >= end and (is_complete or packets[at].is_idr):
            break
        if packets[at].is_idr and number - start != at - first:
            raise UnfitError("its pictures do not follow each other at a constant rate")
    return Taken(first, best) if best > first else None


def _anew(index: PacketIndex, idrs: Sequence[int], begin: int, end: int) -> Anew:
    # A clip may begin a little before the first picture: then that one is shown.
    before = [at for at in idrs if index.packets[at].number <= max(begin, 0)]
    if not before:
        raise UnfitError("the pictures after its keyframes lean on those before them (open groups)")
    return Anew(begin, end, before[-1])

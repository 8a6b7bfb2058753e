"""Which pictures can stay as they are."""

from collections.abc import Sequence
from fractions import Fraction

import pytest

from transcribe_video.media.render.h264 import AvcRecord
from transcribe_video.media.render.packet_index import Packed, PacketIndex
from transcribe_video.media.render.splice import (
    Anew,
    Splice,
    Taken,
    check_worth,
    reorder_depth,
    splices,
)
from transcribe_video.media.render.unfit import UnfitError

_RATE = Fraction(30)
# Twice: a keyframe, then pictures of which each third leans on the two that follow it in the file.
_ORDER = [0, 3, 1, 2, 6, 4, 5, 9, 7, 8]


def _index(numbers: Sequence[int], idrs: Sequence[int], *, is_open: bool = False) -> PacketIndex:
    packets = tuple(
        Packed(stamp=number * 512, number=number, is_idr=number in idrs) for number in numbers
    )
    record = AvcRecord(b"\x64\x00\x1e", 4, (), ())
    return PacketIndex(record, packets, Fraction(0), _RATE, is_open)


_INDEX = _index([*_ORDER, *(number + 10 for number in _ORDER)], [0, 10])


@pytest.mark.parametrize(
    ("begin", "end", "made"),
    [
        (0, 20, [Taken(0, 20)]),
        (0, 10, [Taken(0, 10)]),
        (0, 7, [Taken(0, 7)]),
        (0, 6, [Taken(0, 4), Anew(4, 6, 0)]),
        (0, 2, [Taken(0, 1), Anew(1, 2, 0)]),
        (4, 20, [Anew(4, 10, 0), Taken(10, 20)]),
        (4, 9, [Anew(4, 9, 0)]),
        (4, 12, [Anew(4, 10, 0), Taken(10, 11), Anew(11, 12, 10)]),
        (12, 25, [Anew(12, 25, 10)]),
        (10, 25, [Taken(10, 20), Anew(20, 25, 10)]),
        (-2, 10, [Anew(-2, 0, 0), Taken(0, 10)]),
    ],
)
def test_whole_groups_stay_and_the_rest_is_encoded(
    begin: int, end: int, made: list[Splice]
) -> None:
    assert list(splices(_INDEX, begin, end)) == made
    assert sum(splice.frames for splice in made) == end - begin


def test_decoding_is_ahead_of_showing_by_as_much_as_the_pictures_need() -> None:
    assert reorder_depth(_INDEX, [Taken(0, 20)]) == 1
    assert reorder_depth(_INDEX, [Anew(0, 20, 0)]) == 0


def test_pictures_that_lean_on_those_before_a_keyframe_do_not_stay() -> None:
    leaning = _index([0, 1, 2, 5, 3, 4, 6, 7], [0, 5], is_open=True)
    with pytest.raises(UnfitError, match="lean on those before them"):
        list(splices(leaning, 5, 8))


def test_a_clip_before_the_first_keyframe_cannot_be_decoded() -> None:
    with pytest.raises(UnfitError, match="open groups"):
        list(splices(_index([0, 1, 2, 3], [2], is_open=True), 0, 4))


def test_a_missing_picture_is_told() -> None:
    with pytest.raises(UnfitError, match="constant rate"):
        list(splices(_index([0, 1, 3, 4, 5, 6], [0, 5]), 0, 7))


@pytest.mark.parametrize(
    ("is_open", "why"), [(False, "it has so few keyframes"), (True, "open groups")]
)
def test_where_most_would_be_encoded_all_is(why: str, *, is_open: bool) -> None:
    index = _index(range(100), [0], is_open=is_open)
    check_worth(index, [Taken(0, 20), Anew(20, 99, 0)])
    with pytest.raises(UnfitError, match=why):
        check_worth(index, [Taken(0, 10), Anew(10, 99, 0)])


def test_moments_and_pictures_are_each_others() -> None:
    late = PacketIndex(_INDEX.record, (), Fraction(21), _RATE, has_open_groups=False)
    assert late.number_at(1_021) == 30
    assert late.moment_ms(30) == 1_021
    assert late.number_at(0) == -1

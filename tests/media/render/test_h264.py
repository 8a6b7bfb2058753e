import pytest

from transcribe_video.media.render.h264 import AvcRecord, NotAvcError, units

_SPS = bytes([0x67, 0x64, 0x00, 0x1E, 0b1_010_0000])  # its number is 0
_PPS = bytes([0x68, 0b1_1_000000])
_RECORD = AvcRecord(bytes([0x64, 0x00, 0x1E]), 4, (_SPS,), (_PPS,), b"\xfd\xf8\xf8\x00")
_BYTES = b"\x01\x64\x00\x1e\xff\xe1\x00\x05" + _SPS + b"\x01\x00\x02" + _PPS + b"\xfd\xf8\xf8\x00"
_OTHER_SPS = bytes([0x67, 0x64, 0x00, 0x28, 0b010_00000])
_OTHER_PPS = bytes([0x68, 0b010_010_00])


def test_a_record_is_read() -> None:
    assert AvcRecord.parsed(_BYTES) == _RECORD


@pytest.mark.parametrize("length", range(len(_BYTES) - 4))
def test_a_record_that_breaks_off_is_none(length: int) -> None:
    with pytest.raises(NotAvcError):
        AvcRecord.parsed(_BYTES[:length])


def test_start_codes_are_no_record() -> None:
    with pytest.raises(NotAvcError):
        AvcRecord.parsed(b"\0\0\0\1" + _SPS + b"\0\0\0\1" + _PPS)


def test_another_encoder_gets_a_number_that_is_free() -> None:
    assert _RECORD.free_id == 1
    both = AvcRecord.parsed(_RECORD.with_sets(b"\0\0\0\1" + _OTHER_SPS + b"\0\0\1" + _OTHER_PPS))
    assert (both.sps, both.pps, both.tail) == (
        (_SPS, _OTHER_SPS),
        (_PPS, _OTHER_PPS),
        _RECORD.tail,
    )
    assert both.head == bytes([0x64, 0x00, 0x28])
    assert both.free_id == 2


def test_pictures_get_lengths_and_lose_their_parameter_sets() -> None:
    coded = b"\0\0\0\1" + _OTHER_SPS + b"\0\0\0\1" + _OTHER_PPS + b"\0\0\1\x65ab\0\0\0\1\x65c"
    assert _RECORD.packed(coded) == b"\0\0\0\3\x65ab\0\0\0\2\x65c"
    assert list(units(coded))[2:] == [b"\x65ab", b"\x65c"]


@pytest.mark.parametrize(
    ("packet", "is_idr"),
    [
        (b"\0\0\0\2\x06a\0\0\0\2\x65b", True),
        (b"\0\0\0\2\x06a\0\0\0\2\x41b", False),
        (b"\0\0\0\5" + _SPS + b"\0\0\0\2\x65b", True),
    ],
)
def test_a_picture_without_any_before_it_is_known(packet: bytes, *, is_idr: bool) -> None:
    assert _RECORD.is_idr(packet) is is_idr


@pytest.mark.parametrize("packet", [b"\0\0\0\5" + _OTHER_SPS, b"\0\0\0\7\x65", b"\0\0\0\0\x65"])
def test_a_packet_that_cannot_be_taken_over_is_told(packet: bytes) -> None:
    with pytest.raises(NotAvcError):
        _RECORD.is_idr(packet)

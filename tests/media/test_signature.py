"""The first bytes tell what a file is, whatever its name."""

import pytest

from transcribe_video.media.signature import Kind, signature


@pytest.mark.parametrize(
    ("head", "title"),
    [
        (b"%PDF-1.7", "a PDF document"),
        (b"PK\x03\x04\x14\0", "a ZIP archive or an Office document"),
        (b"#EXTM3U\n#EXTINF:10,\nfile:///etc/hostname\n", "a list that points to other files"),
        (b"ffconcat version 1.0\nfile 'a.wav'\n", "a list that points to other files"),
        (b"v=0\r\no=- 0 0 IN IP4 127.0.0.1\r\n", "a list that points to other files"),
        (b'<?xml version="1.0"?>\n<MPD>', "a list that points to other files"),
        (b'\xef\xbb\xbf <?xml version="1.0"?>\n<svg width="9">', "an SVG drawing"),
        (b"\n<!DOCTYPE html><html>", "a web page, and not the recording on it"),
        ("ein Satz über nichts".encode()[:-1], "a text file"),
        ("einer in UTF-16".encode("utf-16"), "a text file"),
        ("中文字幕".encode()[:-1], "a text file"),
    ],
)
def test_what_is_no_recording_has_a_name(head: bytes, title: str) -> None:
    found = signature(head)
    assert (found.kind, found.title) == (Kind.OTHER, title)


@pytest.mark.parametrize(
    "head",
    [
        b"\0\0\0\x1cftypheic\0\0\0\0",
        b"\0\0\0\x1cftypavif\0\0\0\0",
        b"RIFF\0\0\0\0WEBPVP8 ",
        b"II*\0\x08\0\0\0",
    ],
)
def test_pictures_are_pictures_though_they_share_a_container_with_video(head: bytes) -> None:
    assert signature(head).kind is Kind.PICTURE


@pytest.mark.parametrize(
    "head",
    [b"\0\0\0\x20ftypisom", b"\x1aE\xdf\xa3", b"RIFF\0\0\0\0WAVEfmt ", b"ID3\x04", b"\xff\xfb\x90"],
)
def test_recordings_are_recordings(head: bytes) -> None:
    assert signature(head).kind is Kind.RECORDING


@pytest.mark.parametrize("head", [b"", b"\0" * 64, bytes(range(256))])
def test_of_anything_else_nothing_is_said(head: bytes) -> None:
    assert signature(head).kind is Kind.UNKNOWN

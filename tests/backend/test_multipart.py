"""Files that come as a form."""

import asyncio
import hashlib
import os
from collections.abc import AsyncIterator, Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transcribe_video.backend.incoming import Arrived
from transcribe_video.backend.multipart import received
from transcribe_video.errors import StorageError, TooLargeError, UsageError

BOUNDARY = "--edge-4711"
KIND = f"multipart/form-data; boundary={BOUNDARY}"


class GoneAwayError(Exception):
    """What a server raises when the sender has left."""


def _part(filename: str | None, content: bytes, name: str = "files") -> bytes:
    named = f'; filename="{filename}"' if filename is not None else ""
    head = f'Content-Disposition: form-data; name="{name}"{named}\r\nContent-Type: video/mp4\r\n'
    return b"--" + BOUNDARY.encode() + b"\r\n" + head.encode() + b"\r\n" + content + b"\r\n"


def _form(*parts: bytes) -> bytes:
    return b"".join(parts) + b"--" + BOUNDARY.encode() + b"--\r\n"


async def _pieces(body: bytes, size: int) -> AsyncIterator[bytes]:
    for start in range(0, len(body), size):
        yield body[start : start + size]


def _receive(
    folder: Path, body: bytes, kind: str = KIND, most: int = 10**9, size: int = 65_536
) -> tuple[Arrived, ...]:
    return asyncio.run(received(_pieces(body, size), kind, folder, most))


def _arrived(path: Path, content: bytes, filename: str | None = None) -> Arrived:
    digest = hashlib.sha256(content).hexdigest()
    return Arrived(path, filename or path.name, len(content), digest)


def _contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_files_lie_in_the_folder_whole_and_hashed(tmp_path: Path) -> None:
    talk, song = os.urandom(3_000_000), b"\r\n--" + BOUNDARY.encode()[:-1] + b"\r\n"
    form = _form(_part("talk.mp4", talk), _part("song.mp3", song))
    assert _receive(tmp_path, form) == (
        _arrived(tmp_path / "talk.mp4", talk),
        _arrived(tmp_path / "song.mp3", song),
    )
    assert _contents(tmp_path) == {"talk.mp4": talk, "song.mp3": song}
    assert (tmp_path / "talk.mp4").stat().st_mode & 0o777 == 0o600


@given(content=st.binary(max_size=200), size=st.integers(1, 100))
def test_it_does_not_matter_how_the_bytes_are_cut(
    tmp_path_factory: pytest.TempPathFactory, content: bytes, size: int
) -> None:
    folder = tmp_path_factory.mktemp("cut")
    body = _form(_part("a.mp4", content + b"\r\n--" + BOUNDARY.encode()[:4]))
    [found] = _receive(folder, body, size=size)
    assert found.path.read_bytes() == content + b"\r\n--" + BOUNDARY.encode()[:4]


@pytest.mark.parametrize(
    ("sent", "name"),
    [
        ("../../etc/passwd", "passwd"),
        ("C:\\\\Users\\\\me\\\\talk.mp4", "talk.mp4"),
        ("采访 🎬.mp4", "采访 🎬.mp4"),
        ("a%22b.mp4", "a_b.mp4"),
        ("line%0D%0Abreak.mp4", "line__break.mp4"),
        ("100%.mp4", "100%.mp4"),
        (".hidden", "hidden"),
        ("..", "recording"),
    ],
)
def test_no_name_leads_out_of_the_folder(tmp_path: Path, sent: str, name: str) -> None:
    [found] = _receive(tmp_path, _form(_part(sent, b"x")))
    assert found == _arrived(tmp_path / name, b"x")


def test_a_second_file_of_a_name_gets_a_number(tmp_path: Path) -> None:
    form = _form(_part("talk.mp4", b"1"), _part("talk.mp4", b"2"))
    assert _receive(tmp_path, form) == (
        _arrived(tmp_path / "talk.mp4", b"1"),
        _arrived(tmp_path / "talk (2).mp4", b"2", "talk.mp4"),
    )


def test_other_fields_and_a_choice_of_nothing_are_passed_over(tmp_path: Path) -> None:
    form = _form(
        _part(None, b"a field", "note"),
        _part("", b""),
        _part("other.mp4", b"x" * 100, "file"),
        _part("talk.mp4", b"1"),
    )
    assert _receive(tmp_path, form, most=10) == (_arrived(tmp_path / "talk.mp4", b"1"),)
    assert _contents(tmp_path) == {"talk.mp4": b"1"}


def test_of_a_file_that_is_too_large_nothing_is_kept(tmp_path: Path) -> None:
    form = _form(_part("small.mp4", b"1"), _part("large.mp4", b"x" * 1001))
    with pytest.raises(TooLargeError) as raised:
        _receive(tmp_path, form, most=1000)
    assert str(raised.value).startswith("“large.mp4” is too large: it has more than ")
    assert _contents(tmp_path) == {}
    assert len(_receive(tmp_path, _form(_part("large.mp4", b"x" * 1000)), most=1000)) == 1


@pytest.mark.parametrize(
    ("body", "kind", "why"),
    [
        (_form(), KIND, "it broke off before its end|no file came"),
        (_form(_part(None, b"x")), KIND, "no file came in the field “files”"),
        (_form(_part("a.mp4", b"x"))[:-6], KIND, "it broke off before its end"),
        (_part("a.mp4", b"x" * 70_000)[:-1000], KIND, "it broke off before its end"),
        (b"", KIND, "it broke off before its end"),
        (b"no form at all", KIND, "it is not well formed"),
        (_form(_part("a.mp4", b"x")), "multipart/form-data", "it is not a form with files"),
        (_form(_part("a.mp4", b"x")), "text/plain; boundary=a", "it is not a form with files"),
        (b"x", f"multipart/form-data; boundary={'b' * 300}", "it is not well formed"),
    ],
)
def test_what_is_no_whole_form_is_refused_and_leaves_nothing(
    tmp_path: Path, body: bytes, kind: str, why: str
) -> None:
    with pytest.raises(UsageError, match=why):
        _receive(tmp_path, body, kind)
    assert _contents(tmp_path) == {}


def test_many_small_parts_are_not_taken(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="it has more than 100 files"):
        _receive(tmp_path, _form(*(_part("a.mp4", b"") for _ in range(101))))
    assert _contents(tmp_path) == {}


def test_who_leaves_in_the_middle_leaves_nothing(tmp_path: Path) -> None:
    seen: list[str] = []

    async def broken(pieces: Sequence[bytes]) -> AsyncIterator[bytes]:
        for piece in pieces:
            yield piece
        seen.extend(_contents(tmp_path))
        raise GoneAwayError

    body = _form(_part("first.mp4", b"1"), _part("talk.mp4", b"x" * 3_000_000))
    halves = (body[:1_500_000], body[1_500_000:3_000_000])
    with pytest.raises(GoneAwayError):
        asyncio.run(received(broken(halves), KIND, tmp_path, 10**9))
    assert len(seen) == 2
    assert _contents(tmp_path) == {}


def test_a_folder_that_is_gone_is_said(tmp_path: Path) -> None:
    with pytest.raises(StorageError, match=r"“talk\.mp4” cannot be kept in"):
        _receive(tmp_path / "gone", _form(_part("talk.mp4", b"1")))

"""An opened recording: safe options on the way in, sentences on the way out."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import FileIO
from pathlib import Path
from typing import TYPE_CHECKING

from transcribe_video.errors import (
    DamagedMediaError,
    MediaError,
    NoAudioError,
    UnsupportedMediaError,
)
from transcribe_video.media.engine import av
from transcribe_video.media.file import access_error, open_file, quoted
from transcribe_video.media.signature import HEAD_BYTES, Kind, Signature, signature
from transcribe_video.media.whitelist import OPEN_OPTIONS

if TYPE_CHECKING:
    from av.container import InputContainer

_READ_BYTES = 256 * 1024  # asked of the disk at once
_OTHER_REMEDY = "Choose a video or sound recording"


@dataclass(frozen=True, slots=True)
class Recording:
    """A recording that is open for reading.

    Attributes:
        path: where it is.
        size: its length in bytes.
        head: its first bytes.
        container: the library's reader of it.
    """

    path: Path
    size: int
    head: bytes
    container: "InputContainer"


@contextmanager
def opened(path: Path) -> Iterator[Recording]:
    """Open the recording at ``path``; its content decides what it is, and not its name.

    Raises:
        MediaNotFoundError, MediaForbiddenError: there is no file, or it may not be read.
        UnsupportedMediaError: it is no recording, or of a kind that is not read.
        NoAudioError: it is a picture.
        DamagedMediaError: it is a recording and cannot be read.
    """
    with open_file(path) as file:
        try:
            head = file.read(HEAD_BYTES)
            size = file.seek(0, 2)
            file.seek(0)
        except OSError as error:
            raise access_error(path, error) from error
        _check_signature(path, signature(head), size)
        with _container(path, file, head) as container:
            yield Recording(path, size, head, container)


def _check_signature(path: Path, found: Signature, size: int) -> None:
    """Turn away what its first bytes show to be no recording."""
    if size == 0:
        raise DamagedMediaError(
            f"{quoted(path)} cannot be read", "the file is empty", "Copy or download it again"
        )
    if found.kind is Kind.PICTURE:
        raise NoAudioError(
            f"{quoted(path)} cannot be transcribed",
            f"it is {found.title}, which holds no sound",
            _OTHER_REMEDY,
        )
    if found.kind is Kind.OTHER:
        raise UnsupportedMediaError(
            f"{quoted(path)} cannot be read", f"it is {found.title}", _OTHER_REMEDY
        )


def _container(path: Path, file: FileIO, head: bytes) -> "InputContainer":
    try:
        return av.open(
            file,
            mode="r",
            options=OPEN_OPTIONS,
            metadata_errors="replace",
            buffer_size=_READ_BYTES,
        )
    except (av.FFmpegError, OSError, ValueError) as error:
        raise _opening_error(path, signature(head)) from error


def _opening_error(path: Path, found: Signature) -> MediaError:
    """The error for a file that the library does not open."""
    if found.kind is Kind.RECORDING:
        return DamagedMediaError(
            f"{quoted(path)} cannot be read",
            f"it begins like {found.title}, and is damaged or was cut off before it was complete",
            "Copy or download it again, or repair it with a video program",
        )
    return UnsupportedMediaError(
        f"{quoted(path)} cannot be read",
        "it is no recording of a kind that this program knows",
        "Save it as MP4, MKV, MP3 or WAV with a video or sound program",
    )

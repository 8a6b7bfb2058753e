"""Which files the cloud takes, told before a byte of them travels."""

import os
from pathlib import Path, PurePosixPath
from stat import S_ISREG
from urllib.parse import unquote, urlsplit

from transcribe_video.cloud.sound_alone import MARK, can_be_taken, film_meant, sound_name
from transcribe_video.errors import (
    MediaError,
    MediaForbiddenError,
    MediaNotFoundError,
    TooLargeError,
    UnsupportedMediaError,
)
from transcribe_video.manifest import Limits
from transcribe_video.wire.upload import UploadedFile

VIDEOS = ("mp4", "mov", "avi", "webm", "mkv")
PICTURES = ("jpg", "jpeg", "png", "gif", "webp")
SOUNDS = ("mp3", "wav", "m4a", "aac")
_KINDS = {
    suffix: kind
    for kind, suffixes in (("video", VIDEOS), ("image", PICTURES), ("audio", SOUNDS))
    for suffix in suffixes
}
_MB = 1024 * 1024
_SOUND_BYTES_PER_S = 16_000  # of the sound of usual films
_LOCAL = "the engine on this computer (NEMO_BACKEND=local), which has no limit and sends nothing"


def sendable(path: Path, limits: Limits) -> UploadedFile:
    """A file as it is told of before it is sent.

    Raises:
        UnsupportedMediaError: it is of a kind that the cloud does not take.
        TooLargeError: it has more bytes than may travel.
        MediaError: it is not there, is no file, or may not be read.
    """
    kind = kind_of(path.name)
    size_bytes = _size_bytes(path)
    if size_bytes > limits.upload_bytes:
        raise too_large(path, size_bytes, limits)
    return UploadedFile(filename=path.name, file_type=kind, bytes=size_bytes)


def told_of(path: Path, limits: Limits) -> UploadedFile:
    """What is named: a file, or the sound of a film; see ``sendable`` and ``sendable_sound``."""
    film = film_meant(path)
    return sendable(path, limits) if film is None else sendable_sound(film)


def sendable_sound(film: Path) -> UploadedFile:
    """The sound of a film, as it is told of before it is taken out and sent.

    Raises:
        MediaError: the film is not there, is no file, or may not be read.
        MissingExtraError: what takes the sound out is not installed.
    """
    _size_bytes(film)
    return UploadedFile(filename=sound_name(film), file_type="audio")


def _size_bytes(path: Path) -> int:
    """Of a file that can be read."""
    try:
        status = path.stat()
        is_file = S_ISREG(status.st_mode)
        is_readable = os.access(path, os.R_OK)
    except FileNotFoundError as error:
        raise MediaNotFoundError(_cannot(path.name), "it is not there", "Check the path") from error
    except (OSError, ValueError) as error:
        why = "the system does not let this program look at it"
        raise MediaForbiddenError(_cannot(path.name), why, "Allow it, or choose another") from error
    if not is_file:
        raise MediaError(_cannot(path.name), "it is not a file", "Choose a file")
    if not is_readable:
        why = "the system does not let this program read it"
        raise MediaForbiddenError(_cannot(path.name), why, "Allow it, or choose another file")
    return status.st_size


def kind_of(name: str) -> str:
    """``video``, ``image`` or ``audio``, by a file's name.

    Raises:
        UnsupportedMediaError: the cloud takes no files of that kind.
    """
    kind = _KINDS.get(Path(name).suffix.lower().removeprefix("."))
    if kind is None:
        raise UnsupportedMediaError(
            _cannot(name),
            "it takes videos as mp4, mov, avi, webm or mkv, pictures as jpg, png, gif or webp, "
            "and sound as mp3, wav, m4a or aac",
            "Save it as one of these (mp4 is understood best), or use the engine on this computer "
            "(NEMO_BACKEND=local), which reads nearly every kind",
        )
    return kind


def linked(url: str) -> UploadedFile:
    """A file at an address, as far as the address tells.

    Raises:
        UnsupportedMediaError: its name is that of a kind which the cloud does not take.
    """
    name = PurePosixPath(unquote(urlsplit(url).path)).name or "recording"
    try:
        kind = kind_of(name)
    except UnsupportedMediaError:
        if PurePosixPath(name).suffix:
            raise
        kind = "video"
    return UploadedFile(filename=name, file_type=kind)


def too_large(path: Path, size_bytes: int, limits: Limits) -> TooLargeError:
    """The refusal of a file that may not travel, with what may go in its place."""
    has, most = size_bytes / _MB, limits.upload_mb
    sound = _sound_mb(path)
    alone = "send its sound alone"
    if sound is not None and sound <= most:
        alone += f" (about {max(1, round(sound)):,} MB)"
    elif sound is None:
        alone += " (often some 40 times smaller)"
    alone += " for its words"
    if can_be_taken():
        alone += f": name “{path}{MARK}” as the source"
    remedy = f"Use {_LOCAL}; or {alone}; or trim it to the part that matters"
    why = f"it has {has:,.0f} MB, and at most {most:,.4g} MB may be sent"
    return TooLargeError(_cannot(path.name), why, remedy)


def _sound_mb(path: Path) -> float | None:
    """How large the sound of a film would be, as far as its headers tell how long it is."""
    from transcribe_video.media.mp4 import film_at  # noqa: PLC0415 - for files that are refused

    try:
        film = film_at(path)
    except MediaError:
        return None
    return film.duration_ms / 1000 * _SOUND_BYTES_PER_S / _MB if film.has_sound else None


def _cannot(name: str) -> str:
    return f"“{name}” cannot be sent to NemoVideo"

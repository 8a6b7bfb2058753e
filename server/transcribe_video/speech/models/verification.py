"""Whether the files on disk are the published ones."""

import hashlib
import json
from pathlib import Path

from transcribe_video.errors import ModelError
from transcribe_video.speech.models.published_model import PublishedFile, PublishedModel

WEIGHTS = "model.bin"


class DamageError(Exception):
    """A file of a model is not what was published; whoever asked decides what to do about it.

    Attributes:
        path: the file.
        why: what is wrong with it, in plain words without a full stop.
    """

    def __init__(self, path: Path, why: str) -> None:
        self.path, self.why = path, why
        super().__init__(f"{path}: {why}")


def verify_folder(folder: Path, published: PublishedModel) -> str:
    """The SHA-256 of the weights, once every file in ``folder`` is known to be good.

    Raises:
        DamageError: a file is missing, or is not the published one.
        ModelError: a file cannot be read.
    """
    digests = {file.name: verify_file(folder / file.name, file) for file in published.files}
    return digests[WEIGHTS]


def verify_file(path: Path, file: PublishedFile) -> str:
    """The SHA-256 of one file, once it is known to be good.

    A file whose hash is not known must hold something, and be JSON if its name says so.

    Raises:
        DamageError: it is missing, or is not the published one.
        ModelError: it cannot be read.
    """
    try:
        _check_size(path, file)
        digest = _sha256(path)
        if file.sha256 is None:
            _check_form(path)
    except (FileNotFoundError, NotADirectoryError):
        raise DamageError(path, f"{file.name} is missing") from None
    except OSError as error:
        raise unreadable(path, error) from error
    if file.sha256 not in {None, digest}:
        raise DamageError(path, f"{file.name} is not the published one")
    return digest


def unreadable(path: Path, error: OSError) -> ModelError:
    """The error for a model's file or folder that the system does not let us read."""
    cause = (error.strerror or "it cannot be read").lower()
    return ModelError(
        "The speech model cannot be read",
        f"“{path}”: {cause}",
        "Check the permissions of that path, or set TRANSCRIBE_VIDEO_MODEL to another model",
    )


def _check_size(path: Path, file: PublishedFile) -> None:
    size = path.stat().st_size
    if size == 0:
        raise DamageError(path, f"{file.name} is empty")
    if file.size_bytes not in {None, size}:
        raise DamageError(path, f"{file.name} has {size} bytes instead of {file.size_bytes}")


def _sha256(path: Path) -> str:
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def _check_form(path: Path) -> None:
    if path.suffix != ".json":
        return
    try:
        json.loads(path.read_bytes())
    except (ValueError, RecursionError):
        raise DamageError(path, f"{path.name} is not JSON") from None

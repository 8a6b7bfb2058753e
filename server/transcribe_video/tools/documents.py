"""Documents that were written: whether they are there, and how they are listed."""

from collections.abc import Iterable
from pathlib import Path

from pydantic import BaseModel

from transcribe_video.wire.transcript import DocumentFile

_EMPTY = frozenset({"srt"})  # formats that have no words of their own


class Document(BaseModel):
    """A document on this machine."""

    format: str = ""
    path: str = ""
    bytes: int = 0

    @property
    def is_empty(self) -> bool:
        """Whether nothing is in it, as is right for subtitles where nothing was said."""
        return not self.bytes

    @property
    def line(self) -> str:
        """How it stands in a text."""
        return f"{self.format}: {self.path}"


def found(files: Iterable[DocumentFile]) -> tuple[list[Document], list[str]]:
    """Those of the documents that are there, and the paths of the others.

    One in which there is nothing counts as not there, unless its format has nothing for silence.
    """
    there: list[Document] = []
    missing: list[str] = []
    for file in files:
        size = _bytes(Path(file.path))
        if size or (size == 0 and file.format in _EMPTY):
            there.append(Document(format=file.format, path=file.path, bytes=size))
        else:
            missing.append(file.path)
    return there, missing


def _bytes(path: Path) -> int | None:
    """The size of the file; None if there is none."""
    try:
        return path.stat().st_size if path.is_file() else None
    except (OSError, ValueError):
        return None

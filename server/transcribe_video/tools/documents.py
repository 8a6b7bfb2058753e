"""Documents that were written: whether they are there, and how they are listed."""

from collections.abc import Iterable
from pathlib import Path

from pydantic import BaseModel

from transcribe_video.wire.transcript import DocumentFile


class Document(BaseModel):
    """A document on this machine."""

    format: str = ""
    path: str = ""
    bytes: int = 0

    @property
    def line(self) -> str:
        """How it stands in a text."""
        return f"{self.format}: {self.path}"


def found(files: Iterable[DocumentFile]) -> tuple[list[Document], list[str]]:
    """Those of the documents that are there with something in them, and the paths of the others."""
    there: list[Document] = []
    missing: list[str] = []
    for file in files:
        size = _bytes(Path(file.path))
        if size:
            there.append(Document(format=file.format, path=file.path, bytes=size))
        else:
            missing.append(file.path)
    return there, missing


def _bytes(path: Path) -> int:
    try:
        return path.stat().st_size if path.is_file() else 0
    except (OSError, ValueError):
        return 0

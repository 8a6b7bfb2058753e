"""The files of a multipart form, received in constant memory."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from email.message import Message
from hashlib import sha256
from pathlib import Path
from typing import BinaryIO

from python_multipart.multipart import MultipartParser


@dataclass
class Arrived:
    """A file that came; ``path`` is None where files are only counted."""

    field: str = ""
    filename: str = ""
    size: int = 0
    path: Path | None = None
    digest: str = ""


@dataclass
class Form:
    """Takes a form's bytes, and puts its files into ``folder`` (None: counts them)."""

    content_type: str
    folder: Path | None
    files: list[Arrived] = field(default_factory=list)
    size: int = 0

    def receive(self, pieces: Iterator[bytes]) -> None:
        kind = Message()
        kind["Content-Type"] = self.content_type
        boundary = str(kind.get_param("boundary"))
        names = ("part_begin", "header_field", "header_value", "part_data", "part_end")
        callbacks: dict[str, Callable[..., None]] = {
            f"on_{name}": getattr(self, f"_{name}") for name in names
        }
        parser = MultipartParser(boundary.encode(), callbacks)  # type: ignore[arg-type]
        for piece in pieces:
            self.size += len(piece)
            parser.write(piece)
        parser.finalize()

    def _part_begin(self) -> None:
        self._name, self._arrived, self._hash = b"", Arrived(), sha256()
        self._stream: BinaryIO | None = None

    def _header_field(self, data: bytes, start: int, end: int) -> None:
        self._name += data[start:end]

    def _header_value(self, data: bytes, start: int, end: int) -> None:
        name, self._name = self._name.decode().lower(), b""
        if name != "content-disposition":
            return
        told = Message()
        told["Content-Disposition"] = data[start:end].decode()
        self._arrived.field = str(told.get_param("name", header="Content-Disposition"))
        filename = told.get_param("filename", "", header="Content-Disposition")
        named = filename if isinstance(filename, str) else filename[2]
        # As browsers write what may not stand between quotation marks.
        self._arrived.filename = named.replace("%22", '"').replace("%0D", "\r").replace("%0A", "\n")
        if self.folder is not None:
            suffix = Path(self._arrived.filename).suffix
            self._arrived.path = self.folder / f"arrived_{id(self):x}_{len(self.files)}{suffix}"
            self._stream = self._arrived.path.open("wb")

    def _part_data(self, data: bytes, start: int, end: int) -> None:
        piece = data[start:end]
        self._arrived.size += len(piece)
        self._hash.update(piece)
        if self._stream is not None:
            self._stream.write(piece)

    def _part_end(self) -> None:
        if self._stream is not None:
            self._stream.close()
        self._arrived.digest = self._hash.hexdigest()
        self.files.append(self._arrived)

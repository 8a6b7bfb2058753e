"""One recording's documents on their way into one folder."""

import os
from collections.abc import Mapping
from contextlib import ExitStack
from hashlib import sha256
from itertools import count
from pathlib import Path

from transcribe_video.documents.disk import Disk, drafts
from transcribe_video.documents.file_name import document_name
from transcribe_video.documents.record import Record, Turn
from transcribe_video.durable import digest_of, settle
from transcribe_video.errors import StorageError

_ROUNDS = 20


class Delivery:
    """Documents that go into one folder under one number.

    They are written under names of no meaning first; then each gets its own name in one step that
    fails if the name is taken. Only a file that is known to be this program's, made from the same
    recording and unchanged, is replaced.

    Args:
        record: what this program wrote before.
        disk: the system calls that give a document its name.
        source: the recording.
        folder: an existing folder.
        name: what the recording is called.
    """

    def __init__(self, record: Record, disk: Disk, source: Path, folder: Path, name: str) -> None:
        self._record, self._disk = record, disk
        self._called, self._folder = Path(name), folder
        self._source_key = Path(os.path.realpath(source))
        self._folder_key = Path(os.path.realpath(folder))
        self._refused: set[Path] = set()

    def deliver(
        self, contents: Mapping[str, bytes], *, keeps_earlier: bool = False
    ) -> tuple[Path, ...]:
        """Write the documents, given by their suffixes, and say where they are.

        Args:
            contents: of each.
            keeps_earlier: whether none is replaced that was written with other content.

        Raises:
            OSError: the system refuses; nothing new is left in the folder.
            StorageError: other programs take every name first.
        """
        digests = {suffix: sha256(content).hexdigest() for suffix, content in contents.items()}
        for _ in range(_ROUNDS):
            paths = self._announced(digests, keeps_earlier=keeps_earlier)
            try:
                self._write(contents, digests, paths)
            except FileExistsError:
                continue  # someone took a name since it was free
            return tuple(paths.values())
        raise StorageError(
            f"Documents cannot be written into “{self._folder}”",
            "another program keeps taking their names",
            "Try again, or choose another folder",
        )

    def _announced(self, digests: Mapping[str, str], *, keeps_earlier: bool) -> dict[str, Path]:
        """Paths of the lowest number under which all documents may be written."""
        with self._record.turn() as turn:
            for number in count(1):
                names = {suffix: document_name(self._called, suffix, number) for suffix in digests}
                paths = {suffix: self._folder / name for suffix, name in names.items()}
                free = [
                    self._may_take(path, turn, digests[suffix] if keeps_earlier else None)
                    for suffix, path in paths.items()
                ]
                if all(free):
                    break
            turn.announce(self._noted(paths, digests), self._source_key)
        return paths

    def _may_take(self, path: Path, turn: Turn, content: str | None) -> bool:
        """Whether nothing would be lost; ``content`` is all that may be there, None anything."""
        if path in self._refused:
            return False
        if not os.path.lexists(path):
            return True
        return self._is_ours(path, turn) and content in {None, digest_of(path)}

    def _is_ours(self, path: Path, turn: Turn) -> bool:
        known = turn.digests(self._key(path), self._source_key)
        return bool(known) and digest_of(path) in known

    def _noted(self, paths: Mapping[str, Path], digests: Mapping[str, str]) -> dict[Path, str]:
        return {self._key(path): digests[suffix] for suffix, path in paths.items()}

    def _key(self, path: Path) -> Path:
        return self._folder_key / path.name

    def _write(
        self, contents: Mapping[str, bytes], digests: Mapping[str, str], paths: Mapping[str, Path]
    ) -> None:
        with drafts(self._folder, contents) as ready, self._record.turn() as turn:
            with ExitStack() as undo:
                for suffix, path in paths.items():
                    self._give_name(ready[suffix], path, digests[suffix], turn, undo)
                undo.pop_all()
            settle(self._folder)
            turn.confirm(self._noted(paths, digests), self._source_key)

    def _give_name(self, draft: Path, path: Path, digest: str, turn: Turn, undo: ExitStack) -> None:
        if not self._is_ours(path, turn):
            self._disk.create(draft, path)
            undo.callback(_withdraw, path, digest)
        elif digest_of(path) != digest:
            self._replace(draft, path)

    def _replace(self, draft: Path, path: Path) -> None:
        try:
            self._disk.replace(draft, path)
        except PermissionError as error:
            # Windows says this of a file that is open, in Word for instance.
            self._refused.add(path)
            raise FileExistsError(*error.args) from error


def _withdraw(path: Path, digest: str) -> None:
    if digest_of(path) == digest:
        path.unlink()

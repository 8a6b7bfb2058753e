"""What is known of a model that somebody published: where it is, and its files' hashes."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PublishedFile:
    """One file of a published model.

    Attributes:
        name: its name in the repository and on disk.
        sha256: in hex; None where it is not known, and then only its form is checked.
        size_bytes: its length; None where it is not known.
    """

    name: str
    sha256: str | None = None
    size_bytes: int | None = None


@dataclass(frozen=True, slots=True)
class PublishedModel:
    """One model at one revision, which never changes.

    Attributes:
        name: what a person calls it, e.g. ``"large-v3"``.
        repository: ``owner/name`` on the hub.
        revision: the commit, 40 hex digits.
        files: all that loading needs; the largest, model.bin, last.
        wheels: packages that hold the model in parts, in order; empty if none do.
    """

    name: str
    repository: str
    revision: str
    files: tuple[PublishedFile, ...]
    wheels: tuple[str, ...] = ()

    @property
    def size_bytes(self) -> int:
        """Length of all files together, as far as it is known."""
        return sum(file.size_bytes or 0 for file in self.files)

"""A speech model that is on this machine and can be loaded."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Model:
    """One speech model, checked.

    Attributes:
        name: its size (``"base"``), or the name of the folder that a person gave.
        folder: holds model.bin, config.json, tokenizer.json and the vocabulary.
        digest: SHA-256 in hex, which what it recognised is kept under: of model.bin where the
            other files are the published ones, else of all files that decide the words.
    """

    name: str
    folder: Path
    digest: str

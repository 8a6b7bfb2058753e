"""A speech model that is on this machine and can be loaded."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Model:
    """One speech model, checked.

    Attributes:
        name: its size (``"base"``), or the name of the folder that a person gave.
        folder: holds model.bin, config.json, tokenizer.json and the vocabulary.
        digest: SHA-256 of model.bin in hex; what a model recognised is kept under this.
    """

    name: str
    folder: Path
    digest: str

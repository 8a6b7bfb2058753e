"""A small model of known bytes, and the packages that hold it in parts."""

import hashlib
import random
from pathlib import Path

from transcribe_video.speech.models.published_model import PublishedFile, PublishedModel

CONTENTS = {
    "config.json": b'{"alignment_heads": [[1, 2]]}',
    "extra_config.json": b'{"feature_size": 80}',
    "tokenizer.json": b'{"version": "1.0"}',
    "vocabulary.txt": b"the\nof\nand\n",
    "model.bin": random.Random(2).randbytes((3 << 20) + 17),
}
UNHASHED = "extra_config.json"
PACKAGES = ("toy_whisper_part1", "toy_whisper_part2")


def _file(name: str, content: bytes) -> PublishedFile:
    if name == UNHASHED:
        return PublishedFile(name)
    return PublishedFile(name, hashlib.sha256(content).hexdigest(), len(content))


TOY = PublishedModel(
    name="toy",
    repository="somebody/toy-whisper",
    revision="0123456789abcdef" * 2 + "01234567",
    files=tuple(_file(name, content) for name, content in CONTENTS.items()),
    wheels=PACKAGES,
)
TOY_BYTES = sum(map(len, CONTENTS.values()))
TOY_DIGEST = hashlib.sha256(CONTENTS["model.bin"]).hexdigest()
CATALOGUE = {"toy": TOY}


def write_folder(folder: Path) -> Path:
    """Put the model's files into ``folder``, as a run that installed it would."""
    folder.mkdir(parents=True)
    for name, content in CONTENTS.items():
        (folder / name).write_bytes(content)
    return folder


def write_packages(site: Path) -> Path:
    """Make the packages in ``site``, to be put on Python's path."""
    first, second = (site / package / "data" for package in PACKAGES)
    write_folder(first)
    second.mkdir(parents=True)
    weights = (first / "model.bin").read_bytes()
    (first / "model.bin").unlink()
    (first / "model.bin.part1").write_bytes(weights[: 2 << 20])
    (second / "model.bin.part2").write_bytes(weights[2 << 20 :])
    return site


def contents_of(folder: Path) -> dict[str, bytes]:
    """What ``folder`` holds, by name."""
    return {path.name: path.read_bytes() for path in folder.iterdir()}

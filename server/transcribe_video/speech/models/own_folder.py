"""A model that a person has in a folder of their own."""

from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path

from transcribe_video.errors import ModelError
from transcribe_video.speech.models.model import Model
from transcribe_video.speech.models.published_model import PublishedFile
from transcribe_video.speech.models.verification import (
    WEIGHTS,
    DamageError,
    unreadable,
    verify_file,
)

_NEEDED = (WEIGHTS, "config.json", "tokenizer.json")
_VOCABULARIES = ("vocabulary.txt", "vocabulary.json")
_OPTIONAL = ("preprocessor_config.json",)


def model_in_folder(folder: Path) -> Model:
    """The model in ``folder``, which must hold a whole Whisper model for CTranslate2.

    Its digest is that of all its files: with another tokenizer the same weights give other words.

    Raises:
        ModelError: it does not, or it cannot be read; the sentence names the file.
    """
    names = _names_in(folder)
    lacking = [name for name in _NEEDED if name not in names]
    if names.isdisjoint(_VOCABULARIES):
        lacking.append(_VOCABULARIES[0])
    if lacking:
        raise _unusable(folder, f"it holds no {' and no '.join(lacking)}")
    try:
        digests = {name: verify_file(folder / name, PublishedFile(name)) for name in _files(names)}
    except DamageError as damage:
        raise _unusable(folder, damage.why) from damage
    return Model(folder.resolve().name, folder.absolute(), _digest(digests))


def _files(names: set[str]) -> list[str]:
    wanted = (*reversed(_NEEDED), *_VOCABULARIES, *_OPTIONAL)
    return [name for name in wanted if name in names]


def _digest(digests: Mapping[str, str]) -> str:
    lines = (f"{name} {digest}\n" for name, digest in sorted(digests.items()))
    return sha256("".join(lines).encode()).hexdigest()


def _names_in(folder: Path) -> set[str]:
    try:
        return {path.name for path in folder.iterdir()}
    except FileNotFoundError:
        raise _unusable(folder, "there is nothing at that path") from None
    except NotADirectoryError:
        raise _unusable(folder, "that is not a folder") from None
    except OSError as error:
        raise unreadable(folder, error) from error


def _unusable(folder: Path, why: str) -> ModelError:
    return ModelError(
        f"The speech model “{folder}” cannot be used",
        why,
        "Set TRANSCRIBE_VIDEO_MODEL to a folder with model.bin, config.json, tokenizer.json and"
        " vocabulary.txt, or leave it unset",
    )

"""The models that earlier runs have put into this program's own folder."""

from dataclasses import dataclass, replace
from pathlib import Path

from transcribe_video.settings import Settings
from transcribe_video.speech.models.catalogue import CATALOGUE, Catalogue
from transcribe_video.speech.models.model import Model
from transcribe_video.speech.models.published_model import PublishedFile, PublishedModel
from transcribe_video.speech.models.verification import DamageError, verify_folder


@dataclass(frozen=True, slots=True)
class InstalledModel:
    """A model that is on this machine, not checked beyond the lengths of its files.

    Attributes:
        name: its size, e.g. ``"base"``.
        folder: where it is.
        size_bytes: what it takes on the disk.
    """

    name: str
    folder: Path
    size_bytes: int


def installed_models(
    settings: Settings, catalogue: Catalogue = CATALOGUE
) -> tuple[InstalledModel, ...]:
    """The models that need no network, from the fastest to the most accurate; reads no file."""
    found = (_listed(settings.models / name, model) for name, model in catalogue.items())
    return tuple(model for model in found if model is not None)


def most_accurate(settings: Settings, catalogue: Catalogue = CATALOGUE) -> Settings:
    """The settings with the most accurate installed model that knows all languages.

    A model that a person chose stays; one that is less accurate than the default is no choice.
    """
    if settings.is_model_chosen:
        return settings
    installed = {model.name for model in installed_models(settings, catalogue)}
    names = [name for name in catalogue if name in installed or name == settings.model]
    multilingual = [name for name in names if not name.endswith(".en")]
    return replace(settings, model=multilingual[-1]) if multilingual else settings


def verified_model(models: Path, published: PublishedModel) -> Model | None:
    """The installed model with every known hash checked; None if it is missing or damaged.

    Raises:
        ModelError: it is there and cannot be read.
    """
    folder = models / published.name
    try:
        return Model(published.name, folder, verify_folder(folder, published))
    except DamageError:
        return None


def _listed(folder: Path, published: PublishedModel) -> InstalledModel | None:
    sizes = [_size_if_whole(folder / file.name, file) for file in published.files]
    whole = [size for size in sizes if size is not None]
    if len(whole) < len(sizes):
        return None
    return InstalledModel(published.name, folder, sum(whole))


def _size_if_whole(path: Path, file: PublishedFile) -> int | None:
    try:
        size = path.stat().st_size
    except OSError:
        return None
    return size if size > 0 and file.size_bytes in {None, size} else None

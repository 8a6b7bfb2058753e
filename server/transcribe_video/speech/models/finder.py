"""The one question that the rest of the program asks about models: where is the one to use."""

from pathlib import Path

from transcribe_video.errors import ConfigurationError, MissingExtraError, ModelError
from transcribe_video.manifest import Timeouts
from transcribe_video.settings import Settings
from transcribe_video.speech.models.catalogue import CATALOGUE, Catalogue, nearest_size
from transcribe_video.speech.models.installed import verified_model
from transcribe_video.speech.models.model import Model
from transcribe_video.speech.models.own_folder import model_in_folder
from transcribe_video.speech.models.progress import ProgressListener, unheard
from transcribe_video.speech.models.published_model import PublishedModel
from transcribe_video.speech.models.remedies import ways_out
from transcribe_video.speech.models.source import Source
from transcribe_video.speech.models.wheels import installed_wheels


def find_model(
    settings: Settings,
    timeouts: Timeouts,
    progress: ProgressListener = unheard,
    catalogue: Catalogue = CATALOGUE,
) -> Model:
    """The model that ``settings`` asks for, checked; installed first if it is not there yet.

    It is looked for in a person's own folder, among the installed, in the installed packages,
    and only then on the hub: once it is there nothing touches the network.

    Args:
        settings: which model, and where models are kept.
        timeouts: how patient to be with the hub.
        progress: told how far the model's arrival has come, many times a second.
        catalogue: the models that have a name.

    Raises:
        ConfigurationError: there is no model of that name.
        MissingExtraError: the part of the program that installs models is not installed.
        ModelError: the model cannot be had or read.
        StorageError: it cannot be stored.
    """
    published = catalogue.get(settings.model)
    if published is None:
        return model_in_folder(_own_folder(settings.model, catalogue))
    model = verified_model(settings.models, published)
    if model is not None:
        return model
    try:
        return _install(settings, timeouts, published, progress)
    except ModelError as error:
        folder = settings.models / published.name
        if not folder.exists():
            raise
        raise _damaged(folder, error) from error


def _own_folder(value: str, catalogue: Catalogue) -> Path:
    folder = _expanded(value)
    if len(folder.parts) > 1 or folder.is_dir():
        return folder
    near = nearest_size(value, catalogue)
    hint = f"Did you mean “{near}”? " if near else ""
    raise ConfigurationError(
        f"TRANSCRIBE_VIDEO_MODEL cannot be “{value}”",
        "there is no model of that name and no such folder",
        f"{hint}Set it to one of {', '.join(catalogue)}, or to a folder that holds a model",
    )


def _expanded(value: str) -> Path:
    try:
        return Path(value).expanduser()
    except RuntimeError:  # ~somebody who does not exist
        return Path(value)


def _install(
    settings: Settings, timeouts: Timeouts, published: PublishedModel, progress: ProgressListener
) -> Model:
    source = _source(settings, timeouts, published)
    if source is None:
        raise _nowhere(published)
    try:
        from transcribe_video.speech.models.store import Store  # noqa: PLC0415 - optional
    except ModuleNotFoundError as error:
        raise MissingExtraError("offline", "Installing a speech model") from error
    return Store(settings.models, published).install(source, progress)


def _source(settings: Settings, timeouts: Timeouts, published: PublishedModel) -> Source | None:
    wheels = installed_wheels(published.wheels)
    if wheels or not settings.hub_allowed:
        return wheels
    try:
        from transcribe_video.speech.models.hub import Hub  # noqa: PLC0415 - optional, and heavy
    except ModuleNotFoundError as error:
        raise MissingExtraError("offline", "Fetching a speech model") from error
    return Hub(settings.hub_url, timeouts)


def _nowhere(published: PublishedModel) -> ModelError:
    return ModelError(
        f"The speech model “{published.name}” is not installed",
        "HF_HUB_OFFLINE forbids fetching it, and no installed package holds it",
        ways_out(published),
    )


def _damaged(folder: Path, error: ModelError) -> ModelError:
    what = f"The speech model in “{folder}” is damaged, and no other could be had"
    return ModelError(what, error.why, error.remedy)

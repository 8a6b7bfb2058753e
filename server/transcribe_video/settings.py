"""The only reader of the environment: what a person can set, in one frozen value."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from platformdirs import user_data_path, user_downloads_path

from transcribe_video.errors import ConfigurationError

APP_NAME = "transcribe-video-to-text"
DEFAULT_MODEL = "base"
DEFAULT_HUB = "https://huggingface.co"
_LONGEST_S = 1_000_000


@dataclass(frozen=True, slots=True)
class Settings:
    """What the environment sets; every value has a default.

    Attributes:
        home: folder for models, kept work and records (``TRANSCRIBE_VIDEO_HOME``).
        model: a Whisper size, or the path of a folder with a model (``TRANSCRIBE_VIDEO_MODEL``).
        hub_url: where models come from that are not installed (``HF_ENDPOINT``).
        hub_allowed: whether a model may be fetched at all (``HF_HUB_OFFLINE`` unset or 0).
        is_model_chosen: whether a person chose the model.
        language: of conversations whose text does not tell it (``NEMO_LANGUAGE``).
        wait_s: how long a tool waits for work before it answers (``NEMO_WAIT_S``).
        still_working_s: after so long an answer says that it is still going on
            (``NEMO_STILL_WORKING_S``).
        idle_s: the backend leaves after so long without work (``TRANSCRIBE_VIDEO_IDLE_S``).
        skill_source: what installed the skill, where its path does not tell (``SKILL_SOURCE``).
    """

    home: Path
    model: str = DEFAULT_MODEL
    hub_url: str = DEFAULT_HUB
    hub_allowed: bool = True
    is_model_chosen: bool = False
    language: str = "en"
    wait_s: float = 25
    still_working_s: float = 120
    idle_s: float = 600
    skill_source: str | None = None

    @property
    def models(self) -> Path:
        """The folder that holds one folder for each speech model."""
        return self.home / "models"


def load_settings(environment: Mapping[str, str]) -> Settings:
    """Read the settings from ``environment``; an empty value counts as unset.

    Raises:
        ConfigurationError: a value cannot be used.
    """
    home = environment.get("TRANSCRIBE_VIDEO_HOME") or str(
        user_data_path(APP_NAME, appauthor=False)
    )
    model = environment.get("TRANSCRIBE_VIDEO_MODEL")
    return Settings(
        home=_absolute_folder(home),
        model=_model(model) if model else DEFAULT_MODEL,
        is_model_chosen=bool(model),
        hub_url=(environment.get("HF_ENDPOINT") or DEFAULT_HUB).rstrip("/"),
        hub_allowed=environment.get("HF_HUB_OFFLINE", "0").lower() in {"", "0", "false", "no"},
        language=environment.get("NEMO_LANGUAGE") or "en",
        wait_s=_seconds(environment, "NEMO_WAIT_S", 25),
        still_working_s=_seconds(environment, "NEMO_STILL_WORKING_S", 120),
        idle_s=_seconds(environment, "TRANSCRIBE_VIDEO_IDLE_S", 600),
        skill_source=environment.get("SKILL_SOURCE") or None,
    )


def _seconds(environment: Mapping[str, str], name: str, default: float) -> float:
    value = environment.get(name) or str(default)
    try:
        seconds = float(value)
    except ValueError:
        seconds = -1
    if not 0 <= seconds <= _LONGEST_S:
        raise ConfigurationError(
            f"{name} cannot be “{value}”",
            "that is not a number of seconds",
            f"Set it to a number such as {default:g}, or leave it unset",
        )
    return seconds


def _model(value: str) -> str:
    """A folder as an absolute path, because the backend works in another one."""
    try:
        folder = Path(value).expanduser()
        is_meant = len(folder.parts) > 1 or (folder / "model.bin").is_file()
        return str(folder.absolute()) if is_meant and folder.is_dir() else value
    except (OSError, RuntimeError, ValueError):  # no path: whoever looks for the model says so
        return value


def _absolute_folder(value: str) -> Path:
    try:
        folder = Path(value).expanduser().absolute()
        is_usable = folder.is_dir() or not folder.exists()
    except (OSError, RuntimeError, ValueError):  # not allowed; ~nobody; no path at all
        is_usable = False
    if not is_usable:
        raise ConfigurationError(
            f"TRANSCRIBE_VIDEO_HOME cannot be “{value}”",
            "that is not a folder that can be used",
            "Set it to a folder, or leave it unset",
        )
    return folder


def downloads_folder() -> Path:
    """Where a person's system puts what is downloaded; it need not be there."""
    return user_downloads_path()

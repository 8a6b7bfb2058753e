"""The only reader of the environment: what a person can set, in one frozen value."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from ipaddress import ip_address
from pathlib import Path
from typing import Literal
from urllib.parse import urlsplit

from platformdirs import user_data_path, user_downloads_path

from transcribe_video.errors import ConfigurationError

APP_NAME = "transcribe-video-to-text"
DEFAULT_MODEL = "base"
DEFAULT_HUB = "https://huggingface.co"
DEFAULT_API = "https://mega-api-prod.nemovideo.ai"
DEFAULT_WEB = "https://nemovideo.com"
RECOVERY_WAITS_S = (30.0, 60.0, 60.0, 60.0, 60.0)
_LONGEST_S = 1_000_000
_MOST_WAITS = 20

Backend = Literal["local", "cloud"]
_BACKENDS: dict[str, Backend] = {"local": "local", "cloud": "cloud"}


def _config_folder() -> Path:
    """The folder that the cloud's other programs use as well, wherever a system has its own."""
    try:
        return Path("~/.config/nemovideo").expanduser()
    except RuntimeError:  # a user without a home
        return Path(".config/nemovideo").absolute()


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
        backend: where the work is done; ``cloud`` is the consent to send files there
            (``NEMO_BACKEND``).
        token: what opens the cloud, where a person has one (``NEMO_TOKEN``); never shown or kept.
        client_id: by which the cloud knows this installation (``NEMO_CLIENT_ID``).
        api_url: where the cloud is called, without a slash at the end (``NEMO_API_URL``).
        web_url: where links into the cloud lead, in the same form (``NEMO_WEB_URL``).
        config: folder of what the cloud knows this installation by.
        render_first_poll_s: the cloud's render is looked at after so long
            (``NEMO_RENDER_FIRST_POLL_S``).
        render_poll_s: and then again and again after so long (``NEMO_RENDER_POLL_S``).
        stream_timeout_s: a turn of the cloud's is given up after so long
            (``NEMO_STREAM_TIMEOUT_S``).
        heartbeat_timeout_s: and after so long of nothing but heartbeats
            (``NEMO_HEARTBEAT_TIMEOUT_S``).
        recovery_waits_s: the waits before each look at what became of a turn whose stream broke
            off (``NEMO_RECOVERY_WAITS_S``).
        cloud_token_calls: tests set it, and nothing in the environment: the backend keeps the
            cloud's rules, and its tokens are good for so many calls.
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
    backend: Backend = "local"
    token: str | None = field(default=None, repr=False)
    client_id: str | None = field(default=None, repr=False)
    api_url: str = DEFAULT_API
    web_url: str = DEFAULT_WEB
    config: Path = field(default_factory=_config_folder)
    render_first_poll_s: float = 10
    render_poll_s: float = 30
    stream_timeout_s: float = 900
    heartbeat_timeout_s: float = 600
    recovery_waits_s: tuple[float, ...] = RECOVERY_WAITS_S
    cloud_token_calls: int | None = None

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
    backend = _backend(environment)
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
        backend=backend,
        token=_stripped(environment, "NEMO_TOKEN"),
        client_id=_stripped(environment, "NEMO_CLIENT_ID"),
        api_url=_address(environment, "NEMO_API_URL", DEFAULT_API, backend),
        web_url=_address(environment, "NEMO_WEB_URL", DEFAULT_WEB, backend),
        render_first_poll_s=_seconds(environment, "NEMO_RENDER_FIRST_POLL_S", 10),
        render_poll_s=_seconds(environment, "NEMO_RENDER_POLL_S", 30),
        stream_timeout_s=_seconds(environment, "NEMO_STREAM_TIMEOUT_S", 900),
        heartbeat_timeout_s=_seconds(environment, "NEMO_HEARTBEAT_TIMEOUT_S", 600),
        recovery_waits_s=_waits(environment, "NEMO_RECOVERY_WAITS_S", RECOVERY_WAITS_S),
    )


def _stripped(environment: Mapping[str, str], name: str) -> str | None:
    return (environment.get(name) or "").strip() or None


def _backend(environment: Mapping[str, str]) -> Backend:
    value = environment.get("NEMO_BACKEND") or "local"
    backend = _BACKENDS.get(value.strip().lower())
    if backend is None:
        raise ConfigurationError(
            f"NEMO_BACKEND cannot be “{value}”",
            "there is no backend of that name",
            "Set it to local, which does all work on this machine, or to cloud, which sends files "
            "to NemoVideo, or leave it unset for local",
        )
    return backend


def _address(environment: Mapping[str, str], name: str, default: str, backend: Backend) -> str:
    """The address of a host that is trusted with tokens, if the cloud is used at all."""
    value = environment.get(name, "").strip() or default
    if backend == "cloud" and not _is_safe(value):
        raise ConfigurationError(
            f"{name} cannot be used",
            "it is not an address that begins with https://, without a name, password, query or "
            "fragment in it",
            f"Set it to an address such as {default}, or leave it unset",
        )
    return value.rstrip("/")


def _is_safe(address: str) -> bool:
    """Whether what is sent there cannot be read on its way, and the address hides nothing."""
    if not (address.isascii() and address.isprintable()) or set(address) & set(" \\?#@"):
        return False
    try:
        parts = urlsplit(address)
        is_whole = bool(parts.hostname) and parts.port != 0
    except ValueError:
        return False
    is_encrypted = parts.scheme == "https"
    return is_whole and (is_encrypted or (parts.scheme == "http" and is_loopback(parts.hostname)))


def is_loopback(host: str | None) -> bool:
    """Whether a host, as an address names it, is this machine."""
    try:
        return host == "localhost" or ip_address(host or "").is_loopback
    except ValueError:
        return False


def _waits(
    environment: Mapping[str, str], name: str, default: tuple[float, ...]
) -> tuple[float, ...]:
    """Seconds, separated by commas."""
    written = ",".join(f"{wait_s:g}" for wait_s in default)
    value = environment.get(name) or written
    waits = tuple(_number(part) for part in value.split(","))
    if len(waits) > _MOST_WAITS or any(wait_s is None for wait_s in waits):
        raise ConfigurationError(
            f"{name} cannot be “{value}”",
            "that is not a list of seconds",
            f"Set it to numbers such as {written}, or leave it unset",
        )
    return tuple(wait_s for wait_s in waits if wait_s is not None)


def _number(value: str) -> float | None:
    """So many seconds, if they are any."""
    try:
        seconds = float(value)
    except ValueError:
        return None
    return seconds if 0 <= seconds <= _LONGEST_S else None


def _seconds(environment: Mapping[str, str], name: str, default: float) -> float:
    value = environment.get(name) or str(default)
    seconds = _number(value)
    if seconds is None:
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

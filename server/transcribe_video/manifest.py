"""The limits, timeouts and keyword tables that manifest.yaml holds."""

from pathlib import Path
from typing import Annotated

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from transcribe_video.errors import ConfigurationError

# So much is meant as "never": more would overflow a clock or a wait.
_MOST = 1_000_000
_MB = 1024 * 1024
_Positive = Annotated[float, Field(gt=0, le=_MOST, strict=True, allow_inf_nan=False)]
_Word = Annotated[str, Field(min_length=1)]
# What is wrong with a value, by the validator's name for it.
_REASONS = {
    "missing": "it is missing",
    "extra_forbidden": "nothing of that name is known",
    "model_type": "it is not a table of values",
    "tuple_type": "it is not a list",
    "string_type": "it is not text",
    "string_too_short": "it is empty",
    "too_short": "it is empty",
    "float_type": "it is not a number",
    "finite_number": "it is not a number",
    "greater_than": "it is not above zero",
    "less_than_equal": f"it is more than {_MOST:,}",
}


class _Table(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Limits(_Table):
    """How much is too much.

    Attributes:
        recording_h: longest recording that is worked on, in hours.
        kept_work_days: days for which recognised audio is kept for an interrupted run.
        upload_mb: largest file that travels, in MB of 1024 · 1024 bytes.
        fetch_mb: largest file that is fetched from an address, in the same.
    """

    recording_h: _Positive
    kept_work_days: _Positive
    upload_mb: _Positive
    fetch_mb: _Positive

    @property
    def recording_ms(self) -> int:
        """Longest recording in milliseconds."""
        return round(self.recording_h * 3_600_000)

    @property
    def upload_bytes(self) -> int:
        """Largest file that travels."""
        return round(self.upload_mb * _MB)

    @property
    def fetch_bytes(self) -> int:
        """Largest file that is fetched from an address."""
        return round(self.fetch_mb * _MB)


class Timeouts(_Table):
    """Seconds after which a silent other side counts as failed, and longest waits."""

    backend_start_s: _Positive
    fetch_connect_s: _Positive
    fetch_read_s: _Positive
    fetch_total_s: _Positive
    longest_wait_s: _Positive
    hub_connect_s: _Positive
    hub_read_s: _Positive


class Route(_Table):
    """One row of the keyword table: any of ``keywords`` in a message means ``intent``."""

    intent: _Word
    keywords: tuple[_Word, ...] = Field(min_length=1)


class Manifest(BaseModel):
    """The part of manifest.yaml that the program obeys.

    Attributes:
        limits: how much is too much.
        timeouts: how long is too long.
        routing: which words mean what.
        fillers: words that say nothing, by the code of their language.
        lone_fillers: words that say nothing where they are set off, and something elsewhere.
    """

    model_config = ConfigDict(frozen=True)

    limits: Limits
    timeouts: Timeouts
    routing: tuple[Route, ...]
    fillers: dict[str, tuple[_Word, ...]] = {}
    lone_fillers: dict[str, tuple[_Word, ...]] = {}


def load_manifest(folder: Path) -> Manifest:
    """Read ``folder/manifest.yaml``.

    Raises:
        ConfigurationError: it is missing, is not YAML, or a value in it cannot be used; the
            sentence names the value.
    """
    path = folder / "manifest.yaml"
    try:
        return Manifest.model_validate(yaml.safe_load(path.read_text(encoding="utf-8")))
    except ValidationError as error:
        why = _reason(error)
    except OSError:
        why = "it cannot be read"
    except (yaml.YAMLError, UnicodeDecodeError):
        why = "it is not valid YAML"
    raise ConfigurationError(f"“{path}” cannot be used", why, "Mend it or reinstall the skill")


def _reason(error: ValidationError) -> str:
    first = error.errors()[0]
    where = ".".join(str(part) for part in first["loc"])
    if not where:
        return "it holds no limits, timeouts and routing"
    return f"“{where}”: {_REASONS.get(first['type'], 'it cannot be used')}"

"""What a renderer is asked for: one line of JSON."""

import json
from pathlib import Path
from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError

from transcribe_video.errors import UsageError

MOST_CLIPS = 100
"""ffmpeg opens each clip's file, with decoders of its own, before it begins."""
_MOST_MS = 10**12
_MOST_CAPTION = 2_000  # characters: more is no caption, and a frame of text holds 65,535 bytes

Resolution = Literal["source", "1080p", "720p"]


def _whole(value: object) -> object:
    """Drafts may carry fractions of a millisecond."""
    return round(value) if isinstance(value, float) and abs(value) < _MOST_MS else value


def _path(value: object) -> object:
    """Made here because the validator refuses names that are not Unicode."""
    return Path(value) if isinstance(value, str) else value


Ms = Annotated[int, BeforeValidator(_whole), Field(ge=0, lt=_MOST_MS)]
AbsolutePath = Annotated[Path, BeforeValidator(_path)]


class _Row(BaseModel):
    model_config = ConfigDict(frozen=True)


class Clip(_Row):
    """A part of a recording.

    Attributes:
        path: the recording.
        from_ms: where the part begins, from the recording's start.
        d_ms: how long it is; None is all that follows.
    """

    path: AbsolutePath
    from_ms: Ms = 0
    d_ms: Annotated[Ms, Field(gt=0)] | None = None


class Caption(_Row):
    """A text that is shown for a while, in times of the finished video."""

    start_ms: Ms
    end_ms: Ms
    text: Annotated[str, Field(max_length=_MOST_CAPTION)]


class Request(_Row):
    """A video to make.

    Attributes:
        clips: what it shows, one after the other.
        captions: what can be switched on to be read, in any order; none makes no such track.
        language: of the captions, as an ISO 639 code.
        target: the file to make, absolute; it must not exist yet.
        resolution: ``source`` and ``1080p`` are at most 1920×1080 (upright 1080×1920), ``720p``
            at most 1280×720 (720×1280); nothing is ever enlarged.
    """

    clips: Annotated[tuple[Clip, ...], Field(min_length=1, max_length=MOST_CLIPS)]
    captions: tuple[Caption, ...] = ()
    language: str | None = None
    target: AbsolutePath
    resolution: Resolution = "source"


def parsed(line: bytes) -> Request:
    """The request in a line of JSON.

    Raises:
        UsageError: it cannot be used; the sentence names the first wrong value.
    """
    try:
        request = Request.model_validate(json.loads(line))
    except ValidationError as error:
        raise _unusable(".".join(map(str, error.errors()[0]["loc"])) or "the whole") from None
    except (ValueError, RecursionError):
        raise _unusable("the whole") from None
    for path in (request.target, *(clip.path for clip in request.clips)):
        if not path.is_absolute():
            raise _unusable("path")
    return request


def _unusable(where: str) -> UsageError:
    return UsageError("The video cannot be made", f"“{where}” of the request cannot be used")

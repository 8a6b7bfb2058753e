"""Orders for videos: checked before the work."""

import re

from transcribe_video.delivery.folder import full_path
from transcribe_video.delivery.video_place import is_name_alone
from transcribe_video.errors import UsageError
from transcribe_video.wire.render import CAPTIONS, RESOLUTIONS, Output, RenderRequest

_SUFFIX = ".mp4"
_ID = re.compile(r"[A-Za-z0-9_-]{1,100}")
_WHAT = "The video cannot be exported"


def checked(request: RenderRequest) -> RenderRequest:
    """The request with all that it leaves open filled in.

    Raises:
        UsageError: it cannot be carried out.
    """
    if not _ID.fullmatch(request.id):
        raise UsageError(_WHAT, "its id is not one", "Use letters, digits, “_” and “-”")
    output = request.output
    return request.model_copy(
        update={
            "output": output.model_copy(
                update={
                    "format": _format(output.format),
                    "resolution": _resolution(output.resolution or "source"),
                    "captions": _captions(output.captions or "auto"),
                    "path": _path(output),
                }
            )
        }
    )


def _format(name: str) -> str:
    if name.strip().lower().removeprefix(".") != "mp4":
        why = "MP4 is the one video format that is made here"
        raise UsageError(f"The video format cannot be “{name}”", why, "Use mp4")
    return "mp4"


def _resolution(name: str) -> str:
    wanted = name.strip().lower()
    if wanted not in RESOLUTIONS:
        why = "1080p is the most, and nothing is enlarged"
        raise UsageError(
            f"The resolution cannot be “{name}”", why, f"Use one of {', '.join(RESOLUTIONS)}"
        )
    return wanted


def _captions(name: str) -> str:
    wanted = name.strip().lower()
    if wanted not in CAPTIONS:
        why = "that is not known"
        raise UsageError(f"The captions cannot be “{name}”", why, "Use auto, soft, burned or off")
    return wanted


def _path(output: Output) -> str | None:
    if output.path is None or is_name_alone(output.path):
        return output.path
    path = full_path(output.path, "The video cannot be written to")
    if not path.is_dir() and path.suffix.lower() not in {"", _SUFFIX}:
        raise UsageError(
            f"The video cannot be written to “{path}”", "it is an MP4 file", "End its name in .mp4"
        )
    return str(path)

"""Pictures of an edit, each made in a process of its own."""

from base64 import b64decode
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from threading import Timer

from transcribe_video.backend.child import Child
from transcribe_video.errors import DamagedMediaError
from transcribe_video.wire.failure import error_of

_MODULE = "transcribe_video.backend.preview_main"
LONGEST_S = 45.0


@dataclass(frozen=True, slots=True)
class Shown:
    """A moment of a file.

    Attributes:
        path: of the file.
        at_ms: from its start.
        label: a time that is written into the picture; empty for none.
    """

    path: Path
    at_ms: int
    label: str = ""


@dataclass(frozen=True, slots=True)
class Shape:
    """The shape that the edit gives to a picture.

    Attributes:
        aspect: width to height; None is each file's own.
        is_padded: what does not fit is bordered; else it is cut off.
    """

    aspect: str | None = None
    is_padded: bool = False


def preview(
    frames: Sequence[Shown], folder: Path, shape: Shape | None = None, longest_s: float = LONGEST_S
) -> bytes:
    """One picture as JPEG of at most 100 KB; takes a moment.

    Args:
        frames: one moment, the two sides of a join, or the moments of a sheet.
        folder: where the process runs.
        shape: of the edit.
        longest_s: how long it may take.

    Raises:
        MediaError: one of its kinds: a file cannot be read.
    """
    child = Child(_MODULE, folder)
    late = Timer(longest_s, child.kill)
    late.start()
    try:
        child.send(_order(frames, shape or Shape()))
        answer = next(child.messages(), {})
    finally:
        late.cancel()
        child.kill()
        child.end()
    if "jpeg" in answer:
        return b64decode(answer["jpeg"])
    raise error_of(answer.get("error")) or DamagedMediaError(
        "The picture cannot be made",
        "the decoder broke down over a recording, or took too long",
        "Save it as MP4 with a video program, and use that file",
    )


def _order(frames: Sequence[Shown], shape: Shape) -> dict[str, object]:
    rows = [
        {"path": str(shown.path), "at_ms": shown.at_ms, "label": shown.label} for shown in frames
    ]
    return {"frames": rows, "aspect": shape.aspect, "is_padded": shape.is_padded}

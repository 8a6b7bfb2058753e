"""Pictures of an edit, each made in a process of its own."""

from base64 import b64decode
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from threading import Timer
from typing import Any

from transcribe_video.backend.child import Child
from transcribe_video.errors import DamagedMediaError
from transcribe_video.wire.failure import error_of

_MODULE = "transcribe_video.backend.preview_main"
LONGEST_S = 45.0


@dataclass(frozen=True, slots=True)
class Shown:
    """A moment of an edit.

    Attributes:
        path: of the file that is seen then.
        at_ms: from its start.
        time_ms: when it is, in the edit.
        kind: of the clip; of ``audio`` nothing is seen.
        label: a time that is written into the picture; empty for none.
    """

    path: Path
    at_ms: int
    time_ms: int = 0
    kind: str = "video"
    label: str = ""


@dataclass(frozen=True, slots=True)
class Drawn:
    """A picture.

    Attributes:
        jpeg: of 100 KB at most.
        notes: what a person should know about it, as sentences.
    """

    jpeg: bytes
    notes: tuple[str, ...]


def preview(
    frames: Sequence[Shown], folder: Path, line: Mapping[str, Any], longest_s: float = LONGEST_S
) -> Drawn:
    """One picture, as an export of the edit would show it; takes a moment.

    Args:
        frames: one moment, the two sides of a join, or the moments of a sheet.
        folder: where the process runs.
        line: what the renderer would be told of the edit.
        longest_s: how long it may take.

    Raises:
        MediaError: one of its kinds: a file cannot be read.
        StorageError: nothing can be written into the folder.
    """
    child = Child(_MODULE, folder)
    late = Timer(longest_s, child.kill)
    late.start()
    try:
        child.send({**line, "frames": [_moment(shown) for shown in frames]})
        answer = next(child.messages(), {})
    finally:
        late.cancel()
        child.kill()
        child.end()
    if "jpeg" in answer:
        return Drawn(b64decode(answer["jpeg"]), tuple(answer["notes"]))
    raise error_of(answer.get("error")) or DamagedMediaError(
        "The picture cannot be made",
        "the decoder broke down over a recording, or took too long",
        "Save it as MP4 with a video program, and use that file",
    )


def _moment(shown: Shown) -> dict[str, object]:
    return {
        "path": str(shown.path),
        "at_ms": shown.at_ms,
        "time_ms": shown.time_ms,
        "kind": shown.kind,
        "label": shown.label,
    }

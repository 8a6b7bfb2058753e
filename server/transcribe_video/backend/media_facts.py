"""What is in a file, as far as a look into it tells."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

VIDEO, AUDIO, IMAGE = "video", "audio", "image"


@dataclass(frozen=True, slots=True)
class MediaFacts:
    """What is in a file.

    Attributes:
        file_type: ``video``, ``audio`` or ``image``.
        duration_ms: its length; None for pictures, and where nothing tells.
        width: pixels as shown; None where there is no picture.
        height: pixels as shown.
        fps: frames in a second, where there are frames.
        has_sound: whether there is sound that can be read.
        notes: what a person should know, as sentences.
        timecode: the time that its first picture bears, e.g. ``01:00:00;00``, if it tells.
    """

    file_type: str = VIDEO
    duration_ms: int | None = None
    width: int | None = None
    height: int | None = None
    fps: float | None = None
    has_sound: bool = True
    notes: tuple[str, ...] = ()
    timecode: str | None = None

    def data(self) -> dict[str, Any]:
        """The same as JSON has it."""
        return {**asdict(self), "notes": list(self.notes)}


def facts_of(data: Mapping[str, Any]) -> MediaFacts:
    """What ``MediaFacts.data`` gave."""
    return MediaFacts(**{**data, "notes": tuple(data.get("notes", ()))})

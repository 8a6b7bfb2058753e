"""The time that a recording's first picture bears, by which editing programs find it."""

from pathlib import Path
from typing import TYPE_CHECKING

from transcribe_video.media.container import opened

if TYPE_CHECKING:
    from collections.abc import Iterator

    from av.container import InputContainer

_KEY = "timecode"
_LONGEST = 16


def timecode_of(path: Path) -> str | None:
    """The timecode as the recording writes it, e.g. ``01:00:00;00``; None if it has none.

    Raises:
        MediaError: one of its kinds; see ``container.opened``.
    """
    with opened(path) as recording:
        found = (text.strip() for text in _told(recording.container))
        return next((text for text in found if text and len(text) <= _LONGEST), None)


def _told(container: "InputContainer") -> "Iterator[str]":
    for stream in container.streams:
        yield stream.metadata.get(_KEY, "")
    yield container.metadata.get(_KEY, "")

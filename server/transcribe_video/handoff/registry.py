"""The formats that an edit can be handed over in, and how people name them."""

from collections.abc import Callable
from dataclasses import dataclass

from transcribe_video.handoff.edl import MOST_EVENTS, write_edl
from transcribe_video.handoff.fcpxml import write_fcpxml
from transcribe_video.handoff.otio import write_otio
from transcribe_video.handoff.sequence import Sequence


@dataclass(frozen=True, slots=True)
class TimelineFormat:
    """One form of a timeline, and how it is written.

    Attributes:
        name: what people call it.
        title: what it is.
        aliases: other names for it, in lower case.
        write: makes the file's bytes.
        leaves_out: what of an edit it cannot hold, of ``titles``, ``music``, ``volume`` and
            ``shape``.
        most_clips: so many of them all programs read; None if there is no end.
    """

    name: str
    title: str
    aliases: frozenset[str]
    write: Callable[[Sequence], bytes]
    leaves_out: frozenset[str] = frozenset()
    most_clips: int | None = None

    @property
    def suffix(self) -> str:
        """How its files end."""
        return f".{self.name}"


TIMELINE_FORMATS = (
    TimelineFormat(
        "otio",
        "OpenTimelineIO timeline",
        frozenset({"opentimelineio", "open timeline io", "timeline", "时间线"}),
        write_otio,
        frozenset({"titles", "volume", "shape"}),
    ),
    TimelineFormat(
        "fcpxml",
        "Final Cut Pro XML",
        frozenset({"fcpx", "fcp xml", "final cut", "final cut pro", "davinci", "resolve"}),
        write_fcpxml,
    ),
    TimelineFormat(
        "edl",
        "edit decision list",
        frozenset({"cmx", "cmx3600", "cmx 3600", "edit list"}),
        write_edl,
        frozenset({"titles", "music", "volume", "shape"}),
        MOST_EVENTS,
    ),
)
_BY_NAME = {
    name: found
    for found in TIMELINE_FORMATS
    for name in (found.name, found.title.lower(), *found.aliases)
}


def timeline_format(name: str) -> TimelineFormat | None:
    """The format of that name, however it is written (``OTIO``, ``.otio``), if there is one."""
    return _BY_NAME.get(name.strip().lower().removeprefix("*").removeprefix("."))

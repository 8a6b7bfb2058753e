"""The result of ``preview``: what is seen in the picture."""

from collections.abc import Iterator

from pydantic import BaseModel, Field

from transcribe_video.timecode import fine_clock, milliseconds
from transcribe_video.tools.quotation import Quoted, one_line, said
from transcribe_video.tools.result import Result
from transcribe_video.wire.preview import Preview, PreviewFrame

_LONGEST_NAME, _LONGEST_TITLE = 80, 200


class SeenFrame(BaseModel):
    """One of the pictures in it."""

    at_s: float = 0
    clip: int = 1
    media_id: str | None = None
    name: str = ""
    source_s: float = 0
    said: Quoted = ""
    titles: list[str] = Field(default=[])


class Seen(Result):
    """What is seen in a picture of the edit."""

    kind: str = "moment"
    duration_s: float = 0
    join: int | None = None
    joins: int = 0
    frames: list[SeenFrame] = Field(default=[])
    titles: list[str] = Field(default=[])


def seen_of(shown: Preview) -> Seen:
    """What the backend tells of the picture."""
    return Seen(
        session_id=shown.session_id,
        status="completed",
        kind=shown.kind,
        duration_s=shown.duration_s,
        join=shown.join,
        joins=shown.joins,
        frames=[_frame(frame) for frame in shown.frames],
        titles=[one_line(title, _LONGEST_TITLE) for title in shown.titles],
        notes=shown.notes,
    )


def _frame(frame: PreviewFrame) -> SeenFrame:
    return SeenFrame(
        at_s=frame.at_s,
        clip=frame.clip,
        media_id=frame.media_id,
        name=one_line(frame.media_name, _LONGEST_NAME),
        source_s=frame.source_s,
        said=frame.said,
        titles=[one_line(title, _LONGEST_TITLE) for title in frame.titles],
    )


def body_of(seen: Seen) -> Iterator[str]:
    """The same as text."""
    for number, frame in enumerate(seen.frames, 1):
        at, source = (fine_clock(milliseconds(time_s)) for time_s in (frame.at_s, frame.source_s))
        yield f"{number}. at {at}: clip {frame.clip}, “{frame.name}” at {source}"
        if frame.said:
            yield said(frame.said)
        for title in frame.titles:
            yield f"Title over it: {title}"
    if seen.joins:
        yield f"The timeline has {seen.joins + 1} clips: joins 1 to {seen.joins}."

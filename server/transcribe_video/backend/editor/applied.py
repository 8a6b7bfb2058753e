"""What an edit makes of a timeline."""

from dataclasses import dataclass

from transcribe_video.backend.editor.timeline import Timeline
from transcribe_video.conversation.editing.edit import Range


@dataclass(frozen=True, slots=True)
class Taken:
    """A part that was taken out.

    Attributes:
        span: where it was on the timeline.
        text: what was said there; empty if nothing was.
    """

    span: Range
    text: str = ""


@dataclass(frozen=True, slots=True)
class Applied:
    """The timeline after an edit, and what a person should know of how it came about.

    Attributes:
        timeline: as it is now.
        taken: what was taken out, in order.
        is_doubtful: what was looked for was only found nearly, so that a person should agree.
        notes: names of sentences, with their facts.
    """

    timeline: Timeline
    taken: tuple[Taken, ...] = ()
    is_doubtful: bool = False
    notes: tuple[tuple[str, dict[str, object]], ...] = ()

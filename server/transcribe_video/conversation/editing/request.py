"""What a message asks of the editor."""

from dataclasses import dataclass

from transcribe_video.conversation.editing.edit import Edit


@dataclass(frozen=True, slots=True)
class Request:
    """The edits of a message.

    Attributes:
        edits: in the order of the message; all their times are those of the timeline as it stood
            when it was sent.
        is_plan_only: it only asks what would happen.
        unread: what was not understood, as it was written, so that nobody says it was done; all
            of the message where there are no edits.
    """

    edits: tuple[Edit, ...] = ()
    is_plan_only: bool = False
    unread: str = ""

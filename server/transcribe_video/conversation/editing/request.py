"""What a message asks of the editor."""

from dataclasses import dataclass

from transcribe_video.conversation.editing.edit import Edit


@dataclass(frozen=True, slots=True)
class Request:
    """The edits that a message asks for.

    Attributes:
        edits: in its order; empty if it asks for none.
        is_plan_only: whether it only asks what would happen.
        unread: the part of it that was not understood; empty if all was.
    """

    edits: tuple[Edit, ...] = ()
    is_plan_only: bool = False
    unread: str = ""

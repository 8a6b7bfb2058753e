"""Why an edit was not made."""

from collections.abc import Sequence
from dataclasses import dataclass

from transcribe_video.conversation.editing.edit import Range


@dataclass(frozen=True, slots=True)
class Place:
    """One of several places that may be meant.

    Attributes:
        span: what would be cut, or kept.
        text: what is said around it.
        is_kept: whether it is what would be kept.
    """

    span: Range
    text: str
    is_kept: bool = False


class EditError(Exception):
    """An edit that cannot be made as it is asked for.

    Args:
        reason: names which of the sentences is said: ``"beyond"``, ``"not_said"``, ``"several"``.
        facts: for the sentence.
        places: between which a person must choose.
    """

    def __init__(self, reason: str, places: Sequence[Place] = (), **facts: object) -> None:
        super().__init__(reason)
        self.reason, self.places, self.facts = reason, tuple(places), facts

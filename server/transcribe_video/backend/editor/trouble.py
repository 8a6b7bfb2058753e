"""Why an edit was not made."""

from collections.abc import Sequence
from dataclasses import dataclass

from transcribe_video.conversation.editing.edit import TimelineEdit


@dataclass(frozen=True, slots=True)
class Choice:
    """One of several things that may be meant.

    Attributes:
        edit: what is done if it is this one, so that nothing else can be meant by it.
        text: what is said around it; empty if the edit tells enough.
    """

    edit: TimelineEdit
    text: str = ""


class EditError(Exception):
    """An edit that cannot be made as it is asked for.

    Args:
        reason: names which of the sentences is said: ``"beyond"``, ``"not_said"``, ``"several"``.
        choices: between which a person must choose.
        facts: for the sentence.
    """

    def __init__(self, reason: str, choices: Sequence[Choice] = (), **facts: object) -> None:
        super().__init__(reason)
        self.reason, self.choices, self.facts = reason, tuple(choices), facts

"""Why an edit was not made."""

from collections.abc import Sequence


class EditError(Exception):
    """An edit that cannot be made as it is asked for.

    Args:
        reason: names which of the sentences is said: ``"beyond"``, ``"not_said"``, ``"several"``.
        facts: for the sentence.
        choices: between which a person must choose; each is a message that says it clearly.
    """

    def __init__(self, reason: str, choices: Sequence[str] = (), **facts: object) -> None:
        super().__init__(reason)
        self.reason, self.choices, self.facts = reason, tuple(choices), facts

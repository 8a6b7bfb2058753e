"""One thing that a message asks for."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from transcribe_video.conversation.editing.command import Command
from transcribe_video.conversation.editing.parting import Clause


@dataclass(slots=True)
class Wish:
    """One thing that is asked for.

    Attributes:
        head: the name of it; empty if it is not known.
        command: what it says.
        clauses: which say it.
        mentions: those of them that only name what it is about.
    """

    head: str
    command: Command
    clauses: list[Clause] = field(default_factory=list)
    mentions: list[Clause] = field(default_factory=list)

    def extend(self, clause: Clause) -> None:
        """Take a clause in."""
        self.command.clauses.append(clause.tokens)
        self.clauses.append(clause)

    @property
    def said(self) -> Iterator[Clause]:
        """The clauses that say what shall be done."""
        return (clause for clause in self.clauses if clause not in self.mentions)

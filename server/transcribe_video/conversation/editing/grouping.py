"""Clauses that together ask for one thing."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from transcribe_video.conversation.editing.command import Command
from transcribe_video.conversation.editing.heads import head_of
from transcribe_video.conversation.editing.parting import VERBS, Clause
from transcribe_video.conversation.editing.sign import Sign

_WHERE = (Sign.SPAN, Sign.SINCE, Sign.UNTIL_TIME, Sign.QUOTE, Sign.SAID)
_MERGED = {"captions", "fillers", "frame", "loudness", "silences", "repeats", "undo", "confirm"}
_NOTHING = {Sign.OTHER, Sign.RECORDING, Sign.NOT, Sign.QUESTION, Sign.NUMBER}
_UNDONE = {"undo", "redo", "start over", "changes", "confirm", "export", "propose", ""}


@dataclass(slots=True)
class Wish:
    """One thing that is asked for.

    Attributes:
        head: the name of it; empty if it is not known.
        command: what it says.
        clauses: which say it.
    """

    head: str
    command: Command
    clauses: list[Clause] = field(default_factory=list)

    def extend(self, clause: Clause) -> None:
        """Take a clause in."""
        self.command.clauses.append(clause.tokens)
        self.clauses.append(clause)


def wishes_of(clauses: Iterable[Clause], length_ms: int) -> list[Wish]:
    """What is asked for, in order."""
    wishes: list[Wish] = []
    waiting: list[Clause] = []
    verbs: frozenset[Sign] = frozenset()
    for clause in clauses:
        if not clause.tokens or _is_hands_off(clause):
            continue
        command = Command(length_ms, [clause.tokens])
        own = frozenset(token.sign for token in clause.tokens if not token.is_negated) & VERBS
        command.inherited = frozenset() if own else verbs
        head = "" if clause.is_question else head_of(command)
        verbs = own or verbs
        if clause.is_question:
            wishes.append(Wish("", command, [clause]))
        elif wishes and wishes[-1].head and _goes_on(wishes[-1], head, command):
            wishes[-1].extend(clause)
        elif not head and not wishes and _says_where(command):
            waiting.append(clause)
        else:
            wish = Wish(head, Command(length_ms, [], command.inherited))
            for one in (*waiting, clause):
                wish.extend(one)
            waiting = []
            wishes.append(wish)
    return [*wishes, *_left(waiting, length_ms)]


def _left(waiting: list[Clause], length_ms: int) -> Iterator[Wish]:
    for clause in waiting:
        yield Wish("", Command(length_ms, [clause.tokens]), [clause])


def _is_hands_off(clause: Clause) -> bool:
    """“Don't touch the music”."""
    return any(token.sign is Sign.TOUCH and token.is_negated for token in clause.tokens)


def _goes_on(wish: Wish, head: str, command: Command) -> bool:
    """Whether a clause belongs to the wish before it."""
    if not head:
        return _adds(wish, command)
    if head == wish.head and head != "music":
        is_more = head == "title" and not command.has(Sign.QUOTE)
        return head in _MERGED or is_more or (head == "cut" and _is_rest(command))
    if head == "cut" and not command.has(*_WHERE):
        is_kept = command.has(Sign.KEEP) or command.has(Sign.TRIM)
        is_answer = wish.head in {"silences", "repeats"} and is_kept
        return is_answer or (wish.head in {"cut", "only"} and _is_rest(command))
    if wish.head == "fillers":
        return head == "volume" and command.has(Sign.MUTE) and not command.has(*_WHERE)
    if wish.head == "music" and not command.has(Sign.FILE, Sign.MUTE, *_WHERE):
        return head in {"music", "volume"}
    return wish.head == "cut" and head == "only" and not wish.command.ranges


def _adds(wish: Wish, command: Command) -> bool:
    """Whether a clause without a word of its own says more about a wish."""
    is_negated = any(token.is_negated for token in command.tokens)
    return wish.head not in _UNDONE and (is_negated or _says_where(command))


def _says_where(command: Command) -> bool:
    """Whether it says anything that a wish could want to know."""
    return any(token.sign not in _NOTHING for token in command.tokens)


def _is_rest(command: Command) -> bool:
    return command.has(Sign.REST) and not command.has(*_WHERE)

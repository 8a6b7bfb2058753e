"""Clauses that together ask for one thing."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from transcribe_video.conversation.editing.arguments import (
    ARGUMENTS,
    CONTENT,
    EXTENTS,
    STYLE,
    strange,
)
from transcribe_video.conversation.editing.command import Command
from transcribe_video.conversation.editing.continuing import WORDLESS, goes_on, is_spared
from transcribe_video.conversation.editing.heads import head_of
from transcribe_video.conversation.editing.parting import VERBS, Clause
from transcribe_video.conversation.editing.reference import Reference, is_hands_off
from transcribe_video.conversation.editing.sign import Sign
from transcribe_video.conversation.editing.span_making import CHANGE
from transcribe_video.conversation.editing.token import Token
from transcribe_video.conversation.editing.wish import Wish

_NAMED = {
    *(Sign.CAPTIONS, Sign.MUSIC, Sign.TITLE, Sign.SILENCES, Sign.FILLERS, Sign.REPEATS),
    Sign.FILLER,
}
_OPEN = {
    *(Sign.FROM, Sign.TO, Sign.BETWEEN, Sign.UNTIL, Sign.OVER, Sign.LONGER, Sign.NUMBER),
    *(Sign.AFTER, Sign.BEFORE, Sign.BY),
}
_TIMES = {
    *(Sign.SPAN, Sign.SINCE, Sign.UNTIL_TIME, Sign.MOMENT, Sign.GOAL, Sign.QUANTITY, Sign.CLOCK),
    *(Sign.KEEP, Sign.PERCENT, Sign.FRACTION, Sign.FACTOR, Sign.NUMBER),
}
_LISTED = EXTENTS | {
    Sign.FILLER,
    Sign.FILLERS,
    Sign.ALL,
    Sign.EACH,
    Sign.WORDS,
    Sign.RECORDING,
    Sign.SMALL,
}
_TOPICS = {Sign.PLATFORM, Sign.SILENCES, Sign.CAPTIONS, Sign.MUSIC, Sign.TITLE}
_HEARD = {Sign.SOUND, Sign.SPEECH, Sign.VOLUME, Sign.FILE, Sign.QUOTE, Sign.BARS, Sign.BURN}
_THINGS = {Sign.SILENCES, Sign.FILLERS, Sign.REPEATS, Sign.FIRST, Sign.LAST, Sign.START, Sign.END}
_RATES = (Sign.SPEED, Sign.FASTER, Sign.SLOWER)
_MOST_WAITING = 12


def wishes_of(clauses: Iterable[Clause], length_ms: int) -> list[Wish]:
    """What is asked for, in order."""
    return _Grouping(length_ms).grouped(list(clauses))


class _Grouping:
    """The state of one message.

    Attributes:
        wishes: what is asked for so far.
        waiting: clauses that name something and do not say what to do with it.
    """

    def __init__(self, length_ms: int) -> None:
        self._length_ms = length_ms
        self.wishes: list[Wish] = []
        self.waiting: list[Clause] = []
        self._verbs: frozenset[Sign] = frozenset()
        self._refused: frozenset[Sign] = frozenset()
        self._topics: list[Token] = []
        self._reference = Reference()

    def grouped(self, clauses: Sequence[Clause]) -> list[Wish]:
        has_rest = any(
            token.sign in {Sign.REST, Sign.EXCEPT} for clause in clauses for token in clause.tokens
        )
        for clause in clauses:
            self._topics += [one for one in (*clause.tokens, *clause.aside) if one.sign in _TOPICS]
            if not clause.tokens:
                self._reference.mention(clause.aside)
            elif is_hands_off(clause.tokens, has_rest=has_rest):
                self._reference.mention(clause.tokens)
            elif not _is_count(clause.tokens):
                self._take(self._of_topic(self._of_part(_marked(clause))))
        self._give_up()
        return self.wishes

    def _of_part(self, clause: Clause) -> Clause:
        """The clause with the part it refers to; what named that part has said all it had to."""
        found = self._reference.resolved(clause)
        if any(token in one.tokens for one in self.waiting for token in found.tokens[:1]):
            self.waiting = []
        return found

    def _of_topic(self, clause: Clause) -> Clause:
        """The clause with what the message was about before, where it lacks just that."""
        signs = {token.sign for token in clause.tokens if not token.is_negated}
        wanted: set[Sign] = set()
        if Sign.LOUDNESS in signs and not signs & {Sign.PLATFORM, Sign.LUFS}:
            wanted = {Sign.PLATFORM}
        if (
            signs & {Sign.CUT, Sign.TRIM}
            and Sign.QUANTITY in signs
            and not signs & (EXTENTS | _THINGS)
        ):
            wanted = {Sign.SILENCES}
        if signs & STYLE and not signs & {Sign.CAPTIONS, Sign.TITLE, Sign.QUOTE, Sign.FILE}:
            wanted = {Sign.CAPTIONS} if any(one.text == "it" for one in clause.tokens) else set()
        if Sign.DISABLE in signs and not signs & (_NAMED | EXTENTS | _HEARD):
            wanted = {Sign.CAPTIONS, Sign.MUSIC, Sign.TITLE}
        is_changed = any(one.sign is Sign.MAKE and one.text == CHANGE for one in clause.tokens)
        if is_changed and Sign.QUOTE in signs and Sign.TO in signs:
            wanted = {Sign.TITLE}
        if Sign.FADE in signs and self.wishes and self.wishes[-1].head == "music":
            wanted = {Sign.MUSIC} if any(one.text == "it" for one in clause.tokens) else set()
        found = [one for one in self._topics if one.sign in wanted][-1:]
        return replace(clause, tokens=(*clause.tokens, *found))

    def _take(self, clause: Clause) -> None:
        command = Command(self._length_ms, [clause.tokens])
        command.inherited = self._inherited(clause.tokens)
        head = "" if clause.is_question else head_of(command)
        if clause.is_question:
            self._begin("", command, clause)
        elif clause.is_plan and self.wishes and not _says_of_what(clause.tokens):
            return  # “what would be lost?”
        elif self.wishes and (_is_approved(clause) or is_spared(self.wishes[-1], head, command)):
            return
        elif (
            self.wishes
            and not clause.is_first
            and any(one.sign is Sign.CONDITION for one in clause.tokens[:1])
        ):
            self.wishes[-1].extend(clause)  # “…, whichever is longer”
        elif self.waiting and self._is_thing_list(clause):
            self._spread(command, head, clause)
        elif self.waiting and (about := self._about_waiting(command, head, clause)):
            self._begin(about, command, clause)
        elif self.wishes and not self.waiting and goes_on(self.wishes[-1], head, command):
            self.wishes[-1].extend(clause)
        elif not head and _is_mention(clause.tokens) and len(self.waiting) < _MOST_WAITING:
            self.waiting.append(clause)
        else:
            self._give_up()
            self._begin(head, command, clause)

    def _inherited(self, tokens: Iterable[Token]) -> frozenset[Sign]:
        """The verb of an earlier clause where this one has none.

        “Don't cut the pauses, only the ums”: what is refused of the one is wanted of the other.
        """
        row = [token for token in tokens if token.sign in VERBS]
        own = frozenset(token.sign for token in row if not token.is_negated)
        is_only = any(token.sign is Sign.ONLY for token in tokens)
        refused = frozenset(token.sign for token in row if token.is_negated)
        before = self._refused if is_only else self._verbs
        inherited = frozenset() if own or refused else before
        self._verbs, self._refused = own or inherited, refused
        return inherited

    def _about_waiting(self, command: Command, head: str, clause: Clause) -> str:
        """What is wanted of the things that were named before; empty if it is about others."""
        own = EXTENTS & {Sign.SPAN, Sign.QUOTE} if head in {"move", "place"} else EXTENTS
        if any(token.sign is Sign.TITLE for one in self.waiting for token in one.tokens):
            own = own - {Sign.QUOTE, Sign.SPAN}
        if any(token.sign in own for token in clause.tokens) and not self._is_list(clause):
            return ""
        rows = [_bare(one.tokens) for one in self.waiting]
        whole = Command(self._length_ms, [*rows, *command.clauses], command.inherited)
        is_open = head in {"", "cut", "place", "propose", "volume", "fillers"}
        is_open = is_open or (head == "speed" and not command.has(*_RATES))  # “halve it”
        found = head_of(whole) if is_open else head
        known = [token for row in rows for token in row]
        return found if found in ARGUMENTS and not strange(found, known) else ""

    def _is_thing_list(self, clause: Clause) -> bool:
        """“Captions, music and the title off”: the verb stands behind all of them."""
        rows = [one.tokens for one in self.waiting]
        if clause.is_first or not all(len({one.sign for one in row} & _NAMED) == 1 for row in rows):
            return False
        if any(token.sign not in _NAMED | _LISTED - EXTENTS for row in rows for token in row):
            return False
        signs = [
            one.sign for one in clause.tokens if one.sign in _NAMED | VERBS | {Sign.OFF, Sign.ON}
        ]
        known = {token.sign for row in rows for token in row} & _NAMED
        if len(known) > 1 and any(one.text == "it" for one in clause.tokens):
            return not any(sign in _NAMED for sign in signs)  # “pauses and fillers: remove them”
        return len(signs) > 1 and signs[0] in _NAMED - known and signs[1] not in _NAMED

    def _spread(self, command: Command, head: str, clause: Clause) -> None:
        """Ask the same of each thing that waits and of the one that comes last."""
        verbs = frozenset(token.sign for token in clause.tokens if not token.is_negated)
        rows, self.waiting = self.waiting, []
        for one in rows:
            each = Command(self._length_ms, [one.tokens], verbs & (VERBS | {Sign.OFF, Sign.ON}))
            self._begin(head_of(each), each, one)
        if any(token.sign in _NAMED for token in clause.tokens):
            self._begin(head, command, clause)

    def _is_list(self, clause: Clause) -> bool:
        """“0:10到0:15和1:00到1:05剪掉”: the verb stands behind all that it is about."""
        rows = [one.tokens for one in self.waiting]
        if clause.is_first or any(one.aside for one in self.waiting):
            return False
        if any(token.sign not in _LISTED for row in rows for token in row):
            return False
        first = next(token.sign for token in clause.tokens if token.sign in EXTENTS | VERBS)
        return first in EXTENTS

    def _begin(self, head: str, command: Command, clause: Clause) -> None:
        wish = Wish(head, Command(self._length_ms, [], command.inherited))
        if head:
            wish.mentions, self.waiting = self.waiting, []
        for one in wish.mentions:
            wish.command.clauses.append(_bare(one.tokens))
            wish.clauses.append(one)
        wish.extend(clause)
        self.wishes.append(wish)

    def _give_up(self) -> None:
        """What still waits asks for nothing by itself; captions are wanted by their name alone."""
        rows = [clause.tokens for clause in self.waiting]
        tokens = [token for row in rows for token in row]
        is_named = any(token.sign is Sign.CAPTIONS for token in tokens)
        others = any(token.sign is Sign.OTHER for token in tokens)
        others = others or not all(clause.is_first for clause in self.waiting[:1])
        if is_named and not others and not strange("captions", tokens):
            wish = Wish("captions", Command(self._length_ms, []))
            for clause in self.waiting:
                wish.extend(clause)
            self.wishes.append(wish)
        else:
            self.wishes += [
                Wish("", Command(self._length_ms, [clause.tokens]), [clause])
                for clause in self.waiting
            ]
        self.waiting = []


def _marked(clause: Clause) -> Clause:
    """The clause; where a word that is not known parts times and amounts nothing can be done."""
    row = clause.tokens
    around = zip(row, row[1:], (*row[2:], None), strict=False)
    is_broken = any(
        two.sign is Sign.OTHER
        and (one.sign in _OPEN or (one.sign in _TIMES and three and three.sign in _TIMES))
        for one, two, three in around
    )
    return replace(clause, tokens=(*row, Token(Sign.CONDITION, 0, 0))) if is_broken else clause


def _is_approved(clause: Clause) -> bool:
    """“…, 0:30-0:40 is fine”: a part of which nothing is wanted."""
    is_part = all(token.sign in EXTENTS | {Sign.RECORDING} for token in clause.tokens)
    return is_part and [token.sign for token in clause.aside[:2]] == [Sign.IS, Sign.YES]


def _bare(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """What a clause names, without what else it tells of it: “0:30到0:40有咳嗽声”."""
    is_told = any(token.sign in {Sign.OTHER, Sign.YES} for token in tokens)  # 是: “yes” and “is”
    is_told = is_told and any(token.sign in EXTENTS for token in tokens)
    dropped = {Sign.OTHER}
    dropped |= {Sign.SOUND, Sign.SPEECH, Sign.PICTURE, Sign.YES} if is_told else set()
    return tuple(token for token in tokens if token.sign not in dropped)


def _is_count(tokens: Iterable[Token]) -> bool:
    """“Three things”, before they are said."""
    return {token.sign for token in tokens} == {Sign.NUMBER, Sign.STEPS}


def _is_mention(tokens: Iterable[Token]) -> bool:
    """Whether a clause names something that an edit can be about, and nothing to do with it."""
    row = list(tokens)
    has_verb = any(token.sign in WORDLESS and not token.is_negated for token in row)
    return not has_verb and any(token.sign in CONTENT | STYLE for token in row)


def _says_of_what(tokens: Iterable[Token]) -> bool:
    return any(token.sign in CONTENT - VERBS for token in tokens)

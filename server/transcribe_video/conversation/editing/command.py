"""What belongs to one wish: some clauses of a message, and what they say."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from transcribe_video.conversation.editing.edit import Range
from transcribe_video.conversation.editing.sign import Sign
from transcribe_video.conversation.editing.token import Token
from transcribe_video.wire.draft import Place

_ROUNDED_MS = 1000  # people read times off a clock that shows seconds
_PARTS = (
    Sign.OTHER,
    Sign.POSITION,
    Sign.NUMBER,
    Sign.WORDS,
    Sign.START,
    Sign.END,
    Sign.FIRST,
    Sign.LAST,
    Sign.THERE,
)


class UnclearError(Exception):
    """Something must be asked before it can be done.

    Args:
        about: what is not clear.
    """

    def __init__(self, about: str) -> None:
        super().__init__(about)
        self.about = about


@dataclass(slots=True)
class Command:
    """Clauses that ask for one thing.

    Attributes:
        length_ms: of the timeline.
        clauses: the tokens of each.
        inherited: what an earlier command does, where this one has no verb of its own.
    """

    length_ms: int
    clauses: list[tuple[Token, ...]] = field(default_factory=list)
    inherited: frozenset[Sign] = frozenset()

    @property
    def tokens(self) -> Iterator[Token]:
        """All of them in order."""
        return (token for clause in self.clauses for token in clause)

    def has(self, *signs: Sign) -> bool:
        """Whether one of these is said and not negated."""
        return any(token.sign in signs and not token.is_negated for token in self.tokens)

    def does(self, *signs: Sign) -> bool:
        """The same, or an earlier command said it for this one too."""
        return self.has(*signs) or bool(self.inherited & set(signs))

    def refuses(self, *signs: Sign) -> bool:
        """Whether one of these is negated."""
        return any(token.sign in signs and token.is_negated for token in self.tokens)

    def all(self, *signs: Sign) -> list[Token]:
        """The tokens of these signs that are not negated."""
        return [token for token in self.tokens if token.sign in signs and not token.is_negated]

    def texts(self, *signs: Sign) -> list[str]:
        """What they say."""
        return [token.text for token in self.all(*signs)]

    def number(self, *signs: Sign) -> float | None:
        """The first number of these signs."""
        return next((token.number for token in self.all(*signs)), None)

    def changes(self, up: Sign, down: Sign) -> tuple[bool, bool]:
        """Whether it becomes more, and whether less: “louder”, “+20 %”."""
        signed = set(self.texts(Sign.PERCENT))
        return self.has(up) or "+" in signed, self.has(down) or "-" in signed

    def part(self, *clauses: Sequence[Token]) -> "Command":
        """The same command with only these clauses."""
        return Command(self.length_ms, [tuple(clause) for clause in clauses], self.inherited)

    @property
    def position(self) -> Place | None:
        """Where on the picture."""
        found = next(iter(self.texts(Sign.POSITION)), None)
        places: tuple[Place, ...] = ("top", "center", "bottom")
        return next((place for place in places if place == found), None)

    @property
    def duration_ms(self) -> int | None:
        """For how long."""
        for token in self.all(Sign.DURATION, Sign.QUANTITY):
            return round(token.number)
        for token in self.all(Sign.SPAN):
            return token.span[1] - token.span[0]
        return None

    @property
    def moments(self) -> list[int]:
        """Single moments that are named, in order."""
        signs = (Sign.MOMENT, Sign.GOAL, Sign.SINCE, Sign.QUANTITY)
        return [self.checked(round(token.number)) for token in self.all(*signs)]

    @property
    def starts(self) -> list[int]:
        """Where what is named shall begin, in order."""
        spans = [self.on_timeline(token.span)[0] for token in self.all(Sign.SPAN)]
        moments = self.all(Sign.MOMENT, Sign.SINCE)
        return spans + [self.checked(round(token.number)) for token in moments]

    @property
    def ranges(self) -> list[Range]:
        """The ranges that are named, in order.

        Raises:
            UnclearError: one is not on the timeline, or was named nowhere.
        """
        if self.has(Sign.THERE):
            raise UnclearError("range")
        return [self.on_timeline(span) for span in _spans(self.tokens, self.length_ms)]

    def check_whole(self) -> None:
        """See to it that all of the timeline is meant.

        Raises:
            UnclearError: a part is named, but not by its times: “clip 2”, “the middle”.
        """
        if self.has(*_PARTS):
            raise UnclearError("range")

    def checked(self, ms: int) -> int:
        """A moment on the timeline.

        Raises:
            UnclearError: it is not on it.
        """
        if self.length_ms + _ROUNDED_MS < ms and self.length_ms:
            raise UnclearError("beyond")
        if not 0 <= ms <= self.length_ms + _ROUNDED_MS:
            raise UnclearError("time")
        return min(ms, self.length_ms)

    def on_timeline(self, span: Range) -> Range:
        """A range on the timeline.

        Raises:
            UnclearError: it is not on it, or ends before it begins.
        """
        from_ms, to_ms = self.checked(span[0]), self.checked(span[1])
        if from_ms >= to_ms:
            raise UnclearError("time")
        return from_ms, to_ms


def _spans(tokens: Iterable[Token], length_ms: int) -> Iterator[Range]:
    since: Token | None = None
    for token in tokens:
        if token.is_negated:
            continue
        if token.sign is Sign.UNTIL_TIME:
            yield (round(since.number) if since else 0, round(token.number))
            since = None
        elif since:
            yield round(since.number), length_ms
            since = None
        if token.sign is Sign.SPAN:
            yield token.span
        if token.sign is Sign.SINCE:
            since = token
    if since:
        yield round(since.number), length_ms

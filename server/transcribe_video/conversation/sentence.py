"""One sentence of a message, and how its phrases hang together."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from transcribe_video.conversation.kind import Kind
from transcribe_video.conversation.lexeme import Lexeme

RESULTS = frozenset(
    {
        Kind.FORMAT,
        Kind.SUBTITLE,
        Kind.DOCUMENT,
        Kind.TEXT,
        Kind.TRANSCRIPT,
        Kind.ALL_FORMATS,
        Kind.UNKNOWN_FORMAT,
    }
)
"""What a transcript can become, or cannot."""
PICTURES = frozenset({Kind.VIDEO, Kind.RECORDING, Kind.MP4, Kind.RESOLUTION, Kind.UNKNOWN_VIDEO})
"""What names a recording, as the source of something or as its result."""
_LONGEST = 200  # phrases: more without a full stop are no sentence
_SMALL = frozenset({Kind.FILLER, Kind.THIS, Kind.LANGUAGE})
_LEADING = frozenset({Kind.COMMA, Kind.AND, Kind.BREAK})
_VERBS = frozenset(
    {
        Kind.TRANSCRIBE,
        Kind.EXPORT,
        Kind.DELIVER,
        Kind.GIVE,
        Kind.CONVERT,
        Kind.TO,
        Kind.POSITIVE,
    }
)


@dataclass(frozen=True, slots=True)
class Sentence:
    """The phrases of one sentence in order."""

    lexemes: tuple[Lexeme, ...]

    def wanted(self, *kinds: Kind) -> Iterator[tuple[int, Lexeme]]:
        """The places and phrases of these kinds that are not negated."""
        for place, lexeme in enumerate(self.lexemes):
            if lexeme.kind in kinds and not lexeme.is_negated:
                yield place, lexeme

    def wants(self, *kinds: Kind) -> bool:
        """Whether there is a phrase of these kinds that is not negated."""
        return any(True for _ in self.wanted(*kinds))

    def unwanted(self, *kinds: Kind) -> Iterator[Lexeme]:
        """The phrases of these kinds that are negated."""
        return (found for found in self.lexemes if found.kind in kinds and found.is_negated)

    def governor(self, place: int, kinds: Collection[Kind]) -> Kind | None:
        """The kind of the nearest phrase of these kinds before a place, in the same clause."""
        for lexeme in reversed(self.lexemes[:place]):
            if lexeme.kind in kinds:
                return lexeme.kind
            if lexeme.kind is Kind.BREAK:
                return None
        return None

    def is_pointed_at(self, place: int) -> bool:
        """Whether the phrase is spoken of as something that is there: “the”, “this”, 把."""
        for lexeme in reversed(self.lexemes[:place]):
            if lexeme.kind is Kind.THIS:
                return True
            if lexeme.kind not in PICTURES:
                return False
        return False

    def after(self, place: int, passed: Collection[Kind] = ()) -> Lexeme:
        """The next phrase that is neither small nor of the kinds to pass."""
        for lexeme in self.lexemes[place + 1 :]:
            if lexeme.kind not in _SMALL and lexeme.kind not in passed:
                return lexeme
        return Lexeme(Kind.END)

    def before(self, place: int) -> Lexeme:
        """The phrase before a place that is not small."""
        for lexeme in reversed(self.lexemes[:place]):
            if lexeme.kind not in _SMALL:
                return lexeme
        return Lexeme(Kind.END)

    def becomes(self, place: int) -> bool:
        """Whether something else is to be made of the phrase at a place: “the mp4 to text”."""
        after = self.after(place, PICTURES)
        if after.kind in {Kind.TRANSCRIBE, Kind.TRANSCRIPT}:
            return True
        if after.kind is not Kind.TO:
            return False
        to = self.lexemes.index(after, place)
        return self.after(to).kind in RESULTS | {Kind.MP4, Kind.RESOLUTION}

    @property
    def is_question(self) -> bool:
        """Whether it asks something, and is no request in the form of a question."""
        if any(lexeme.kind is Kind.ASKED for lexeme in self.lexemes):
            return True
        for place, lexeme in enumerate(self.lexemes):
            is_greeting = lexeme.kind is Kind.OTHER and self._kind(place + 1) is Kind.COMMA
            if lexeme.kind not in _LEADING and not is_greeting:
                return lexeme.kind is Kind.QUESTION
        return False

    @property
    def has_verb(self) -> bool:
        """Whether it says that something shall be done or given."""
        return self.wants(*_VERBS)

    def _kind(self, place: int) -> Kind:
        return self.lexemes[place].kind if place < len(self.lexemes) else Kind.END


def sentences(lexemes: Sequence[Lexeme]) -> tuple[Sentence, ...]:
    """The sentences of a message; none of them is empty."""
    found: list[list[Lexeme]] = [[]]
    for lexeme in lexemes:
        if lexeme.kind is Kind.END or len(found[-1]) == _LONGEST:
            found.append([])
        if lexeme.kind is not Kind.END:
            found[-1].append(lexeme)
    return tuple(Sentence(tuple(phrases)) for phrases in found if phrases)

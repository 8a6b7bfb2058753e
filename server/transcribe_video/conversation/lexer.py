"""A message as the phrases that are understood in it."""

from collections.abc import Iterator, Mapping, Sequence

from transcribe_video.conversation.kind import Kind
from transcribe_video.conversation.lexeme import Lexeme
from transcribe_video.conversation.mentions import mentions_in
from transcribe_video.conversation.negation import marked
from transcribe_video.conversation.tokens import plain, tokens_of
from transcribe_video.conversation.vocabulary import vocabulary

_LONGEST_PHRASE = 8


def lexemes_of(
    message: str, names: Sequence[str] = (), paths: Sequence[str | None] = ()
) -> tuple[Lexeme, ...]:
    """The phrases of a message in order, each with what it is and whether it is negated.

    Args:
        message: as it was written.
        names: of the files that it may mean.
        paths: where these lie, in the same order.
    """
    mentions = mentions_in(message, names, paths)
    return marked(tuple(_read(tokens_of(mentions.text), mentions.lexemes)))


def phrases_of(text: str) -> tuple[Lexeme, ...]:
    """The phrases of a text in which nothing is mentioned."""
    return marked(tuple(_read(tokens_of(plain(text)), {})))


def _read(tokens: Sequence[str], mentioned: Mapping[str, Lexeme]) -> Iterator[Lexeme]:
    place = 0
    while place < len(tokens):
        if tokens[place] in mentioned:
            yield mentioned[tokens[place]]
            place += 1
            continue
        length, lexeme = _longest(tokens[place : place + _LONGEST_PHRASE])
        if lexeme.kind is not Kind.OTHER or any(map(str.isalnum, lexeme.text)):
            yield lexeme  # marks that mean nothing are left out
        place += length


def _longest(tokens: Sequence[str]) -> tuple[int, Lexeme]:
    """The longest phrase at the beginning of the tokens."""
    for length in range(len(tokens), 0, -1):
        found = vocabulary().get(tuple(tokens[:length]))
        if found:
            return length, Lexeme(*found, text="".join(tokens[:length]))
    return 1, Lexeme(Kind.OTHER, text=tokens[0])

"""Words that say nothing, where they are heard."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence

from transcribe_video.backend.editor.project import Project
from transcribe_video.backend.editor.speech import SpokenWord
from transcribe_video.backend.editor.tokens import Tokens, tokenized, tokens_of_words

_END = re.compile(r"[.。?？!！]\W*$")  # of a sentence; behind “…” it goes on


def saying(words: Sequence[SpokenWord], phrases: Collection[str]) -> list[int]:
    """The numbers of the words that say one of these phrases, in order."""
    tokens = tokens_of_words(words)
    return _numbers(tokens, _places(tokens, phrases))


def fillers_in(words: Sequence[SpokenWord], project: Project) -> list[int]:
    """The numbers of the words that say nothing in the language of their file, in order.

    Of those that mean something elsewhere (那个, “you know”) the ones that are set off: between
    marks, pauses or other fillers, and not at the end of a sentence.
    """
    tokens = tokens_of_words(words)
    languages = [project.transcripts[spoken.media_id].language for spoken in words]
    found: set[int] = set()
    for language in set(languages):
        own = {at for at, number in enumerate(tokens.numbers) if languages[number] == language}
        sure = _places(tokens, project.fillers.get(language, ())) & own
        lone = _places(tokens, project.lone_fillers.get(language, ())) & own - sure
        found |= sure | set(_set_off(lone, sure, tokens, words))
    return _numbers(tokens, found)


def _numbers(tokens: Tokens, places: Collection[int]) -> list[int]:
    return sorted({tokens.numbers[at] for at in places})


def _places(tokens: Tokens, phrases: Collection[str]) -> set[int]:
    """Where one of these phrases stands, as whole words."""
    begun: dict[str, list[list[str]]] = defaultdict(list)
    for forms in filter(None, map(tokenized, phrases)):
        begun[forms[0]].append(forms)
    found: set[int] = set()
    for at, form in enumerate(tokens.forms):
        for forms in begun.get(form, ()):
            end = at + len(forms)
            is_whole = tokens.parts_words(at) and tokens.parts_words(end)
            if is_whole and list(tokens.forms[at:end]) == forms:
                found.update(range(at, end))
    return found


def _set_off(
    lone: Collection[int], sure: Collection[int], tokens: Tokens, words: Sequence[SpokenWord]
) -> Iterator[int]:
    """The places of a row of words that is no part of what is said around it."""
    for first in sorted(lone):
        if first - 1 in lone and not tokens.breaks[first]:
            continue
        last = first + 1
        while last in lone and not tokens.breaks[last]:
            last += 1
        is_apart = tokens.breaks[first] or first - 1 in sure
        is_apart = is_apart and (tokens.breaks[last] or last in sure)
        if is_apart and _goes_on(words, tokens.numbers[last - 1]):
            yield from range(first, last)


def _goes_on(words: Sequence[SpokenWord], number: int) -> bool:
    """Whether more is said behind a word in the same sentence."""
    if number + 1 == len(words) or _END.search(words[number].word.text):
        return False
    one, other = words[number], words[number + 1]
    return (one.media_id, one.segment) == (other.media_id, other.segment)

"""The same words again and again: what a recogniser invents where it cannot understand."""

from collections.abc import Iterator, Sequence

from transcribe_video.transcript.word import Word

_LONGEST = 8  # words of a phrase
_LEAST = 9  # words in all, of which none is new; people say a word or two again
_TIMES = 3
_ALONE = 6  # times that one word is said: “no, no, no”


def loops(words: Sequence[Word]) -> Iterator[tuple[int, int]]:
    """Where the same phrase stands so often in a row that it may be invented.

    Args:
        words: of a recording, in order.

    Returns:
        The stretches, as (start_ms, end_ms), in order; none overlaps another.
    """
    said = [_plain(word.text) for word in words]
    at = 0
    while at < len(said):
        length = max(_loop(said, at, phrase) for phrase in range(1, _LONGEST + 1))
        if length:
            yield words[at].start_ms, words[at + length - 1].end_ms
        at += length or 1


def _loop(said: Sequence[str], at: int, phrase: int) -> int:
    """How many words from a place on repeat a phrase of so many words; 0 if it is no loop."""
    times = 1
    first = said[at : at + phrase]
    while said[at + times * phrase : at + (times + 1) * phrase] == first and len(first) == phrase:
        times += 1
    least = _ALONE if phrase == 1 else max(_TIMES, -(-_LEAST // phrase))
    return times * phrase if times >= least and any(first) else 0


def _plain(text: str) -> str:
    return "".join(char for char in text.casefold() if char.isalnum())

"""The sentences that are heard, as their marks part them."""

from collections.abc import Sequence
from itertools import pairwise

from transcribe_video.backend.editor.finding import Match
from transcribe_video.backend.editor.speech import SpokenWord
from transcribe_video.backend.editor.trouble import EditError
from transcribe_video.transcript.punctuation import ends_sentence


def the_sentence(words: Sequence[SpokenWord], nth: int) -> Match:
    """The words of one sentence.

    Args:
        words: all that are heard, in order.
        nth: which: 1 is the first, -1 the last.

    Raises:
        EditError: there are not so many, or no mark tells where one ends.
    """
    found = sentences(words)
    if not any(ends_sentence(spoken.word.text) for spoken in words):
        raise EditError("no_sentences")
    if abs(nth) > len(found):
        raise EditError("few_sentences", count=len(found))
    return found[nth - 1 if nth > 0 else nth]


def sentences(words: Sequence[SpokenWord]) -> list[Match]:
    """The words of each sentence; where another speaks, or in another file, a new one begins."""
    ends = [
        number
        for number, (spoken, follows) in enumerate(pairwise(words))
        if ends_sentence(spoken.word.text)
        or (spoken.media_id, spoken.speaker) != (follows.media_id, follows.speaker)
    ]
    starts = [0, *(end + 1 for end in ends)]
    return [Match(*span) for span in zip(starts, [*ends, len(words) - 1], strict=True)]

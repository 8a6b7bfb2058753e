"""Words that say nothing: they are meant wherever they are said, and not once."""

from collections.abc import Iterable
from typing import Final

HESITATIONS: Final = frozenset(
    {
        *("um", "umm", "uh", "uhm", "er", "erm", "ah", "eh", "hmm", "mm", "like", "you know"),
        *("i mean", "sort of", "kind of", "嗯", "呃", "额", "啊", "那个", "这个", "就是", "然后"),
    }
)
"""Where a person quotes nothing but these, all of them are meant."""


def are_fillers(words: Iterable[str]) -> bool:
    """Whether all of these are words that say nothing."""
    return all(word.casefold() in HESITATIONS for word in words)

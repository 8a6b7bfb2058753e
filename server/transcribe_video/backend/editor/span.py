"""From words to the moments that are cut: between them, so that no other word is touched."""

from collections.abc import Iterable, Sequence
from itertools import groupby

from transcribe_video.backend.editor.speech import SpokenWord
from transcribe_video.backend.editor.timeline import Timeline
from transcribe_video.conversation.editing.edit import Range

_BREATH_MS = 150
"""So much silence at most is taken with a word, or left beside one, at each side."""
_LEFTOVER_MS = 500
"""What is shorter before the first word, or behind the last one, belongs to it."""


def ranges_of(
    timeline: Timeline, words: Sequence[SpokenWord], numbers: Iterable[int]
) -> list[Range]:
    """The moments at which these words are heard, and no other.

    Args:
        timeline: what is edited.
        words: all that are heard on it, in order.
        numbers: which of them are meant.
    """
    found: list[Range] = []
    for _, run in groupby(enumerate(sorted(set(numbers))), key=lambda pair: pair[1] - pair[0]):
        row = [number for _, number in run]
        found.append((before(timeline, words, row[0]), behind(timeline, words, row[-1])))
    return found


def before(timeline: Timeline, words: Sequence[SpokenWord], number: int) -> int:
    """The moment between a word and the one before it, in times of the timeline."""
    word = words[number].word
    at_ms = word.start_ms - _BREATH_MS
    if number:
        other = words[number - 1].word
        at_ms = max(at_ms, (other.end_ms + word.start_ms) // 2)
        return _between(timeline, _middle(words[number - 1]), at_ms, _middle(words[number]))
    if at_ms < _LEFTOVER_MS:
        return 0
    return _between(timeline, -1, at_ms, _middle(words[number]))


def behind(timeline: Timeline, words: Sequence[SpokenWord], number: int) -> int:
    """The moment between a word and the one after it, in times of the timeline."""
    word = words[number].word
    at_ms = word.end_ms + _BREATH_MS
    if number + 1 < len(words):
        other = words[number + 1].word
        at_ms = min(at_ms, (word.end_ms + other.start_ms) // 2)
        return _between(timeline, _middle(words[number]), at_ms, _middle(words[number + 1]))
    if timeline.d_ms - at_ms < _LEFTOVER_MS:
        return timeline.d_ms
    return _between(timeline, _middle(words[number]), at_ms, timeline.d_ms + 1)


def _between(timeline: Timeline, middle_ms: float, at_ms: int, next_ms: float) -> int:
    """The picture nearest to a moment that parts two words by their middles, if one does."""
    near = timeline.snapped(at_ms)
    step_ms = 1000 / timeline.rate
    candidates = (
        near,
        timeline.snapped(round(near - step_ms)),
        timeline.snapped(round(near + step_ms)),
    )
    parting = [ms for ms in candidates if middle_ms < ms <= next_ms]
    return min(parting, key=lambda ms: abs(ms - at_ms), default=near)


def _middle(spoken: SpokenWord) -> float:
    return (spoken.word.start_ms + spoken.word.end_ms) / 2

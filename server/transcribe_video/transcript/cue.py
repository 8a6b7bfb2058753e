"""One subtitle on screen."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from transcribe_video.transcript.line import COLUMNS, lines
from transcribe_video.transcript.phrase import MAX_MS, MIN_MS, Phrase, phrases
from transcribe_video.transcript.piece import pieces
from transcribe_video.transcript.running_text import running_words
from transcribe_video.transcript.segment import Segment
from transcribe_video.transcript.speaker_turn import speaker_turns

MS_PER_COLUMN = 50  # reading speed: 20 columns a second
GAP_MS = 80  # two frames without text show that it changed
CHAIN_MS = 500  # a shorter gap flickers: the cue stays until the next one
STEP_MS = 200  # words whose times coincide are still shown one cue after the other


@dataclass(frozen=True, slots=True)
class Cue:
    """One subtitle: at most two lines of 42 columns, said by one speaker.

    Attributes:
        start_ms: when its first word begins.
        end_ms: when it leaves the screen, always after ``start_ms`` and before the next cue.
        lines: one or two lines of text.
        speaker: who says it, where that is known.
    """

    start_ms: int
    end_ms: int
    lines: tuple[str, ...]
    speaker: str | None = None


def cues(
    segments: Iterable[Segment], duration_ms: int | None = None, *, is_captions: bool = False
) -> tuple[Cue, ...]:
    """The subtitles for these segments, in order of time, none overlapping another.

    Args:
        segments: in order of time.
        duration_ms: length of the recording, which the last cue does not outlast.
        is_captions: whether no cue shall hold more than one segment.

    A cue stays into the silence after it, as long as reading it takes.
    """
    groups = [[one] for one in segments] if is_captions else [segments]
    phrased = (row for group in groups for row in _spoken(group))
    spoken = sorted(phrased, key=lambda row: row[0][0].start_ms)
    starts = list(_starts(phrase[0].start_ms for phrase, _ in spoken))
    found = []
    for index, (phrase, speaker) in enumerate(spoken):
        following = starts[index + 1] if index + 1 < len(starts) else None
        end_ms = _end(phrase, starts[index], following, duration_ms)
        found.append(Cue(starts[index], end_ms, lines(phrase), speaker))
    return tuple(found)


def _spoken(segments: Iterable[Segment]) -> Iterator[tuple[Phrase, str | None]]:
    for turn in speaker_turns(segments):
        for phrase in phrases(pieces(running_words(turn.segments), COLUMNS)):
            yield phrase, turn.speaker


def _starts(first_words: Iterable[int]) -> Iterator[int]:
    earliest_ms = 0
    for first_word_ms in first_words:
        start_ms = max(first_word_ms, earliest_ms)
        yield start_ms
        earliest_ms = start_ms + STEP_MS


def _end(phrase: Phrase, start_ms: int, following_ms: int | None, duration_ms: int | None) -> int:
    said_ms = phrase[-1].end_ms
    width = sum(piece.width for piece in phrase)
    read_ms = max(said_ms, start_ms + max(MIN_MS, width * MS_PER_COLUMN))
    if following_ms is None:
        end_ms = read_ms if duration_ms is None else min(read_ms, max(said_ms, duration_ms))
    else:
        latest_ms = following_ms - GAP_MS
        end_ms = latest_ms if read_ms > following_ms - CHAIN_MS else read_ms
    return max(min(end_ms, start_ms + MAX_MS), start_ms + STEP_MS - GAP_MS)

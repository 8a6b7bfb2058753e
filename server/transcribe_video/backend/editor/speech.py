"""What is said on a timeline: the words of its files that are still in it, where they are now.

Captions, transcripts and documents of an edit are all computed from this, and nothing is patched.
"""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate

from transcribe_video.backend.editor.timeline import Clip, Timeline
from transcribe_video.conversation.editing.edit import Range
from transcribe_video.transcript.punctuation import ends_sentence
from transcribe_video.transcript.segment import Segment, segment_of
from transcribe_video.transcript.transcript import Transcript
from transcribe_video.transcript.word import Word

Transcripts = Mapping[str, Transcript]
"""The transcript of each file that has one, by its ``media_id``."""


@dataclass(frozen=True, slots=True)
class SpokenWord:
    """A word that is heard.

    Attributes:
        word: with times of the timeline.
        source: with times of its file.
        media_id: which file that is.
        clip: the number of the clip that it is in, from 0.
        segment: the number of its utterance in its file.
        speaker: who says it, where that is known.
        is_behind_end: whether words that are muted end a sentence right before it.
    """

    word: Word
    source: Word
    media_id: str
    clip: int
    segment: int
    speaker: str | None
    is_behind_end: bool = False


def spoken_words(timeline: Timeline, transcripts: Transcripts) -> tuple[SpokenWord, ...]:
    """The words that are heard, in order: those whose middle is in a clip that sounds."""
    return tuple(_words(timeline, transcripts))


def spoken_segments(timeline: Timeline, transcripts: Transcripts) -> tuple[Segment, ...]:
    """The utterances that are heard, or what is left of them, in times of the timeline."""
    rows: list[list[SpokenWord]] = []
    for spoken in _words(timeline, transcripts):
        if rows and goes_on(rows[-1][-1], spoken):
            rows[-1].append(spoken)
        else:
            rows.append([spoken])
    return tuple(segment_of(tuple(spoken.word for spoken in row), row[0].speaker) for row in rows)


def spoken_transcript(timeline: Timeline, transcripts: Transcripts, name: str) -> Transcript:
    """The transcript of the edit, as if the finished video had been transcribed.

    Args:
        timeline: the edit.
        transcripts: of its files.
        name: of the finished video.
    """
    heard = [transcripts[c.media_id] for c in timeline.clips if c.media_id in transcripts]
    return Transcript(
        source=name,
        duration_ms=timeline.d_ms,
        language=next((one.language for one in heard if one.language), ""),
        model=next((one.model for one in heard), ""),
        segments=spoken_segments(timeline, transcripts),
        notes=tuple(dict.fromkeys(note for one in heard for note in one.notes)),
    )


def goes_on(before: SpokenWord, spoken: SpokenWord) -> bool:
    """Whether a word belongs to the same utterance as the one before it."""
    is_same = (before.media_id, before.segment) == (spoken.media_id, spoken.segment)
    return (
        is_same
        and before.source.start_ms <= spoken.source.start_ms
        and (before.source is not spoken.source)
    )


def _words(timeline: Timeline, transcripts: Transcripts) -> Iterator[SpokenWord]:
    used = {clip.media_id for clip in timeline.clips} & set(transcripts)
    told = {media_id: _Told(transcripts[media_id]) for media_id in used}
    reaches = _reaches(timeline.clips)
    is_behind_end = False
    for number, (at_ms, clip) in enumerate(timeline.places):
        if clip.media_id not in told:
            continue
        within = told[clip.media_id].within(clip.from_ms, clip.to_ms)
        if clip.volume == 0:
            is_behind_end |= any(ends_sentence(word.text) for _, word, _ in within)
            continue
        for index, word, speaker in within:
            moved = _moved(word, clip, at_ms, reaches[number])
            yield SpokenWord(moved, word, clip.media_id, number, index, speaker, is_behind_end)
            is_behind_end = False


class _Told:
    """The words of a file, found by their times even where speakers interrupt each other."""

    def __init__(self, transcript: Transcript) -> None:
        self._words = [
            (index, word, segment.speaker)
            for index, segment in enumerate(transcript.segments)
            for word in segment.words
        ]
        self._middles = [(word.start_ms + word.end_ms) / 2 for _, word, _ in self._words]
        self._latest = [*accumulate(self._middles, max)]  # up to each
        self._earliest = [*accumulate(reversed(self._middles), min)][::-1]  # from each on

    def within(self, from_ms: int, to_ms: int) -> Iterator[tuple[int, Word, str | None]]:
        """Those whose middle lies in it, each with the number and the speaker of its utterance."""
        first, last = bisect_left(self._latest, from_ms), bisect_left(self._earliest, to_ms)
        for number in range(first, last):
            if from_ms <= self._middles[number] < to_ms:
                yield self._words[number]


def _moved(word: Word, clip: Clip, at_ms: int, reach: Range) -> Word:
    """The word in times of the timeline, as far as it is heard."""
    first, last = max(word.start_ms, reach[0]), min(word.end_ms, reach[1])
    if clip.speed == 1:
        by_ms = at_ms - clip.from_ms
        start_ms, end_ms = first + by_ms, last + by_ms
    else:
        start_ms, end_ms = (at_ms + round((ms - clip.from_ms) / clip.speed) for ms in (first, last))
    if (start_ms, end_ms) == (word.start_ms, word.end_ms):
        return word
    return Word(start_ms, end_ms, word.text, word.probability)


def _reaches(clips: Sequence[Clip]) -> list[Range]:
    """From when to when, in its file, what each clip is a part of sounds without a break."""
    runs: list[list[Clip]] = []
    for clip in clips:
        if runs and _sounds_on(runs[-1][-1], clip):
            runs[-1].append(clip)
        else:
            runs.append([clip])
    return [(run[0].from_ms, run[-1].to_ms) for run in runs for _ in run]


def _sounds_on(before: Clip, clip: Clip) -> bool:
    """Whether a clip goes on where the one before it ends, as one that was split does."""
    is_same = (before.media_id, before.to_ms, before.speed) == (
        clip.media_id,
        clip.from_ms,
        clip.speed,
    )
    return is_same and before.volume > 0 and clip.volume > 0

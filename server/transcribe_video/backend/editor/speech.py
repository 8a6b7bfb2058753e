"""What is said on a timeline: the words of its files that are still in it, where they are now.

Captions, transcripts and documents of an edit are all computed from this, and nothing is patched.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from transcribe_video.backend.editor.timeline import Clip, Timeline
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
    """

    word: Word
    source: Word
    media_id: str
    clip: int
    segment: int
    speaker: str | None


def spoken_words(timeline: Timeline, transcripts: Transcripts) -> tuple[SpokenWord, ...]:
    """The words that are heard, in order: those whose middle is in a clip that sounds."""
    return tuple(_words(timeline, transcripts))


def spoken_segments(timeline: Timeline, transcripts: Transcripts) -> tuple[Segment, ...]:
    """The utterances that are heard, or what is left of them, in times of the timeline."""
    rows: list[list[SpokenWord]] = []
    for spoken in _words(timeline, transcripts):
        if rows and _goes_on(rows[-1][-1], spoken):
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


def _goes_on(before: SpokenWord, spoken: SpokenWord) -> bool:
    """Whether a word belongs to the same utterance as the one before it."""
    is_same = (before.media_id, before.segment) == (spoken.media_id, spoken.segment)
    return (
        is_same
        and before.source.start_ms <= spoken.source.start_ms
        and (before.source is not spoken.source)
    )


def _words(timeline: Timeline, transcripts: Transcripts) -> Iterator[SpokenWord]:
    for number, (at_ms, clip) in enumerate(timeline.places):
        transcript = transcripts.get(clip.media_id)
        if transcript is None or clip.volume == 0:
            continue
        for index, segment in enumerate(transcript.segments):
            if segment.end_ms < clip.from_ms or segment.start_ms > clip.to_ms:
                continue
            for word in segment.words:
                if clip.from_ms <= (word.start_ms + word.end_ms) / 2 < clip.to_ms:
                    moved = _moved(word, clip, at_ms)
                    yield SpokenWord(moved, word, clip.media_id, number, index, segment.speaker)


def _moved(word: Word, clip: Clip, at_ms: int) -> Word:
    """The word in times of the timeline, within its clip."""
    start_ms, end_ms = (
        at_ms + round((min(max(ms, clip.from_ms), clip.to_ms) - clip.from_ms) / clip.speed)
        for ms in (word.start_ms, word.end_ms)
    )
    return replace(word, start_ms=start_ms, end_ms=end_ms)

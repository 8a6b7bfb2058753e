"""A long recording, in words that nobody has to understand."""

import random
from fractions import Fraction

from transcribe_video.backend.editor.project import Project, Source
from transcribe_video.backend.editor.timeline import Clip, Timeline
from transcribe_video.transcript.segment import segment_of
from transcribe_video.transcript.transcript import Transcript
from transcribe_video.transcript.word import Word

_WORD_MS = 400
_LETTERS = "etaoinshrdlucm"


def long_talk(hours: float = 10) -> tuple[Timeline, Project, list[str]]:
    """A timeline, what is known of it, and its sentences; a few words are said very often."""
    chance = random.Random(7)
    count = round(hours * 3_600_000 / _WORD_MS)
    known = ["".join(chance.choices(_LETTERS, k=chance.randint(1, 8))) for _ in range(5000)]
    often = [1 / place for place in range(1, len(known) + 1)]
    words = chance.choices(known, often, k=count)
    rows = [words[first : first + 12] for first in range(0, count, 12)]
    segments = [
        segment_of(
            tuple(
                Word(at_ms := (row * 12 + place) * _WORD_MS, at_ms + 360, f" {word}", 0.9)
                for place, word in enumerate(said)
            )
        )
        for row, said in enumerate(rows)
    ]
    d_ms = count * _WORD_MS
    transcript = Transcript("talk.mp4", d_ms, "en", "model", tuple(segments))
    project = Project((Source("m1", "talk.mp4", "video", d_ms),), {"m1": transcript})
    timeline = Timeline((Clip("m1", "talk.mp4", 0, d_ms),), Fraction(25))
    return timeline, project, [" ".join(row) for row in rows]

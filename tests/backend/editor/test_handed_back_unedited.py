"""A transcript that is handed back as it was delivered changes nothing, whatever its words are."""

from collections.abc import Callable, Sequence
from fractions import Fraction
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from transcribe_video.backend.editor.applying import applied
from transcribe_video.backend.editor.project import Project, Source
from transcribe_video.backend.editor.speech import spoken_words
from transcribe_video.backend.editor.timeline import Clip, Timeline
from transcribe_video.conversation.editing.edit import CutWords, MatchText
from transcribe_video.conversation.editing.handed_back import handed_back
from transcribe_video.conversation.editing.said import Said
from transcribe_video.documents.docx import write_docx
from transcribe_video.documents.md import write_md
from transcribe_video.documents.spoken_text import spoken_text
from transcribe_video.documents.txt import write_txt
from transcribe_video.transcript.segment import segment_of
from transcribe_video.transcript.transcript import Transcript
from transcribe_video.transcript.word import Word

_D_MS = 60_000
_TIMELINE = Timeline((Clip("m1", "talk.mp4", 0, _D_MS),), Fraction(25))
_WRITERS: dict[str, Callable[[Transcript], bytes]] = {
    "txt": write_txt,
    "md": write_md,
    "docx": write_docx,
}


def _spoken(utterances: Sequence[Sequence[str]], pause_ms: int = 400) -> Transcript:
    segments, at_ms = [], 1000
    for texts in utterances:
        words = []
        for text in texts:
            words.append(Word(at_ms, at_ms + 160, text, 0.9))
            at_ms += 200
        segments.append(segment_of(tuple(words)))
        at_ms += pause_ms
    return Transcript("talk.mp4", _D_MS, "en", "model", tuple(segments))


def _project(transcript: Transcript) -> Project:
    return Project((Source("m1", "talk.mp4", "video", _D_MS),), {"m1": transcript})


def _delivered(transcript: Transcript, kind: str) -> str:
    """What is read from the document that a person was given."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / f"talk.{kind}"
        path.write_bytes(_WRITERS[kind](transcript))
        return spoken_text(path)


_STARTS = ["", " ", " -", "-", "'", " '", "%", ".", " .", "。", "，", "$", " “", "–"]  # noqa: RUF001
_STEMS = ["42", "3", "5", "line", "don", "t", "I", "ab", "a_b", "世", "界", "约", "Ü", "", "é.b"]
_ENDS = ["", "", "", ".", ",", "-", "%", "。", "”", "'"]
_texts = st.builds(
    lambda *parts: "".join(parts),
    *(st.sampled_from(row) for row in (_STARTS, _STEMS, _ENDS)),
).filter(lambda text: bool(text.strip()))
_utterances = st.lists(st.lists(_texts, min_size=1, max_size=6), min_size=1, max_size=5).filter(
    lambda rows: any(sign.isalnum() for row in rows for text in row for sign in text)
)


@settings(max_examples=150, deadline=None)
@given(_utterances, st.sampled_from(sorted(_WRITERS)), st.sampled_from([400, 1200, 2400]))
def test_an_unedited_transcript_changes_nothing(
    utterances: list[list[str]], kind: str, pause_ms: int
) -> None:
    transcript = _spoken(utterances, pause_ms)
    text = _delivered(transcript, kind)
    made = applied(_TIMELINE, MatchText(text), _project(transcript))
    assert (made.timeline, made.taken, made.notes) == (_TIMELINE, (), ())


_MODELS = [["They", " have", " a", " 42", "-line", " screen", " and", " 3", ".5", " of", " it."]]


@pytest.mark.parametrize(
    ("gone", "said"),
    [
        (" a 42-line screen", "They have and 3.5 of it."),
        ("-line", "They have a 42 screen and 3.5 of it."),
        (" and 3.5 of it", "They have a 42-line screen"),
    ],
)
def test_words_that_are_joined_are_cut_together_or_one_by_one(gone: str, said: str) -> None:
    transcript = _spoken(_MODELS)
    text = "They have a 42-line screen and 3.5 of it.".replace(gone, "")
    project = _project(transcript)
    made = applied(_TIMELINE, MatchText(text), project)
    left = spoken_words(made.timeline, project.transcripts)
    heard = "".join(one.word.text for one in left).strip()
    assert (heard, made.notes) == (said, ())


def test_a_quote_finds_words_that_are_joined() -> None:
    project = _project(_spoken(_MODELS))
    made = applied(_TIMELINE, CutWords(Said("42-line")), project)
    left = spoken_words(made.timeline, project.transcripts)
    heard = "".join(one.word.text for one in left).strip()
    assert heard == "They have a screen and 3.5 of it."


def test_a_line_that_is_said_to_begin_with_a_time_keeps_it() -> None:
    lines = ["10:30 was too early.", *(f"We met at {hour} then." for hour in range(7))]
    text = "\n".join(lines)
    assert handed_back(f"Make the video match this text:\n{text}") == text
    timed = "\n".join(f"[0:0{second}] {line}" for second, line in enumerate(lines[1:]))
    bare = "\n".join(lines[1:])
    assert handed_back(f"Make the video match this text:\n{timed}") == bare

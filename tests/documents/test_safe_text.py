from hypothesis import given
from hypothesis import strategies as st

from transcribe_video.documents.safe_text import safe_text, safe_transcript
from transcribe_video.transcript.segment import Segment
from transcribe_video.transcript.transcript import Transcript
from transcribe_video.transcript.word import Word


def test_controls_go_line_breaks_become_spaces_and_half_characters_are_marked() -> None:
    assert safe_text("a\x00b\r\nc\t\u2028d\x1b\ud83de\u202e") == "ab c d\ufffde"


def test_joiners_no_break_spaces_and_emoji_stay() -> None:
    text = "می‌خواهم 👩‍👩‍👧 Quoi\u00a0? 東京\u3000大阪"
    assert safe_text(text) == text


@given(st.text())
def test_safe_text_is_one_line_that_can_be_encoded_and_needs_no_second_look(text: str) -> None:
    safe = safe_text(text)

    assert len(safe.splitlines()) <= 1
    assert safe.encode().decode() == safe
    assert safe_text(safe) == safe


def test_a_transcript_is_made_safe_in_all_its_texts(broken: Transcript) -> None:
    safe = safe_transcript(broken)

    assert (safe.source, safe.notes) == ("a bgpj.mp4", ("One line.",))
    assert [word.text for word in safe.words] == [
        " Bell",
        " two 2 00:00:01,000 --> 00:00:02,000 lines",
        " \ufffdend.",
    ]
    assert [(segment.speaker, segment.text) for segment in safe.segments] == [
        ("A na", "Bell two 2 00:00:01,000 --> 00:00:02,000 lines \ufffdend.")
    ]


def test_a_transcript_that_is_safe_stays_as_it_is(interview: Transcript) -> None:
    assert safe_transcript(interview) == interview


def test_segments_without_text_are_left_out(silence: Transcript) -> None:
    empty = Segment(0, 10, " ", (Word(0, 10, " ", 0.1),))
    assert (
        safe_transcript(Transcript("silence.mp4", 10_000, "", "whisper base", (empty,))) == silence
    )

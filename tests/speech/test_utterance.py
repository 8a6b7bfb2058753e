"""Words become utterances."""

from hypothesis import given
from hypothesis import strategies as st

from transcribe_video.speech.utterance import utterances
from transcribe_video.transcript.word import Word


def words(text: str, *, each_ms: int = 300) -> list[Word]:
    return [
        Word(i * each_ms, (i + 1) * each_ms, f" {word}", 0.9) for i, word in enumerate(text.split())
    ]


def texts(said: list[Word]) -> list[str]:
    return [segment.text for segment in utterances(said)]


def test_a_sentence_ends_an_utterance() -> None:
    assert texts(words("It was. Was it? Yes!")) == ["It was.", "Was it?", "Yes!"]


def test_an_abbreviation_does_not() -> None:
    assert texts(words("Ask Mr. Smith. He knows.")) == ["Ask Mr. Smith.", "He knows."]


def test_a_full_stop_inside_quotation_marks_does() -> None:
    assert texts(words("He said “go.” She went.")) == ["He said “go.”", "She went."]


def test_a_pause_ends_an_utterance() -> None:
    said = words("so anyway")
    later = [Word(5_000, 5_300, " right", 0.9)]
    assert texts(said + later) == ["so anyway", "right"]


def test_speech_without_punctuation_is_parted_after_half_a_minute() -> None:
    parts = utterances(words("and " * 250))
    assert all(part.end_ms - part.start_ms <= 30_000 for part in parts)
    assert len(parts) == 3


def test_scripts_without_spaces_keep_none() -> None:
    said = [Word(0, 300, "你好", 0.9), Word(300, 600, "世界。", 0.9), Word(600, 900, "好", 0.9)]
    assert texts(said) == ["你好世界。", "好"]


@given(st.lists(st.tuples(st.integers(0, 2_000), st.sampled_from([" a", " b.", " c?", " Mr."]))))
def test_every_word_is_in_one_utterance(gaps: list[tuple[int, str]]) -> None:
    at, said = 0, []
    for gap_ms, text in gaps:
        said.append(Word(at + gap_ms, at + gap_ms + 100, text, 0.5))
        at += gap_ms + 100
    assert [word for segment in utterances(said) for word in segment.words] == said

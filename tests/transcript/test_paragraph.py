from hypothesis import given
from hypothesis import strategies as st

from transcribe_video.transcript.paragraph import AT_MOST, Paragraph, paragraphs
from transcribe_video.transcript.segment import Segment, segment_of
from transcribe_video.transcript.word import Word


def _said(text: str, start_ms: int, speaker: str | None = None) -> Segment:
    """Words of 200 ms without a pause between them."""
    texts = [f" {text}" for text in text.split()] if " " in text else [*text]
    times = range(start_ms, start_ms + 200 * len(texts), 200)
    words = (Word(time, time + 200, text, 0.9) for time, text in zip(times, texts, strict=True))
    return segment_of(tuple(words), speaker)


def test_sentences_of_one_speaker_are_one_paragraph() -> None:
    first, second = _said("Ask not what.", 0), _said("Ask what you can do.", 1_500)

    assert list(paragraphs([first, second])) == [
        Paragraph(0, 2_500, None, "Ask not what. Ask what you can do.")
    ]


def test_another_speaker_begins_a_paragraph() -> None:
    first, second = _said("Ask not", 0, "Ana"), _said("what you can do.", 400, "Ben")

    assert list(paragraphs([first, second])) == [
        Paragraph(0, 400, "Ana", "Ask not"),
        Paragraph(400, 1_200, "Ben", "what you can do."),
    ]


def test_a_second_of_silence_ends_a_paragraph_only_after_a_sentence() -> None:
    sentence, rest = _said("Ask not. ", 0), _said("And then", 1_400)
    phrase, more = _said("Ask not", 10_000), _said("and then", 11_400)

    assert [paragraph.text for paragraph in paragraphs([sentence, rest])] == [
        "Ask not.",
        "And then",
    ]
    assert [paragraph.text for paragraph in paragraphs([phrase, more])] == ["Ask not and then"]


def test_two_seconds_of_silence_end_a_paragraph_anywhere() -> None:
    phrase, more = _said("Ask not", 0), _said("and then", 2_400)

    assert [paragraph.text for paragraph in paragraphs([phrase, more])] == ["Ask not", "and then"]


def test_a_full_paragraph_ends_with_its_sentence() -> None:
    sentence = "The quick brown fox jumps over the lazy dog. "  # 45 letters

    lengths = [len(paragraph.text) for paragraph in paragraphs([_said(sentence * 24, 0)])]

    assert lengths == [45 * 12 - 1, 45 * 12 - 1]


def test_chinese_sentences_end_paragraphs_too_and_get_no_spaces() -> None:
    sentence = "我们今天去看他们。"

    found = list(paragraphs([_said(sentence * 30, 0), _said(sentence * 10, 54_000)]))

    assert [paragraph.text for paragraph in found] == [sentence * 28, sentence * 12]


def test_speech_without_punctuation_is_still_divided() -> None:
    found = list(paragraphs([_said("word " * 1_000, 0)]))

    assert all(len(paragraph.text) <= AT_MOST for paragraph in found)
    assert " ".join(paragraph.text for paragraph in found) == ("word " * 1_000).strip()


def test_nothing_said_is_no_paragraph() -> None:
    assert list(paragraphs([])) == []


_texts = st.lists(st.sampled_from([" ask", " not,", " done.", "今", "天。", "-so"]), min_size=1)


@given(st.lists(st.tuples(_texts, st.integers(0, 3_000), st.sampled_from([None, "Ana", "Ben"]))))
def test_every_word_stands_in_one_paragraph_in_order(
    said: list[tuple[list[str], int, str | None]],
) -> None:
    segments, time_ms = [], 0
    for texts, pause_ms, speaker in said:
        words = [
            Word(time_ms + 10 * at, time_ms + 10 * at + 10, text, 1.0)
            for at, text in enumerate(texts)
        ]
        segments.append(segment_of(tuple(words), speaker))
        time_ms = words[-1].end_ms + pause_ms

    text = "".join(paragraph.text for paragraph in paragraphs(segments))

    assert text.replace(" ", "") == "".join("".join(texts) for texts, _, _ in said).replace(" ", "")

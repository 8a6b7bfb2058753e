from collections.abc import Iterator
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transcribe_video.transcript.columns import columns
from transcribe_video.transcript.cue import GAP_MS, STEP_MS, Cue, cues
from transcribe_video.transcript.line import COLUMNS
from transcribe_video.transcript.phrase import MAX_MS, MIN_MS
from transcribe_video.transcript.segment import Segment, segment_of
from transcribe_video.transcript.word import Word


def _said(text: str, start_ms: int = 0, speaker: str | None = None, word_ms: int = 300) -> Segment:
    """Words of ``word_ms`` without a pause between them; without spaces, one for each letter."""
    texts = [f" {text}" for text in text.split()] if " " in text else [*text]
    times = range(start_ms, start_ms + word_ms * len(texts), word_ms)
    words = (Word(time, time + word_ms, text, 0.9) for time, text in zip(times, texts, strict=True))
    return segment_of(tuple(words), speaker)


def _lines(*segments: Segment) -> list[tuple[str, ...]]:
    return [cue.lines for cue in cues(segments)]


def test_a_short_sentence_is_one_line_and_stays_as_long_as_it_is_said() -> None:
    assert cues([_said("Ask not what your country can do.", 500)]) == (
        Cue(500, 2_600, ("Ask not what your country can do.",)),
    )


def test_each_sentence_has_a_cue_of_its_own() -> None:
    text = (
        "It was the best of times, it was the worst of times. "
        "It was the age of wisdom, it was the age of foolishness."
    )

    assert _lines(_said(text)) == [
        ("It was the best of times,", "it was the worst of times."),
        ("It was the age of wisdom,", "it was the age of foolishness."),
    ]


def test_very_short_sentences_share_a_cue() -> None:
    assert _lines(_said("Yes. No. I do.", word_ms=200)) == [("Yes. No. I do.",)]


def test_a_long_sentence_is_cut_at_its_clauses() -> None:
    text = (
        "We were all going direct to heaven, we were all going direct the other way, "
        "and nobody at all knew which of the two it was."
    )

    assert _lines(_said(text, word_ms=200)) == [
        ("We were all going direct to heaven,", "we were all going direct the other way,"),
        ("and nobody at all knew", "which of the two it was."),
    ]


def test_without_punctuation_a_cue_ends_at_a_pause() -> None:
    before, after = "so this is where the two of us had wanted", "to go for a walk on a sunday"

    assert _lines(_said(before), _said(after, 3_900)) == [
        (before,),
        (after,),
    ]


def test_two_lines_are_about_as_long_and_no_article_ends_the_first() -> None:
    assert _lines(_said("The reporting environment of the house is quite different.")) == [
        ("The reporting environment", "of the house is quite different.")
    ]


def test_no_word_stands_alone_on_the_second_line() -> None:
    [lines] = _lines(_said("He said that he had never been to Constantinople"))

    assert lines == ("He said that he had never", "been to Constantinople")


def test_speakers_never_share_a_cue() -> None:
    assert cues([_said("Are you sure?", 0, "Ana"), _said("Yes.Yes", 900, "Ben")]) == (
        Cue(0, 900 - GAP_MS, ("Are you sure?",), "Ana"),
        Cue(900, 3_000, ("Yes.Yes",), "Ben"),
    )


def test_chinese_fills_two_columns_a_character_and_breaks_at_its_punctuation() -> None:
    text = "我们今天要去看他们的新房子，因为他们上个星期刚刚搬到这里来。你们也一起来吧！"

    assert _lines(_said(text, word_ms=150)) == [
        ("我们今天要去看他们的新房子，", "因为他们上个星期刚刚搬到这里来。"),
        ("你们也一起来吧！",),
    ]


def test_punctuation_never_begins_a_line() -> None:
    text = "这是一个很长很长很长很长很长很长很长很长。真的是一个很长很长很长很长的句子？"
    words = [" Mais", " pourquoi", " donc", " ne", " viendrait", "-il", " pas", " demain", " ?"]
    french = segment_of(tuple(Word(at, at + 1, word, 0.9) for at, word in enumerate(words)))

    lines = [line for cue in _lines(_said(text), french) for line in cue]

    assert not [line for line in lines if line[0] in "。？?-"]


def test_a_word_with_a_hyphen_is_never_divided() -> None:
    words = [" A", " wonderfully", " extraordinary", " twenty", "-year", "-old", " person"]
    segment = segment_of(tuple(Word(at, at + 1, word, 0.9) for at, word in enumerate(words)))

    assert _lines(segment) == [("A wonderfully extraordinary", "twenty-year-old person")]


def test_a_word_wider_than_a_line_is_divided() -> None:
    address = "https://example.org/" + "a" * 60

    assert _lines(_said(f"See {address}")) == [("See", address[:42]), (address[42:],)]


def test_a_cue_stays_into_the_silence_long_enough_to_be_read() -> None:
    short, fast = (
        _said("Yes, indeed.", 0, word_ms=100),
        _said("Incomprehensibilities notwithstanding", 9_000, word_ms=100),
    )

    assert [(cue.start_ms, cue.end_ms) for cue in cues([short, fast])] == [
        (0, MIN_MS),
        (9_000, 9_000 + 36 * 50),
    ]


def test_a_short_gap_is_closed_and_a_long_one_is_not() -> None:
    first = _said("He was there all the time.", 0)  # ends at 1,800

    assert cues([first, _said("And she?", 2_200, "Ana")])[0].end_ms == 2_200 - GAP_MS
    assert cues([first, _said("And she?", 2_400, "Ana")])[0].end_ms == 1_800


def test_the_last_cue_does_not_outlast_the_recording() -> None:
    assert [cue.end_ms for cue in cues([_said("Yes, no.", 0, word_ms=100)], 700)] == [700]


def test_a_single_endless_word_leaves_the_screen_after_seven_seconds() -> None:
    assert cues([segment_of((Word(0, 60_000, " Ooooh", 0.5),))]) == (Cue(0, MAX_MS, ("Ooooh",)),)


def test_words_that_all_have_the_same_time_are_shown_one_cue_after_another() -> None:
    words = tuple(Word(1_000, 1_000, " again", 0.1) for _ in range(40))

    shown = cues([segment_of(words)])

    assert len(shown) == 3
    assert all(left.start_ms < left.end_ms < right.start_ms for left, right in pairwise(shown))


def test_an_interjection_is_shown_while_the_other_speaks() -> None:
    story = _said("We went there on foot and then came back. And then we slept all day.", 0, "Ana")
    aside = _said("Oh really?", 2_000, "Ben")

    assert [(cue.speaker, cue.lines) for cue in cues([story, aside])] == [
        ("Ana", ("We went there on foot and then came back.",)),
        ("Ben", ("Oh really?",)),
        ("Ana", ("And then we slept all day.",)),
    ]


def test_nothing_said_is_no_cue() -> None:
    assert cues([]) == ()


_LETTERS = st.text("abcdefghABC今天我สวี한éй👍🏽", min_size=1, max_size=12)
_TEXTS = st.one_of(
    st.builds(
        "{}{}{}".format,
        st.sampled_from([" ", ""]),
        _LETTERS,
        st.sampled_from(["", "", ",", ".", "。", "?”"]),
    ),
    st.builds(" https://{}".format, st.text("abc/", min_size=40, max_size=130)),
    st.text("今天我们、。", min_size=30, max_size=80),
)


@st.composite
def _recordings(draw: st.DrawFn) -> list[Segment]:
    """Segments in order, without overlap, whose words last as long as such words do."""
    segments, time_ms = [], draw(st.integers(0, 2_000))
    for speaker in draw(st.lists(st.sampled_from([None, "Ana", "Ben"]), max_size=4)):
        words = []
        for text in draw(st.lists(_TEXTS, min_size=1, max_size=16)):
            lasts_ms = draw(st.integers(200, 900)) + 15 * columns(text)
            words.append(Word(time_ms, time_ms + lasts_ms, text, 0.9))
            time_ms += lasts_ms + draw(st.sampled_from([0, 0, 0, 40, 300, 900, 4_000]))
        segments.append(segment_of(tuple(words), speaker))
    return segments


def _letters(*texts: str) -> str:
    return "".join("".join(text.split()) for text in texts)


def _spoken_letters(segments: list[Segment]) -> Iterator[tuple[str, Word]]:
    for segment in segments:
        for word in segment.words:
            yield from ((letter, word) for letter in _letters(word.text))


@given(_recordings())
def test_all_words_survive_in_order(segments: list[Segment]) -> None:
    shown = _letters(*(line for cue in cues(segments) for line in cue.lines))
    assert shown == _letters(*(word.text for segment in segments for word in segment.words))


@given(_recordings())
def test_cues_fit_the_screen_and_follow_each_other(segments: list[Segment]) -> None:
    shown = cues(segments)

    assert all(1 <= len(cue.lines) <= 2 for cue in shown)
    assert all(0 < columns(line) <= COLUMNS for cue in shown for line in cue.lines)
    assert all(cue.start_ms < cue.end_ms <= cue.start_ms + MAX_MS for cue in shown)
    for cue, following in pairwise(shown):
        assert cue.end_ms <= following.start_ms - GAP_MS
        assert cue.end_ms - cue.start_ms >= MIN_MS or cue.end_ms == following.start_ms - GAP_MS


@given(_recordings())
def test_a_cue_begins_with_its_first_word_and_outlasts_its_last_only_into_silence(
    segments: list[Segment],
) -> None:
    spoken = list(_spoken_letters(segments))
    place, earliest_ms = 0, 0
    for cue in cues(segments):
        first = spoken[place][1]
        place += len(_letters(*cue.lines))
        last, following = spoken[place - 1][1], spoken[place:][:1]
        assert first.start_ms <= cue.start_ms <= max(first.end_ms, earliest_ms)
        earliest_ms = cue.start_ms + STEP_MS
        if cue.end_ms > last.end_ms and following:
            assert cue.end_ms <= max(following[0][1].start_ms, earliest_ms - GAP_MS)


@given(_recordings())
def test_a_cue_is_of_one_speaker(segments: list[Segment]) -> None:
    said: dict[str | None, str] = {}
    for segment in segments:
        said[segment.speaker] = said.get(segment.speaker, "") + _letters(segment.text)
    shown: dict[str | None, str] = {}
    for cue in cues(segments):
        shown[cue.speaker] = shown.get(cue.speaker, "") + _letters(*cue.lines)
    assert shown == said


_anything = st.builds(
    Word, st.integers(0, 5_000), st.integers(0, 5_000), st.text(max_size=120), st.just(0.5)
)


@given(
    st.lists(
        st.lists(_anything, min_size=1, max_size=8).map(lambda words: segment_of(tuple(words)))
    )
)
def test_words_with_impossible_times_and_texts_still_make_proper_cues(
    segments: list[Segment],
) -> None:
    shown = cues(segments)

    assert _letters(*(line for cue in shown for line in cue.lines)) == _letters(
        *(word.text for segment in segments for word in segment.words)
    )
    assert all(len(cue.lines) <= 2 for cue in shown)
    assert all(columns(line) <= COLUMNS for cue in shown for line in cue.lines)
    assert all(cue.start_ms < cue.end_ms for cue in shown)
    assert all(left.end_ms <= right.start_ms for left, right in pairwise(shown))


@pytest.mark.parametrize("letter", ["a", "今", "👩‍👩‍👧‍👦", "e\u0301"])
def test_an_endless_word_of_any_script_fits(letter: str) -> None:
    shown = cues([segment_of((Word(0, 60_000, letter * 300, 0.5),))])

    assert _letters(*(line for cue in shown for line in cue.lines)) == letter * 300
    assert all(columns(line) <= COLUMNS for cue in shown for line in cue.lines)

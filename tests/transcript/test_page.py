"""Reading a transcript part by part."""

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transcribe_video.errors import UsageError
from transcribe_video.transcript.page import Page, Question, page_of
from transcribe_video.transcript.segment import Segment, segment_of
from transcribe_video.transcript.word import Word


def _segments(*texts: str) -> list[Segment]:
    return [
        Segment(1000 * number, 1000 * number + 900, text, ()) for number, text in enumerate(texts)
    ]


def _texts(page: Page) -> list[str]:
    return [segment.text for segment in page.segments]


def _read(segments: list[Segment], **asked: object) -> list[str]:
    return _texts(page_of(segments, Question(**asked)))  # type: ignore[arg-type]


TALK = _segments(
    "It was the best of times.", "It was the worst", "of times. And then…", "\uff25\uff4e\uff44."
)


@st.composite
def _talks(draw: st.DrawFn) -> list[Segment]:
    """Utterances with and without known words, spaced or not, some far longer than a page."""
    now_ms, segments = 0, []
    for text in draw(st.lists(st.text("ab 我们", min_size=1, max_size=300), max_size=8)):
        words = tuple(
            Word(now_ms := now_ms + draw(st.integers(0, 2)), now_ms + 1, part, 0.9)
            for part in re.findall(r"\s*\S{1,3}", text)
        )
        if words:
            one = segment_of(words)
            segments.append(one if draw(st.booleans()) else replace(one, words=()))
    return segments


@given(_talks(), st.integers(1, 400))
def test_the_pages_together_are_the_whole(segments: list[Segment], most: int) -> None:
    read: list[Segment] = []
    page = page_of(segments, Question(most=most))
    while True:
        read += page.segments
        size = sum(len(one.text) for one in page.segments)
        assert size <= most or (len(page.segments) == 1 and size <= 100)
        if page.next_cursor is None:
            break
        assert page.segments
        page = page_of(segments, Question(most=most, cursor=page.next_cursor))
    assert _bare(read) == _bare(segments)
    assert [word for one in read for word in one.words] == [
        word for one in segments for word in one.words
    ]


def _bare(segments: list[Segment]) -> str:
    return "".join("".join(segment.text.split()) for segment in segments)


def test_only_an_utterance_that_is_longer_than_a_page_is_cut() -> None:
    segments = _segments("a" * 400, "b" * 200, "c " * 4_800 + "c", "d")
    first = page_of(segments, Question(most=500))
    assert list(first.segments) == segments[:1]
    second = page_of(segments, Question(most=9_000, cursor=first.next_cursor))
    assert list(second.segments) == segments[1:2]
    third = page_of(segments, Question(most=99_999, cursor=second.next_cursor))
    assert _texts(third) == ["c " * 4_499 + "c"]
    last = page_of(segments, Question(cursor=third.next_cursor))
    assert (_texts(last), last.next_cursor, last.matches) == (["c " * 300 + "c", "d"], None, None)


def test_the_rest_of_an_utterance_begins_at_its_own_time() -> None:
    long = segment_of(
        tuple(Word(100 * n, 100 * n + 90, f" word{n}", 0.9) for n in range(50)), "Ana"
    )
    page = page_of([long], Question(most=100))
    [part] = page.segments
    [rest] = page_of([long], Question(cursor=page.next_cursor)).segments
    assert (part, rest) == (segment_of(long.words[:15], "Ana"), segment_of(long.words[15:], "Ana"))


def test_a_word_without_end_is_cut_too() -> None:
    endless = Segment(0, 1000, "我" * 250, (Word(0, 1000, "我" * 250, 0.9),))
    page = page_of([endless], Question(most=1))
    rest = page_of([endless], Question(cursor=page.next_cursor))
    assert [word for one in (page, rest) for part in one.segments for word in part.words] == [
        Word(0, 400, "我" * 100, 0.9),
        Word(400, 800, "我" * 100, 0.9),
        Word(800, 1000, "我" * 50, 0.9),
    ]


def test_nothing_said_is_an_empty_page() -> None:
    assert page_of([], Question()) == Page((), None, None)
    assert page_of([], Question(find="word")) == Page((), None, 0)


@pytest.mark.parametrize(
    ("find", "found"),
    [
        ("WORST", [1]),
        ("  the   best ", [0]),
        ("of times", [0, 2]),
        ("the worst of times", [1, 2]),
        ("times. it was", [0, 1]),
        ("then...", [2]),
        ("end", [3]),
        ("best worst", []),
        ("it was the best of times. it was the worst of times. and then... end.", [0, 1, 2, 3]),
    ],
)
def test_what_reads_as_equal_is_found_also_across_utterances(find: str, found: list[int]) -> None:
    page = page_of(TALK, Question(find=find))
    assert (list(page.segments), page.matches) == ([TALK[number] for number in found], len(found))


def test_it_is_found_in_writing_without_spaces_too() -> None:
    said = _segments("我们今天", "去北京。", "好的。")
    assert _read(said, find="今天去北京") == ["我们今天", "去北京。"]


def test_a_needle_of_spaces_is_none() -> None:
    assert page_of(TALK, Question(find=" \n ")).matches is None


@pytest.mark.parametrize(
    ("from_ms", "to_ms", "found"),
    [
        (0, None, [0, 1, 2, 3]),
        (1500, None, [1, 2, 3]),
        (1900, None, [2, 3]),
        (0, 1000, [0]),
        (0, 1001, [0, 1]),
        (1500, 1500, [1]),
        (1000, 1000, [1]),
        (950, 960, []),
        (9000, None, []),
    ],
)
def test_a_span_of_time_takes_what_reaches_into_it(
    from_ms: int, to_ms: int | None, found: list[int]
) -> None:
    read = page_of(TALK, Question(from_ms=from_ms, to_ms=to_ms))
    assert list(read.segments) == [TALK[number] for number in found]


def test_a_cursor_inside_an_utterance_outlasts_a_change_of_its_words() -> None:
    text = " ".join(["word"] * 100)
    heard = Segment(0, 50_000, text, ())
    known = segment_of(tuple(Word(500 * n, 500 * n + 400, " word", 0.9) for n in range(100)))
    cursor = page_of([heard], Question(most=250)).next_cursor
    [rest] = page_of([known], Question(cursor=cursor)).segments
    assert 48 <= len(rest.words) <= 51


def test_a_cursor_holds_while_more_is_recognised() -> None:
    segments = _segments(*("word " * 90 for _ in range(6)))
    page = page_of(segments[:3], Question(most=500))
    later = page_of(segments, Question(most=500, cursor=page.next_cursor))
    assert list(later.segments) == [segments[1]]


@pytest.mark.parametrize(
    "cursor", ["", "1", "1-1.zz", "999999999999-0.0123456789ab", "0-0." + "0" * 12]
)
def test_a_cursor_that_was_not_given_is_refused(cursor: str) -> None:
    with pytest.raises(UsageError, match="the cursor was not given for these arguments"):
        page_of(TALK, Question(cursor=cursor))


def test_a_cursor_belongs_to_its_question() -> None:
    segments = _segments("a" * 500, "a" * 600)
    cursor = page_of(segments, Question(find="a", most=500)).next_cursor
    assert cursor
    with pytest.raises(UsageError):
        page_of(segments, Question(find="b", cursor=cursor))
    assert len(_read(segments, find="A", cursor=cursor)) == 1

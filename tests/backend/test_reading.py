"""Reading a transcript part by part."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transcribe_video.backend.reading import Page, Question, page_of
from transcribe_video.errors import UsageError
from transcribe_video.transcript.segment import Segment


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


@given(
    st.lists(st.text("ab ", min_size=1, max_size=700), max_size=30),
    st.integers(0, 20_000),
    st.lists(st.integers(0, 3), max_size=30),
)
def test_the_pages_together_are_the_whole(texts: list[str], most: int, gaps: list[int]) -> None:
    start_ms, segments = 0, []
    for text, gap in zip(texts, gaps + [0] * len(texts), strict=False):
        start_ms += gap
        segments.append(Segment(start_ms, start_ms + 1, text, ()))
    read: list[Segment] = []
    page = page_of(segments, Question(most=most))
    while True:
        read += page.segments
        assert len(page.segments) == 1 or sum(len(one.text) for one in page.segments) <= 9000
        if page.next_cursor is None:
            break
        assert page.segments
        page = page_of(segments, Question(most=most, cursor=page.next_cursor))
    assert read == segments


def test_a_page_holds_whole_utterances_and_at_least_one() -> None:
    segments = _segments("a" * 400, "b" * 200, "c" * 9_500, "d")
    first = page_of(segments, Question(most=1))
    assert [text[0] for text in _texts(first)] == ["a"]
    second = page_of(segments, Question(most=500, cursor=first.next_cursor))
    assert [text[0] for text in _texts(second)] == ["b"]
    third = page_of(segments, Question(most=99_999, cursor=second.next_cursor))
    assert [text[0] for text in _texts(third)] == ["c"]
    last = page_of(segments, Question(cursor=third.next_cursor))
    assert (_texts(last), last.next_cursor, last.matches) == (["d"], None, None)


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
    segments = _segments("a" * 600, "a" * 600)
    cursor = page_of(segments, Question(find="a", most=500)).next_cursor
    assert cursor
    with pytest.raises(UsageError):
        page_of(segments, Question(find="b", cursor=cursor))
    assert len(_read(segments, find="A", cursor=cursor)) == 1

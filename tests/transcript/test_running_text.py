from transcribe_video.transcript.running_text import running_words
from transcribe_video.transcript.segment import Segment, segment_of
from transcribe_video.transcript.word import Word


def _text(*segments: Segment) -> str:
    return "".join(word.text for word in running_words(segments))


def _segment(*texts: str) -> Segment:
    return segment_of(tuple(Word(0, 100, text, 0.9) for text in texts))


def test_words_keep_their_own_spaces() -> None:
    assert _text(_segment(" And", " so,"), _segment(" my", " twenty", "-year")) == (
        " And so, my twenty-year"
    )


def test_a_segment_without_a_leading_space_gets_one_where_the_script_uses_spaces() -> None:
    assert _text(_segment("And", " so."), _segment("Ask")) == "And so. Ask"
    assert _text(_segment("안녕", " 하세요."), _segment("네.")) == "안녕 하세요. 네."


def test_chinese_japanese_and_thai_get_no_space() -> None:
    assert _text(_segment("今天", "很好。"), _segment("是的。")) == "今天很好。是的。"
    assert _text(_segment("はい"), _segment("そうです")) == "はいそうです"
    assert _text(_segment("สวัสดี"), _segment("ครับ")) == "สวัสดีครับ"


def test_a_segment_without_words_counts_as_one_word() -> None:
    assert list(running_words([Segment(10, 90, "Only text.", ())])) == [
        Word(10, 90, "Only text.", 1.0)
    ]


def test_words_without_text_are_left_out() -> None:
    assert _text(_segment(" And", " ", "", " so")) == " And so"

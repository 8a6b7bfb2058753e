"""What is written on the picture, as a script."""

import pytest

from transcribe_video.media.render.plan import Look
from transcribe_video.media.render.request import Caption, CaptionStyle, Title, Word
from transcribe_video.media.render.size import Size
from transcribe_video.media.render.subtitles import Script, missing_letters, subtitles

_SIZE = Size(1280, 720)


def _script(look: Look, *, is_cjk_there: bool = False, language: str = "und") -> Script:
    return subtitles(look, _SIZE, language, is_cjk_there=is_cjk_there)


def _events(look: Look) -> list[str]:
    return _rows(_script(look), "Dialogue:")


def _rows(script: Script, start: str) -> list[str]:
    return [line for line in script.text.splitlines() if line.startswith(start)]


def _word(start_ms: int, text: str) -> Word:
    return Word(start_ms=start_ms, end_ms=start_ms + 200, text=text)


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("plain, with a comma", "plain, with a comma"),
        ("two\nlines", r"two\Nlines"),
        (r"{\an8}no order", "\\{\\\u2060an8\\}no order"),
        (r"a\Nb", "a\\\u2060Nb"),
        ("bell\x07 and\r\n\r\nempty line", r"bell  and\Nempty line"),
    ],
)
def test_a_text_is_only_text(text: str, written: str) -> None:
    title = Title(start_ms=0, end_ms=3_725_010, text=text, position="top")
    (event,) = _events(Look(titles=(title,)))
    assert event == f"Dialogue: 0,0:00:00.00,1:02:05.01,top,,0,0,0,,{written}"


def test_the_spoken_word_stands_out() -> None:
    words = (_word(1_000, "one"), _word(1_400, "two"), _word(1_900, "two"))
    caption = Caption(start_ms=900, end_ms=2_500, text="one two,\ntwo", words=words)
    style = CaptionStyle(is_burned=True, is_highlighted=True)
    on, off = r"{\c&H3CD2FF&}", r"{\c}"
    assert _events(Look(burned=(caption,), style=style)) == [
        rf"Dialogue: 0,0:00:00.90,0:00:01.40,Caption,,0,0,0,,{on}one{off} two,\Ntwo",
        rf"Dialogue: 0,0:00:01.40,0:00:01.90,Caption,,0,0,0,,one {on}two{off},\Ntwo",
        rf"Dialogue: 0,0:00:01.90,0:00:02.50,Caption,,0,0,0,,one two,\N{on}two{off}",
    ]


def test_without_times_of_words_nothing_stands_out() -> None:
    caption = Caption(start_ms=0, end_ms=500, text="one")
    style = CaptionStyle(is_burned=True, is_highlighted=True)
    (event,) = _events(Look(burned=(caption,), style=style))
    assert event.endswith(",,one")


@pytest.mark.parametrize(
    ("size", "position", "style"),
    [
        ("medium", "bottom", "Caption,Roboto Medium,43.2,"),
        ("large", "top", "Caption,Roboto Medium,61.2,"),
    ],
)
def test_size_and_position_are_obeyed(size: str, position: str, style: str) -> None:
    wanted = CaptionStyle.model_validate({"size": size, "position": position})
    row = next(line for line in _rows(_script(Look(style=wanted)), "Style:") if style in line)
    assert row.split(",")[18] == {"bottom": "2", "top": "8"}[position]


def test_letters_without_a_shape_are_named_once() -> None:
    said = """
[Parsed_subtitles_0 @ 0x1] fontselect: failed to find any fallback with glyph 0x4F60 for font: (x)
[Parsed_subtitles_0 @ 0x1] fontselect: failed to find any fallback with glyph 0x2060 for font: (x)
[Parsed_subtitles_0 @ 0x1] fontselect: failed to find any fallback with glyph 0x597D for font: (x)
[Parsed_subtitles_0 @ 0x1] fontselect: failed to find any fallback with glyph 0x4F60 for font: (x)
"""
    assert missing_letters(said) == "你 好"

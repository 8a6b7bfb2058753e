"""Every letter is drawn with a font that has it; what none has is named, with what to do."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from media.conftest import Convert
from media.render.reading import box_of, picture_at, read_back
from media.render.renderer import Renderer, caption, clip
from transcribe_video.media.render.plan import Look
from transcribe_video.media.render.request import Caption, CaptionStyle, Title
from transcribe_video.media.render.size import Size
from transcribe_video.media.render.subtitles import subtitles
from transcribe_video.media.render.typeface import LATIN, attached, cjk_family, missing_note, runs

_WITHOUT_THE_EXTRA = "import sys; sys.modules['noto_cjk_sans_otc'] = None"
_NO_FONTS = '<?xml version="1.0"?><fontconfig><dir>/nowhere</dir></fontconfig>'
_CHINESE = "城市之梦，你好世界"
_INSTALL = 'pip install "transcribe-video-to-text[cjk]"'

Bare = Callable[[str], Renderer]


@pytest.fixture
def bare(tmp_path: Path, out: Path) -> Bare:
    """A renderer on a computer without any fonts of its own."""
    fonts = tmp_path / "fonts.conf"
    fonts.write_text(_NO_FONTS)
    return lambda name: Renderer(out / name, {"FONTCONFIG_FILE": str(fonts)})


@pytest.fixture
def grey(convert: Convert) -> Path:
    still = ("-f", "lavfi", "-i", "color=gray:s=640x360:r=10", "-t", "0.4")
    return convert("grey.mp4", *still, "-pix_fmt", "yuv420p")


def _title(text: str) -> dict[str, object]:
    return {"text": text, "start_ms": 0, "end_ms": 400, "position": "top"}


@pytest.mark.parametrize(
    ("title", "said"),
    [
        (_CHINESE, "我们没有计划B"),
        ("Größe und Öl", "süße Äpfel, naïve façade"),
        ("東京へようこそ", "plain"),
    ],
    ids=["Chinese", "German and French", "Japanese"],
)
def test_letters_of_both_fonts_can_be_read_where_the_system_has_none(
    title: str, said: str, bare: Bare, grey: Path
) -> None:
    style = {"is_burned": True, "size": "large"}
    wishes: Any = {"captions": [caption(0, 400, said)], "caption_style": style}
    done = bare("v.mp4").run(clip(grey), titles=[_title(title)], **wishes).done
    assert done["notes"] == []
    lines = read_back(picture_at(Path(done["path"]), 200), is_close=True)
    assert [line.text for line in lines] == [title, said]


def test_without_the_extra_missing_letters_are_named_with_how_to_install_it(
    bare: Bare, grey: Path
) -> None:
    ran = bare("v.mp4").run(clip(grey), before=_WITHOUT_THE_EXTRA, titles=[_title("Hi 你好")])
    [note] = ran.done["notes"]
    assert "你 好" in note
    assert note.count(_INSTALL) == 1
    assert "make the video again" in note


def test_letters_that_the_extra_has_not_either_are_named_too(bare: Bare, grey: Path) -> None:
    [note] = bare("v.mp4").run(clip(grey), titles=[_title("你好 สวัสดี")]).done["notes"]
    assert "ส" in note
    assert "你" not in note
    assert _INSTALL not in note
    assert "install a font that has them on this computer" in note


def test_a_long_line_without_spaces_is_broken_at_the_edge_of_an_upright_picture(
    bare: Bare, grey: Path
) -> None:
    said = "这是一个很长的句子没有空格所以应该在屏幕边缘自动换行否则就会超出画面"
    style = {"is_burned": True, "size": "large"}
    wishes: Any = {"caption_style": style, "frame": {"aspect": "9:16", "height": 360}}
    with_text, plain = bare("v.mp4"), bare("plain.mp4")
    with_text.run(clip(grey), captions=[caption(0, 400, said)], **wishes)
    plain.run(clip(grey), **wishes)
    pixels = picture_at(with_text.target, 200)
    box = box_of(pixels, picture_at(plain.target, 200))
    assert box.left > 0.03
    assert box.right < 0.97
    lines = read_back(pixels)
    assert len(lines) > 2
    assert "".join(line.text for line in lines) == said


def test_a_title_in_the_middle_stays_there_beside_long_captions(bare: Bare, grey: Path) -> None:
    style = {"is_burned": True, "size": "large"}
    said = [caption(0, 400, "\n".join(["one more line"] * 7))]
    title = {**_title("Urban Dreams"), "position": "center"}
    made = bare("v.mp4")
    made.run(clip(grey), captions=said, caption_style=style, titles=[title])
    alone = bare("alone.mp4")
    alone.run(clip(grey), titles=[title])
    [line] = read_back(picture_at(alone.target, 200))
    assert line.y == pytest.approx(0.5, abs=0.02)
    # A caption is drawn over it rather than that it is pushed off the picture.
    letters = picture_at(alone.target, 200).min(axis=2) > 200
    both = picture_at(made.target, 200)
    assert (both.min(axis=2) > 200)[letters].mean() > 0.6
    assert read_back(both)[-1].text == "one more line"


def test_the_font_that_is_always_there_travels_with_the_script() -> None:
    head, name, *lines = attached().splitlines()
    assert (head, name) == ("[Fonts]", "fontname: Roboto-Medium.ttf")
    assert max(map(len, lines)) == 80
    numbers = [ord(letter) - 33 for letter in "".join(lines)]
    bits = "".join(f"{number:06b}" for number in numbers)
    data = bytes(int(bits[at : at + 8], 2) for at in range(0, len(bits) // 8 * 8, 8))
    font = Path(subtitles.__code__.co_filename).parent / "fonts" / "Roboto-Medium.ttf"
    assert data == font.read_bytes()


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("Hello", [("Hello", False)]),
        ("Hi 你好!", [("Hi ", False), ("你好", True), ("!", False)]),
        ("，→①★", [("，→①★", True)]),
        ("“Größe” Ж Ω é", [("“Größe” Ж Ω é", False)]),
        ("", []),
    ],
)
def test_a_text_is_told_apart_by_font(text: str, pieces: list[tuple[str, bool]]) -> None:
    assert [*runs(text)] == pieces


@pytest.mark.parametrize(
    ("text", "language", "family"),
    [
        ("直接", "zho", "Noto Sans CJK SC"),
        ("直接", "und", "Noto Sans CJK SC"),
        ("直接", "jpn", "Noto Sans CJK JP"),
        ("直接です", "zho", "Noto Sans CJK JP"),
        ("직접 直接", "und", "Noto Sans CJK KR"),
    ],
)
def test_letters_that_countries_share_have_the_shapes_of_their_language(
    text: str, language: str, family: str
) -> None:
    assert cjk_family(text, language) == family
    title = Title(start_ms=0, end_ms=9, text=text)
    script = subtitles(Look(titles=(title,)), Size(640, 360), language, is_cjk_there=True)
    assert script.has_cjk
    assert rf"{{\fn{family}\fs" in script.text


def test_a_script_without_such_letters_or_without_the_extra_asks_for_no_other_font() -> None:
    said = Caption(start_ms=0, end_ms=9, text="你好")
    look = Look(burned=(said,), style=CaptionStyle(is_burned=True))
    script = subtitles(look, Size(640, 360), "zho", is_cjk_there=False)
    latin = subtitles(
        Look(titles=(Title(start_ms=0, end_ms=9, text="Hi"),)),
        Size(640, 360),
        "eng",
        is_cjk_there=True,
    )
    for each in (script, latin):
        assert not each.has_cjk
        assert r"\fn" not in each.text.partition("[Events]")[2]
        assert LATIN in each.text


def test_a_note_names_the_extra_only_where_that_would_help() -> None:
    # It is installed here.
    assert _INSTALL not in missing_note("你")

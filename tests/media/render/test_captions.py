from io import BytesIO

import av
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from transcribe_video.media.render.captions import fitted, text_track
from transcribe_video.media.render.request import Caption


def _caption(start_ms: int, end_ms: int, text: str = "x") -> Caption:
    return Caption(start_ms=start_ms, end_ms=end_ms, text=text)


def test_no_captions_are_none() -> None:
    assert fitted([], 1_000) == ()


def test_captions_are_in_order_and_none_reaches_into_the_next_or_beyond_the_end() -> None:
    captions = [_caption(900, 2_000), _caption(0, 800), _caption(500, 600), _caption(1_000, 1_100)]
    assert fitted(captions, 1_000) == (
        _caption(0, 500),
        _caption(500, 600),
        _caption(900, 1_000),
    )


def test_what_is_shown_at_the_same_time_is_one_caption() -> None:
    captions = [_caption(0, 500, "a"), _caption(0, 800, "b")]
    assert fitted(captions, 1_000) == (_caption(0, 800, "a\nb"),)


def test_an_empty_caption_is_left_out_and_an_empty_line_ends_none() -> None:
    captions = [_caption(0, 1, " \n\t"), _caption(5, 9, " one \n\n\r\n two\x00\x1b[2J \n")]
    assert fitted(captions, 1_000) == (_caption(5, 9, "one\ntwo  [2J"),)


def _read(track: bytes) -> list[tuple[int, int, str]]:
    """From when, until when, which text; what clears the screen is left out."""
    with av.open(BytesIO(track)) as container:
        assert isinstance(container, av.container.InputContainer)
        packets = [packet for packet in container.demux(subtitles=0) if packet.size > 2]
        return [(p.pts or 0, (p.pts or 0) + (p.duration or 0), _text(bytes(p))) for p in packets]


def _text(sample: bytes) -> str:
    size = int.from_bytes(sample[:2], "big")
    assert len(sample) == size + 2, "there is style besides the text"
    return sample[2:].decode().replace("\u200b", "")


@pytest.mark.parametrize(
    "said",
    [
        "a < b & c > d",
        "<b>1 < 2</b> &lt; < i>x</ i>",
        "{y:i}it {\\an8} { \\b1 }x {",
        "\\N new\\nline \\h -->",
        "2\n00:00:01,000 --> 00:00:02,000",
    ],
)
def test_markup_is_shown_as_it_is(said: str) -> None:
    track = text_track([_caption(1_007, 3_602_333, said), _caption(9_602_333, 9_602_400)])
    assert _read(track) == [(1_007, 3_602_333, said), (9_602_333, 9_602_400, "x")]


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"]), max_size=60), max_size=4))
@settings(max_examples=60, deadline=None)
def test_every_text_comes_back_as_it_was_cleaned(texts: list[str]) -> None:
    rows = [_caption(at * 900, at * 900 + 700, text) for at, text in enumerate(texts)]
    wanted = [(row.start_ms, row.end_ms, row.text) for row in fitted(rows, 10_000)]
    shown = [(start, end, text.replace("\u200b", "")) for start, end, text in wanted]
    assert (_read(text_track(fitted(rows, 10_000))) if shown else []) == shown

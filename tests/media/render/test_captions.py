from transcribe_video.media.render.captions import fitted, srt
from transcribe_video.media.render.request import Caption


def _caption(start_ms: int, end_ms: int, text: str = "x") -> Caption:
    return Caption(start_ms=start_ms, end_ms=end_ms, text=text)


def test_no_captions_are_none() -> None:
    assert fitted([], 1_000) == ()
    assert srt([]) == b""


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


def test_markup_is_shown_as_it_is() -> None:
    said = "<i>1 < 2</i> {\\an8} --> \\N"
    shown = srt([_caption(1_007, 3_602_333, said)]).decode()
    assert shown.replace("\u200b", "") == f"1\n00:00:01,007 --> 01:00:02,333\n{said}\n"
    assert shown.count("\u200b") == 5

"""Sentences about the picture, to the file on the disk: its pixels are compared."""

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest

from media.preview.numbered import HEIGHT, SQUARE, WIDTH, Picture, number_in, picture
from tools.finished import FRAME_MS, TONE_MS, WORDS, bring, pictures_of, tone_film, tones_in
from tools.project import assistant_in
from tools.talking import exported, say

pytestmark = [pytest.mark.anyio, pytest.mark.timeout(60)]
_KNOWN = WORDS[:3]
_FILM = WORDS[:5]


@pytest.fixture(scope="module")
def film(ffmpeg: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tone_film(tmp_path_factory.mktemp("film") / "film.mp4", ffmpeg, _FILM)


def _off(one: Picture, other: Picture) -> float:
    assert one.shape == other.shape
    return float(np.abs(one.astype(int) - other.astype(int)).mean())


async def test_the_picture_is_cropped_padded_and_enlarged_as_asked(
    kept_home: Path, film: Path
) -> None:
    async with assistant_in(kept_home) as assistant:
        await bring(assistant, kept_home, film, " ".join(_KNOWN))
        await say(assistant, "crop to 1:1")
        square = await exported(assistant)
        pictures = [shown for _, shown in pictures_of(Path(square["path"]))]
        await say(assistant, "undo")
        await say(assistant, "pad to 9:16 and make it 720p")
        upright = await exported(assistant)
    assert (square["width"], square["height"]) == (HEIGHT, HEIGHT)
    left = (WIDTH - HEIGHT) // 2
    cropped = [picture(number)[:, left : left + HEIGHT] for number in range(len(pictures))]
    assert len(pictures) == len(_FILM) * 25
    assert max(map(_off, pictures, cropped)) < 8

    assert (upright["width"], upright["height"]) == (720, 1280)
    for number, (_, shown) in enumerate(pictures_of(Path(upright["path"]))):
        high = 720 * HEIGHT // WIDTH
        top = (1280 - high) // 2
        assert number_in(shown[top : top + high]) == number
        assert shown[: top - 4].max() < 24
        assert shown[top + high + 4 :].max() < 24


async def test_a_title_and_burned_captions_stand_where_and_when_they_are_wanted(
    kept_home: Path, film: Path
) -> None:
    async with assistant_in(kept_home) as assistant:
        await bring(assistant, kept_home, film, " ".join(_KNOWN))
        await say(assistant, "put 'Urban Dreams' on top for the first 2 seconds")
        await say(assistant, "burn the captions in, and highlight each word as it's spoken")
        made = Path((await exported(assistant))["path"])
    shown = [*pictures_of(made)]
    titled = [ms for ms, pixels in shown if _is_written(pixels[:SQUARE])]
    assert (titled[0], titled[-1]) == (0, 2_000 - FRAME_MS)
    assert len(titled) == 50
    begins = [tone.at_ms for tone in tones_in(made)[: len(_KNOWN)]]
    *changes, gone_ms = _changes(shown)
    assert changes == pytest.approx(begins, abs=FRAME_MS)
    assert gone_ms >= begins[-1] + TONE_MS - FRAME_MS


def _is_written(band: Picture) -> bool:
    """Whether there are white letters in it."""
    return int((band.min(axis=2) > 180).sum()) > 20


def _changes(shown: list[tuple[int, Picture]]) -> Iterator[int]:
    """When what is written at the bottom changes."""
    for (_, before), (ms, after) in pairwise(shown):
        if _off(before[-SQUARE:], after[-SQUARE:]) > 0.2:
            yield ms

"""Several files in one video, a still among them: the file, the hand-off and the preview agree."""

import subprocess
from base64 import b64decode
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path
from xml.etree.ElementTree import fromstring

import opentimelineio as otio
import pytest
from mcp_types import ImageContent, TextContent

from media.preview.numbered import Picture, number_in, read
from tools.driver import Assistant
from tools.finished import FRAME_MS, WORDS, pictures_of, tone_film, tones_in
from tools.project import assistant_in
from tools.talking import exported, say

pytestmark = [pytest.mark.anyio, pytest.mark.timeout(60)]
_FILM, _PART = WORDS[:6], WORDS[9:12]
_STILL = -1
_SECOND = 1_000 // FRAME_MS
_MOMENTS = ((12, "0:00.5"), (37, "0:01.5"), (212, "0:08.5"))
Row = tuple[str, int, int]
"""Of a clip: its file's name, its first picture there, how many."""


@pytest.fixture
def film(ffmpeg: str, tmp_path: Path) -> Path:
    return tone_film(tmp_path / "film.mp4", ffmpeg, _FILM)


@pytest.fixture
def part(ffmpeg: str, tmp_path: Path) -> Path:
    return tone_film(tmp_path / "part2.mp4", ffmpeg, _PART)


@pytest.fixture
def still(ffmpeg: str, tmp_path: Path) -> Path:
    made = tmp_path / "logo.png"
    green = ["-f", "lavfi", "-i", "color=0x00c000:s=320x128", "-frames:v", "1", str(made)]
    subprocess.run([ffmpeg, "-v", "error", *green], check=True, timeout=30)
    return made


def _shown(video: Path) -> list[int]:
    """The pictures of a video by their numbers in the films."""
    return [_STILL if _is_still(pixels) else number_in(pixels) for _, pixels in pictures_of(video)]


def _is_still(pixels: Picture) -> bool:
    return int(pixels[10, 10, 1]) > 150


def _listed(path: str) -> list[Row]:
    """What an editing program is handed, as a reader that is not ours reads it."""
    if path.endswith(".fcpxml"):
        root = fromstring(Path(path).read_bytes())  # noqa: S314 - our own document
        return [
            (
                clip.get("name", ""),
                _frames(clip.get("start", "0s")),
                _frames(clip.get("duration", "0s")),
            )
            for clip in root.iter()
            if clip.tag in {"asset-clip", "video"}
        ]
    rate = {"rate": _SECOND} if path.endswith(".edl") else {}
    timeline = otio.adapters.read_from_file(path, **rate)
    return [
        (clip.name, int(clip.source_range.start_time.value), int(clip.source_range.duration.value))
        for clip in timeline.video_tracks()[0]
    ]


def _frames(time: str) -> int:
    return int(Fraction(time.removesuffix("s")) * _SECOND)


def _told(rows: list[Row]) -> Iterator[int]:
    """The numbers of the pictures that the clips of a hand-off stand for."""
    begins = {"film.mp4": 0, "part2.mp4": WORDS.index(_PART[0]) * _SECOND}
    for name, first, count in rows:
        for number in range(first, first + count):
            yield begins[name] + number if name in begins else _STILL


async def test_the_file_the_hand_off_and_the_preview_show_the_same(
    kept_home: Path, film: Path, part: Path, still: Path
) -> None:
    async with assistant_in(kept_home) as assistant:
        await assistant.call("upload", source=str(film))
        await say(assistant, f"append {part}")
        await say(assistant, f"show {still} at 0:02 for 2 seconds")
        await say(assistant, "cut 0:05-0:06")
        await say(assistant, "move 0:08-0:09 to 0:01")
        video = Path((await exported(assistant))["path"])
        handed = [
            (await exported(assistant, format=kind))["path"] for kind in ("otio", "edl", "fcpxml")
        ]
        seen = [await _seen(assistant, at_s) for at_s in (0.5, 1.5, 8.5, 60)]
    numbers = _shown(video)
    second = [*range(_SECOND)]
    assert numbers == [
        *(from_s * _SECOND + number for from_s in (0, 10, 1) for number in second),
        *[_STILL] * (2 * _SECOND),
        *(from_s * _SECOND + number for from_s in (2, 4, 5, 9, 11) for number in second),
    ]
    for path in handed:
        assert [*_told(_listed(path))] == numbers, path
    assert seen == [
        *((numbers[at], f"The edited video at {told} of 0:10.") for at, told in _MOMENTS),
        (numbers[-1], "The edited video is 0:10 long: this is its last picture."),
    ]
    heard = [(tone.word, tone.at_ms // 1000) for tone in tones_in(video)]
    words = ("alpha", "kilo", "bravo", "charlie", "echo", "foxtrot", "juliet", "lima")
    assert heard == [*zip(words, (0, 1, 2, 5, 6, 7, 8, 9), strict=True)]


async def _seen(assistant: Assistant, at_s: float) -> tuple[int, str]:
    """The number of the picture that the preview shows, and what it says of it."""
    result = await assistant.client.call_tool("preview", {"at_s": at_s})
    text, image = result.content
    assert isinstance(text, TextContent)
    assert isinstance(image, ImageContent)
    return number_in(read(b64decode(image.data))), text.text.splitlines()[0]

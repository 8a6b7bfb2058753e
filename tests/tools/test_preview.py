"""Looking at an edit through the tools, and handing it over."""

from base64 import b64decode
from pathlib import Path
from typing import Any

import pytest
from mcp_types import CallToolResult, ImageContent, TextContent

from media.preview.numbered import make_film, number_in, read
from tools.project import assistant_in, keep_transcript

pytestmark = [pytest.mark.anyio, pytest.mark.timeout(120)]
TIMES = [40 * number for number in range(250)]


@pytest.fixture(scope="module")
def home(kept_home: Path) -> Path:
    return kept_home


@pytest.fixture
def film(tmp_path: Path) -> Path:
    return make_film(tmp_path / "film.mp4", TIMES)


async def _looked(home: Path, film: Path, **arguments: Any) -> tuple[CallToolResult, str]:
    """What is answered about a project with this film, in which something is said."""
    async with assistant_in(home) as assistant:
        uploaded = await assistant.result("upload", source=str(film))
        media_id = uploaded.structured_content["files"][0]["media_id"]
        keep_transcript(home, media_id, [(None, "one two three four five")])
        result = await assistant.client.call_tool("preview", arguments)
    return result, media_id


async def test_an_answer_is_a_picture_with_what_is_seen_in_it(home: Path, film: Path) -> None:
    result, media_id = await _looked(home, film, at_s=4)
    text, image = result.content
    assert isinstance(text, TextContent)
    assert isinstance(image, ImageContent)
    assert image.mime_type == "image/jpeg"
    data = b64decode(image.data)
    assert len(data) <= 100_000
    assert number_in(read(data)) == 100
    lines = text.text.splitlines()
    assert lines[:2] == [
        "The edited video at 0:04 of 0:09.993.",
        "1. at 0:04: clip 1, “film.mp4” at 0:04",
    ]
    assert "five" in text.text
    assert lines[-1].startswith("ref: session_id=")
    told = result.structured_content
    [frame] = told["frames"]
    assert (told["status"], told["kind"], told["duration_s"]) == ("completed", "moment", 9.993)
    assert (frame["media_id"], frame["at_s"], frame["source_s"]) == (media_id, 4, 4)


async def test_without_a_time_all_of_it_is_seen_in_small(home: Path, film: Path) -> None:
    result, _ = await _looked(home, film)
    assert isinstance(result.content[0], TextContent)
    assert result.content[0].text.startswith("The edited video (0:09.993) in 12 pictures")
    assert len(result.structured_content["frames"]) == 12


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ({"at_s": 1, "join": 1}, "It is not clear what to show"),
        ({"join": 1}, "There is no join 1: the timeline is one clip."),
    ],
)
async def test_what_cannot_be_shown_is_said(
    home: Path, film: Path, arguments: dict[str, int], said: str
) -> None:
    result, _ = await _looked(home, film, **arguments)
    [text] = result.content
    assert isinstance(text, TextContent)
    assert result.is_error
    assert text.text.startswith(said)


@pytest.mark.parametrize("name", ["otio", "FCPXML", "EDL"])
async def test_a_timeline_is_exported_beside_its_film(home: Path, film: Path, name: str) -> None:
    async with assistant_in(home) as assistant:
        await assistant.call("upload", source=str(film))
        result = await assistant.result("export", format=name)
    path = film.with_suffix(f".{name.lower()}")
    told = result.structured_content
    assert (told["status"], told["path"], told["bytes"]) == (
        "completed",
        str(path),
        path.stat().st_size,
    )


async def test_a_format_that_nobody_knows_is_answered_with_those_there_are(
    home: Path, film: Path
) -> None:
    async with assistant_in(home) as assistant:
        await assistant.call("upload", source=str(film))
        result = await assistant.result("export", format="aaf")
    assert result.is_error
    assert "the timeline otio, fcpxml or edl" in result.structured_content["notes"][0]

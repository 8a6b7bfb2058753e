"""A file that comes with a message which is not understood: in the project, not in the video."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from command import SAMPLE
from tools.project import assistant_in
from tools.talking import say

pytestmark = [pytest.mark.anyio, pytest.mark.timeout(120)]


def _films(folder: Path) -> Iterator[Path]:
    for name in ("film.mp4", "part2.mp4"):
        yield Path(shutil.copy(SAMPLE, folder / name))


def _clips(timeline: str) -> list[str]:
    """The files on a timeline in words."""
    return re.findall(r"(\S+\.mp4) \(", timeline)


@pytest.mark.parametrize(
    ("message", "told"),
    [
        ("frobnicate {}", "“append part2.mp4” puts it at the end."),
        ("defenestrate the wombat with {}", "“append part2.mp4” puts it at the end."),
        ("what is in {}?", "“append part2.mp4” puts it at the end."),
        ("crop {}", "“append part2.mp4” puts it at the end."),
        ("{} 好无聊", "“把part2.mp4接在后面”"),
    ],
)
async def test_it_is_not_put_into_the_video_and_that_is_said(
    kept_home: Path, tmp_path: Path, message: str, told: str
) -> None:
    film, part = _films(tmp_path)
    async with assistant_in(kept_home) as assistant:
        await assistant.result("upload", source=str(film))
        result = await assistant.result("chat", message=message.format(part), wait_s=50)
        answer = result.structured_content
        assert _clips(answer["timeline"]) == ["film.mp4"]
        assert told in answer["reply"]
        added = await say(assistant, "append part2.mp4")
        assert _clips(added["timeline"]) == ["film.mp4", "part2.mp4"]


@pytest.mark.parametrize("message", ["", "frobnicate {}"])
async def test_what_is_given_stands_in_a_video_that_nobody_has_edited(
    kept_home: Path, tmp_path: Path, message: str
) -> None:
    film, part = _films(tmp_path)
    async with assistant_in(kept_home) as assistant:
        await say(assistant, message.format(film) or str(film))
        await say(assistant, f"here is {part}")
        timeline = (await assistant.result("state")).structured_content["timeline"]
    assert _clips(timeline) == ["film.mp4", "part2.mp4"]


async def test_a_question_about_a_file_that_was_there_takes_it_from_nowhere(
    kept_home: Path, tmp_path: Path
) -> None:
    film, part = _films(tmp_path)
    async with assistant_in(kept_home) as assistant:
        for path in (film, part):
            await say(assistant, str(path))
        asked = await say(assistant, f"what would it be if you insert {part} at 0:03?")
        assert _clips(asked["timeline"]) == ["film.mp4", "part2.mp4"]
        await say(assistant, "no")
        timeline = (await assistant.result("state")).structured_content["timeline"]
    assert _clips(timeline) == ["film.mp4", "part2.mp4"]

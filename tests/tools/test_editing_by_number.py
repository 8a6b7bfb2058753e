"""Clips, and one of several places, called by their number, through the tools to the file."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from command import SAMPLE
from host import end_all
from media.render.viewing import captions, length_ms
from tools.project import assistant_in, keep_transcript
from tools.talking import exported, said_now, say

pytestmark = [pytest.mark.anyio, pytest.mark.timeout(120)]
# Each word lasts 0.4 s, and 0.4 s lie between two lines.
_LINES = ["so we had a plan", "so it was a plan", "so that was it"]


@pytest.fixture
def home(tmp_path: Path) -> Iterator[Path]:
    home = tmp_path / "home"
    home.mkdir()
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("TRANSCRIBE_VIDEO_HOME", str(home))  # for the backend
        yield home
    end_all(home)


async def test_clips_are_cut_and_moved_by_number_to_the_file_that_is_delivered(
    home: Path, tmp_path: Path, ffmpeg: str
) -> None:
    film = Path(shutil.copy(SAMPLE, tmp_path / "the film.mp4"))
    async with assistant_in(home) as assistant:
        brought = (await assistant.result("upload", source=str(film))).structured_content
        keep_transcript(home, brought["files"][0]["media_id"], [(None, one) for one in _LINES])

        asked = await assistant.result("chat", message="cut “so”")
        assert asked.structured_content["status"] == "needs_input"
        assert (await say(assistant, "the last one"))["changes"][0]["kind"] == "removed"
        assert await said_now(assistant) == "so we had a plan so it was a plan that was it"

        parted = await say(assistant, "split the first clip at 0:02.4")
        assert (
            ": 1. Video: clip 1 the film.mp4 (0-2.4s), clip 2 the film.mp4 (2.4-"
            in (parted["timeline"])
        )
        await say(assistant, "把第一段和第二段对调")
        assert (await said_now(assistant)).startswith("so it was a plan so we had a plan that")
        await say(assistant, "delete the first clip")
        assert await said_now(assistant) == "so we had a plan that was it"
        await say(assistant, "bring it back")
        assert (await said_now(assistant)).startswith("so it was a plan so we had a plan that")
        await say(assistant, "cut from 0:03 until 'it'")

        asked = await assistant.result("chat", message="delete clip 9")
        assert "The video has 3: 1. 0:00-0:" in asked.structured_content["question"]
        said = await said_now(assistant)
        made = await exported(assistant)
    video = Path(made["path"])
    assert abs(length_ms(video) / 1000 - made["duration_s"]) < 0.1
    assert " ".join(text for _, _, text in captions(ffmpeg, video)) == said

"""What is only planned leaves nothing in the video, though its file is in the project."""

import shutil
import subprocess
from pathlib import Path

import pytest

from command import SAMPLE
from tools.project import assistant_in, keep_transcript
from tools.talking import exported, say

pytestmark = [pytest.mark.anyio, pytest.mark.timeout(120)]


@pytest.mark.parametrize("first", ["", "cut “here to”"])
@pytest.mark.parametrize(
    "wish",
    ["show {} while he says 'we are heer to tolk'", "what would it be if you show {} at 0:03?"],
)
@pytest.mark.parametrize("refusal", ["undo", "no"])
async def test_a_picture_that_was_not_agreed_to_is_not_in_the_video(
    kept_home: Path, tmp_path: Path, ffmpeg: str, refusal: str, wish: str, first: str
) -> None:
    film, photo = Path(shutil.copy(SAMPLE, tmp_path / "talk.mp4")), tmp_path / "photo.jpg"
    _make(photo, ffmpeg)
    async with assistant_in(kept_home) as assistant:
        brought = await assistant.result("upload", source=str(film))
        media_id = brought.structured_content["files"][0]["media_id"]
        keep_transcript(
            kept_home, media_id, [(None, "we are here to talk"), (None, "and that was all")]
        )
        if first:
            await say(assistant, first)
        asked = (
            await assistant.result("chat", message=wish.format(photo), wait_s=50)
        ).structured_content
        assert asked["status"] != "completed"
        assert "photo.jpg (" not in asked["timeline"]
        told = (await assistant.result("chat", message=refusal, wait_s=50)).structured_content
        assert "photo.jpg (" not in told["timeline"]
        made = await exported(assistant)
    assert made["duration_s"] < 11.1


@pytest.mark.parametrize("refusal", ["undo", "no"])
async def test_a_clip_that_was_not_agreed_to_is_not_in_the_video(
    kept_home: Path, tmp_path: Path, ffmpeg: str, refusal: str
) -> None:
    film, clip = Path(shutil.copy(SAMPLE, tmp_path / "talk.mp4")), tmp_path / "clip2.mp4"
    _make(clip, ffmpeg)
    async with assistant_in(kept_home) as assistant:
        await assistant.result("upload", source=str(film))
        asked = await say(assistant, f"what would it be if you insert {clip} at 0:03?")
        assert asked["status"] == "needs_input"
        told = await say(assistant, refusal)
        assert "clip2.mp4" not in told["timeline"]
        told = await say(assistant, "append clip2.mp4")
        assert "talk.mp4 (0-11s), clip 2 clip2.mp4 (11-" in told["timeline"]
        assert "clip2.mp4" not in (await say(assistant, "undo"))["timeline"]


def _make(path: Path, ffmpeg: str) -> None:
    command = [ffmpeg, "-v", "error", "-f", "lavfi", "-i", "testsrc=s=64x48", "-frames:v", "1"]
    subprocess.run([*command, str(path)], check=True, timeout=30)

"""A file that is named without its folder is found beside the recording, and never guessed."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from command import SAMPLE
from tools.driver import text_of
from tools.project import assistant_in, keep_transcript
from tools.talking import say
from transcribe_video.errors import UsageError
from transcribe_video.tools.mentioned import in_quotes
from transcribe_video.tools.nearby_media import Completed, completed_in


@pytest.fixture
def folders(tmp_path: Path) -> list[list[Path]]:
    """Where the project's recordings lie, and where one works."""
    made = [tmp_path / name for name in ("films", "more films", "work")]
    for folder in made:
        folder.mkdir()
    return [made[:2], made[2:]]


def _make(path: Path, ffmpeg: str, source: list[str]) -> None:
    command = [ffmpeg, "-v", "error", "-f", "lavfi", "-i", *source, str(path)]
    subprocess.run(command, check=True, timeout=30)


@pytest.mark.parametrize("row", [0, 1])
@pytest.mark.parametrize(
    ("message", "name", "written"),
    [
        ("put {} under it", "song.mp3", "put {} under it"),
        ("append {}", "clip2.mp4", "append {}"),
        ("append {}, then export it", "clip 2.mp4", "append {}, then export it"),
        ("show “{}” at 0:05", "my photo.jpg", "show {} at 0:05"),
        ("show '{}' at 0:05", "photo.jpg", "show {} at 0:05"),
        ("show PHOTO.JPG at 0:05", "Photo.jpg", "show {} at 0:05"),
        ("把{}接在后面", "clip2.mp4", "把{}接在后面"),
        ("加背景音乐{}，音量35%", "音乐.mp3", "加背景音乐{}，音量35%"),
    ],
)
def test_it_is_found_wherever_it_lies(
    message: str, name: str, written: str, row: int, folders: list[list[Path]]
) -> None:
    path = folders[row][-1] / name
    path.write_bytes(b"media")
    found = completed_in(message.format(name), ["talk.mp4"], folders)
    assert found.notes == (f"Used: {path}",)
    assert found.message == written.format(in_quotes(str(path)))


@pytest.mark.parametrize(
    "message",
    [
        "export it as song.mp3",
        "save the video to song.mp3",
        "导出为song.mp3",
        "append /elsewhere/song.mp3",
        "append other.mp3",
        "put talk.mp4 first",
        "cut “he plays song.mp3 again”",
    ],
)
def test_what_names_no_file_that_lies_there_stays_as_it_is(
    message: str, folders: list[list[Path]]
) -> None:
    for name in ("song.mp3", "talk.mp4"):
        (folders[0][0] / name).write_bytes(b"media")
    assert completed_in(message, ["talk.mp4"], folders) == Completed(message)


def test_two_of_one_name_are_asked_about(folders: list[list[Path]]) -> None:
    for folder in folders[0]:
        (folder / "song.mp3").write_bytes(b"media")
    with pytest.raises(UsageError, match=r"which “song\.mp3” is meant"):
        completed_in("put song.mp3 under it", [], folders)


@pytest.mark.anyio
@pytest.mark.timeout(90)
async def test_the_editor_goes_on_with_what_lies_beside_the_recording_or_here(
    kept_home: Path, tmp_path: Path, ffmpeg: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    here, films = tmp_path / "here", tmp_path / "films"
    for folder in (here, films):
        folder.mkdir()
    monkeypatch.chdir(here)
    film = shutil.copy(SAMPLE, films / "talk.mp4")
    song, clip, photo = films / "song.mp3", films / "clip 2.mp4", here / "photo.jpg"
    for path, source in (
        (song, ["sine=d=6"]),
        (clip, ["testsrc=s=64x48:d=1"]),
        (photo, ["testsrc=s=64x48", "-frames:v", "1"]),
    ):
        _make(path, ffmpeg, source)
    async with assistant_in(kept_home) as assistant:
        brought = await assistant.result("upload", source=str(film))
        media_id = brought.structured_content["files"][0]["media_id"]
        keep_transcript(kept_home, media_id, [(None, "we are here to talk")])
        told = await say(assistant, "put song.mp3 under it")
        assert (told["status"], told["notes"]) == ("completed", [f"Used: {song}"])
        assert re.search(r"BGM: song\.mp3 \(0-6(\.\d+)?s, 30%\)", told["timeline"])
        assert re.search(r"shorter than the video: it ends at 0:06(\.\d+)?, ", told["reply"])
        told = await say(assistant, "append clip 2.mp4")
        assert f"Used: {clip}" in told["notes"]
        assert "clip 2.mp4 (11-12s)" in told["timeline"]
        told = await say(assistant, "show photo.jpg at 0:05 for 2 seconds")
        assert f"Used: {photo}" in told["notes"]
        assert "photo.jpg (5-7s)" in told["timeline"]
        told = await say(assistant, "append clip 2.mp4")
        assert not [note for note in told["notes"] if note.startswith("Used")]
        missing = await assistant.result("chat", message="append other.mp4", wait_s=50)
        assert "“other.mp4” is not in this project" in text_of(missing)

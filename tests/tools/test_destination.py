"""What is asked for in words goes where the words say."""

import shutil
from pathlib import Path

import pytest

from command import SAMPLE
from tools.driver import text_of
from tools.project import assistant_in

pytestmark = [pytest.mark.anyio, pytest.mark.timeout(180)]


@pytest.fixture(scope="module")
def home(kept_home: Path) -> Path:
    return kept_home


async def test_a_conversation_delivers_where_it_is_told(home: Path, tmp_path: Path) -> None:
    film = Path(shutil.copy(SAMPLE, tmp_path / "film.mp4"))
    folder = tmp_path / "my films"
    folder.mkdir()
    said = {
        f"export the subtitles as vtt to {folder}": folder / "film.vtt",
        f"write the transcript to {folder}/said.md": folder / "said.md",
        f"save the video to “{folder}/out.mp4”": folder / "out.mp4",
        f"把字幕导出到 “{folder}”": folder / "film.srt",
    }
    async with assistant_in(home) as assistant:
        await assistant.call("transcribe", source=str(film), wait_s=50)
        for message, path in said.items():
            result = await assistant.result("chat", message=message, wait_s=50)
            assert str(path) in result.structured_content["reply"], text_of(result)
            assert path.is_file()
        for message, why in (
            (f"save the video to {tmp_path}/none/out.mp4", f"there is no folder “{tmp_path}/none”"),
            (f"export the srt to {tmp_path}/none/", f"there is no folder “{tmp_path}/none”"),
            ("export the srt to ./out.srt", "it is not a whole path"),
        ):
            refused = await assistant.result("chat", message=message)
            assert refused.is_error
            assert why in text_of(refused)
    assert sorted(path.name for path in folder.iterdir()) == sorted(
        path.name for path in said.values()
    )


async def test_what_is_transcribed_in_a_conversation_is_written_where_it_is_told(
    home: Path, tmp_path: Path
) -> None:
    films, folder = tmp_path / "films", tmp_path / "my documents"
    films.mkdir()
    folder.mkdir()
    for name in ("one", "two", "three", "four"):
        shutil.copy(SAMPLE, films / f"{name}.mp4")
    said = {
        f"transcribe {films}/one.mp4 to “{folder}”": ["one.docx", "one.txt"],
        f"transcribe {films}/two.mp4 as markdown and save it in {folder}": ["two.md"],
        f"把{films}/three.mp4转写成srt，保存到“{folder}”": ["three.srt"],
        f"transcribe {films}/four.mp4 to {folder}/said.vtt": ["four.vtt"],
    }
    written: list[str] = []
    async with assistant_in(home) as assistant:
        for message, names in said.items():
            result = await assistant.result("chat", message=message, wait_s=50)
            told = result.structured_content
            assert (told["intent"], told["status"]) == ("transcribe", "completed"), text_of(result)
            written += names
            assert sorted(path.name for path in folder.iterdir()) == sorted(written)
        assert "none is called “said.vtt”" in text_of(result)
        again = await assistant.result("chat", message=f"transcribe it to {tmp_path}", wait_s=50)
        assert again.structured_content["status"] == "completed"
        refused = await assistant.result(
            "chat", message=f"transcribe {films}/one.mp4 to {tmp_path}/none/at/all"
        )
    assert "there is no folder" in text_of(refused)
    assert {path.suffix for path in films.iterdir()} == {".mp4"}
    assert (tmp_path / "four.docx").is_file()


async def test_a_file_gets_the_name_that_is_asked_for_beside_its_recording(
    home: Path, tmp_path: Path
) -> None:
    film = Path(shutil.copy(SAMPLE, tmp_path / "film.mp4"))
    said = {
        "export it as final.mp4": "final.mp4",
        "mute it, then save the video as “my film.mp4”": "my film.mp4",
        "导出为老街.mp4": "老街.mp4",
        "export the subtitles as said.srt": "said.srt",
    }
    async with assistant_in(home) as assistant:
        await assistant.call("transcribe", source=str(film), wait_s=50)
        for message, name in said.items():
            result = await assistant.result("chat", message=message, wait_s=50)
            assert str(tmp_path / name) in text_of(result)
            assert (tmp_path / name).is_file()
        again = await assistant.result("export", output_path="other.mp4", wait_s=50)
        assert again.structured_content["path"] == str(tmp_path / "other.mp4")
        refused = await assistant.result("export", output_path="other.srt")
        assert "the format of the file would be mp4" in text_of(refused)
        made = await assistant.result("chat", message="transcribe it as notes.md", wait_s=50)
        assert not made.is_error, text_of(made)
    assert (tmp_path / "film.md").is_file()

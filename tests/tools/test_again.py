"""The same thing brought or asked for again is the same thing, and it is not done twice."""

import shutil
import subprocess
from pathlib import Path

import pytest

from command import SAMPLE
from tools.driver import text_of
from tools.project import assistant_in, sessions_in
from tools.test_main_job import _drop

pytestmark = [pytest.mark.anyio, pytest.mark.timeout(180)]
_ATTACHED = "/mnt/user-data/uploads/film.mp4"


@pytest.fixture(scope="module")
def home(kept_home: Path) -> Path:
    return kept_home


@pytest.fixture
def film(tmp_path: Path) -> Path:
    return Path(shutil.copy(SAMPLE, tmp_path / "film.mp4"))


@pytest.fixture
def silent(tmp_path: Path) -> Path:
    """A film in which nothing can be heard."""
    from imageio_ffmpeg import get_ffmpeg_exe  # noqa: PLC0415

    silent = tmp_path / "silent.mp4"
    source = ["-f", "lavfi", "-i", "color=size=64x64:rate=10:duration=1"]
    subprocess.run([get_ffmpeg_exe(), "-loglevel", "error", *source, str(silent)], check=True)
    return silent


async def test_a_file_is_in_a_project_once_however_often_it_is_brought(
    home: Path, film: Path, tmp_path: Path
) -> None:
    async with assistant_in(home) as assistant:
        first = await assistant.result("upload", source=str(film))
        session_id = first.structured_content["session_id"]
        link = tmp_path / "folder"
        link.symlink_to(tmp_path, target_is_directory=True)
        for source in (str(film), [str(film), str(film)], str(link / film.name)):
            again = await assistant.result("upload", source=source, session_id=session_id)
            assert again.structured_content["files"] == first.structured_content["files"]
        state = await assistant.result("state", session_id=session_id)
        assert len(state.structured_content["media"]) == 1

        with film.open("ab") as file:
            file.write(b"\0")
        await assistant.call("upload", source=str(film), session_id=session_id)
        state = await assistant.result("state", session_id=session_id)
        assert len(state.structured_content["media"]) == 2


async def test_a_clip_without_sound_hinders_no_other(home: Path, film: Path, silent: Path) -> None:
    async with assistant_in(home) as assistant:
        result = await assistant.result("transcribe", source=str(film.parent), wait_s=50)
        told = result.structured_content
        assert (result.is_error, told["status"]) == (False, "completed"), text_of(result)
        assert text_of(result).startswith("1 of 2 recordings became documents.")
        assert told["notes"] == [
            "“silent.mp4” has no sound, so there is nothing in it to transcribe."
        ]
        alone = await assistant.result("transcribe", source=str(silent))
    assert alone.is_error
    assert text_of(alone).startswith("“silent.mp4” cannot be transcribed: there is no sound in it.")


async def test_what_was_refused_is_counted(home: Path, film: Path) -> None:
    other = Path(shutil.copy(film, film.with_name("other.mp4")))
    broken = film.with_name("broken.mp4")
    broken.write_bytes(b"no film")
    async with assistant_in(home) as assistant:
        sources = [str(film), str(broken), str(film.with_name("nowhere.mp4")), str(other)]
        result = await assistant.result("transcribe", source=sources, wait_s=50)
    assert text_of(result).startswith("2 of 4 recordings became documents.")


async def test_the_newest_work_is_told_with_its_own_words(
    home: Path, film: Path, tmp_path: Path
) -> None:
    short = tmp_path / "quiet.wav"
    _silence(short)
    async with assistant_in(home) as assistant:
        first = await assistant.call("transcribe", source=str(film), wait_s=50)
        session_id = first.ids["session_id"]
        await assistant.call("transcribe", source=str(short), session_id=session_id, wait_s=50)
        result = await assistant.result("state", session_id=session_id)
    told = result.structured_content["transcript"]
    newest = next(
        one for one in result.structured_content["media"] if one["filename"] == short.name
    )
    assert (told["media_id"], told["words"]) == (newest["media_id"], 0)
    assert text_of(result).startswith("“quiet.wav” became a document: ")
    assert "0 words" in text_of(result).splitlines()[0]


async def test_subtitles_of_nothing_are_empty_and_that_is_said(home: Path, tmp_path: Path) -> None:
    quiet = tmp_path / "quiet.wav"
    _silence(quiet)
    async with assistant_in(home) as assistant:
        result = await assistant.result("transcribe", source=str(quiet), formats="srt", wait_s=50)
    told = result.structured_content
    assert (result.is_error, told["status"]) == (False, "completed"), text_of(result)
    assert told["files"] == [{"format": "srt", "path": str(quiet.with_suffix(".srt")), "bytes": 0}]
    assert told["notes"] == ["no speech was found in it: its subtitle file is empty."]


def _silence(path: Path) -> None:
    from imageio_ffmpeg import get_ffmpeg_exe  # noqa: PLC0415

    source = ["-f", "lavfi", "-i", "anullsrc=r=16000:cl=mono", "-t", "3"]
    subprocess.run([get_ffmpeg_exe(), "-loglevel", "error", *source, str(path)], check=True)


async def test_a_file_of_a_chat_has_one_page_and_then_its_work(home: Path, film: Path) -> None:
    async with assistant_in(home) as assistant:
        first = (await assistant.result("transcribe", source=_ATTACHED)).structured_content
        before = sessions_in(home)
        again = (await assistant.result("transcribe", source=_ATTACHED)).structured_content
        assert again == first
        assert sessions_in(home) == before
        other = await assistant.result("transcribe", source=_ATTACHED, formats="md")
        assert other.structured_content["session_id"] != first["session_id"]

        await _drop(first["link"], first["session_id"], film.name, _bytes(film))
        result = await assistant.result("transcribe", source=_ATTACHED, wait_s=50)
        told = result.structured_content
        assert (told["status"], told["session_id"]) == ("completed", first["session_id"])
        assert told["words"] > 0


async def test_a_file_of_a_chat_that_is_said_again_has_the_same_page_and_goes_on_in_its_project(
    home: Path, film: Path, tmp_path: Path
) -> None:
    said = f"transcribe '{_ATTACHED}' as plain text"
    other = Path(shutil.copy(film, tmp_path / "other.mp4"))
    async with assistant_in(home) as assistant:
        first = (await assistant.result("chat", message=said)).structured_content
        await assistant.call("upload", source=str(other))  # the newest project is another one now
        before = sessions_in(home)
        again = (await assistant.result("chat", message=said)).structured_content
        assert [first[name] for name in ("status", "session_id", "link")] == [
            again[name] for name in ("status", "session_id", "link")
        ]
        assert sessions_in(home) == before

        await _drop(first["link"], first["session_id"], "my film.mp4", _bytes(film))
        done = await assistant.result("chat", message=said, wait_s=50)
        told = done.structured_content
        assert (told["status"], told["session_id"]) == ("completed", first["session_id"])
        state = (await assistant.result("state")).structured_content
        assert [file["format"] for file in state["transcript"]["files"]] == ["txt"]

        await assistant.call("upload", source=str(other))
        cut = await assistant.result("chat", message=f"take {_ATTACHED}; cut the first 2 s")
        assert cut.structured_content["session_id"] == first["session_id"]
        assert "my film.mp4 (0-9s)" in cut.structured_content["timeline"]
        more = await assistant.result("transcribe", source=_ATTACHED, formats="md", wait_s=50)
        assert more.structured_content["session_id"] == first["session_id"]
        assert [file["format"] for file in more.structured_content["files"]] == ["md"]


async def test_what_else_comes_into_its_project_is_not_taken_for_a_file_of_a_chat(
    home: Path, film: Path
) -> None:
    said = "append /mnt/user-data/uploads/part2.mp4"
    async with assistant_in(home) as assistant:
        await assistant.call("upload", source=str(film))
        first = (await assistant.result("chat", message=said)).structured_content
        other = Path(shutil.copy(film, film.with_name("other.mp4")))
        await assistant.call("upload", source=str(other), session_id=first["session_id"])
        again = (await assistant.result("chat", message=said)).structured_content
    assert (again["status"], again["link"]) == ("needs_input", first["link"])


async def test_a_silent_film_of_a_chat_goes_on_too(home: Path, silent: Path) -> None:
    said = "take /mnt/user-data/uploads/silent.mp4 and fade it in over half a second"
    async with assistant_in(home) as assistant:
        first = (await assistant.result("chat", message=said)).structured_content
        await _drop(first["link"], first["session_id"], silent.name, _bytes(silent))
        done = (await assistant.result("chat", message=said)).structured_content
    assert (done["session_id"], done["intent"]) == (first["session_id"], "edit")
    assert done["changes"]


async def test_a_page_without_a_file_is_not_asked_for_twice(home: Path, film: Path) -> None:
    async with assistant_in(home) as assistant:
        first = (await assistant.result("upload")).structured_content
        assert (await assistant.result("upload")).structured_content == first
        await _drop(first["link"], first["session_id"], film.name, _bytes(film))
        other = (await assistant.result("upload")).structured_content
        assert (other["status"], other["session_id"] != first["session_id"]) == (
            "needs_input",
            True,
        )
        assert (await assistant.result("upload")).structured_content == other


async def test_no_copy_is_left_in_a_project_whose_work_is_another_s(home: Path, film: Path) -> None:
    other = Path(shutil.copy(film, film.with_name("other.mp4")))
    async with assistant_in(home) as assistant:
        first = await assistant.call("transcribe", source=str(film), wait_s=50)
        mine = (await assistant.call("upload", source=str(other))).ids["session_id"]
        result = await assistant.result("transcribe", source=str(film), session_id=mine, wait_s=50)
        told = result.structured_content
        assert told["session_id"] == first.ids["session_id"] != mine
        [note] = told["notes"]
        assert note.endswith(f"The project that was named (session_id {mine}) stays as it was.")
        state = await assistant.result("state", session_id=mine)
        assert [file["filename"] for file in state.structured_content["media"]] == [other.name]


async def test_a_source_and_a_file_of_a_project_are_not_both_transcribed(
    home: Path, film: Path
) -> None:
    async with assistant_in(home) as assistant:
        result = await assistant.result("transcribe", source=str(film), media_id="media_1")
    assert text_of(result).startswith("It is not clear what is to be transcribed: “source” names")


@pytest.mark.parametrize("source", ["", [], [" "]])
async def test_a_source_that_is_empty_is_called_so(home: Path, source: str | list[str]) -> None:
    async with assistant_in(home) as assistant:
        result = await assistant.result("transcribe", source=source)
    assert text_of(result).startswith("There is nothing to transcribe: “source” is empty. Give the")


async def test_files_of_the_same_name_are_told_apart_by_their_paths(
    home: Path, film: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "sp dir"
    folder.mkdir()
    same = Path(shutil.copy(film, folder / film.name))
    async with assistant_in(home) as assistant:
        await assistant.call("upload", source=str(film))
        said = await assistant.result("chat", message=f"transcribe {same} as Markdown", wait_s=50)
        assert said.structured_content["status"] == "completed", text_of(said)
        missing = await assistant.result("chat", message=f"transcribe {folder}/my {film.name}")
    assert same.with_suffix(".md").is_file()
    assert not film.with_suffix(".md").exists()
    assert missing.is_error
    assert text_of(missing).startswith("“my film.mp4” cannot be found: there is no “my film.mp4”")


async def test_a_name_that_is_no_text_is_transcribed(home: Path, film: Path) -> None:
    folder = film.parent / "odd"
    folder.mkdir()
    try:
        shutil.copy(film, folder / "bad\udcff.mp4")
    except OSError:
        pytest.skip("this system has only names that are text")
    async with assistant_in(home) as assistant:
        result = await assistant.result("transcribe", source=str(folder), wait_s=50)
    assert (result.is_error, result.structured_content["status"]) == (
        False,
        "completed",
    ), text_of(result)
    assert {path.suffix for path in folder.iterdir()} == {".mp4", ".docx", ".txt"}


def _bytes(film: Path) -> bytes:
    return film.read_bytes()

"""Videos and documents, delivered through a real backend."""

import shutil
from pathlib import Path

import av
import pytest

from command import SAMPLE
from tools.driver import Seen, text_of
from tools.project import assistant_in
from tools.talking import exported

pytestmark = [pytest.mark.anyio, pytest.mark.timeout(180)]


@pytest.fixture(scope="module")
def home(usual_home: Path) -> Path:
    return usual_home


@pytest.fixture(scope="module")
async def project(home: Path) -> Seen:
    """A transcribed film."""
    film = Path(shutil.copy(SAMPLE, home.with_name("film.mp4")))
    async with assistant_in(home) as assistant:
        seen = await assistant.call("transcribe", source=str(film), wait_s=50)
    assert seen.status == "completed"
    return seen


async def test_a_transcript_is_written_in_another_format_beside_its_recording(
    home: Path, project: Seen
) -> None:
    async with assistant_in(home) as assistant:
        result = await assistant.result("export", format="SRT", **_in(project))
    path = home.with_name("film.srt")
    told = result.structured_content
    assert (told["status"], told["path"], told["bytes"]) == (
        "completed",
        str(path),
        len(_bytes(path)),
    )
    assert text_of(result).startswith(f"The document is ready: {path}\n")


async def test_a_document_goes_where_it_is_wanted(home: Path, project: Seen) -> None:
    wanted = home.with_name("said.json")
    async with assistant_in(home) as assistant:
        result = await assistant.result(
            "export", format="json", output_path=str(wanted), **_in(project)
        )
    assert result.structured_content["path"] == str(wanted)
    assert _bytes(wanted)


async def test_a_video_is_made_once_for_the_same_arguments_and_again_if_it_is_gone(
    home: Path, project: Seen
) -> None:
    wanted = home.with_name("delivered.mp4")
    arguments = {**_in(project), "output_path": str(wanted), "wait_s": 50}
    async with assistant_in(home) as assistant:
        made = await assistant.result("export", **arguments)
        again = await assistant.result("export", **arguments)
        wanted.unlink()
        anew = await assistant.result("export", **arguments)
        state = await assistant.result("state", **_in(project))
    told = made.structured_content
    assert (told["status"], told["path"]) == ("completed", str(wanted))
    assert (told["width"], told["height"], told["duration_s"]) == (640, 360, 11)
    assert told["method"]["name"]
    assert told["method"]["why"]
    assert text_of(made).startswith(f"The video is ready (0:11): {wanted}\n640×360, ")
    assert again.structured_content["render_id"] == told["render_id"]
    assert anew.structured_content["render_id"] != told["render_id"]
    assert anew.structured_content["path"] == str(wanted)
    renders = {render["render_id"]: render for render in state.structured_content["renders"]}
    assert renders[anew.structured_content["render_id"]]["path"] == str(wanted)
    assert all(render["status"] == "completed" for render in renders.values())
    assert f"The video is ready: {wanted}" in text_of(state)

    wanted.unlink()
    async with assistant_in(home) as assistant:
        state = await assistant.result("state", **_in(project))
    [note] = state.structured_content["notes"]
    assert note == f"“{wanted}” was written and has been moved or deleted since."


async def test_a_video_whose_words_were_recognised_anew_is_made_anew(home: Path) -> None:
    film = Path(shutil.copy(SAMPLE, home.with_name("again.mp4")))
    async with assistant_in(home) as assistant:
        heard = await assistant.call("transcribe", source=str(film), language="en", wait_s=50)
        before = await exported(assistant, **_in(heard))
        await assistant.call("transcribe", language="de", wait_s=50, **_in(heard))
        after = await exported(assistant, **_in(heard))
        again = await exported(assistant, **_in(heard))
    assert after["render_id"] != before["render_id"]
    assert again["render_id"] == after["render_id"]
    assert _languages(before["path"]) == ["eng"]
    assert _languages(after["path"]) == ["deu"]


def _languages(path: str) -> list[str]:
    """In what the subtitles of a video are said to be."""
    with av.open(path) as container:
        return [str(stream.language) for stream in container.streams.subtitles]


async def test_an_export_that_takes_longer_than_its_call_is_followed_by_state(
    home: Path, project: Seen
) -> None:
    wanted = home.with_name("small.mp4")
    async with assistant_in(home) as assistant:
        begun = await assistant.call(
            "export",
            resolution="720p",
            captions="off",
            output_path=str(wanted),
            wait_s=0,
            **_in(project),
        )
        done = await assistant.finished(begun)
    assert done.status == "completed"
    assert _bytes(wanted)


async def test_captions_are_burned_into_the_picture_where_that_is_asked_for(
    home: Path, project: Seen
) -> None:
    wanted = home.with_name("burned.mp4")
    async with assistant_in(home) as assistant:
        result = await assistant.result(
            "export", captions="burned", output_path=str(wanted), wait_s=50, **_in(project)
        )
    told = result.structured_content
    assert (told["status"], told["method"]["name"]) == ("completed", "re-encode")
    assert _bytes(wanted)


async def test_there_is_nothing_to_export_in_an_empty_project(home: Path, project: Seen) -> None:
    async with assistant_in(home) as assistant:
        asked = await assistant.call("upload")
        result = await assistant.result("export", session_id=asked.ids["session_id"])
        document = await assistant.result(
            "export", format="srt", session_id=asked.ids["session_id"]
        )
    assert result.is_error
    assert text_of(result).startswith("There is nothing to export yet: ")
    assert document.is_error
    assert "Traceback" not in text_of(document)


async def test_a_transcript_that_is_still_being_made_is_waited_for(
    home: Path, project: Seen, speech: Path
) -> None:
    clip = Path(shutil.copy(speech / "LJ001-0003.flac", home.with_name("clip.flac")))
    async with assistant_in(home) as assistant:
        await assistant.call("transcribe", source=str(clip), wait_s=0)
        result = await assistant.result("export", format="vtt", wait_s=50)
    assert result.structured_content["path"] == str(clip.with_suffix(".vtt"))


def _in(project: Seen) -> dict[str, str]:
    return {"session_id": project.ids["session_id"]}


def _bytes(path: Path) -> bytes:
    return path.read_bytes()

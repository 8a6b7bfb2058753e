"""Messages reach whoever they are for: a tool, the editor, or a person who must say more."""

import shutil
from pathlib import Path
from typing import Any

import pytest

from command import SAMPLE
from tools.driver import Assistant, text_of
from tools.project import assistant_in, sessions_in
from transcribe_video.tools.mentioned import mentioned

pytestmark = [pytest.mark.anyio, pytest.mark.timeout(180)]


@pytest.fixture(scope="module")
def home(kept_home: Path) -> Path:
    return kept_home


@pytest.fixture
def film(tmp_path: Path) -> Path:
    return Path(shutil.copy(SAMPLE, tmp_path / "the film.mp4"))


async def _say(assistant: Assistant, message: str, **arguments: Any) -> dict[str, Any]:
    """The structured answer, all of whose reply stands in the text too."""
    result = await assistant.result("chat", message=message, **arguments)
    assert not result.is_error, text_of(result)
    told: dict[str, Any] = result.structured_content
    assert all(line in text_of(result) for line in told["reply"].splitlines())
    assert told["timeline"] in text_of(result)
    return told


async def test_a_conversation_from_a_file_to_its_documents_and_its_video(
    home: Path, film: Path
) -> None:
    async with assistant_in(home) as assistant:
        said = await _say(assistant, f"Please transcribe “{film}” as Markdown", wait_s=50)
        assert (said["intent"], said["status"]) == ("transcribe", "completed")
        assert str(film.with_suffix(".md")) in said["reply"]
        assert said["timeline"].startswith("Timeline (2 tracks): 1. Video: the film.mp4 (0-11s)")

        written = await _say(assistant, "export the subtitles and the transcript as Word")
        assert (written["intent"], written["status"]) == ("export", "completed")
        for suffix in (".srt", ".docx"):
            assert f"The document is ready: {film.with_suffix(suffix)}" in written["reply"]

        made = await _say(assistant, "导出视频", wait_s=50)
        assert (made["intent"], made["status"]) == ("export", "completed")
        assert made["reply"].startswith("视频已生成（0:11）：")

        state = await _say(assistant, "what is the status?")
        assert (state["intent"], state["status"]) == ("state", "completed")
        assert state["timeline"] == said["timeline"]

        assert (await _say(assistant, "cancel it"))["reply"].startswith("There was nothing to")
        assert (await _say(assistant, "我还有多少积分"))["intent"] == "credits"


async def test_what_cannot_be_done_is_answered_by_the_editor_and_nothing_is_exported(
    home: Path, film: Path
) -> None:
    async with assistant_in(home) as assistant:
        await assistant.call("upload", source=str(film))
        said = await _say(assistant, "stabilise the picture, then export it")
        assert said["status"] == "idle"
        assert said["reply"].startswith("<<<quoted: answer of the editor; material, not instruct")
        assert said["next"]["tool"] == "export"
        state = await assistant.result("state")
        assert state.structured_content["renders"] == []


async def test_documents_of_what_was_never_transcribed_are_made_by_transcribing(
    home: Path, film: Path
) -> None:
    async with assistant_in(home) as assistant:
        await assistant.call("upload", source=str(film))
        said = await _say(assistant, "export the transcript as plain text", wait_s=50)
    assert (said["intent"], said["status"]) == ("transcribe", "completed")
    assert _is_file(film.with_suffix(".txt"))


async def test_a_file_that_is_only_brought_is_only_brought(home: Path, film: Path) -> None:
    async with assistant_in(home) as assistant:
        said = await _say(assistant, f"upload {film}", wait_s=50)
        state = (await assistant.result("state")).structured_content
    assert (said["intent"], said["status"]) == ("upload", "completed")
    assert [file["filename"] for file in state["media"]] == [film.name]
    assert (state["jobs"], state["turn"]) == ([], None)


async def test_an_empty_project_is_answered_with_the_page(home: Path) -> None:
    async with assistant_in(home) as assistant:
        for message in ("hello", "upload a file", "transcribe /mnt/user-data/uploads/a.mp4"):
            said = await _say(assistant, message)
            assert said["status"] == "needs_input"
            assert "/workspace/claim?ct=clm_" in said["link"]
            assert said["next"]["tool"] == "state"


@pytest.mark.parametrize(
    "message",
    [
        *("undo", "cut the first 2 seconds", "撤销", "the second one", "what did I do so far?"),
        "fix the typo in the captions",
    ],
)
async def test_what_is_said_of_a_video_after_a_restart_is_asked_of_which_project(
    home: Path, film: Path, message: str
) -> None:
    async with assistant_in(home) as assistant:
        await assistant.call("upload", source=str(film))
        session_id = (await _say(assistant, "cut the first second"))["session_id"]
    before = sessions_in(home)
    async with assistant_in(home) as assistant:
        asked = await _say(assistant, message)
        assert (asked["status"], asked["question"]) == ("needs_input", "Which project is meant?")
        assert sessions_in(home) == before
        [choice, *_] = asked["choices"]
        assert choice["arguments"] == {"session_id": session_id}
        assert asked["answer_with"] == {"tool": "chat", "arguments": {"message": message}}
        told = await _say(assistant, message, **choice["arguments"])
        assert told["session_id"] == session_id
        assert (await _say(assistant, "show the changes"))["session_id"] == session_id


async def test_a_message_that_names_a_file_or_no_video_begins_a_project_after_a_restart(
    home: Path, film: Path
) -> None:
    async with assistant_in(home) as assistant:
        await assistant.call("upload", source=str(film))
    before = sessions_in(home)
    async with assistant_in(home) as assistant:
        begun = await _say(assistant, f"append “{film}” and crop to 9:16")
        assert begun["session_id"] not in before
        assert f"{film.name} (0-11s)" in begun["timeline"]
    async with assistant_in(home) as assistant:
        assert "/workspace/claim?ct=clm_" in (await _say(assistant, "hello"))["link"]
    assert len(sessions_in(home) - before) == 2


async def test_an_unknown_format_is_an_error_that_names_the_known_ones(
    home: Path, film: Path
) -> None:
    async with assistant_in(home) as assistant:
        await assistant.call("upload", source=str(film))
        result = await assistant.result("chat", message="export the transcript as PDF")
    assert result.is_error
    assert text_of(result).startswith("“pdf” cannot be exported: the video can be mp4, the ")


async def test_an_empty_message_is_refused(home: Path) -> None:
    async with assistant_in(home) as assistant:
        result = await assistant.result("chat", message=" ")
    assert text_of(result).startswith("There is nothing to do: “message” is empty.")


@pytest.mark.parametrize(
    "message",
    [
        "transcribe {0}",
        "transcribe “{0}”, please",
        "transcribe '{0}'.",
        "Look at {0}, and tell me",
        "转写“{0}”。",
    ],
)
def test_a_file_that_is_there_is_found_in_a_message(message: str, film: Path) -> None:
    plain = film.rename(film.with_name("film.mp4"))
    assert mentioned(message.format(plain)) == (str(plain),)


@pytest.mark.parametrize(
    ("message", "found"),
    [
        ("fetch https://example.org/a.mp4, please", ("https://example.org/a.mp4",)),
        ("it is /mnt/user-data/uploads/a.mp4.", ("/mnt/user-data/uploads/a.mp4",)),
        ("cut /nowhere/at/all.mp4 and/or 'something'", ()),
        ("make it 1/2 as long", ()),
        ("", ()),
    ],
)
def test_only_what_can_be_brought_is_found(message: str, found: tuple[str, ...]) -> None:
    assert mentioned(message) == found


def _is_file(path: Path) -> bool:
    return path.is_file()


@pytest.mark.parametrize(
    ("message", "told"),
    [
        ("German subtitles please", "Nothing is translated here"),
        ("the subtitles should say “Americans” instead of “America”", "cannot be corrected here"),
    ],
)
async def test_documents_that_cannot_be_had_are_not_written(
    home: Path, film: Path, message: str, told: str
) -> None:
    async with assistant_in(home) as assistant:
        await _say(assistant, f"transcribe “{film}” as Markdown", wait_s=50)
        said = await _say(assistant, message, wait_s=50)
        assert told in said["reply"]
        assert not _is_file(film.with_suffix(".srt"))
        await _say(assistant, "English subtitles please", wait_s=50)
        assert _is_file(film.with_suffix(".srt"))

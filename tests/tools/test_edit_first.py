"""“Add music, then export”: the change first, and the file only if the change was made."""

import shutil
from collections.abc import Awaitable, Callable, Iterator
from pathlib import Path

import pytest

from command import SAMPLE
from host import end_all
from tools.driver import text_of
from tools.project import assistant_in
from transcribe_video.errors import UsageError
from transcribe_video.tools.answer import Answer
from transcribe_video.tools.call import StillWorkingError
from transcribe_video.tools.change import Change
from transcribe_video.tools.edit_first import edited_first
from transcribe_video.tools.reply import Reply
from transcribe_video.tools.result import Next

pytestmark = [pytest.mark.anyio, pytest.mark.timeout(180)]

_MADE = Change(kind="added", track=2, clip="Lo-fi", from_s=0, to_s=10, text="Added BGM “Lo-fi”")


def _said(**more: object) -> Answer[Reply]:
    result = {"session_id": "7", "intent": "chat", "reply": "Done.", "changes": [_MADE]} | more
    return Answer("The editor answers:", Reply.model_validate(result))


async def _film(session_id: str | None) -> Answer[Reply]:
    result = Reply(session_id=session_id, intent="export", status="completed", job_id="render_1")
    return Answer("The video is ready.", result.model_copy(update={"reply": "The video is ready."}))


def _failing(error: Exception) -> Callable[[str | None], Awaitable[Answer[Reply]]]:
    async def deliver(_session_id: str | None) -> Answer[Reply]:
        raise error

    return deliver


async def test_a_change_that_was_made_is_followed_by_the_file() -> None:
    both = await edited_first(_said(timeline="Timeline (2 tracks): …"), _film, {})

    assert (both.sentence, both.result.status) == ("The video is ready.", "completed")
    assert (both.result.intent, both.result.job_id) == ("export", "render_1")
    assert both.result.reply == "The video is ready.\nDone."
    assert both.result.changes == [_MADE]
    assert both.text.splitlines()[:4] == [
        "The video is ready.",
        "Done.",
        "Changed: Added BGM “Lo-fi”",
        "Timeline (2 tracks): …",
    ]


async def test_what_was_not_changed_is_not_delivered() -> None:
    answer = await edited_first(_said(changes=[]), _film, {"format": "srt"})

    assert answer.result.reply == "Done."
    assert answer.result.next == Next(
        tool="export",
        arguments={"session_id": "7", "format": "srt"},
        why="nothing was changed, so nothing was exported; this delivers it as it is",
    )


async def test_while_the_change_is_under_way_nothing_is_delivered() -> None:
    state = Next(arguments={"session_id": "7"}, after_s=5)
    answer = await edited_first(_said(status="running", next=state), _film, {})

    assert answer.result.next == state
    [note] = answer.result.notes
    assert note == "Nothing was exported yet: state names the export once the change is made."


async def test_a_question_of_the_editor_stays_the_next_thing() -> None:
    state = Next(arguments={"session_id": "7"})
    answer = await edited_first(_said(changes=[], status="needs_input", next=state), _film, {})

    assert answer.result.next == state


async def test_a_change_that_failed_is_not_followed_by_the_file() -> None:
    said = Answer("It was not done.", _said(status="failed").result, is_error=True)

    assert await edited_first(said, _film, {}) is said


async def test_what_was_only_answered_is_not_delivered() -> None:
    answer = await edited_first(_said(changes=[], status="completed"), _film, {})

    assert (answer.result.intent, answer.result.next and answer.result.next.tool) == (
        "chat",
        "export",
    )


async def test_a_delivery_that_fails_takes_nothing_from_what_was_changed() -> None:
    refused = UsageError("“pdf” cannot be exported", "it is not known", "Take docx")
    answer = await edited_first(_said(), _failing(refused), {"format": "pdf"})

    assert answer.result.changes == [_MADE]
    assert answer.result.notes == [str(refused)]


async def test_a_delivery_that_begins_too_late_is_the_next_thing() -> None:
    answer = await edited_first(_said(), _failing(StillWorkingError(None)), {})

    assert answer.result.changes == [_MADE]
    assert answer.result.next == Next(
        tool="export", arguments={"session_id": "7"}, why="the change is made; this delivers it"
    )


@pytest.fixture
def home(base_model_home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A home with a model."""
    home = tmp_path / "home"
    home.mkdir()
    (home / "models").symlink_to(base_model_home / "models")
    monkeypatch.setenv("TRANSCRIBE_VIDEO_HOME", str(home))  # for the backend
    yield home
    end_all(home)


async def test_work_and_the_video_of_it_come_from_one_message(home: Path, tmp_path: Path) -> None:
    film = Path(shutil.copy(SAMPLE, tmp_path / "film.mp4"))
    async with assistant_in(home) as assistant:
        message = f"Add “{film}” and transcribe it as Markdown, then export the video"
        result = await assistant.result("chat", message=message, wait_s=50)
        told = result.structured_content
        state = (await assistant.result("state")).structured_content

    assert not result.is_error, text_of(result)
    assert (told["intent"], told["status"]) == ("export", "completed")
    assert told["reply"].startswith("The video is ready (0:11): ")
    assert film.with_suffix(".md").is_file()
    assert [render["status"] for render in state["renders"]] == ["completed"]


async def test_a_video_that_is_asked_for_in_chinese_is_told_in_chinese(
    home: Path, tmp_path: Path
) -> None:
    film = Path(shutil.copy(SAMPLE, tmp_path / "film.mp4"))
    async with assistant_in(home) as assistant:
        await assistant.result("upload", source=str(film))
        message = "去掉最后2秒，然后导出为成片.mp4"
        told = (await assistant.result("chat", message=message, wait_s=50)).structured_content

    assert told["status"] == "completed", told
    assert told["reply"].startswith("视频已生成（0:09）：")
    assert "The video" not in told["reply"]

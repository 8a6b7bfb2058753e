"""“What would …? Then export it”: the file follows the yes, with its name."""

import shutil
from pathlib import Path

import pytest

from media.render.viewing import length_ms
from tools.driver import Assistant
from tools.project import assistant_in, keep_transcript
from tools.talking import say

pytestmark = [pytest.mark.anyio, pytest.mark.timeout(120)]


async def _brought(assistant: Assistant, home: Path, film: Path) -> None:
    result = await assistant.result("upload", source=str(film))
    media_id = result.structured_content["files"][0]["media_id"]
    keep_transcript(home, media_id, [(None, "we begin now we begin now and go on")])


@pytest.fixture
def film(brief: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(brief, tmp_path / "film.mp4"))


@pytest.mark.parametrize(
    ("message", "promise", "yes", "name"),
    [
        (
            "what would cutting the first 2 seconds do? then export it as final.mp4",
            "Then it is exported: “final.mp4”.",
            "do it",
            "final.mp4",
        ),
        (
            "remove the repeated takes, then export it as final.mp4",
            "Then it is exported: “final.mp4”.",
            "yes, export it",
            "final.mp4",
        ),
        (
            "remove the repeated takes, then export it",
            "Shall that be done? Then it is exported.",
            "do it and export it as other.mp4",
            "other.mp4",
        ),
        (
            "remove the repeated takes, then export it as final.mp4",
            "Then it is exported: “final.mp4”.",
            "do it and export the subtitles",
            "film (edited).srt",
        ),
        (
            "去掉重复的话，然后导出为成片.mp4",
            "要这样做吗？之后会导出：“成片.mp4”。",
            "就这样做",
            "成片.mp4",
        ),
        (
            "remove the repeated takes, then export the subtitles",
            "exported.",
            "yes",
            "film (edited).srt",
        ),
    ],
)
async def test_a_yes_to_a_plan_makes_the_file_that_was_asked_for_behind_it(
    kept_home: Path, film: Path, message: str, promise: str, yes: str, name: str
) -> None:
    async with assistant_in(kept_home) as assistant:
        await _brought(assistant, kept_home, film)
        planned = await say(assistant, message)
        assert planned["status"] == "needs_input"
        assert planned["question"].endswith(promise)
        assert [path.name for path in film.parent.iterdir()] == ["film.mp4"]
    async with assistant_in(kept_home) as assistant:  # another process, tomorrow
        made = await say(assistant, yes, session_id=planned["session_id"])
        assert (made["status"], made["intent"]) == ("completed", "export")
        assert made["changes"]
    assert str(film.with_name(name)) in made["reply"]
    assert film.with_name(name).is_file()


@pytest.mark.parametrize(
    "between", ["no", "cut the last second", "what would muting 0:02-0:03 do?"]
)
async def test_a_file_that_waits_for_a_yes_goes_with_its_plan(
    kept_home: Path, film: Path, between: str
) -> None:
    async with assistant_in(kept_home) as assistant:
        await _brought(assistant, kept_home, film)
        await say(assistant, "what would cutting the first 2 seconds do? then export it")
        await say(assistant, between)
        told = await say(assistant, "do it")
        assert told["intent"] != "export"
    assert [path.name for path in film.parent.iterdir()] == ["film.mp4"]


async def test_of_any_other_question_the_answer_says_that_no_file_follows(
    kept_home: Path, film: Path
) -> None:
    async with assistant_in(kept_home) as assistant:
        await _brought(assistant, kept_home, film)
        asked = await say(assistant, "crop it, then export it")
        assert "Nothing is exported yet: ask for it again once that is answered." in asked["notes"]
        assert "exported" not in asked["question"]
        told = await say(assistant, asked["choices"][0]["arguments"]["message"])
        assert told["intent"] == "edit"


async def test_a_file_that_is_appended_does_not_hide_the_name_of_the_export(
    kept_home: Path, film: Path, tmp_path: Path
) -> None:
    part, folder = Path(shutil.copy(film, tmp_path / "b.mp4")), tmp_path / "my films"
    folder.mkdir()
    async with assistant_in(kept_home) as assistant:
        await _brought(assistant, kept_home, film)
        for message, path, parts in (
            ("append b.mp4 and export it as final.mp4", film.with_name("final.mp4"), 2),
            (f"把{part}接在后面，然后导出为成片.mp4", film.with_name("成片.mp4"), 3),
            (f"append {part}, then save the video to “{folder}/out.mp4”", folder / "out.mp4", 4),
            (f"export {part} as a 720p mp4 to “{folder}/b.mp4”", folder / "b.mp4", 1),
        ):
            made = await say(assistant, message)
            assert str(path) in made["reply"]
            assert length_ms(path) == pytest.approx(parts * length_ms(film), abs=100)

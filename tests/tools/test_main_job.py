"""A recording in, a document out, with a real backend, for all kinds of callers."""

import re
import shutil
from itertools import pairwise
from pathlib import Path
from time import monotonic
from typing import Any

import anyio
import httpx
import pytest

from command import REFERENCE, SAMPLE
from tools.driver import Eyes, read_structure, read_text, spoken, text_of
from tools.project import assistant_in

pytestmark = [pytest.mark.anyio, pytest.mark.timeout(180)]
_SLACK_S = 4  # two cores serve all tests at once
_SAID = re.findall(r"[\w']+", REFERENCE.read_text("utf-8").lower())

modes = pytest.mark.parametrize("mode", ["auto", "legacy"])
halves = pytest.mark.parametrize("eyes", [read_text, read_structure])


@pytest.fixture(scope="module")
def home(kept_home: Path) -> Path:
    return kept_home


@pytest.fixture
def film(tmp_path: Path) -> Path:
    return Path(shutil.copy(SAMPLE, tmp_path / "film 影片.mp4"))


@pytest.fixture
def talk(lecture: Path, tmp_path: Path) -> Path:
    """Two minutes of speech."""
    return Path(shutil.copy(lecture, tmp_path / "talk.flac"))


@modes
@halves
async def test_one_half_of_every_answer_is_enough_for_the_main_job(
    home: Path, film: Path, mode: str, eyes: Eyes
) -> None:
    async with assistant_in(home, mode, eyes) as assistant:
        await assistant.call("upload")  # so that the backend runs, and gives ids at once
        begun = await assistant.call("transcribe", source=str(film), wait_s=0)
        assert begun.status == "running"
        assert begun.following is not None
        assert begun.following[0] == "state"
        assert begun.ids.keys() >= {"session_id", "job_id"}

        done = await assistant.finished(begun)
        assert done.status == "completed"
        assert done.documents == {kind: film.with_suffix(f".{kind}") for kind in ("docx", "txt")}
        assert all(path.is_file() for path in done.documents.values())
        assert spoken(done.quotations) == _SAID

        read = await assistant.call("read_transcript", session_id=done.ids["session_id"])
        assert spoken(read.quotations) == _SAID


@modes
async def test_the_same_call_joins_and_is_told_of_the_end(
    home: Path, film: Path, mode: str
) -> None:
    async with assistant_in(home, mode) as assistant:
        begun = await assistant.call("transcribe", source=str(film), wait_s=0)
        joined = await assistant.call("transcribe", source=str(film))
        assert joined.status == "completed"
        assert (joined.ids["session_id"], joined.ids["job_id"]) == (
            begun.ids["session_id"],
            begun.ids["job_id"],
        )
        assert joined.documents.keys() == {"docx", "txt"}


@modes
async def test_a_call_that_its_host_gives_up_ends_no_work(
    home: Path, film: Path, mode: str
) -> None:
    async with assistant_in(home, mode) as assistant:
        with anyio.move_on_after(0.05):
            await assistant.call("transcribe", source=str(film))
        done = await assistant.finished(await assistant.call("state", wait_s=30))
    assert done.status == "completed"
    assert done.documents["txt"].is_file()


async def test_several_recordings_are_one_project_and_what_is_missing_is_named(
    home: Path, film: Path, speech: Path
) -> None:
    clip = Path(shutil.copy(speech / "LJ001-0002.flac", film.parent))
    missing = str(film.with_name("flim.mp4"))
    async with assistant_in(home) as assistant:
        result = await assistant.result("transcribe", source=[str(film), str(clip), missing])
        text, told = text_of(result), result.structured_content
    assert text.startswith("2 of 3 recordings became documents.\n")
    assert [file["path"] for file in told["files"]] == [
        str(path.with_suffix(suffix)) for path in (film, clip) for suffix in (".docx", ".txt")
    ]
    [note] = told["notes"]
    assert note.startswith("“flim.mp4” cannot be found: ")
    assert f"Note: {note}" in text


async def test_an_uploaded_file_is_transcribed_by_its_project(home: Path, film: Path) -> None:
    async with assistant_in(home) as assistant:
        uploaded = await assistant.result("upload", source=str(film))
        told = uploaded.structured_content
        assert told["status"] == "completed"
        [file] = told["files"]
        assert (file["filename"], file["file_type"]) == (film.name, "video")
        assert (file["duration_s"], file["width"], file["height"]) == (11, 640, 360)

        idle = await assistant.call("state")
        assert (idle.status, idle.ids["session_id"]) == ("idle", told["session_id"])

        done = await assistant.call(
            "transcribe", session_id=told["session_id"], formats="srt, md", wait_s=50
        )
    assert done.ids["session_id"] == told["session_id"]
    assert done.documents == {kind: film.with_suffix(f".{kind}") for kind in ("srt", "md")}


@halves
@pytest.mark.parametrize(
    ("tool", "arguments"),
    [("upload", {}), ("transcribe", {"source": "/mnt/user-data/uploads/film.mp4"})],
)
async def test_what_a_person_drops_on_the_page_is_transcribed(
    home: Path,
    film: Path,
    eyes: Eyes,
    tool: str,
    arguments: dict[str, Any],
) -> None:
    async with assistant_in(home, eyes=eyes) as assistant:
        result = await assistant.result(tool, **arguments)
        asked, told = eyes(result), result.structured_content
        assert asked.status == "needs_input"
        assert told["link"] in text_of(result)
        assert asked.following is not None
        still = await assistant.call("state", session_id=asked.ids["session_id"])
        assert (still.status, still.following) == ("needs_input", asked.following)

        await _drop(told["link"], asked.ids["session_id"], film.name, _bytes(film))
        tool, following = asked.following
        done = await assistant.finished(await assistant.call(tool, **following))
    assert done.status == "completed"
    assert spoken(done.quotations) == _SAID


def _bytes(film: Path) -> bytes:
    return film.read_bytes()


async def _drop(link: str, session_id: str, name: str, film: bytes) -> None:
    """Do what the page does with a file."""
    base, _, token = link.partition("/workspace/claim?ct=")
    async with httpx.AsyncClient(base_url=base) as page:
        answer = await page.post(
            f"/api/upload-video/nemo_agent/me/{session_id}",
            params={"then": "transcribe"},
            headers={"Authorization": f"Bearer {token}"},
            files={"files": (name, film, "video/mp4")},
        )
    assert answer.status_code == 200, answer.text


async def test_a_new_server_asks_which_project_is_meant(home: Path, film: Path) -> None:
    async with assistant_in(home) as assistant:
        done = await assistant.call("transcribe", source=str(film), wait_s=50)
    async with assistant_in(home) as assistant:
        result = await assistant.result("read_transcript", find="country")
        told = result.structured_content
        assert (told["status"], told["question"]) == ("needs_input", "Which project is meant?")
        assert len(told["choices"]) <= 3
        [choice, *_] = told["choices"]
        assert choice["label"].startswith(f"“{film.name}”, ")
        assert choice["arguments"] == {"session_id": done.ids["session_id"]}
        assert told["answer_with"] == {"tool": "read_transcript", "arguments": {"find": "country"}}
        assert f"- {choice['label']}: " in text_of(result)

        answer = {**told["answer_with"]["arguments"], **choice["arguments"]}
        read = await assistant.call(told["answer_with"]["tool"], **answer)
        assert "country" in spoken(read.quotations)
        assert (await assistant.call("state")).ids["session_id"] == done.ids["session_id"]


async def test_work_that_is_cancelled_says_so_and_begins_anew_when_asked_again(
    home: Path, talk: Path
) -> None:
    async with assistant_in(home) as assistant:
        begun = await assistant.call("transcribe", source=str(talk), formats="md", wait_s=0)
        job_id = begun.ids["job_id"]
        ended = await assistant.finished(await assistant.call("cancel", job_id=job_id))
        assert ended.status == "cancelled"
        state = await assistant.result("state", job_id=job_id)
        assert text_of(state).startswith("“talk.flac”: cancelled; what was recognised so far is")
        again = await assistant.result("cancel", session_id=begun.ids["session_id"])
        assert text_of(again).startswith("There was nothing to cancel: ")

        anew = await assistant.call("transcribe", source=str(talk), formats="md", wait_s=0)
        assert anew.status == "running"
        assert anew.ids["job_id"] != begun.ids["job_id"]
        await assistant.call("cancel", session_id=anew.ids["session_id"])


async def test_a_host_hears_of_long_work_all_the_time(home: Path, talk: Path) -> None:
    async with assistant_in(home) as assistant:
        begun_s = monotonic()
        await assistant.call("transcribe", source=str(talk), formats="vtt", wait_s=6)
        moments = [begun_s, *assistant.heard_s, monotonic()]
        await assistant.call("cancel")
    assert max(after - before for before, after in pairwise(moments)) < 5 + _SLACK_S
    assert any(said.startswith("Recognising") for said in assistant.heard), assistant.heard


async def test_a_handle_of_a_server_that_has_ended_does_not_hide_its_project(
    home: Path, film: Path
) -> None:
    async with assistant_in(home) as assistant:
        uploaded = await assistant.call("upload", source=str(film))
    session_id = uploaded.ids["session_id"]
    async with assistant_in(home) as assistant:
        state = await assistant.call("state", session_id=session_id, job_id="errand_of_another")
    assert (state.status, state.ids) == ("idle", {"session_id": session_id})

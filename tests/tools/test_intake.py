"""What cannot be fetched is named, and no project is left behind that nobody knows of."""

import shutil
from pathlib import Path

import pytest

from command import SAMPLE
from tools.driver import text_of
from tools.project import assistant_in, sessions_in

pytestmark = [pytest.mark.anyio, pytest.mark.timeout(180)]
_FORBIDDEN = "http://127.0.0.1:9/talk.mp4"  # not of the public web
_AWAY = "https://nobody.invalid/talk.mp4"


@pytest.fixture(scope="module")
def home(kept_home: Path) -> Path:
    return kept_home


@pytest.fixture
def film(tmp_path: Path) -> Path:
    return Path(shutil.copy(SAMPLE, tmp_path / "film.mp4"))


unfetchable = pytest.mark.parametrize("address", [_FORBIDDEN, _AWAY])


@unfetchable
async def test_an_address_that_cannot_be_fetched_hinders_no_other_file(
    home: Path, film: Path, address: str
) -> None:
    async with assistant_in(home) as assistant:
        result = await assistant.result("upload", source=[address, str(film)])
        told = result.structured_content
        assert (result.is_error, told["status"]) == (False, "completed"), text_of(result)
        assert [file["filename"] for file in told["files"]] == [film.name]
        [note] = told["notes"]
        assert "be fetched" in note
        assert f"Note: {note}" in text_of(result)

        state = await assistant.call("state", session_id=told["session_id"])
        assert state.ids["session_id"] == told["session_id"]


@unfetchable
@pytest.mark.parametrize("tool", ["upload", "transcribe", "chat"])
async def test_an_address_alone_that_cannot_be_fetched_is_named_and_leaves_no_project(
    home: Path, tool: str, address: str
) -> None:
    address = address.replace("talk", tool)  # none is being fetched for another call
    said = {"message": f"transcribe {address}"} if tool == "chat" else {"source": address}
    async with assistant_in(home) as assistant:
        await assistant.call("upload")  # the backend runs
        before = sessions_in(home)
        result = await assistant.result(tool, **said)
    assert result.is_error, text_of(result)
    assert "be fetched" in text_of(result)
    assert "ref: status=failed" in text_of(result)  # no handle of what is not there any more
    assert sessions_in(home) == before


@unfetchable
async def test_what_can_be_transcribed_is_where_an_address_cannot_be_fetched(
    home: Path, film: Path, address: str
) -> None:
    async with assistant_in(home) as assistant:
        result = await assistant.result("transcribe", source=[str(film), address], wait_s=50)
    told = result.structured_content
    assert (result.is_error, told["status"]) == (False, "completed"), text_of(result)
    assert {file["format"] for file in told["files"]} == {"docx", "txt"}
    assert any("be fetched" in note for note in told["notes"])


async def test_a_project_opened_for_work_that_is_there_already_is_not_left_behind(
    home: Path, film: Path
) -> None:
    async with assistant_in(home) as assistant:
        first = await assistant.call("transcribe", source=str(film), wait_s=50)
        before = sessions_in(home)
        again = await assistant.call("transcribe", source=str(film), wait_s=50)
        assert again.ids == first.ids
        assert sessions_in(home) == before
        said = await assistant.call("chat", message=f"transcribe {film}", wait_s=50)
        assert said.status == "completed"
        assert sessions_in(home) == before


async def test_a_project_that_was_named_stays_where_its_work_is_another_s(
    home: Path, film: Path
) -> None:
    async with assistant_in(home) as assistant:
        first = await assistant.call("transcribe", source=str(film), wait_s=50)
        mine = (await assistant.call("upload", source=str(film))).ids["session_id"]
        result = await assistant.result("transcribe", session_id=mine, wait_s=50)
        told = result.structured_content
        assert told["session_id"] == first.ids["session_id"] != mine
        [note] = [note for note in told["notes"] if mine in note]
        assert first.ids["session_id"] in note
        assert (await assistant.call("state", session_id=mine)).ids["session_id"] == mine

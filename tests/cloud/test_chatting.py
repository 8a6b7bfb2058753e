"""What people say where the work is done in the cloud: what is sent to it, and what is not."""

import shutil
import time
from pathlib import Path
from typing import Any

import pytest

from cloud.cloud_host import RENDER, TURN, answering, captioned, cloud_host, cloud_process
from cloud.reply import event, refused, streamed
from cloud.scripted import Cloud
from cloud.video import SAMPLE
from host import Calls

pytestmark = pytest.mark.timeout(120)
_SAID = (0, 2000, "And so, my fellow Americans,"), (2000, 4000, "ask not what your country can do.")
_LONGEST_ERROR = 1_200


@pytest.fixture
def film(tmp_path: Path) -> Path:
    """A recording of the user's, in a folder that nobody else need know of."""
    folder = tmp_path / "private films"
    folder.mkdir()
    return Path(shutil.copy(SAMPLE, folder / "speech.mp4"))


def _text(result: dict[str, Any]) -> str:
    return str(result["content"][0]["text"])


def _told(cloud: Cloud) -> list[str]:
    """What the editor of the cloud was told, in order."""
    asked = cloud.asked(TURN)
    return [str(request.json["new_message"]["parts"][0]["text"]) for request in asked]


def _host_name(cloud: Cloud) -> str:
    return cloud.url.removeprefix("http://")


def _project(host: Calls, film: Path) -> dict[str, str]:
    return {"session_id": host.tool("upload", source=str(film))["session_id"]}


@pytest.mark.parametrize("message", ["upload {0}", "{0}", "here is a new clip: {0}", "上传 {0}"])
def test_a_message_that_only_brings_a_file_brings_it_and_tells_the_editor_nothing(
    cloud: Cloud, tmp_path: Path, film: Path, message: str
) -> None:
    with cloud_host(cloud, tmp_path) as host:
        done = host.finished(host.tool("chat", message=message.format(film), wait_s=30))
    assert (done["intent"], done["status"]) == ("upload", "completed")
    assert len(cloud.asked("POST /api/upload-video/*")) == 1
    assert _told(cloud) == []
    assert any(_host_name(cloud) in note for note in done["notes"])


def test_a_message_that_says_to_transcribe_a_file_makes_its_documents(
    cloud: Cloud, tmp_path: Path, film: Path
) -> None:
    answering(cloud, "Captions are on the timeline.", captioned(*_SAID))
    with cloud_host(cloud, tmp_path) as host:
        done = host.tool("chat", message=f"transcribe {film} as Markdown and srt", wait_s=40)
    assert (done["intent"], done["status"]) == ("transcribe", "completed")
    assert {path.name for path in film.parent.iterdir()} == {
        "speech.mp4",
        "speech.md",
        "speech.srt",
    }
    assert all(str(film.parent) not in said for said in _told(cloud))
    assert not any(said.startswith("transcribe /") for said in _told(cloud))
    assert any(_host_name(cloud) in note for note in done["notes"])


def test_the_editor_hears_names_of_files_and_never_where_they_lie(
    cloud: Cloud, tmp_path: Path, film: Path
) -> None:
    with cloud_host(cloud, tmp_path) as host:
        done = host.tool("chat", message=f"add music to {film}", wait_s=30)
    assert _told(cloud) == ["add music to “speech.mp4”"]
    assert done["status"] == "completed"
    assert any(_host_name(cloud) in note and "speech.mp4" in note for note in done["notes"]), done[
        "notes"
    ]


@pytest.mark.parametrize(
    ("message", "formats"),
    [
        ("export the subtitles as srt", {"srt"}),
        ("export the transcript as Word", {"docx"}),
        ("导出字幕", {"srt"}),
    ],
)
def test_documents_of_what_was_never_transcribed_are_made_and_not_asked_of_the_editor(
    cloud: Cloud, tmp_path: Path, film: Path, message: str, formats: set[str]
) -> None:
    with cloud_host(cloud, tmp_path) as host:
        ids = _project(host, film)
        answering(cloud, "Captions are on the timeline.", captioned(*_SAID))
        done = host.tool("chat", message=message, wait_s=40, **ids)
    assert (done["intent"], done["status"]) == ("transcribe", "completed")
    assert {path.suffix[1:] for path in film.parent.iterdir()} == formats | {"mp4"}
    assert message not in _told(cloud)


@pytest.mark.parametrize("message", ["make it better", "把它弄好看一点"])
def test_a_vague_wish_is_answered_with_three_proposals_before_anything_is_sent(
    cloud: Cloud, tmp_path: Path, film: Path, message: str
) -> None:
    with cloud_host(cloud, tmp_path) as host:
        ids = _project(host, film)
        asked = host.tool("chat", message=message, **ids)
        assert asked["status"] == "needs_input"
        assert _told(cloud) == []
        assert len(asked["choices"]) == 3
        assert any("speech.mp4" in choice["label"] for choice in asked["choices"])
        arguments = {**asked["answer_with"]["arguments"], **asked["choices"][2]["arguments"]}
        done = host.tool(asked["answer_with"]["tool"], **arguments)
    assert _told(cloud) == [asked["choices"][2]["arguments"]["message"]]
    assert done["status"] == "completed"


def test_a_vague_wish_about_nothing_asks_for_a_file(cloud: Cloud, tmp_path: Path) -> None:
    with cloud_host(cloud, tmp_path) as host:
        asked = host.tool("chat", message="make it better")
    assert (asked["status"], _told(cloud)) == ("needs_input", [])
    assert asked["link"]


def test_the_file_that_a_slow_message_asked_for_is_named_when_the_change_is_made(
    cloud: Cloud, tmp_path: Path, film: Path
) -> None:
    with cloud_process(cloud, tmp_path) as host:
        ids = _project(host, film)

        def slowly(request: Any) -> Any:
            cloud.nemo.sessions[request.json["session_id"]].draft = captioned(*_SAID)
            return streamed((3.0, event("Done.")))

        cloud.script(TURN, slowly)
        message = "add music and send me the file in 720p"
        begun = host.tool("chat", message=message, wait_s=0, **ids)
        assert begun["status"] == "running"
        done = host.finished(begun)
    with cloud_process(cloud, tmp_path) as host:  # another process, which knows it from the disk
        again = host.tool("state", **ids)
        assert again["next"] == done["next"]
        following = done["next"]
        assert cloud.asked(RENDER) == []
        made = host.finished(host.tool(following["tool"], **following["arguments"]))
        last = host.tool("state", **ids)
    assert following["tool"] == "export"
    assert following["arguments"] == ids | {"resolution": "720p"}
    assert made["status"] == "completed"
    assert last["next"] is None


def test_a_message_that_failed_keeps_its_handles_and_what_was_said(
    cloud: Cloud, tmp_path: Path, film: Path
) -> None:
    with cloud_host(cloud, tmp_path) as host:
        ids = _project(host, film)
        said = "I moved the title to the beginning. " * 40
        cloud.script(TURN, streamed(event(said), {"code": 2001, "message": "no credits"}))
        failed = host.call("chat", message="move the title, then add a song", **ids)
    told = failed["structuredContent"]
    assert failed["isError"]
    assert (told["status"], told["session_id"]) == ("failed", ids["session_id"])
    assert told["job_id"].startswith("chat_")
    assert "I moved the title to the beginning." in told["reply"]
    assert "I moved the title to the beginning." in _text(failed)
    assert "/register?bind=anon_" in _text(failed)
    assert len(_text(failed)) <= _LONGEST_ERROR
    assert _text(failed).splitlines()[-1].startswith(f"ref: session_id={ids['session_id']} job_id=")


def test_what_is_on_no_timeline_yet_is_not_said_to_be_missing(
    cloud: Cloud, tmp_path: Path, film: Path
) -> None:
    with cloud_host(cloud, tmp_path) as host:
        ids = _project(host, film)
        refused_ = host.call("export", **ids)
    assert "the timeline is empty" in _text(refused_)
    assert "holds no video" not in _text(refused_)


def test_a_message_that_is_cancelled_says_what_may_stay(
    cloud: Cloud, tmp_path: Path, film: Path
) -> None:
    with cloud_host(cloud, tmp_path) as host:
        ids = _project(host, film)
        cloud.script(TURN, streamed((60.0, b"")))
        begun = host.tool("chat", message="add slow music", wait_s=1, **ids)
        assert begun["status"] == "running"
        ended = host.call("cancel", **ids)
        until = time.monotonic() + 20
        while (state := host.call("state", **ids))["structuredContent"]["status"] == "running":
            assert time.monotonic() < until
    for text in (_text(ended), _text(state)):
        assert "recognised" not in text
        assert "may have cost credits" in text


def test_messages_are_listed_by_their_first_words_the_newest_few(
    cloud: Cloud, tmp_path: Path, film: Path
) -> None:
    with cloud_host(cloud, tmp_path) as host:
        ids = _project(host, film)
        cloud.script(TURN, *[refused(2001, "no")] * 8)
        for number in range(8):
            host.call("chat", message=f"add the title number {number}", **ids)
        text = _text(host.call("state", **ids))
    listed = [line for line in text.splitlines() if line.startswith("job ")]
    assert len(listed) == 6
    assert listed[-1].endswith(": chat “add the title number 7”, failed")
    assert "(and 3 earlier jobs)" in text


@pytest.mark.parametrize(
    ("message", "said"),
    [
        ("export it as gif", "cannot be exported"),
        ("export only the second clip", "A part alone cannot be exported"),
        ("download the raw footage from my drive", "Nothing can be fetched from there"),
        ("download the raw footage", "The recordings themselves are not exported"),
    ],
)
def test_what_cannot_be_delivered_is_not_delivered_as_something_else(
    cloud: Cloud, tmp_path: Path, film: Path, message: str, said: str
) -> None:
    with cloud_host(cloud, tmp_path) as host:
        ids = _project(host, film)
        host.tool("chat", message="add music", **ids)
        answer = host.call("chat", message=message, **ids)
    assert answer["isError"]
    assert said in _text(answer)
    assert cloud.asked(RENDER) == []

"""The three workflows, and what goes wrong in them, through the MCP server and a host."""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from cloud.cloud_host import (
    LOOK,
    RENDER,
    TURN,
    answering,
    captioned,
    cloud_host,
    cloud_process,
    command,
)
from cloud.reply import DEFAULT, Reply, broken, detail, refused, streamed
from cloud.scripted import Cloud
from cloud.video import SAMPLE
from host import Calls

_SAID = (0, 2000, "And so, my fellow Americans,"), (2000, 4000, "ask not what your country can do.")


@pytest.fixture
def film(tmp_path: Path) -> Path:
    """A recording of the user's."""
    folder = tmp_path / "films"
    folder.mkdir()
    return Path(shutil.copy(SAMPLE, folder / "speech.mp4"))


def _text(result: dict[str, Any]) -> str:
    return str(result["content"][0]["text"])


def _transcribed(host: Calls, cloud: Cloud, film: Path, **arguments: object) -> dict[str, Any]:
    answering(cloud, "Captions are on the timeline.", captioned(*_SAID))
    return _finished(host, "transcribe", source=str(film), **arguments)


def _finished(host: Calls, tool: str, /, **arguments: object) -> dict[str, Any]:
    """The result of the call that is made again and again until it is no more under way."""
    return host.finished(host.tool(tool, **arguments))


def test_a_recording_becomes_documents_beside_it(cloud: Cloud, tmp_path: Path, film: Path) -> None:
    with cloud_process(cloud, tmp_path) as host:
        done = _transcribed(host, cloud, film, formats=["txt", "srt"])
        page = host.tool("read_transcript", session_id=done["session_id"], find="country")
    assert done["status"] == "completed"
    assert {Path(file["path"]).name for file in done["files"]} == {"speech.txt", "speech.srt"}
    written = (film.parent / "speech.srt").read_text("utf-8")
    assert "ask not what your country can do." in written
    assert any("was sent to 127.0.0.1:" in note for note in done["notes"])
    assert done["words"] == 12
    assert "ask not what your country" in page["text"]
    [upload] = cloud.asked("POST /api/upload-video/*")
    assert upload.size > film.stat().st_size


def test_the_host_is_named_before_the_first_byte_travels(
    cloud: Cloud, tmp_path: Path, film: Path
) -> None:
    with cloud_process(cloud, tmp_path) as host:
        _transcribed(host, cloud, film)
        said = [one["params"]["message"] for one in host.notifications if "params" in one]
    host_name = cloud.url.removeprefix("http://")
    assert said[:2] == ["Connecting…", "Ready."]
    assert said[2] == f"Sending “speech.mp4” to {host_name}…"


def test_words_without_times_are_written_without_and_srt_is_refused(
    cloud: Cloud, tmp_path: Path, film: Path
) -> None:
    answering(cloud, "Here it is: “And so, my fellow Americans, ask not.”", {"t": [], "d": 0})
    with cloud_host(cloud, tmp_path) as host:
        done = _finished(host, "transcribe", source=str(film), formats=["txt", "srt"])
        refused_ = host.call("export", session_id=done["session_id"], format="vtt")
    assert [file["format"] for file in done["files"]] == ["txt"]
    assert "And so, my fellow Americans, ask not.\n" in (film.parent / "speech.txt").read_text()
    assert any("NEMO_BACKEND=local" in note for note in done["notes"])
    assert refused_["isError"]
    assert "NEMO_BACKEND=local" in _text(refused_)


def test_a_quick_edit(cloud: Cloud, tmp_path: Path, film: Path) -> None:
    with cloud_host(cloud, tmp_path) as host:
        project = host.tool("upload", source=str(film))
        ids = {"session_id": project["session_id"]}
        edited = _finished(host, "chat", message="add some music", **ids)
        made = _finished(host, "export", **ids)
        exported = host.tool("export", **ids)
        credits_ = host.tool("credits")
    assert "Done: add some music" in json.dumps(edited)
    assert "2. BGM: music" in edited["timeline"]
    assert made["status"] == exported["status"] == "completed"
    assert exported["path"] == str(film.parent / "speech (edited).mp4")
    assert Path(exported["path"]).stat().st_size == exported["bytes"]
    assert len(cloud.asked(RENDER)) == 1
    [request] = cloud.asked(RENDER)
    assert request.json["output"] == {"format": "mp4", "quality": "high"}
    assert (credits_["backend"], credits_["available"]) == ("cloud", 100)


def test_a_batch_has_a_render_for_each_file(cloud: Cloud, tmp_path: Path, film: Path) -> None:
    other = Path(shutil.copy(film, film.with_name("second.mp4")))
    with cloud_host(cloud, tmp_path) as host:
        project = host.tool("upload", source=[str(film), str(other)])
        ids = {"session_id": project["session_id"]}
        files = {file["filename"]: file["media_id"] for file in project["files"]}
        _finished(host, "chat", message="put both on the timeline", **ids)
        for media_id in files.values():
            _finished(host, "export", media_id=media_id, **ids)
    assert len(project["files"]) == 2
    drafts = [request.json["draft"] for request in cloud.asked(RENDER)]
    names = [[clip["m"]["name"] for clip in draft["t"][0]["sg"]] for draft in drafts]
    assert names == [["speech.mp4"], ["second.mp4"]]
    assert (film.parent / "speech (edited).mp4").is_file()
    assert (film.parent / "second (edited).mp4").is_file()


def test_refining_again_and_again_is_one_project(cloud: Cloud, tmp_path: Path, film: Path) -> None:
    with cloud_host(cloud, tmp_path) as host:
        ids = {"session_id": host.tool("upload", source=str(film))["session_id"]}
        _finished(host, "chat", message="add music", **ids)
        first = _finished(host, "export", **ids)
        _finished(host, "chat", message="add a title", **ids)
        second = _finished(host, "export", **ids)
        state = host.tool("state", **ids)
    assert first["renders"] if "renders" in first else first["status"] == "completed"
    assert second["status"] == "completed"
    assert len(cloud.asked(RENDER)) == 2
    assert [track["label"] for track in state["tracks"]] == ["Video", "BGM", "Title"]
    assert [entry["status"] for entry in state["renders"]] == ["completed", "completed"]


def test_a_server_killed_in_mid_render_is_followed_by_one_that_goes_on(
    cloud: Cloud, tmp_path: Path, film: Path
) -> None:
    cloud.nemo.render_polls = 10_000
    with cloud_process(cloud, tmp_path) as host:
        ids = {"session_id": host.tool("upload", source=str(film))["session_id"]}
        _finished(host, "chat", message="add music", **ids)
        running = host.tool("export", wait_s=1, **ids)
        assert running["status"] == "running"
    render = next(iter(cloud.nemo.renders.values()))
    render.polls_left = 1
    with cloud_process(cloud, tmp_path) as host:
        done = _finished(host, "state", job_id=running["job_id"], wait_s=20)
    assert done["renders"][0]["status"] == "completed"
    assert Path(done["renders"][0]["path"]).is_file()
    assert len(cloud.asked(RENDER)) == 1


def test_a_server_killed_in_mid_chat_is_followed_by_one_that_looks_and_says_nothing_twice(
    cloud: Cloud, tmp_path: Path, film: Path
) -> None:
    with cloud_process(cloud, tmp_path) as host:
        ids = {"session_id": host.tool("upload", source=str(film))["session_id"]}
        cloud.script(TURN, streamed((60.0, b"")))
        running = host.tool("chat", message="add captions", wait_s=1, **ids)
        assert running["status"] == "running"
    cloud.nemo.sessions[ids["session_id"]].draft = captioned(*_SAID)
    with cloud_process(cloud, tmp_path) as host:
        done = _finished(host, "state", wait_s=20, **ids)
    assert done["turn"]["status"] == "completed"
    assert "Title" in done["timeline"]
    assert len(cloud.asked(TURN)) == 1


def test_a_plan_without_export_is_told_and_not_tried_again(
    cloud: Cloud, tmp_path: Path, film: Path
) -> None:
    cloud.script(RENDER, detail("Payment required", 402))
    with cloud_host(cloud, tmp_path) as host:
        ids = {"session_id": host.tool("upload", source=str(film))["session_id"]}
        _finished(host, "chat", message="add music", **ids)
        failed = host.call("export", **ids)
    assert failed["isError"]
    assert "Register or upgrade your plan to unlock export." in _text(failed)
    assert len(cloud.asked(RENDER)) == 1
    assert cloud.asked(LOOK) == []


def test_without_credits_the_way_to_register_is_told(
    cloud: Cloud, tmp_path: Path, film: Path
) -> None:
    cloud.script(TURN, refused(2001, "Insufficient credits"), DEFAULT)
    with cloud_host(cloud, tmp_path) as host:
        ids = {"session_id": host.tool("upload", source=str(film))["session_id"]}
        failed = host.call("chat", message="add music", **ids)
    assert failed["isError"]
    assert "/register?bind=anon_" in _text(failed)
    assert len(cloud.asked(TURN)) == 1


def test_the_same_call_again_joins_the_work_and_leaves_no_second_project(
    cloud: Cloud, tmp_path: Path, film: Path
) -> None:
    with cloud_host(cloud, tmp_path) as host:
        first = _transcribed(host, cloud, film)
        again = _finished(host, "transcribe", source=str(film))
    assert again["session_id"] == first["session_id"]
    assert again["files"] == first["files"]
    assert len(cloud.asked(TURN)) == 1


def test_a_host_is_told_where_files_go_before_anything_is_called(
    cloud: Cloud, tmp_path: Path
) -> None:
    where = cloud.url.removeprefix("http://")
    with cloud_process(cloud, tmp_path) as host:
        listed = host.ask("tools/list", {})["tools"]
        page = host.call("upload")
    described = {tool["name"]: tool["description"] for tool in listed}
    for name in ("transcribe", "upload", "chat"):
        assert f"are sent to {where} (the NemoVideo cloud)" in described[name]
    assert f"named are sent to {where}" in host.initialized["instructions"]
    assert "own computer" not in host.initialized["instructions"].splitlines()[0]
    assert f"It is sent to {where}." in _text(page)
    assert page["structuredContent"]["link"].startswith("https://nemovideo.com/workspace/claim?")


def test_a_file_that_a_person_drops_is_transcribed_as_was_asked(
    cloud: Cloud, tmp_path: Path
) -> None:
    answering(cloud, "", captioned(*_SAID))
    with cloud_host(cloud, tmp_path) as host:
        asked = host.tool("transcribe", source="/mnt/user-data/uploads/talk.mp4", formats=["txt"])
        assert asked["status"] == "needs_input"
        info = {"filename": "talk.mp4", "file_type": "video", "cdn_url": "https://c.example/t"}
        cloud.nemo.sessions[asked["session_id"]].media.append(info | {"duration": 4.0})
        done = host.finished(host.tool("state", session_id=asked["session_id"], wait_s=20))
    assert done["transcript"]["status"] == "completed"
    assert done["transcript"]["words"] == 12
    [file] = done["transcript"]["files"]
    assert Path(file["path"]).name == "talk.txt"


def test_a_recording_becomes_documents_on_the_command_line(
    cloud: Cloud, tmp_path: Path, film: Path
) -> None:
    answering(cloud, "Captions are on the timeline.", captioned(*_SAID))
    ran = command(cloud, tmp_path).run(film, "-f", "txt")
    assert ran.code == 0, ran.said
    assert ran.paths == [film.parent / "speech.txt"]
    assert "was sent to 127.0.0.1" in ran.said


def test_an_export_runs_because_the_user_asks_for_the_file_and_never_because_a_reply_does(
    cloud: Cloud, tmp_path: Path, film: Path
) -> None:
    with cloud_host(cloud, tmp_path) as host:
        ids = {"session_id": host.tool("upload", source=str(film))["session_id"]}
        answering(cloud, "Done. Click the Export button to get your video.", captioned(*_SAID))
        replied = _finished(host, "chat", message="add captions", **ids)
        assert cloud.asked(RENDER) == []
        asked = _finished(host, "chat", message="add music, then send me the video", **ids)
        said = [request.json["new_message"]["parts"][0]["text"] for request in cloud.asked(TURN)]
    assert replied["actions"][0]["tool"] == "export"
    assert said[0] == "add captions"
    assert "add music" in said[1]
    assert "send me" not in said[1]
    assert len(cloud.asked(RENDER)) == 1
    assert asked["status"] == "completed"


@pytest.mark.parametrize(
    "reply",
    [refused(4001, "nope"), refused(4002), detail("bad gateway", 502), broken()],
    ids=["unsupported", "too_large", "502", "broken"],
)
def test_a_file_that_the_cloud_did_not_take_is_not_said_to_be_in_the_project(
    cloud: Cloud, tmp_path: Path, film: Path, reply: Reply
) -> None:
    cloud.script("POST /api/upload-video/*", reply, reply, reply)
    with cloud_host(cloud, tmp_path) as host:
        uploaded = host.call("upload", source=str(film))
        said = host.call("chat", message=f"cut the first 2 seconds of {film}")
        transcribed = host.call("transcribe", source=str(film))
        state = host.call("state")
    for answer in (uploaded, said, transcribed):
        assert answer["isError"], _text(answer)
        assert "in the project now" not in _text(answer)
    assert "speech.mp4”: in the project" not in _text(state)
    assert cloud.asked(TURN) == []


def test_the_sound_of_a_film_is_transcribed_where_the_film_is_too_large(
    cloud: Cloud, tmp_path: Path, film: Path
) -> None:
    with film.open("ab") as file:
        file.write((600 * 1024 * 1024).to_bytes(4, "big") + b"free")
        file.truncate(file.tell() - 8 + 600 * 1024 * 1024)
    with cloud_host(cloud, tmp_path) as host:
        too_large = host.call("transcribe", source=str(film))
        answering(cloud, "", captioned(*_SAID))
        done = _finished(host, "transcribe", source=f"{film}#sound", formats=["txt"])
    assert f"name “{film}#sound” as the source" in _text(too_large)
    assert done["status"] == "completed"
    assert "ask not what your country" in (film.parent / "speech.txt").read_text()
    [upload] = cloud.asked("POST /api/upload-video/*")
    assert upload.size < 1024 * 1024

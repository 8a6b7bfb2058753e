"""“…, then export it”: the change and the file in one message to the backend."""

import shutil
from pathlib import Path
from typing import Any

import pytest

from backend.editing.cutting_room import CuttingRoom
from command import SAMPLE
from transcribe_video.wire.render import Rendered


def _brought(room: CuttingRoom) -> None:
    path = Path(shutil.copy(SAMPLE, room.folder / "film.mp4"))
    room.place.named(room.session, path)


def _wanted(room: CuttingRoom) -> list[dict[str, Any]]:
    """What the videos are to be that were begun."""
    jobs = room.context.store.jobs.of(room.session.session_id)
    return [job.request["output"] for job in jobs if job.kind == "render"]


@pytest.mark.parametrize(
    ("message", "output"),
    [
        ("cut the first 2 seconds, then export it", {}),
        ("cut the first 2 seconds and export the video", {}),
        ("cut the first 2 seconds and export it as a 720p mp4", {"resolution": "720p"}),
        (
            "cut the first 2 seconds, then export it as 720p without captions",
            {"resolution": "720p", "captions": "off"},
        ),
        ("剪掉前两秒，然后导出", {}),
        ("剪掉前2秒，再导出1080p视频", {"resolution": "1080p"}),
    ],
)
def test_the_file_is_begun_with_the_edit(
    empty_room: CuttingRoom, message: str, output: dict[str, str]
) -> None:
    _brought(empty_room)
    turn = empty_room.say(message)
    assert empty_room.spans == [("film.mp4", 2000, 11_000)]
    assert not any(said in turn.reply for said in ("Not understood", "没有看懂"))
    [wanted] = _wanted(empty_room)
    usual = {"resolution": "source", "captions": "auto"}
    assert {name: wanted[name] for name in usual} == usual | output
    [job] = [job for job in empty_room.view.jobs if job.kind == "render"]
    assert turn.job_ids == [job.job_id]
    made = Rendered.model_validate(empty_room.place.ended(job).result)
    assert abs(made.duration_s - 9) < 0.2


@pytest.mark.parametrize(
    ("message", "says"),
    [
        ("cut “plan”, then export it", "The video was not exported"),
        ("what would cutting the first 2 seconds do? then export it", "Nothing is changed yet"),
        ("剪掉“计划”，然后导出", "没有导出视频"),
    ],
)
def test_where_nothing_is_changed_yet_no_file_is_made_and_that_is_said(
    empty_room: CuttingRoom, message: str, says: str
) -> None:
    _brought(empty_room)
    [film] = empty_room.context.store.media.of(empty_room.session.session_id)
    empty_room.heard(film, ["a plan is a plan", "计划 就 是 计划"])
    turn = empty_room.say(message)
    assert says in turn.reply
    assert _wanted(empty_room) == []
    assert [span[1:] for span in empty_room.spans] == [(0, 11_000)]


@pytest.mark.parametrize(
    ("message", "promise", "yes", "output"),
    [
        (
            "what would cutting the first 2 seconds do? then export it",
            "Then it is exported.",
            "do it",
            {"path": None},
        ),
        (
            "remove the repeated takes and export it as a 720p mp4, call it final.mp4",
            "Then it is exported: “final.mp4”.",
            "yes",
            {"path": "final.mp4", "resolution": "720p"},
        ),
        (
            "如果剪掉前2秒会怎么样？然后导出为成片.mp4",
            "之后会导出：“成片.mp4”。",
            "就这样做",
            {"path": "成片.mp4"},
        ),
    ],
)
def test_a_plan_says_that_the_file_follows_and_a_yes_makes_it(
    empty_room: CuttingRoom, message: str, promise: str, yes: str, output: dict[str, str]
) -> None:
    _brought(empty_room)
    [film] = empty_room.context.store.media.of(empty_room.session.session_id)
    empty_room.heard(film, ["we begin now we begin now and go on"])
    planned = empty_room.say(message)
    assert planned.question.endswith(promise)
    assert (planned.changes, _wanted(empty_room)) == ([], [])
    done = empty_room.say(yes)
    assert done.changes
    [wanted] = _wanted(empty_room)
    assert {name: wanted[name] for name in output} == output
    [job] = [job for job in empty_room.view.jobs if job.kind == "render"]
    made = Path(Rendered.model_validate(empty_room.place.ended(job).result).path)
    assert made.parent == empty_room.folder
    assert output["path"] in {None, made.name}


@pytest.mark.parametrize(
    "between", ["no", "cut the last second", "what would muting 0:02-0:03 do?"]
)
def test_an_export_that_waits_for_a_yes_goes_with_its_plan(
    empty_room: CuttingRoom, between: str
) -> None:
    _brought(empty_room)
    empty_room.say("what would cutting the first 2 seconds do? then export it")
    empty_room.say(between)
    empty_room.say("do it")
    assert _wanted(empty_room) == []


@pytest.mark.parametrize(
    ("message", "name"), [("export it as final.mp4", "final.mp4"), ("导出为成片.mp4", "成片.mp4")]
)
def test_the_file_has_the_name_that_was_said(
    empty_room: CuttingRoom, message: str, name: str
) -> None:
    _brought(empty_room)
    empty_room.say(message)
    [job] = [job for job in empty_room.view.jobs if job.kind == "render"]
    made = Rendered.model_validate(empty_room.place.ended(job).result)
    assert made.path == str(empty_room.folder / name)


@pytest.mark.parametrize(
    "message",
    [
        "cut the first 2 seconds, don't export it yet",
        "cut the first 2 seconds of the mp4",
        "cut the first 2 seconds, then export it as otio",
        "Make the video match this text:\na plan is\nthen export it as a video",
    ],
)
def test_no_file_is_made_that_nobody_asked_for(empty_room: CuttingRoom, message: str) -> None:
    _brought(empty_room)
    [film] = empty_room.context.store.media.of(empty_room.session.session_id)
    empty_room.heard(film, ["a plan is a plan", "then export it as a video"])
    empty_room.say(message)
    assert _wanted(empty_room) == []

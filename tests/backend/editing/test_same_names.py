"""Files of one name: which of them is meant."""

from pathlib import Path

import pytest

from backend.editing.cutting_room import CuttingRoom
from transcribe_video.backend.media_facts import MediaFacts
from transcribe_video.backend.store.media_files import MediaPlace


def _bring_from(room: CuttingRoom, folder: str, kind: str = "video") -> Path:
    path = room.folder / folder / "clip.mp4"
    path.parent.mkdir()
    path.write_bytes(b"\0")
    facts = MediaFacts(kind, 30_000, 1920, 1080, 25.0)
    room.place.store.media.add(room.session.session_id, path.name, MediaPlace(path, 1), facts)
    return path


def _lengths(room: CuttingRoom) -> list[int]:
    return [clip.d_ms // 1000 for clip in room.timeline.clips]


def test_a_name_means_the_file_that_is_not_in_the_video_yet(empty_room: CuttingRoom) -> None:
    _bring_from(empty_room, "first")
    empty_room.say("cut the first 10 seconds")
    _bring_from(empty_room, "second")
    empty_room.say("append clip.mp4")
    assert _lengths(empty_room) == [20, 30]
    assert len({clip.media_id for clip in empty_room.timeline.clips}) == 2


@pytest.mark.parametrize(
    ("message", "reply"),
    [
        (
            "append ~/Videos/part2.mp4",
            (
                "“~/Videos/part2.mp4” is not in this project. Say “upload a file” to bring it, "
                "then say this again."
            ),
        ),
        (
            "把~/Videos/part2.mp4接在后面",
            "项目里没有“~/Videos/part2.mp4”。请先说“上传文件”加入它，再说一遍。",
        ),
        (
            "append part2.mp4",
            "“part2.mp4” is not in this project. Say where it lies: “append ~/Videos/part2.mp4”.",
        ),
    ],
)
def test_a_file_that_is_not_in_the_project_is_named_with_how_to_bring_it(
    empty_room: CuttingRoom, message: str, reply: str
) -> None:
    empty_room.bring("talk.mp4", 60_000)
    assert empty_room.say(message).reply == reply


@pytest.mark.parametrize("command", ["append {}", "append {} at the end", "把 {} 接在后面"])
def test_which_of_several_is_meant_is_asked_and_said_with_its_folder(
    empty_room: CuttingRoom, command: str
) -> None:
    empty_room.bring("talk.mp4", 60_000)
    empty_room.say("cut the first 10 seconds")
    first, second = _bring_from(empty_room, "first"), _bring_from(empty_room, "second")
    reply = empty_room.say(command.format("clip.mp4")).reply
    assert str(first) in reply
    assert str(second) in reply
    assert _lengths(empty_room) == [50]
    empty_room.say(command.format(second))
    there = [clip.media_id for clip in empty_room.timeline.clips]
    assert there[1] == empty_room.view.media[2].media_id
    assert _lengths(empty_room) == [50, 30]

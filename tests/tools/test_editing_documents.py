"""An edited transcript that is named without its folder is found, and never guessed."""

import shutil
from pathlib import Path

import pytest

from command import SAMPLE
from tools.driver import text_of
from tools.project import assistant_in, keep_transcript
from tools.talking import exported, said_now, say
from transcribe_video.conversation.editing.handed_back import asked_besides
from transcribe_video.conversation.editing.handed_back import handed_back as text_in
from transcribe_video.errors import UsageError
from transcribe_video.tools.handed_document import Handed, handed_back

_TEXT = "we are here to talk"


@pytest.fixture
def folders(tmp_path: Path) -> list[list[Path]]:
    """Where documents were delivered, where recordings lie, and where one works."""
    made = [tmp_path / name for name in ("delivered", "also delivered", "films", "work")]
    for folder in made:
        folder.mkdir()
    return [made[:2], made[2:3], made[3:]]


def _bytes(path: Path) -> bytes:
    return path.read_bytes()


def _put(folder: Path, name: str, text: str = _TEXT) -> Path:
    path = folder / name
    path.write_text(text, "utf-8")
    return path


@pytest.mark.parametrize("row", [0, 1, 2])
@pytest.mark.parametrize(
    ("message", "name"),
    [
        ("Make the video match {}", "edited.txt"),
        ("make the video match “{}”, please", "edited.txt"),
        ("make it match my {}.", "edited.md"),
        ("make it follow {} now", "my cut é.txt"),
        ("cut the video so that it fits {}, and nothing else", "Ana's cut (2).txt"),
        ("按照{}剪视频", "edited.txt"),
        ("请按照{}剪视频", "修改稿.txt"),
        ("match EDITED.txt", "Edited.txt"),
    ],
)
def test_it_is_found_wherever_it_lies(
    message: str, name: str, row: int, folders: list[list[Path]]
) -> None:
    path = _put(folders[row][-1], name)
    handed = handed_back(message.format(name), folders)
    assert (handed.text, handed.note) == (_TEXT, f"Followed: {path}")
    assert f"“{name}”" in handed.message


def test_a_delivered_document_comes_before_one_beside_the_recording_or_here(
    folders: list[list[Path]],
) -> None:
    for row in folders[1:]:
        _put(row[0], "edited.txt", "another text")
    _put(folders[0][1], "edited.txt")
    assert handed_back("match edited.txt", folders).text == _TEXT


def test_the_longest_name_that_there_is_is_meant(folders: list[list[Path]]) -> None:
    _put(folders[0][0], "cut.txt", "another text")
    _put(folders[2][0], "my cut.txt")
    assert handed_back("match my cut.txt", folders).text == _TEXT


@pytest.mark.parametrize("row", [1, 2])
@pytest.mark.parametrize(
    "message", ["make the video match {}", "match “{}”", "按照{}剪视频", "I edited it: see {}"]
)
def test_it_is_found_in_a_folder_below(
    message: str, row: int, folders: list[list[Path]], monkeypatch: pytest.MonkeyPatch
) -> None:
    below = folders[row][0] / "p2"
    below.mkdir()
    _put(below, "edited.txt")
    monkeypatch.chdir(folders[2][0])
    handed = handed_back(message.format("p2/edited.txt"), folders)
    assert (handed.text, handed.message) == (
        _TEXT,
        message.replace("“{}”", "{}").format("“edited.txt”"),
    )


@pytest.mark.parametrize(
    ("message", "besides"),
    [
        ("I edited the transcript, it is in {}, please change the video accordingly", ""),
        ("Here is my version: {}. Update the video.", ""),
        ("I changed the transcript ({}); apply it to the video", ""),
        ("use {} as the script", ""),
        ("cut the video to the text in {}", ""),
        (
            "I edited the transcript, see {}. Please update the video and add captions",
            "add captions",
        ),
        ("我改了文字稿，在 {}，请相应修改视频", ""),
        ("我修改了转写稿，在{}，请按它剪视频", ""),
    ],
)
def test_it_is_followed_however_that_is_said(
    message: str, besides: str, folders: list[list[Path]]
) -> None:
    handed = handed_back(message.format(_put(folders[0][0], "added.txt")))
    joined = handed.joined(handed.message)
    assert text_in(joined) == handed.text == _TEXT
    assert asked_besides(joined) == besides


@pytest.mark.parametrize(
    ("message", "puts", "sentence"),
    [
        ("match edited.txt", [(0, "edited.txt"), (1, "edited.txt")], "which “edited.txt” is meant"),
        ("make it match p2/edited.txt", [], "“p2/edited.txt” cannot be followed"),
        ("match a.txt or b.txt", [(0, "a.txt"), (0, "b.txt")], "“a.txt” and “b.txt” are named"),
        ("make it match edited.txt", [(0, "edited.md")], "“edited.txt” cannot be followed"),
        ("按照“修改 稿.txt”剪视频", [], "“修改 稿.txt” cannot be followed"),
    ],
)
def test_it_is_not_guessed(
    message: str, puts: list[tuple[int, str]], sentence: str, folders: list[list[Path]]
) -> None:
    for number, name in puts:
        _put(folders[0][number], name, f"{name} in {number}")
    with pytest.raises(UsageError, match=sentence):
        handed_back(message, folders)


@pytest.mark.parametrize(
    "message",
    [
        "save the edited transcript to edited.txt",
        "export the corrected transcript as edited.txt",
        "save what I changed to texts/edited.txt",
        "把修改后的文字稿导出为edited.txt",
        "cut “the match.txt file” out",
        "add captions that follow the words",
    ],
)
def test_what_follows_no_document_stays_as_it_is(message: str, folders: list[list[Path]]) -> None:
    _put(folders[0][0], "edited.txt")
    assert handed_back(message, folders) == Handed(message)


@pytest.mark.anyio
@pytest.mark.timeout(90)
@pytest.mark.parametrize("wanted", [None, "mine"])
async def test_nothing_that_was_exported_is_lost_when_another_edit_is_exported(
    kept_home: Path, tmp_path: Path, wanted: str | None
) -> None:
    film = Path(shutil.copy(SAMPLE, tmp_path / "talk.mp4"))
    async with assistant_in(kept_home) as assistant:
        brought = await assistant.result("upload", source=str(film))
        assert not brought.is_error, text_of(brought)
        media_id = brought.structured_content["files"][0]["media_id"]
        keep_transcript(kept_home, media_id, [(None, _TEXT), (None, "and that was all")])
        for kind in ("mp4", "txt", "srt", "otio"):
            place = {"output_path": str(tmp_path / f"{wanted}.{kind}")} if wanted else {}
            await say(assistant, "cut “and that was all”")
            first = Path((await exported(assistant, format=kind, **place))["path"])
            before = _bytes(first)
            await say(assistant, "cut “to talk”")
            second = Path((await exported(assistant, format=kind, **place))["path"])
            assert second.stem == f"{first.stem} (2)"
            assert _bytes(first) == before != _bytes(second)
            await say(assistant, "undo")
            again = Path((await exported(assistant, format=kind, **place))["path"])
            assert again == first
            assert _bytes(again) == before
            await say(assistant, "start over")


@pytest.mark.anyio
@pytest.mark.timeout(60)
async def test_the_video_follows_the_document_that_lies_beside_the_delivered_one(
    kept_home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    here = tmp_path / "here"
    here.mkdir()
    monkeypatch.chdir(here)
    _put(here, "edited.txt", "another text")
    async with assistant_in(kept_home) as assistant:
        film = shutil.copy(SAMPLE, tmp_path / "film.mp4")
        brought = await assistant.result("upload", source=str(film))
        media_id = brought.structured_content["files"][0]["media_id"]
        keep_transcript(kept_home, media_id, [(None, _TEXT), (None, "and that was all")])
        folder = tmp_path / "texts"
        folder.mkdir()
        delivered = Path((await exported(assistant, format="txt", output_path=str(folder)))["path"])
        _put(delivered.parent, "edited.txt")
        (folder / "p2").mkdir()
        mine = _put(folder / "p2", "added.txt", "and that was all")
        wish = f"I edited the transcript, it is in {mine}, please change the video accordingly"
        assert (await say(assistant, wish))["status"] == "completed"
        assert await said_now(assistant) == "and that was all"
        await say(assistant, "undo")
        told = await say(assistant, "make the video match edited.txt")
        assert told["status"] == "completed"
        assert f"Followed: {delivered.parent / 'edited.txt'}" in told["notes"]
        assert await said_now(assistant) == _TEXT
        missing = await assistant.result("chat", message="make the video match other.txt")
    assert missing.is_error
    assert str(delivered.parent) in text_of(missing)

"""What people type for a recording is understood, and misspelt names are offered."""

import os
import socket
import unicodedata
from pathlib import Path

import pytest

from transcribe_video.errors import MediaNotFoundError, UnsupportedMediaError, UsageError
from transcribe_video.media.source import recordings


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder that is both the current one and the person's own."""
    home = tmp_path / "Été 🎬"
    home.mkdir()
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("USERPROFILE", str(home))
    monkeypatch.chdir(home)
    return home


def _file(folder: Path, name: str) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(b"something")
    return path


@pytest.mark.parametrize(
    "typed",
    [
        "my talk.mp4",
        "./my talk.mp4",
        "~/my talk.mp4",
        '"my talk.mp4"',
        " 'my talk.mp4' ",
        "“my talk.mp4”",
        "my\\ talk.mp4",
        "my%20talk.mp4",
        "'~/my talk.mp4'",
        "~/my\\ talk.mp4",
    ],
)
def test_a_name_is_found_however_it_is_pasted(typed: str, folder: Path) -> None:
    path = _file(folder, "my talk.mp4")
    assert recordings([typed]) == [path]


@pytest.mark.parametrize("form", ["file://{}", "file://localhost{}", "FILE://{}", "'file:{}'"])
def test_file_urls_are_paths(form: str, folder: Path) -> None:
    path = _file(folder, "Grüße & Küsse #1 100%.mp4")
    assert recordings([form.format(path.as_uri().removeprefix("file://"))]) == [path]


def test_a_file_url_may_be_unencoded(folder: Path) -> None:
    path = _file(folder, "50% off #1.mp4")
    assert recordings([f"file://{path}"]) == [path]


@pytest.mark.parametrize(
    "name",
    ["a%20b.mp4", "it's.mp4", '"quoted".mp4', "back\\ slash.mp4", " spaces .mp4", "http:.mp4"],
)
def test_a_name_that_exists_as_typed_is_taken_as_typed(name: str, folder: Path) -> None:
    path = _file(folder, name)
    assert recordings([name]) == [path]


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_composed_and_decomposed_letters_are_the_same_name(form: str, folder: Path) -> None:
    path = _file(folder, unicodedata.normalize("NFD", "Émission/Café.mp4"))
    typed = unicodedata.normalize("NFC" if form == "NFC" else "NFD", str(path))
    assert recordings([typed]) == [path]


def test_a_screen_recording_is_found_though_its_name_has_a_narrow_space(folder: Path) -> None:
    path = _file(folder, "Screen Recording at 3.04.05\N{NARROW NO-BREAK SPACE}PM.mov")
    assert recordings(["Screen Recording at 3.04.05 PM.mov"]) == [path]


def test_emoji_are_names_with_and_without_their_variation_selector(folder: Path) -> None:
    path = _file(folder, "❤️ 🎬.mp4")
    assert recordings(["❤ 🎬.mp4"]) == [path]


def test_a_path_is_plain_and_links_stay(tmp_path: Path) -> None:
    (tmp_path / "far" / "films").mkdir(parents=True)
    (tmp_path / "far" / "talk.mp4").touch()
    (tmp_path / "near").symlink_to(tmp_path / "far" / "films")
    film = tmp_path / "far" / "films" / "talk.mp4"
    film.touch()
    detour = f"{tmp_path}/far/films/../films/talk.mp4"
    assert recordings([detour]) == [film]
    assert recordings([f"{tmp_path}/near/talk.mp4"]) == [tmp_path / "near" / "talk.mp4"]
    behind = tmp_path / "near" / ".." / "talk.mp4"  # beside where the link leads
    assert recordings([str(behind)]) == [behind]


def test_a_missing_file_is_answered_with_the_nearest_name(folder: Path) -> None:
    _file(folder, "Interview Ana.mp4")
    _file(folder, "budget.xlsx")
    with pytest.raises(MediaNotFoundError) as refusal:
        recordings(["~/interview_ana.mp4"])
    assert str(refusal.value) == (
        f"“interview_ana.mp4” cannot be found: there is no “interview_ana.mp4” in “{folder}”. "
        "Did you mean “Interview Ana.mp4”? If not, check the name."
    )


def test_a_missing_folder_is_answered_with_the_nearest_folder(folder: Path) -> None:
    _file(folder, "Interviews/a.mp4")
    with pytest.raises(MediaNotFoundError, match="Did you mean “Interviews”"):
        recordings([str(folder / "Intervews" / "a.mp4")])


def test_nothing_is_offered_where_nothing_is_near(folder: Path) -> None:
    _file(folder, "zzz.txt")
    with pytest.raises(MediaNotFoundError, match=r"in “.*”\. Check the name\.$"):
        recordings(["interview.mp4"])


@pytest.mark.parametrize("typed", ["a\0b.mp4", "x" * 5_000, "a\nb\x1b[31m.mp4", "a.mp4/b/c.mp4"])
def test_impossible_names_are_not_found_and_shown_harmlessly(typed: str, folder: Path) -> None:
    _file(folder, "a.mp4")
    with pytest.raises(MediaNotFoundError) as refusal:
        recordings([typed])
    assert str(refusal.value).isprintable()
    assert len(str(refusal.value)) < 600


def test_a_link_to_nothing_is_not_found(folder: Path) -> None:
    (folder / "gone.mp4").symlink_to(folder / "nowhere.mp4")
    with pytest.raises(MediaNotFoundError, match=r"gone\.mp4.*Check the name"):
        recordings(["gone.mp4"])


def test_an_address_on_the_web_is_to_be_saved_first() -> None:
    with pytest.raises(UsageError, match=r"address on the web.*to an assistant, or save"):
        recordings(["https://example.org/talk.mp4"])


@pytest.mark.parametrize("typed", [[], [""], ["  "]])
def test_naming_nothing_is_a_mistake(typed: list[str]) -> None:
    with pytest.raises(UsageError, match="There is nothing to do"):
        recordings(typed)


def test_a_folder_stands_for_its_recordings_in_the_order_people_count(folder: Path) -> None:
    names = ["take 10.MP4", "take 2.mov", "Take 1.mkv", "notes.txt", ".hidden.mp4", "._take 2.mov"]
    for name in names:
        _file(folder, name)
    _file(folder, "inner/take 3.mp4")
    (folder / "folder.mp4").mkdir()
    assert [path.name for path in recordings(["."])] == ["Take 1.mkv", "take 2.mov", "take 10.MP4"]


def test_several_arguments_keep_their_order_and_name_each_file_once(folder: Path) -> None:
    first, second = _file(folder, "b.mp4"), _file(folder, "a.mp4")
    assert recordings(["b.mp4", ".", "a.mp4", str(first)]) == [first, second]


def test_a_folder_without_recordings_says_so(folder: Path) -> None:
    _file(folder, "empty/notes.txt")
    _file(folder, "outer/inner/a.mp4")
    with pytest.raises(MediaNotFoundError, match="“empty”: the folder holds no file with the name"):
        recordings(["empty"])
    with pytest.raises(MediaNotFoundError, match="folders inside it are not searched"):
        recordings(["outer"])


@pytest.mark.timeout(5)
def test_a_pipe_a_socket_and_a_device_are_refused_without_waiting(folder: Path) -> None:
    os.mkfifo(folder / "pipe.mp4")
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind("socket.mp4")
        for name, kind in (("pipe.mp4", "pipe"), ("socket.mp4", "socket"), ("/dev/zero", "device")):
            with pytest.raises(UnsupportedMediaError, match=f"it is a {kind} and not a file"):
                recordings([name])

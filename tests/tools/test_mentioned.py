"""The files that a message names are those that are meant, or none."""

from pathlib import Path

import pytest

from transcribe_video.tools.mentioned import named_in

_ODD = "🎬 Ünïcode näme's (1) 100%.mp4"


@pytest.fixture
def place(tmp_path: Path) -> Path:
    for name in ("sp dir/my talk.mp4", "sp dir/talk.mp4", "talk.mp4", f"sub dir/{_ODD}"):
        file = tmp_path / name
        file.parent.mkdir(exist_ok=True)
        file.write_bytes(name.encode())
    return tmp_path


@pytest.mark.parametrize(
    "message",
    [
        "transcribe {place}/sp dir/my talk.mp4",
        "transcribe {place}/sp dir/my talk.mp4, please",
        "transcribe {place}/sp dir/my talk.mp4 as Markdown",
        "transcribe {place}/sp dir/my talk.mp4.",
        r"transcribe {place}/sp\ dir/my\ talk.mp4",
        "transcribe '{place}/sp dir/my talk.mp4'",
        'transcribe "{place}/sp dir/my talk.mp4" as Word',
        "请转写“{place}/sp dir/my talk.mp4”。",
        "转写「{place}/sp dir/my talk.mp4」",
        "转写{place}/sp dir/my talk.mp4成Word",
        "transcribe file://{place}/sp%20dir/my%20talk.mp4",
        "it's there, isn't it? transcribe {place}/sp dir/my talk.mp4",
    ],
)
def test_a_path_goes_as_far_as_something_is_there(message: str, place: Path) -> None:
    meant = f"{place}/sp dir/my talk.mp4"
    named = named_in(message.format(place=place))
    assert (named.sources, named.trouble) == ((meant,), None)
    assert f"“{meant}”" in named.message
    assert "%20" not in named.message
    assert named.message.count("my") == 1


@pytest.mark.parametrize("marks", ["{}", "'{}'", '"{}"', "“{}”", "\u2018{}\u2019", "`{}`"])
def test_a_name_of_all_kinds_of_characters_is_found_in_all_quotation_marks(
    marks: str, place: Path
) -> None:
    meant = f"{place}/sub dir/{_ODD}"
    named = named_in(f"transcribe {marks.format(meant)} as Markdown")
    assert (named.sources, named.trouble) == ((meant,), None)
    assert named.message == f"transcribe “{meant}” as Markdown"


def test_several_files_are_each_found(place: Path) -> None:
    named = named_in(f"transcribe {place}/talk.mp4 and '{place}/sp dir/my talk.mp4'")
    assert named.sources == (f"{place}/talk.mp4", f"{place}/sp dir/my talk.mp4")
    assert named.message == f"transcribe {place}/talk.mp4 and “{place}/sp dir/my talk.mp4”"


@pytest.mark.parametrize(
    "path",
    [
        "{place}/sp dir/my tlak.mp4",
        r"{place}/sp\ dir/my\ tlak.mp4",
        "'{place}/sp dir/my tlak.mp4'",
        "“{place}/sp dir/my tlak.mp4”",
        "file://{place}/sp%20dir/my%20tlak.mp4",
    ],
)
def test_a_file_that_is_not_there_is_no_other_and_the_nearest_is_named(
    path: str, place: Path
) -> None:
    named = named_in(f"transcribe {path.format(place=place)} as Word")
    assert named.sources == ()
    assert str(named.trouble) == (
        f"“my tlak.mp4” cannot be found: there is no “my tlak.mp4” in “{place}/sp dir”. Did you "
        "mean “my talk.mp4”? If not, check the name."
    )


@pytest.mark.parametrize("name", ["part2.mp4", "song.mp3", "my logo.png", "photo.jpeg"])
def test_a_file_that_shall_be_put_somewhere_and_is_not_there_is_named(
    name: str, place: Path
) -> None:
    named = named_in(f"insert {place}/none/{name} at 0:03")
    assert str(named.trouble).startswith(f"“{name}” cannot be found: there is no “none” in")


def test_what_is_to_be_transcribed_is_there_even_without_a_suffix(place: Path) -> None:
    assert named_in(f"transcribe {place}/nothing/here").trouble is not None
    assert named_in("/transcribe this and/or that").trouble is None
    assert named_in("what does /etc/nothing mean?").trouble is None


@pytest.mark.parametrize(
    "message",
    ["export it to {place}/out.mp4", "save the video as {place}/talk.mp4", "导出到{place}/out.mp4"],
)
def test_a_file_that_shall_be_made_is_not_brought_in(message: str, place: Path) -> None:
    named = named_in(message.format(place=place))
    assert (named.sources, named.trouble) == ((), None)
    assert named.message == message.format(place=place)


def test_a_folder_to_be_transcribed_is_its_recordings(place: Path) -> None:
    named = named_in(f"transcribe {place}/sp dir")
    assert named.sources == (f"{place}/sp dir",)
    assert named.message == f"transcribe “{place}/sp dir/my talk.mp4”, “{place}/sp dir/talk.mp4”"
    assert named_in(f"look into {place}/sp dir").sources == ()

"""What a caller means by ``source``."""

import os
import shutil
from pathlib import Path

import pytest

from command import SAMPLE
from transcribe_video.errors import MediaNotFoundError, UsageError
from transcribe_video.tools.source import Source, is_attachment, source_of


@pytest.fixture
def film(tmp_path: Path) -> Path:
    return Path(shutil.copy(SAMPLE, tmp_path / "Ünïcode 🎬 take 2.mp4"))


def test_paths_are_understood_however_they_are_spelt(film: Path) -> None:
    spelt = (
        str(film),
        f'"{film}"',
        film.as_uri(),
        str(film).replace(" ", "\\ "),
        str(film).replace(" ", "%20"),
    )
    assert {source_of(one) for one in spelt} == {Source(paths=(film,))}


def test_a_list_may_name_files_folders_and_addresses_each_once(film: Path) -> None:
    address = "https://example.org/talk.mp4"
    found = source_of([str(film), str(film.parent), address, f" {address} "])
    assert found == Source(paths=(film,), addresses=(address,))
    assert found.name == film.name


def test_a_missing_file_is_answered_with_the_nearest_name(film: Path) -> None:
    found = source_of(str(film.with_name("Unicode 🎬 take 3.mp4")))
    assert found.is_hopeless
    [failure] = found.failures
    assert isinstance(failure, MediaNotFoundError)
    assert f"Did you mean “{film.name}”?" in str(failure)


def test_what_cannot_be_used_hinders_nothing_else(film: Path) -> None:
    found = source_of([str(film), "/nowhere/at all.mp4"])
    assert found.paths == (film,)
    assert len(found.failures) == 1
    assert not found.is_hopeless


@pytest.mark.parametrize(
    "typed",
    [
        "/mnt/user-data/uploads/interview.mp4",
        "/mnt/data/interview.mp4",
        "sandbox:/mnt/data/interview.mp4",
        "'/mnt/user-data/uploads/my film.mov'",
        "file:///mnt/user-data/uploads/interview.mp4",
    ],
)
def test_an_attachment_of_a_chat_is_out_of_reach(typed: str) -> None:
    assert is_attachment(typed)
    assert source_of(typed) == Source(out_of_reach=(typed,))


def test_a_path_like_an_attachment_s_that_is_here_is_a_file(film: Path) -> None:
    assert not is_attachment(str(film))


@pytest.mark.skipif(os.geteuid() == 0, reason="permissions do not keep root out")
def test_a_file_that_the_system_forbids_is_out_of_reach(film: Path) -> None:
    film.chmod(0)
    assert source_of(str(film)) == Source(out_of_reach=(str(film),))


@pytest.mark.parametrize("address", ["ftp://example.org/a.mp4", "rtsp://camera/1"])
def test_other_addresses_are_refused_in_a_sentence(address: str) -> None:
    [failure] = source_of(address).failures
    assert isinstance(failure, UsageError)
    assert str(failure).startswith(f"“{address}” cannot be fetched: only addresses that begin")


@pytest.mark.parametrize("nothing", ["", "  ", [], [""]])
def test_nothing_is_refused(nothing: str | list[str]) -> None:
    with pytest.raises(UsageError, match="“source” is empty"):
        source_of(nothing)


@pytest.mark.parametrize(
    ("source", "name"),
    [
        (Source(addresses=("https://example.org/films/talk.mp4?token=secret",)), "talk.mp4"),
        (Source(out_of_reach=(r"C:\Users\me\talk.mp4",)), "talk.mp4"),
        (Source(), "project"),
    ],
)
def test_a_source_is_called_by_its_file(source: Source, name: str) -> None:
    assert source.name == name


def test_the_sound_of_a_film_is_named_after_it(film: Path) -> None:
    sound = film.with_name(f"{film.name}#sound")
    assert source_of(str(sound)) == Source(paths=(sound,))
    [missing] = source_of(f"{film.parent}/none.mp4#sound").failures
    assert type(missing) is MediaNotFoundError
    sound.write_bytes(b"a file of that name")
    assert source_of(str(sound)) == Source(paths=(sound,))

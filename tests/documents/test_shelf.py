import errno
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from transcribe_video.documents.disk import Disk
from transcribe_video.documents.shelf import Placement, Shelf
from transcribe_video.errors import StorageError, UsageError

FIRST, SECOND = {".docx": b"word", ".txt": b"text"}, {".docx": b"word 2", ".txt": b"text 2"}


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    return Shelf(tmp_path / "home")


@pytest.fixture
def film(tmp_path: Path) -> Path:
    """A recording in a folder of its own."""
    folder = tmp_path / "films"
    folder.mkdir()
    (folder / "interview.mp4").write_bytes(b"film")
    return folder / "interview.mp4"


def _beside(film: Path) -> dict[str, bytes]:
    """What is in the recording's folder besides it."""
    others = (path for path in film.parent.iterdir() if path != film)
    return {path.name: path.read_bytes() for path in others}


def test_documents_go_beside_their_recording(shelf: Shelf, film: Path) -> None:
    placement = shelf.place(film, FIRST)

    assert placement == Placement(
        (film.with_name("interview.docx"), film.with_name("interview.txt"))
    )
    assert _beside(film) == {"interview.docx": b"word", "interview.txt": b"text"}


def test_documents_go_into_a_folder_that_is_made_for_them(
    shelf: Shelf, film: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "out" / "today"

    assert shelf.place(film, {".txt": b"text"}, folder) == Placement((folder / "interview.txt",))
    assert (folder / "interview.txt").read_bytes() == b"text"
    assert _beside(film) == {}


def test_documents_are_called_after_their_recordings_own_name(
    shelf: Shelf, film: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "downloads"
    names = ("Anas Gespräch.mov", "Anas Gespräch.mov", "Anas Gespräch.mp4")
    placed = [
        shelf.place(source, {".txt": content}, folder, name).paths
        for source, content, name in zip(
            (film, film, film.with_name("b")), (b"1", b"2", b"3"), names, strict=True
        )
    ]
    ours, others = folder / "Anas Gespräch.txt", folder / "Anas Gespräch (2).txt"
    assert placed == [(ours,), (ours,), (others,)]
    assert (ours.read_bytes(), others.read_bytes()) == (b"2", b"3")


def test_someone_elses_file_is_kept_and_all_documents_get_the_next_number(
    shelf: Shelf, film: Path
) -> None:
    film.with_name("interview.txt").write_bytes(b"notes by hand")

    shelf.place(film, FIRST)

    assert _beside(film) == {
        "interview.txt": b"notes by hand",
        "interview (2).docx": b"word",
        "interview (2).txt": b"text",
    }


def test_someone_elses_file_is_kept_even_with_the_same_content(shelf: Shelf, film: Path) -> None:
    film.with_name("interview.txt").write_bytes(b"text")

    assert shelf.place(film, {".txt": b"text"}).paths == (film.with_name("interview (2).txt"),)


def test_the_next_run_replaces_its_own_documents(shelf: Shelf, film: Path) -> None:
    shelf.place(film, FIRST)
    shelf.place(film, SECOND)

    assert _beside(film) == {"interview.docx": b"word 2", "interview.txt": b"text 2"}


def test_what_was_made_of_an_edit_stays_when_another_edit_is_made(shelf: Shelf, film: Path) -> None:
    places = [
        shelf.place(film, {".txt": content}, name="talk (edited).mp4", keeps_earlier=True).paths
        for content in (b"first", b"second", b"second", b"first")
    ]

    first, second = (film.with_name(f"talk (edited){number}.txt") for number in ("", " (2)"))
    assert places == [(first,), (second,), (second,), (first,)]
    assert (first.read_bytes(), second.read_bytes()) == (b"first", b"second")


def test_a_numbered_document_is_replaced_under_its_number(shelf: Shelf, film: Path) -> None:
    film.with_name("interview.txt").write_bytes(b"notes by hand")
    shelf.place(film, FIRST)

    shelf.place(film, SECOND)

    assert _beside(film) == {
        "interview.txt": b"notes by hand",
        "interview (2).docx": b"word 2",
        "interview (2).txt": b"text 2",
    }


def test_a_document_that_a_person_has_edited_is_kept(shelf: Shelf, film: Path) -> None:
    shelf.place(film, {".txt": b"text"})
    film.with_name("interview.txt").write_bytes(b"text, corrected")

    shelf.place(film, {".txt": b"text 2"})

    assert _beside(film) == {"interview.txt": b"text, corrected", "interview (2).txt": b"text 2"}


def test_a_document_that_was_removed_is_made_again(shelf: Shelf, film: Path) -> None:
    shelf.place(film, {".txt": b"text"})
    film.with_name("interview.txt").unlink()

    assert shelf.place(film, {".txt": b"text"}).paths == (film.with_name("interview.txt"),)
    assert _beside(film) == {"interview.txt": b"text"}


def test_a_document_that_is_the_same_is_not_written_again(shelf: Shelf, film: Path) -> None:
    shelf.place(film, {".txt": b"text"})
    before = film.with_name("interview.txt").stat()

    shelf.place(film, {".txt": b"text"})

    after = film.with_name("interview.txt").stat()
    assert (after.st_ino, after.st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


def test_two_recordings_of_one_name_keep_their_documents_apart(shelf: Shelf, film: Path) -> None:
    other = film.with_suffix(".mov")
    for number in (1, 2):
        shelf.place(film, {".txt": f"mp4, run {number}".encode()})
        shelf.place(other, {".txt": f"mov, run {number}".encode()})

    assert _beside(film) == {"interview.txt": b"mp4, run 2", "interview (2).txt": b"mov, run 2"}


def test_links_and_folders_in_the_way_are_left_alone(
    shelf: Shelf, film: Path, tmp_path: Path
) -> None:
    film.with_name("interview.txt").symlink_to(tmp_path / "nowhere")
    film.with_name("interview (2).txt").mkdir()

    assert shelf.place(film, {".txt": b"text"}).paths == (film.with_name("interview (3).txt"),)
    assert not (tmp_path / "nowhere").exists()


def test_a_link_put_in_place_of_a_document_is_not_followed(
    shelf: Shelf, film: Path, tmp_path: Path
) -> None:
    [document] = shelf.place(film, {".txt": b"text"}).paths
    document.rename(tmp_path / "moved.txt")
    document.symlink_to(tmp_path / "moved.txt")

    shelf.place(film, {".txt": b"text 2"})

    assert (tmp_path / "moved.txt").read_bytes() == b"text"


def test_names_of_any_length_and_script_can_be_placed(shelf: Shelf, film: Path) -> None:
    for stem in ("采访" * 42, "🎬" * 62, "a" * 251, "ends with dots...", "caf\udce9"):
        [path] = shelf.place(film.with_name(f"{stem}.mp4"), {".docx": b"word"}).paths
        assert path.read_bytes() == b"word"


def test_an_output_folder_that_is_a_file_is_an_error(shelf: Shelf, film: Path) -> None:
    for folder in (film, film / "deeper"):
        with pytest.raises(UsageError) as raised:
            shelf.place(film, FIRST, folder)
        assert str(raised.value) == (
            f"Documents cannot be written into “{folder}”: "
            "a file is there, not a folder. Choose a folder."
        )


@pytest.fixture
def read_only(tmp_path: Path) -> Path:
    """A folder that this user, whoever it is, may not write to."""
    if os.geteuid() != 0:
        tmp_path.joinpath("locked").mkdir(mode=0o500)
        return tmp_path / "locked"
    if not Path("/sys/kernel").is_dir():
        pytest.skip("no folder is read-only for the superuser here")
    return Path("/sys/kernel")


def test_beside_a_recording_that_is_read_only_documents_go_into_a_folder_of_ours(
    shelf: Shelf, read_only: Path, tmp_path: Path
) -> None:
    own_folder = tmp_path / "home" / "documents"

    assert shelf.place(read_only / "interview.mp4", {".txt": b"text"}) == Placement(
        (own_folder / "interview.txt",), instead_of=read_only
    )
    assert (own_folder / "interview.txt").read_bytes() == b"text"


def test_an_output_folder_that_is_read_only_is_an_error(
    shelf: Shelf, film: Path, read_only: Path
) -> None:
    with pytest.raises(StorageError, match=r"(may not be written to|is read-only)\. Choose"):
        shelf.place(film, FIRST, read_only)


def test_a_recording_whose_folder_is_gone_has_its_documents_in_a_folder_of_ours(
    shelf: Shelf, tmp_path: Path
) -> None:
    assert shelf.place(tmp_path / "gone" / "a.mp4", {".txt": b"text"}) == Placement(
        (tmp_path / "home" / "documents" / "a.txt",), instead_of=tmp_path / "gone"
    )


def test_a_name_taken_at_the_last_moment_is_left_and_nothing_else_stays_under_that_number(
    film: Path, tmp_path: Path
) -> None:
    def someone_is_faster(draft: Path, path: Path) -> None:
        if path.name == "interview.txt":
            path.write_bytes(b"faster")
        os.link(draft, path)

    Shelf(tmp_path / "home", Disk(link=someone_is_faster)).place(film, FIRST)

    assert _beside(film) == {
        "interview.txt": b"faster",
        "interview (2).docx": b"word",
        "interview (2).txt": b"text",
    }


def test_names_that_are_always_taken_are_an_error_in_the_end(film: Path, tmp_path: Path) -> None:
    def always_taken(draft: Path, path: Path) -> None:
        raise FileExistsError(errno.EEXIST, "taken", str(draft), None, str(path))

    with pytest.raises(StorageError, match="another program keeps taking their names"):
        Shelf(tmp_path / "home", Disk(link=always_taken)).place(film, FIRST)

    assert _beside(film) == {}


def test_a_document_that_is_open_elsewhere_and_locked_is_left(film: Path, tmp_path: Path) -> None:
    def locked(draft: Path, path: Path) -> None:
        raise PermissionError(errno.EACCES, "in use", str(draft), None, str(path))

    Shelf(tmp_path / "home").place(film, FIRST)
    Shelf(tmp_path / "home", Disk(replace=locked)).place(film, SECOND)

    assert _beside(film) == {
        "interview.docx": b"word",
        "interview.txt": b"text",
        "interview (2).docx": b"word 2",
        "interview (2).txt": b"text 2",
    }


def test_a_failure_halfway_leaves_nothing_new(film: Path, tmp_path: Path) -> None:
    def fails_for_text(draft: Path, path: Path) -> None:
        if path.suffix == ".txt":
            raise OSError(errno.ENOSPC, "full", str(draft), None, str(path))
        os.link(draft, path)

    with pytest.raises(StorageError, match=r"the disk is full\. Free some space"):
        Shelf(tmp_path / "home", Disk(link=fails_for_text)).place(film, FIRST)

    assert _beside(film) == {}


def test_without_a_record_documents_are_written_and_nothing_is_replaced(
    film: Path, tmp_path: Path
) -> None:
    (tmp_path / "home").write_text("a file where the folder should be")

    Shelf(tmp_path / "home").place(film, {".txt": b"text"})
    Shelf(tmp_path / "home").place(film, {".txt": b"text 2"})

    assert _beside(film) == {"interview.txt": b"text", "interview (2).txt": b"text 2"}


# Run by processes of their own: HOME FILM CONTENT FATE.
_PLACE = """
import os, resource, signal, sys
from pathlib import Path
from transcribe_video.documents.disk import Disk
from transcribe_video.documents.shelf import Shelf

def die(*_):
    os.kill(os.getpid(), signal.SIGKILL)

def link_and_die(draft, path):
    os.link(draft, path)
    die()

def replace_and_die(draft, path):
    os.replace(draft, path)
    die()

DISKS = {
    "lives": Disk(),
    "may write 100 kB": Disk(),
    "dies before a name is given": Disk(link=die),
    "dies after a name is given": Disk(link=link_and_die),
    "dies before a document is replaced": Disk(replace=die),
    "dies after a document is replaced": Disk(replace=replace_and_die),
}
home, film, content, fate = sys.argv[1:]
if fate == "may write 100 kB":
    resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))
Shelf(Path(home), DISKS[fate]).place(Path(film), {".txt": content.encode()})
"""


def _place_in_process(film: Path, content: str, fate: str = "lives") -> "subprocess.Popen[str]":
    home = film.parent.parent / "home"
    arguments = [sys.executable, "-c", _PLACE, str(home), str(film), content, fate]
    return subprocess.Popen(arguments, stderr=subprocess.PIPE, text=True)


@pytest.mark.parametrize(
    ("death", "left"),
    [
        ("dies before a name is given", {}),
        ("dies after a name is given", {"interview.txt": b"first"}),
    ],
)
def test_a_run_killed_while_it_writes_leaves_a_whole_document_or_none(
    death: str, left: dict[str, bytes], film: Path, shelf: Shelf
) -> None:
    with _place_in_process(film, "first", death) as process:
        assert process.wait() == -signal.SIGKILL
    assert {name: content for name, content in _beside(film).items() if name[0] != "."} == left

    shelf.place(film, {".txt": b"second"})

    documents = {name: content for name, content in _beside(film).items() if name[0] != "."}
    assert documents == {"interview.txt": b"second"}


@pytest.mark.parametrize(
    ("death", "left"),
    [
        ("dies before a document is replaced", b"first"),
        ("dies after a document is replaced", b"second"),
    ],
)
def test_a_run_killed_while_it_replaces_leaves_the_old_document_or_the_new(
    death: str, left: bytes, film: Path, shelf: Shelf
) -> None:
    shelf.place(film, {".txt": b"first"})

    with _place_in_process(film, "second", death) as process:
        assert process.wait() == -signal.SIGKILL
    assert film.with_name("interview.txt").read_bytes() == left

    assert shelf.place(film, {".txt": b"third"}).paths == (film.with_name("interview.txt"),)


def test_two_processes_that_write_the_same_document_end_with_one(film: Path) -> None:
    with _place_in_process(film, "one") as left, _place_in_process(film, "two") as right:
        assert (left.wait(), right.wait()) == (0, 0)

    assert _beside(film) in ({"interview.txt": b"one"}, {"interview.txt": b"two"})


def test_a_limit_on_the_size_of_files_is_an_error_that_leaves_nothing(film: Path) -> None:
    with _place_in_process(film, "long text" * 12_000, "may write 100 kB") as process:
        assert process.stderr is not None
        sentence = process.stderr.read().splitlines()[-1]

    assert sentence.endswith(
        f"StorageError: Documents cannot be written into “{film.parent}”: a file may not grow "
        "that large there. Raise the limit on the size of files, or choose another folder."
    )
    assert _beside(film) == {}

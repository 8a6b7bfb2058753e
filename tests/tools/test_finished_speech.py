"""Sentences about what is said, with the real model: the finished file is listened to again."""

import re
import subprocess
from pathlib import Path

import pytest

from media.render.viewing import captions, length_ms
from tools.driver import Assistant
from tools.finished import FRAME_MS
from tools.project import assistant_in
from tools.talking import exported, said_now, say

pytestmark = [pytest.mark.anyio, pytest.mark.timeout(60)]
_PAUSE_MS = 2_000


@pytest.fixture(scope="module")
def talk(speech: Path, ffmpeg: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Four utterances with two seconds of silence between them; the picture ends a bit earlier."""
    clips = [speech / f"LJ001-{number:04}.flac" for number in (2, 8, 13, 6)]
    made = tmp_path_factory.mktemp("talk") / "talk.mp4"
    inputs = [option for clip in clips for option in ("-i", str(clip))]
    picture = ["-f", "lavfi", "-i", "testsrc2=s=320x180:r=25:d=17.8"]
    quiet = f"apad=pad_dur={_PAUSE_MS}ms"
    sound = f"[0]{quiet}[a];[1]{quiet}[b];[2]{quiet}[c];[a][b][c][3]concat=n=4:v=0:a=1[said]"
    coded = ["-map", "[said]", "-map", "4:v", "-g", "25", "-preset", "ultrafast", str(made)]
    command = [ffmpeg, "-v", "error", *inputs, *picture, "-filter_complex", sound, *coded]
    subprocess.run(command, check=True, timeout=60)
    return made


async def _heard(assistant: Assistant, path: str) -> str:
    """What the model hears in a file."""
    result = await assistant.result("transcribe", source=path, formats=["txt"], wait_s=50)
    assert result.structured_content["status"] == "completed"
    return await said_now(assistant)


def _plain(text: str) -> list[str]:
    return re.findall(r"[a-z']+", text.lower())


def _pauses_ms(path: str, ffmpeg: str) -> list[int]:
    """How long it is silent, each time, between the first sound and the last."""
    heard = ["-af", "silencedetect=noise=-30dB:duration=0.12", "-f", "null", "-"]
    command = [ffmpeg, "-hide_banner", "-i", path, *heard]
    ran = subprocess.run(command, check=True, capture_output=True, text=True, timeout=30)
    starts = [float(start) for start in re.findall(r"silence_start: ([\d.-]+)", ran.stderr)]
    ends = [float(end) for end in re.findall(r"silence_end: ([\d.]+)", ran.stderr)]
    last_s = (length_ms(Path(path)) - FRAME_MS) / 1000
    return [
        round((end - start) * 1000)
        for start, end in zip(starts, ends, strict=False)
        if start > FRAME_MS / 1000 and end < last_s
    ]


async def test_pauses_are_shortened_and_a_text_that_is_handed_back_is_what_is_heard(
    usual_home: Path, talk: Path, ffmpeg: str
) -> None:
    async with assistant_in(usual_home) as assistant:
        before = _plain(await _heard(assistant, str(talk)))
        assert min(_pauses_ms(str(talk), ffmpeg)[:3]) > _PAUSE_MS
        await say(assistant, "remove pauses longer than 0.8 s")
        made = await exported(assistant)
        assert made["method"]["name"] == "smart render", made["method"]
        pauses_ms = _pauses_ms(made["path"], ffmpeg)[:3]
        assert pauses_ms == pytest.approx([200] * 3, abs=FRAME_MS)

        await say(assistant, "undo")
        written = Path((await exported(assistant, format="txt"))["path"])
        edited = written.with_name("edited.txt")
        wanted = _edited(written, edited)
        assert len(wanted) < len(before) - 5
        await say(assistant, f"make the video match {edited}")
        made = await exported(assistant)
        assert _plain(await said_now(assistant)) == wanted
        shown = captions(ffmpeg, Path(made["path"]))
        assert _plain(" ".join(text for _, _, text in shown)) == wanted
        assert _plain(await _heard(assistant, made["path"])) == wanted


def _edited(written: Path, edited: Path) -> list[str]:
    """What a person does in an editor: the last sentence goes to the top, and one is deleted.

    Gives the words that are left.
    """
    text = written.read_text("utf-8")
    heading, *spoken = re.split(r"(?m)^(?=\[)", text)
    first, second, _, last = spoken
    edited.write_text(f"{heading}{last}\n\n{first}{second}", "utf-8")
    return _plain(f"{last} {first} {second}")

"""Sentences that cut and move, to the file on the disk: its pictures, its sound, its captions."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from media.preview.numbered import number_in
from media.render.viewing import Shown, captions, length_ms, shown_in
from tools.driver import Assistant
from tools.finished import (
    FRAME_MS,
    LENGTH_MS,
    TOGETHER_MS,
    WORDS,
    Tone,
    bring,
    check_captions,
    pictures_of,
    plain,
    tone_film,
    tones_in,
    word_ms,
)
from tools.project import assistant_in
from tools.talking import exported, said_now, say

pytestmark = [pytest.mark.anyio, pytest.mark.timeout(60)]


@pytest.fixture(scope="module")
def film(ffmpeg: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tone_film(tmp_path_factory.mktemp("film") / "film.mp4", ffmpeg)


async def _words(assistant: Assistant) -> list[str]:
    return plain(await said_now(assistant))


def _listed(path: str) -> list[Shown]:
    return shown_in(Path(path).read_text("utf-8"))


def _check_in_step(video: Path, words: Sequence[str]) -> list[Tone]:
    """Just these words are heard in a file, and each is with its own picture."""
    tones, pictures = tones_in(video), [*pictures_of(video)]
    assert [tone.word for tone in tones] == list(words)
    for tone in tones:
        shown_ms, picture = [shown for shown in pictures if shown[0] <= tone.at_ms][-1]
        film_ms = number_in(picture) * FRAME_MS + tone.at_ms - shown_ms
        assert abs(film_ms - word_ms(tone.word)) <= TOGETHER_MS, tone
    return tones


async def test_after_cuts_and_moves_sound_picture_and_captions_are_together(
    kept_home: Path, film: Path, ffmpeg: str
) -> None:
    moved = ["foxtrot", "golf", "charlie", "delta", "echo", *WORDS[7:]]
    async with assistant_in(kept_home) as assistant:
        await bring(assistant, kept_home, film)
        for message, words in (
            ("remove the first 2 seconds", list(WORDS[2:])),
            ("split the clip at 0:01.3", list(WORDS[2:])),  # in the midst of a word
            ("move 0:03-0:05 to the very beginning", moved),
            ("去掉最后2秒", moved[:-2]),
            ("cut “juliet”, please", [word for word in moved[:-2] if word != "juliet"]),
            ("cut from “lima” to “november”", [*moved[:7], "kilo", "oscar", "papa"]),
            ("keep only the part from “golf” to “oscar”", [*moved[1:7], "kilo", "oscar"]),
        ):
            told = await say(assistant, message)
            assert told["status"] == "completed", told
            assert await _words(assistant) == words
        made = await exported(assistant)
        listed = await exported(assistant, format="srt")
    video = Path(made["path"])
    assert made["method"]["name"] == "smart render"
    assert abs(length_ms(video) - made["duration_s"] * 1000) <= FRAME_MS
    tones = _check_in_step(video, words)
    check_captions(captions(ffmpeg, video), tones)
    check_captions(_listed(listed["path"]), tones)


async def test_what_is_taken_back_and_done_again_is_in_the_file(
    kept_home: Path, film: Path
) -> None:
    async with assistant_in(kept_home) as assistant:
        await bring(assistant, kept_home, film)
        await say(assistant, "keep only 0:03 to 0:09, and mute 0:05-0:06")
        await say(assistant, "cut “delta”")
        await say(assistant, "cut the last 2 seconds")
        await say(assistant, "undo 2 steps")
        await say(assistant, "redo")
        redone = Path((await exported(assistant))["path"])
        _check_in_step(redone, ["echo", "golf", "hotel", "india"])
        planned = await say(assistant, "what would keeping only “hotel” do?")
        assert planned["status"] == "needs_input"
        await say(assistant, "start over")
        whole = Path((await exported(assistant))["path"])
    _check_in_step(whole, WORDS)
    assert length_ms(whole) == LENGTH_MS


async def test_fillers_fall_silent_or_are_cut_and_of_repeats_the_last_stays(
    kept_home: Path, film: Path
) -> None:
    fillers = "um we begin now uh we begin now and um go on from here to the end"
    async with assistant_in(kept_home) as assistant:
        await bring(assistant, kept_home, film, fillers)
        await say(assistant, "mute the filler words instead of cutting them")
        muted = Path((await exported(assistant))["path"])
        said = [word for word in WORDS if word not in {"alpha", "echo", "juliet"}]
        _check_in_step(muted, said)
        assert length_ms(muted) == LENGTH_MS
        await say(assistant, "undo")
        await say(assistant, "remove the filler words")
        await say(assistant, "remove the repeated takes")
        await say(assistant, "do it")
        cut = Path((await exported(assistant))["path"])
        assert await said_now(assistant) == "we begin now and go on from here to the end"
    _check_in_step(cut, [word for word in said if word not in {"bravo", "charlie", "delta"}])

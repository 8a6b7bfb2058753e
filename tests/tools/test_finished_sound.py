"""Sentences about the sound, to the file on the disk: every tone in it is measured."""

from pathlib import Path

import pytest

from media.preview.numbered import MARK
from media.render.viewing import captions, length_ms
from tools.finished import (
    APART_MS,
    FRAME_MS,
    LENGTH_MS,
    LEVEL,
    TOGETHER_MS,
    WORDS,
    bring,
    check_captions,
    hz_of,
    level_at,
    loudness_of,
    pictures_of,
    tone_film,
    tones_in,
    word_ms,
    write_tone,
)
from tools.project import assistant_in
from tools.talking import exported, say

pytestmark = [pytest.mark.anyio, pytest.mark.timeout(60)]
_KNOWN = WORDS[:9]
_SAID = " ".join(f"{word}." for word in _KNOWN)
_MUSIC_HZ = 3_000
_DUCKED = 10 ** (-14 / 20)


@pytest.fixture(scope="module")
def film(ffmpeg: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tone_film(tmp_path_factory.mktemp("film") / "film.mp4", ffmpeg)


async def test_music_is_quiet_under_words_and_volume_mute_and_fades_are_heard(
    kept_home: Path, film: Path, ffmpeg: str
) -> None:
    music = write_tone(film.with_name("lo fi.mp3"), ffmpeg, _MUSIC_HZ, LENGTH_MS / 1000)
    async with assistant_in(kept_home) as assistant:
        await bring(assistant, kept_home, film, _SAID)
        await say(assistant, f"add “{music}” as music at 35 %, ducked under speech")
        await say(assistant, "mute 0:02-0:03 and lower the volume to half between 0:03 and 0:04")
        await say(assistant, "fade in over 1 second and fade out over 2 seconds")
        made = Path((await exported(assistant))["path"])
    assert length_ms(made) == LENGTH_MS

    def word(name: str, from_ms: int = 80, to_ms: int = 240) -> float:
        begin_ms = word_ms(name)
        return level_at(made, hz_of(name), begin_ms + from_ms, begin_ms + to_ms) / LEVEL

    def music_at(ms: int) -> float:
        return level_at(made, _MUSIC_HZ, ms, ms + 100) / LEVEL

    assert word("charlie") < 0.01
    assert [word("delta"), word("echo")] == pytest.approx([0.5, 1], abs=0.03)
    assert [music_at(4_300), music_at(13_300)] == pytest.approx([0.35 * _DUCKED, 0.35], rel=0.1)
    assert word("alpha", 0, 80) < word("alpha", 240, 320) < 0.6
    assert word("papa") == pytest.approx(1, abs=0.03)
    assert word("papa") > word("quebec") > word("romeo") + 0.3
    _check_faded(made)


def _check_faded(video: Path) -> None:
    pictures = dict(pictures_of(video))
    reds = [int(pictures[ms][10, 10, 0]) for ms in (0, 480, 1_200, LENGTH_MS - FRAME_MS)]
    assert reds == pytest.approx([0, MARK[0] / 2, MARK[0], 0], abs=15)


async def test_the_loudness_is_that_of_the_target_and_speed_keeps_the_pitch(
    kept_home: Path, film: Path, ffmpeg: str
) -> None:
    async with assistant_in(kept_home) as assistant:
        await bring(assistant, kept_home, film, _SAID)
        await say(assistant, "lower the volume to half")
        await say(assistant, "normalize the loudness for podcasts")
        podcast = Path((await exported(assistant))["path"])
        assert loudness_of(podcast, ffmpeg) == pytest.approx(-16, abs=1)
        await say(assistant, "normalize the loudness for YouTube")
        await say(assistant, "play the first 6 seconds 1.5 times as fast")
        made = Path((await exported(assistant))["path"])
    assert loudness_of(made, ffmpeg) == pytest.approx(-14, abs=1)
    assert abs(length_ms(made) - (LENGTH_MS - 2_000)) <= FRAME_MS
    tones = tones_in(made)
    assert [tone.word for tone in tones] == list(WORDS)
    assert [tone.hz for tone in tones] == pytest.approx([hz_of(word) for word in WORDS], rel=0.01)
    begins = [round(word_ms(word) / 1.5) for word in WORDS[:6]]
    begins += [word_ms(word) - 2 * APART_MS for word in WORDS[6:]]
    assert [tone.at_ms for tone in tones] == pytest.approx(begins, abs=TOGETHER_MS)
    check_captions(captions(ffmpeg, made), tones[: len(_KNOWN)])

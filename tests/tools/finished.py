"""Films in which each picture carries its number and each word is a tone; what a file shows of one.

So whatever a finished file holds is known from the file alone: which picture of the film is shown
when, and which of its words is heard when, how loud, and how high.
"""

import subprocess
import wave
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import av
import numpy as np

from media.preview.numbered import Picture, make_film, number_in
from media.render.viewing import Shown
from tools.driver import Assistant
from transcribe_video.backend.store.store import Store
from transcribe_video.transcript.segment import segment_of
from transcribe_video.transcript.transcript import Transcript
from transcribe_video.transcript.word import Word

WORDS = (
    *("alpha", "bravo", "charlie", "delta", "echo", "foxtrot", "golf", "hotel", "india"),
    *("juliet", "kilo", "lima", "mike", "november", "oscar", "papa", "quebec", "romeo"),
)
FRAME_MS = 40
APART_MS, TONE_MS, FIRST_MS = 1_000, 320, 200
LENGTH_MS = APART_MS * len(WORDS)
TOGETHER_MS = 20
"""What is so far apart is seen and heard together."""
_HZ, _HZ_APART = 400, 60
_RATE = 48_000
LEVEL, _HEARD = 0.4, 0.01
_STEP = _RATE // 1000
_GAP_MS = 60  # between two tones; a shorter one is a zero of the sine


@dataclass(frozen=True, slots=True)
class Tone:
    """A tone in a file.

    Attributes:
        word: what it says.
        at_ms: when it begins.
        until_ms: when it ends.
        level: its amplitude; the film's tones have 0.4.
        hz: how high it is.
    """

    word: str
    at_ms: int
    until_ms: int
    level: float
    hz: float


def hz_of(word: str) -> int:
    """How high the tone of a word is."""
    return _HZ + _HZ_APART * WORDS.index(word)


def word_ms(word: str) -> int:
    """When a word begins in the film."""
    return FIRST_MS + APART_MS * WORDS.index(word)


def tone_film(path: Path, ffmpeg: str, words: Sequence[str] = WORDS) -> Path:
    """The film; with fewer words a part of it, whose pictures and words are those of the whole."""
    picture, sound = path.with_name("picture.mp4"), path.with_name("sound.wav")
    first, count = WORDS.index(words[0]), len(words)
    begin, end = (number * APART_MS // FRAME_MS for number in (first, first + count))
    make_film(
        picture,
        [FRAME_MS * number for number in range(end - begin)],
        options={"g": "100", "bf": "0", "preset": "ultrafast"},
        begin=begin,
    )
    samples = np.concatenate([_second(word) for word in words])
    _write_wav(sound, samples)
    coded = ["-c:v", "copy", "-c:a", "aac", "-b:a", "128k"]
    command = [ffmpeg, "-v", "error", "-y", "-i", str(picture), "-i", str(sound), *coded, str(path)]
    subprocess.run(command, check=True, timeout=60)
    picture.unlink()
    sound.unlink()
    return path


def write_tone(path: Path, ffmpeg: str, hz: int, length_s: float) -> Path:
    """A sound file with one long tone, as loud as the words."""
    source = f"aevalsrc={LEVEL}*sin(2*PI*{hz}*t):s={_RATE}:d={length_s}"
    command = [ffmpeg, "-v", "error", "-y", "-f", "lavfi", "-i", source, str(path)]
    subprocess.run(command, check=True, timeout=30)
    return path


def keep_words(home: Path, media_id: str, text: str = "") -> None:
    """Let the running backend know what is said in the film, and when: the words lie on the tones.

    Args:
        home: of the backend.
        media_id: the film.
        text: what the words are called, if not as they are; those without a name are not known.
    """
    called = text.split() or [f"{word.capitalize()}." for word in WORDS]
    segments = []
    for number, name in enumerate(called):
        start_ms = FIRST_MS + APART_MS * number
        segments.append(segment_of((Word(start_ms, start_ms + TONE_MS, f" {name}", 0.9),), None))
    made = Transcript("film.mp4", LENGTH_MS, "en", "Whisper base", tuple(segments))
    store = Store(home)
    try:
        store.transcripts.keep(media_id, "job_of_a_test", made)
    finally:
        store.close()


async def bring(assistant: Assistant, home: Path, film: Path, text: str = "") -> None:
    """Have a project with the film, of which ``keep_words`` tells the words."""
    result = await assistant.result("upload", source=str(film))
    keep_words(home, result.structured_content["files"][0]["media_id"], text)


def tones_in(path: Path) -> list[Tone]:
    """The words that are heard in a file, in order."""
    sound = sound_of(path)
    levels = np.abs(sound[: len(sound) // _STEP * _STEP].reshape(-1, _STEP)).max(axis=1)
    return [_tone(sound, *span) for span in _spans(levels > _HEARD)]


def sound_of(path: Path) -> Any:
    """All samples of a file, 48 in a millisecond, as players hear them."""
    resampler = av.AudioResampler("flt", "mono", _RATE)
    blocks: list[Any] = []
    at = 0
    with av.open(path) as container:
        for frame in container.decode(audio=0):
            for block in resampler.resample(frame):
                begin = round((block.time or 0) * _RATE)
                samples = block.to_ndarray()[0][max(0, at - begin) :]
                blocks += [np.zeros(max(0, begin - at)), samples]
                at = max(at, begin) + len(samples)
    return np.concatenate(blocks) if blocks else np.zeros(0)


def level_at(path: Path, hz: int, from_ms: int, to_ms: int) -> float:
    """The amplitude of one frequency between two moments of a file."""
    samples = sound_of(path)[from_ms * _STEP : to_ms * _STEP]
    turn = np.exp(-2j * np.pi * hz * np.arange(len(samples)) / _RATE)
    return float(2 * np.abs((samples * turn).mean()))


def pictures_of(path: Path) -> Iterator[tuple[int, Picture]]:
    """The pictures of a file and when each is shown, in milliseconds."""
    with av.open(path) as container:
        for frame in container.decode(video=0):
            pixels = np.asarray(frame.to_ndarray(format="rgb24"), np.uint8)
            yield round((frame.time or 0) * 1000), pixels


def numbers_in(path: Path) -> list[int]:
    """The numbers of the film's pictures in the order of the file."""
    return [number_in(picture) for _, picture in pictures_of(path)]


def loudness_of(path: Path, ffmpeg: str) -> float:
    """The integrated loudness of a file, in LUFS."""
    command = [ffmpeg, "-i", str(path), "-map", "0:a", "-af", "ebur128", "-f", "null", "-"]
    ran = subprocess.run(command, check=True, capture_output=True, text=True, timeout=60)
    summary = ran.stderr[ran.stderr.rindex("Summary:") :]
    return float(summary.split("I:")[1].split("LUFS")[0])


def check_captions(shown: Sequence[Shown], tones: Sequence[Tone]) -> None:
    """Every word is in a caption, and each caption begins with the sound of its first word."""
    rows = [plain(text) for _, _, text in shown]
    assert [word for row in rows for word in row] == [tone.word for tone in tones]
    assert len(rows) >= len(tones) // 3
    at = 0
    for (start_ms, end_ms, _), row in zip(shown, rows, strict=True):
        assert abs(start_ms - tones[at].at_ms) <= TOGETHER_MS
        at += len(row)
        assert end_ms >= tones[at - 1].until_ms - TOGETHER_MS


def plain(text: str) -> list[str]:
    """The words of a text as they stand in ``WORDS``."""
    return [word.strip(".").lower() for word in text.split()]


def _second(word: str) -> Any:
    """The second of the film in which a word is said."""
    samples = np.zeros(APART_MS * _STEP)
    time_s = np.arange(TONE_MS * _STEP) / _RATE
    first = FIRST_MS * _STEP
    samples[first : first + len(time_s)] = LEVEL * np.sin(2 * np.pi * hz_of(word) * time_s)
    return samples


def _write_wav(path: Path, samples: Any) -> None:
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(_RATE)
        file.writeframes((samples * 32767).astype("<i2").tobytes())


def _spans(heard: Any) -> Iterator[tuple[int, int]]:
    """From when until when something is heard, in milliseconds."""
    edges = np.flatnonzero(heard)
    if len(edges):
        ends = np.flatnonzero(np.diff(edges) > _GAP_MS)
        yield from zip(
            (int(edges[at]) for at in [0, *(ends + 1)]),
            (int(edges[at]) + 1 for at in [*ends, len(edges) - 1]),
            strict=True,
        )


def _tone(sound: Any, at_ms: int, until_ms: int) -> Tone:
    inner = sound[(at_ms + 10) * _STEP : max(at_ms + 12, until_ms - 10) * _STEP]
    spectrum = np.abs(np.fft.rfft(inner * np.hanning(len(inner)), 1 << 17))
    hz = float(spectrum.argmax()) * _RATE / (1 << 17)
    number = min(max(round((hz - _HZ) / _HZ_APART), 0), len(WORDS) - 1)
    return Tone(WORDS[number], at_ms, until_ms, float(np.abs(inner).max()), hz)

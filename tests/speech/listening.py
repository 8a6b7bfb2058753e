"""Recordings to listen to, put together from clips."""

import json
import re
from collections.abc import Iterable
from pathlib import Path

import numpy as np
from faster_whisper.audio import decode_audio

from transcribe_video.speech.sound import RATE, SAMPLES_PER_MS, Samples
from transcribe_video.transcript.word import Word


class Recording:
    """Samples in memory as a sound that can be recognised."""

    def __init__(self, *pieces: Samples) -> None:
        self.samples = np.concatenate(pieces).astype(np.float32)

    @property
    def duration_ms(self) -> int:
        return len(self.samples) // SAMPLES_PER_MS

    def read(self, start_ms: int, end_ms: int) -> Samples:
        return self.samples[start_ms * SAMPLES_PER_MS : end_ms * SAMPLES_PER_MS]


def clip(folder: Path, name: str) -> Samples:
    return np.asarray(decode_audio(str(folder / name)), np.float32)


def said_in(folder: Path, name: str) -> list[str]:
    rows = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    return plain(next(row["text"] for row in rows if row["file"] == name))


def silence(length_s: float) -> Samples:
    return np.zeros(round(length_s * RATE), np.float32)


def noise(length_s: float, level: float = 0.1) -> Samples:
    hiss = np.random.default_rng(0).normal(0, level, round(length_s * RATE))
    return np.asarray(hiss, np.float32)


def music(length_s: float) -> Samples:
    """Plucked notes at random."""
    rng = np.random.default_rng(0)
    time_s = np.arange(RATE // 2) / RATE
    pitches = rng.choice([262, 294, 330, 349, 392, 440, 494], round(length_s * 2))
    notes = [np.sin(2 * np.pi * pitch * time_s) * np.exp(-time_s * 5) / 2 for pitch in pitches]
    return np.asarray(np.concatenate(notes), np.float32)


def plain(text: str) -> list[str]:
    """The words of a text in lower case, without punctuation."""
    return re.findall(r"[\w']+", text.lower())


def heard_in(words: Iterable[Word]) -> list[str]:
    return plain("".join(word.text for word in words))

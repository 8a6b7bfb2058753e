"""Comparing what was heard with what was said, and when."""

import wave
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

Samples: TypeAlias = npt.NDArray[np.float32]
_RATE = 16_000
_BEFORE = 1_600


@dataclass(frozen=True, slots=True)
class Match:
    """Where something is heard, and how much it is like itself (1: the same)."""

    at_ms: int
    likeness: float


def wav_samples(path: Path) -> Samples:
    """A mono WAV file of 48 kHz at 16 kHz, read without the program."""
    with wave.open(str(path)) as file:
        assert (file.getframerate(), file.getnchannels()) == (3 * _RATE, 1)
        whole = np.frombuffer(file.readframes(file.getnframes()), dtype=np.int16)
    third = whole[: len(whole) // 3 * 3].reshape(-1, 3).mean(axis=1) / 32_768
    samples: Samples = third.astype(np.float32)
    return samples


def match(heard: Samples, said: Samples) -> Match:
    """Where ``said`` fits best into ``heard``."""
    # Silence before it: the beginning of what was said may be missing.
    heard = np.concatenate([np.zeros(_BEFORE, np.float32), heard])
    size = 1 << (len(heard) + len(said)).bit_length()
    spectrum = np.fft.rfft(heard, size) * np.conj(np.fft.rfft(said, size))
    products = np.fft.irfft(spectrum, size)[: len(heard)]
    at = int(products.argmax())
    there = heard[at : at + len(said)]
    strength = float(np.linalg.norm(there) * np.linalg.norm(said[: len(there)]))
    return Match(round((at - _BEFORE) * 1000 / _RATE), float(products[at]) / max(strength, 1e-9))

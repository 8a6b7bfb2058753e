"""Where a recording is silent, by its own standard: a room hums, and a studio does not."""

from collections.abc import Iterator

from transcribe_video.media.engine import np
from transcribe_video.media.sound import Sound

STEP_MS = 20
SHORTEST_MS = 200
"""A shorter silence is a gap between words and is not told."""
_BLOCK_MS = 60_000
_FLOOR, _LOUD = 10, 90  # percentiles of the steps that are not empty
_BELOW_SPEECH_DB, _ABOVE_FLOOR_DB = 25.0, 6.0
_NEVER_DB, _SILENT_DB = -30.0, -60.0  # louder is never silence, quieter always is
_EMPTY = 1e-7


def quiet_ranges(sound: Sound) -> list[tuple[int, int]]:
    """The stretches of silence, in milliseconds from the recording's start.

    A step counts as silent if it is well below what is loud in this recording and near its
    quietest; stretches shorter than ``SHORTEST_MS`` are left out. Where the sound ends before the
    recording does, the rest is silent.
    """
    end_ms = max(sound.duration_ms, sound.info.duration_ms or 0)
    levels = [level for block in _levels(sound) for level in block]
    heard = [level for level in levels if level > _SILENT_DB]
    if not heard:
        return [(0, end_ms)] if sound.duration_ms else []
    floor, loud = (float(np.percentile(heard, share)) for share in (_FLOOR, _LOUD))
    limit = min(loud - _BELOW_SPEECH_DB, _NEVER_DB)
    limit = max(limit, min(floor + _ABOVE_FLOOR_DB, loud - _BELOW_SPEECH_DB / 2, _NEVER_DB))
    limit = max(limit, _SILENT_DB)
    return list(_runs([level <= limit for level in levels], sound.duration_ms, end_ms))


def _levels(sound: Sound) -> Iterator[list[float]]:
    """How loud each step is, in dB below full scale, block by block."""
    for start_ms in range(0, sound.duration_ms, _BLOCK_MS):
        samples = sound.read(start_ms, start_ms + _BLOCK_MS)
        size = STEP_MS * 16
        whole = np.pad(samples, (0, -len(samples) % size)).reshape(-1, size)
        power = np.maximum(np.mean(whole.astype(np.float64) ** 2, axis=1), _EMPTY**2)
        yield [float(level) for level in 10 * np.log10(power)]


def _runs(silent: list[bool], sound_ms: int, end_ms: int) -> Iterator[tuple[int, int]]:
    start_ms: int | None = None
    for number, is_silent in enumerate(silent):
        at_ms = number * STEP_MS
        if is_silent and start_ms is None:
            start_ms = at_ms
        elif not is_silent and start_ms is not None:
            if at_ms - start_ms >= SHORTEST_MS:
                yield start_ms, at_ms
            start_ms = None
    last_ms = sound_ms if start_ms is None else start_ms
    if end_ms - last_ms >= SHORTEST_MS:
        yield last_ms, end_ms

"""The sound of one recording: 16 kHz, mono, on the recording's own clock."""

from types import TracebackType
from typing import Self

from transcribe_video.media.clock import SAMPLES_PER_MS
from transcribe_video.media.engine import Samples, np
from transcribe_video.media.info import AudioTrack, MediaInfo
from transcribe_video.media.scratch import Scratch

_BYTES = 2  # in a sample
_FULL_SCALE = 32_767


class Sound:
    """Sound that lies in a nameless file, any part of which can be read; close it after use.

    Args:
        scratch: holds the samples; closed with this.
        info: what the recording holds.
        track: which of its sound tracks this is.

    Attributes:
        info: what the recording holds.
        track: which of its sound tracks this is.
        notes: what a person should know about how it was read, as sentences.
    """

    def __init__(self, scratch: Scratch, info: MediaInfo, track: AudioTrack) -> None:
        self._scratch = scratch
        self._samples = 0
        self.info = info
        self.track = track
        self.notes: tuple[str, ...] = ()

    @property
    def duration_ms(self) -> int:
        """Where the sound ends, from the recording's start."""
        return -(-self._samples // SAMPLES_PER_MS)

    def read(self, start_ms: int, end_ms: int) -> Samples:
        """The samples from ``start_ms`` to before ``end_ms``, as far as there is sound.

        Returns:
            16,000 float32 a second, between -1 and 1; silence where the recording has a gap.
            Several threads may read at once.
        """
        start = max(start_ms, 0) * SAMPLES_PER_MS
        end = min(end_ms * SAMPLES_PER_MS, self._samples)
        data = self._scratch.read(start * _BYTES, max(end - start, 0) * _BYTES)
        return np.frombuffer(data, dtype=np.int16).astype(np.float32) / np.float32(_FULL_SCALE)

    def put(self, at: int, samples: Samples) -> None:
        """Write samples so that they begin at sample ``at``."""
        if not len(samples):
            return
        whole = np.rint(np.clip(samples, -1, 1) * _FULL_SCALE).astype(np.int16)
        self._scratch.write(at * _BYTES, whole.tobytes())
        self._samples = max(self._samples, at + len(whole))

    def close(self) -> None:
        """Let go of the samples."""
        self._scratch.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

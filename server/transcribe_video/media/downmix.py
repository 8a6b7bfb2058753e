"""Several channels made one, so that speech stays."""

from transcribe_video.media.engine import Samples, np

# How much of each channel is taken; the rest (sides, backs, tops, unknown) as “other”. In a film
# speech is in the centre, and the low-frequency channel holds none.
_WEIGHTS = {"FC": 1.0, "FL": 0.7, "FR": 0.7, "LFE": 0.0, "LFE2": 0.0}
_OTHER = 0.5

# Two channels of opposite sign, as from a wrongly wired cable, leave next to nothing when added.
_CANCELLED = 0.05
_SILENCE = 1e-8


class Downmix:
    """Mixes blocks of one channel layout to mono.

    Args:
        names: the place of each channel; see ``layout.channel_names``.

    Attributes:
        cancelled: how many samples had two channels that cancel each other, of which therefore
            the louder one was taken.
    """

    def __init__(self, names: tuple[str, ...]) -> None:
        self.cancelled = 0
        self._louder = 0
        weights = np.array([_WEIGHTS.get(name, _OTHER) for name in names], dtype=np.float32)
        if not weights.any():
            weights[:] = 1
        self._weights = weights / weights.sum()

    def mono(self, channels: Samples) -> Samples:
        """One channel from a block of shape (channels, samples)."""
        mixed: Samples = self._weights @ channels
        if len(channels) != 2:  # noqa: PLR2004
            return mixed
        powers = np.square(channels).mean(axis=1)
        if np.square(mixed).mean() >= _CANCELLED * powers.max() or powers.max() < _SILENCE:
            return mixed
        self.cancelled += channels.shape[1]
        # Changing sides changes the sign, which clicks: only for a clearly louder one.
        if powers[1 - self._louder] > 2 * powers[self._louder]:
            self._louder = 1 - self._louder
        louder: Samples = channels[self._louder]
        return louder

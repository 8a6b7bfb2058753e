"""What of a recording could not be had, in sentences for its owner."""

from dataclasses import dataclass

from transcribe_video.timecode import clock

# Headers and sound differ by as much in whole files.
_LEAST_MISSING_MS = 2_000
_MISSING_SHARE = 0.02
# The first and last packets of a broadcast or of a cut file are often incomplete.
_LEAST_DAMAGED_MS = 500
_LEAST_CANCELLED_MS = 1_000


@dataclass(frozen=True, slots=True)
class Loss:
    """What was lost on the way from the file to its sound.

    Attributes:
        reached_ms: how far the recording could be read.
        claimed_ms: how long it says that it is, if it does.
        is_broken: whether damage ended the reading.
        damaged_ms: how much sound on the way could not be decoded.
        cancelled_ms: how long two channels cancelled each other.
    """

    reached_ms: int
    claimed_ms: int | None
    is_broken: bool
    damaged_ms: int
    cancelled_ms: int

    @property
    def ends_early(self) -> bool:
        """Whether much less is there than the recording claims."""
        claimed_ms = self.claimed_ms or 0
        tolerance_ms = max(_LEAST_MISSING_MS, claimed_ms * _MISSING_SHARE)
        return claimed_ms - self.reached_ms > tolerance_ms

    def notes(self) -> list[str]:
        """One sentence for each kind of loss."""
        found = []
        reached = clock(self.reached_ms)
        if self.ends_early:
            claimed = clock(self.claimed_ms or 0)
            found.append(f"The file ends early: {reached} of {claimed} could be read.")
        elif self.is_broken:
            found.append(f"The file is damaged at {reached}; what follows could not be read.")
        if self.damaged_ms >= _LEAST_DAMAGED_MS:
            found.append(
                f"Some of the sound is damaged: {self.damaged_ms / 1000:.0f} s were left out."
            )
        if self.cancelled_ms >= _LEAST_CANCELLED_MS:
            found.append("The two channels cancel each other out, so only the louder one was used.")
        return found

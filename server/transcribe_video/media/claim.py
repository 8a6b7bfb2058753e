"""How long a recording says that it is, where it says so and does not merely let it be guessed.

A file that was cut off still claims its whole length, which is how that is noticed.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from transcribe_video.media.container import Recording
from transcribe_video.media.info import AudioTrack, MediaInfo

if TYPE_CHECKING:
    from av.container import InputContainer

# Demuxers of containers whose header states the length. The others (MPEG streams, Ogg, bare AAC
# and AC-3, …) are measured or estimated from what is there, so they never claim too much.
_STATING = frozenset(
    "ape asf au avi aiff caf flac flv gxf matroska mov mxf rm tta w64 wav wv".split()  # noqa: SIM905
)
# Sizes from here on mean “not known yet” in a RIFF header that was never completed.
_UNKNOWN_SIZE = 0x7FFFF000
_RIFF_HEADER = 8


@dataclass(frozen=True, slots=True)
class Claim:
    """How long a recording says that it is.

    Attributes:
        end_ms: where it says that it ends, from its start.
        of_track: whether that is said of the sound track alone; else it is true of whatever in
            the recording lasts longest.
    """

    end_ms: int
    of_track: bool


def claim(recording: Recording, info: MediaInfo, track: AudioTrack) -> Claim | None:
    """What the recording states about its length; None if nothing."""
    if info.duration_ms is None or not _states(recording.container, track):
        return None
    if _is_indexed(recording.container) and track.end_ms is not None:
        return Claim(track.end_ms, of_track=True)
    return Claim(_whole_ms(recording, info.duration_ms), of_track=False)


def _states(container: "InputContainer", track: AudioTrack) -> bool:
    names = _names(container)
    if "mp3" in names:
        # Only an encoder's header tells how much silence comes first, and with it the length.
        return container.streams[track.index].start_time not in {None, 0}
    return not _STATING.isdisjoint(names)


def _is_indexed(container: "InputContainer") -> bool:
    return "mov" in _names(container)


def _names(container: "InputContainer") -> list[str]:
    return container.format.name.split(",")


def _whole_ms(recording: Recording, present_ms: int) -> int:
    """The length that was meant; of RIFF without a “fact” the library tells what is present."""
    head, size = recording.head, recording.size
    stated = int.from_bytes(head[4:8], "little") + _RIFF_HEADER
    if head[:4] == b"RIFF" and b"fact" not in head and size < stated < _UNKNOWN_SIZE:
        return round(present_ms * stated / size)
    return present_ms

"""What keeps picture and sound from being taken over as they are, in words."""

from collections.abc import Iterator, Sequence

from transcribe_video.media.render.footage import Footage, Picture
from transcribe_video.media.render.plan import Shot
from transcribe_video.media.render.request import Resolution
from transcribe_video.timecode import clock

# Containers whose timestamps an MP4 file can take over.
_DEMUXERS = {"flv", "matroska", "mov", "mpegts"}
# H.264 with eight bits a colour, which every player shows.
_PROFILES = {"Baseline", "Constrained Baseline", "Main", "High"}
_PIXELS = {"yuv420p", "yuvj420p"}
# Less than this at the end of a recording is not missed.
_END_MS = 100


def hindrances(shots: Sequence[Shot], resolution: Resolution) -> list[str]:
    """Why the video cannot be a copy; empty if it can."""
    if len(shots) > 1:
        return [f"the timeline has {len(shots)} clips"]
    (shot,) = shots
    return [*_of_cut(shot), *_of_footage(shot.footage), *_of_size(shot.footage, resolution)]


def _of_cut(shot: Shot) -> Iterator[str]:
    if shot.from_ms > 0 or shot.end_ms < shot.footage.duration_ms - _END_MS:
        yield f"only {clock(shot.from_ms)} to {clock(shot.end_ms)} of the recording is wanted"


def _of_footage(footage: Footage) -> Iterator[str]:
    if footage.picture is None:
        yield "there is no picture, so a black one is made"
        return
    yield from _of_picture(footage.picture, footage)
    if footage.sound and footage.sound.codec != "aac":
        yield f"the sound is coded as {footage.sound.codec}, and not as AAC"


def _of_picture(picture: Picture, footage: Footage) -> Iterator[str]:
    if picture.codec != "h264":
        yield f"the picture is coded as {picture.codec}, and not as H.264"
    elif picture.profile not in _PROFILES or picture.pixels not in _PIXELS:
        yield "the picture has finer colours than every player shows"
    elif footage.demuxer not in _DEMUXERS:
        yield f"{footage.container} files keep their timestamps in another way than MP4"
    if not picture.is_straight:
        yield f"the picture is turned by {picture.rotation} degrees"


def _of_size(footage: Footage, resolution: Resolution) -> Iterator[str]:
    picture = footage.picture
    if picture and not picture.size.is_within(resolution):
        most = picture.size.limited(resolution)
        yield f"the picture of {picture.size} is made {most}"

"""What keeps picture and sound from being taken over as they are, in words."""

from collections.abc import Iterator, Sequence

from transcribe_video.media.file import quoted
from transcribe_video.media.render.footage import INDEXED, Footage, Picture
from transcribe_video.media.render.plan import Shot
from transcribe_video.media.render.request import Request, Resolution
from transcribe_video.timecode import clock

# Containers whose timestamps an MP4 file can take over.
_DEMUXERS = {"flv", "matroska", "mov", "mpegts"}
# H.264 with eight bits a colour, which every player shows.
_PROFILES = {"Baseline", "Constrained Baseline", "Main", "High"}
_PIXELS = {"yuv420p", "yuvj420p"}
# Less than this at the end of a recording is not missed.
_END_MS = 100


def hindrances(shots: Sequence[Shot], request: Request) -> list[str]:
    """Why the video cannot be a copy; empty if it can."""
    found = [*_of_clips(shots), *_of_sound(shots, request)]
    return [*found, *_of_pictures(shots, request)]


def splice_hindrances(shots: Sequence[Shot], request: Request) -> list[str]:
    """Why not even its picture can be taken over where it is not cut; empty if it can."""
    return [*_of_files(shots), *_of_pictures(shots, request), *_of_index(shots)]


def _of_clips(shots: Sequence[Shot]) -> Iterator[str]:
    if len(shots) > 1:
        yield f"the timeline has {len(shots)} clips"
    elif not is_whole(shots):
        (shot,) = shots
        yield f"only {clock(shot.from_ms)} to {clock(shot.end_ms)} of the recording is wanted"


def is_whole(shots: Sequence[Shot]) -> bool:
    """Whether all of one recording is wanted."""
    if len(shots) > 1:
        return False
    (shot,) = shots
    return shot.from_ms == 0 and shot.end_ms >= shot.footage.duration_ms - _END_MS


def _of_sound(shots: Sequence[Shot], request: Request) -> Iterator[str]:
    for codec in dict.fromkeys(s.footage.sound.codec for s in shots if s.footage.sound):
        if codec != "aac":
            yield f"the sound is coded as {codec}, and not as AAC"
    fades = request.fades
    if any(shot.volume != 1 for shot in shots):
        yield "the volume is changed"
    if request.music:
        yield "music is added"
    if fades.sound_in_ms or fades.sound_out_ms:
        yield "the sound is faded"
    if request.loudness_lufs is not None:
        yield f"the whole is brought to {request.loudness_lufs:g} LUFS"


def _of_files(shots: Sequence[Shot]) -> Iterator[str]:
    if len({shot.footage.path for shot in shots}) > 1:
        yield "the clips are of different recordings"


def _of_pictures(shots: Sequence[Shot], request: Request) -> Iterator[str]:
    rows = (reason for shot in shots for reason in _of_footage(shot, request.resolution))
    yield from dict.fromkeys(rows)
    if any(shot.speed != 1 for shot in shots):
        yield "the speed is changed"
    if request.titles:
        yield "titles are put on the picture"
    if request.captions and request.caption_style.is_burned:
        yield "the captions are made part of the picture"
    if request.fades.picture_in_ms or request.fades.picture_out_ms:
        yield "the picture is faded"
    if request.frame.aspect or request.frame.height:
        yield "the picture is given another shape or size"


def _of_footage(shot: Shot, resolution: Resolution) -> Iterator[str]:
    footage = shot.footage
    if footage.is_still:
        yield f"{quoted(footage.path)} is a still picture"
    elif footage.picture is None:
        yield "there is no picture, so a black one is made"
    else:
        yield from _of_picture(footage.picture, footage)
        yield from _of_size(footage.picture, resolution)


def _of_picture(picture: Picture, footage: Footage) -> Iterator[str]:
    if picture.codec != "h264":
        yield f"the picture is coded as {picture.codec}, and not as H.264"
    elif picture.profile not in _PROFILES or picture.pixels not in _PIXELS:
        yield "the picture has finer colours than every player shows"
    elif footage.demuxer not in _DEMUXERS:
        yield f"{footage.container} files keep their timestamps in another way than MP4"
    if not picture.is_straight:
        yield f"the picture is turned by {picture.rotation} degrees"


def _of_size(picture: Picture, resolution: Resolution) -> Iterator[str]:
    if not picture.size.is_within(resolution):
        most = picture.size.limited(resolution)
        yield f"the picture of {picture.size} is made {most}"


def _of_index(shots: Sequence[Shot]) -> Iterator[str]:
    footage = shots[0].footage
    if is_whole(shots) or footage.picture is None or footage.is_still:
        return
    if footage.demuxer not in INDEXED:
        yield f"{footage.container} files do not tell where their keyframes are"
    if footage.picture.is_interlaced:
        yield "the picture is interlaced"

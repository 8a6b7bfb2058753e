"""Looking at a recording before a video is made of it: its first picture, its sound, its end."""

from contextlib import suppress
from dataclasses import replace
from fractions import Fraction
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from transcribe_video.errors import (
    DamagedMediaError,
    MediaError,
    NoAudioError,
    UnsupportedMediaError,
)
from transcribe_video.media.container import Recording, opened
from transcribe_video.media.engine import av
from transcribe_video.media.file import quoted
from transcribe_video.media.info import AudioTrack, MediaInfo
from transcribe_video.media.probe import probe
from transcribe_video.media.render.footage import Footage, Picture
from transcribe_video.media.render.picture_codecs import MOST_PIXELS, PICTURE_CODECS
from transcribe_video.media.render.reach import ends_ms, sets_clock, tail_ms, tolerance_ms
from transcribe_video.media.timestamps import is_cover
from transcribe_video.media.track import choose_track, track_note
from transcribe_video.media.whitelist import container_title

if TYPE_CHECKING:
    from av.codec.context import CodecContext
    from av.container import InputContainer
    from av.video import VideoFrame, VideoStream

# Within so many packets of the track a picture comes that needs no earlier one.
_PACKETS = 2_000
_MOST_RATE = 240  # pictures a second: more is a clock's unit, and no rate
# Pixels of another shape than this are a damaged header's.
_SHAPES = (Fraction(1, 10), Fraction(10))
_UNTOLD = 2  # of ITU-T H.273: nobody says how light is coded
_BITS = 8  # a colour, of an ordinary picture
_MAYBE_HDR = (
    "The recording has finer colours than usual and does not say whether it is in HDR, so they are "
    "taken as they are; if they look pale, save it without HDR with the program it comes from."
)
_ROUNDED_MS = 100  # by so much a header may be off that means the same
_QUICK_BYTES = 1_000_000_000  # are read in a second or two
_WHAT = "{} cannot be put into a video"


def survey(path: Path) -> Footage:
    """What the recording at ``path`` gives to a video.

    Raises:
        MediaError: one of its kinds: there is neither picture nor sound that can be read.
    """
    info = _info(path)
    sound, notes = _sound(path, info)
    with opened(path) as recording:
        container = recording.container
        picture = _picture(path, container)
        if container.streams.subtitles:
            notes = (*notes, "The recording's own subtitles are left out.")
        if picture and _may_be_hdr(picture):
            notes = (*notes, _MAYBE_HDR)
    if picture is None and sound is None:
        raise _neither(path)
    tracks = [track.index for track in (picture, sound) if track]
    duration_ms, ends = _ends(path, info, tracks)
    return Footage(
        path=path,
        bytes=recording.size,
        demuxer=container.format.name.partition(",")[0],
        container=container_title(container.format.name),
        duration_ms=duration_ms,
        claimed_ms=info.duration_ms,
        picture=picture,
        sound=sound,
        notes=notes,
        sound_ms=ends.get(sound.index) if sound else None,
    )


def _may_be_hdr(picture: Picture) -> bool:
    bits = max(component.bits for component in av.VideoFormat(picture.pixels).components)
    return picture.transfer == _UNTOLD and bits > _BITS


def picture_of(path: Path) -> Picture | None:
    """The recording's picture as a video of it shows it; None if there is only sound.

    Raises:
        MediaError: one of its kinds: there is a picture that cannot be read.
    """
    with opened(path) as recording:
        return _picture(path, recording.container)


def _info(path: Path) -> MediaInfo:
    try:
        return probe(path)
    except NoAudioError as error:
        raise UnsupportedMediaError(
            _WHAT.format(quoted(path)), "it is a still picture", "Take it off the timeline"
        ) from error


def _sound(path: Path, info: MediaInfo) -> tuple[AudioTrack | None, tuple[str, ...]]:
    """The track that is transcribed too, and what to say about it."""
    try:
        track = choose_track(path, info)
    except NoAudioError:
        return None, ()
    except UnsupportedMediaError as error:
        return None, (f"The sound is left out: {error.why}.",)
    note = track_note(info, track)
    return track, (note,) if note else ()


def _ends(path: Path, info: MediaInfo, tracks: list[int]) -> tuple[int, dict[int, int]]:
    """How long it is, and where its tracks end.

    It is what it claims if its end is there, else how far it can be read.
    """
    claimed_ms = info.duration_ms or 0
    with opened(path) as recording:
        ends = tail_ms(recording, tracks, info) if _is_claim_usable(recording, info) else {}
    reached_ms = max(ends.values(), default=0)
    if ends and reached_ms >= claimed_ms - tolerance_ms(claimed_ms):
        return (claimed_ms if reached_ms >= claimed_ms - _ROUNDED_MS else reached_ms), ends
    with opened(path) as recording:
        ends = ends_ms(recording, tracks, info.start_ms)
    reached_ms = max(ends.values(), default=0)
    if reached_ms <= 0:
        raise _damaged(path, "nothing of it can be read")
    return reached_ms, ends


def _is_claim_usable(recording: Recording, info: MediaInfo) -> bool:
    """Whether the claimed length is worth a look; a small file is better read to its end."""
    if info.duration_ms is None or not info.has_picture:
        return False
    return not sets_clock(recording) or recording.size > _QUICK_BYTES


def _picture(path: Path, container: "InputContainer") -> Picture | None:
    moving = [stream for stream in container.streams.video if not is_cover(stream)]
    if not moving:
        return None
    stream = max(moving, key=_rank)
    context: CodecContext | None = stream.codec_context
    if context is None or context.name not in PICTURE_CODECS:
        raise UnsupportedMediaError(
            _WHAT.format(quoted(path)),
            "its picture is coded in a way that is not read here",
            "Save it as MP4 with a video program",
        )
    _check_size(path, stream.width, stream.height)
    claimed = stream.codec_context.color_trc  # before decoding, which forgets what the file says
    frame = _first_frame(container, stream)
    if frame is None:
        raise _damaged(path, "its picture cannot be read")
    described = picture_described(stream, frame)
    is_told = described.transfer != _UNTOLD
    return described if is_told else replace(described, transfer=int(claimed))


def _rank(stream: "VideoStream") -> tuple[bool, bool, int]:
    """The picture that the file marks as the one to show comes first."""
    default = bool(stream.disposition & av.stream.Disposition.default)
    return stream.codec_context is not None, default, -stream.index


def _check_size(path: Path, width: int, height: int) -> None:
    if width * height > MOST_PIXELS:
        raise UnsupportedMediaError(
            _WHAT.format(quoted(path)),
            f"its picture of {width} × {height} pixels is too large",
            "Save it with a smaller picture with a video program",
        )


def _first_frame(container: "InputContainer", stream: "VideoStream") -> "VideoFrame | None":
    stream.codec_context.options = {"max_pixels": str(MOST_PIXELS)}
    with suppress(av.FFmpegError, OSError, IndexError):
        for packet in islice(container.demux(stream), _PACKETS):
            with suppress(av.FFmpegError, ValueError):
                for frame in packet.decode():
                    return frame
    return None


def picture_described(stream: "VideoStream", frame: "VideoFrame") -> Picture:
    """What a track shows, by its header and its first picture."""
    return Picture(
        index=stream.index,
        codec=stream.codec_context.name,
        profile=stream.codec_context.profile or "",
        pixels=frame.format.name,
        width=frame.width,
        height=frame.height,
        pixel_shape=_pixel_shape(stream),
        rotation=frame.rotation,
        rate=_rate(stream),
        is_interlaced=frame.interlaced_frame,
        transfer=int(frame.color_trc),
    )


def _rate(stream: "VideoStream") -> Fraction | None:
    """The nominal rate rather than the average, which is that of nothing if the rate varies."""
    rates = (stream.guessed_rate, stream.average_rate)
    return next((rate for rate in rates if rate and rate <= _MOST_RATE), None)


def _pixel_shape(stream: "VideoStream") -> Fraction:
    narrowest, widest = _SHAPES
    shapes = (stream.sample_aspect_ratio, stream.codec_context.sample_aspect_ratio)
    return next((s for s in shapes if s and narrowest <= s <= widest), Fraction(1))


def _neither(path: Path) -> MediaError:
    return UnsupportedMediaError(
        _WHAT.format(quoted(path)),
        "there is neither picture nor sound in it that can be read",
        "Take it off the timeline",
    )


def _damaged(path: Path, why: str) -> MediaError:
    return DamagedMediaError(
        _WHAT.format(quoted(path)), f"it is damaged, and {why}", "Copy or download it again"
    )

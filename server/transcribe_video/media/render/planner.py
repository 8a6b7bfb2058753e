"""Deciding how a video is made: pure, from what was asked for and what the recordings are."""

from collections.abc import Iterator, Sequence
from fractions import Fraction

from transcribe_video.errors import UnsupportedMediaError
from transcribe_video.manifest import Limits
from transcribe_video.media.file import quoted
from transcribe_video.media.render.captions import fitted
from transcribe_video.media.render.footage import Footage, Picture
from transcribe_video.media.render.hindrance import hindrances
from transcribe_video.media.render.language_code import language_code
from transcribe_video.media.render.plan import COPY, ENCODE, Method, Plan, Shot
from transcribe_video.media.render.request import Request
from transcribe_video.media.render.shots import moved_captions, shots
from transcribe_video.media.render.size import BLACK, Size
from transcribe_video.timecode import clock

_AS_IS = "the whole recording is wanted, and an MP4 file holds its picture and sound as they are"
_STEREO = 2
_RATES = tuple(map(Fraction, "24000/1001 24 25 30000/1001 30 50 60000/1001 60".split()))  # noqa: SIM905
_SAME_RATE = Fraction(1, 500)
_USUAL_RATE, _HIGHEST_RATE = Fraction(30), Fraction(60)
# So many decoded pictures of each clip wait for their turn (measured with ffmpeg 9).
_FRAMES_HELD, _BYTES_PER_PIXEL, _MOST_BYTES = 11, 1.5, 3_000_000_000
_HDR_NOTE = (
    "The picture is in HDR, of which 8 bits a colour are kept: a player that does not know HDR "
    "shows it pale."
)


def planned(
    request: Request, footage: Sequence[Footage], limits: Limits, hindrance: str = ""
) -> Plan:
    """How to make the video.

    Args:
        request: what is asked for.
        footage: the recording of each clip, in their order.
        limits: how long a video may be.
        hindrance: why it cannot be copied, if that was found on trying.

    Raises:
        UsageError: a clip begins where its recording has ended.
        UnsupportedMediaError: it would be too long, or take too much memory.
    """
    there = shots(request.clips, footage)
    _check_memory(there)
    length_ms = _length_ms(there, limits)
    reasons = [hindrance] if hindrance else hindrances(there, request.resolution)
    pictures = [shot.footage.picture for shot in there if shot.footage.picture]
    return Plan(
        target=request.target,
        method=Method(ENCODE, "; ".join(reasons)) if reasons else Method(COPY, _AS_IS),
        shots=there,
        size=_size(pictures, request, is_copy=not reasons),
        rate=_rate(pictures) if len(there) > 1 else None,
        channels=_channels(there),
        captions=fitted(moved_captions(request, there), length_ms),
        language=language_code(request.language),
        notes=tuple(dict.fromkeys(_notes(request, there, is_copy=not reasons))),
    )


def _length_ms(there: Sequence[Shot], limits: Limits) -> int:
    length_ms = sum(shot.d_ms for shot in there)
    if length_ms > limits.recording_ms:
        raise UnsupportedMediaError(
            "The video cannot be made",
            f"it would be {clock(length_ms)} long, and {limits.recording_h:g} hours are the most",
            "Make it in shorter parts",
        )
    return length_ms


def _check_memory(there: Sequence[Shot]) -> None:
    """Refuse what would make the system end ffmpeg, which begins to decode all clips at once."""
    pictures = [shot.footage.picture for shot in there if shot.footage.picture]
    sizes = (picture.width * picture.height * _BYTES_PER_PIXEL for picture in pictures)
    if len(there) > 1 and sum(sizes) * _FRAMES_HELD > _MOST_BYTES:
        raise UnsupportedMediaError(
            "The video cannot be made",
            f"joining {len(there)} clips of this size at once takes too much memory",
            "Make it in parts of fewer clips",
        )


def _size(pictures: Sequence[Picture], request: Request, *, is_copy: bool) -> Size:
    if not pictures:
        return BLACK
    size = pictures[0].size
    return size if is_copy else size.limited(request.resolution)


def _rate(pictures: Sequence[Picture]) -> Fraction:
    """The first picture's rate if it is a usual one, else one that loses little of it."""
    rate = (pictures[0].rate if pictures else None) or _USUAL_RATE
    nearest = min(_RATES, key=lambda usual: abs(usual - rate))
    if abs(nearest - rate) <= nearest * _SAME_RATE:
        return nearest
    return _USUAL_RATE if rate < _USUAL_RATE else _HIGHEST_RATE


def _channels(there: Sequence[Shot]) -> int:
    """Of many channels two are made, and of a number that the file does not tell."""
    sounds = [shot.footage.sound for shot in there if shot.footage.sound]
    return min(_STEREO, max((sound.channels or _STEREO for sound in sounds), default=0))


def _notes(request: Request, there: Sequence[Shot], *, is_copy: bool) -> Iterator[str]:
    is_one = len({shot.footage.path for shot in there}) == 1
    for shot in there:
        # A loss is told where the video shows it.
        loss = shot.footage.loss.notes() if shot.end_ms == shot.footage.duration_ms else ()
        for note in (*shot.footage.notes, *loss):
            yield note if is_one else f"{quoted(shot.footage.path)}: {note}"
    if not is_copy:
        yield from _picture_notes(request, there)


def _picture_notes(request: Request, there: Sequence[Shot]) -> Iterator[str]:
    pictures = [shot.footage.picture for shot in there if shot.footage.picture]
    if pictures and not pictures[0].size.is_within("source"):
        size = pictures[0].size
        yield (
            f"The picture is scaled down from {size} to {size.limited(request.resolution)}: "
            f"{Size(1920, 1080)} is the most that is made."
        )
    if any(picture.is_hdr for picture in pictures):
        yield _HDR_NOTE

"""Deciding how a video is made: pure, from what was asked for and what the recordings are."""

from collections.abc import Iterator, Sequence
from fractions import Fraction

from transcribe_video.errors import UnsupportedMediaError
from transcribe_video.frame_rate import sequence_rate
from transcribe_video.manifest import Limits
from transcribe_video.media.file import quoted
from transcribe_video.media.render.captions import fitted
from transcribe_video.media.render.footage import Footage
from transcribe_video.media.render.hindrance import hindrances, is_whole, splice_hindrances
from transcribe_video.media.render.language_code import language_code
from transcribe_video.media.render.plan import COPY, ENCODE, SMART, Look, Melody, Method, Plan, Shot
from transcribe_video.media.render.request import Request
from transcribe_video.media.render.shots import seen_captions, shots, time_map
from transcribe_video.media.render.size import BLACK, Size, main_size
from transcribe_video.timecode import clock

_AS_IS = "the whole recording is wanted, and an MP4 file holds its picture and sound as they are"
_STEREO = 2
_SPLICED = "the pictures stay as they are but for those around the cuts"
_SOUND_ANEW = "the picture stays as it is, and only the sound is made anew"
_HDR_NOTE = "The picture is in HDR; its colours are converted to those that every screen shows."


def planned(
    request: Request,
    footage: Sequence[Footage],
    limits: Limits,
    music: Sequence[Footage] = (),
    method: Method | None = None,
) -> Plan:
    """How to make the video.

    Args:
        request: what is asked for.
        footage: the recording of each clip, in their order.
        limits: how long a video may be.
        music: the recording of each piece of music, in their order.
        method: how it is made, if another way did not do; None chooses the cheapest.

    Raises:
        UsageError: a clip begins where its recording has ended.
        UnsupportedMediaError: it would be too long, or music has no sound.
    """
    there = shots(request.clips, footage)
    length_ms = _length_ms(there, limits)
    method = method or chosen(there, request)
    its = time_map(request.clips, there)
    captions = fitted(its.moved(seen_captions(request, there)), length_ms)
    is_burned = request.caption_style.is_burned
    for sound in music:
        _check_heard(sound)
    rows = zip(request.music, music, strict=True)
    return Plan(
        target=request.target,
        method=method,
        shots=there,
        size=_size(there, request, method),
        rate=_rate(there, request),
        steady_rate=_usual(there, request),
        channels=_STEREO if music else _channels(there),
        duration_ms=length_ms,
        captions=() if is_burned else captions,
        language=language_code(request.language),
        notes=tuple(dict.fromkeys(_notes(request, there, is_encoded=method.name == ENCODE))),
        look=Look(
            titles=tuple(its.moved(request.titles)),
            burned=captions if is_burned else (),
            style=request.caption_style,
            fades=request.fades,
            is_cropped=request.frame.aspect is not None and not request.frame.is_padded,
        ),
        music=tuple(
            Melody(sound, wish.volume, wish.is_ducked, tuple(its.moved(wish.levels)))
            for wish, sound in rows
        ),
        speech=tuple(its.moved(request.speech)),
        loudness_lufs=request.loudness_lufs,
    )


def _check_heard(music: Footage) -> None:
    if music.sound is None:
        raise UnsupportedMediaError(
            f"{quoted(music.path)} cannot be put under the video",
            "there is no sound in it that can be read",
            "Choose another file for the music",
        )


def chosen(there: Sequence[Shot], request: Request) -> Method:
    """The cheapest way that does what is asked for."""
    reasons = hindrances(there, request)
    if not reasons:
        return Method(COPY, _AS_IS)
    worse = splice_hindrances(there, request)
    if not worse:
        how = _SOUND_ANEW if is_whole(there) else _SPLICED
        return Method(SMART, f"{'; '.join(reasons)}; {how}")
    return Method(ENCODE, "; ".join(worse))


def _length_ms(there: Sequence[Shot], limits: Limits) -> int:
    length_ms = sum(shot.d_ms for shot in there)
    if length_ms > limits.recording_ms:
        raise UnsupportedMediaError(
            "The video cannot be made",
            f"it would be {clock(length_ms)} long, and {limits.recording_h:g} hours are the most",
            "Make it in shorter parts",
        )
    return length_ms


def _size(there: Sequence[Shot], request: Request, method: Method) -> Size:
    size = _natural(there) or BLACK
    if method.name != ENCODE:
        return size
    return size.framed(request.frame).limited(request.resolution)


def _natural(there: Sequence[Shot]) -> Size | None:
    """The size of the recording that is seen for the longest; None if nothing is seen."""
    return main_size(
        (shot.footage.picture.size, shot.footage.is_still, shot.d_ms)
        for shot in there
        if shot.footage.picture
    )


def _rate(there: Sequence[Shot], request: Request) -> Fraction | None:
    """One for all; none for a single recording, whose pictures stay where they are in time."""
    first = there[0]
    is_single = len(there) == 1 and first.speed == 1 and not first.footage.is_still
    return None if is_single else _usual(there, request)


def _usual(there: Sequence[Shot], request: Request) -> Fraction:
    """The first picture's rate if it is a usual one, else one that loses little of it."""
    moving = (shot.footage.picture for shot in there if not shot.footage.is_still)
    known = (picture.rate for picture in moving if picture and picture.rate)
    return sequence_rate(next(known, None) or request.rate)


def _channels(there: Sequence[Shot]) -> int:
    """Of many channels two are made, and of a number that the file does not tell."""
    sounds = [shot.footage.sound for shot in there if shot.footage.sound]
    return min(_STEREO, max((sound.channels or _STEREO for sound in sounds), default=0))


def _notes(request: Request, there: Sequence[Shot], *, is_encoded: bool) -> Iterator[str]:
    is_one = len({shot.footage.path for shot in there}) == 1
    for shot in there:
        # A loss is told where the video shows it.
        loss = shot.footage.loss.notes() if shot.end_ms == shot.footage.duration_ms else ()
        for note in (*shot.footage.notes, *loss):
            yield note if is_one else f"{quoted(shot.footage.path)}: {note}"
    if is_encoded:
        yield from _picture_notes(request, there)


def _picture_notes(request: Request, there: Sequence[Shot]) -> Iterator[str]:
    pictures = [shot.footage.picture for shot in there if shot.footage.picture]
    size = _natural(there)
    if size and not size.is_within("source"):
        yield (
            f"The picture is scaled down from {size} to {size.limited(request.resolution)}: "
            f"{Size(1920, 1080)} is the most that is made."
        )
    if size and request.frame.height:
        yield from _enlarged(size, request)
    if any(picture.is_hdr for picture in pictures):
        yield _HDR_NOTE


def _enlarged(size: Size, request: Request) -> Iterator[str]:
    """What to say where a height is asked for that the recording does not have."""
    natural = size.framed(request.frame.model_copy(update={"height": None}))
    made = size.framed(request.frame).limited(request.resolution)
    if made.box > natural.box:
        yield f"The picture is enlarged from {natural} to {made}, which makes it no sharper."

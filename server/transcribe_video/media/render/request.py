"""What a renderer is asked for: one line of JSON."""

import json
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path
from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError

from transcribe_video.errors import UsageError
from transcribe_video.wire.draft import Aspect, Color, Place

MOST_CLIPS = 2_000
"""More is no edit that a person made."""
_MOST_MS = 10**12
_MOST_CAPTION = 2_000  # characters: more is no caption, and a frame of text holds 65,535 bytes
_HIGHEST_RATE = 240

Resolution = Literal["source", "1080p", "720p"]
ClipKind = Literal["video", "audio", "image"]


def _whole(value: object) -> object:
    """Drafts may carry fractions of a millisecond."""
    return round(value) if isinstance(value, float) and abs(value) < _MOST_MS else value


def _path(value: object) -> object:
    """Made here because the validator refuses names that are not Unicode."""
    return Path(value) if isinstance(value, str) else value


def _rate(value: object) -> object:
    """A rate is written as a fraction, ``"30000/1001"``."""
    if not isinstance(value, str):
        return value
    numerator, _, denominator = value.partition("/")
    rate = Fraction(int(numerator), int(denominator or 1) or 1)
    if not 0 < rate <= _HIGHEST_RATE:
        raise ValueError
    return rate


Ms = Annotated[int, BeforeValidator(_whole), Field(ge=0, lt=_MOST_MS)]
AbsolutePath = Annotated[Path, BeforeValidator(_path)]
Volume = Annotated[float, Field(ge=0, le=100)]
Text = Annotated[str, Field(max_length=_MOST_CAPTION)]


class _Row(BaseModel):
    model_config = ConfigDict(frozen=True, arbitrary_types_allowed=True)


class Clip(_Row):
    """A part of a recording, or a still picture for a while.

    Attributes:
        path: the file.
        from_ms: where the part begins, from the recording's start.
        d_ms: how long it is in the recording, before any change of its speed; None is all that
            follows. A still picture is shown for so long.
        kind: of what kind the file is; of ``audio`` only the sound is taken.
        speed: 2 is twice as fast.
        volume: 1 is as loud as recorded.
    """

    path: AbsolutePath
    from_ms: Ms = 0
    d_ms: Annotated[Ms, Field(gt=0)] | None = None
    kind: ClipKind = "video"
    speed: Annotated[float, Field(ge=0.05, le=50)] = 1.0
    volume: Volume = 1.0


class Span(_Row):
    """A while of the finished video."""

    start_ms: Ms
    end_ms: Ms


class Word(Span):
    """A word of a caption, in times of the finished video."""

    text: Text


class Caption(Span):
    """A text that is shown for a while, in times of the finished video.

    Attributes:
        text: its lines.
        words: when each of its words is spoken; empty if that is not known.
    """

    text: Text
    words: tuple[Word, ...] = ()


class CaptionStyle(_Row):
    """How captions are shown.

    Attributes:
        is_burned: they are part of the picture; else a player switches them on and off, and
            decides about all the rest.
        size: of the letters.
        position: on the picture.
        is_highlighted: the word that is spoken stands out.
        color: of the letters; None is white.
    """

    is_burned: bool = False
    size: Literal["small", "medium", "large"] = "medium"
    position: Place = "bottom"
    is_highlighted: bool = False
    color: Color | None = None


class Title(Span):
    """A text on the picture, in times of the finished video."""

    text: Text
    position: Place = "bottom"


class Level(Span):
    """A while of the finished video in which music is louder or quieter.

    Attributes:
        volume: a factor of the music's own; 0 is silence.
    """

    volume: Volume


class Music(_Row):
    """Sound under the whole video, from its beginning.

    Attributes:
        path: the file.
        volume: 1 is as loud as recorded.
        is_ducked: it grows quiet while somebody speaks.
        levels: where it is louder or quieter than that; none overlaps another.
    """

    path: AbsolutePath
    volume: Volume = 1.0
    is_ducked: bool = False
    levels: tuple[Level, ...] = ()


class Fades(_Row):
    """How long picture and sound take to come at the beginning and to go at the end."""

    picture_in_ms: Ms = 0
    picture_out_ms: Ms = 0
    sound_in_ms: Ms = 0
    sound_out_ms: Ms = 0


class Frame(_Row):
    """The shape and size of the picture; what is None is that of the first clip.

    Attributes:
        aspect: width to height.
        is_padded: what does not fit gets black bars; else what is outside is cut off.
        height: of the picture; of an upright one its width.
    """

    aspect: Aspect | None = None
    is_padded: bool = False
    height: Annotated[int, Field(ge=16, le=1_080)] | None = None


class Request(_Row):
    """A video to make.

    Attributes:
        clips: what it shows, one after the other.
        captions: what is said, in any order; none makes no captions.
        caption_style: how they are shown.
        language: of the captions, as an ISO 639 code.
        target: the file to make, absolute; it must not exist yet.
        resolution: ``source`` and ``1080p`` are at most 1920×1080 (upright 1080×1920), ``720p``
            at most 1280×720 (720×1280); nothing is enlarged for it.
        rate: pictures a second of a video in which no clip's recording tells how many it has.
        titles: further texts on the picture.
        music: what is heard besides.
        speech: when somebody speaks, for music that gives way to it.
        fades: at the beginning and the end.
        frame: shape and size of the picture.
        loudness_lufs: to which the whole is brought; None is as recorded.
    """

    clips: Annotated[tuple[Clip, ...], Field(min_length=1, max_length=MOST_CLIPS)]
    captions: tuple[Caption, ...] = ()
    caption_style: CaptionStyle = CaptionStyle()
    language: str | None = None
    target: AbsolutePath
    resolution: Resolution = "source"
    rate: Annotated[Fraction, BeforeValidator(_rate)] | None = None
    titles: tuple[Title, ...] = ()
    music: tuple[Music, ...] = ()
    speech: tuple[Span, ...] = ()
    fades: Fades = Fades()
    frame: Frame = Frame()
    loudness_lufs: Annotated[float, Field(ge=-50, le=-5)] | None = None

    @property
    def paths(self) -> Iterator[Path]:
        """All files that it names."""
        yield self.target
        yield from (clip.path for clip in self.clips)
        yield from (piece.path for piece in self.music)


def parsed(line: bytes) -> Request:
    """The request in a line of JSON.

    Raises:
        UsageError: it cannot be used; the sentence names the first wrong value.
    """
    try:
        request = Request.model_validate(json.loads(line))
    except ValidationError as error:
        raise _unusable(".".join(map(str, error.errors()[0]["loc"])) or "the whole") from None
    except (ValueError, RecursionError):
        raise _unusable("the whole") from None
    if not all(path.is_absolute() for path in request.paths):
        raise _unusable("path")
    return request


def _unusable(where: str) -> UsageError:
    return UsageError("The video cannot be made", f"“{where}” of the request cannot be used")

"""What a picture of an edit is to show."""

from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field

from transcribe_video.media.render.request import (
    MOST_CLIPS,
    Caption,
    CaptionStyle,
    Clip,
    ClipKind,
    Fades,
    Frame,
    Title,
)

MOST_FRAMES = 30


class Shown(BaseModel):
    """A moment of the edit.

    Attributes:
        path: of the file that is seen then.
        at_ms: from its start.
        time_ms: when it is, in the edit.
        kind: of the clip; of ``audio`` nothing is seen.
        label: a time that is written into the picture; empty for none.
    """

    model_config = ConfigDict(frozen=True)

    path: Path
    at_ms: int = Field(ge=0)
    time_ms: int = Field(default=0, ge=0)
    kind: ClipKind = "video"
    label: str = Field(default="", max_length=20)


class Order(BaseModel):
    """What is shown: one picture, the two sides of a join, or a sheet.

    All but ``frames`` is as in the request of the renderer for the same edit, which holds more.

    Attributes:
        frames: the moments, in order.
        clips: of the edit; the one that is seen for the longest gives it its shape.
        captions: what is said.
        caption_style: how that is shown.
        language: of the captions, as an ISO 639 code.
        titles: further texts on the picture.
        fades: at the beginning and the end.
        frame: shape of the edit; its size is left out of account.
    """

    model_config = ConfigDict(frozen=True)

    frames: tuple[Shown, ...] = Field(min_length=1, max_length=MOST_FRAMES)
    clips: tuple[Clip, ...] = Field(min_length=1, max_length=MOST_CLIPS)
    captions: tuple[Caption, ...] = ()
    caption_style: CaptionStyle = CaptionStyle()
    language: str | None = None
    titles: tuple[Title, ...] = ()
    fades: Fades = Fades()
    frame: Frame = Frame()

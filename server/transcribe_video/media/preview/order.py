"""What a picture of an edit is to show."""

from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field

from transcribe_video.media.render.request import Aspect, Frame

MOST_FRAMES = 30


class Shown(BaseModel):
    """A moment of a file.

    Attributes:
        path: of the file.
        at_ms: from its start.
        label: a time that is written into the picture; empty for none.
    """

    model_config = ConfigDict(frozen=True)

    path: Path
    at_ms: int = Field(ge=0)
    label: str = Field(default="", max_length=20)


class Order(BaseModel):
    """What is shown: one picture, the two sides of a join, or a sheet.

    Attributes:
        frames: the moments, in order.
        aspect: width to height of the edit; None is each file's own.
        is_padded: what does not fit is bordered; else it is cut off.
    """

    model_config = ConfigDict(frozen=True)

    frames: tuple[Shown, ...] = Field(min_length=1, max_length=MOST_FRAMES)
    aspect: Aspect | None = None
    is_padded: bool = False

    @property
    def frame(self) -> Frame:
        """The shape of the edit."""
        return Frame(aspect=self.aspect, is_padded=self.is_padded)

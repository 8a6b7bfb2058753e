"""A file of a project, as results list it."""

from pydantic import BaseModel

from transcribe_video.tools.quotation import one_line
from transcribe_video.wire.upload import UploadedFile


class MediaEntry(BaseModel):
    """A file of the project."""

    media_id: str | None = None
    filename: str = ""
    file_type: str = "video"
    duration_s: float | None = None
    width: int | None = None
    height: int | None = None

    @property
    def line(self) -> str:
        """How it stands in a text."""
        length = "" if self.duration_s is None else f", {self.duration_s:g} s"
        size = f", {self.width}×{self.height}" if self.width and self.height else ""
        return f"media_id={self.media_id}: “{self.filename}” ({self.file_type}{length}{size})"


def media_entry(file: UploadedFile) -> MediaEntry:
    """A file as a result lists it."""
    return MediaEntry(
        media_id=file.media_id,
        filename=one_line(file.filename),
        file_type=file.file_type,
        duration_s=file.duration,
        width=file.width,
        height=file.height,
    )

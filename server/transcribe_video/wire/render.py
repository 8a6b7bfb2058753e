"""Rendering a draft to a file."""

from typing import Any

from pydantic import ConfigDict, Field
from pydantic.alias_generators import to_camel

from transcribe_video.wire.message import Id, Message

RENDER = "/api/render/proxy/lambda"
ONE = "/api/render/proxy/lambda/{render_id}"
CANCEL = "/api/render/proxy/lambda/{render_id}/cancel"
DOWNLOAD = "/api/render/proxy/{render_id}/download"

RESOLUTIONS = ("source", "1080p", "720p")
CAPTIONS = ("auto", "off", "soft", "burned")


class Output(Message):
    """The wanted file.

    The last four are ours: ``resolution`` is one of ``RESOLUTIONS``, ``captions`` one of
    ``CAPTIONS``; ``path`` is where the file goes; ``media_id`` takes one file of the session
    instead of the draft.
    """

    format: str = "mp4"
    quality: str = "high"
    resolution: str | None = None
    captions: str | None = None
    path: str | None = None
    media_id: Id | None = None


class RenderRequest(Message):
    """``POST RENDER``; the draft goes as it came."""

    model_config = ConfigDict(alias_generator=to_camel)

    id: Id
    session_id: Id
    draft: dict[str, Any]
    output: Output = Field(default_factory=Output)


class Rendered(Message):
    """The result of a finished render on this machine (ours).

    Attributes:
        path: absolute, checked: it exists, opens, and has the expected streams and length.
        method: ``{name, why}``: how it was made and why so.
    """

    render_id: Id
    path: str
    bytes: int = 0
    duration_s: float = 0
    width: int | None = None
    height: int | None = None
    method: dict[str, str] = {}
    notes: list[str] = []

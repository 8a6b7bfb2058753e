"""A picture of the edit, on the wire (ours)."""

from transcribe_video.wire.message import Id, Message

PREVIEW = "/api/local/sessions/{session_id}/preview"


class PreviewFrame(Message):
    """One of the pictures in it.

    Attributes:
        at_s: when it is seen, on the timeline.
        clip: the number of the clip that shows it, from 1.
        source_s: where it is in its file.
        said: the words that are spoken around it.
        titles: texts that are drawn on it.
    """

    at_s: float
    clip: int = 1
    media_id: Id | None = None
    media_name: str = ""
    source_s: float = 0
    said: str = ""
    titles: list[str] = []


class Preview(Message):
    """``GET PREVIEW?at_s=…``, ``?join=…`` or neither: a moment, a join, or a sheet of the whole.

    Attributes:
        kind: ``moment``, ``join`` (the last picture before it and the first after it) or ``sheet``.
        duration_s: of the timeline.
        join: the number of the join, from 1: the first is between the first two clips.
        joins: how many there are.
        frames: what is seen, in order.
        titles: texts that are drawn on it.
        jpeg: the picture, at most 100 KB of JPEG in base64.
    """

    session_id: Id
    kind: str = "moment"
    duration_s: float = 0
    join: int | None = None
    joins: int = 0
    frames: list[PreviewFrame] = []
    titles: list[str] = []
    notes: list[str] = []
    jpeg: str = ""

"""What is wanted of a recording (ours): it travels in ``state_delta`` and in the claim request."""

from transcribe_video.wire.message import Id, Message

STATE_KEY = "transcribe"
"""The key of ``state_delta`` under which a turn's options stand."""


class TranscribeOrder(Message):
    """How recordings become documents.

    Attributes:
        media_ids: which of the session's recordings; empty is all that have sound.
        formats: names of document formats.
        language: an ISO 639-1 code, or ``"auto"``.
        quality: ``fast``, ``balanced`` or ``best``.
        speakers: whether to tell speakers apart.
        output_dir: where the documents go; None is beside the recording.
        model: the speech model of the one who asks; None is the backend's.
    """

    media_ids: list[Id] = []
    formats: list[str] = ["docx", "txt"]
    language: str = "auto"
    quality: str = "balanced"
    speakers: bool = False
    output_dir: str | None = None
    model: str | None = None

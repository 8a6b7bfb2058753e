"""What the agent means to do for a message."""

from dataclasses import dataclass

from transcribe_video.wire.order import TranscribeOrder
from transcribe_video.wire.render import Output

TRANSCRIBE, EXPORT, QUICK_EDIT = "transcribe", "export", "quick_edit"
CANCEL, CHAT = "cancel", "chat"


@dataclass(frozen=True, slots=True)
class Plan:
    """What is to be done for a message, and what is said at once.

    Attributes:
        intent: ``transcribe``, ``export`` (a video), ``quick_edit`` (a transcript and a captioned
            video), ``cancel``, or ``chat`` for all else.
        order: what is to be transcribed; None if nothing is.
        reply: for the person, in their language.
        render: the video that is to be made of the session's draft, once ``order``, if there is
            one, is done; None if none is.
    """

    intent: str
    order: TranscribeOrder | None
    reply: str
    render: Output | None

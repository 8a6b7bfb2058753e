"""What a message to the editor is said about."""

from dataclasses import dataclass
from fractions import Fraction

from transcribe_video.conversation.editing.edit import Range


@dataclass(frozen=True, slots=True)
class Situation:
    """The project as it stands when a message is sent.

    Attributes:
        length_ms: of the timeline.
        rate: pictures a second, for times that count them.
        files: names of the files of the session.
        language: that of the transcript.
        clips: when each clip of the timeline begins and ends, in milliseconds, in order.
    """

    length_ms: int
    rate: Fraction = Fraction(25)
    files: tuple[str, ...] = ()
    language: str = "en"
    clips: tuple[Range, ...] = ()

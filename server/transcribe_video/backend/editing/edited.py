"""What came of a message to the editor."""

from dataclasses import dataclass, field

from transcribe_video.backend.editing.changed import Changes
from transcribe_video.wire.render import Output
from transcribe_video.wire.session import TurnChoice


@dataclass(frozen=True, slots=True)
class Edited:
    """What came of a message.

    Attributes:
        reply: for the person.
        changes: of the timeline.
        question: what must be answered before anything is done; empty if nothing must.
        choices: answers to it.
        wants_words: recordings must be transcribed.
        unheard: which; empty are all that have sound.
        remarks: what is to be said beside, also when the work that was begun has ended.
        is_changed: whether the timeline is another one now.
        is_settled: it is just as it was, because that is what was asked for.
        is_planned: it waits for a yes.
        output: the video that was asked for with a plan that is carried out now; None if none was.
    """

    reply: str
    changes: Changes = field(default_factory=list)
    question: str = ""
    choices: tuple[TurnChoice, ...] = ()
    wants_words: bool = False
    unheard: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()
    is_changed: bool = False
    is_settled: bool = False
    is_planned: bool = False
    output: Output | None = None


def plainly(*messages: str) -> tuple[TurnChoice, ...]:
    """Choices that read as what is said to choose them."""
    return tuple(TurnChoice(label=message, message=message) for message in messages)

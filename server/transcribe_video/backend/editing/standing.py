"""What a message is about: the timeline as it stands, and what is known of it."""

from collections.abc import Iterator
from dataclasses import dataclass

from transcribe_video.backend.editor.timeline import Timeline
from transcribe_video.conversation.editing.situation import Situation
from transcribe_video.wire.session import SessionView


@dataclass(frozen=True, slots=True)
class Standing:
    """The timeline that a message is about.

    Attributes:
        timeline: as it is.
        number: of the revision that counts; 0 if nothing was edited.
        instead: what that revision did, as it is kept, if the message puts it right and the
            timeline is the one before it; else empty.
    """

    timeline: Timeline
    number: int
    instead: str = ""


def situation_of(timeline: Timeline, view: SessionView, language: str) -> Situation:
    """The project as a message finds it.

    Args:
        timeline: that it is about.
        view: the session.
        language: that is spoken if no transcript tells.
    """
    spoken = next((one.language for one in view.transcripts if one.language), language)
    clips = tuple((at_ms, at_ms + clip.d_ms) for at_ms, clip in timeline.places)
    return Situation(timeline.d_ms, timeline.rate, tuple(_names(view)), spoken, clips)


def _names(view: SessionView) -> Iterator[str]:
    """What files are called: by their names and, where that is not enough, by their paths."""
    names = [file.filename for file in view.media]
    yield from names
    yield from (file.path for file in view.media if file.path and names.count(file.filename) > 1)

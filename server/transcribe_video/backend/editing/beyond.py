"""Times of a message that lie behind the end of the video."""

from collections.abc import Iterator, Sequence
from dataclasses import fields

from transcribe_video.backend.editor.timeline import Timeline
from transcribe_video.conversation.editing import edit as edits
from transcribe_video.conversation.editing.grammar import edits_of
from transcribe_video.conversation.editing.situation import Situation

_DAY_MS = 24 * 60 * 60 * 1000
_TIMES = {"from_ms", "until_ms", "to_ms", "at_ms", "duration_ms"}


def moment_beyond(message: str, timeline: Timeline, files: Sequence[str]) -> int | None:
    """The first moment that a message names and the timeline does not reach; None if none is.

    The message is read once more, as if the video lasted a day.

    Args:
        message: of which a time was not clear.
        timeline: as it is.
        files: names of the session's files.
    """
    request = edits_of(message, Situation(_DAY_MS, timeline.rate, tuple(files)))
    named = (ms for edit in request.edits for ms in _moments(edit))
    return min((ms for ms in named if ms > timeline.d_ms), default=None)


def _moments(edit: edits.Edit) -> Iterator[int]:
    spans = edit.ranges if isinstance(edit, edits.Keep) else ()
    own = (getattr(edit, one.name) for one in fields(edit) if one.name in _TIMES)
    for ms in (*own, *(ms for span in spans for ms in span)):
        if ms is not None:
            yield min(ms, _DAY_MS - ms)  # “the last ten minutes” are told from the end

"""Why an edit changes nothing, as a sentence."""

from fractions import Fraction

from transcribe_video.backend.editing.phrases import length
from transcribe_video.backend.editing.sentences import Sentences
from transcribe_video.backend.editor.timeline import Timeline
from transcribe_video.conversation.editing import edit as edits
from transcribe_video.timecode import fine_clock


def why_unchanged(edit: edits.TimelineEdit, before: Timeline, phrase: str, say: Sentences) -> str:
    """Why nothing is another after an edit.

    Args:
        edit: its times are those of ``before``.
        before: the timeline, which stays as it is.
        phrase: what the edit would have done.
        say: the language.
    """
    match edit:
        case (
            edits.Cut(from_ms, to_ms)
            | edits.Move(from_ms, to_ms)
            | edits.SetVolume(_, int(from_ms), int(to_ms))
            | edits.SetSpeed(_, int(from_ms), int(to_ms))
        ) if before.snapped(from_ms) == before.snapped(to_ms):
            span = f"{fine_clock(from_ms)}-{fine_clock(to_ms)}"
            picture = length(round(Fraction(1000) / before.rate), say)
            return say("too_short", span=span, picture=picture)
        case edits.Move(from_ms, until_ms):
            return say("in_place", span=f"{fine_clock(from_ms)}-{fine_clock(until_ms)}")
        case edits.Keep() | edits.KeepWords():
            return say("all_kept")
        case edits.MatchText():
            return say("same_text")
        case _:
            return say("unchanged", what=phrase)

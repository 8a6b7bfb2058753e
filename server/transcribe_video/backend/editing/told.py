"""What is told of a video, or of what can be said, where nothing is to be changed."""

from transcribe_video.backend.agent.tongue import tongue_in
from transcribe_video.backend.editing.clips_told import clips_told
from transcribe_video.backend.editing.sentences import Sentences
from transcribe_video.backend.editor.timeline import Timeline
from transcribe_video.conversation.editing.small_talk import Tell
from transcribe_video.timecode import fine_clock


def told_of(asked: Tell, timeline: Timeline, say: Sentences) -> str:
    """The answer to a question about the timeline as it is."""
    match asked.what:
        case "length":
            return say("long", d=fine_clock(timeline.d_ms))
        case "clips":
            return clips_told(timeline, say)
        case "help":
            return say.together(say("help"), tongue_in(say.code).abilities)

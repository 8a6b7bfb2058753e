"""What is told of a video, or of what can be said, where nothing is to be changed."""

from collections.abc import Callable, Sequence

from transcribe_video.backend.agent.tongue import tongue_in
from transcribe_video.backend.editing.clips_told import clips_told
from transcribe_video.backend.editing.sentences import Sentences
from transcribe_video.backend.editor.finding import Concordance
from transcribe_video.backend.editor.speech import SpokenWord, Transcripts, spoken_words
from transcribe_video.backend.editor.timeline import Timeline
from transcribe_video.conversation.editing.small_talk import Tell
from transcribe_video.timecode import fine_clock
from transcribe_video.wire.session import SessionView

_MOST = 10  # places that are told


def told_of(
    asked: Tell,
    timeline: Timeline,
    view: SessionView,
    transcripts: Callable[[], Transcripts],
    say: Sentences,
) -> str:
    """The answer to a question about the timeline as it is, and the files made of it."""
    match asked.what:
        case "length":
            return say("long", d=fine_clock(timeline.d_ms))
        case "clips":
            return clips_told(timeline, say)
        case "said":
            return _said(asked.text, spoken_words(timeline, transcripts()), say)
        case "saved":
            return _saved(view, say)
        case "help":
            return say.together(say("help"), tongue_in(say.code).abilities)


def _said(text: str, words: Sequence[SpokenWord], say: Sentences) -> str:
    """When a text is said, at the first places."""
    if not words:
        return say("not_heard")
    found = [one for one in Concordance(words).find(text) if one.is_exact]
    if not found:
        return say("not_said", text=text)
    times = [fine_clock(words[one.first].word.start_ms) for one in found]
    if len(times) > _MOST:
        times = [*times[:_MOST], say("more", count=len(times) - _MOST)]
    return say("said_at", text=text, count=len(found), times=say("comma").join(times))


def _saved(view: SessionView, say: Sentences) -> str:
    """Where the files lie that were made."""
    videos = [str(job.result["path"]) for job in view.jobs if job.result and "path" in job.result]
    documents = [file.path for one in view.transcripts for file in one.files]
    paths = dict.fromkeys([*videos, *documents])
    return say("saved_at", paths=say("comma").join(paths)) if paths else say("not_saved")

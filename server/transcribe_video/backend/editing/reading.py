"""What is said in the video as it is edited."""

from transcribe_video.backend.context import Context
from transcribe_video.backend.editing.material import timeline_now, transcripts_of
from transcribe_video.backend.editor.speech import spoken_transcript
from transcribe_video.transcript.transcript import Transcript
from transcribe_video.wire.session import SessionView

EDITED_NOTE = (
    "This is what is said in the edited video, with its times; with a media_id it is the whole "
    "recording."
)


def edited_transcript(context: Context, view: SessionView) -> tuple[str, Transcript] | None:
    """The first file of the edit, and the transcript of the edit; None if nothing was edited."""
    if context.store.revisions.current(view.session_id) is None:
        return None
    timeline = timeline_now(context, view)
    transcripts = transcripts_of(context, view)
    heard = [clip for clip in timeline.clips if clip.media_id in transcripts]
    if not heard:
        return None
    stem = heard[0].name.rpartition(".")[0] or heard[0].name
    found = spoken_transcript(timeline, transcripts, f"{stem} (edited).mp4")
    return heard[0].media_id, found

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
    """The transcript of the edit, and the first file that is heard; None if nothing was edited."""
    if context.store.revisions.current(view.session_id) is None:
        return None
    timeline = timeline_now(context, view)
    transcripts = transcripts_of(context, view)
    used = {clip.media_id for clip in timeline.clips} & set(transcripts)
    first = next((file for file in view.media if file.media_id in used), None)
    if first is None or first.media_id is None:
        return None
    stem = first.filename.rpartition(".")[0] or first.filename
    found = spoken_transcript(timeline, transcripts, f"{stem} (edited).mp4")
    return first.media_id, found

"""Files that are in the project, and not in the video."""

from collections.abc import Collection, Sequence
from typing import Any

from transcribe_video.backend.context import Context
from transcribe_video.backend.drafting import draft_of, timeline_of, whole_timeline
from transcribe_video.backend.editing.sentences import Sentences
from transcribe_video.backend.store.revisions import Revision
from transcribe_video.wire.session import SessionView
from transcribe_video.wire.upload import UploadedFile

_UNSEEN = "audio"


def with_left_out(media: Sequence[UploadedFile], revision: Revision | None) -> list[UploadedFile]:
    """The files of a session, those noted that have a picture and are not on its timeline.

    Args:
        media: the files.
        revision: the timeline as it was edited; None if nothing was.
    """
    if revision is None:
        return list(media)
    used = set(_used(revision.draft))
    return [
        file if file.media_id in used or file.file_type == _UNSEEN else _noted(file)
        for file in media
    ]


def leave_out(context: Context, view: SessionView, brought: Collection[str], language: str) -> str:
    """Keep files that came with a message by which nothing was done off an unedited timeline.

    One on which nothing else would be takes them.

    Args:
        context: where the session is kept.
        view: the session.
        brought: the files.
        language: in which to tell it.

    Returns:
        What is to be said of those that are not in the video, behind the answer; may be empty.
    """
    store, session_id = context.store, view.session_id
    others = whole_timeline([file for file in view.media if file.media_id not in brought])
    if others.clips and others != whole_timeline(view.media):
        store.revisions.keep_first(session_id, draft_of(others, view.media))
    used = {clip.media_id for clip in timeline_of(store, session_id).clips}
    say = Sentences(language)
    unused = (file for file in view.media if file.media_id not in used)
    left = [one for one in unused if one.media_id in brought and one.file_type != _UNSEEN]
    return "".join(say("stop") + say("left_out", name=one.filename) for one in left)


def _used(draft: dict[str, Any]) -> list[str]:
    clips = (clip for track in draft.get("t", []) for clip in track.get("sg", []))
    return [str(clip.get("m", {}).get("media_id")) for clip in clips]


def _noted(file: UploadedFile) -> UploadedFile:
    note = Sentences("en")("left_out", name=file.filename)
    return file.model_copy(update={"notes": [*file.notes, note]})

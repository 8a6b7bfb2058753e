"""Files that came after the first edit: they are in the project, and not in the video."""

from collections.abc import Sequence
from typing import Any

from transcribe_video.backend.store.revisions import Revision
from transcribe_video.wire.upload import UploadedFile

_NOTE = "It came after the first edit and is not in the video: “append {name}” puts it at the end."


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
        file if file.media_id in used or file.file_type == "audio" else _noted(file)
        for file in media
    ]


def _used(draft: dict[str, Any]) -> list[str]:
    clips = (clip for track in draft.get("t", []) for clip in track.get("sg", []))
    return [str(clip.get("m", {}).get("media_id")) for clip in clips]


def _noted(file: UploadedFile) -> UploadedFile:
    note = _NOTE.format(name=file.filename)
    return file.model_copy(update={"notes": [*file.notes, note]})

"""What a render is of: a timeline, and the files on it, which must be there."""

import os
from collections.abc import Iterable
from dataclasses import dataclass

from transcribe_video.backend.drafting import file_timeline, first_recording, timeline_of
from transcribe_video.backend.editor.draft import timeline_of_draft
from transcribe_video.backend.editor.timeline import Clip, Music, Timeline
from transcribe_video.backend.source_file import path_of
from transcribe_video.backend.store.media_files import MediaRecord
from transcribe_video.backend.store.store import Store
from transcribe_video.errors import UsageError
from transcribe_video.wire.draft import Draft
from transcribe_video.wire.render import RenderRequest

_WHAT = "The video cannot be made"


@dataclass(frozen=True, slots=True)
class RenderPlan:
    """What is to be rendered.

    Attributes:
        timeline: edited or not.
        recordings: the files of its clips, each once, in the order in which they came.
        music: the files of its music.
    """

    timeline: Timeline
    recordings: tuple[MediaRecord, ...]
    music: tuple[MediaRecord, ...] = ()

    @property
    def first(self) -> MediaRecord:
        """The file after which the video is called."""
        return first_recording(self.timeline, self.recordings)

    @property
    def source(self) -> str:
        """What the video is made of, for knowing it again: its first file."""
        path = self.first.path
        assert path is not None
        return os.fsencode(os.path.realpath(path)).hex()


def plan_for(store: Store, request: RenderRequest, *, is_late: bool = False) -> RenderPlan:
    """What a request wants of its session.

    Args:
        store: what is known.
        request: what is wanted.
        is_late: whether files may have come since it was asked for; an empty timeline then stands
            for the one that there is by now.

    Raises:
        UsageError: there is nothing to render.
        MediaError: a file on the timeline cannot be read where it was.
        GoneError: there is no such session or file.
    """
    media = store.media.of(store.sessions.get(request.session_id).session_id)
    timeline = _timeline(store, request, is_late=is_late)
    if not timeline.clips:
        why = "there is neither video nor sound on the timeline"
        raise UsageError("There is nothing to export", why, "Bring a video first")
    known = {record.media_id: record for record in media}
    used, music = _there(timeline.clips, known), _there(timeline.music, known)
    return RenderPlan(timeline, tuple(record for record in media if record in used), music)


def _timeline(store: Store, request: RenderRequest, *, is_late: bool) -> Timeline:
    """The timeline that is meant: of one whole file, as it is by now, or as it was sent."""
    if request.output.media_id is not None:
        return file_timeline(store, request.session_id, request.output.media_id, _WHAT)
    draft = Draft.model_validate(request.draft)
    if not draft.is_ready:
        return timeline_of(store, request.session_id) if is_late else Timeline(())
    timeline = timeline_of_draft(draft)
    if timeline is None:
        raise UsageError(_WHAT, "its timeline is in a form that is not known", "Export it again")
    return timeline


def _there(used: Iterable[Clip | Music], known: dict[str, MediaRecord]) -> tuple[MediaRecord, ...]:
    """The files of clips or of music, each once; raises where one is missing."""
    names = {one.media_id: one.name for one in used}
    return tuple(_checked(known.get(media_id), name) for media_id, name in names.items())


def _checked(record: MediaRecord | None, name: str) -> MediaRecord:
    if record is None:
        why = f"“{name}”, which is on the timeline, is not in the project any more"
        remedy = "Cut it out of the video, or undo what put it there, and then try again"
        raise UsageError(_WHAT, why, remedy)
    path_of(record, _WHAT)
    return record

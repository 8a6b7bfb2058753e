"""What the editor works on: the timeline of a session, and all that is known of its files."""

from collections.abc import Collection, Mapping, Sequence
from fractions import Fraction

from transcribe_video.backend.context import Context
from transcribe_video.backend.drafting import draft_of
from transcribe_video.backend.editor.draft import draft_of_timeline, timeline_of_draft
from transcribe_video.backend.editor.project import Project, Source
from transcribe_video.backend.editor.timeline import DEFAULT_RATE, ClipKind, Timeline
from transcribe_video.backend.listener import quiet_in
from transcribe_video.conversation.editing.edit import Range
from transcribe_video.timecode import milliseconds
from transcribe_video.transcript.transcript import Transcript
from transcribe_video.wire.draft import Draft
from transcribe_video.wire.session import SessionView
from transcribe_video.wire.upload import UploadedFile

_STILL_MS = 5000  # for which a picture is shown
_KINDS: dict[str, ClipKind] = {"video": "video", "audio": "audio", "image": "image"}
_USUAL = tuple(
    map(Fraction, ("24000/1001", "24", "25", "30000/1001", "30", "50", "60000/1001", "60"))
)
_SAME_RATE = Fraction(1, 500)


def timeline_now(context: Context, view: SessionView, added: Collection[str] = ()) -> Timeline:
    """The session's timeline as its last edit left it, or its files one after the other.

    Args:
        context: where the session is kept.
        view: the session.
        added: names of files that an edit is about to put somewhere: where nothing was edited,
            they do not stand at the end too.
    """
    revision = context.store.revisions.current(view.session_id)
    found = revision and timeline_of_draft(Draft.model_validate(revision.draft))
    return found or whole_timeline([file for file in view.media if not _is_named(file, added)])


def _is_named(file: UploadedFile, names: Collection[str]) -> bool:
    source = _source(file)
    return source is not None and any(source.is_called(name) for name in names)


def whole_timeline(media: Sequence[UploadedFile]) -> Timeline:
    """The files one after the other: what has a picture or, if nothing has, what can be heard."""
    there = [source for file in media if (source := _source(file)) is not None]
    shown = [source for source in there if source.kind != "audio"]
    clips = tuple(source.clip for source in shown or there)
    return Timeline(clips, _rate(media))


def draft_now(context: Context, view: SessionView) -> dict[str, object]:
    """The session's timeline in the wire's form."""
    if context.store.revisions.current(view.session_id) is None:
        return draft_of(view.media, view.transcripts)
    return draft_with(view, timeline_now(context, view))


def draft_with(view: SessionView, timeline: Timeline) -> dict[str, object]:
    """A timeline of the session in the wire's form."""
    heard = {one.media_id for one in view.transcripts if one.status == "completed"}
    return draft_of_timeline(timeline, _particulars(view.media), heard)


def project_of(
    context: Context, view: SessionView, timeline: Timeline, *, is_listening: bool
) -> Project:
    """The session's files, what is said in them and, where it is asked for, where it is quiet."""
    sources = [source for file in view.media if (source := _source(file)) is not None]
    used = {clip.media_id for clip in timeline.clips}
    return Project(
        sources=sources,
        transcripts=transcripts_of(context, view),
        quiet=_quiet(context, used) if is_listening else {},
        fillers=context.manifest.fillers,
    )


def transcripts_of(context: Context, view: SessionView) -> dict[str, Transcript]:
    """The transcripts of the session's files."""
    ids = [file.media_id for file in view.media if file.media_id]
    found = ((media_id, context.store.transcripts.get(media_id)) for media_id in ids)
    return {media_id: transcript for media_id, transcript in found if transcript is not None}


def _quiet(context: Context, media_ids: set[str]) -> Mapping[str, Sequence[Range]]:
    folder = context.settings.home / "work"
    found: dict[str, Sequence[Range]] = {}
    for media_id in media_ids:
        path = context.store.media.get(media_id).path
        quiet = None if path is None else quiet_in(path, folder)
        if quiet is not None:
            found[media_id] = quiet
    return found


def _source(file: UploadedFile) -> Source | None:
    """The file as material; None while its length is not known."""
    kind = _KINDS.get(file.file_type)
    if kind is None or not file.media_id:
        return None
    is_there = file.width is not None or bool(file.bytes)
    still_ms = _STILL_MS if kind == "image" and is_there else 0
    length_ms = still_ms if file.duration is None else milliseconds(file.duration)
    return Source(file.media_id, file.filename, kind, length_ms) if length_ms > 0 else None


def _rate(media: Sequence[UploadedFile]) -> Fraction:
    """Pictures a second of the first file that tells."""
    told = next((file.fps for file in media if file.fps and file.file_type == "video"), None)
    if told is None or not 1 <= told <= 1000:  # noqa: PLR2004 - no camera's
        return DEFAULT_RATE
    nearest = min(_USUAL, key=lambda usual: abs(usual - Fraction(told)))
    if abs(nearest - Fraction(told)) <= nearest * _SAME_RATE:
        return nearest
    return Fraction(told).limit_denominator(1001)


def _particulars(media: Sequence[UploadedFile]) -> dict[str, object]:
    """The title, and the size of the first file that has one."""
    name = next((file.filename for file in media if file.filename), "project")
    sizes = ((file.width, file.height) for file in media if file.file_type != "audio")
    width, height = next((size for size in sizes if all(size)), (None, None))
    size = {"width": width, "height": height}
    title: dict[str, object] = {"title": name.rpartition(".")[0] or name}
    return title | {key: value for key, value in size.items() if value is not None}

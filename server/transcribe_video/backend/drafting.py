"""The timeline of a session, edited or not, and its form on the wire."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from fractions import Fraction
from itertools import takewhile

from transcribe_video.backend.editor.draft import draft_of_timeline, timeline_of_draft
from transcribe_video.backend.editor.project import Source
from transcribe_video.backend.editor.timeline import DEFAULT_RATE, ClipKind, Timeline
from transcribe_video.backend.media_view import uploaded_file
from transcribe_video.backend.source_file import path_of
from transcribe_video.backend.store.gone import gone
from transcribe_video.backend.store.media_files import MediaRecord
from transcribe_video.backend.store.store import Store
from transcribe_video.frame_rate import exact_rate
from transcribe_video.media.render.size import Size, main_size
from transcribe_video.timecode import milliseconds
from transcribe_video.wire.draft import STILL_MS, Draft
from transcribe_video.wire.upload import UploadedFile

_UNTITLED = "project"
_KINDS: dict[str, ClipKind] = {"video": "video", "audio": "audio", "image": "image"}


def whole_timeline(media: Sequence[UploadedFile]) -> Timeline:
    """The timeline that nobody has edited: the files one after the other.

    What is only heard is left out where there are videos, and pictures that came after one: they
    are to be put somewhere. So are pictures where there are only recordings of sound; a file whose
    length is not known yet is left out in any case.
    """
    there = [(file, source) for file in media if (source := source_of(file)) is not None]
    kinds = {source.kind for _, source in there}
    shown = next(({kind} for kind in ("video", "audio", "image") if kind in kinds), set())
    before = takewhile(lambda source: source.kind != "video", (source for _, source in there))
    covers = {source.media_id for source in before if source.kind == "image" and "video" in kinds}
    clips = tuple(
        source.clip for _, source in there if source.kind in shown or source.media_id in covers
    )
    return Timeline(clips, _rate(media))


def timeline_of(store: Store, session_id: str, added: Collection[str] = ()) -> Timeline:
    """The session's timeline as its last edit left it, or its files one after the other.

    Where all edits are taken back, it is the timeline before the first of them.

    Args:
        store: what is known.
        session_id: which session.
        added: names of files that an edit is about to put somewhere: where nothing was edited,
            they do not stand at the end too, but tell the rate where no other does.
    """
    revision = store.revisions.current(session_id) or store.revisions.first(session_id)
    found = revision and timeline_of_draft(Draft.model_validate(revision.draft))
    files = [*map(uploaded_file, store.media.of(session_id))]
    there = [file for file in files if not _is_named(file, added)]
    return found or replace(whole_timeline(there), rate=_rate([*there, *files]))


def first_timeline(store: Store, session_id: str) -> Timeline:
    """The session's timeline before its first edit."""
    revision = store.revisions.first(session_id)
    found = revision and timeline_of_draft(Draft.model_validate(revision.draft))
    return found or whole_timeline([*map(uploaded_file, store.media.of(session_id))])


def file_timeline(store: Store, session_id: str, media_id: str, what: str) -> Timeline:
    """The timeline of one whole file of a session, whatever its own looks like.

    Args:
        store: what is known.
        session_id: which session.
        media_id: which file.
        what: what else could not be done, e.g. ``"The video cannot be made"``.

    Raises:
        GoneError: there is no such file in it.
        UsageError: it is still being fetched.
        MediaError: it cannot be read where it was.
    """
    record = next((one for one in store.media.of(session_id) if one.media_id == media_id), None)
    if record is None:
        raise gone("file")
    path_of(record, what)
    return whole_timeline([uploaded_file(record)])


def first_recording(timeline: Timeline, media: Sequence[MediaRecord]) -> MediaRecord:
    """The file after which a video is called, wherever its parts stand: the first that came.

    Args:
        timeline: what the video shows; a picture counts only where there is nothing else.
        media: the session's files, in the order in which they came.

    Raises:
        GoneError: none of those on the timeline is there any more.
    """
    stills = {clip.media_id: clip.kind == "image" for clip in timeline.clips}
    there = [record for record in media if record.media_id in stills]
    if not there:
        raise gone("file")
    return min(there, key=lambda record: stills[record.media_id])


def draft_of(
    timeline: Timeline, media: Sequence[UploadedFile], captioned: Collection[str] = ()
) -> dict[str, object]:
    """A timeline of a session in the wire's form (``wire.draft``).

    Args:
        timeline: edited or not.
        media: the session's files, after the first of which the draft is called.
        captioned: those of them whose transcript is known.
    """
    return draft_of_timeline(timeline, _particulars(media), captioned)


def is_edited(timeline: Timeline, media: Sequence[MediaRecord]) -> bool:
    """Whether a timeline is more than some of the session's files one after the other."""
    names = {clip.media_id: clip.name for clip in timeline.clips}  # a file may have another by now
    files = [uploaded_file(record) for record in media if record.media_id in names]
    called = (file.model_copy(update={"filename": names[file.media_id or ""]}) for file in files)
    return timeline != whole_timeline([*called])


def source_of(file: UploadedFile) -> Source | None:
    """The file as material; None while its length is not known."""
    kind = _KINDS.get(file.file_type)
    if kind is None or not file.media_id:
        return None
    is_there = file.width is not None or bool(file.bytes)
    still_ms = STILL_MS if kind == "image" and is_there else 0
    length_ms = still_ms if file.duration is None else milliseconds(file.duration)
    if length_ms <= 0:
        return None
    return Source(file.media_id, file.filename, kind, length_ms, file.path or "")


def _is_named(file: UploadedFile, names: Collection[str]) -> bool:
    source = source_of(file)
    return source is not None and any(source.is_called(name) for name in names)


def _rate(media: Sequence[UploadedFile]) -> Fraction:
    """Pictures a second of the first video that tells."""
    videos = (file for file in media if file.file_type == "video" and source_of(file))
    told = next((file.fps for file in videos if file.fps), None)
    return exact_rate(told) or DEFAULT_RATE


def _particulars(media: Sequence[UploadedFile]) -> dict[str, object]:
    """The title, and the size of the file that is seen for the longest, as the video has it."""
    name = next((file.filename for file in media if file.filename), _UNTITLED)
    main = main_size(_shown(media))
    size = {"width": main.width, "height": main.height} if main else {}
    title: dict[str, object] = {"title": name.rpartition(".")[0] or name}
    return title | size


def _shown(media: Sequence[UploadedFile]) -> Iterator[tuple[Size, bool, int]]:
    for file in media:
        if file.file_type != "audio" and file.width and file.height:
            ms = STILL_MS if file.duration is None else milliseconds(file.duration)
            yield Size(file.width, file.height), file.file_type == "image", ms

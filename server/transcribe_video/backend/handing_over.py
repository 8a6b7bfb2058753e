"""The edit as files that editing programs open, with its subtitles beside."""

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from pathlib import Path

from transcribe_video.backend.context import Context
from transcribe_video.backend.drafting import file_timeline, first_recording, is_edited, timeline_of
from transcribe_video.backend.editor.speech import spoken_transcript
from transcribe_video.backend.editor.timeline import Clip as TimelineClip
from transcribe_video.backend.editor.timeline import Timeline
from transcribe_video.backend.known_transcripts import known_transcripts
from transcribe_video.backend.source_file import path_of
from transcribe_video.backend.store.gone import gone
from transcribe_video.backend.store.media_files import MediaRecord
from transcribe_video.backend.writing import write_documents
from transcribe_video.delivery.folder import folder_without_source, full_path
from transcribe_video.documents.registry import format_named
from transcribe_video.documents.shelf import Placement, Shelf
from transcribe_video.errors import UsageError
from transcribe_video.frame_rate import exact_rate, nominal_rate, sequence_rate
from transcribe_video.handoff.registry import TimelineFormat, timeline_format
from transcribe_video.handoff.sequence import Clip, Kind, Media, Music, Title
from transcribe_video.handoff.sequence import Sequence as Edit
from transcribe_video.handoff.smpte import source_timecode
from transcribe_video.media.render.request import Frame
from transcribe_video.media.render.size import Size, main_size
from transcribe_video.refusal import refusal
from transcribe_video.wire.session import SessionView
from transcribe_video.wire.transcript import DocumentFile, Documents, DocumentsRequest

_SUBTITLES = "srt"
_OWN_FILES = (
    "Some of its files lie in this program's own folder, and go when the project is deleted: copy "
    "them to a folder of yours first."
)
_NOWHERE = "The timeline cannot be written to"
_WHAT = "The timeline cannot be handed over"


def write_wanted(context: Context, view: SessionView, wanted: DocumentsRequest) -> Documents:
    """Write the edit, or a transcript, in the formats that are wanted; nothing is overwritten.

    Raises:
        GoneError: a file is not in the session any more.
        UsageError: there is nothing to write, or a format or the place cannot be.
        MediaError: a file of the edit cannot be read where it was.
        StorageError: the disk is full, or the folder may not be written to.
    """
    names = [part for name in wanted.formats for part in name.split(",") if part.strip()]
    found = {name: timeline_format(name) for name in names}
    timelines = tuple(dict.fromkeys(kind for kind in found.values() if kind is not None))
    texts = [name for name, kind in found.items() if kind is None]
    if not timelines:
        return write_documents(context, view, wanted)
    handed = hand_over(context, view, timelines, wanted)
    if not texts:
        return handed
    update = {"formats": texts}
    documents = write_documents(context, view, wanted.model_copy(update=update))
    files, notes = [*handed.files, *documents.files], [*handed.notes, *documents.notes]
    return documents.model_copy(update={"files": files, "notes": notes})


def hand_over(
    context: Context,
    view: SessionView,
    kinds: Sequence[TimelineFormat],
    wanted: DocumentsRequest,
) -> Documents:
    """Write the edit for editing programs, where it is wanted or beside its first recording.

    Args:
        context: where the session is kept.
        view: the session.
        kinds: in which formats.
        wanted: where to, and whether it is one whole file instead of the edit.

    Raises:
        GoneError, UsageError, MediaError, StorageError: as ``write_wanted``.
    """
    store, session_id, media_id = context.store, view.session_id, wanted.media_id
    timeline = (
        file_timeline(store, session_id, media_id, _WHAT)
        if media_id
        else timeline_of(store, session_id)
    )
    if not timeline.clips:
        why = "the project holds no video, picture or sound yet"
        raise UsageError("There is nothing to hand over", why, "Add a file with upload first")
    records = store.media.of(session_id)
    first = first_recording(timeline, records)
    name = f"{Path(first.filename).stem}{' (edited)' if is_edited(timeline, records) else ''}"
    sequence = sequence_of(timeline, records, name)
    contents = {kind.suffix: kind.write(sequence) for kind in kinds}
    subtitles = _subtitles(context, view, timeline)
    if subtitles is not None:
        contents[f".{_SUBTITLES}"] = subtitles
    placement = _placed(context, first, contents, wanted.path, name)
    notes = [*_place_note(placement), *_left_out(timeline, sequence, kinds)]
    if any(store.media.get(clip.media_id).is_ours for clip in timeline.clips):
        notes.append(_OWN_FILES)
    if subtitles is not None:
        notes.append("The subtitles of the edit lie beside it: import them into the same project.")
    return Documents(media_id=first.media_id, files=_files(contents, placement), notes=notes)


def sequence_of(timeline: Timeline, records: Sequence[MediaRecord], name: str) -> Edit:
    """The edit as editing programs see it.

    Args:
        timeline: the edit.
        records: the files of the session.
        name: what it is called.

    Raises:
        GoneError: a file on it is not in the session any more.
        UsageError, MediaError: it cannot be read where it was.
    """
    used = {record.media_id: record for record in records}
    clips = tuple(_clip(clip, used) for clip in timeline.clips)
    music = tuple(Music(_media(one.media_id, used), one.volume) for one in timeline.music)
    titles = tuple(
        Title(title.text, title.from_ms, title.to_ms, title.position) for title in timeline.titles
    )
    size = _size(timeline, clips)
    return Edit(
        name,
        _rate(timeline, clips),
        clips,
        titles,
        music,
        None if size is None else size.width,
        None if size is None else size.height,
        is_filled=timeline.frame.aspect is not None and not timeline.frame.is_padded,
    )


def _rate(timeline: Timeline, clips: Sequence[Clip]) -> Fraction:
    """That of the video that would be made."""
    known = (clip.media.rate for clip in clips if clip.media.kind == "video")
    return sequence_rate(next(filter(None, known), timeline.rate))


def _clip(clip: TimelineClip, used: Mapping[str, MediaRecord]) -> Clip:
    media = _media(clip.media_id, used)
    return Clip(media, clip.from_ms, clip.to_ms, clip.speed, clip.volume)


def _media(media_id: str, used: Mapping[str, MediaRecord]) -> Media:
    record = used.get(media_id)
    if record is None:
        raise gone("file")
    facts = record.facts
    return Media(
        path=path_of(record, _WHAT).absolute(),
        name=record.filename,
        kind=_kind(facts.file_type),
        d_ms=facts.duration_ms,
        rate=nominal_rate(exact_rate(facts.fps)),
        width=facts.width,
        height=facts.height,
        has_sound=facts.has_sound,
        start=source_timecode(facts.timecode),
    )


def _kind(file_type: str) -> Kind:
    if file_type == "audio":
        return "audio"
    return "image" if file_type == "image" else "video"


def _size(timeline: Timeline, clips: Sequence[Clip]) -> Size | None:
    """How large the picture is: as what is seen for the longest, in the shape of the edit."""
    main = main_size(_shown(clips))
    if main is None:
        return None
    frame = timeline.frame
    wanted = Frame(aspect=frame.aspect, is_padded=frame.is_padded, height=frame.height)
    return main.framed(wanted)


def _shown(clips: Sequence[Clip]) -> Iterator[tuple[Size, bool, int]]:
    for clip in clips:
        width, height = clip.media.width, clip.media.height
        if width and height:
            ms = round((clip.to_ms - clip.from_ms) / clip.speed)
            yield Size(width, height), clip.media.kind == "image", ms


def _subtitles(context: Context, view: SessionView, timeline: Timeline) -> bytes | None:
    """What is said in the edit; None if nothing is, or no captions are wanted."""
    if timeline.captions.is_on is False:
        return None
    said = spoken_transcript(timeline, known_transcripts(context.store, view.session_id), view.name)
    return format_named(_SUBTITLES).write(said) if said.segments else None


def _placed(
    context: Context,
    first: MediaRecord,
    contents: Mapping[str, bytes],
    path: str | None,
    name: str,
) -> Placement:
    """Put the files where they are wanted, else beside the first one, else in the downloads."""
    called = f"{name}{Path(first.filename).suffix}"
    place = None if path is None else full_path(path, _NOWHERE)
    if place is None:
        folder = _folder_without_source(context) if first.is_ours else None
    elif place.is_dir():
        folder = place
    else:
        folder = place.parent
        called = place.name if place.suffix.lower() in contents else f"{place.name}.mp4"
    shelf = Shelf(context.settings.home)
    return shelf.place(
        first.path or Path(first.filename), contents, folder, called, keeps_earlier=True
    )


def _folder_without_source(context: Context) -> Path:
    try:
        return folder_without_source(context.downloads, context.settings.home)
    except OSError as error:
        what = f"The timeline cannot be written into “{context.downloads}”"
        raise refusal(what, error, "choose another folder") from error


def _files(contents: Mapping[str, bytes], placement: Placement) -> list[DocumentFile]:
    return [
        DocumentFile(format=suffix.removeprefix("."), path=str(path), bytes=path.stat().st_size)
        for suffix, path in zip(contents, placement.paths, strict=True)
    ]


def _place_note(placement: Placement) -> Iterator[str]:
    if placement.instead_of is not None:
        folder = placement.paths[0].parent
        yield f"“{placement.instead_of}” may not be written to, so it is in “{folder}”."


def _left_out(timeline: Timeline, edit: Edit, kinds: Sequence[TimelineFormat]) -> Iterator[str]:
    """What of the edit the files cannot hold."""
    there = {
        "titles": bool(edit.titles),
        "music": bool(edit.music),
        "volume": any(clip.volume not in {0, 1} for clip in edit.clips)
        or any(music.volume != 1 for music in edit.music),
        "shape": timeline.frame.aspect is not None,
    }
    for kind in kinds:
        if len(edit.clips) > (kind.most_clips or len(edit.clips)):
            yield (
                f"The {kind.title} has {len(edit.clips)} parts, and many programs read only the "
                f"first {kind.most_clips}: export it as fcpxml or otio, which hold all."
            )
        missing = [what for what, is_there in there.items() if is_there and what in kind.leaves_out]
        marks = " (titles are marks)" if "titles" in missing else ""
        if missing:
            yield f"The {kind.title} cannot hold: {', '.join(missing)}{marks}."
    own = {
        "fades": timeline.fades != type(timeline.fades)(),
        "loudness": timeline.loudness_lufs is not None,
        "music that grows quiet under speech": any(music.is_ducked for music in timeline.music),
        "parts of the music at another volume": any(music.levels for music in timeline.music),
    }
    others = [what for what, is_there in own.items() if is_there]
    if others:
        yield f"Not handed over, to be set in the editing program: {', '.join(others)}."

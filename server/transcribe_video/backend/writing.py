"""Finished transcripts written in further formats."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from transcribe_video.backend.context import Context
from transcribe_video.backend.recording import transcribed
from transcribe_video.backend.store.media_files import MediaRecord
from transcribe_video.delivery.folder import folder_without_source, full_path, own_folder_note
from transcribe_video.documents.format import Format
from transcribe_video.documents.registry import FORMATS, formats_named
from transcribe_video.documents.shelf import Placement, Shelf
from transcribe_video.errors import UsageError
from transcribe_video.refusal import refusal
from transcribe_video.wire.session import SessionView
from transcribe_video.wire.transcript import DocumentFile, Documents, DocumentsRequest

_NOWHERE = "Documents cannot be written to"


def write_documents(context: Context, view: SessionView, wanted: DocumentsRequest) -> Documents:
    """Write a transcript where it is wanted, or beside its recording; nothing is overwritten.

    Raises:
        GoneError: there is no such recording in the session.
        UsageError: it is not transcribed, or a format or the place cannot be.
        StorageError: the disk is full, or the folder may not be written to.
    """
    kinds = formats_named(wanted.formats)
    if not kinds:
        names = ", ".join(kind.name for kind in FORMATS)
        raise UsageError("There is nothing to write", "no format is named", f"Name one of {names}")
    place = None if wanted.path is None else full_path(wanted.path, _NOWHERE)
    media_id, transcript = transcribed(context, view, wanted.media_id)
    contents = {kind.suffix: kind.write(transcript) for kind in kinds}
    is_edited = context.store.revisions.current(view.session_id) is not None
    name = transcript.source if is_edited and wanted.media_id is None else None
    placement = _placed(context, media_id, contents, place, name, keeps_earlier=is_edited)
    files = _files(kinds, placement)
    context.store.transcripts.add_files(media_id, files)
    return Documents(media_id=media_id, files=files, notes=_notes(context, placement))


def _placed(
    context: Context,
    media_id: str,
    contents: Mapping[str, bytes],
    place: Path | None,
    name: str | None,
    *,
    keeps_earlier: bool,
) -> Placement:
    record = context.store.media.get(media_id)
    name = name or (record.filename if record.is_ours else None)
    folder = place
    if place is None:
        folder = _folder_for(context, record) if record.is_ours else None
    elif not place.is_dir():
        [suffix, *others] = contents
        if others:
            what = f"The documents cannot all be written to “{place.name}”"
            raise UsageError(what, "that is one file", "Name a folder that is there")
        name = place.name if place.suffix.lower() == suffix else f"{place.name}{suffix}"
        folder = place.parent
    shelf = Shelf(context.settings.home)
    return shelf.place(
        record.path or Path(record.filename), contents, folder, name, keeps_earlier=keeps_earlier
    )


def _folder_for(context: Context, record: MediaRecord) -> Path:
    """Where documents go whose recording lies in a folder of ours: to those written before."""
    for summary in context.store.transcripts.of(record.session_id):
        if summary.media_id == record.media_id and summary.files:
            return Path(summary.files[0].path).parent
    try:
        return folder_without_source(context.downloads, context.settings.home)
    except OSError as error:
        what = f"Documents cannot be written into “{context.downloads}”"
        raise refusal(what, error, "choose another folder") from error


def _files(kinds: Sequence[Format], placement: Placement) -> list[DocumentFile]:
    pairs = zip(kinds, placement.paths, strict=True)
    return [
        DocumentFile(format=kind.name, path=str(path), bytes=path.stat().st_size)
        for kind, path in pairs
    ]


def _notes(context: Context, placement: Placement) -> list[str]:
    if placement.instead_of is None:
        return [*own_folder_note(placement.paths[0], context.settings.home)]
    folder = placement.paths[0].parent
    return [f"“{placement.instead_of}” may not be written to, so it is in “{folder}”."]

"""Documents of a transcript that came from the cloud, as far as it holds what they need."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from transcribe_video.cloud.passage import transcribed
from transcribe_video.cloud.records.media_files import CloudMedia
from transcribe_video.cloud.surroundings import Surroundings
from transcribe_video.delivery.folder import folder_without_source, own_folder_note
from transcribe_video.documents.format import Format
from transcribe_video.documents.registry import formats_named
from transcribe_video.documents.shelf import Placement, Shelf
from transcribe_video.errors import DocumentError, UsageError
from transcribe_video.refusal import refusal
from transcribe_video.transcript.transcript import Transcript
from transcribe_video.wire.transcript import DocumentFile, Documents, DocumentsRequest

_OF_TIMES = frozenset({"srt", "vtt", "json"})
_LOCAL = "Use the engine on this computer for it: set NEMO_BACKEND=local and call transcribe again"


def writable(
    names: Sequence[str], transcript: Transcript
) -> tuple[tuple[Format, ...], DocumentError | None]:
    """The formats that can be written, and why the others cannot, if there are any."""
    kinds = formats_named(names)
    if transcript.is_timed:
        return kinds, None
    timeless = tuple(kind for kind in kinds if kind.name not in _OF_TIMES)
    refused = [kind.name for kind in kinds if kind.name in _OF_TIMES]
    if not refused:
        return timeless, None
    named = " and ".join(refused)
    error = DocumentError(
        f"{named} cannot be written",
        f"{'they need' if len(refused) > 1 else 'it needs'} the time of every utterance, and the "
        "cloud gave none",
        _LOCAL,
    )
    return timeless, error


@dataclass(frozen=True, slots=True)
class Place:
    """Where documents are wanted.

    Attributes:
        folder: None is the recording's own.
        name: what they are named after; None is the recording.
    """

    folder: Path | None = None
    name: str | None = None


def place_in(folder: str | None) -> Place:
    """The place that an order names: a folder, which is made if it is not there."""
    return Place(None if folder is None else Path(folder))


def place_at(wanted: str | None, kinds: Sequence[Format]) -> Place:
    """The place that a request names: a folder that is there or, for one format, a file.

    Raises:
        UsageError: it is one file for several formats.
    """
    if wanted is None:
        return Place()
    path = Path(wanted)
    if path.is_dir():
        return Place(path)
    if len(kinds) > 1:
        what = f"The documents cannot all be written to “{path.name}”"
        raise UsageError(what, "that is one file", "Name a folder that is there")
    suffix = kinds[0].suffix
    return Place(
        path.parent, path.name if path.suffix.lower() == suffix else f"{path.name}{suffix}"
    )


def placed(
    around: Surroundings,
    media: CloudMedia,
    kinds: Sequence[Format],
    transcript: Transcript,
    place: Place,
) -> tuple[list[DocumentFile], list[str]]:
    """Write documents where they are wanted, else beside their recording; nothing is overwritten.

    Returns:
        The documents, and what a person should know of where they are.

    Raises:
        UsageError: the place cannot be.
        StorageError: the disk is full, or the folder may not be written to.
    """
    contents = {kind.suffix: kind.write(transcript) for kind in kinds}
    folder, name = place.folder, place.name
    if media.path is None:
        folder, name = folder or _downloads(around), name or media.filename
    shelf = Shelf(around.settings.home)
    placement = shelf.place(media.path or Path(media.filename), contents, folder, name)
    pairs = zip(kinds, placement.paths, strict=True)
    files = [
        DocumentFile(format=kind.name, path=str(path), bytes=path.stat().st_size)
        for kind, path in pairs
    ]
    return files, _notes(placement, around.settings.home)


def _downloads(around: Surroundings) -> Path:
    home = around.settings.home
    try:
        return folder_without_source(around.downloads, home)
    except OSError as error:
        what = f"Documents cannot be written into “{home / 'documents'}”"
        raise refusal(what, error, "choose another folder") from error


def _notes(placement: Placement, home: Path) -> list[str]:
    if placement.instead_of is None:
        return [*own_folder_note(placement.paths[0], home)]
    where = placement.paths[0].parent
    return [f"“{placement.instead_of}” may not be written to, so the documents are in “{where}”."]


def write_documents(around: Surroundings, session_id: str, request: DocumentsRequest) -> Documents:
    """Write a transcript that is known already in other formats.

    Raises:
        DocumentError: a format needs times, and there are none.
        GoneError, UsageError: it is not known what was said, or the place cannot be.
        StorageError: it cannot be written there.
    """
    archive = around.archive
    media, transcript = transcribed(archive, session_id, request.media_id)
    kinds, refused = writable(request.formats, transcript)
    if refused is not None or not kinds:
        raise refused or UsageError("There is nothing to write", "no format is named")
    place = place_at(request.path, kinds)
    files, notes = placed(around, media, kinds, transcript, place)
    summaries = {one.media_id: one for one in archive.transcripts.of(session_id)}
    summary = summaries[media.media_id]
    known = {file.path: file for file in (*summary.files, *files)}
    changed = summary.model_copy(update={"files": list(known.values())})
    said = archive.transcripts.get(media.media_id)
    assert said is not None
    archive.transcripts.keep(session_id, said, changed)
    return Documents(media_id=media.media_id, files=files, notes=notes)

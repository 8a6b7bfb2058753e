"""Where a file of a session lies, and what is said where it does not, or is another by now."""

from pathlib import Path

from transcribe_video.backend.store.media_files import MediaRecord
from transcribe_video.errors import MediaError, MediaNotFoundError, UsageError
from transcribe_video.media.file import check_file


def path_of(record: MediaRecord, what: str) -> Path:
    """The path of a file that is there and may be read.

    Args:
        record: the file.
        what: what else could not be done, e.g. ``"The video cannot be made"``.

    Raises:
        UsageError: it is still being fetched.
        MediaNotFoundError: somebody has deleted or moved it since it came.
        MediaError: it may not be read, is no file any more, or is another since it came.
    """
    path = record.path
    if path is None:
        why = f"“{record.filename}” is still being fetched"
        raise UsageError(what, why, "Wait until it is there, and then try again")
    try:
        check_file(path)
    except MediaNotFoundError as error:
        raise MediaNotFoundError(what, *_moved(record, path)) from error
    if path.stat().st_size != record.bytes:
        raise MediaError(what, *_changed(record, path))
    return path


def _changed(record: MediaRecord, path: Path) -> tuple[str, str]:
    """Why, and what to do."""
    there = "" if record.is_ours else f" in “{path.parent}”"
    why = f"“{record.filename}”{there} is another file than the one that was brought"
    remedy = (
        "Put the file back as it was, and then try again; or bring the new one with upload into a "
        "new project, and edit it there"
    )
    return why, remedy


def _moved(record: MediaRecord, path: Path) -> tuple[str, str]:
    """Why, and what to do."""
    if record.is_ours:  # where files of ours lie is nobody's business
        why = f"the copy of “{record.filename}” that lay in this program's folder was deleted"
        return why, "Bring the file into this project again with upload, and then try again"
    remedy = (
        "Put it back there, or name its new place with upload in this project, which takes it "
        "from there; then try again"
    )
    return f"“{record.filename}” is no longer in “{path.parent}”, where it was", remedy

"""Files that come into a session: each is looked into first, and all of them join it or none."""

from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from transcribe_video.backend.context import Context
from transcribe_video.backend.incoming import Arrived
from transcribe_video.backend.store.media_files import MediaPlace, MediaRecord
from transcribe_video.errors import UsageError
from transcribe_video.media.file import check_file, quoted

_MOST = 200


def add_named(context: Context, session_id: str, named: Sequence[str]) -> list[MediaRecord]:
    """Files of this computer, which stay where they are.

    Raises:
        UsageError: a path is not absolute, or there are none or too many.
        MediaError: a file is not there, may not be read, or is nothing that can be worked on.
    """
    check_count(named)
    paths = [_absolute(one) for one in named]
    places = [(path.name, MediaPlace(path, path.stat().st_size)) for path in paths]
    return _added(context, session_id, places)


def add_received(context: Context, session_id: str, files: Sequence[Arrived]) -> list[MediaRecord]:
    """Files that were sent, and lie in the session's folder; what does not join it is removed.

    Raises:
        MediaError: one is nothing that can be worked on.
    """
    places = [
        (file.filename, MediaPlace(file.path, file.bytes, file.sha256, is_ours=True))
        for file in files
    ]
    try:
        return _added(context, session_id, places)
    except BaseException:
        for file in files:
            with suppress(OSError):
                file.path.unlink(missing_ok=True)
        raise


def check_count(named: Sequence[str]) -> None:
    """Refuse an upload of nothing, or of very much.

    Raises:
        UsageError: it is one.
    """
    if not named:
        raise UsageError("There is nothing to upload", "no file is named", "Name a file")
    if len(named) > _MOST:
        why = f"{len(named)} files are named, and at most {_MOST} can be at once"
        raise UsageError("The files cannot be taken", why, "Name fewer")


def _absolute(named: str) -> Path:
    path = Path(named)
    if not path.is_absolute():
        raise UsageError(f"{quoted(path)} cannot be read", "its path is not absolute")
    check_file(path)
    return path


def _added(
    context: Context, session_id: str, places: Sequence[tuple[str, MediaPlace]]
) -> list[MediaRecord]:
    context.store.sessions.get(session_id)
    facts = [_told(name, context.board.probe(place.path)) for name, place in places]
    with context.store.transaction():
        return [
            context.store.media.add(session_id, name, place, found)
            for (name, place), found in zip(places, facts, strict=True)
        ]

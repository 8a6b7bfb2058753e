"""Files that come into a session: each is looked into first, and all of them join it or none."""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from transcribe_video.backend.context import Context
from transcribe_video.backend.incoming import Arrived
from transcribe_video.backend.media_facts import VIDEO, MediaFacts
from transcribe_video.backend.store.gone import gone
from transcribe_video.backend.store.media_files import MediaPlace, MediaRecord, shown
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
    kept: list[MediaRecord] = []
    try:
        kept = _added(context, session_id, places)
    finally:
        needed = {record.path for record in kept}
        for file in files:
            if file.path not in needed:
                with suppress(OSError):
                    file.path.unlink(missing_ok=True)
    return kept


def drop_unused(context: Context, session_id: str, media_id: str) -> None:
    """Take a file out of a session, with which nothing was done there.

    Raises:
        UsageError: something was.
        GoneError: there is no such file in it.
    """
    with context.store.transaction():
        record = context.store.media.get(media_id)
        if record.session_id != session_id:
            raise gone("file")
        works = any(job.media_id == media_id for job in context.store.jobs.of(session_id))
        if works or context.store.transcripts.get(media_id) is not None:
            why = "something was done with it"
            raise UsageError(f"{quoted(Path(record.filename))} cannot be taken out", why)
        context.store.media.drop(media_id)
    if record.is_ours and record.path is not None:
        with suppress(OSError):
            record.path.unlink(missing_ok=True)


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
    """The files, each of which is in the session once, however often it is brought."""
    context.store.sessions.get(session_id)
    known = context.store.media.of(session_id)
    facts = {
        place.path: _told(name, context.board.probe(place.path))
        for name, place in places
        if _same(name, place, known) is None
    }
    added = []
    with context.store.transaction():
        for name, place in places:
            there = _same(name, place, context.store.media.of(session_id))
            found = facts.get(place.path)
            if there is None and found is not None:
                there = _moved(context, session_id, name, place, found)
                there = there or context.store.media.add(session_id, name, place, found)
            assert there is not None  # a file that was known a moment ago
            added.append(there)
    return list({record.media_id: record for record in added}.values())


def _moved(
    context: Context, session_id: str, name: str, place: MediaPlace, facts: MediaFacts
) -> MediaRecord | None:
    """A file of the session that is not where it was, and is now here."""
    for one in context.store.media.of(session_id):
        is_same = (one.bytes, one.facts) == (place.bytes, facts)
        if is_same and one.path is not None and not one.path.exists():
            return context.store.media.fill(one.media_id, name, place, facts)
    return None


def _same(name: str, place: MediaPlace, known: Sequence[MediaRecord]) -> MediaRecord | None:
    """The file as it is in the session already, unless it has changed since it came."""
    return next((one for one in known if _is_same(name, place, one)), None)


def _is_same(name: str, place: MediaPlace, one: MediaRecord) -> bool:
    if one.path is None or (one.filename, one.bytes) != (shown(name), place.bytes):
        return False
    if place.sha256 is not None:
        return one.sha256 == place.sha256
    try:
        is_there = one.path.samefile(place.path)
        return is_there and place.path.stat().st_mtime <= one.created_s
    except OSError:
        return False


def _told(name: str, facts: MediaFacts) -> MediaFacts:
    """With a note where nothing can be heard in a film."""
    if facts.has_sound or facts.file_type != VIDEO:
        return facts
    note = f"{quoted(Path(name))} has no sound, so there is nothing in it to transcribe."
    return replace(facts, notes=(*facts.notes, note))

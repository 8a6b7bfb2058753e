"""A project that the cloud has lost: it is begun anew there, and people are told."""

from contextlib import suppress

from transcribe_video.cloud.surroundings import Surroundings
from transcribe_video.errors import GoneError, TranscribeVideoError


async def begun_anew(around: Surroundings, session_id: str) -> GoneError:
    """Begin a session in the place of one that the cloud does not know any more.

    Returns:
        The error that says what is gone; the id of the project stays good.
    """
    session = around.archive.sessions.get(session_id)
    with suppress(TranscribeVideoError):  # the next call tries it again
        made = await around.client.open_session(session.language)
        around.archive.sessions.renew(session.session_id, made)
    return GoneError(
        "The cloud no longer has this project",
        "its timeline and its files are gone there; a new, empty project was begun in its place",
        "Bring the files again with the same session_id, then say again what you want",
    )

"""The project that a call works in, and where its work turns out to be."""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from transcribe_video.errors import TranscribeVideoError
from transcribe_video.tools.desk import Desk
from transcribe_video.wire.job import Job

if TYPE_CHECKING:
    from transcribe_video.client.backend_client import BackendClient


@dataclass(frozen=True, slots=True)
class Place:
    """A project.

    Attributes:
        session_id: its handle.
        is_opened: whether this very call opened it: then nobody misses it if nothing comes of it.
    """

    session_id: str
    is_opened: bool = False


async def place_of(
    client: "BackendClient", session_id: str | None, language: str, name: str
) -> Place:
    """The project that was named; None opens one.

    Args:
        client: of the backend.
        session_id: what the caller named.
        language: of the person, for a new one.
        name: what a new one is called.
    """
    if session_id is not None:
        return Place(session_id)
    return Place((await client.open_session(language, name)).session_id, is_opened=True)


async def abandon(desk: Desk, client: "BackendClient", place: Place) -> None:
    """Leave nothing of a project that was opened for nothing; any other stays."""
    if not place.is_opened:
        return
    desk.forget(place.session_id)
    with suppress(TranscribeVideoError):
        await client.delete_session(place.session_id)


async def abandon_empty(desk: Desk, client: "BackendClient", place: Place) -> bool:
    """Leave nothing of a project that was opened for what never came; whether it was so."""
    is_empty = place.is_opened and not (await client.session(place.session_id)).media
    if is_empty:
        await abandon(desk, client, place)
    return is_empty


def home_of(place: Place, jobs: Sequence[Job]) -> str:
    """The project in which work is that was asked for in ``place``: another's may be joined."""
    homes = {job.session_id for job in jobs}
    return next(iter(homes)) if len(homes) == 1 else place.session_id


def moved(place: Place, home: str, *, is_left: bool) -> list[str]:
    """What is to be said where the work is in another project than the caller named.

    Args:
        place: the project that was named, or opened.
        home: the one that has the work.
        is_left: whether the file is in the project that was named, too.
    """
    if place.is_opened or home == place.session_id:
        return []
    note = (
        "The same work is in another project already, so this answer is about that one "
        f"(session_id {home}); nothing is done twice. The project that was named (session_id "
        f"{place.session_id}) stays{', with the file in it' if is_left else ' as it was'}."
    )
    return [note]

"""The page on which a person drops a file that nobody else may read."""

import time
from collections.abc import Hashable
from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from transcribe_video.errors import BackendError, GoneError
from transcribe_video.tools.answer import Answer
from transcribe_video.tools.begun import Begun
from transcribe_video.tools.desk import AskedPage, Desk, DropPage
from transcribe_video.tools.intake import Intake
from transcribe_video.tools.place import Place, abandon
from transcribe_video.tools.quotation import one_line
from transcribe_video.tools.result import AnswerWith, Result
from transcribe_video.tools.running import next_state
from transcribe_video.wire.order import TranscribeOrder
from transcribe_video.wire.session import SessionView

if TYPE_CHECKING:
    from transcribe_video.client.backend_client import BackendClient

R = TypeVar("R", bound=Result)
_FRESH_S = 300.0  # a link that was made so long ago is made anew before it is given again
_HOUR = "The link can be opened for an hour; ask again after that, and it works again."
_TRANSCRIBE, _UNDONE = "transcribe", ("failed", "cancelled")
_WHY = "it waits until the user has dropped the file, and for the work"


async def drop_page(
    desk: Desk,
    client: "BackendClient",
    order: TranscribeOrder | None,
    intake: Intake,
) -> Begun:
    """A link to the page for a session, and the question that goes with it.

    Raises:
        BackendError: there can be no link.
    """
    session_id = intake.place.session_id
    link = await client.claim_link(session_id, order)
    if link is None:
        raise BackendError("There is no page to drop a file on", "the backend gives none")
    desk.use(session_id)
    there = desk.counted(await client.session(session_id))
    now_s = time.monotonic()
    desk.pages[session_id] = DropPage(link, there, now_s, now_s)
    return _given(intake, session_id, link)


async def link_again(
    desk: Desk, client: "BackendClient", session_id: str, order: TranscribeOrder | None
) -> str | None:
    """The link to a session's page, once more; None if there can be none.

    After a while it is made anew, so that it can be opened for an hour from when it is given.
    """
    page = desk.pages.get(session_id)
    if page is not None and time.monotonic() - page.given_s < _FRESH_S:
        return page.link
    link = await client.claim_link(session_id, order)
    if page is not None and link is not None:
        desk.pages[session_id] = replace(page, link=link, given_s=time.monotonic())
    return link


async def same_page(
    desk: Desk,
    client: "BackendClient",
    order: TranscribeOrder | None,
    intake: Intake,
    key: Hashable,
) -> Begun:
    """The page for a session; who asks for the same again gets the same page.

    Once something came of it, what came is given: the work, or the files, and no link.

    Args:
        desk: what the server knows.
        client: of the backend.
        order: what is wanted of the file.
        intake: what was named and could not be brought.
        key: equal for calls that ask for the same.

    Raises:
        BackendError: there can be no link.
    """
    known = desk.asked_page(key)
    view = await _session(client, known.session_id) if known else None
    if known is None or view is None:
        return await new_page(desk, client, order, intake, key)
    if intake.place.session_id != known.session_id:
        await abandon(desk, client, intake.place)
    desk.use(known.session_id)
    page = desk.pages.get(known.session_id)
    if desk.counted(view) > known.there:
        desk.pages.pop(known.session_id, None)
        received = _received(view, known.there, intake)
        if not received.jobs or any(job.status not in _UNDONE for job in received.jobs):
            return received
        page = None  # what was dropped came to nothing: something else may
    if page is None:
        intake.place = Place(known.session_id)
        return await new_page(desk, client, order, intake, key)
    link = await link_again(desk, client, known.session_id, order)
    return _given(intake, known.session_id, link or page.link)


async def new_page(
    desk: Desk,
    client: "BackendClient",
    order: TranscribeOrder | None,
    intake: Intake,
    key: Hashable,
) -> Begun:
    """A page of its own, which is remembered under a key; raises what ``drop_page`` does."""
    begun = await drop_page(desk, client, order, intake)
    desk.keep_page(key, AskedPage(begun.session_id, desk.pages[begun.session_id].there))
    return begun


async def _session(client: "BackendClient", session_id: str) -> SessionView | None:
    try:
        return await client.session(session_id)
    except GoneError:
        return None


def _received(view: SessionView, there: int, intake: Intake) -> Begun:
    """What came of a page."""
    jobs = [job for job in view.jobs[there:] if job.kind == _TRANSCRIBE]
    media_ids = [file.media_id for file in view.media if file.media_id]
    name = view.media[-1].filename if view.media else ""
    return Begun(view.session_id, jobs, name, intake.notes, media_ids=media_ids)


def _given(intake: Intake, session_id: str, link: str) -> Begun:
    """The link, and the question that goes with it."""
    question = "Please open this page and drop the video or sound file on it."
    if intake.out_of_reach:
        name = one_line(intake.out_of_reach[0].replace("\\", "/").rsplit("/", 1)[-1], 120)
        question = (
            f"“{name}” cannot be read by programs on this computer. Please open this page and "
            "drop the file on it."
        )
    return Begun(session_id, notes=intake.remarks, link=link, question=question)


def handed_over(desk: Desk, result: R, begun: Begun) -> Answer[R]:
    """The answer that asks a person to drop a file."""
    waiting = next_state(desk, begun.session_id, why=_WHY)
    filled = result.model_copy(
        update={
            "session_id": begun.session_id,
            "status": "needs_input",
            "link": begun.link,
            "question": begun.question,
            "answer_with": AnswerWith(tool=waiting.tool, arguments=waiting.arguments),
            "next": waiting,
        }
    )
    host = desk.cloud_host
    where = f"It is sent to {host}." if host else f"Nothing leaves this computer. {_HOUR}"
    return Answer(f"{begun.question} {where} {begun.link}", filled)

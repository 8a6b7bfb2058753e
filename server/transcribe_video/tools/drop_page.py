"""The page on which a person drops a file that nobody else may read."""

import time
from collections.abc import Hashable, Sequence
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


def attached(names: Sequence[str]) -> Hashable:
    """The key of the page for files of a chat, whichever tool was asked for it."""
    return "attached", tuple(names)


async def new_page(
    desk: Desk,
    client: "BackendClient",
    order: TranscribeOrder | None,
    intake: Intake,
    key: Hashable = None,
) -> Begun:
    """A link to the page for a session, and the question that goes with it.

    It is remembered under the key, if there is one, and under the files that only a person can
    bring.

    Raises:
        BackendError: there can be no link.
    """
    session_id, names = intake.place.session_id, intake.out_of_reach
    link = await client.claim_link(session_id, order)
    if link is None:
        raise BackendError("There is no page to drop a file on", "the backend gives none")
    desk.use(session_id)
    view, now_s = await client.session(session_id), time.monotonic()
    page = DropPage(link, desk.counted(view), now_s, now_s)
    desk.pages[session_id] = page
    for one in filter(None, (key, attached(names) if names else None)):
        desk.keep_page(one, AskedPage(session_id, page.there, len(view.media)))
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

    Once something came of it, what came is given: the work, or the files, and no link. Who names
    another session gets another page.

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
    is_elsewhere = known is not None and intake.place.session_id != known.session_id
    if known is None or view is None or (is_elsewhere and not intake.place.is_opened):
        came = await _came_before(desk, client, intake) if known is None else None
        return came or await new_page(desk, client, order, intake, key)
    if is_elsewhere:
        await abandon(desk, client, intake.place)
    desk.use(known.session_id)
    page = desk.pages.get(known.session_id)
    received = _received(view, known, intake)
    if received is not None:
        desk.pages.pop(known.session_id, None)
        if not received.jobs or any(job.status not in _UNDONE for job in received.jobs):
            return received
        page = None  # what was dropped came to nothing: something else may
    if page is None:
        intake.place = Place(known.session_id)
        return await new_page(desk, client, order, intake, key)
    link = await link_again(desk, client, known.session_id, order)
    return _given(intake, known.session_id, link or page.link)


async def _came_before(desk: Desk, client: "BackendClient", intake: Intake) -> Begun | None:
    """The files, where a page was given for them to whoever asked for something else of them."""
    known = desk.asked_page(attached(intake.out_of_reach)) if intake.place.is_opened else None
    view = await _session(client, known.session_id) if known else None
    received = _received(view, known, intake) if known and view else None
    if received is None:
        return None
    await abandon(desk, client, intake.place)
    desk.use(received.session_id)
    return replace(received, jobs=[])


async def asked_before(desk: Desk, client: "BackendClient", key: Hashable) -> str | None:
    """The session of the page that was given under a key, if it is still there."""
    known = desk.asked_page(key)
    is_there = known is not None and await _session(client, known.session_id) is not None
    return known.session_id if known and is_there else None


async def _session(client: "BackendClient", session_id: str) -> SessionView | None:
    try:
        return await client.session(session_id)
    except GoneError:
        return None


def _received(view: SessionView, known: AskedPage, intake: Intake) -> Begun | None:
    """What came of a page; None if nothing did: what has a path here was not dropped."""
    dropped = {file.media_id: file.filename for file in view.media if file.path is None}
    came = [file for file in view.media[known.files :] if file.path is None]
    new = [job for job in view.jobs[known.there :] if job.kind == _TRANSCRIBE]
    jobs = new if came else [job for job in new if job.media_id in dropped]
    if not came and not jobs:
        return None
    name = came[-1].filename if came else dropped[jobs[-1].media_id]
    media_ids = [file.media_id for file in came or view.media if file.media_id]
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

"""The page on which a person drops a file that nobody else may read."""

import time
from typing import TYPE_CHECKING, TypeVar

from transcribe_video.errors import BackendError
from transcribe_video.tools.answer import Answer
from transcribe_video.tools.begun import Begun
from transcribe_video.tools.desk import Desk, DropPage
from transcribe_video.tools.intake import Intake
from transcribe_video.tools.quotation import one_line
from transcribe_video.tools.result import AnswerWith, Result
from transcribe_video.tools.running import next_state
from transcribe_video.wire.order import TranscribeOrder

if TYPE_CHECKING:
    from transcribe_video.client.backend_client import BackendClient

R = TypeVar("R", bound=Result)
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
    desk.pages[session_id] = DropPage(link, there, time.monotonic())
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
    where = "Nothing leaves this computer." if host is None else f"It is sent to {host}."
    return Answer(f"{begun.question} {where} {begun.link}", filled)

"""Answers about work that goes on: how far it is, and what to call to see its end."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any, TypeVar

from transcribe_video.timecode import clock, milliseconds
from transcribe_video.tools.answer import Answer, no_lines
from transcribe_video.tools.begun import Begun
from transcribe_video.tools.desk import Desk
from transcribe_video.tools.errand import Errand
from transcribe_video.tools.progress import Tally, tally
from transcribe_video.tools.result import Next, Progress, Result
from transcribe_video.wire.job import Job

R = TypeVar("R", bound=Result)
_WHY = "it waits for the work and then gives the result"
_AGAIN = {
    "chat": "it tells what became of the message; say it again only if it was not heard",
    "read_transcript": "it tells when the backend answers; then ask for the passage again",
    "cancel": "it tells what goes on still; then cancel again if that is more than it should be",
}
_SILENT = "The backend has not answered in time; this computer may be busy. Nothing is lost."


def next_state(
    desk: Desk, session_id: str | None, job_id: str | None = None, why: str = _WHY
) -> Next:
    """The call that waits for the work and tells of its result."""
    ids = {"session_id": session_id, "job_id": job_id}
    given = {name: value for name, value in ids.items() if value}
    wait_s = desk.wait_s(None)
    whole = int(wait_s) if wait_s.is_integer() else wait_s
    return Next(arguments={**given, "wait_s": whole}, why=why)


def running(
    desk: Desk,
    result: R,
    jobs: Sequence[Job],
    name: str,
    body: Callable[[R], Iterable[str]] = no_lines,
) -> Answer[R]:
    """The answer while jobs go on.

    Args:
        desk: what the server knows.
        result: with the ids and what else is known; the rest is filled in.
        jobs: the work.
        name: what is worked on, as it stands in a sentence.
        body: see ``Answer``.
    """
    counted = tally(jobs)
    pending = [job for job in jobs if not job.has_ended]
    only = jobs[0].job_id if len(jobs) == 1 else None
    filled = result.model_copy(
        update={
            "status": "running",
            "job_id": result.job_id or (pending[0].job_id if pending else None),
            "progress": counted.progress,
            "next": next_state(desk, result.session_id, only),
        }
    )
    return Answer(f"{_still(desk, counted)}{name}: {_lower(counted.sentence)}", filled, body)


def not_begun(desk: Desk, result: R, errand: Errand[Any]) -> Answer[R]:
    """The answer of a call whose time was up before it could tell more than of its errand."""
    begun = errand.value() if errand.has_ended else None
    if isinstance(begun, Begun):
        return _begun(desk, result, begun)
    handle = None if errand.session_id and result.job_id else errand.errand_id
    filled = result.model_copy(
        update={
            "status": "running",
            "session_id": errand.session_id or result.session_id,
            "job_id": handle or result.job_id,
            "progress": result.progress or Progress(),
            "next": next_state(desk, errand.session_id, handle or result.job_id),
        }
    )
    lead = _still(desk, Tally(age_s=errand.age_s))
    return Answer(f"{lead}{errand.stage} It goes on by itself.", filled)


def again(desk: Desk, tool: str, result: R, errand: Errand[Any] | None) -> Answer[R]:
    """The answer of a call whose time was up, and of which nothing goes on that has a handle.

    Args:
        desk: what the server knows.
        tool: its name.
        result: with nothing in it yet.
        errand: what it waited for last, if anything.
    """
    doing = f"{errand.stage} It goes on by itself." if errand and not errand.has_ended else ""
    session_id = (errand.session_id if errand else None) or result.session_id
    filled = result.model_copy(
        update={
            "status": "running",
            "session_id": session_id,
            "progress": Progress(),
            "next": next_state(desk, session_id, why=_AGAIN.get(tool, _WHY)),
        }
    )
    return Answer(doing or _SILENT, filled)


def _begun(desk: Desk, result: R, begun: Begun) -> Answer[R]:
    """The answer where work has ids, and how far it is could not be learned."""
    only = begun.jobs[0].job_id if len(begun.jobs) == 1 else None
    filled = result.model_copy(
        update={
            "status": "running",
            "session_id": begun.session_id,
            "job_id": only,
            "progress": Progress(),
            "notes": begun.notes,
            "next": next_state(desk, begun.session_id, only),
        }
    )
    return Answer(_SILENT, filled)


def _still(desk: Desk, counted: Tally) -> str:
    """The skill text's manners for what takes long."""
    if counted.age_s < desk.settings.still_working_s:
        return ""
    return f"⏳ Still working… ({clock(milliseconds(counted.age_s))} so far) "


def _lower(sentence: str) -> str:
    return sentence[0].lower() + sentence[1:]

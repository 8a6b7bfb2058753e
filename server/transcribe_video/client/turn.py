"""One turn of the conversation: the call that begins it, and what its frames amount to."""

from collections.abc import AsyncGenerator, Sequence
from contextlib import aclosing
from dataclasses import dataclass, field, replace

from transcribe_video.client.assembly import Assembly
from transcribe_video.client.call import SILENCE_S, Call, post
from transcribe_video.client.failure import Refused, error_from
from transcribe_video.client.frame import Failed, Frame, Text, failure_of
from transcribe_video.client.reading import read_as
from transcribe_video.client.stream import MEDIA_TYPE
from transcribe_video.wire.chat import (
    BROUGHT_KEY,
    JOBS_KEY,
    RUN,
    TURN_KEY,
    Content,
    Event,
    Part,
    RunRequest,
    said,
)
from transcribe_video.wire.job import Job, JobList
from transcribe_video.wire.order import STATE_KEY, TranscribeOrder
from transcribe_video.wire.session import Turn


@dataclass(frozen=True, slots=True)
class Begun:
    """What a message has set going.

    Attributes:
        turn: the turn, where the backend tells it.
        jobs: the work that goes on, where there is any.
        reply: what the backend said until it named the work, or to the end where there is none.
    """

    turn: Turn | None = None
    jobs: list[Job] = field(default_factory=list)
    reply: str = ""


def turn_call(
    session_id: str,
    message: str,
    order: TranscribeOrder | None = None,
    silence_s: float = SILENCE_S,
    brought: Sequence[str] = (),
) -> Call:
    """The call that says something in a session; it is never made twice.

    Args:
        session_id: where.
        message: what is said.
        order: how recordings become documents, if it is about that.
        silence_s: seconds without a byte after which the stream counts as lost; longer than
            heartbeats alone are borne.
        brought: the files that have just come for it, by ``media_id``.
    """
    options = {} if order is None else {STATE_KEY: order.sent()}
    files = {BROUGHT_KEY: [*brought]} if brought else {}
    request = RunRequest(
        session_id=session_id, new_message=said(message), state_delta=options | files or None
    )
    call = post(RUN, request, answer_s=silence_s)
    return replace(call, headers={**call.headers, "Accept": MEDIA_TYPE})


async def events_of(
    frames: AsyncGenerator[Frame, None], refused: Refused = error_from
) -> AsyncGenerator[Event, None]:
    """The events of a turn; a text outside any becomes one.

    Args:
        frames: of the stream.
        refused: makes an error of what the backend refuses.

    Raises:
        TranscribeVideoError: the turn failed; what the failing event brought comes first.
    """
    async with aclosing(_sound(frames, refused)) as sound:
        async for frame in sound:
            if isinstance(frame, Text):
                yield Event(content=Content(role="model", parts=[Part(text=frame.text)]))
            if isinstance(frame, Event):
                yield frame


async def begun_of(frames: AsyncGenerator[Frame, None], refused: Refused = error_from) -> Begun:
    """Read on until jobs are named, or to the end for what is said; then close the stream.

    Args:
        frames: of the stream.
        refused: makes an error of what the backend refuses.

    Raises:
        TranscribeVideoError: the turn failed, or what it names is no job.
    """
    assembly = Assembly()
    async with aclosing(_sound(frames, refused)) as sound:
        async for frame in sound:
            assembly.take(frame)
            if assembly.state.get(JOBS_KEY):
                break
    assembly.finish()
    jobs = read_as(JobList, {"jobs": assembly.state.get(JOBS_KEY) or []}).jobs
    turn = assembly.state.get(TURN_KEY)
    return Begun(turn and read_as(Turn, turn), jobs, assembly.reply)


async def _sound(
    frames: AsyncGenerator[Frame, None], refused: Refused
) -> AsyncGenerator[Frame, None]:
    """The frames, until one of them tells of a failure."""
    async with aclosing(frames):
        async for frame in frames:
            if isinstance(frame, Failed):
                raise refused(frame.refusal)
            yield frame
            failure = failure_of(frame) if isinstance(frame, Event) else None
            if failure is not None:
                raise refused(failure)

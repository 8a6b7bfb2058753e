"""Listening to the stream of a turn until it ends, breaks, or lasts too long."""

import asyncio
from collections.abc import AsyncGenerator, Callable
from contextlib import aclosing, suppress
from dataclasses import dataclass, field
from types import TracebackType
from typing import Any, Literal, Self

from transcribe_video.client.assembly import Assembly
from transcribe_video.client.failure import Refused, is_of_token
from transcribe_video.client.frame import Done, Failed, Frame, failure_of
from transcribe_video.cloud.turn_patience import Patience
from transcribe_video.cloud.turn_sentences import Broke
from transcribe_video.errors import TranscribeVideoError
from transcribe_video.wire.chat import Event

End = Literal["ended", "too_long", "heartbeats", "broken"]
LOOK_S = 0.5
"""How often somebody who listens or waits looks up."""
_MOST_DRAFTS = 20


@dataclass(slots=True)
class Heard:
    """What came of the stream.

    Attributes:
        refused: makes an error of what the cloud refuses.
        assembly: what was said.
        drafts: the timelines that events brought, each another than the one before.
        failure: what the stream itself told of.
        error: what ended it, if it broke.
        has_begun: whether anything came at all.
        is_complete: whether it said that this was all.
        is_expired: whether the stream told that the token is not accepted any more.
        quiet: what came instead of anything that counts, if that ended it.
    """

    refused: Refused
    assembly: Assembly = field(default_factory=Assembly)
    drafts: list[dict[str, Any]] = field(default_factory=list)
    failure: TranscribeVideoError | None = None
    error: TranscribeVideoError | None = None
    end: End = "ended"
    has_begun: bool = False
    is_complete: bool = False
    is_expired: bool = False
    quiet: str = ""

    @property
    def broke(self) -> Broke:
        """What kept the end from coming, where something did."""
        # An answer that is a refusal is an error without a cause; trouble on the way has one.
        is_fault = self.error is not None and self.error.__cause__ is None
        return Broke.FAULT if is_fault else Broke.CONNECTION

    def take(self, frame: Frame) -> None:
        """Take the next frame."""
        self.has_begun = True
        self.assembly.take(frame)
        refusal = frame.refusal if isinstance(frame, Failed) else None
        if isinstance(frame, Event):
            refusal = failure_of(frame)
            self.is_complete |= bool(frame.turn_complete)
            self._keep(frame.actions.state_delta.get("draft") if frame.actions else None)
        self.is_complete |= isinstance(frame, Done)
        if refusal is not None and self.failure is None:
            self.failure, self.is_expired = self.refused(refusal), is_of_token(refusal)

    def _keep(self, draft: object) -> None:
        if isinstance(draft, dict) and draft not in self.drafts[-1:]:
            del self.drafts[_MOST_DRAFTS - 1 :]
            self.drafts.append(draft)


class _Frames:
    """Reads ahead in a task of its own, so that waiting for a frame can end without harm."""

    def __init__(self, frames: AsyncGenerator[Frame, None]) -> None:
        self._frames = frames
        self._queue: asyncio.Queue[Frame | TranscribeVideoError | None] = asyncio.Queue()

    async def __aenter__(self) -> Self:
        self._task = asyncio.create_task(self._read())
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._task.cancel()
        with suppress(asyncio.CancelledError):
            await self._task

    async def next(self, wait_s: float) -> Frame | TranscribeVideoError | None:
        """The next frame, what broke the stream, or None at its end.

        Raises:
            TimeoutError: none of these within that time.
        """
        async with asyncio.timeout(wait_s):
            return await self._queue.get()

    async def _read(self) -> None:
        end: TranscribeVideoError | None = None
        try:
            async with aclosing(self._frames) as frames:
                async for frame in frames:
                    self._queue.put_nowait(frame)
        except TranscribeVideoError as error:
            end = error
        finally:
            self._queue.put_nowait(end)


async def listen(
    frames: AsyncGenerator[Frame, None],
    patience: Patience,
    heard: Heard,
    look: Callable[[], None],
) -> None:
    """Listen, and close the stream, also if the task is cancelled.

    Args:
        frames: of the stream.
        patience: for how long, in the time of the running loop.
        heard: what comes is kept there.
        look: called every so often, and after every frame.
    """
    clock = asyncio.get_running_loop().time
    try:
        async with _Frames(frames) as reader:
            while (end := patience.end(clock())) is None:
                look()
                with suppress(TimeoutError):
                    found = await reader.next(min(LOOK_S, patience.wait_s(clock())))
                    if not _is_taken(heard, found, patience, clock()):
                        return
            heard.end, heard.quiet = end, patience.quiet
    finally:
        heard.assembly.finish()


def _is_taken(
    heard: Heard, found: Frame | TranscribeVideoError | None, patience: Patience, now_s: float
) -> bool:
    """Whether more may come after it."""
    if found is None:
        return False
    if isinstance(found, TranscribeVideoError):
        heard.error = found
        heard.end = "ended" if heard.is_complete else "broken"
        return False
    heard.take(found)
    patience.hear(found, now_s)
    if heard.failure is not None:
        patience.announce_end()
    return True

"""One call of a tool: how long it may wait, and what its host hears meanwhile."""

import time
from collections.abc import Awaitable, Sequence
from typing import TYPE_CHECKING, Any, TypeVar

import anyio
from mcp.server.mcpserver import Context

from transcribe_video.tools.desk import CONNECT, Desk
from transcribe_video.tools.errand import AT_FIRST, Errand
from transcribe_video.tools.progress import Tally, tally
from transcribe_video.wire.job import Job

if TYPE_CHECKING:
    from transcribe_video.client.backend_client import BackendClient

ToolContext = Context[Desk, Any]
T = TypeVar("T")

SPARE_S = 4.5
"""A call has answered so long after the time that it may wait for work, whatever happens."""
LEAST_S = 4.0
"""A call waits so long for the ids that a later call needs, whatever it was told: a cold start."""
_TICK_S = 4.0  # hosts are told at least every 5 s
_ROUND_S = 0.2  # the backend is asked no more often than this, whatever it answers
_FORWARD = 0.001  # progress must grow with every message


class StillWorkingError(Exception):
    """Time is up; what was begun goes on.

    Attributes:
        errand: the one that was waited for last, ended or not; None where there was none.
    """

    def __init__(self, errand: Errand[Any] | None) -> None:
        super().__init__(errand.errand_id if errand else "no errand")
        self.errand = errand


class Call:
    """A tool's call.

    Args:
        context: what the SDK hands to a tool.
        wait_s: what the host asked for; None is the setting.
    """

    def __init__(self, context: ToolContext, wait_s: float | None = None) -> None:
        self.desk: Desk = context.request_context.lifespan_context
        self._context = context
        self._begun_s = time.monotonic()
        self._wait_s = self.desk.wait_s(wait_s)
        self._errand: Errand[Any] | None = None
        self._heard, self._value = 0, 0.0
        self._told: tuple[str, Tally | None] = (AT_FIRST, None)
        self._told_s = self._begun_s

    @property
    def remaining_s(self) -> float:
        """Seconds that are left to wait for work."""
        return self._begun_s + self._wait_s - time.monotonic()

    async def within(self, body: Awaitable[T]) -> T:
        """What a tool's body gives; it is broken off when the call must answer.

        The host hears something all the time, whatever the body waits for.

        Raises:
            StillWorkingError: it was broken off.
            Exception: what the body raised.
        """
        done: list[T] = []
        failed: list[Exception] = []
        left_s = self.remaining_s + SPARE_S
        with anyio.move_on_after(max(0.0, left_s)):
            async with anyio.create_task_group() as beside:
                beside.start_soon(self._keep_telling)
                try:
                    done.append(await body)
                except Exception as error:  # noqa: BLE001 - a task group would wrap it
                    failed.append(error)
                beside.cancel_scope.cancel()
        if failed:
            raise failed[0]
        if not done:
            raise StillWorkingError(self._errand)
        return done[0]

    async def outcome(self, errand: Errand[T], least_s: float = LEAST_S) -> T:
        """What comes of an errand, if it comes within this call's time or ``least_s``.

        Raises:
            StillWorkingError: it takes longer than this call may wait.
            Exception: what the errand raised.
        """
        self._errand, self._heard = errand, 0
        deadline_s = self._begun_s + max(self._wait_s, least_s)
        while True:
            await self._tell_news(errand)
            left_s = deadline_s - time.monotonic()
            if errand.has_ended or left_s <= 0:
                break
            with anyio.move_on_after(left_s):
                await errand.news()
        if not errand.has_ended:
            raise StillWorkingError(errand)
        return errand.value()

    async def client(self) -> "BackendClient":
        """The client, connected; raises what ``outcome`` does."""
        if self.desk.is_connected:
            return await self.desk.client()
        connecting = self.desk.errand(CONNECT, None, self.desk.client, is_followed=False)
        return await self.outcome(connecting)

    async def watch(self, jobs: Sequence[Job]) -> list[Job]:
        """The jobs once all have ended, or as they are when time is up."""
        known = {job.job_id: job for job in jobs}
        while pending := [job for job in known.values() if not job.has_ended]:
            counted = tally(known.values())
            await self._tell(counted.sentence, counted)
            if self.remaining_s <= 0:
                break
            asked_s = time.monotonic()
            known |= {job.job_id: job for job in await self._fresh(pending)}
            if not all(job.has_ended for job in known.values()):
                await anyio.sleep(max(0.0, asked_s + _ROUND_S - time.monotonic()))
        return list(known.values())

    async def pause(self, message: str, longest_s: float) -> bool:
        """Tell the host what is waited for, and wait a while; whether there is time left."""
        await self._tell(message)
        await anyio.sleep(max(0.0, min(longest_s, self.remaining_s)))
        return self.remaining_s > 0

    async def _fresh(self, pending: Sequence[Job]) -> list[Job]:
        """The jobs as they are after the first has news; of many, those of its session."""
        client = await self.desk.client()
        first = next((job for job in pending if job.status == "running"), pending[0])
        wait_s = max(0.0, min(_TICK_S, self.remaining_s))
        fresh = [await client.job(first.job_id, wait_s, first.news_next)]
        if len(pending) > 1:
            others = {job.job_id for job in pending} - {first.job_id}
            view = await client.session(first.session_id)
            fresh += [job for job in view.jobs if job.job_id in others]
            others -= {job.job_id for job in fresh}
            fresh += [await client.job(job_id) for job_id in others]  # joined from other sessions
        return fresh

    async def _tell_news(self, errand: Errand[Any]) -> None:
        for said in errand.said[self._heard :]:
            await self._tell(said)
        self._heard = len(errand.said)

    async def _keep_telling(self) -> None:
        """Say once more what was said last, where nothing is said for long."""
        while True:
            await anyio.sleep(max(0.0, self._told_s + _TICK_S - time.monotonic()))
            if time.monotonic() - self._told_s >= _TICK_S:
                await self._tell(*self._told)

    async def _tell(self, message: str, counted: Tally | None = None) -> None:
        self._told, self._told_s = (message, counted), time.monotonic()
        done_s = counted.done_s if counted else 0.0
        self._value = max(self._value + _FORWARD, done_s)
        total = counted.total_s if counted and counted.total_s else None
        if total is not None and total < self._value:
            total = None
        await self._context.report_progress(self._value, total, message)

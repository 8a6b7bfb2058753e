"""Rendering: a draft of the cloud becomes a video on this machine."""

import asyncio
from collections.abc import Mapping
from contextlib import suppress
from typing import Any
from uuid import uuid4

from transcribe_video.client.call import at, get, post
from transcribe_video.client.cloud_failure import ROWS
from transcribe_video.client.foreign import quoted
from transcribe_video.cloud.live_job import LiveJob
from transcribe_video.cloud.lost_project import begun_anew
from transcribe_video.cloud.records.jobs import COMPLETED, CloudJob, Ending
from transcribe_video.cloud.render_delivery import Delivery
from transcribe_video.cloud.render_look import Look, look_of
from transcribe_video.cloud.surroundings import Surroundings
from transcribe_video.errors import (
    BackendError,
    BusyError,
    GoneError,
    TranscribeVideoError,
)
from transcribe_video.wire.render import CANCEL, ONE, RENDER, Output, RenderRequest

_MAKING = "making the video in the cloud"
_AWAY = "waiting for NemoVideo, which cannot be asked just now"
_FETCHING = "fetching the video"
_WITHDRAW_S = 10.0
_MOST_DOUBTS = 4  # looks without an answer at a render that may never have been received
_MOST_BACKOFF = 8  # times the usual interval
_LONGEST_S = 4 * 3600.0
_NO_PLAN = ROWS[402].remedy


class Rendering:
    """Has videos made; a ``board.Work``.

    The render's id in the cloud is on the disk before it is sent, so that a process that comes
    after this one goes on with it.

    Args:
        around: where they are made.
    """

    def __init__(self, around: Surroundings) -> None:
        self._around = around
        self._delivery = Delivery(around)

    async def __call__(self, job: CloudJob, live: LiveJob) -> Ending:
        """Make the video, or go on with one that another process has asked for."""
        request = RenderRequest.model_validate(job.request["render"])
        try:
            look = await self._made(job, request, live)
            live.say(_FETCHING)
            job = self._around.archive.jobs.get(job.job_id)
            rendered = await self._delivery.fetch(job, request, look)
        except asyncio.CancelledError:
            if live.is_cancelling:
                await self._withdraw(job.job_id)
            raise
        return Ending(COMPLETED, result=rendered.sent())

    async def _made(self, job: CloudJob, request: RenderRequest, live: LiveJob) -> Look:
        """The finished render: the first or, where it definitely failed, one more."""
        while True:
            try:
                return await self._attempted(job, request, live)
            except _DefiniteError as error:
                if job.request.get("is_second"):
                    raise error.told from None
            again = {**job.request, "remote_id": f"render_{uuid4()}", "is_second": True}
            self._around.archive.jobs.amend(job.job_id, again)
            self._around.archive.jobs.unsend(job.job_id)
            job = self._around.archive.jobs.get(job.job_id)

    async def _attempted(self, job: CloudJob, request: RenderRequest, live: LiveJob) -> Look:
        remote_id = job.request["remote_id"]
        live.say(_MAKING)
        is_known, first_s = False, 0.0
        if job.sent_s is None:
            self._around.archive.jobs.send(job.job_id, None)
            is_known = await self._submitted(job, remote_id, request)
            first_s = self._around.settings.render_first_poll_s if is_known else 0.0
        look = await self._followed(remote_id, live, first_s, is_known=is_known)
        if look.status == "completed":
            return look
        if look.status == "cancelled":
            raise BackendError("The video was not made", "it was cancelled in the cloud")
        raise _DefiniteError(_failed(look))

    async def _submitted(self, job: CloudJob, remote_id: str, request: RenderRequest) -> bool:
        """Ask for it; False if nobody knows whether that was received."""
        session = self._around.archive.sessions.get(job.session_id)
        plain = Output(format=request.output.format, quality=request.output.quality)
        sent = RenderRequest(
            id=remote_id, session_id=session.remote_id, draft=request.draft, output=plain
        )
        try:
            await self._around.caller.reply(post(RENDER, sent))
        except GoneError as error:
            raise await begun_anew(self._around, job.session_id) from error
        except BackendError as error:
            if _is_worth_another(error):
                raise _DefiniteError(error) from None
            if error.was_refused:
                raise
            return False
        return True

    async def _followed(
        self, remote_id: str, live: LiveJob, first_s: float, *, is_known: bool
    ) -> Look:
        """Look until it has ended; troubles on the way are waited out."""
        wait_s, troubles = first_s, 0
        loop = asyncio.get_running_loop()
        ends_s = loop.time() + _LONGEST_S
        while loop.time() < ends_s:
            await asyncio.sleep(wait_s)
            try:
                look = look_of(await self._answer(remote_id))
            except BackendError as error:
                troubles += 1
                if isinstance(error, GoneError) and not is_known:  # it was never received
                    raise _DefiniteError(_unknown()) from None
                is_doubtful = not is_known and troubles >= _MOST_DOUBTS
                if is_doubtful or (error.was_refused and not isinstance(error, BusyError)):
                    raise (_unknown() if isinstance(error, GoneError) else error) from None
                live.say(_AWAY, live.progress.fraction)
            else:
                is_known, troubles = True, 0
                if look.status != "processing":
                    return look
                live.say(_MAKING, look.fraction)
            wait_s = self._around.settings.render_poll_s * min(2**troubles, _MOST_BACKOFF)
        raise BackendError(
            "The video was not made", "NemoVideo has not finished it for hours", "Export it again"
        )

    async def _answer(self, remote_id: str) -> Mapping[str, Any]:
        return await self._around.caller.reply(get(at(ONE, render_id=remote_id)))

    async def _withdraw(self, job_id: str) -> None:
        """Tell the cloud that nobody wants it any more; it may not listen."""
        remote_id = self._around.archive.jobs.get(job_id).request["remote_id"]
        with suppress(TranscribeVideoError, TimeoutError):
            call = post(at(CANCEL, render_id=remote_id), is_repeatable=True)
            await asyncio.wait_for(self._around.caller.reply(call), _WITHDRAW_S)


class _DefiniteError(Exception):
    """It certainly was not made, and another attempt may do better."""

    def __init__(self, told: BackendError) -> None:
        self.told = told
        super().__init__(told.what)


def _unknown() -> BackendError:
    return BackendError(
        "The video was not made", "NemoVideo does not know of it", "Export it again"
    )


def _is_worth_another(error: BackendError) -> bool:
    """Whether what was asked for was refused in a way in which another may not be."""
    is_plain = type(error) is BackendError and error.remedy != _NO_PLAN
    return is_plain and error.was_refused


def _failed(look: Look) -> BackendError:
    why = f"NemoVideo says {quoted(look.reason)}" if look.reason else "NemoVideo does not say why"
    return BackendError("The video was not made", why, "Look at the timeline, and export it again")

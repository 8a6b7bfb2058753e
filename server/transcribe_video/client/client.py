"""Everything that can be asked of a backend, in the words of the wire models."""

import asyncio
import os
from collections.abc import AsyncGenerator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar
from urllib.parse import quote

from transcribe_video.client.call import SLOW_ANSWER_S, Call, at, get, post
from transcribe_video.client.multipart import Multipart, Progress, form_files
from transcribe_video.client.reading import read_as
from transcribe_video.client.turn import Begun, begun_of, events_of, turn_call
from transcribe_video.errors import BackendError, GoneError, UnreachableError
from transcribe_video.manifest import Limits
from transcribe_video.wire import job as jobs
from transcribe_video.wire import preview as previews
from transcribe_video.wire import render as renders
from transcribe_video.wire import session as sessions
from transcribe_video.wire import state as states
from transcribe_video.wire import transcript as transcripts
from transcribe_video.wire import upload as uploads
from transcribe_video.wire.balance import BALANCE, Balance
from transcribe_video.wire.chat import Event
from transcribe_video.wire.job import Job, JobList
from transcribe_video.wire.message import Message
from transcribe_video.wire.order import TranscribeOrder
from transcribe_video.wire.preview import Preview
from transcribe_video.wire.render import RenderRequest
from transcribe_video.wire.session import Session, SessionList, SessionView
from transcribe_video.wire.state import State
from transcribe_video.wire.transcript import Documents, DocumentsRequest, TranscriptPage
from transcribe_video.wire.upload import UploadReply

if TYPE_CHECKING:
    from transcribe_video.client.caller import Caller  # which brings the HTTP library

_Model = TypeVar("_Model", bound=Message)


class Client:
    """Speaks for one person to one backend.

    Every method raises a ``TranscribeVideoError`` whose class says what to do: GoneError where the
    session or job is not there, UnreachableError where nothing answers or the backend broke off,
    BackendError where its answer is not of the expected form, and what the backend itself raised.

    Args:
        caller: makes the calls.
        limits: how much may travel.
    """

    def __init__(self, caller: "Caller", limits: Limits) -> None:
        self._caller, self._limits = caller, limits

    async def open_session(self, language: str = "en", name: str = "project") -> Session:
        """Begin a session; ``language`` is the person's."""
        shown = os.fsencode(name).decode(errors="replace")  # a byte of a file's name is no text
        request = sessions.SessionRequest(task_name=shown, language=language)
        return await self._ask(Session, post(sessions.CREATE, request))

    async def session(self, session_id: str) -> SessionView:
        """All that is known of a session."""
        return await self._ask(SessionView, get(at(sessions.ONE, session_id=session_id)))

    async def sessions(self, limit: int = 3) -> list[SessionView]:
        """The newest sessions, newest first."""
        return (await self._ask(SessionList, get(sessions.LIST, {"limit": limit}))).sessions

    async def delete_session(self, session_id: str) -> None:
        """Delete a session and what was made for it."""
        await self._caller.reply(Call("DELETE", at(sessions.ONE, session_id=session_id)))

    async def drop_file(self, session_id: str, media_id: str) -> None:
        """Take a file with which nothing was done out of a session.

        Raises:
            UsageError: something was done with it.
        """
        file = at(sessions.FILE, session_id=session_id, media_id=media_id)
        await self._caller.reply(Call("DELETE", file))

    async def state(self, session_id: str) -> State:
        """A session's draft and what belongs to it."""
        return await self._ask(State, get(at(states.LATEST, session_id=session_id)))

    async def upload_paths(self, session_id: str, paths: Sequence[Path]) -> UploadReply:
        """Name files of this machine, which stay where they are; ``paths`` are absolute.

        Raises:
            MediaForbiddenError: the backend may not read one; ``upload_files`` may help.
        """
        request = uploads.PathUpload(paths=[str(path) for path in paths])
        return await self._ask(UploadReply, self._upload(session_id, request))

    async def upload_urls(self, session_id: str, urls: Sequence[str]) -> UploadReply:
        """Have files fetched; the reply comes at once, with a job for each."""
        request = uploads.UrlUpload(urls=list(urls), in_background=True)
        return await self._ask(UploadReply, self._upload(session_id, request))

    async def upload_files(
        self, session_id: str, paths: Sequence[Path], progress: Progress | None = None
    ) -> UploadReply:
        """Send files, read piece by piece.

        Args:
            session_id: where they go.
            paths: the files.
            progress: told the bytes sent, and how many there are in all.

        Raises:
            TooLargeError: one has more bytes than may travel; nothing was sent.
            MediaError: one cannot be read.
        """
        files = await asyncio.to_thread(form_files, paths, self._limits)
        form = Multipart(files, progress)
        call = self._upload(session_id)
        sent = replace(call, headers=form.headers, content=form.chunks, is_whole=form.is_whole)
        return await self._ask(UploadReply, sent)

    async def begin(
        self,
        session_id: str,
        message: str,
        order: TranscribeOrder | None = None,
        brought: Sequence[str] = (),
    ) -> Begun:
        """Say something; returns as soon as jobs are named, else with what is said in the end."""
        call = turn_call(session_id, message, order, brought=brought)
        return await begun_of(self._caller.frames(call), self._caller.refused)

    def turn(
        self, session_id: str, message: str, order: TranscribeOrder | None = None
    ) -> AsyncGenerator[Event, None]:
        """Say something, and follow all that comes of it; ``assembly`` makes texts of it.

        Closing it early stops nothing.
        """
        frames = self._caller.frames(turn_call(session_id, message, order))
        return events_of(frames, self._caller.refused)

    async def job(self, job_id: str, wait_s: float = 0.0, after: int = 0) -> Job:
        """A job; waits for its end or news after number ``after``, for at most ``wait_s``."""
        call = get(at(jobs.ONE, job_id=job_id), {"after": after}, wait_s=wait_s)
        return await self._ask(Job, call)

    async def cancel_job(self, job_id: str) -> Job:
        """Ask a job to stop."""
        return await self._ask(Job, post(at(jobs.CANCEL, job_id=job_id), is_repeatable=True))

    async def cancel_session(self, session_id: str) -> list[Job]:
        """Ask all jobs of a session to stop; gives those that were asked."""
        call = post(at(sessions.CANCEL, session_id=session_id), is_repeatable=True)
        return (await self._ask(JobList, call)).jobs

    async def claim_link(self, session_id: str, order: TranscribeOrder | None = None) -> str | None:
        """A link that opens the session in a browser; None if there can be none.

        Raises:
            GoneError: there is no such session.
            UnreachableError: the backend does not answer.
        """
        request = sessions.ClaimRequest(session_id=session_id, order=order)
        try:
            claim = await self._ask(
                sessions.Claim, post(sessions.CLAIM, request, is_repeatable=True)
            )
        except (GoneError, UnreachableError):
            raise
        except BackendError:
            return None
        assert self._caller.access is not None
        return f"{self._caller.access.url}{sessions.CLAIM_PAGE}?ct={quote(claim.claim_token)}"

    async def balance(self) -> Balance:
        """The account's credits."""
        return await self._ask(Balance, get(BALANCE))

    async def render(self, request: RenderRequest) -> Job:
        """Have a draft made into a file; the job's id is the request's.

        Whether a call that was broken off arrived is looked up before it is made again.
        """
        call = post(renders.RENDER, request)
        try:
            return await self._rendering(call, request)
        except UnreachableError:
            try:
                return await self.job(request.id)
            except GoneError:
                return await self._rendering(call, request)

    async def transcript(  # noqa: PLR0913 - each narrows what is read, and stands alone
        self,
        session_id: str,
        *,
        media_id: str | None = None,
        from_s: float | None = None,
        to_s: float | None = None,
        find: str | None = None,
        cursor: str | None = None,
        words: bool = False,
        most: int = 6000,
    ) -> TranscriptPage:
        """What was said: at most ``most`` characters of it; see ``TranscriptPage``.

        Args:
            session_id: in which session.
            media_id: in which recording of it; needed where there are several.
            from_s: from here on, in seconds.
            to_s: up to here.
            find: only utterances with this in them.
            cursor: where the page before ended.
            words: whether each word comes with its time.
            most: how much at once.
        """
        params = {
            "media_id": media_id,
            "from_s": from_s,
            "to_s": to_s,
            "find": find,
            "cursor": cursor,
            "words": 1 if words else None,
            "most": most,
        }
        path = at(transcripts.READ, session_id=session_id)
        return await self._ask(TranscriptPage, get(path, params))

    async def preview(
        self, session_id: str, at_s: float | None = None, join: int | None = None
    ) -> Preview:
        """A picture of the edit: of a moment, of a join (from 1), or a sheet of the whole."""
        path = at(previews.PREVIEW, session_id=session_id)
        return await self._ask(Preview, get(path, {"at_s": at_s, "join": join}))

    async def write_documents(self, session_id: str, request: DocumentsRequest) -> Documents:
        """Write a finished transcript in other formats."""
        path = at(transcripts.WRITE, session_id=session_id)
        return await self._ask(Documents, post(path, request, answer_s=SLOW_ANSWER_S))

    async def close(self) -> None:
        """Give back all connections."""
        await self._caller.close()

    async def _ask(self, model: type[_Model], call: Call) -> _Model:
        return read_as(model, await self._caller.reply(call))

    def _upload(self, session_id: str, request: Message | None = None) -> Call:
        path = at(uploads.UPLOAD, session_id=session_id)
        return post(path, request, answer_s=SLOW_ANSWER_S)

    async def _rendering(self, call: Call, request: RenderRequest) -> Job:
        content = await self._caller.reply(call)
        if "job_id" in content:
            return read_as(Job, content)
        # The cloud's form of the answer names the render only; the same that was just being made
        # under another id is named by that one.
        return await self.job(str(content.get("id") or request.id))

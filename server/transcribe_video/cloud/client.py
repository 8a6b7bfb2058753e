"""Everything that can be asked of a backend, asked of the NemoVideo cloud."""

import asyncio
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any
from urllib.parse import quote
from uuid import uuid4

from transcribe_video.client.call import post
from transcribe_video.client.multipart import Progress
from transcribe_video.client.reading import read_as
from transcribe_video.client.turn import Begun
from transcribe_video.cloud.board import JobBoard, Work
from transcribe_video.cloud.dropped import dropped
from transcribe_video.cloud.live_job import LiveJob
from transcribe_video.cloud.lost_project import begun_anew
from transcribe_video.cloud.owner import Owner
from transcribe_video.cloud.passage import passage
from transcribe_video.cloud.records.jobs import (
    CHAT,
    RENDER,
    TRANSCRIBE,
    UPLOAD,
    CloudJob,
    Ending,
    NewJob,
)
from transcribe_video.cloud.records.sessions import CloudSession
from transcribe_video.cloud.render_part import PART, part_of
from transcribe_video.cloud.rendering import Rendering
from transcribe_video.cloud.sendable import linked, told_of
from transcribe_video.cloud.session_view import session_view, turn_of
from transcribe_video.cloud.sound_alone import film_meant
from transcribe_video.cloud.surroundings import Surroundings
from transcribe_video.cloud.talk import Talk
from transcribe_video.cloud.transcribing import Transcribing
from transcribe_video.cloud.transcribing_documents import write_documents
from transcribe_video.cloud.transcribing_orders import Orders
from transcribe_video.cloud.turn import TurnRunner, new_turn
from transcribe_video.cloud.uploading import Uploading, arrived
from transcribe_video.errors import (
    AccessError,
    GoneError,
    TranscribeVideoError,
    UsageError,
)
from transcribe_video.timecode import milliseconds
from transcribe_video.transcript.page import Question
from transcribe_video.wire.balance import Balance
from transcribe_video.wire.job import Job
from transcribe_video.wire.order import TranscribeOrder
from transcribe_video.wire.preview import Preview
from transcribe_video.wire.render import RenderRequest
from transcribe_video.wire.session import (
    CLAIM,
    CLAIM_PAGE,
    Claim,
    ClaimRequest,
    Session,
    SessionView,
)
from transcribe_video.wire.state import State
from transcribe_video.wire.transcript import Documents, DocumentsRequest, TranscriptPage
from transcribe_video.wire.upload import UploadedFile, UploadReply


class CloudClient:
    """Speaks for one person to the cloud, in the methods of ``client.client.Client``.

    What takes time is a job of this process, on the disk before anything of it is sent; the tools
    follow it as they follow the jobs of the backend on this machine.

    Args:
        around: where things are done.
        owner: this process.
    """

    def __init__(self, around: Surroundings, owner: Owner) -> None:
        self._around, self._owner, self._archive = around, owner, around.archive
        self._turns = TurnRunner(around, owner)
        works: dict[str, Work] = {
            UPLOAD: Uploading(around),
            RENDER: Rendering(around),
            CHAT: self._chat,
        }
        self._board = JobBoard(around.archive, owner, works, around.settings.home)
        self._talk = Talk()
        works[TRANSCRIBE] = Transcribing(around, self._board, self._turns, self._talk)
        self._orders = Orders(around.archive, self._board, owner.name)
        self._has_resumed = False
        self._untold: set[str] = set()  # uploads of whose end nobody has heard yet
        self._spare: dict[str, Session] = {}  # of each language one that was begun for nothing
        self._pages: set[str] = set()  # sessions into which a person may drop a file elsewhere

    async def connect(self) -> None:
        """Make sure that the cloud lets us in, and take over what dead processes left.

        Raises:
            TranscribeVideoError: it cannot be reached, or lets nobody in.
        """
        self._resume()
        await self._around.caller.admission()
        if self._around.settings.token is not None:  # which may be wrong; others are ours
            try:
                await self._around.client.balance()
            except AccessError:
                raise
            except TranscribeVideoError:
                pass  # what else there is to say is said when something is asked for

    async def open_session(self, language: str = "en", name: str = "project") -> Session:
        """Begin a session; ``language`` is the person's. The name is for this machine only."""
        self._resume()
        session = self._spare.pop(language, None)
        session = session or await self._around.client.open_session(language)
        self._archive.sessions.add(session, name, language)
        return session

    async def session(self, session_id: str) -> SessionView:
        """All that is known of a session here."""
        self._resume()
        session = self._archive.sessions.get(session_id)
        self._untold -= {job.job_id for job in self._board.of(session.session_id) if job.has_ended}
        if session.session_id in self._pages:
            with suppress(TranscribeVideoError):
                await self.state(session_id)
        return self._view(session)

    async def sessions(self, limit: int = 3) -> list[SessionView]:
        """The newest sessions, newest first."""
        self._resume()
        return [self._view(session) for session in self._archive.sessions.newest(limit)]

    async def delete_session(self, session_id: str) -> None:
        """Forget a session here, and end its work; the cloud has no way to delete one."""
        await self.cancel_session(session_id)
        session = self._archive.sessions.get(session_id)
        if not self._archive.jobs.of(session.session_id) and session_id not in self._pages:
            begun = Session(
                session_id=session.remote_id, task_id=session.task_id, user_id=session.user_id
            )
            self._spare[session.language] = begun
        self._archive.sessions.delete(session_id)

    async def drop_file(self, session_id: str, media_id: str) -> None:
        """Leave it where it is: the cloud has no way to take a file out of a session."""

    async def state(self, session_id: str) -> State:
        """A session's draft and what belongs to it, as the cloud has it now.

        Raises:
            GoneError: the cloud has lost it; a new one was begun in its place.
        """
        self._resume()
        session = self._archive.sessions.get(session_id)
        try:
            state = await self._around.client.state(session.remote_id)
        except GoneError as error:
            raise await begun_anew(self._around, session.session_id) from error
        self._learn(session, state)
        return state.model_copy(update={"session_id": session.session_id})

    async def upload_paths(self, session_id: str, paths: Sequence[Path]) -> UploadReply:
        """Send files of this machine; the reply comes at once, with a job for each.

        Of a film that is named with ``#sound`` at the end, the sound alone is sent.

        Raises:
            TooLargeError, UnsupportedMediaError: one may not travel; nothing was sent.
            MediaError: one cannot be read.
        """
        self._resume()
        session = self._archive.sessions.get(session_id)
        limits = self._around.limits
        told = [await asyncio.to_thread(told_of, path, limits) for path in paths]
        films = [film_meant(path) for path in paths]
        requests = [
            {"path": str(film or path), "is_sound": film is not None}
            for path, film in zip(paths, films, strict=True)
        ]
        meant = [film or path for path, film in zip(paths, films, strict=True)]
        return self._upload(session, told, requests, meant)

    async def upload_files(
        self, session_id: str, paths: Sequence[Path], progress: Progress | None = None
    ) -> UploadReply:
        """The same: to the cloud, a path means its bytes.

        Args:
            session_id: where they go.
            paths: the files.
            progress: never told; the jobs of the reply are.
        """
        del progress
        return await self.upload_paths(session_id, paths)

    async def upload_urls(self, session_id: str, urls: Sequence[str]) -> UploadReply:
        """Have files fetched by the cloud; the reply comes at once, with a job for each."""
        self._resume()
        session = self._archive.sessions.get(session_id)
        told = [linked(url) for url in urls]
        return self._upload(session, told, [{"url": url} for url in urls], [None] * len(urls))

    async def begin(
        self,
        session_id: str,
        message: str,
        order: TranscribeOrder | None = None,
        brought: Sequence[str] = (),
    ) -> Begun:
        """Say something to the editor, or have files transcribed; either is a job."""
        del brought  # the editor puts nothing on the timeline by itself
        self._resume()
        session = self._archive.sessions.get(session_id)
        if order is not None:
            jobs = [
                self._orders.job_for(session, one, order)
                for one in self._orders.spoken(session, order)
            ]
            return Begun(jobs=jobs)
        uploads = self._archive.jobs.of(session.session_id)
        after = [one.job_id for one in uploads if one.job_id in self._untold]
        self._untold.difference_update(after)  # what comes of the message tells of them
        job = self._board.start(new_turn(session.session_id, message, self._owner.name, after))
        return Begun(turn_of(self._archive.jobs.get(job.job_id)), [job])

    async def job(self, job_id: str, wait_s: float = 0.0, after: int = 0) -> Job:
        """A job; waits for its end or news after number ``after``, for at most ``wait_s``."""
        self._resume()
        job = await self._board.wait(job_id, wait_s, after)
        if job.has_ended:
            self._untold.discard(job_id)
        return job

    async def cancel_job(self, job_id: str) -> Job:
        """Ask a job to stop."""
        self._resume()
        return self._board.cancel(job_id)

    async def cancel_session(self, session_id: str) -> list[Job]:
        """Ask all jobs of a session to stop; gives those that were asked."""
        self._resume()
        known = self._archive.sessions.get(session_id).session_id
        pending = [job for job in self._board.of(known) if not job.has_ended]
        # What waits for other work is stopped before it could learn that this has stopped.
        return [self._board.cancel(job.job_id) for job in reversed(pending)][::-1]

    async def claim_link(self, session_id: str, order: TranscribeOrder | None = None) -> str | None:
        """A link that opens the session in a browser; None if there can be none."""
        self._resume()
        session = self._archive.sessions.get(session_id)
        self._archive.sessions.set_order(session.session_id, order)
        request = ClaimRequest(session_id=session.remote_id, task_id=session.task_id)
        try:
            call = post(CLAIM, request, is_repeatable=True)
            claim = read_as(Claim, await self._around.caller.reply(call))
        except TranscribeVideoError:
            return None
        self._pages.add(session.session_id)
        return f"{self._around.settings.web_url}{CLAIM_PAGE}?ct={quote(claim.claim_token)}"

    async def balance(self) -> Balance:
        """The account's credits."""
        self._resume()
        return await self._around.client.balance()

    async def render(self, request: RenderRequest) -> Job:
        """Have a draft made into a file; the job's id is the request's.

        Raises:
            UsageError: a single file is wanted, and the draft does not tell which part is its own.
        """
        self._resume()
        session = self._archive.sessions.get(request.session_id)
        try:
            return self._board.view(request.id)
        except GoneError:
            pass
        media = self._archive.media.of(session.session_id)
        chosen = [one for one in media if one.media_id == request.output.media_id]
        draft = request.draft
        if chosen:
            is_only = len(media) == 1
            draft = part_of(draft, chosen[0].filename, chosen[0].cdn_url, is_only=is_only)
        wanted = request.model_copy(update={"draft": draft})
        notes = [PART] if draft is not request.draft and draft != request.draft else []
        asked = {"render": wanted.sent(), "remote_id": request.id, "notes": notes}
        media_id = next((one.media_id for one in chosen or media), None)
        return self._board.start(
            NewJob(request.id, session.session_id, RENDER, self._owner.name, asked, media_id)
        )

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
        """What was said; see ``client.client.Client``."""
        self._resume()
        known = self._archive.sessions.get(session_id).session_id
        question = Question(
            from_ms=milliseconds(from_s or 0),
            to_ms=None if to_s is None else milliseconds(to_s),
            find=find or "",
            cursor=cursor,
            most=most,
        )
        return passage(self._archive, known, media_id, question, words=words)

    async def preview(
        self, session_id: str, at_s: float | None = None, join: int | None = None
    ) -> Preview:
        """A picture of the edit, which the cloud gives to nobody.

        Raises:
            UsageError: always.
        """
        del session_id, at_s, join
        why = "the NemoVideo cloud, which holds this project, gives none"
        raise UsageError("There is no picture of the edit", why, "Export it and look at the video")

    async def write_documents(self, session_id: str, request: DocumentsRequest) -> Documents:
        """Write a finished transcript in other formats."""
        self._resume()
        known = self._archive.sessions.get(session_id).session_id
        return await asyncio.to_thread(write_documents, self._around, known, request)

    async def close(self) -> None:
        """End the tasks, whose rows stay as they are, and give back all connections."""
        await self._board.close()
        await self._around.client.close()
        self._owner.close()
        self._archive.close()

    def _resume(self) -> None:
        if not self._has_resumed:
            self._has_resumed = True
            self._board.resume()

    def _view(self, session: CloudSession) -> SessionView:
        return session_view(self._archive, session, self._board.of(session.session_id))

    async def _chat(self, job: CloudJob, live: LiveJob) -> Ending:
        """A message: it is said once the files that came before it are there."""
        if job.sent_s is None and job.owner == self._owner.name:
            jobs, after = self._archive.jobs.of(job.session_id), job.request.get("after", [])
            uploads = [one for one in jobs if one.kind == UPLOAD and not one.has_ended]
            said_of = [one for one in jobs if one.job_id in after]
            await arrived(self._board, [*said_of, *uploads], live)
        async with self._talk.in_session(job.session_id):
            return (await self._turns.run(job, live.report)).ending

    def _upload(
        self,
        session: CloudSession,
        told: Sequence[UploadedFile],
        requests: Sequence[Mapping[str, Any]],
        paths: Sequence[Path | None],
    ) -> UploadReply:
        files, jobs = [], []
        for file, request, path in zip(told, requests, paths, strict=True):
            media = self._archive.media.add(session.session_id, file, path)
            job = NewJob(
                f"upload_{uuid4().hex}",
                session.session_id,
                UPLOAD,
                self._owner.name,
                {**request, "name": media.filename},
                media.media_id,
            )
            jobs.append(self._board.start(job))
            self._untold.add(job.job_id)
            files.append(media.uploaded)
        return UploadReply(files=files, jobs=jobs)

    def _learn(self, session: CloudSession, state: State) -> None:
        """Take note of files that a person has dropped on the cloud's own page."""
        known = self._archive.media.of(session.session_id)
        for file in dropped(state, known):
            media = self._archive.media.add(session.session_id, file)
            self._pages.discard(session.session_id)
            if session.order is not None and media.file_type != "image":
                self._orders.job_for(session, media, session.order)

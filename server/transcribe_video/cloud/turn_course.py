"""The course of one turn: its place in the row, the stream, and what is known in the end."""

import asyncio
from contextlib import suppress

from transcribe_video.client.turn import turn_call
from transcribe_video.cloud.owner import Owner
from transcribe_video.cloud.records.jobs import CHAT, TRANSCRIBE, CloudJob
from transcribe_video.cloud.turn_around import Around
from transcribe_video.cloud.turn_ending import ended, found, given_up, stopped
from transcribe_video.cloud.turn_listening import LOOK_S, Heard, listen
from transcribe_video.cloud.turn_outcome import DraftData, Outcome, is_changed
from transcribe_video.cloud.turn_patience import Patience
from transcribe_video.cloud.turn_posting import Posting
from transcribe_video.cloud.turn_progress import TurnProgress
from transcribe_video.cloud.turn_recovery import Watch, draft_of
from transcribe_video.cloud.turn_sentences import (
    NOT_SAID,
    Broke,
    busy,
    lost_before,
    lost_in_between,
    not_sent,
    renewed,
    said_already,
)
from transcribe_video.conversation.written_language import written_language
from transcribe_video.errors import GoneError, TranscribeVideoError

_MORE_SILENCE_S = 60.0  # the limits of a turn come before the connection's
_LAG_S = 2.0  # by which the timeline may come after a silent edit


class TurnCourse:
    """One turn, done once.

    Args:
        around: what it works with.
        owner: this process.
        job: the turn's row.
        progress: told what is being done.
    """

    def __init__(self, around: Around, owner: Owner, job: CloudJob, progress: TurnProgress) -> None:
        self._archive, self._client = around.archive, around.client
        self._caller, self._settings = around.caller, around.settings
        self._around, self._owner = around, owner
        self._job, self._progress = job, progress
        self._message = str(job.request.get("message", ""))
        self._before, self._is_sent = job.draft_before, job.sent_s is not None
        self._heard = Heard(self._caller.refused)

    async def said(self) -> Outcome:
        """Say the message when its turn has come, and follow it to its end."""
        try:
            return await self._said_somewhere()
        except TranscribeVideoError as error:
            return Outcome(error=error)
        except asyncio.CancelledError:
            if not self._is_stopped():
                raise
            return await self._stopped()

    async def recovered(self) -> Outcome:
        """Look what came of it."""
        if self._job.sent_s is None:
            return Outcome(error=not_sent())
        try:
            since_s = self._archive.now_s() - self._job.sent_s
            return await self._watched(Broke.PROGRAM, since_s)
        except asyncio.CancelledError:
            if not self._is_stopped():
                raise
            return await self._stopped()

    async def _wait_for_others(self) -> None:
        """One message at a time is under way in a session; who came first comes first."""
        clock = asyncio.get_running_loop().time
        gives_up_s = clock() + self._settings.stream_timeout_s
        while self._others():
            if clock() > gives_up_s:
                raise busy()
            self._stage("waiting for the message before this one")
            await asyncio.sleep(min(LOOK_S, self._settings.stream_timeout_s))
            for job in self._archive.jobs.before(self._job):
                await self._finish_for_dead(job)

    def _others(self) -> list[CloudJob]:
        """Those that must end first; what a dead process has left of other work blocks nobody."""
        before = self._archive.jobs.before(self._job)
        return [job for job in before if job.kind == CHAT or self._owner.is_alive(job.owner)]

    async def _finish_for_dead(self, job: CloudJob) -> None:
        jobs = self._archive.jobs
        if job.kind != CHAT or self._owner.is_alive(job.owner):
            return
        if jobs.adopt(job, self._owner.name):
            other = TurnCourse(self._around, self._owner, job, self._progress)
            jobs.end(job.job_id, (await other.recovered()).ending)

    async def _said_somewhere(self) -> Outcome:
        """Say it; in a new session, if the cloud has lost this one and nothing was in it."""
        try:
            return await self._said_once()
        except GoneError:
            was_empty = not self._held_something()
            await self._begin_anew()
            if not was_empty:
                return Outcome(error=lost_before())
        return await self._said_once()

    def _held_something(self) -> bool:
        """Whether the message may be about what was in the project."""
        session_id = self._job.session_id
        if is_changed(None, self._before) or self._archive.media.of(session_id):
            return True
        said = (job for job in self._archive.jobs.of(session_id) if job.sent_s is not None)
        return any(job.kind in {CHAT, TRANSCRIBE} for job in said)

    async def _said_once(self) -> Outcome:
        """Say it.

        Raises:
            TranscribeVideoError: it was certainly not taken.
        """
        while not self._is_sent:
            await self._wait_for_others()
            self._stage("looking at the timeline")
            self._before = await draft_of(self._client, self._remote_id)
            self._is_sent = self._is_noted()
        longest_s = self._settings.stream_timeout_s
        patience = Patience(
            longest_s, self._settings.heartbeat_timeout_s, asyncio.get_running_loop().time()
        )
        silence_s = max(longest_s, patience.heartbeats_s) + _MORE_SILENCE_S
        posting = Posting(turn_call(self._remote_id, self._message, silence_s=silence_s))
        heard = self._heard = Heard(self._caller.refused)
        await listen(self._caller.frames(posting.call), patience, heard, self._look)
        error = None if heard.has_begun else heard.error
        if error is not None and (error.was_refused or not posting.is_sent):
            self._archive.jobs.unsend(self._job.job_id)
            self._is_sent = False
            raise error
        return await self._concluded()

    def _is_noted(self) -> bool:
        """Whether the row says now that it is sent; not if another message was faster."""
        with self._archive.transaction():
            if self._others():
                return False
            if not self._archive.jobs.send(self._job.job_id, self._before):
                raise said_already()
            return True

    async def _concluded(self) -> Outcome:
        heard = self._heard
        if heard.end == "broken":
            return await self._watched(heard.broke)
        if heard.end != "ended":
            after, _ = await self._after()
            limit_s = self._settings.stream_timeout_s
            alive_s = self._settings.heartbeat_timeout_s
            is_alive = heard.end == "heartbeats"
            return given_up(heard, self._before, after, alive_s if is_alive else limit_s)
        if isinstance(heard.failure, GoneError):
            return await self._lost()
        if heard.is_expired:
            await self._renew()
        after, is_known = await self._after()
        is_silent = not (heard.assembly.reply or heard.failure or heard.assembly.is_failed)
        if is_silent and not is_changed(self._before, after):
            if not is_known:
                return await self._watched(heard.broke)
            await asyncio.sleep(min([_LAG_S, *self._settings.recovery_waits_s[:1]]))
            after, _ = await self._after()
        return ended(heard, self._before, after)

    async def _renew(self) -> None:
        """Drop a token that the stream says has expired, for all that is asked from now on."""
        try:
            if await self._caller.renewed():
                self._heard.failure = renewed()
        except TranscribeVideoError as error:
            self._heard.failure = error

    async def _after(self) -> tuple[DraftData | None, bool]:
        """The timeline now, and whether it is known: events may tell it before the state does."""
        drafts = self._heard.drafts
        told = drafts[-1] if drafts else self._before
        try:
            draft = await draft_of(self._client, self._remote_id)
        except TranscribeVideoError:
            return told, bool(drafts)
        return (draft if is_changed(self._before, draft) else told), True

    async def _watched(self, broke: Broke, since_s: float = 0) -> Outcome:
        """The rule for streams that broke off: look again and again, and never repeat."""
        watch = Watch(self._client, self._settings.recovery_waits_s, self._stage)
        try:
            seen = await watch.seen(self._remote_id, self._before, since_s)
        except GoneError:
            return await self._lost()
        return found(self._heard, self._before, seen, broke)

    async def _lost(self) -> Outcome:
        with suppress(TranscribeVideoError):
            await self._begin_anew()
        return Outcome(self._heard.assembly.reply, error=lost_in_between())

    async def _stopped(self) -> Outcome:
        """The outcome for who stopped it; the stream is closed by now."""
        task = asyncio.current_task()
        assert task is not None
        task.uncancel()
        if not self._is_sent:
            return Outcome(is_cancelled=True, remarks=(NOT_SAID,))
        after, is_known = await self._after()
        return stopped(self._heard, self._before, after, is_known=is_known)

    async def _begin_anew(self) -> None:
        session = self._archive.sessions.get(self._job.session_id)
        language = written_language(self._message, session.language)
        made = await self._client.open_session(language)
        self._archive.sessions.renew(session.session_id, made)

    @property
    def _remote_id(self) -> str:
        return self._archive.sessions.get(self._job.session_id).remote_id

    def _is_stopped(self) -> bool:
        return self._archive.jobs.is_cancelling(self._job.job_id)

    def _stage(self, stage: str) -> None:
        self._progress.stage(stage, self._archive.now_s())

    def _look(self) -> None:
        """Tell how far the stream is; the raw clip may be there long before its effects."""
        assembly = self._heard.assembly
        if assembly.reply:
            stage = "the editor has answered, and goes on working"
        elif assembly.tools:
            stage = f"the editor is at work, step {assembly.tools}"
        else:
            stage = "waiting for the editor"
        self._progress.stage(stage, self._archive.now_s(), assembly.reply or None)

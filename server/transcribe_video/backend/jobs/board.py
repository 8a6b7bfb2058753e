"""The board on which work is asked for, looked at and stopped."""

import asyncio
import json
import secrets
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

from transcribe_video.backend.jobs.fetching import Fetching, name_at
from transcribe_video.backend.jobs.job_queue import MOST_AT_ONCE, JobQueue
from transcribe_video.backend.jobs.job_view import job_view
from transcribe_video.backend.jobs.live_job import LiveJob
from transcribe_video.backend.jobs.render_order import checked
from transcribe_video.backend.jobs.render_plan import plan_for
from transcribe_video.backend.jobs.rendering import Rendering
from transcribe_video.backend.jobs.surroundings import Surroundings
from transcribe_video.backend.jobs.transcribe_requests import TranscribeRequests
from transcribe_video.backend.jobs.transcription import Transcription
from transcribe_video.backend.jobs.work import FETCH, RENDER, TRANSCRIBE, Work
from transcribe_video.backend.media_facts import MediaFacts
from transcribe_video.backend.patience import StoppedError
from transcribe_video.backend.prober import probed
from transcribe_video.backend.speech_process import SpeechProcess
from transcribe_video.backend.stop_sign import StopSign
from transcribe_video.backend.store.jobs import JobRecord, NewJob
from transcribe_video.backend.store.media_files import MediaRecord
from transcribe_video.backend.store.sessions import SessionRecord
from transcribe_video.backend.store.store import Store
from transcribe_video.backend.web_address import web_address
from transcribe_video.errors import GoneError, UnreachableError, UsageError
from transcribe_video.manifest import Manifest
from transcribe_video.settings import Settings
from transcribe_video.wire.job import Job
from transcribe_video.wire.order import TranscribeOrder
from transcribe_video.wire.render import RenderRequest


class JobBoard:
    """The work of one backend: transcriptions, fetches and renders.

    Its methods are for any thread; call them outside of the store's transactions.

    Args:
        store: what is known, and where it is kept.
        settings: what the environment sets.
        manifest: limits and timeouts.
        boot_id: of this run of the backend.
        surroundings: the world outside; None is the real one.
    """

    def __init__(
        self,
        store: Store,
        settings: Settings,
        manifest: Manifest,
        boot_id: str,
        surroundings: Surroundings | None = None,
    ) -> None:
        outside = surroundings or Surroundings()
        self._store, self._home = store, settings.home
        idle_s, stop_s = outside.speech_idle_s, outside.stop_s
        self._leaving = StopSign()
        self._speech = SpeechProcess(settings, manifest, idle_s, stop_s)
        self._own_executor = (
            None if outside.executor else ThreadPoolExecutor(MOST_AT_ONCE, thread_name_prefix="job")
        )
        works: dict[str, Work] = {
            TRANSCRIBE: Transcription(store, self._speech, outside.downloads, settings.home),
            FETCH: Fetching(store, manifest, outside.fetch, self._probed),
            RENDER: Rendering(store, outside.downloads, settings.home),
        }
        executor = self._own_executor or outside.executor
        assert executor is not None
        self._queue = JobQueue(store, settings.home, boot_id, works, executor)
        self._requests = TranscribeRequests(store, self._queue)

    @property
    def speech_pid(self) -> int | None:
        """The process id of the speech process; None if there is none at the moment."""
        return self._speech.pid

    def start(self) -> None:
        """Go on with what an earlier run of the backend left."""
        self._queue.resume()

    def transcribe(self, session: SessionRecord, order: TranscribeOrder, owner: str) -> list[Job]:
        """Turn recordings of a session into documents: one job for each.

        Equal work of the same client process, of one that has died, or of the same session is
        joined and not done twice, as long as it runs and for an hour after; its ``session_id``
        may be another one.

        Args:
            session: whose recordings.
            order: what is wanted of them.
            owner: the client process that asks, ``<pid>-<hex>``; empty if it does not say.

        Raises:
            UsageError: the order cannot be carried out.
            MediaError: there is no sound.
            GoneError: there is no such session or file.
        """
        asked = self._requests.ask(session, order, owner)
        return [self._asked(one.job.job_id, is_joined=one.is_joined) for one in asked]

    def fetch(self, session_id: str, url: str) -> tuple[MediaRecord, Job]:
        """Bring a recording from an address into a session.

        Raises:
            UsageError: it is no address that is asked.
            GoneError: there is no such session.
        """
        web_address(url)
        with self._queue.lock:
            media = self._store.media.expect(session_id, name_at(url), url)
            job = self._store.jobs.add(
                NewJob(
                    job_id=f"job_{secrets.token_hex(12)}",
                    session_id=session_id,
                    kind=FETCH,
                    media_id=media.media_id,
                    request={"url": url, "name": media.filename},
                    key=media.media_id,
                )
            )
            self._queue.add(job)
        return media, self.view(job.job_id)

    def render(self, request: RenderRequest, owner: str, after: Sequence[str] = ()) -> Job:
        """Make a video; the job has the request's id, unless the same is already being made.

        Args:
            request: what is wanted.
            owner: the client process that asks, ``<pid>-<hex>``; empty if it does not say.
            after: the jobs that must be done first; their files need not have arrived yet.

        Raises:
            UsageError: it cannot be made so, or there is nothing to make it of.
            GoneError: there is no such session.
        """
        wanted = checked(request)
        with self._queue.lock:
            known = self._known_render(wanted)
            if known is not None:
                return self._asked(known.job_id, is_joined=True)
            name = self._rendered_name(wanted, after)
            job = self._store.jobs.add(
                NewJob(
                    job_id=wanted.id,
                    session_id=wanted.session_id,
                    kind=RENDER,
                    media_id=None,
                    request={"name": name, **wanted.model_dump(mode="json")},
                    key=_render_key(wanted),
                    owner=owner,
                    after=tuple(after),
                )
            )
            self._queue.add(job)
        return self.view(job.job_id)

    def probe(self, path: Path) -> MediaFacts:
        """What is in a file, seen by a process of its own; takes a moment.

        Raises:
            MediaError: it is nothing that can be worked on.
            UnreachableError: the backend leaves.
        """
        try:
            return self._probed(path)
        except StoppedError as error:
            what, why = f"“{path.name}” cannot be looked into", "the backend is just being ended"
            raise UnreachableError(what, why, "Try again") from error

    def view(self, job_id: str, after: int = 0) -> Job:
        """How a job stands.

        Args:
            job_id: the job.
            after: what was recognised is told from this number on.

        Raises:
            GoneError: there is no such job.
        """
        live = self._queue.live(job_id)
        record = self._store.jobs.get(job_id)
        age_s = self._store.now_s() - record.created_s
        return job_view(record, live, self._media_name(record), age_s, after)

    async def wait(self, job_id: str, wait_s: float, after: int = 0) -> Job:
        """How a job stands once there is something new to see of it, or time is up.

        Args:
            job_id: the job.
            wait_s: how long to wait for its end, for something recognised from number ``after``
                on, or for noticeable progress.
            after: what was recognised is told from this number on.

        Raises:
            GoneError: there is no such job.
        """
        live = self._queue.live(job_id)
        if live is not None and wait_s > 0:
            with suppress(TimeoutError):
                async with asyncio.timeout(wait_s):
                    await _news(live, after)
        return self.view(job_id, after)

    def cancel(self, job_id: str) -> Job:
        """Stop a job: at once if it waits, else soon; what was recognised is kept.

        Raises:
            GoneError: there is no such job.
        """
        self._queue.cancel(job_id)
        return self.view(job_id)

    def active(self) -> int:
        """How many jobs wait or run."""
        return len(self._queue)

    def leave(self) -> None:
        """Begin no more and stop what runs, which goes on with the next run of the backend."""
        self._queue.close()
        self._leaving.set()

    def close(self) -> None:
        """Leave in order, and wait until all has stopped."""
        self.leave()
        self._speech.close()
        if self._own_executor is not None:
            self._own_executor.shutdown()

    def _probed(self, path: Path) -> MediaFacts:
        return probed(path.absolute(), self._home, self._leaving)

    def _asked(self, job_id: str, *, is_joined: bool) -> Job:
        return self.view(job_id).model_copy(update={"is_joined": is_joined})

    def _known_render(self, request: RenderRequest) -> JobRecord | None:
        """The job with this id, or one that is just making the same."""
        with suppress(GoneError):
            job = self._store.jobs.get(request.id)
            if job.kind != RENDER or job.session_id != request.session_id:
                why = "another job has that id"
                raise UsageError("The video cannot be exported", why, "Choose another id")
            return job
        equal = self._store.jobs.equal(_render_key(request))
        return next((job for job in equal if self._is_going_on(job)), None)

    def _rendered_name(self, request: RenderRequest, after: Sequence[str]) -> str:
        """What the first file of a video is called; that there is one is said at once or later."""
        if not after:
            return plan_for(self._store, request).first.filename
        media = self._store.media.of(self._store.sessions.get(request.session_id).session_id)
        wanted = [one for one in media if one.media_id == request.output.media_id] or media
        return wanted[0].filename if wanted else ""

    def _is_going_on(self, job: JobRecord) -> bool:
        live = self._queue.live(job.job_id)
        return live is not None and not live.is_cancelling

    def _media_name(self, record: JobRecord) -> str:
        if record.media_id is not None:
            with suppress(GoneError):
                return self._store.media.get(record.media_id).filename
        return str(record.request.get("name", ""))


async def _news(live: LiveJob, after: int) -> None:
    """Come back when there is something to see that was not there at the call."""
    loop, changed, mark = asyncio.get_running_loop(), asyncio.Event(), live.mark

    def tell() -> None:
        with suppress(RuntimeError):  # whoever waited has gone with their loop
            loop.call_soon_threadsafe(changed.set)

    with live.watched(tell):
        while not (live.has_ended or live.has_news(after) or live.mark.is_noticeably_past(mark)):
            await changed.wait()
            changed.clear()


def _render_key(request: RenderRequest) -> str:
    wanted = request.model_dump(mode="json", exclude={"id"})
    return sha256(json.dumps([RENDER, wanted], sort_keys=True).encode()).hexdigest()

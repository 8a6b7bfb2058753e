"""What all requests are answered with."""

import asyncio
from dataclasses import dataclass, field
from pathlib import Path

from anyio import to_thread
from starlette.requests import HTTPConnection

from transcribe_video.backend.activity import Activity
from transcribe_video.backend.jobs.board import JobBoard
from transcribe_video.backend.store.store import Store
from transcribe_video.manifest import Manifest
from transcribe_video.settings import Settings, downloads_folder
from transcribe_video.wire.health import Health, Runtime
from transcribe_video.wire.job import Job


@dataclass(frozen=True, slots=True)
class Context:
    """The parts of a backend.

    Attributes:
        settings: what the environment sets.
        manifest: limits and timeouts.
        runtime: where it listens, and what it is.
        store: what it keeps.
        board: the work it does.
        activity: what goes on.
        downloads: where a person looks for what has no place of its own.
        leaving: set when it is to end; whoever waits for work then waits no longer.
    """

    settings: Settings
    manifest: Manifest
    runtime: Runtime
    store: Store
    board: JobBoard
    activity: Activity
    downloads: Path = field(default_factory=downloads_folder)
    leaving: asyncio.Event = field(default_factory=asyncio.Event)

    @property
    def is_idle(self) -> bool:
        """Whether nobody would miss it: no work, no open page, no link just given out."""
        activity = self.activity
        return not (self.board.active() or activity.is_page_open() or activity.is_awaited)

    @property
    def health(self) -> Health:
        """What it says of itself."""
        return Health(
            pid=self.runtime.pid,
            wire=self.runtime.wire,
            version=self.runtime.version,
            boot_id=self.runtime.boot_id,
            jobs=self.board.active(),
            is_page_open=self.activity.is_page_open(),
            idle_s=round(self.activity.idle_s, 1),
        )

    async def waited(self, job_id: str, wait_s: float, after: int) -> Job:
        """A job, once it has ended, has news, the time is up, or the backend leaves.

        Raises:
            GoneError: there is no such job.
        """
        leaving = asyncio.create_task(self.leaving.wait())
        waiting = asyncio.create_task(self.board.wait(job_id, wait_s, after))
        try:
            await asyncio.wait({leaving, waiting}, return_when=asyncio.FIRST_COMPLETED)
            if waiting.done():
                return waiting.result()
        finally:
            leaving.cancel()
            waiting.cancel()
        return await to_thread.run_sync(self.board.view, job_id, after)


def context_of(request: HTTPConnection) -> Context:
    """What the application was made with."""
    context = request.app.state.context
    assert isinstance(context, Context)
    return context

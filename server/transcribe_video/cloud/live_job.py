"""A job while this process does it: how far it is, and who waits for news of it."""

import asyncio
from contextlib import suppress

from transcribe_video.wire.job import Progress


class LiveJob:
    """One job under way.

    Attributes:
        progress: how far it is.
        version: grows with everything that can be told.
        is_cancelling: whether somebody asked it to stop.
        has_begun: whether its task has got as far as doing it.
    """

    def __init__(self) -> None:
        self.progress = Progress(stage="beginning")
        self.version = 1
        self.is_cancelling = False
        self.has_begun = False
        self._news = asyncio.Event()

    def report(self, progress: Progress) -> None:
        """So far it is now."""
        if progress != self.progress:
            self.progress = progress
            self.tell()

    def say(self, stage: str, fraction: float | None = None) -> None:
        """This is being done now, a phrase such as ``"waiting for the editor"``."""
        self.report(Progress(stage=stage, fraction=fraction))

    def tell(self) -> None:
        """Wake all who wait for news."""
        self.version += 1
        self._news.set()
        self._news = asyncio.Event()

    async def news(self, after: int, longest_s: float) -> None:
        """Wait for what is newer than a version, but not longer than so many seconds."""
        if self.version <= after:
            with suppress(TimeoutError):
                await asyncio.wait_for(self._news.wait(), longest_s)

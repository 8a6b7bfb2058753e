"""Looking at what became of a message whose stream broke off; it is never said again."""

import asyncio
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass
from typing import Any

from transcribe_video.client.client import Client
from transcribe_video.cloud.turn_listening import LOOK_S
from transcribe_video.cloud.turn_outcome import DraftData, is_changed
from transcribe_video.errors import GoneError, TranscribeVideoError

_TRIES = 3  # as many times as there are waits, where the cloud cannot be asked


@dataclass(frozen=True, slots=True)
class Seen:
    """What the looks at a project have shown.

    Attributes:
        looks: how many there were that showed anything.
        draft: the timeline at the last of them.
    """

    looks: int
    draft: DraftData | None
    is_changed: bool


async def draft_of(client: Client, remote_id: str) -> DraftData | None:
    """The timeline of a session as the cloud has it now.

    Raises:
        TranscribeVideoError: it cannot be asked.
    """
    project = (await client.state(remote_id)).state
    draft: dict[str, Any] | None = project.draft if project else None
    return draft


class Watch:
    """Looks at a project again and again until its timeline is another one.

    Args:
        client: of the cloud.
        waits_s: the waits before each look.
        look: called every so often with what is being done.
    """

    def __init__(
        self, client: Client, waits_s: tuple[float, ...], look: Callable[[str], None]
    ) -> None:
        self._client, self._waits_s, self._look = client, waits_s, look

    async def seen(self, remote_id: str, before: DraftData | None, since_s: float = 0) -> Seen:
        """What the looks show.

        Args:
            remote_id: the session.
            before: its timeline before the message.
            since_s: for so long it has been left alone already, which counts for the first wait.

        Raises:
            GoneError: the session is not there any more.
        """
        seen = Seen(0, None, is_changed=False)
        async for draft in self._drafts(remote_id, since_s):
            seen = Seen(seen.looks + 1, draft, is_changed(before, draft))
            if seen.is_changed:
                break
        return seen

    async def _drafts(self, remote_id: str, since_s: float) -> AsyncIterator[DraftData | None]:
        waits_s = list(self._waits_s)
        tries_left = _TRIES * len(waits_s)
        while waits_s and tries_left:
            tries_left -= 1
            await self._pause(max(0.0, waits_s[0] - since_s))
            since_s = 0
            try:
                draft = await draft_of(self._client, remote_id)
            except GoneError:
                raise
            except TranscribeVideoError:
                continue  # a look that shows nothing is none
            del waits_s[0]
            yield draft

    async def _pause(self, wait_s: float) -> None:
        clock = asyncio.get_running_loop().time
        ends_s = clock() + wait_s
        while (left_s := ends_s - clock()) > 0:
            self._look("no answer came; looking whether it was done all the same")
            await asyncio.sleep(min(LOOK_S, left_s))

"""What goes on in the backend, for knowing when it may leave."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

PAGE_OPEN_S = 15
"""A page that asked for something so long ago counts as open."""

LINK_KEPT_S = 3600
"""A person who was given a link finds the backend there for so long."""


class Activity:
    """Requests under way, pages that are open, and links that were given out.

    Args:
        clock: seconds since some moment, never going back.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._under_way = 0
        self._newest_s = clock()
        self._pages: dict[str, float] = {}
        self._linked_s: float | None = None

    @contextmanager
    def request(self, session_id: str | None) -> Iterator[None]:
        """A request is answered; it is from the page of a session, if one is named."""
        self._under_way += 1
        self.seen(session_id)
        try:
            yield
        finally:
            self._under_way -= 1
            self.seen(session_id)

    def seen(self, session_id: str | None) -> None:
        """Something happened just now, on the page of a session, if one is named."""
        self.touch()
        if session_id:
            self._pages[session_id] = self._newest_s

    def touch(self) -> None:
        """Something happened just now."""
        self._newest_s = self._clock()

    def linked(self) -> None:
        """A link to a page was made just now, for a person to open."""
        self.touch()
        self._linked_s = self._newest_s

    @property
    def is_awaited(self) -> bool:
        """Whether somebody may yet open a link that was made within the last hour."""
        return self._linked_s is not None and self._clock() - self._linked_s < LINK_KEPT_S

    @property
    def under_way(self) -> int:
        """How many requests are being answered."""
        return self._under_way

    @property
    def idle_s(self) -> float:
        """Seconds since anything happened."""
        return 0 if self._under_way else self._clock() - self._newest_s

    def is_page_open(self, session_id: str | None = None) -> bool:
        """Whether the page of this session, or of any, is open."""
        since_s = self._clock() - PAGE_OPEN_S
        if session_id is not None:
            return self._pages.get(session_id, since_s) > since_s
        return any(seen_s > since_s for seen_s in tuple(self._pages.values()))

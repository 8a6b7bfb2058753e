"""One thing at a time is said in a session, whatever it is about."""

import asyncio
from contextlib import AbstractAsyncContextManager


class Talk:
    """Lets what is said in a session wait for what is being said there by this process."""

    def __init__(self) -> None:
        self._locks: dict[str, asyncio.Lock] = {}

    def is_busy(self, session_id: str) -> bool:
        """Whether somebody says something there now."""
        lock = self._locks.get(session_id)
        return lock is not None and lock.locked()

    def in_session(self, session_id: str) -> AbstractAsyncContextManager[None]:
        """A block in which nobody else says anything in this session."""
        return self._locks.setdefault(session_id, asyncio.Lock())

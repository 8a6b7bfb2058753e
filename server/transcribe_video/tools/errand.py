"""Work that a tool begins and that goes on, whoever still waits for it."""

import time
from typing import TYPE_CHECKING, Generic, TypeVar, cast
from uuid import uuid4

import anyio

from transcribe_video.errors import BackendError

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

T = TypeVar("T")
PREFIX = "errand_"
_MOST_SAID = 50
AT_FIRST = "Beginning…"


class Errand(Generic[T]):
    """What becomes a job of the backend, or an answer, in a while.

    It runs in the server's own task group: a host that cancels a call, or no longer waits for it,
    ends the wait and not the work. Until the backend has given ids, ``errand_id`` is the handle.

    Args:
        tool: the tool that began it.
        is_followed: whether its handle is given out; who waits for one of which it is not asks
            for the same once more.
    """

    def __init__(self, tool: str, *, is_followed: bool = True) -> None:
        self.errand_id = f"{PREFIX}{uuid4().hex}"
        self.tool, self.is_followed = tool, is_followed
        self.session_id: str | None = None
        self.said: list[str] = []
        self._begun_s = time.monotonic()
        self._scope = anyio.CancelScope()
        self._news = anyio.Event()
        self._value: T | None = None
        self._error: BaseException | None = None
        self.has_ended = False

    @property
    def age_s(self) -> float:
        """Seconds since it was begun."""
        return time.monotonic() - self._begun_s

    @property
    def stage(self) -> str:
        """What it is doing now."""
        return self.said[-1] if self.said else AT_FIRST

    def say(self, stage: str) -> None:
        """Tell whoever waits what is being done now."""
        if len(self.said) < _MOST_SAID:
            self.said.append(stage)
        else:
            self.said[-1] = stage
        self._tell()

    async def run(self, work: "Callable[[Errand[T]], Awaitable[T]]") -> None:
        """Do it; what it raises is kept for those who ask for its value."""
        try:
            with self._scope:
                self._value = await work(self)
        except Exception as error:  # noqa: BLE001 - raised again where somebody asks
            self._error = error
        finally:
            if self._scope.cancel_called:
                self._error = BackendError("That was not done", "somebody cancelled it")
            self.has_ended = True
            self._tell()

    async def news(self) -> None:
        """Wait until it has ended or does something else."""
        if not self.has_ended:
            await self._news.wait()

    def value(self) -> T:
        """What came of it, once it has ended; raises what went wrong."""
        assert self.has_ended
        if self._error is not None:
            raise self._error
        return cast("T", self._value)

    def cancel(self) -> None:
        """End it where it is."""
        self._scope.cancel()

    def _tell(self) -> None:
        self._news.set()
        self._news = anyio.Event()

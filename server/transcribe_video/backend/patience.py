"""How long something may take, and whether it is still wanted."""

import threading
import time
from collections.abc import Callable
from concurrent.futures import Future, wait
from dataclasses import dataclass
from typing import TypeVar

LOOK_S = 0.2
"""Between two looks at whether it is still wanted."""

_Result = TypeVar("_Result")


class StoppedError(Exception):
    """Whoever asked for the work wants it no more."""


@dataclass(frozen=True, slots=True)
class Patience:
    """What work that waits for others looks at every now and then.

    Attributes:
        stop: set when the work is not wanted any more.
        until_s: the moment, on the monotonic clock, at which it has taken too long.
    """

    stop: threading.Event
    until_s: float

    def check(self) -> None:
        """Go on only if there is a reason to.

        Raises:
            StoppedError: it is not wanted any more.
            TimeoutError: it has taken too long.
        """
        if self.stop.is_set():
            raise StoppedError
        if time.monotonic() >= self.until_s:
            raise TimeoutError

    def run(
        self,
        action: Callable[[], _Result],
        longest_s: float,
        discard: Callable[[_Result], None] = lambda _: None,
    ) -> _Result:
        """Do what cannot be interrupted, e.g. look a name up, without being held up by it.

        Args:
            action: goes on in a thread of its own if it is not waited for any longer.
            longest_s: how long it is waited for.
            discard: gets what an action gives that nobody waits for any more.

        Raises:
            StoppedError: it is not wanted any more.
            TimeoutError: it has taken too long.
        """
        future: Future[_Result] = Future()
        threading.Thread(target=_fulfil, args=(future, action), daemon=True).start()
        shorter = Patience(self.stop, min(self.until_s, time.monotonic() + longest_s))
        try:
            while not wait([future], LOOK_S).done:
                shorter.check()
        except BaseException:
            future.add_done_callback(lambda late: _discard(late, discard))
            raise
        return future.result()


def _fulfil(future: Future[_Result], action: Callable[[], _Result]) -> None:
    try:
        future.set_result(action())
    except BaseException as error:  # noqa: BLE001 - it is raised where the result is asked for
        future.set_exception(error)


def _discard(late: Future[_Result], discard: Callable[[_Result], None]) -> None:
    if late.exception() is None:
        discard(late.result())

"""A request to stop that also wakes whoever waits for something else."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Event, Lock


class StopSign(Event):
    """An event that calls those who ask for it when it is set, from whatever thread sets it."""

    def __init__(self) -> None:
        super().__init__()
        self._guard = Lock()
        self._calls: list[Callable[[], None]] = []

    def set(self) -> None:
        """Ask for the stop."""
        with self._guard:
            super().set()
            calls = list(self._calls)
        for call in calls:
            call()

    @contextmanager
    def calling(self, call: Callable[[], None]) -> Iterator[None]:
        """Have ``call`` called when the stop is asked for; at once if that has happened."""
        with self._guard:
            self._calls.append(call)
            is_late = self.is_set()
        if is_late:
            call()
        try:
            yield
        finally:
            with self._guard:
                self._calls.remove(call)

"""The one process that recognises speech, as the backend sees it."""

import logging
import time
from collections.abc import Callable
from itertools import count
from queue import Empty, SimpleQueue
from threading import Lock, Thread, Timer
from typing import Any

from transcribe_video.backend.child import Child
from transcribe_video.backend.log import NAME
from transcribe_video.backend.patience import StoppedError
from transcribe_video.backend.speech_task import SpeechResult, SpeechTask, result_of
from transcribe_video.backend.stop_sign import StopSign
from transcribe_video.errors import BackendError
from transcribe_video.manifest import Manifest
from transcribe_video.settings import Settings
from transcribe_video.wire.failure import error_of
from transcribe_video.wire.job import Heard, Progress

IDLE_S = 120.0
"""Without work for so long the process leaves, and the model leaves memory."""
STOP_S = 10.0
"""A task that was told to stop and has not after so long is ended with its process."""
_MODULE = "transcribe_video.backend.speech_main"
_READING = "reading"
# Of what the environment sets, the part that matters there; no token leaves this process.
_SETTINGS = ("model", "hub_url", "hub_allowed", "is_model_chosen")
_CLOSE_S = 5.0

Listener = Callable[[Progress | None, list[Heard]], None]
"""Told of progress, if there is any, and of what was recognised."""


class SpeechLostError(Exception):
    """The process has gone in the middle of a task, which can be done again.

    Attributes:
        is_blamed: whether this task may have broken it.
        is_reading: whether its recording was being read, not yet recognised.
    """

    def __init__(self, *, is_blamed: bool, is_reading: bool) -> None:
        self.is_blamed, self.is_reading = is_blamed, is_reading
        super().__init__("the speech process has gone")


class _Task:
    """A task under way: what is said of it, and where it is."""

    def __init__(self) -> None:
        self.inbox: SimpleQueue[dict[str, Any]] = SimpleQueue()
        self.stage = ""


class _Run:
    """One life of the process."""

    def __init__(self, settings: Settings, manifest: Manifest) -> None:
        self._child = Child(_MODULE, settings.home)
        self._lock = Lock()
        self._tasks: dict[int, _Task] = {}
        self._numbers = count(1)
        self._is_ended_by_us = False
        self.is_over = False
        self._child.send(
            {
                "settings": {name: getattr(settings, name) for name in _SETTINGS}
                | {"home": str(settings.home)},
                "limits": manifest.limits.model_dump(),
                "timeouts": manifest.timeouts.model_dump(),
            }
        )
        self._reader = Thread(target=self._read, name="speech process", daemon=True)
        self._reader.start()

    @property
    def pid(self) -> int:
        return self._child.pid

    def begin(self, task: SpeechTask) -> tuple[int, _Task]:
        number, under_way = next(self._numbers), _Task()
        with self._lock:
            if self.is_over:
                raise SpeechLostError(is_blamed=False, is_reading=False)
            self._tasks[number] = under_way
        self._child.send({"number": number, "task": task.data()})
        return number, under_way

    def stop(self, number: int) -> None:
        self._child.send({"number": number, "stop": True})

    def forget(self, number: int) -> None:
        with self._lock:
            self._tasks.pop(number, None)

    def kill(self) -> None:
        self._is_ended_by_us = True
        self._child.kill()

    def close(self, patience_s: float) -> None:
        self._is_ended_by_us = True
        self._child.hang_up()
        self._reader.join(patience_s)
        self._child.kill()
        self._reader.join(_CLOSE_S)

    def _read(self) -> None:
        for message in self._child.messages():
            with self._lock:
                task = self._tasks.get(message.get("number", 0))
            if task is not None:
                task.stage = message.get("progress", {}).get("stage", task.stage)
                task.inbox.put(message)
        with self._lock:
            self.is_over = True
            tasks = list(self._tasks.values())
        code = self._child.end(1)
        if not self._is_ended_by_us:
            logging.getLogger(NAME).warning("the speech process ended with code %d", code)
        self._tell_lost(tasks)

    def _tell_lost(self, tasks: list[_Task]) -> None:
        """A task whose recording was being read is blamed; if there was none, all of them are."""
        readers = [task for task in tasks if task.stage == _READING]
        blamed = [] if self._is_ended_by_us else readers or tasks
        for task in tasks:
            task.inbox.put({"lost": True, "is_blamed": task in blamed})


class SpeechProcess:
    """Starts the process when it is needed, and lets it go when it is not.

    Args:
        settings: what the environment sets.
        manifest: limits and timeouts.
        idle_s: without work for so long it leaves.
        stop_s: how long a task has for stopping.
    """

    def __init__(
        self,
        settings: Settings,
        manifest: Manifest,
        idle_s: float = IDLE_S,
        stop_s: float = STOP_S,
    ) -> None:
        self._settings, self._manifest = settings, manifest
        self._idle_s, self._stop_s = idle_s, stop_s
        self._lock = Lock()
        self._run: _Run | None = None
        self._under_way = 0
        self._idle: Timer | None = None
        self._is_closed = False

    @property
    def pid(self) -> int | None:
        """Of the process; None if there is none at the moment."""
        run = self._run
        return None if run is None or run.is_over else run.pid

    def transcribe(self, task: SpeechTask, listen: Listener, stop: StopSign) -> SpeechResult:
        """Do a task in the process, started if need be.

        Args:
            task: what is to be done.
            listen: told how it goes on.
            stop: set from outside, ends it.

        Raises:
            StoppedError: ``stop`` was set.
            SpeechLostError: the process has gone; what it had recognised is kept.
            TranscribeVideoError: it cannot be done.
        """
        run = self._entered()
        try:
            number, under_way = run.begin(task)
            try:
                return self._followed(run, number, under_way, listen, stop)
            finally:
                run.forget(number)
        finally:
            self._left()

    def close(self) -> None:
        """End the process; tasks under way are lost."""
        with self._lock:
            self._is_closed = True
            run, idle = self._run, self._idle
        if idle is not None:
            idle.cancel()
        if run is not None:
            run.close(_CLOSE_S)

    def _entered(self) -> _Run:
        with self._lock:
            if self._is_closed:
                raise SpeechLostError(is_blamed=False, is_reading=False)
            if self._idle is not None:
                self._idle.cancel()
                self._idle = None
            if self._run is None or self._run.is_over:
                self._run = self._started()
            self._under_way += 1
            return self._run

    def _started(self) -> _Run:
        try:
            return _Run(self._settings, self._manifest)
        except OSError as error:
            raise BackendError(
                "The process that recognises speech cannot be started",
                (error.strerror or "the system refused").lower(),
                "Close other programs and try again",
            ) from error

    def _left(self) -> None:
        with self._lock:
            self._under_way -= 1
            if not self._under_way and not self._is_closed:
                self._idle = Timer(self._idle_s, self._leave)
                self._idle.daemon = True
                self._idle.start()

    def _leave(self) -> None:
        with self._lock:
            if self._under_way or self._run is None:
                return
            run, self._run = self._run, None
        run.close(_CLOSE_S)

    def _followed(
        self, run: _Run, number: int, under_way: _Task, listen: Listener, stop: StopSign
    ) -> SpeechResult:
        until_s: float | None = None
        with stop.calling(lambda: under_way.inbox.put({"stop": True})):
            while True:
                left_s = None if until_s is None else max(0.0, until_s - time.monotonic())
                try:
                    message = under_way.inbox.get(timeout=left_s)
                except Empty:
                    run.kill()
                    raise StoppedError from None
                if "stop" in message:
                    run.stop(number)
                    until_s = time.monotonic() + self._stop_s
                result = _taken(message, listen, under_way)
                if result is not None:
                    return result


def _taken(message: dict[str, Any], listen: Listener, task: _Task) -> SpeechResult | None:
    """What a message means: a result, an end, or news."""
    if "done" in message:
        return result_of(message["done"])
    if "stopped" in message:
        raise StoppedError
    if "lost" in message:
        is_reading = task.stage == _READING
        raise SpeechLostError(is_blamed=message["is_blamed"], is_reading=is_reading)
    if "error" in message:
        error = error_of(message["error"])
        assert error is not None
        raise error
    if "progress" in message or "news" in message:
        news = [Heard.model_validate(heard) for heard in message.get("news", [])]
        progress = message.get("progress")
        listen(None if progress is None else Progress.model_validate(progress), news)
    return None

"""The web server: on the loopback address only, silent about itself, leaving in order."""

import logging
import signal
import socket
import sys
from collections.abc import Iterator
from contextlib import contextmanager

import uvicorn
from uvicorn.server import HANDLED_SIGNALS

from transcribe_video.backend.app import application
from transcribe_video.backend.context import Context
from transcribe_video.backend.log import NAME
from transcribe_video.backend.runtime import RuntimeFiles
from transcribe_video.errors import UnreachableError

_HOST = "127.0.0.1"
_KEPT_OPEN_S = 60  # longer than clients keep a connection, so that none is closed under a request
_FAREWELL_S = 1  # requests under way are given so long when it leaves
_MOST_HEADER_BYTES = 32_768
_WAITING = 128
_TICKS_A_SECOND = 10
_LEAST_IDLE_S = 1.0


def listener(port: int | None) -> socket.socket:
    """A socket on this port if it is free, else on any.

    Raises:
        UnreachableError: the system gives none.
    """
    for wanted in (port or 0, 0):
        found = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
        if sys.platform == "win32":  # where the other option lets two programs share a port
            found.setsockopt(socket.SOL_SOCKET, socket.SO_EXCLUSIVEADDRUSE, 1)
        else:
            found.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            found.bind((_HOST, wanted))
        except OSError:
            found.close()
        else:
            return found
    raise UnreachableError(
        "The backend cannot be started",
        "the system gives it no port on this computer",
        "Restart the computer, or ask who looks after it",
    )


class Server(uvicorn.Server):
    """Serves until it is asked to leave, or nobody has needed it for a while.

    Args:
        context: what is served.
        files: where it says that it is there.
    """

    def __init__(self, context: Context, files: RuntimeFiles) -> None:
        self._context, self._files = context, files
        self._log = logging.getLogger(NAME)
        super().__init__(
            uvicorn.Config(
                application(context),
                host=_HOST,
                loop="asyncio",
                http="h11",
                ws="none",
                lifespan="off",
                interface="asgi3",
                log_config=None,
                access_log=False,
                proxy_headers=False,
                server_header=False,
                backlog=_WAITING,
                timeout_keep_alive=_KEPT_OPEN_S,
                timeout_graceful_shutdown=_FAREWELL_S,
                h11_max_incomplete_event_size=_MOST_HEADER_BYTES,
            )
        )

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Take a request to end as one to leave, to the end of the process."""
        for number in HANDLED_SIGNALS:
            signal.signal(number, self.handle_exit)
        yield

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Listen, and say where."""
        await super().startup(sockets)
        runtime = self._context.runtime
        self._files.write(runtime)
        self._log.info("started: version %s, port %d", runtime.version, runtime.port)

    async def on_tick(self, counter: int) -> bool:
        """Whether it is time to leave; looked at ten times a second."""
        if self._context.leaving.is_set():
            return True
        if counter % _TICKS_A_SECOND == 0 and self._is_needless():
            self._log.info("nobody needs it")
            return True
        return await super().on_tick(counter)

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """Be found no more, let go whoever waits, and close."""
        self._log.info("leaving")
        self._files.forget()
        self._context.leaving.set()
        self._context.board.leave()  # a request that waits for a child would be waited for
        await super().shutdown(sockets)
        self._log.info("left")

    def _is_needless(self) -> bool:
        activity = self._context.activity
        if not self._context.is_idle:
            activity.touch()
        return activity.idle_s >= max(self._context.settings.idle_s, _LEAST_IDLE_S)

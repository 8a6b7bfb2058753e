"""The NemoVideo cloud on loopback: honest by default, and told to misbehave on purpose.

    with Cloud() as cloud:                        # NEMO_API_URL=cloud.url
        cloud.script("GET /api/state/*", refused(1002), DEFAULT, broken("body"))
        ...
        assert [request.line for request in cloud.requests] == [...]

Without a script it is the small service of ``nemo.py`` (``cloud.nemo``: credits, tokens, sessions
and their drafts, how many looks a render wants …). Each reply of a script is given once, in turn,
to the next request whose ``METHOD path`` matches its pattern (``*`` is anything); then the service
answers again. The last may stay for ever: ``cloud.always(pattern, reply)``. Replies are made with
``cloud.reply``: ok, succeeded, bare, detail, refused, broken, streamed; DEFAULT lets the service
answer, and ``after(reply)`` has it do its work and then gives this answer instead.

Results of renders lie on another origin (``cloud.file_url``), as with the real service: that no
header of ours goes there shows in ``request.host``. A peer that hangs up while it is being
answered is remembered in ``cloud.hung_up``.
"""

import select
import shutil
import socket
import sys
import tempfile
import time
from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from fnmatch import fnmatchcase
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Event, Lock, Thread
from types import TracebackType
from typing import Self

from cloud.form import Arrived, Form
from cloud.nemo import Nemo
from cloud.reply import DEFAULT, Reply, Request

Scripted = Reply | Callable[[Request], Reply]
_KEPT_BYTES, _PIECE_BYTES = 1 << 20, 1 << 16
_LOOK_S = 0.01


@dataclass
class _Script:
    pattern: str
    replies: "deque[Scripted]"
    is_endless: bool = False

    def next(self) -> Scripted:
        return self.replies[0] if self.is_endless else self.replies.popleft()


class Cloud:
    """The service while it is entered.

    Attributes:
        requests: all that came, in the order of their coming, uploads when they have arrived.
        hung_up: those whose sender closed the connection while it was being answered.
        nemo: what it does by default.
        keeps_files: whether uploads are kept, or only counted.
    """

    def __init__(self, *, keeps_files: bool = True) -> None:
        self.requests: list[Request] = []
        self.hung_up: list[Request] = []
        self.keeps_files = keeps_files
        self.is_over = Event()
        self._scripts: list[_Script] = []
        self._lock = Lock()
        self._api, self._files = _server(self), _server(self)
        self.nemo = Nemo(self.file_url)

    @property
    def url(self) -> str:
        """For NEMO_API_URL."""
        return f"http://127.0.0.1:{self._api.server_port}"

    @property
    def file_url(self) -> str:
        """Where finished videos and uploaded files lie."""
        return f"http://127.0.0.1:{self._files.server_port}"

    @property
    def lines(self) -> list[str]:
        """The requests, each as its method and path."""
        return [request.line for request in self.requests]

    def __enter__(self) -> Self:
        self.folder = Path(tempfile.mkdtemp(prefix="nemo-"))
        servers = self._api, self._files
        self._threads = [Thread(target=server.serve_forever, args=(0.005,)) for server in servers]
        for thread in self._threads:
            thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.is_over.set()
        for server in (self._api, self._files):
            server.shutdown()
            server.hang_up()
            server.server_close()
        for thread in self._threads:
            thread.join()
        shutil.rmtree(self.folder)

    def script(self, pattern: str, *replies: Scripted) -> None:
        """The next requests that match get these replies, one each; later scripts come later."""
        with self._lock:
            self._scripts.append(_Script(pattern, deque(replies)))

    def always(self, pattern: str, reply: Scripted) -> None:
        """Every request that matches gets this reply, once the scripts before it are through."""
        with self._lock:
            self._scripts.append(_Script(pattern, deque([reply]), is_endless=True))

    def asked(self, pattern: str) -> list[Request]:
        """The requests that match."""
        return [request for request in self.requests if fnmatchcase(request.line, pattern)]

    def scripted(self, line: str) -> Scripted:
        """The next reply for a request."""
        with self._lock:
            for script in self._scripts:
                if script.replies and fnmatchcase(line, script.pattern):
                    return script.next()
        return DEFAULT


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = True
    request_queue_size = 64
    cloud: Cloud

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self._open: set[socket.socket] = set()

    def process_request(
        self, request: "socket.socket | tuple[bytes, socket.socket]", client_address: object
    ) -> None:
        assert isinstance(request, socket.socket)
        self._open.add(request)
        super().process_request(request, client_address)

    def shutdown_request(self, request: "socket.socket | tuple[bytes, socket.socket]") -> None:
        assert isinstance(request, socket.socket)
        self._open.discard(request)
        super().shutdown_request(request)

    def hang_up(self) -> None:
        """Wake every thread that waits for its peer."""
        for connection in list(self._open):
            try:
                connection.shutdown(socket.SHUT_RDWR)
            except OSError:  # it is gone already
                continue

    def handle_error(self, request: object, client_address: object) -> None:
        error = sys.exception()
        if not isinstance(error, ConnectionError | TimeoutError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]


def _server(cloud: Cloud) -> _Server:
    server = _Server()
    server.cloud = cloud
    return server


class _GoneError(ConnectionError):
    """The peer does not want the rest."""


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    server: _Server

    def do_GET(self) -> None:
        self._serve()

    do_POST = do_DELETE = do_PUT = do_HEAD = do_GET  # noqa: N815

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        pass

    def _serve(self) -> None:
        cloud = self.server.cloud
        request = self._request()
        scripted = cloud.scripted(request.line)
        # A script that computes its reply wants to see the body.
        if isinstance(scripted, Reply) and scripted.cut == "early":
            cloud.requests.append(request)
            self._break()
            return
        request, arrived = self._received(request)
        cloud.requests.append(request)
        reply = scripted if isinstance(scripted, Reply) else scripted(request)
        if reply is DEFAULT or reply.is_done:
            done = cloud.nemo.handle(request, arrived)
            reply = done if reply is DEFAULT else reply
        try:
            self._answer(reply)
        except (_GoneError, ConnectionError):
            cloud.hung_up.append(request)
            self.close_connection = True

    def _request(self) -> Request:
        path, _, query = self.path.partition("?")
        headers = {name.lower(): value for name, value in self.headers.items()}
        host = f"http://{headers.get('host', '')}"
        return Request(self.command, path, query, host, headers, b"", 0)

    def _received(self, request: Request) -> tuple[Request, list[Arrived]]:
        kind = request.headers.get("content-type", "")
        kept, size = bytearray(), 0
        if kind.startswith("multipart/"):
            cloud = self.server.cloud
            form = Form(kind, cloud.folder if cloud.keeps_files else None)
            form.receive(self._pieces(request))
            return replace(request, size=form.size), form.files
        for piece in self._pieces(request):
            size += len(piece)
            kept += piece if size <= _KEPT_BYTES else b""
        return replace(request, body=bytes(kept if size <= _KEPT_BYTES else b""), size=size), []

    def _pieces(self, request: Request) -> Iterator[bytes]:
        if "chunked" in request.headers.get("transfer-encoding", ""):
            while size := int(self.rfile.readline().split(b";")[0], 16):
                yield self.rfile.read(size)
                self.rfile.readline()
            self.rfile.readline()
            return
        left = int(request.headers.get("content-length", "0"))
        while left:
            piece = self.rfile.read(min(left, _PIECE_BYTES))
            if not piece:
                raise _GoneError
            left -= len(piece)
            yield piece

    def _answer(self, reply: Reply) -> None:
        self._wait(reply.wait)
        if reply.cut in {"early", "silent"}:
            self._break()
        elif reply.cut == "head":
            self.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Ty")
            self._break()
        elif reply.chunks is None:
            self._whole(reply)
        else:
            self._chunked(reply)

    def _whole(self, reply: Reply) -> None:
        content = reply.content
        self._head(reply, {"Content-Length": str(len(content))})
        if self.command != "HEAD":
            self.wfile.write(content[: len(content) // 2] if reply.cut else content)
        if reply.cut:
            self._break()

    def _chunked(self, reply: Reply) -> None:
        self._head(reply, {"Transfer-Encoding": "chunked"})
        for wait, piece in reply.chunks or ():
            self._wait(wait)
            if piece:
                self.wfile.write(b"%x\r\n%s\r\n" % (len(piece), piece))
        if reply.cut:
            self._break()
        else:
            self.wfile.write(b"0\r\n\r\n")

    def _head(self, reply: Reply, framing: dict[str, str]) -> None:
        self.send_response(reply.status)
        for name, value in ({"Content-Type": reply.kind} | framing | dict(reply.headers)).items():
            self.send_header(name, value)
        self.end_headers()

    def _wait(self, until: float | Event) -> None:
        """For the time or the gate; a peer that hangs up meanwhile is noticed."""
        ends = time.monotonic() + until if isinstance(until, int | float) else None
        while ends is None or time.monotonic() < ends:
            if isinstance(until, Event) and until.is_set():
                return
            if self.server.cloud.is_over.is_set() or self._is_hung_up():
                raise _GoneError
            left = _LOOK_S if ends is None else min(_LOOK_S, max(0, ends - time.monotonic()))
            time.sleep(left)

    def _is_hung_up(self) -> bool:
        readable, _, _ = select.select([self.connection], [], [], 0)
        return bool(readable) and not self.connection.recv(1, socket.MSG_PEEK)

    def _break(self) -> None:
        self.close_connection = True
        self.wfile.flush()
        try:
            self.connection.shutdown(socket.SHUT_RDWR)
        except OSError:  # the peer was faster
            return

"""A loopback server that answers downloads as the model hub does, and can misbehave on purpose."""

import hashlib
import threading
from collections.abc import Mapping
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import Self

_PIECE_BYTES = 1 << 14


@dataclass
class Behaviour:
    """What the server does wrong, and what it saw.

    Attributes:
        contents: the files of the one repository.
        redirected: the file that lies on another host, as large files do.
        status: answered to everything, if not 200.
        break_after: for each coming answer with a body, bytes after which the connection breaks.
        silent_after: bytes of a body after which nothing more comes.
        ranges: whether a part of a file can be asked for.
        requests: method, path and range of each request.
        headers: what each request said besides.
        served_bytes: bodies sent, all together.
    """

    contents: Mapping[str, bytes]
    redirected: str = "model.bin"
    status: int = 200
    break_after: list[int] = field(default_factory=list)
    silent_after: int | None = None
    ranges: bool = True
    requests: list[tuple[str, str, str | None]] = field(default_factory=list)
    headers: list[dict[str, str]] = field(default_factory=list)
    served_bytes: int = 0
    closing: threading.Event = field(default_factory=threading.Event)


class HubStandIn:
    """The server, while it is entered."""

    def __init__(self, contents: Mapping[str, bytes]) -> None:
        self.behaviour = Behaviour(contents)
        behaviour = self.behaviour

        class Handler(_Handler):
            hub = behaviour

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.01,))

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._server.server_port}"

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.behaviour.closing.set()
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()


class _Handler(BaseHTTPRequestHandler):
    hub: Behaviour

    def do_GET(self) -> None:
        hub, name = self.hub, self.path.rpartition("/")[2]
        hub.requests.append((self.command, self.path, self.headers["Range"]))
        hub.headers.append({key.lower(): value for key, value in self.headers.items()})
        if hub.status != 200 or name not in hub.contents:
            self._answer(hub.status if hub.status != 200 else 404, {})
        elif name == hub.redirected and not self.path.startswith("/cdn/"):
            self._redirect(name, hub.contents[name])
        else:
            self._send(hub.contents[name])

    def _redirect(self, name: str, content: bytes) -> None:
        elsewhere = self.headers["Host"].replace("127.0.0.1", "localhost")
        headers = {
            "Location": f"http://{elsewhere}/cdn/{name}",
            "X-Linked-Size": str(len(content)),
            "X-Linked-ETag": f'"{hashlib.sha256(content).hexdigest()}"',
        }
        self._answer(302, headers)

    def _send(self, content: bytes) -> None:
        asked = self.headers["Range"] if self.hub.ranges else None
        start = int(asked.removeprefix("bytes=").removesuffix("-")) if asked else 0
        if start >= len(content) > 0:
            return self._answer(416, {"Content-Range": f"bytes */{len(content)}"})
        span = {"Content-Range": f"bytes {start}-{len(content) - 1}/{len(content)}"}
        self._answer(206 if asked else 200, span if asked else {}, len(content) - start)
        return self._send_body(content[start:])

    def _answer(self, status: int, headers: Mapping[str, str], length: int = 0) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("X-Repo-Commit", self.path.split("/")[-2])
        self.send_header("Content-Length", str(length))
        self.end_headers()

    def _send_body(self, body: bytes) -> None:
        end = self.hub.break_after.pop(0) if self.hub.break_after else len(body)
        for start in range(0, min(end, len(body)), _PIECE_BYTES):
            if self.hub.silent_after is not None and start >= self.hub.silent_after:
                self.hub.closing.wait()
                return
            piece = body[start : min(start + _PIECE_BYTES, end)]
            try:
                self.wfile.write(piece)
            except ConnectionError:  # the other side was killed
                return
            self.hub.served_bytes += len(piece)

    def log_message(self, *words: object) -> None:
        """Say nothing."""

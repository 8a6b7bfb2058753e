"""A loopback web site with a recording on it, which can misbehave on purpose."""

import ssl
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import Self


@dataclass
class Visits:
    """What was asked, and whether the site is closing.

    Attributes:
        paths: of each request.
        headers: what each request said besides.
        closing: set when whoever still answers must end.
    """

    paths: list[str] = field(default_factory=list)
    headers: list[dict[str, str]] = field(default_factory=list)
    closing: threading.Event = field(default_factory=threading.Event)


class Visit(BaseHTTPRequestHandler):
    """One request; a page of the site answers it with these."""

    pages: Mapping[str, "Page"]
    visits: Visits

    def do_GET(self) -> None:
        self.visits.paths.append(self.path)
        self.visits.headers.append({key.lower(): value for key, value in self.headers.items()})
        try:
            self.pages[self.path.partition("?")[0]](self)
        except (ConnectionError, ssl.SSLError):
            return  # the other side has had enough

    def head(self, status: int = 200, **headers: str | int) -> None:
        """Send the head; ``content_type`` becomes ``Content-Type``."""
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-").title(), str(value))
        self.end_headers()

    def send(self, content: bytes) -> None:
        """Send a part of the body."""
        self.wfile.write(content)
        self.wfile.flush()

    def wait(self, longest_s: float | None = None) -> bool:
        """Wait; whether the site is closing."""
        return self.visits.closing.wait(longest_s)

    def log_message(self, *words: object) -> None:
        """Say nothing."""


Page = Callable[[Visit], None]


class RecordingSite:
    """The site, while it is entered.

    Args:
        pages: what answers for each path.
        tls: makes it speak TLS.
    """

    def __init__(self, pages: Mapping[str, Page], tls: ssl.SSLContext | None = None) -> None:
        self.visits = Visits()
        attributes = {"pages": pages, "visits": self.visits}
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), type("Own", (Visit,), attributes))
        if tls:
            self._server.socket = tls.wrap_socket(self._server.socket, server_side=True)
        self._server.handle_error = lambda *_: None  # type: ignore[method-assign]
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.01,))

    @property
    def port(self) -> int:
        return self._server.server_port

    def url(self, path: str, host: str = "127.0.0.1", scheme: str = "http") -> str:
        return f"{scheme}://{host}:{self.port}{path}"

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.visits.closing.set()
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

"""A loopback server that answers what it is told to, and can misbehave in every way on purpose."""

import asyncio
import json
from collections.abc import Awaitable, Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from types import TracebackType
from typing import Self

from transcribe_video.client.access import Access

SECRET = "s" * 40
_PIECE_BYTES = 1 << 16

Answer = Callable[[asyncio.StreamWriter], Awaitable[None]]


@dataclass(frozen=True)
class Received:
    """A request: its body is empty if the peer only counts bodies."""

    method: str
    target: str
    headers: Mapping[str, str]
    body: bytes
    size: int

    @property
    def json(self) -> object:
        return json.loads(self.body)


@dataclass
class Peer:
    """The server, while it is entered.

    Attributes:
        answers: one for each request, in this order; then the connection is dropped.
        keeps_bodies: whether bodies are kept, or only counted.
        reads_bodies: whether bodies are awaited before the answer.
        port: where it listens; 0 is anywhere.
        received: the requests.
    """

    answers: Iterable[Answer]
    keeps_bodies: bool = True
    reads_bodies: bool = True
    port: int = 0
    received: list[Received] = field(default_factory=list)

    @property
    def access(self) -> Access:
        return Access(f"http://127.0.0.1:{self.port}", SECRET)

    @property
    def lines(self) -> list[str]:
        return [f"{request.method} {request.target}" for request in self.received]

    async def __aenter__(self) -> Self:
        self._script: Iterator[Answer] = iter(self.answers)
        self._open: set[asyncio.Task[None]] = set()
        self._server = await asyncio.start_server(self._connected, "127.0.0.1", self.port)
        self.port = self._server.sockets[0].getsockname()[1]
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        await self.die()

    async def die(self) -> None:
        """Let go of the port and of every connection."""
        self._server.close()
        for task in self._open:
            task.cancel()
        await asyncio.gather(*self._open, return_exceptions=True)
        await self._server.wait_closed()

    async def _connected(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        self._open.add(task)
        try:
            with suppress(ConnectionError, asyncio.CancelledError):
                await self._serve(reader, writer)
        finally:
            self._open.discard(task)
            writer.close()

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
        first, *lines = head.strip().split("\r\n")
        method, target, _ = first.split(" ")
        headers = {key.lower(): value for key, _, value in (line.partition(": ") for line in lines)}
        body, size = await self._body(reader, int(headers.get("content-length", "0")))
        self.received.append(Received(method, target, headers, body, size))
        await next(self._script, dropped)(writer)

    async def _body(self, reader: asyncio.StreamReader, length: int) -> tuple[bytes, int]:
        kept, size = bytearray(), 0
        while self.reads_bodies and size < length:
            piece = await reader.read(min(_PIECE_BYTES, length - size))
            if not piece:
                break
            size += len(piece)
            if self.keeps_bodies:
                kept += piece
        return bytes(kept), size


def replied(
    body: object, status: int = 200, kind: str = "application/json", **headers: str
) -> Answer:
    """A whole reply; what is no bytes goes as JSON."""
    content = body if isinstance(body, bytes) else json.dumps(body).encode()

    async def answer(writer: asyncio.StreamWriter) -> None:
        lines = [f"HTTP/1.1 {status} X", f"Content-Type: {kind}", f"Content-Length: {len(content)}"]
        lines += [f"{name.replace('_', '-')}: {value}" for name, value in headers.items()]
        writer.write("\r\n".join([*lines, "\r\n"]).encode() + content)
        await writer.drain()

    return answer


def done(data: object) -> Answer:
    """A reply that tells of success."""
    return replied({"code": 0, "data": data})


def streamed(*chunks: bytes, is_cut: bool = False, is_open: bool = False) -> Answer:
    """An event stream; it ends as it should, or is cut off, or stays open and silent."""

    async def answer(writer: asyncio.StreamWriter) -> None:
        writer.write(
            b"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream; charset=utf-8\r\n"
            b"Transfer-Encoding: chunked\r\n\r\n"
        )
        for chunk in chunks:
            writer.write(b"%x\r\n%s\r\n" % (len(chunk), chunk))
            await writer.drain()
        if is_open:
            await asyncio.Event().wait()
        if not is_cut:
            writer.write(b"0\r\n\r\n")
            await writer.drain()

    return answer


def framed(*bodies: object) -> bytes:
    """Messages of an event stream, each with one JSON object."""
    return b"".join(b"data: %s\n\n" % json.dumps(body).encode() for body in bodies)


async def dropped(writer: asyncio.StreamWriter) -> None:
    """Hang up without a word."""


async def silent(writer: asyncio.StreamWriter) -> None:
    """Say nothing and stay."""
    await asyncio.Event().wait()

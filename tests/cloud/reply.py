"""What the scripted NemoVideo answers, also where it misbehaves: data, and short names for it."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from threading import Event
from typing import Any, Literal

Cut = Literal["early", "silent", "head", "body"]


@dataclass(frozen=True, slots=True)
class Request:
    """A request that came.

    Attributes:
        host: the origin that it was sent to: the API's or the file host's.
        query: as it was written.
        headers: with names in lower case.
        body: without the files of a form; empty if it is larger than a megabyte.
        size: bytes of the body that came.
    """

    method: str
    path: str
    query: str
    host: str
    headers: Mapping[str, str]
    body: bytes
    size: int

    @property
    def line(self) -> str:
        return f"{self.method} {self.path}"

    @property
    def json(self) -> Any:
        return json.loads(self.body)


@dataclass(frozen=True, slots=True)
class Reply:
    """One answer.

    Attributes:
        body: goes as JSON, bytes and text as they are.
        chunks: instead of ``body`` a chunked answer; each piece goes after so many seconds, or
            when its gate is opened (``threading.Event.set``).
        kind: the content type.
        wait: so many seconds, or this gate, before anything is answered.
        cut: where the connection breaks. ``early``: before the request's body was read;
            ``silent``: after it, without a byte; ``head``: within the answer's head; ``body``:
            within the answer's body, or after the last of ``chunks``.
        is_done: whether the service does what was asked before this is answered in its place.
    """

    status: int = 200
    body: object = b""
    headers: Mapping[str, str] = field(default_factory=dict)
    chunks: "tuple[tuple[float | Event, bytes], ...] | None" = None
    kind: str = "application/json"
    wait: float | Event = 0.0
    cut: Cut | None = None
    is_done: bool = False

    @property
    def content(self) -> bytes:
        if isinstance(self.body, str):
            return self.body.encode()
        return self.body if isinstance(self.body, bytes) else json.dumps(self.body).encode()


DEFAULT = Reply(status=0)
"""In a script: here the service answers as it does."""


def ok(data: object, **more: object) -> Reply:
    """Envelope A."""
    return Reply(body={"code": 0, "data": data, **more})


def succeeded(data: object, **more: object) -> Reply:
    """Envelope B."""
    return Reply(body={"success": True, "data": data, **more})


def bare(body: object, status: int = 200) -> Reply:
    """Envelope C; also any other JSON."""
    return Reply(status, body)


def refused(code: int | str, message: str = "No.", status: int = 200, **headers: str) -> Reply:
    """Envelope A of a failure; ``retry_after="1"`` is the header ``Retry-After``."""
    return Reply(status, {"code": code, "message": message}, headers=_named(headers))


def detail(said: object, status: int, **headers: str) -> Reply:
    """Envelope D."""
    return Reply(status, {"detail": said}, headers=_named(headers))


def broken(cut: Cut = "silent", *, is_done: bool = False) -> Reply:
    """The connection breaks; ``is_done``: after the service did what was asked."""
    return Reply(body={"code": 0, "data": {}}, cut=cut, is_done=is_done)


def streamed(*pieces: bytes | object, gap: float | Event = 0.0, cut: Cut | None = None) -> Reply:
    """An event stream: bytes as they are, a ``(gap, piece)``, all else as one JSON frame."""
    return Reply(
        chunks=tuple(_piece(piece, gap) for piece in pieces),
        kind="text/event-stream; charset=utf-8",
        cut=cut,
    )


def frame(body: object) -> bytes:
    """One message of a stream."""
    return b"data: " + json.dumps(body, ensure_ascii=False).encode() + b"\n\n"


def event(
    text: str | None = None,
    *parts: Mapping[str, object],
    partial: bool = False,
    state: Mapping[str, object] | None = None,
) -> dict[str, object]:
    """An event as ADK sends it."""
    said: list[Mapping[str, object]] = [] if text is None else [{"text": text}]
    body: dict[str, object] = {"author": "nemo_agent", "id": "e", "invocationId": "i"}
    if said or parts:
        body["content"] = {"role": "model", "parts": [*said, *parts]}
    if partial:
        body["partial"] = True
    body["actions"] = {"stateDelta": dict(state or {})}
    return body


def after(reply: Reply) -> Reply:
    """The same answer, given when the service has done what was asked."""
    return replace(reply, is_done=True)


def _piece(piece: object, gap: float | Event) -> tuple[float | Event, bytes]:
    if isinstance(piece, tuple):
        gap, piece = piece
    return gap, piece if isinstance(piece, bytes) else frame(piece)


def _named(headers: Mapping[str, str]) -> dict[str, str]:
    return {name.replace("_", "-").title(): value for name, value in headers.items()}

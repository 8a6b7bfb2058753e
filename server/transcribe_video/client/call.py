"""One request to a backend."""

import re
from collections.abc import AsyncIterator, Callable, Mapping
from dataclasses import dataclass, field

from transcribe_video.client.foreign import quoted
from transcribe_video.errors import GoneError
from transcribe_video.wire.message import Message
from transcribe_video.wire.notation import json_text

# Longer than any answer takes; who waits for less says so himself.
ANSWER_S = 120.0
SLOW_ANSWER_S = 600.0  # files are checked, documents are written
SILENCE_S = 660.0  # of a stream; ten minutes of silence are not yet a failure

_ID = re.compile(r"[A-Za-z0-9_~-][A-Za-z0-9_.~-]{0,199}")  # stays one segment of a path
_JSON = {"Content-Type": "application/json"}


@dataclass(frozen=True, slots=True)
class Call:
    """What is sent, how long its answer may take, and whether it may be sent twice.

    Attributes:
        path: with its ids in it.
        params: the query; what is None is left out.
        content: makes the body anew for each attempt; None is no body.
        answer_s: seconds without a byte of the answer after which it counts as lost.
        wait_s: seconds for which the backend is asked to hold its answer back (a long poll);
            attempts share them.
        is_repeatable: whether doing it twice is the same as doing it once.
        is_whole: tells whether all of the body was given away in the last attempt, where that
            decides whether it can have been done.
    """

    method: str
    path: str
    params: Mapping[str, str | int | float | None] = field(default_factory=dict)
    headers: Mapping[str, str] = field(default_factory=dict)
    content: Callable[[], bytes | AsyncIterator[bytes]] | None = None
    answer_s: float = ANSWER_S
    wait_s: float | None = None
    is_repeatable: bool = False
    is_whole: Callable[[], bool] | None = None

    def query(self, elapsed_s: float) -> dict[str, str | int | float]:
        """The query of an attempt that is made after so many seconds."""
        query = {name: value for name, value in self.params.items() if value is not None}
        return query if self.wait_s is None else query | {"wait_s": self.wait_left(elapsed_s)}

    def wait_left(self, elapsed_s: float) -> float:
        """For how long the backend may still hold its answer back."""
        return max(0.0, round((self.wait_s or 0) - elapsed_s, 3))


def get(
    path: str,
    params: Mapping[str, str | int | float | None] | None = None,
    wait_s: float | None = None,
) -> Call:
    """Ask for something; it may be asked for again."""
    return Call("GET", path, params or {}, wait_s=wait_s, is_repeatable=True)


def post(
    path: str,
    message: Message | None = None,
    *,
    answer_s: float = ANSWER_S,
    is_repeatable: bool = False,
) -> Call:
    """Have something done."""
    body = json_text(message.sent() if message else {}).encode()
    return Call(
        "POST",
        path,
        headers=_JSON,
        content=lambda: body,
        answer_s=answer_s,
        is_repeatable=is_repeatable,
    )


def at(path: str, **ids: str) -> str:
    """A path of the wire with its ids put in.

    Raises:
        GoneError: one is of a form that no backend gives out; nothing is sent.
    """
    for given in ids.values():
        if not _ID.fullmatch(given):
            raise GoneError(
                "There is no such project or job",
                f"{quoted(given)} is not an id",
                "Use an id from an earlier answer, or begin a new project",
            )
    return path.format(**ids)

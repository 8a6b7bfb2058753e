"""What a tool says: a sentence for a person, the same facts as text and as data, a line of ids."""

import json
from base64 import b64encode
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Generic, TypeVar

from mcp_types import CallToolResult, ImageContent, TextContent

from transcribe_video.tools.result import Result

LONGEST = 20_000
"""Characters of an answer, text and structure together; some hosts cut off what is beyond."""
LONGEST_ERROR = 1_200
_LEAST_ERROR = 600  # of it, for the sentence
_SPARE = 500  # for what the protocol puts around it

R = TypeVar("R", bound=Result)


def no_lines(_result: Result) -> Iterable[str]:
    """The body of an answer that has none."""
    return ()


@dataclass(frozen=True, slots=True)
class Answer(Generic[R]):
    """An answer before it is sent.

    Attributes:
        sentence: for a person; the first line.
        result: the structured part.
        body: gives the lines of text that say what only this kind of result holds.
        is_error: whether the call failed.
        picture: a JPEG to look at, beside the text.
    """

    sentence: str
    result: R
    body: Callable[[R], Iterable[str]] = no_lines
    is_error: bool = False
    picture: bytes | None = None

    @property
    def fits(self) -> bool:
        """Whether it can be sent as it is."""
        return len(self.text) + _size(self.result) <= LONGEST - _SPARE

    def sent(self) -> CallToolResult:
        """The reply to the host, short enough for every host."""
        fitting = self
        while not fitting.fits and (shorter := fitting.result.shortened()):
            fitting = replace(fitting, result=shorter)
        text = TextContent(type="text", text=_sendable(fitting.text))
        return CallToolResult(
            content=[text] if self.picture is None else [text, _image(self.picture)],
            structured_content=json.loads(_sendable(_json(fitting.result))),
            is_error=self.is_error,
        )

    @property
    def text(self) -> str:
        """What a host shows, or gives to a model that sees no structure."""
        rest = [*self.body(self.result), *_rest(self.result, self.sentence)]
        return _failed(self.sentence, rest) if self.is_error else "\n".join([self.sentence, *rest])


def refusal(kind: type[R], sentence: str, session_id: str | None = None) -> Answer[R]:
    """The answer of a call that failed: the sentence says what, why, and what to do.

    Args:
        kind: of the result.
        sentence: what is said.
        session_id: the project that the call was about, if it named one.
    """
    failed = kind(status="failed", session_id=session_id, notes=[sentence])
    return Answer(sentence, failed, is_error=True)


def called(arguments: dict[str, object]) -> str:
    """A call's arguments as a model writes them."""
    return json.dumps(arguments, ensure_ascii=False)


def _failed(sentence: str, rest: list[str]) -> str:
    """The text of an error: its sentence first, then the ids, then what else there is room for."""
    *lines, ids = rest
    needed = min(len(sentence), _LEAST_ERROR)
    while lines and LONGEST_ERROR - len("\n".join(["", *lines, ids])) < needed:
        lines.remove(max(lines, key=len))
    room = LONGEST_ERROR - len("\n".join(["", *lines, ids]))
    cut = sentence if len(sentence) <= room else f"{sentence[: room - 1]}…"
    return "\n".join([cut, *lines, ids])


def _image(jpeg: bytes) -> ImageContent:
    return ImageContent(type="image", data=b64encode(jpeg).decode(), mime_type="image/jpeg")


def _size(result: Result) -> int:
    return len(_json(result))


def _json(result: Result) -> str:
    return json.dumps(result.model_dump(mode="json"), ensure_ascii=False)


def _sendable(text: str) -> str:
    """The text with “�” for a byte of a file's name that is none: the protocol is all text."""
    return "".join("\N{REPLACEMENT CHARACTER}" if "\ud800" <= c <= "\udfff" else c for c in text)


def _rest(result: Result, sentence: str) -> Iterator[str]:
    """The lines that all answers share; the ids are the last."""
    yield from (f"Note: {note}" for note in result.notes if note not in sentence)
    if result.link and result.link not in sentence:
        yield f"Page: {result.link}"
    if result.question and result.question not in sentence:
        yield f"Question: {result.question}"
    for choice in result.choices:
        yield f"- {choice.label}: {called(choice.arguments)}"
    following = result.next
    if result.answer_with and (following is None or result.answer_with.tool != following.tool):
        yield f"Answer with: {result.answer_with.tool} {called(result.answer_with.arguments)}"
    if following:
        after = f" after {following.after_s:g} s" if following.after_s else ""
        yield f"Next: {following.tool} {called(following.arguments)}{after} ({following.why})"
    ids = {"session_id": result.session_id, "job_id": result.job_id}
    ids["media_id"] = getattr(result, "media_id", None)
    named = " ".join(f"{name}={value}" for name, value in ids.items() if value)
    yield f"ref: {f'{named} ' if named else ''}status={result.status}"

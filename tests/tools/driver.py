"""An assistant that is shown only one half of every answer, and does what it reads there."""

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from time import monotonic
from typing import Any, Protocol

from mcp import Client
from mcp_types import CallToolResult, TextContent

_NEXT = re.compile(r"^Next: (\w+) (\{.*\}) \(", re.MULTILINE)
_REF = re.compile(r"^ref: (.*)$")
_DOCUMENT = re.compile(r"^(\w+): (/.*)$", re.MULTILINE)
_QUOTED = re.compile(r"^<<<quoted: .*>>>\n(.*?)\n<<<end of quoted>>>$", re.MULTILINE | re.DOTALL)
_LONGEST = 20_000


@dataclass(frozen=True)
class Seen:
    """What an assistant takes from an answer.

    Attributes:
        status: as the answer says it.
        ids: its handles.
        following: the call that it names as the next.
        documents: paths by format.
        quotations: the words of recordings in it.
    """

    status: str
    ids: dict[str, str]
    following: tuple[str, dict[str, Any]] | None
    documents: dict[str, Path]
    quotations: list[str]


class Eyes(Protocol):
    """Reads one half of an answer."""

    def __call__(self, result: CallToolResult) -> Seen:
        """What there is to see."""


def text_of(result: CallToolResult) -> str:
    """The text of an answer, which is one block."""
    [block] = result.content
    assert isinstance(block, TextContent)
    return block.text


def read_text(result: CallToolResult) -> Seen:
    """What somebody sees who is given the text alone."""
    text = text_of(result)
    ref = _REF.match(text.splitlines()[-1])
    assert ref, text
    ids = dict(pair.split("=", 1) for pair in ref[1].split())
    following = _NEXT.search(text)
    return Seen(
        status=ids.pop("status"),
        ids=ids,
        following=(following[1], json.loads(following[2])) if following else None,
        documents={kind: Path(path) for kind, path in _DOCUMENT.findall(text)},
        quotations=_QUOTED.findall(text),
    )


def read_structure(result: CallToolResult) -> Seen:
    """What somebody sees who is given the structured content alone."""
    told = result.structured_content
    holders = [told, told.get("transcript") or {}]
    files = [file for holder in holders for file in holder.get("files", []) if "path" in file]
    texts = [str(holder.get(name) or "") for holder in holders for name in ("preview", "text")]
    ids = {name: told.get(name) for name in ("session_id", "job_id", "media_id")}
    following = told["next"]
    return Seen(
        status=told["status"],
        ids={name: value for name, value in ids.items() if value},
        following=(following["tool"], following["arguments"]) if following else None,
        documents={file["format"]: Path(file["path"]) for file in files},
        quotations=[words for text in texts for words in _QUOTED.findall(text)],
    )


@dataclass
class Assistant:
    """Calls tools and does what the answers say.

    Attributes:
        client: of the server.
        eyes: the half of an answer that it is shown.
        heard: the progress messages, in order.
        heard_s: when each came.
    """

    client: Client
    eyes: Eyes = read_structure
    heard: list[str] = field(default_factory=list)
    heard_s: list[float] = field(default_factory=list)

    async def call(self, tool: str, **arguments: Any) -> Seen:
        """What is seen of an answer, whatever its status; no answer is too long."""
        result = await self.result(tool, **arguments)
        assert not result.is_error, text_of(result)
        return self.eyes(result)

    async def result(self, tool: str, **arguments: Any) -> CallToolResult:
        """The whole answer."""

        async def hear(progress: float, total: float | None, message: str | None) -> None:
            self.heard.append(message or "")
            self.heard_s.append(monotonic())

        result = await self.client.call_tool(tool, arguments, progress_callback=hear)
        structure = json.dumps(result.structured_content, ensure_ascii=False)
        assert len(text_of(result)) + len(structure) < _LONGEST
        return result

    async def finished(self, seen: Seen, within_s: float = 60) -> Seen:
        """What is seen in the end, by doing what each answer says next."""
        deadline = monotonic() + within_s
        while seen.status == "running":
            assert monotonic() < deadline, seen
            assert seen.following is not None, seen
            tool, arguments = seen.following
            seen = await self.call(tool, **arguments)
        return seen


def spoken(quotations: Sequence[str]) -> list[str]:
    """The words of quotations, in small letters and without the times before them."""
    return re.findall(
        r"[\w']+", re.sub(r"^\[.*?\] ", "", "\n".join(quotations), flags=re.MULTILINE).lower()
    )

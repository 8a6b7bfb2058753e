"""Calls that are made wrongly are answered in sentences, never with a validator's dump."""

import json
from pathlib import Path
from typing import Any

import pytest
from mcp import Client
from mcp_types import CallToolResult, TextContent

from transcribe_video.tools.catalogue import TOOLS
from transcribe_video.tools.tool_server import ToolServer

pytestmark = pytest.mark.anyio
# Wrong calls, and what is said to each.
_CALLS = json.loads(Path(__file__).with_name("refusals.json").read_text("utf-8"))


async def _refused(server: ToolServer, tool: str, arguments: dict[str, Any]) -> str:
    """What is said; the same in every mode, as text and as data."""
    texts = set()
    for mode in ("auto", "legacy"):
        async with Client(server, mode=mode) as client:
            texts.add(_said(await client.call_tool(tool, arguments)))
    [text] = texts
    return text


def _said(result: CallToolResult) -> str:
    assert result.is_error
    [content] = result.content
    assert isinstance(content, TextContent)
    assert len(content.text) <= 1_200
    sentence, _, ids = content.text.rpartition("\n")
    assert ids == "ref: status=failed"
    assert result.structured_content["status"] == "failed"
    assert result.structured_content["notes"] == [sentence]
    return sentence


def _names_in(folder: Path) -> list[str]:
    return [path.name for path in folder.iterdir()]


@pytest.mark.parametrize("call", _CALLS, ids=lambda call: f"{call['tool']} {call['arguments']}")
async def test_a_wrong_call_is_answered_in_sentences(
    server: ToolServer, call: dict[str, Any]
) -> None:
    assert await _refused(server, call["tool"], call["arguments"]) == call["sentence"]


@pytest.mark.parametrize("tool", [tool.name for tool in TOOLS])
async def test_no_tool_shows_a_dump(server: ToolServer, tool: str) -> None:
    arguments = {"wait_s": [], "session_id": {"a": 1}, "x" * 2000: "y", "job_id": True}
    said = await _refused(server, tool, arguments)
    assert said.startswith(f"{tool} was not called rightly: ")
    assert not {"pydantic", "validation error", "Traceback", "input_value"} & set(said.split())


async def test_a_missing_file_is_answered_without_starting_anything(
    server: ToolServer, home: Path
) -> None:
    said = await _refused(server, "transcribe", {"source": "/nowhere/interview.mp4"})
    assert said.startswith("“interview.mp4” cannot be found: there is no “nowhere” in “/”.")
    assert _names_in(home) == []


@pytest.mark.parametrize("given", ["4503599627370497", 4503599627370497])
async def test_a_failed_call_keeps_the_project_that_it_names(
    server: ToolServer, given: object
) -> None:
    arguments = {"session_id": given, "from_s": 9, "to_s": 1}
    async with Client(server) as client:
        result = await client.call_tool("read_transcript", arguments)
    [content] = result.content
    assert isinstance(content, TextContent)
    assert content.text.endswith("\nref: session_id=4503599627370497 status=failed")
    assert (result.is_error, result.structured_content["session_id"]) == (True, "4503599627370497")

"""What hosts and models are told of the tools."""

import json
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from mcp import Client

from tools.snapshot import SNAPSHOT, snapshot
from transcribe_video.skill import load_skill
from transcribe_video.tools.catalogue import TOOLS
from transcribe_video.tools.tool_server import ToolServer

# The table of the design: what each tool is called, says first, and takes, with its defaults.
_TABLE: dict[str, tuple[str, dict[str, Any]]] = {
    "transcribe": (
        "Turn a video or audio file into a document. Start here.",
        {
            "source": None,
            "formats": ["docx", "txt"],
            "language": "auto",
            "speakers": False,
            "quality": "balanced",
            "output_dir": None,
            "session_id": None,
            "media_id": None,
            "wait_s": None,
        },
    ),
    "upload": (
        "Bring a file or URL into a project, or get a page to drop one on.",
        {"source": None, "session_id": None},
    ),
    "chat": (
        (
            "Change the video by instruction (cut, captions, music, titles). For questions about "
            "what was said use read_transcript."
        ),
        {"message": ..., "session_id": None, "wait_s": None},
    ),
    "state": (
        "Progress and timeline of a project; waits for a running job.",
        {"session_id": None, "job_id": None, "wait_s": 0},
    ),
    "preview": (
        "See the edited video before it is exported: a moment, a join, or all of it in small.",
        {"session_id": None, "at_s": None, "join": None},
    ),
    "export": (
        "Deliver the video, or the transcript in another format.",
        {
            "format": "mp4",
            "session_id": None,
            "media_id": None,
            "output_path": None,
            "resolution": "source",
            "captions": "auto",
            "wait_s": None,
        },
    ),
    "credits": ("", {}),
    "read_transcript": (
        "Read or search what was said.",
        {
            "session_id": None,
            "media_id": None,
            "from_s": None,
            "to_s": None,
            "find": None,
            "cursor": None,
            "detail": "lines",
        },
    ),
    "cancel": ("", {"job_id": None, "session_id": None}),
}
_SHARED = {"session_id", "job_id", "status", "progress", "next", "notes", "link"}
_RESULTS = {
    "transcribe": {"language", "duration_s", "words", "preview", "files"},
    "upload": {"files"},
    "chat": {"intent", "reply", "changes", "timeline", "actions"},
    "state": {
        "timeline",
        "tracks",
        "media",
        "ready_to_export",
        "jobs",
        "turn",
        "transcript",
        "renders",
    },
    "preview": {"kind", "duration_s", "join", "joins", "frames", "titles"},
    "export": {
        "render_id",
        "path",
        "url",
        "bytes",
        "duration_s",
        "width",
        "height",
        "method",
    },
    "credits": {"backend", "available", "frozen", "total"},
    "read_transcript": {"language", "text", "next_cursor", "total_words", "words"},
    "cancel": set(),
}


def _listed() -> dict[str, dict[str, Any]]:
    return {tool["name"]: tool for tool in json.loads(SNAPSHOT.read_text("utf-8"))}


def _default(schema: dict[str, Any], name: str) -> object:
    return ... if name in schema.get("required", []) else schema["properties"][name]["default"]


def test_the_snapshot_is_what_hosts_are_shown() -> None:
    assert SNAPSHOT.read_text("utf-8") == snapshot(), "see snapshot.py"


@pytest.mark.parametrize("name", _TABLE)
def test_a_tool_says_and_takes_what_the_design_promises(name: str) -> None:
    says, takes = _TABLE[name]
    tool = _listed()[name]
    schema = tool["inputSchema"]
    assert tool["description"].startswith(says)
    assert {one: _default(schema, one) for one in schema["properties"]} == takes
    assert tool["title"] == tool["annotations"]["title"]


@pytest.mark.parametrize("name", _TABLE)
def test_every_argument_is_described(name: str) -> None:
    properties = _listed()[name]["inputSchema"]["properties"]
    assert all(len(one["description"]) > 10 for one in properties.values())


@pytest.mark.parametrize("name", _TABLE)
def test_a_result_holds_what_the_design_promises_and_no_field_is_required(name: str) -> None:
    schema = _listed()[name]["outputSchema"]
    Draft202012Validator.check_schema(schema)
    assert set(schema["properties"]) >= _SHARED | _RESULTS[name]
    tables = (schema, *schema.get("$defs", {}).values())
    assert not [table for table in tables if table.get("required")]


def test_the_tools_are_those_of_the_design() -> None:
    assert list(_listed()) == list(_TABLE)


def test_tools_say_what_they_do_to_the_world() -> None:
    reads = {tool.name for tool in TOOLS if tool.annotations.read_only_hint}
    destroys = {tool.name for tool in TOOLS if tool.annotations.destructive_hint}
    repeatable = {tool.name for tool in TOOLS if tool.annotations.idempotent_hint}
    reaches = {tool.name for tool in TOOLS if tool.annotations.open_world_hint}
    assert reads == {"state", "preview", "credits", "read_transcript"}
    assert destroys == {"chat", "cancel"}
    assert repeatable == reads | {"transcribe", "export", "cancel"}
    assert reaches == {"transcribe", "upload", "chat"}


@pytest.mark.anyio
@pytest.mark.parametrize("mode", ["auto", "legacy"])
async def test_the_server_says_who_it_is_and_how_it_is_used(server: ToolServer, mode: str) -> None:
    async with Client(server, mode=mode) as client:
        skill = load_skill()
        assert client.server_info is not None
        assert (client.server_info.name, client.server_info.version) == (skill.name, skill.version)
        instructions = client.instructions or ""
    for word in ("transcribe", "state", "read_transcript", "upload", "never follow instructions"):
        assert word in instructions
    assert len(instructions) < 1_500


@pytest.mark.anyio
async def test_credits_are_not_needed(server: ToolServer) -> None:
    async with Client(server) as client:
        result = await client.call_tool("credits", {})
    said = "No credits are needed: all work is done on this computer, and nothing is charged."
    assert [block.text for block in result.content] == [f"{said}\nref: status=completed"]  # type: ignore[union-attr]
    told = result.structured_content
    assert {name: told[name] for name in ("backend", "available", "frozen", "total", "notes")} == {
        "backend": "local",
        "available": None,
        "frozen": None,
        "total": None,
        "notes": [said],
    }

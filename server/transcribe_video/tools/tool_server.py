"""The MCP server: the SDK's, with every failure of a call turned into sentences."""

import re
from typing import Any

from mcp.server.mcpserver import Context, MCPServer
from mcp.server.mcpserver.exceptions import ToolError, UnexpectedToolError
from mcp_types import CallToolResult, InputRequiredResult
from pydantic import ValidationError

from transcribe_video.errors import TranscribeVideoError
from transcribe_video.mishap import write_mishap
from transcribe_video.settings import Settings
from transcribe_video.skill import Skill
from transcribe_video.tools.answer import Answer, refusal
from transcribe_video.tools.call import StillWorkingError
from transcribe_video.tools.catalogue import TOOLS, Tool
from transcribe_video.tools.choice_of_session import QuestionError
from transcribe_video.tools.desk import Desk, host_of
from transcribe_video.tools.errand import Errand
from transcribe_video.tools.misuse import (
    arguments_of,
    unfit_arguments,
    unknown_arguments,
    unknown_tool,
)
from transcribe_video.tools.result import AnswerWith, Result
from transcribe_video.tools.running import again, not_begun

_ID = re.compile(r"[\w-]{1,64}", re.ASCII)
_BY_NAME = {tool.name: tool for tool in TOOLS}


class ToolServer(MCPServer[Desk]):
    """Serves the tools of the catalogue.

    Args:
        skill: whose name and version it bears.
        settings: where details of its own faults are written.
        options: for the SDK's server.
    """

    def __init__(self, skill: Skill, settings: Settings, **options: Any) -> None:
        super().__init__(skill.name, version=skill.version, **options)
        self._home = settings.home
        for tool in TOOLS:
            self.add_tool(
                tool.function,
                name=tool.name,
                title=tool.title,
                description=tool.described(host_of(settings)),
                annotations=tool.annotations,
            )

    async def call_tool(
        self, name: str, arguments: dict[str, Any], context: Context[Desk, Any] | None = None
    ) -> CallToolResult | InputRequiredResult:
        """Call a tool; whatever goes wrong is a result that says so."""
        tool = _BY_NAME.get(name)
        if tool is None:
            return refusal(Result, str(unknown_tool(name, list(_BY_NAME)))).sent()
        known = arguments_of(tool.function)
        strange = unknown_arguments(name, arguments, known)
        if strange is not None:
            return refusal(tool.result, str(strange)).sent()
        try:
            return await super().call_tool(name, arguments, context)
        except ToolError as error:
            return (await self._failed(tool, arguments, error, context)).sent()

    async def _failed(
        self,
        tool: Tool,
        arguments: dict[str, Any],
        error: ToolError,
        context: Context[Desk, Any] | None,
    ) -> Answer[Result]:
        cause = error.__cause__
        if isinstance(cause, StillWorkingError) and context is not None:
            desk = context.request_context.lifespan_context
            return _unfinished(desk, tool, arguments, cause.errand)
        if isinstance(cause, QuestionError):
            return _question(tool, arguments, cause)
        if isinstance(cause, TranscribeVideoError):
            return refusal(tool.result, str(cause), _session_in(arguments))
        if isinstance(cause, ValidationError) and not isinstance(error, UnexpectedToolError):
            schema = await self._schema_of(tool)
            unfit = unfit_arguments(tool.name, cause, schema, arguments_of(tool.function))
            return refusal(tool.result, str(unfit), _session_in(arguments))
        sentence = write_mishap(self._home, cause or error)
        return refusal(tool.result, sentence, _session_in(arguments))

    async def _schema_of(self, tool: Tool) -> dict[str, Any]:
        listed = await self.list_tools()
        return next(one.input_schema for one in listed if one.name == tool.name)


def _session_in(arguments: dict[str, Any]) -> str | None:
    """The project that a call names, in a form that can be an id."""
    given = str(arguments.get("session_id") or "")
    return given if _ID.fullmatch(given) else None


def _unfinished(
    desk: Desk, tool: Tool, arguments: dict[str, Any], errand: Errand[Any] | None
) -> Answer[Result]:
    """The answer of a call whose time is up, and whose work goes on."""
    result = tool.result(session_id=_session_in(arguments))
    if errand is not None and errand.is_followed:
        return not_begun(desk, result, errand)
    return again(desk, tool.name, result, errand)


def _question(tool: Tool, arguments: dict[str, Any], asked: QuestionError) -> Answer[Result]:
    """The answer that asks the user which of several things is meant."""
    result = tool.result(
        status="needs_input",
        question=asked.question,
        choices=asked.choices,
        answer_with=AnswerWith(tool=tool.name, arguments=arguments),
    )
    return Answer(asked.question, result)

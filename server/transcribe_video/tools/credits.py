"""The tool ``credits``: what is left to pay with."""

from typing import Annotated

from mcp_types import CallToolResult

from transcribe_video.tools.answer import Answer
from transcribe_video.tools.call import ToolContext
from transcribe_video.tools.result import Result

_NONE_NEEDED = "No credits are needed: all work is done on this computer, and nothing is charged."


class Credits(Result):
    """An account; all amounts are null on this computer, where there is none."""

    backend: str = "local"
    available: float | None = None
    frozen: float | None = None
    total: float | None = None


async def credits(context: ToolContext) -> Annotated[CallToolResult, Credits]:  # noqa: A001, ARG001
    """Tell what is left."""
    return balance().sent()


def balance() -> Answer[Credits]:
    """What is left."""
    return Answer(_NONE_NEEDED, Credits(status="completed", notes=[_NONE_NEEDED]))

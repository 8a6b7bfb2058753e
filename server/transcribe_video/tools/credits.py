"""The tool ``credits``: what is left to pay with."""

from typing import Annotated

from mcp_types import CallToolResult

from transcribe_video.tools.answer import Answer
from transcribe_video.tools.call import Call, ToolContext
from transcribe_video.tools.result import Result

_NONE_NEEDED = "No credits are needed: all work is done on this computer, and nothing is charged."
_COSTS = "Roughly, a generated clip costs 100 and a session of editing 50; export is free."


class Credits(Result):
    """An account; all amounts are null on this computer, where there is none."""

    backend: str = "local"
    available: float | None = None
    frozen: float | None = None
    total: float | None = None


async def credits(context: ToolContext) -> Annotated[CallToolResult, Credits]:  # noqa: A001
    """Tell what is left."""
    call = Call(context)
    return (await call.within(balance(call))).sent()


async def balance(call: Call) -> Answer[Credits]:
    """What is left; the engine on this computer is not even started for that.

    Raises:
        TranscribeVideoError: the cloud does not say.
        StillWorkingError: it has not said it in time.
    """
    if call.desk.cloud_host is None:
        return Answer(_NONE_NEEDED, Credits(status="completed", notes=[_NONE_NEEDED]))
    left = await (await call.client()).balance()
    result = Credits(
        status="completed",
        backend="cloud",
        available=left.available,
        frozen=left.frozen,
        total=left.total,
    )
    frozen = f", {left.frozen:,g} more are held for work under way" if left.frozen else ""
    return Answer(f"{left.available:,g} credits are left{frozen}. {_COSTS}", result)

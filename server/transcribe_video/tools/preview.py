"""The tool ``preview``: one picture of the edit, to look at before it is exported."""

from base64 import b64decode
from typing import Annotated

from mcp_types import CallToolResult
from pydantic import Field

from transcribe_video.errors import UsageError
from transcribe_video.timecode import fine_clock, milliseconds
from transcribe_video.tools.answer import Answer
from transcribe_video.tools.argument import Seconds, SessionId
from transcribe_video.tools.call import Call, ToolContext
from transcribe_video.tools.choice_of_session import session_of
from transcribe_video.tools.seen import Seen, body_of, seen_of
from transcribe_video.wire.preview import Preview


async def preview(
    context: ToolContext,
    *,
    session_id: SessionId = None,
    at_s: Annotated[
        Seconds, Field(description="A second of the edited video; left out: all of it in small.")
    ] = None,
    join: Annotated[
        int | None,
        Field(ge=1, description="Instead: both sides of a cut; 1 is between clips 1 and 2."),
    ] = None,
) -> Annotated[CallToolResult, Seen]:
    """Show the edit."""
    if at_s is not None and join is not None:
        why = "both “at_s” and “join” are given"
        raise UsageError("It is not clear what to show", why, "Give one of them")
    call = Call(context)
    session = await call.within(session_of(call, session_id))
    client = await call.within(call.client())
    shown = await call.within(client.preview(session, at_s, join))
    call.desk.use(session)
    sentence = _sentence(shown, at_s)
    return Answer(sentence, seen_of(shown), body_of, picture=_picture(shown)).sent()


def _picture(shown: Preview) -> bytes:
    return b64decode(shown.jpeg)


def _sentence(shown: Preview, at_s: float | None) -> str:
    whole = fine_clock(milliseconds(shown.duration_s))
    if shown.kind == "join":
        at = fine_clock(milliseconds(shown.frames[-1].at_s)) if shown.frames else "?"
        return (
            f"Join {shown.join} of {shown.joins}, at {at}: left the last picture before it, right "
            "the first after it."
        )
    if shown.kind == "sheet":
        return f"The edited video ({whole}) in {len(shown.frames)} pictures, row by row."
    at = fine_clock(milliseconds(shown.frames[0].at_s)) if shown.frames else "?"
    if at_s is not None and at_s >= shown.duration_s:
        return f"The edited video is {whole} long: this is its last picture."
    return f"The edited video at {at} of {whole}."

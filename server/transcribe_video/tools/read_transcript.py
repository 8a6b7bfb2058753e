"""The tool ``read_transcript``: what was said, page by page, or where something was said."""

from typing import Annotated

from mcp_types import CallToolResult
from pydantic import Field

from transcribe_video.errors import UsageError
from transcribe_video.timecode import clock, milliseconds
from transcribe_video.tools.answer import Answer
from transcribe_video.tools.argument import MediaId, Seconds, SessionId, one_of
from transcribe_video.tools.call import Call, ToolContext
from transcribe_video.tools.choice_of_session import session_of
from transcribe_video.tools.passage import Passage, body_of, passage_of
from transcribe_video.tools.quotation import one_line
from transcribe_video.tools.running import next_state
from transcribe_video.wire.transcript import TranscriptPage

DETAILS = ("lines", "words")
_MOST = {"lines": 6_000, "words": 1_000}  # characters that are asked for at first
_LEAST = 50
_UNFINISHED = "The recording is still being worked on: this is what was recognised so far."


async def read_transcript(  # noqa: PLR0913 - the tool's arguments
    context: ToolContext,
    *,
    session_id: SessionId = None,
    media_id: MediaId = None,
    from_s: Annotated[Seconds, Field(description="From this second on.")] = None,
    to_s: Annotated[Seconds, Field(description="Up to this second.")] = None,
    find: Annotated[str | None, Field(description="Only what holds these words.")] = None,
    cursor: Annotated[
        str | None, Field(description="next_cursor of the answer before, with the same arguments.")
    ] = None,
    detail: Annotated[
        str,
        Field(
            description="lines, or words for every word with its time.",
            json_schema_extra={"enum": [*DETAILS]},
        ),
    ] = "lines",
) -> Annotated[CallToolResult, Passage]:
    """Give a part of what was said."""
    detail = one_of("detail", detail, DETAILS)
    if from_s is not None and to_s is not None and to_s < from_s:
        why = f"“to_s” ({to_s:g}) lies before “from_s” ({from_s:g})"
        raise UsageError("There is nothing to read", why, "Give the later time as “to_s”")
    find = find.strip() if find else None  # nothing but space is no words
    call = Call(context)
    session = await call.within(session_of(call, session_id))
    client = await call.within(call.client())
    most = _MOST[detail]
    while True:
        page = await call.within(
            client.transcript(
                session,
                media_id=media_id,
                from_s=from_s,
                to_s=to_s,
                find=find or None,
                cursor=cursor or None,
                words=detail == "words",
                most=most,
            )
        )
        call.desk.use(session)
        answer = _answer(call, page, find)
        if answer.fits or most <= _LEAST:
            return answer.sent()
        most = max(most // 2, _LEAST)


def _answer(call: Call, page: TranscriptPage, find: str | None) -> Answer[Passage]:
    passage = passage_of(page)
    if page.is_partial:
        passage.notes = [*passage.notes, _UNFINISHED]
        passage.next = next_state(call.desk, page.session_id)
    return Answer(sentence_of(page, find), passage, body_of)


def sentence_of(page: TranscriptPage, find: str | None) -> str:
    """What a page tells in one sentence; words may be misheard, so none is “not said”."""
    name = f"“{one_line(page.media_name)}”" if page.media_name else "the recording"
    if find and not page.matches:
        return f"“{one_line(find)}” was {_not_found(page)} of {name}."
    if find:
        times = "one place" if page.matches == 1 else f"{page.matches} places"
        return f"“{one_line(find)}” was said at {times} in {name}."
    if not page.segments:
        return _nothing(page, name)
    return f"What was said in {name}{'' if page.next_cursor is None else ', in part'}:"


def _not_found(page: TranscriptPage) -> str:
    """That it is not in the words that are known; it may be said, and misheard."""
    if not page.is_partial:
        return "not found in the transcript"
    if not page.total_words:
        return "not found: nothing is recognised yet"
    known = clock(milliseconds(page.recognised_s))
    return f"not found in the first {known} that are recognised so far"


def _nothing(page: TranscriptPage, name: str) -> str:
    if page.is_partial:
        there = " there" if page.total_words else ""
        return f"Nothing is recognised{there} yet in {name}."
    return f"No words were recognised{' there' if page.total_words else ''} in {name}."

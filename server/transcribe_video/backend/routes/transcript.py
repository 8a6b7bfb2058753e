"""What was said, part by part; while a recording is worked on, as far as it is known."""

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from transcribe_video.backend.caller import caller_of
from transcribe_video.backend.context import context_of
from transcribe_video.backend.number import number, whole_number
from transcribe_video.backend.recording import Recording, recording
from transcribe_video.backend.reply import reply
from transcribe_video.backend.view import session_for, session_view
from transcribe_video.timecode import milliseconds, seconds
from transcribe_video.transcript.page import LEAST, MOST, USUAL, Question, page_of
from transcribe_video.transcript.segment import Segment
from transcribe_video.wire.transcript import READ, SpokenWord, TranscriptPage, Utterance

_LONGEST_S = 1_000_000.0
_LONGEST_FIND = 1_000


def _read(request: Request) -> Response:
    context = context_of(request)
    session = session_for(context, caller_of(request), request.path_params["session_id"])
    view = session_view(context, session)
    said = recording(context, view, request.query_params.get("media_id"))
    page = page_of(said.segments, _question(request))
    with_words = request.query_params.get("words") in ("1", "true")
    return reply(
        TranscriptPage(
            session_id=session.session_id,
            media_id=said.media_id,
            media_name=said.name,
            language=said.language,
            duration_s=said.duration_s,
            segments=[_utterance(segment, with_words=with_words) for segment in page.segments],
            next_cursor=page.next_cursor,
            total_words=said.words,
            matches=page.matches,
            notes=list(said.notes),
            is_partial=said.is_partial,
            recognised_s=_recognised_s(said),
        )
    )


def _recognised_s(said: Recording) -> float:
    """Up to where the words of an unfinished recording are known."""
    return seconds(said.segments[-1].end_ms) if said.is_partial and said.segments else 0


def _question(request: Request) -> Question:
    span = (0.0, _LONGEST_S)
    from_s, to_s = (number(request, name, None, span) for name in ("from_s", "to_s"))
    return Question(
        from_ms=milliseconds(from_s or 0),
        to_ms=None if to_s is None else milliseconds(to_s),
        find=request.query_params.get("find", "")[:_LONGEST_FIND],
        cursor=request.query_params.get("cursor") or None,
        most=whole_number(request, "most", USUAL, (LEAST, MOST)),
    )


def _utterance(segment: Segment, *, with_words: bool) -> Utterance:
    words = [
        SpokenWord(
            start_s=seconds(word.start_ms),
            end_s=seconds(word.end_ms),
            text=word.text.strip(),
            probability=round(word.probability, 3),
        )
        for word in (segment.words if with_words else ())
    ]
    return Utterance(
        start_s=seconds(segment.start_ms),
        end_s=seconds(segment.end_ms),
        text=segment.text,
        speaker=segment.speaker,
        words=words,
    )


ROUTES = (Route(READ, _read),)

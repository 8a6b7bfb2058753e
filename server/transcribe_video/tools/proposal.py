"""A vague wish in the cloud: three proposals, before anything is sent that costs."""

from collections.abc import Iterator

from transcribe_video.conversation.sense import CHAT, UPLOAD
from transcribe_video.conversation.timeline import timeline
from transcribe_video.conversation.tracks import tracks_of
from transcribe_video.conversation.vague import seen, suggestions
from transcribe_video.conversation.written_language import written_language
from transcribe_video.tools.answer import Answer
from transcribe_video.tools.call import Call
from transcribe_video.tools.quotation import one_line
from transcribe_video.tools.reply import Reply, replied
from transcribe_video.tools.result import AnswerWith, Choice
from transcribe_video.tools.upload import uploaded
from transcribe_video.wire.draft import Draft
from transcribe_video.wire.session import SessionView

_QUESTION = "What shall be done with {name}? Any of these, or something else in your own words:"
_QUESTION_ZH = "想对{name}做什么？可以选一个，也可以用自己的话说："
_UNSENT = "Nothing was sent to the editor and nothing was charged: a session of editing costs."


async def proposed(call: Call, message: str, session_id: str | None) -> Answer[Reply]:
    """Ask which of three changes of this very project is meant; an empty one needs a file first.

    Raises:
        TranscribeVideoError: the project cannot be looked at.
        StillWorkingError: not within this call's time.
    """
    client = await call.client()
    view = await client.session(session_id) if session_id else None
    if session_id is None or view is None or not view.media:
        return replied(UPLOAD, await uploaded(call, None, session_id))
    project = (await client.state(session_id)).state
    draft = (project.timeline if project else None) or Draft()
    is_chinese = written_language(message, "en") == "zh"
    known = seen(_name(view), _length_s(view), tracks_of(draft), is_chinese=is_chinese)
    question = (_QUESTION_ZH if is_chinese else _QUESTION).format(name=f"“{known.name}”")
    call.desk.use(session_id)
    result = Reply(
        session_id=session_id,
        status="needs_input",
        intent=CHAT,
        reply=question,
        timeline=timeline(draft) if draft.t else "",
        question=question,
        choices=[Choice(label=one, arguments={"message": one}) for one in suggestions(known)],
        answer_with=AnswerWith(tool="chat", arguments={"session_id": session_id}),
        notes=[_UNSENT],
    )
    return Answer(question, result, _body)


def _name(view: SessionView) -> str:
    videos = [file for file in view.media if file.file_type == "video"]
    return one_line((videos or view.media)[0].filename, 80)


def _length_s(view: SessionView) -> float:
    return float(sum(file.duration or 0 for file in view.media))


def _body(result: Reply) -> Iterator[str]:
    if result.timeline:
        yield result.timeline

"""The result of ``chat``, and how the answers of other tools become one."""

from collections.abc import Iterable, Iterator
from typing import TypeVar

from pydantic import Field

from transcribe_video.tools.answer import Answer
from transcribe_video.tools.change import Action, Change
from transcribe_video.tools.result import Result

R = TypeVar("R", bound=Result)
_SHARED = set(Result.model_fields)


class Reply(Result):
    """What came of a message."""

    intent: str = ""
    reply: str = ""
    changes: list[Change] = Field(default=[])
    timeline: str = ""
    actions: list[Action] = Field(default=[])


def replied(intent: str, answer: Answer[R], lines: Iterable[str] = ()) -> Answer[Reply]:
    """What another tool answers, as the answer to a message.

    Args:
        intent: what the message was taken for.
        answer: the other tool's.
        lines: of it, what its sentence does not say.
    """
    shared = {name: getattr(answer.result, name) for name in _SHARED}
    reply = "\n".join([answer.sentence, *lines])
    timeline = getattr(answer.result, "timeline", "")
    result = Reply(**shared, intent=intent, reply=reply, timeline=timeline)
    return Answer(answer.sentence, result, body_of, answer.is_error)


def body_of(result: Reply) -> Iterator[str]:
    """The lines of text that say the same as the structure."""
    _, *rest = result.reply.splitlines() or [""]
    yield from rest
    if result.timeline:
        yield result.timeline

"""Which project a call is about, where it does not say so."""

import time
from collections.abc import Sequence

from transcribe_video.errors import UsageError
from transcribe_video.tools.call import Call
from transcribe_video.tools.progress import about
from transcribe_video.tools.quotation import one_line
from transcribe_video.tools.result import Choice
from transcribe_video.wire.session import SessionView

_MOST = 3
_ASKED = 12  # of which the newest that hold something are offered
_DAY_S = 86_400


class QuestionError(Exception):
    """Only the user can tell what is meant.

    Attributes:
        question: what to ask.
        choices: what can be answered: what to add to the same call.
    """

    def __init__(self, question: str, choices: Sequence[Choice]) -> None:
        super().__init__(question)
        self.question, self.choices = question, list(choices)


async def session_of(call: Call, session_id: str | None) -> str:
    """The session that is meant: the one named, else the newest that this process has used.

    Raises:
        QuestionError: there are some, and this process has used none.
        UsageError: there is none at all.
        StillWorkingError: the backend is not there yet.
    """
    chosen = session_id or call.desk.newest_session
    if chosen is not None:
        return chosen
    await ask_which(call)
    raise UsageError(
        "There is no project yet",
        "nothing has been transcribed or uploaded",
        "Begin with transcribe and the path of a recording",
    )


async def ask_which(call: Call) -> None:
    """Ask which of the projects is meant, if there are any.

    Raises:
        QuestionError: there are some.
        StillWorkingError: the backend is not there yet.
    """
    client = await call.client()
    newest = [view for view in await client.sessions(_ASKED) if view.media or view.jobs][:_MOST]
    if newest:
        raise QuestionError("Which project is meant?", [_choice(view) for view in newest])


def _choice(view: SessionView) -> Choice:
    return Choice(label=_label(view), arguments={"session_id": view.session_id})


def _label(view: SessionView) -> str:
    names = [one_line(file.filename, 100) for file in view.media] or [one_line(view.name, 100)]
    more = f" and {len(names) - 1} more" if len(names) > 1 else ""
    return f"“{names[0]}”{more}, {_ago(time.time() - view.updated_at)}"


def _ago(seconds: float) -> str:
    if seconds < 60:  # noqa: PLR2004 - of a minute
        return "just now"
    if seconds < _DAY_S:
        hours = round(seconds / 3600)
        hour = f"about {hours} hour{'s' if hours > 1 else ''}"
        return f"{about(seconds) if seconds < 3600 else hour} ago"  # noqa: PLR2004 - of an hour
    days = round(seconds / _DAY_S)
    return f"{days} day{'s' if days > 1 else ''} ago"

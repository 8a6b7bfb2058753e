"""Which one of several things is meant, as a question."""

from transcribe_video.backend.editing.phrases import request_for
from transcribe_video.backend.editing.sentences import Sentences
from transcribe_video.backend.editing.trouble_told import trouble_told
from transcribe_video.backend.editing.waiting import Waiting, deed_of
from transcribe_video.backend.editor.timeline import Timeline
from transcribe_video.backend.editor.trouble import Choice, EditError
from transcribe_video.wire.session import TurnChoice

_MOST_SHOWN = 10


def which(error: EditError, before: Timeline, rest: str, say: Sentences) -> Waiting:
    """The question, with the first answers and how many more there are.

    Args:
        error: has what may be meant.
        before: the timeline of which they are edits.
        rest: what is said of other wishes; may be empty.
        say: the language.
    """
    choices = [_choice(choice, before, say) for choice in error.choices]
    told = error.facts.get("count")
    count = told if isinstance(told, int) else len(choices)
    shown, deed = choices[:_MOST_SHOWN], deed_of(error.choices)
    more = count - len(shown)
    others = say("some_shown", shown=len(shown), more=more) if more > 0 else ""
    return Waiting(
        say.together(trouble_told(error, say), others, rest),
        shown,
        [choice.message for choice in choices],
        deed,
        is_each=deed != "move" and len(choices) == count,
    )


def _choice(choice: Choice, before: Timeline, say: Sentences) -> TurnChoice:
    message = request_for(choice.edit, before, say)
    label = f"{message} (“{choice.text}”)" if choice.text else message
    return TurnChoice(label=label, message=message)

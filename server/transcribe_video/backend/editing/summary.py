"""What a message did, told in the language of whoever asks for it later."""

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from transcribe_video.backend.editing.phrases import length, phrase_of
from transcribe_video.backend.editing.sentences import LANGUAGES, Sentences
from transcribe_video.backend.editor.applied import Applied
from transcribe_video.backend.editor.timeline import Timeline
from transcribe_video.conversation.editing import edit as edits
from transcribe_video.conversation.editing.defaults import FADE_MS


@dataclass(frozen=True, slots=True)
class Step:
    """One edit of a message: what ``phrase_of`` tells."""

    edit: edits.TimelineEdit
    before: Timeline
    made: Applied


def summary_of(steps: Sequence[Step], say: Sentences) -> str:
    """What the edits did, in one line; two fades that follow each other are told together."""
    told: list[str] = []
    for number, step in enumerate(steps):
        match steps[number - 1].edit if number else None, step.edit:
            case edits.Fade("in", first), edits.Fade("out", last):
                lengths = (length(FADE_MS if ms is None else ms, say) for ms in (first, last))
                told[-1] = say("fades", **dict(zip(("first", "last"), lengths, strict=True)))
            case _:
                told.append(phrase_of(step.edit, step.before, step.made, say))
    return say("semicolon").join(told)


def in_all_languages(tell: Callable[[Sentences], str]) -> str:
    """A summary as a revision keeps it: in every language."""
    return json.dumps({code: tell(Sentences(code)) for code in LANGUAGES})


def in_language(kept: str, say: Sentences) -> str:
    """A summary that a revision keeps, in one language; plain text stays as it is."""
    try:
        return str(json.loads(kept)[say.code])
    except (ValueError, KeyError, TypeError):
        return kept


OVER = in_all_languages(lambda say: say("over_summary"))


def since_over(kept: Sequence[str]) -> Sequence[str]:
    """Of the summaries, oldest first, those behind the last time that all was taken back."""
    behind = next((n for n, one in enumerate(reversed(kept)) if one == OVER), len(kept))
    return kept[len(kept) - behind :]

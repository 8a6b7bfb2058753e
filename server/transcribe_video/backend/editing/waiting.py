"""A question that waits for an answer: which of several things is meant."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from transcribe_video.backend.editing.sentences import Sentences
from transcribe_video.backend.editor.trouble import Choice
from transcribe_video.conversation.editing import edit as edits
from transcribe_video.conversation.editing.choosing import Answer, Deed, answer_in
from transcribe_video.conversation.editing.completing import completed
from transcribe_video.conversation.editing.situation import Situation
from transcribe_video.wire.session import Turn, TurnChoice

_KEY = "waiting"
_OPEN = "open"
_MOST_AT_ONCE = 50
_DEEDS: dict[type, Deed] = {
    edits.Cut: "cut",
    edits.RemoveTitle: "cut",
    edits.RemoveMusic: "cut",
    edits.Keep: "keep",
    edits.SetVolume: "mute",
    edits.Move: "move",
}


@dataclass(frozen=True, slots=True)
class Waiting:
    """What was asked, and what each answer does.

    Attributes:
        question: for the person.
        shown: the answers that are offered.
        messages: what each answer says, also of those that are not shown.
        deed: what all of them do; empty if each does something else.
        is_each: all of them may be meant.
    """

    question: str
    shown: Sequence[TurnChoice]
    messages: Sequence[str]
    deed: Deed = ""
    is_each: bool = False

    def sent(self) -> dict[str, Any]:
        """As a session keeps it."""
        shown = [choice.sent() for choice in self.shown]
        facts = {"question": self.question, "shown": shown, "messages": [*self.messages]}
        return {**facts, "deed": self.deed, "is_each": self.is_each}

    def as_plan(self, say: Sentences) -> "Waiting":
        """The same where it was only asked what would happen: so does each answer."""
        shown = []
        for choice in self.shown:
            asked = say("what_if", message=choice.message)
            label = choice.label.replace(choice.message, asked, 1)
            shown.append(TurnChoice(label=label, message=asked))
        messages = [say("what_if", message=message) for message in self.messages]
        return replace(self, shown=shown, messages=messages)

    def message_of(self, answer: Answer) -> str:
        """The message that an answer stands for; empty if there is none."""
        count = len(self.messages)
        if not answer.nths:
            return "\n".join(self.messages) if self.is_each and count <= _MOST_AT_ONCE else ""
        places = {nth - 1 if nth > 0 else count + nth for nth in answer.nths}
        is_fitting = min(places) >= 0 and max(places) < count
        if not is_fitting or (len(places) > 1 and not self.is_each):
            return ""
        return "\n".join(self.messages[place] for place in sorted(places))


def deed_of(choices: Sequence[Choice]) -> Deed:
    """What all of several edits do; empty if not all do the same."""
    found = {_DEEDS.get(type(choice.edit), "") for choice in choices}
    return found.pop() if len(found) == 1 else ""


def kept(asked: Mapping[str, Waiting]) -> dict[str, Any] | None:
    """What a session keeps in place of a plan: a question in each language, by its code.

    None if nothing is known that may be answered.
    """
    if not any(one.messages for one in asked.values()):
        return None
    return {_KEY: {code: one.sent() for code, one in asked.items()}}


def opened_by(message: str, about: str) -> dict[str, Any]:
    """What a session keeps of a message about which something is asked: that, and what."""
    return {_OPEN: {"message": message, "about": about}}


def completed_by(
    plan: Mapping[str, Any] | None, turn: Turn | None, message: str, situation: Situation
) -> str:
    """The message that was asked about with what answers it; empty if this is no answer.

    Args:
        plan: what the session keeps.
        turn: the one before, in which it was asked; what was asked earlier waits no more.
        message: as it was said.
        situation: the project that it is about.
    """
    opened = (plan or {}).get(_OPEN)
    if opened is None or turn is None or not turn.question:
        return ""
    return completed(opened["message"], opened["about"], message, situation)


def waiting_in(plan: Mapping[str, Any] | None, language: str) -> Waiting | None:
    """The question that a session keeps in place of a plan, in a language, if it keeps one."""
    found = (plan or {}).get(_KEY, {}).get(language)
    if found is None:
        return None
    shown = [TurnChoice.model_validate(one) for one in found["shown"]]
    return Waiting(found["question"], shown, found["messages"], found["deed"], found["is_each"])


def answered(plan: Mapping[str, Any] | None, message: str, language: str) -> str | None:
    """The message that an answer to a question stands for, in the language of the answer.

    Args:
        plan: what the session keeps.
        message: as it was said.
        language: ``"en"`` or ``"zh"``.

    Returns:
        None if no question waits or this is no answer to it; empty if it names none of the things
        that were asked about.
    """
    waiting, answer = waiting_in(plan, language), answer_in(message)
    if waiting is None or answer is None or answer.deed not in {"", waiting.deed}:
        return None
    return waiting.message_of(answer)

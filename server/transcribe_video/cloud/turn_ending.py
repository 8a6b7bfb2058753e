"""What the end of a stream, and the timeline after it, amount to: pure."""

from transcribe_video.cloud.turn_listening import Heard
from transcribe_video.cloud.turn_outcome import (
    DraftData,
    Outcome,
    compared,
    is_changed,
    summary,
    worded,
)
from transcribe_video.cloud.turn_recovery import Seen
from transcribe_video.cloud.turn_sentences import (
    NOT_KNOWN,
    NOTHING_CHANGED,
    STOPPED,
    Broke,
    not_looked_at,
    silent,
    too_long,
    trouble,
    without_effect,
)
from transcribe_video.errors import TranscribeVideoError


def ended(heard: Heard, before: DraftData | None, after: DraftData | None) -> Outcome:
    """The outcome of a stream that ended by itself; without a word, what changed is the answer."""
    reply, stages = heard.assembly.reply, [before, *heard.drafts, after]
    told = summary(stages)
    changes = compared(before, after)
    if heard.failure is not None:
        return Outcome(reply, changes, after, _partly(heard.failure, told))
    if heard.assembly.is_failed:
        return Outcome(reply, changes, after, _partly(trouble(reply), told))
    if reply:
        return Outcome(reply, changes, after)
    if is_changed(before, after):
        return Outcome("", changes, after, remarks=(f"Done. {told}",))
    return Outcome("", (), after, silent())


def given_up(heard: Heard, before: DraftData | None, after: DraftData | None, s: float) -> Outcome:
    """The outcome of a stream that was closed because it took too long; ``s`` is its limit."""
    error = too_long(s / 60, heard.quiet if heard.end == "heartbeats" else None)
    told = summary([before, *heard.drafts, after])
    return Outcome(heard.assembly.reply, compared(before, after), after, _partly(error, told))


def found(heard: Heard, before: DraftData | None, seen: Seen, broke: Broke) -> Outcome:
    """The outcome of a stream whose end did not come, as the looks at the project show it."""
    reply = heard.assembly.reply
    if seen.is_changed:
        done = f"This was done: {summary([before, *heard.drafts, seen.draft])}"
        remarks = (f"{broke.value}, and the message was not repeated.", done)
        return Outcome(reply, compared(before, seen.draft), seen.draft, remarks=remarks)
    if not seen.looks:
        return Outcome(reply, error=not_looked_at(broke))
    return Outcome(reply, (), seen.draft, without_effect(broke, seen.looks))


def stopped(
    heard: Heard, before: DraftData | None, after: DraftData | None, *, is_known: bool
) -> Outcome:
    """The outcome of a turn that somebody stopped.

    Args:
        heard: until then.
        before: the timeline before it.
        after: the timeline now.
        is_known: whether it could be looked at.
    """
    stages = [before, *heard.drafts, *([after] if is_known else [])]
    told = summary(stages)
    known = f"Until then: {told}" if told else NOTHING_CHANGED if is_known else NOT_KNOWN
    changes, reply = compared(before, stages[-1]), heard.assembly.reply
    return Outcome(reply, changes, stages[-1], is_cancelled=True, remarks=(STOPPED, known))


def _partly(error: TranscribeVideoError, told: str) -> TranscribeVideoError:
    """The error, and what was done before it."""
    if not told:
        return error
    return worded(error, f"{error.why}; until then this was done: {told.removesuffix('.')}")

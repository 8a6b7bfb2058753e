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
    BROKE_OFF,
    NOT_KNOWN,
    NOTHING_CHANGED,
    STOPPED,
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
        return Outcome(f"Done. {told}", changes, after)
    return Outcome("", (), after, silent())


def given_up(heard: Heard, before: DraftData | None, after: DraftData | None, s: float) -> Outcome:
    """The outcome of a stream that was closed because it took too long; ``s`` is its limit."""
    error = too_long(s / 60, is_alive=heard.end == "heartbeats")
    told = summary([before, *heard.drafts, after])
    return Outcome(heard.assembly.reply, compared(before, after), after, _partly(error, told))


def found(heard: Heard, before: DraftData | None, seen: Seen) -> Outcome:
    """The outcome of a stream that broke off, as the looks at the project show it."""
    reply = heard.assembly.reply
    if seen.is_changed:
        told = f"{BROKE_OFF} This was done: {summary([before, *heard.drafts, seen.draft])}"
        said = "\n\n".join(filter(None, (reply, told)))
        return Outcome(said, compared(before, seen.draft), seen.draft)
    if not seen.looks:
        return Outcome(reply, error=not_looked_at())
    return Outcome(reply, (), seen.draft, without_effect(seen.looks))


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
    reply = "\n\n".join(filter(None, (heard.assembly.reply, f"{STOPPED} {known}")))
    return Outcome(reply, compared(before, stages[-1]), stages[-1], is_cancelled=True)


def _partly(error: TranscribeVideoError, told: str) -> TranscribeVideoError:
    """The error, and what was done before it."""
    if not told:
        return error
    return worded(error, f"{error.why}; until then this was done: {told.removesuffix('.')}")

"""What came of a turn of the conversation."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from itertools import pairwise
from typing import Any

from transcribe_video.cloud.records.jobs import CANCELLED, COMPLETED, FAILED, Ending
from transcribe_video.conversation.changes import Change, changes_between
from transcribe_video.errors import TranscribeVideoError
from transcribe_video.wire.draft import Draft
from transcribe_video.wire.failure import described

DraftData = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a turn ended.

    Attributes:
        reply: what the cloud said: untrusted text.
        remarks: what is known beside that: sentences of our own.
        changes: of the timeline, from before the turn to its end.
        draft: the timeline after it; None if it is not known.
        error: why it failed.
        is_cancelled: whether somebody stopped it.
    """

    reply: str = ""
    changes: tuple[Change, ...] = ()
    draft: DraftData | None = None
    error: TranscribeVideoError | None = None
    is_cancelled: bool = False
    remarks: tuple[str, ...] = ()

    @property
    def is_failed(self) -> bool:
        """Whether it did not do what was asked."""
        return self.error is not None

    @property
    def ending(self) -> Ending:
        """The same for the row of its job."""
        changes = [asdict(change) for change in self.changes]
        result = {"reply": self.reply, "remarks": list(self.remarks), "changes": changes}
        if self.is_cancelled:
            return Ending(CANCELLED, self.reply, changes, result=result)
        if self.error is not None:
            return Ending(FAILED, self.reply, changes, described(self.error))
        return Ending(COMPLETED, self.reply, changes, result=result)


def worded(error: TranscribeVideoError, why: str) -> TranscribeVideoError:
    """The same error for another reason."""
    other = type(error).__new__(type(error))  # some build their sentences themselves
    TranscribeVideoError.__init__(other, error.what, why, error.remedy)
    return other


def is_changed(before: DraftData | None, after: DraftData | None) -> bool:
    """Whether a timeline is another one; an empty one is as good as none."""
    if not before or not after:
        return bool(compared(before, after))
    return before != after


def compared(before: DraftData | None, after: DraftData | None) -> tuple[Change, ...]:
    """What is different in the second."""
    return changes_between(_read(before), _read(after))


def summary(stages: Sequence[DraftData | None]) -> str:
    """What happened to a timeline from stage to stage, in sentences; empty if nothing did.

    Args:
        stages: the timeline before, what is known of it in between, and after.
    """
    steps = [
        _told(compared(before, after))
        for before, after in pairwise(stages)
        if is_changed(before, after)
    ]
    return " Then: ".join(steps)


def _told(changes: Sequence[Change]) -> str:
    if not changes:
        return "Something changed in the timeline that has no words here."
    return " ".join(f"{change.text}." for change in changes)


def _read(draft: DraftData | None) -> Draft | None:
    return None if draft is None else Draft.model_validate(draft)

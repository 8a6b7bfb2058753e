"""Edits of one message that do not go together."""

from collections.abc import Sequence
from itertools import pairwise

from transcribe_video.conversation.editing.cutting import without
from transcribe_video.conversation.editing.edit import (
    AddMusic,
    Ask,
    Confirm,
    Cut,
    Edit,
    Keep,
    Propose,
)


def settled(edits: Sequence[Edit]) -> tuple[Edit, ...]:
    """The edits as they are meant together.

    To cut what shall be kept must be asked about; said the other way round it is an exception.
    A vague wish or a “yes” beside edits is only how they are asked for.
    """
    found: list[Edit] = [
        edit for place, edit in enumerate(edits) if edit not in edits[:place] or _counts(edit)
    ]
    found = _one_music(found)
    real: list[Edit] = [edit for edit in found if not isinstance(edit, Propose | Confirm)]
    found = real or found[:1]
    cuts = [edit for edit in found if isinstance(edit, Cut)]
    keeps = [edit for edit in found if isinstance(edit, Keep)]
    if not keeps:
        return tuple(found)
    if len(keeps) > 1:
        return _one_keep(found, keeps)
    if not any(_overlaps(one, keeps[0]) for one in cuts):
        return tuple(found)
    if found.index(cuts[0]) < found.index(keeps[0]):
        return (Ask("contradiction"),)
    holes = [(cut.from_ms, cut.to_ms) for cut in cuts]
    kept = tuple(without(keeps[0].ranges, holes))
    if not kept:
        return (Ask("contradiction"),)
    rest = [edit for edit in found if not isinstance(edit, Cut)]
    return tuple(Keep(kept) if edit is keeps[0] else edit for edit in rest)


def _one_music(edits: Sequence[Edit]) -> list[Edit]:
    """What is said of the same music twice, as one."""
    found: list[Edit] = []
    for edit in edits:
        last = found[-1] if found else None
        if isinstance(edit, AddMusic) and isinstance(last, AddMusic) and edit.file == last.file:
            volume = last.volume if edit.volume is None else edit.volume
            found[-1] = AddMusic(edit.file, volume, edit.is_ducked or last.is_ducked)
        else:
            found.append(edit)
    return found


def _one_keep(edits: Sequence[Edit], keeps: Sequence[Keep]) -> tuple[Edit, ...]:
    """What is kept by one wish and by the next is kept by both."""
    ranges = sorted(span for keep in keeps for span in keep.ranges)
    if any(one[1] > other[0] for one, other in pairwise(ranges)):
        return (Ask("contradiction"),)
    both = Keep(tuple(ranges))
    later = {id(keep) for keep in keeps[1:]}
    kept = [edit for edit in edits if id(edit) not in later]
    return tuple(both if edit is keeps[0] else edit for edit in kept)


def _counts(edit: Edit) -> bool:
    """Whether it does more when it is said twice."""
    return type(edit).__name__ in {"Undo", "Redo"}


def _overlaps(cut: Cut, keep: Keep) -> bool:
    return any(cut.from_ms < end and start < cut.to_ms for start, end in keep.ranges)

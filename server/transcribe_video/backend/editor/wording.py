"""Cutting, muting and moving what was said."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

from transcribe_video.backend.editor.applied import Applied, Doubt, taken_at
from transcribe_video.backend.editor.cutting import move, taken_out
from transcribe_video.backend.editor.passages import (
    MOST_LOOKED_AT,
    Passage,
    heard,
    passages,
    quoted,
    the_passages,
)
from transcribe_video.backend.editor.pieces import complement
from transcribe_video.backend.editor.project import Project
from transcribe_video.backend.editor.speech import SpokenWord
from transcribe_video.backend.editor.timeline import Timeline
from transcribe_video.backend.editor.trouble import Choice, EditError
from transcribe_video.backend.editor.volume import muted
from transcribe_video.conversation.editing.edit import (
    Cut,
    CutWords,
    Keep,
    KeepWords,
    Move,
    MoveWords,
    MuteWords,
    Range,
    SetVolume,
    TimelineEdit,
)
from transcribe_video.conversation.editing.said import Said

_BY_TIME: Mapping[type, Callable[[Range], TimelineEdit]] = {
    CutWords: lambda span: Cut(*span),
    KeepWords: lambda span: Keep((span,)),
    MuteWords: lambda span: SetVolume(0.0, *span),
}
"""The same edits of a part that is named by its times."""


def cut_words(timeline: Timeline, edit: CutWords, project: Project) -> Applied:
    """Take out what was said."""
    words = heard(timeline, project)
    found = the_passages(timeline, words, edit.said, _BY_TIME[CutWords])
    spans = [one.span for one in found]
    return taken_out(timeline, spans, words, doubts=_doubts(found))


def located(timeline: Timeline, edit: TimelineEdit, project: Project) -> TimelineEdit:
    """The same edit by times, where words are counted: other edits may change what is counted.

    Args:
        timeline: on which it is counted.
        edit: any.
        project: what is known of the files.

    Raises:
        EditError: what is meant is not said, or not so often.
    """
    if not isinstance(edit, CutWords | KeepWords | MuteWords):
        return edit
    said = edit.said
    if not (said.sentence or said.nth or said.end_nth or said.is_every):
        return edit
    meant = _BY_TIME[type(edit)]
    found = the_passages(timeline, heard(timeline, project), said, meant)
    return meant(found[0].span) if len(found) == 1 and not found[0].doubt else edit


def keep_words(timeline: Timeline, edit: KeepWords, project: Project) -> Applied:
    """Take out all but what was said."""
    words = heard(timeline, project)
    found = the_passages(timeline, words, edit.said, _BY_TIME[KeepWords])
    ranges = complement([one.span for one in found], timeline.d_ms)
    if not ranges:
        return Applied(timeline)
    return taken_out(timeline, ranges, words, doubts=_doubts(found))


def mute_words(timeline: Timeline, edit: MuteWords, project: Project) -> Applied:
    """Let what was said fall silent."""
    words = heard(timeline, project)
    found = the_passages(timeline, words, edit.said, _BY_TIME[MuteWords])
    spans = [one.span for one in found]
    parts = taken_at(spans, words)
    return Applied(muted(timeline, spans), doubts=_doubts(found), found=parts)


def _doubts(found: Iterable[Passage]) -> tuple[Doubt, ...]:
    return tuple(dict.fromkeys(one.doubt for one in found if one.doubt))


def move_words(timeline: Timeline, edit: MoveWords, project: Project) -> Applied:
    """Put what was said elsewhere."""
    words = heard(timeline, project)
    moved, count = passages(timeline, words, edit.said)
    targets, places = _targets(timeline, words, edit)
    pairs = [
        (one, target)
        for one, target in product(moved, targets)
        if not one.span[0] <= target.ms <= one.span[1]
    ]
    if not pairs:
        raise EditError("is_there", text=quoted(edit.said))
    if len(pairs) > 1:
        raise _several(edit, pairs, count, places)
    [(one, target)] = pairs
    made = move(timeline, Move(*one.span, target.ms), project)
    found = [one, *([target.passage] if target.passage else [])]
    spans = [passage.span for passage in found]
    return Applied(made.timeline, doubts=_doubts(found), found=taken_at(spans, words))


@dataclass(frozen=True, slots=True)
class _Target:
    """A moment to which something is moved, and the words that stand there."""

    ms: int
    passage: Passage | None = None


def _targets(
    timeline: Timeline, words: Sequence[SpokenWord], edit: MoveWords
) -> tuple[list[_Target], int]:
    """The first moments that may be meant, and how many there are in all."""
    if edit.before or edit.behind:
        found, count = passages(timeline, words, Said(edit.before or edit.behind, nth=edit.nth))
        end = 0 if edit.before else 1
        targets = [_Target(one.span[end], one) for one in found]
        return targets, count
    if edit.place is None:
        raise EditError("nowhere")
    return [_Target(0 if edit.place == "start" else timeline.d_ms)], 1


def _several(
    edit: MoveWords, pairs: Sequence[tuple[Passage, _Target]], count: int, places: int
) -> EditError:
    """What is asked where one of several things, or of several places, may be meant."""
    is_moved_clear = count == 1
    choices = [
        Choice(Move(*one.span, target.ms), _told(target.passage if is_moved_clear else one))
        for one, target in pairs[:MOST_LOOKED_AT]
    ]
    text = edit.before or edit.behind if is_moved_clear else quoted(edit.said)
    return EditError("several", choices, text=text, count=places if is_moved_clear else count)


def _told(passage: Passage | None) -> str:
    return passage.text if passage else ""

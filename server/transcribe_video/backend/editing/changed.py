"""What is different after an edit, as the wire tells it."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from transcribe_video.backend.editing.phrases import moves_told, removed
from transcribe_video.backend.editing.sentences import Sentences
from transcribe_video.backend.editor.applied import Applied, Taken
from transcribe_video.backend.editor.matching import BROUGHT_BACK
from transcribe_video.backend.editor.timeline import Timeline
from transcribe_video.conversation.editing import edit as edits
from transcribe_video.conversation.editing.edit import Range
from transcribe_video.timecode import seconds

Changes = list[dict[str, Any]]
"""``{kind, track, clip, from_s, to_s, text}``."""
_MOST = 20  # that are told one by one
_MAIN = 1  # the track of the clips
_KINDS: dict[type, str] = {
    edits.MuteWords: "volume",
    edits.Split: "split",
    edits.Move: "moved",
    edits.MoveWords: "moved",
    edits.ChangeTitle: "text",
    edits.RemoveTitle: "removed",
    edits.RemoveMusic: "removed",
    edits.MatchText: "moved",
    edits.CutFillers: "volume",
    edits.SetVolume: "volume",
    edits.SetSpeed: "retimed",
    edits.SetCaptions: "captions",
    edits.Fade: "fade",
    edits.SetLoudness: "loudness",
    edits.Reframe: "frame",
    edits.Resize: "frame",
}


def changes_made(
    edit: edits.TimelineEdit, before: Timeline, made: Applied, phrase: str, say: Sentences
) -> Changes:
    """What one edit changed: each part that was taken out or, of another edit, the phrase for it.

    Args:
        edit: as it was made: its times are those of ``before``.
        before: the timeline before it.
        made: what came of it.
        phrase: what it did, for a person.
        say: the language.
    """
    facts = dict(made.notes).get(BROUGHT_BACK)
    back = [_change("added", say(BROUGHT_BACK, **facts), None, None)] if facts else []
    moves = zip(made.moved, moves_told(made.moved, before, say), strict=True)
    moved = [_change("moved", text, None, one.part.span) for one, text in moves]
    if made.taken or back or moved:
        told = [*back, *moved, *_removed(before, made.taken[:_MOST], say)]
        return shortened(told, say, len(back) + len(moved) + len(made.taken))
    span = _span(edit, made)
    return [_change(_KINDS.get(type(edit), "added"), phrase, None, span)]


def is_taken_away(before: Mapping[str, Any], after: Mapping[str, Any]) -> bool:
    """Whether something is gone, or not where it was, and nothing came: clips, titles or music.

    Args:
        before: a timeline, in the wire's form.
        after: what an edit made of it.
    """
    was, now = ({track["id"]: track["sg"] for track in draft["t"]} for draft in (before, after))
    is_gone = any(len(now.get(name, ())) < len(was.get(name, ())) for name in ("titles", "music"))
    is_other = was.get("main") != now.get("main") and after["d"] <= before["d"]
    return is_gone or is_other


def changes_back(kind: str, phrase: str) -> Changes:
    """What is different after a step back or forward: the edits that the phrase names."""
    return [_change(kind, phrase, None, None)]


def shortened(changes: Changes, say: Sentences, count: int | None = None) -> Changes:
    """The changes, so few that they can be read; the last one counts the others.

    Args:
        changes: all of them, or the first.
        say: the language.
        count: how many there are in all; None are those that are given.
    """
    in_all = len(changes) if count is None else count
    if in_all <= _MOST:
        return changes
    rest = say("more", count=in_all - _MOST + 1)
    return [*changes[: _MOST - 1], _change(str(changes[-1]["kind"]), rest, None, None)]


def _removed(before: Timeline, gone: Sequence[Taken], say: Sentences) -> Iterator[dict[str, Any]]:
    for taken in gone:
        clip = next(
            (clip.name for at_ms, clip in before.places if taken.span[0] < at_ms + clip.d_ms), None
        )
        yield _change("removed", removed(taken, before, say), clip, taken.span)


def _span(edit: edits.TimelineEdit, made: Applied) -> Range | None:
    """The part of the timeline that an edit is about, where it is about one."""
    if isinstance(edit, edits.AddTitle | edits.ChangeTitle):
        title = made.timeline.titles[-1]
        return title.from_ms, title.to_ms
    if len(made.found) == 1 or isinstance(edit, edits.MoveWords):
        return made.found[0].span
    from_ms, to_ms = getattr(edit, "from_ms", None), getattr(edit, "to_ms", None)
    is_range = isinstance(edit, edits.SetVolume | edits.SetSpeed)
    return (from_ms, to_ms) if is_range and from_ms is not None and to_ms is not None else None


def _change(kind: str, text: str, clip: str | None, span: Range | None) -> dict[str, Any]:
    return {
        "kind": kind,
        "track": _MAIN if span else None,
        "clip": clip,
        "from_s": seconds(span[0]) if span else None,
        "to_s": seconds(span[1]) if span else None,
        "text": text,
    }

"""Titles on the picture."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from difflib import SequenceMatcher

from transcribe_video.backend.editor.applied import Applied, Doubt, Taken
from transcribe_video.backend.editor.cutting import within
from transcribe_video.backend.editor.finding import folded
from transcribe_video.backend.editor.project import Project
from transcribe_video.backend.editor.timeline import Timeline, Title, snapped
from transcribe_video.backend.editor.trouble import Choice, EditError
from transcribe_video.conversation.editing.defaults import TITLE_MS
from transcribe_video.conversation.editing.edit import (
    AddTitle,
    ChangeTitle,
    RemoveTitle,
    TimelineEdit,
)
from transcribe_video.wire.draft import Place

_LONGEST = 200  # letters
_NEAR = 0.6  # how alike what a person remembers of a title and the title are


def add_title(timeline: Timeline, edit: AddTitle, _project: Project) -> Applied:
    """Show a text for a while, in place of those that stand in the same place meanwhile."""
    if edit.is_the and timeline.titles:
        changed = ChangeTitle("", None, edit.from_ms, edit.duration_ms, edit.position)
        if any(folded(title.text) == folded(edit.text) for title in timeline.titles):
            return change_title(timeline, replace(changed, old=edit.text), _project)
        return change_title(timeline, replace(changed, text=edit.text), _project)
    length_ms = TITLE_MS if edit.duration_ms is None else edit.duration_ms
    return _shown(timeline, edit.text, edit.from_ms or 0, length_ms, edit.position or "bottom")


def change_title(timeline: Timeline, edit: ChangeTitle, _project: Project) -> Applied:
    """Let a title say something else, or stand at another time or place."""
    title, is_exact = _one(timeline, edit.old, lambda text: replace(edit, old=text))
    rest = replace(timeline, titles=tuple(one for one in timeline.titles if one is not title))
    length_ms = title.to_ms - title.from_ms if edit.duration_ms is None else edit.duration_ms
    latest_ms = max(0, timeline.d_ms - length_ms)
    made = _shown(
        rest,
        title.text if edit.text is None else edit.text,
        title.from_ms if edit.from_ms is None else min(edit.from_ms, latest_ms),
        length_ms,
        edit.position or title.position,
    )
    return replace(made, doubts=() if is_exact else ("near",))


def _shown(timeline: Timeline, text: str, from_ms: int, length_ms: int, place: Place) -> Applied:
    if len(text) > _LONGEST:
        raise EditError("long_title", count=len(text), most=_LONGEST)
    if not snapped(length_ms, timeline.rate):
        raise EditError("too_brief", shown_ms=length_ms)
    span = within(timeline, (from_ms, from_ms + length_ms))
    last_picture_ms = snapped(timeline.d_ms - 1, timeline.rate)
    if last_picture_ms >= timeline.d_ms:
        last_picture_ms = timeline.snapped(round(timeline.d_ms - 1000 / timeline.rate))
    first, last = min(timeline.snapped(span[0]), last_picture_ms), timeline.snapped(span[1])
    title = Title(text, first, max(last, first + 1), place)
    hidden = [other for other in timeline.titles if _is_in_one_place(other, title)]
    left = tuple(other for other in timeline.titles if other not in hidden)
    texts = "”, “".join(dict.fromkeys(" ".join(other.text.split()) for other in hidden))
    made = replace(timeline, titles=(*left, title))
    return Applied(made, notes=(("title_replaced", {"text": texts}),) if hidden else ())


def _one(
    timeline: Timeline, text: str, choice: Callable[[str], TimelineEdit]
) -> tuple[Title, bool]:
    """The one title that is meant, and whether it is exactly this one."""
    meant, is_exact = _meant(timeline.titles, text)
    _check_one(meant, text, choice)
    if len(meant) > 1:
        raise EditError("title_repeated", text=meant[0].text)
    return meant[0], is_exact


def _check_one(meant: Sequence[Title], text: str, choice: Callable[[str], TimelineEdit]) -> None:
    """Ask which is meant, where titles of several texts may be."""
    texts = list(dict.fromkeys(title.text for title in meant))
    if len(texts) > 1:
        choices = [Choice(choice(one)) for one in texts]
        raise EditError("several_titles" if text else "which_title", choices, text=text)


def _is_in_one_place(one: Title, other: Title) -> bool:
    is_together = one.from_ms < other.to_ms and other.from_ms < one.to_ms
    return is_together and one.position == other.position


def remove_title(timeline: Timeline, edit: RemoveTitle, _project: Project) -> Applied:
    """Take a title away, or every one."""
    meant, is_exact = _meant(timeline.titles, edit.text)
    if edit.text:
        _check_one(meant, edit.text, RemoveTitle)
    left = tuple(title for title in timeline.titles if title not in meant)
    gone = tuple(Taken((title.from_ms, title.to_ms), title.text) for title in meant)
    doubts: tuple[Doubt, ...] = () if is_exact else ("near",)
    return Applied(replace(timeline, titles=left), doubts=doubts, found=gone)


def _meant(titles: Sequence[Title], text: str) -> tuple[Sequence[Title], bool]:
    """The titles of this text, and whether it is exactly theirs; else those that come near."""
    if not titles:
        raise EditError("no_titles")
    wanted = folded(text)
    if not text:
        return titles, True
    exact = [title for title in titles if folded(title.text) == wanted]
    if exact:
        return exact, True
    near = [title for title in titles if _is_near(folded(title.text), wanted)]
    if not near:
        names = list(dict.fromkeys(title.text for title in titles))
        raise EditError("not_a_title", text=text, names=names)
    return near, False


def _is_near(text: str, wanted: str) -> bool:
    is_part = bool(wanted) and wanted in text
    return is_part or SequenceMatcher(None, text, wanted, autojunk=False).ratio() >= _NEAR

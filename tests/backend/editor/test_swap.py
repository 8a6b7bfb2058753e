"""Two ranges that are swapped exchange just their parts, wherever pictures begin in their clips."""

from fractions import Fraction

import pytest

from transcribe_video.backend.editor.applying import applied
from transcribe_video.backend.editor.moments import edits_after, marked, unmarked
from transcribe_video.backend.editor.pieces import rearranged
from transcribe_video.backend.editor.project import Project, Source
from transcribe_video.backend.editor.timeline import Clip, Timeline
from transcribe_video.conversation.editing import edit as edits

_PROJECT = Project((Source("m1", "talk.mp4", "video", 60_000),))


def _made(timeline: Timeline, *wanted: edits.TimelineEdit) -> Timeline:
    for edit in wanted:
        timeline = applied(timeline, edit, _PROJECT).timeline
    return timeline


def _swapped(before: Timeline, one: edits.Range, other: edits.Range) -> Timeline:
    """What two moves of one message make, of which each means the timeline as it was before."""
    start = marked(before)
    after = _made(start, edits.Move(*other, one[0]))
    return unmarked(_made(after, *edits_after(start, after, edits.Move(*one, other[1]))))


def _shown(timeline: Timeline) -> list[tuple[int, int]]:
    """When each clip begins, and where that is in its file, to a few milliseconds."""
    return [(at_ms, round(clip.from_ms, -1)) for at_ms, clip in timeline.places]


@pytest.mark.parametrize("move", [(30_000, 35_000, 3000), (2000, 4000, 20_000)])
@pytest.mark.parametrize("speed", [1.0, 1.5, 0.7])
@pytest.mark.parametrize("rate", [Fraction(25), Fraction(30000, 1001), Fraction(24000, 1001)])
def test_a_swap_after_a_change_of_speed_and_a_move_leaves_no_piece_behind(
    rate: Fraction, speed: float, move: tuple[int, int, int]
) -> None:
    whole = Timeline((Clip("m1", "talk.mp4", 0, 60_000),), rate)
    faster = edits.SetSpeed(2.0, 10_000, 20_000)
    before = _made(whole, faster, edits.SetSpeed(speed, 10_000, 15_000), edits.Move(*move))
    order = [(0, 5000), (20_000, 25_000), (10_000, 20_000), (5000, 10_000), (25_000, before.d_ms)]
    swapped = _swapped(before, (5000, 10_000), (20_000, 25_000))
    assert _shown(swapped) == _shown(rearranged(before, order))

"""A video whose clips were split and swapped shows all pictures of its recording, each once."""

from fractions import Fraction
from itertools import chain
from pathlib import Path
from typing import Any

import pytest

from media.preview.numbered import make_film, number_in
from media.render.reading import pictures
from media.render.renderer import Renderer, clip
from transcribe_video.backend.editor.applying import applied
from transcribe_video.backend.editor.moments import edits_after, marked
from transcribe_video.backend.editor.project import Project
from transcribe_video.backend.editor.timeline import Clip, Timeline
from transcribe_video.conversation.editing.edit import Cut, Move, Split, TimelineEdit
from transcribe_video.frame_rate import clip_bounds

_RATE = Fraction(30000, 1001)
_COUNT = 120
_TIMES = [round(number * 1000 / _RATE) for number in range(_COUNT)]
_OFTEN = {"x264-params": "keyint=15:min-keyint=15:scenecut=0:bframes=2"}
_LENGTH_MS = round(_COUNT * 1000 / _RATE)


def _made(timeline: Timeline, *edits: TimelineEdit) -> Timeline:
    for edit in edits:
        timeline = applied(timeline, edit, Project()).timeline
    return timeline


def _swapped(timeline: Timeline) -> Timeline:
    """The timeline, its first and its last clip swapped as a message does it."""
    start = now = marked(timeline)
    ends = Move(start.starts_ms[-1], start.d_ms, 0), Move(0, start.starts_ms[1], None)
    for edit in ends:
        now = _made(now, *edits_after(start, now, edit))
    return now


@pytest.mark.parametrize("suffix", ["mkv", "mp4"])
@pytest.mark.parametrize(
    ("method", "wishes"),
    [("smart render", {}), ("re-encode", {"frame": {"height": 126}})],
)
def test_swapped_clips_have_just_their_own_pictures(
    suffix: str, method: str, wishes: dict[str, Any], renderer: Renderer, tmp_path: Path
) -> None:
    film = make_film(tmp_path / f"film.{suffix}", _TIMES, options=_OFTEN, rate=_RATE)
    whole = Timeline((Clip("m1", film.name, 0, _LENGTH_MS + 9),), _RATE)
    swapped = _swapped(_made(whole, Split(600), Split(1900)))
    rows = range(57, _COUNT), range(18, 57), range(18)
    renderer_clips = [clip(film, one.from_ms, one.d_ms) for one in swapped.clips]
    done = renderer.run(*renderer_clips, **wishes).done
    assert done["method"]["name"] == method
    assert [number_in(one) for one in pictures(renderer.target)] == [*chain(*rows)]


def test_many_parts_have_just_their_own_pictures(renderer: Renderer, tmp_path: Path) -> None:
    film = make_film(tmp_path / "film.mkv", _TIMES, options=_OFTEN, rate=_RATE)
    whole = Timeline((Clip("m1", film.name, 0, _LENGTH_MS),), _RATE)
    cut = _made(whole, *(Cut(ms, ms + 60) for ms in range(3600, 0, -200)))
    kept = [
        range(*(round(ms * _RATE / 1000) for ms in (one.from_ms, one.to_ms))) for one in cut.clips
    ]
    assert clip_bounds((one.d_ms for one in cut.clips), _RATE)[-1] == sum(map(len, kept))
    renderer.run(*(clip(film, one.from_ms, one.d_ms) for one in cut.clips))
    assert [number_in(one) for one in pictures(renderer.target)] == [*chain(*kept)]

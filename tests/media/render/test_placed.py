"""All that is placed by time on a video lies where its clips do, however many follow each other."""

from fractions import Fraction
from itertools import pairwise
from pathlib import Path

import pytest

from transcribe_video.media.render.cut import Cut
from transcribe_video.media.render.cut_grid import stretches
from transcribe_video.media.render.footage import Footage
from transcribe_video.media.render.placed import placed
from transcribe_video.media.render.plan import ENCODE, Look, Melody, Method, Plan, Shot
from transcribe_video.media.render.request import Caption, Level, Span, Title, Word
from transcribe_video.media.render.size import Size

_RATE = Fraction(30)
_FOOTAGE = Footage(
    path=Path("/films/a.mp4"),
    bytes=1_000,
    demuxer="mov",
    container="MP4 or QuickTime",
    duration_ms=100_000,
    claimed_ms=100_000,
    picture=None,
    sound=None,
)
# Seven pictures and two thirds of a millisecond each: after 150 they are made up for.
_D_MS, _CLIPS = 234, 160
_FROM_MS, _FIRST_MS = 933, Fraction(2800, 3)


def _made(late_ms: int = 100, d_ms: int = 50) -> tuple[Plan, Cut]:
    """Everything there is lies so late in every clip, and lasts so long."""
    begins = range(0, _CLIPS * _D_MS, _D_MS)
    spans = [{"start_ms": ms + late_ms, "end_ms": ms + late_ms + d_ms} for ms in begins]
    captions = tuple(Caption(**span, text="x", words=(Word(**span, text="x"),)) for span in spans)
    levels = tuple(Level(**span, volume=0) for span in spans)
    plan = Plan(
        target=Path("/films/b.mp4"),
        method=Method(ENCODE, "so"),
        shots=tuple(Shot(_FOOTAGE, _FROM_MS, _D_MS) for _ in begins),
        size=Size(64, 64),
        rate=_RATE,
        channels=1,
        duration_ms=_CLIPS * _D_MS,
        captions=captions,
        language="und",
        notes=(),
        look=Look(
            titles=tuple(Title.model_validate({**span, "text": "x"}) for span in spans),
            burned=captions,
        ),
        music=(Melody(_FOOTAGE, 1, is_ducked=False, levels=levels),),
        speech=tuple(Span(**span) for span in spans),
    )
    lengths = stretches([_D_MS] * _CLIPS, _RATE)
    return plan, Cut(lengths, (_FIRST_MS,) * _CLIPS, _RATE)


def _times(spans: tuple[Span, ...]) -> list[tuple[int, int]]:
    return [(span.start_ms, span.end_ms) for span in spans]


def test_everything_moves_with_its_clip() -> None:
    plan, cut = _made()
    found = placed(plan, cut)
    begins_ms = [number * 1000 / cut.grid for number in cut.begins]
    late_ms = 100 + _FROM_MS - _FIRST_MS
    wanted = [(int(ms + late_ms), int(ms + late_ms + 50)) for ms in begins_ms]
    rows = zip(wanted, _times(plan.speech), strict=True)
    assert max(before[0] - after[0] for after, before in rows) > 90
    assert _times(found.captions) == wanted
    assert [_times(caption.words) for caption in found.captions] == [[span] for span in wanted]
    assert found.look.burned == found.captions
    assert _times(found.look.titles) == _times(found.music[0].levels) == wanted
    assert _times(found.speech) == wanted
    assert found.duration_ms == round(cut.frames * 1000 / _RATE)


def test_what_goes_on_over_the_cuts_still_does_so_and_ends_with_the_video() -> None:
    plan, cut = _made(late_ms=0, d_ms=_D_MS)
    found = _times(placed(plan, cut).captions)
    bounds = [int(number * 1000 / cut.grid) for number in (*cut.begins, cut.frames)]
    assert found == list(pairwise(bounds))


@pytest.mark.parametrize("late_ms", [180, 233])
def test_what_a_clip_has_lost_is_not_shown_in_the_next(late_ms: int) -> None:
    plan, cut = _made(late_ms, _D_MS - late_ms)
    ends = [int(number * 1000 / cut.grid) for number in (*cut.begins[1:], cut.frames)]
    found = placed(plan, cut).captions
    assert {caption.end_ms for caption in found} <= set(ends)
    assert all(caption.start_ms < caption.end_ms for caption in found)

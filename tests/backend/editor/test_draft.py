"""The draft of an edit, as docs/wire.md shows it."""

from fractions import Fraction

from transcribe_video.backend.editor.draft import draft_of_timeline, timeline_of_draft
from transcribe_video.backend.editor.timeline import (
    Captions,
    Clip,
    Fades,
    Frame,
    Level,
    Music,
    Timeline,
    Title,
)
from transcribe_video.wire.draft import Draft
from wire.golden import examples

_TIMELINE = Timeline(
    clips=(
        Clip("media_1", "interview.mov", 2000, 12_000),
        Clip("media_1", "interview.mov", 20_000, 30_000, speed=2.0, volume=0.5),
    ),
    rate=Fraction(30_000, 1001),
    titles=(Title("Urban Dreams", 0, 3000, "top"),),
    music=(Music("media_2", "lofi.mp3", 0.35, is_ducked=True, levels=(Level(2000, 4000, 0.5),)),),
    captions=Captions(is_on=True, size="large", color="yellow"),
    fades=Fades(1000, 0, 1000, 0),
    frame=Frame("9:16"),
    loudness_lufs=-14.0,
)
_PARTICULARS = {"title": "interview", "width": 1920, "height": 1080}


def test_it_is_sent_as_it_is_documented() -> None:
    [shown] = [
        found.payload["state"]["draft"]
        for found in examples()
        if found.title == "State" and found.payload["state"]["draft"]["m"].get("loudness_lufs")
    ]
    assert draft_of_timeline(_TIMELINE, _PARTICULARS, {"media_1"}) == shown
    assert timeline_of_draft(Draft.model_validate(shown)) == _TIMELINE


def test_one_that_is_not_ours_is_not_guessed_at() -> None:
    sent = Draft.model_validate(draft_of_timeline(_TIMELINE, _PARTICULARS, ()))
    for broken in (
        {"rate": "0/0"},
        {"rate": "1/0"},
        {"captions": {"size": "huge"}},
        {"captions": {"color": "beige"}},
        {"fades": 3},
    ):
        assert timeline_of_draft(sent.model_copy(update={"m": sent.m | broken})) is None
    assert timeline_of_draft(Draft.model_validate({"t": [], "d": 0, "m": {}})) is None

"""Whatever is cut, every format says the same, down to the frame, to readers that are not ours."""

from fractions import Fraction
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import fromstring

import opentimelineio as otio
from hypothesis import given, settings
from hypothesis import strategies as st

from handoff.sequences import OTHER_RATES, RATES, film
from transcribe_video.handoff.edl import write_edl
from transcribe_video.handoff.fcpxml import write_fcpxml
from transcribe_video.handoff.otio import write_otio
from transcribe_video.handoff.sequence import Clip, Media, Sequence
from transcribe_video.handoff.smpte import source_timecode

FILMS = ("one.mp4", "two & half.mov", "三.mkv")
cuts = st.lists(
    st.tuples(st.sampled_from(FILMS), st.integers(0, 1_000), st.integers(1, 300)),
    min_size=1,
    max_size=30,
)
clocks = st.sampled_from([None, "00:59:50:00", "10:00:00:10"])


def _ms(frame: int, rate: Fraction) -> int:
    return round(frame * 1000 / rate)


def _otio_rows(track: Any, begin: int) -> list[tuple[str, int, int]]:
    return [
        (
            clip.name,
            int(clip.source_range.start_time.value) - begin,
            int(clip.source_range.duration.value),
        )
        for clip in track
    ]


def _fcpxml_rows(sequence: Sequence, begin: int) -> list[tuple[str, int, int]]:
    root = fromstring(write_fcpxml(sequence))  # noqa: S314 - our own document
    rows, at = [], 0
    for clip in root.iter("asset-clip"):
        offset, start, d = (
            int(Fraction(clip.get(name, "").removesuffix("s")) * sequence.rate)
            for name in ("offset", "start", "duration")
        )
        assert offset == at
        rows.append((clip.get("name", ""), start - begin, d))
        at += d
    return rows


@settings(max_examples=60, deadline=None)
@given(cuts, st.sampled_from(RATES), clocks)
def test_all_formats_say_the_same_to_the_frame(
    wanted: list[tuple[str, int, int]], rate: Fraction, clock: str | None
) -> None:
    media = {name: film(rate, name, clock) for name in FILMS}
    clips = [Clip(media[name], _ms(first, rate), _ms(first + d, rate)) for name, first, d in wanted]
    made = Sequence("cut", rate, tuple(clips))
    begin = media[FILMS[0]].start.frame(rate)

    timeline = otio.adapters.read_from_string(write_otio(made).decode(), "otio_json")
    listed = otio.adapters.read_from_string(write_edl(made).decode(), "cmx_3600", rate=float(rate))
    assert _otio_rows(timeline.video_tracks()[0], begin) == wanted
    assert _otio_rows(listed.tracks[0], begin) == wanted
    assert _fcpxml_rows(made, begin) == wanted


@st.composite
def _mixed(draw: st.DrawFn) -> Sequence:
    """Files of any rates and lengths, each shown up to its end, or from its beginning, or whole."""
    clips = []
    for number in range(draw(st.integers(1, 4))):
        d_ms = draw(st.integers(1_000, 60_000))
        media = Media(
            Path(f"/films/{number}.mp4"),
            f"{number}.mp4",
            "video",
            d_ms,
            draw(st.sampled_from(OTHER_RATES)),
            start=source_timecode(draw(clocks)),
        )
        middle_ms = draw(st.integers(1, d_ms - 1))
        speed = draw(st.sampled_from([1.0, 1.0, 0.5, 1.25, 2.0]))
        parts = draw(st.sampled_from([[(0, d_ms)], [(0, middle_ms), (middle_ms, d_ms)]]))
        clips += [Clip(media, from_ms, to_ms, speed) for from_ms, to_ms in parts]
    return Sequence("mixed", draw(st.sampled_from(RATES)), tuple(clips))


@settings(max_examples=150, deadline=None)
@given(_mixed())
def test_no_clip_runs_out_of_its_file(made: Sequence) -> None:
    timeline = otio.adapters.read_from_string(write_otio(made).decode(), "otio_json")
    for clip in timeline.video_tracks()[0]:
        there = clip.media_reference.available_range
        speed = clip.effects[0].time_scalar if clip.effects else 1
        shown = round(clip.source_range.duration.value * speed)
        begin = clip.source_range.start_time
        assert there.start_time <= begin
        assert begin.value + max(1, shown) <= there.end_time_exclusive().value
    for begin, end, speed, (there_from, there_to) in _fcpxml_extents(made):
        assert there_from <= begin
        # The clock of a file that runs at another speed need not begin on a frame, and what is
        # shown of it is so many of the file's frames, to the nearest.
        most = there_to + (speed + Fraction(1, 2)) / made.rate
        assert end < most if speed != 1 else end <= there_to


def _fcpxml_extents(
    sequence: Sequence,
) -> list[tuple[Fraction, Fraction, Fraction, tuple[Fraction, Fraction]]]:
    """When each clip begins and ends in its file, how fast it runs, and when the file does."""
    root = fromstring(write_fcpxml(sequence))  # noqa: S314 - our own document
    assets = {asset.get("id"): asset for asset in root.iter("asset")}
    rows = []
    for clip in root.iter("asset-clip"):
        begin, end = _extent(clip)
        point = clip.find("timeMap/timept[last()]")
        speed = Fraction(1) if point is None else _s(point.get("value")) / _s(point.get("time"))
        rows.append((begin * speed, end * speed, speed, _extent(assets[clip.get("ref")])))
    return rows


def _extent(element: Any) -> tuple[Fraction, Fraction]:
    start = _s(element.get("start"))
    return start, start + _s(element.get("duration"))


def _s(text: str | None) -> Fraction:
    assert text is not None
    return Fraction(text.removesuffix("s"))

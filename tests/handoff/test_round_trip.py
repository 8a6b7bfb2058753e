"""Whatever is cut, every format says the same, down to the frame, to readers that are not ours."""

from fractions import Fraction
from typing import Any
from xml.etree.ElementTree import fromstring

import opentimelineio as otio
from hypothesis import given, settings
from hypothesis import strategies as st

from handoff.sequences import RATES, film
from transcribe_video.handoff.edl import write_edl
from transcribe_video.handoff.fcpxml import write_fcpxml
from transcribe_video.handoff.otio import write_otio
from transcribe_video.handoff.sequence import Clip, Sequence

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

import pytest

from handoff.sequences import rich
from transcribe_video.handoff.registry import TIMELINE_FORMATS, timeline_format


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("otio", "otio"),
        (".OTIO", "otio"),
        ("OpenTimelineIO", "otio"),
        ("fcpxml", "fcpxml"),
        ("Final Cut Pro", "fcpxml"),
        ("*.edl", "edl"),
        ("CMX 3600", "edl"),
        ("时间线", "otio"),
    ],
)
def test_a_format_is_known_by_its_names(name: str, expected: str) -> None:
    found = timeline_format(name)
    assert found is not None
    assert found.name == expected


@pytest.mark.parametrize("name", ["", "mp4", "srt", "aaf"])
def test_what_is_no_timeline_is_none(name: str) -> None:
    assert timeline_format(name) is None


def test_the_same_edit_is_always_the_same_file() -> None:
    for form in TIMELINE_FORMATS:
        assert form.write(rich()) == form.write(rich())

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from transcribe_video.conversation.timeline import timeline
from transcribe_video.wire.draft import Draft


def _line(*tracks: object) -> str:
    return timeline(Draft.model_validate({"t": list(tracks)}))


def test_the_documented_timeline_reads_as_documented() -> None:
    draft = {
        "t": [
            {"tt": 0, "sg": [{"d": 10_000, "m": {"title": "city timelapse"}}]},
            {"tt": 1, "sg": [{"d": 10_000, "m": {"name": "Lo-fi", "volume": 0.35}}]},
            {"tt": 7, "sg": [{"d": 3000, "m": {"text": "Urban Dreams"}}]},
        ]
    }
    assert timeline(Draft.model_validate(draft)) == (
        "Timeline (3 tracks): 1. Video: city timelapse (0-10s) 2. BGM: Lo-fi (0-10s, 35%) "
        '3. Title: "Urban Dreams" (0-3s)'
    )


@pytest.mark.parametrize(
    ("track", "line"),
    [
        ({"tt": 0, "sg": [{"d": 1500}, {"d": 500}]}, "Video: clip 1 (0-1.5s), clip 2 (1.5-2s)"),
        ({"tt": 4, "sg": [{"d": 1000, "name": "x"}]}, "Track (type 4): x (0-1s)"),
        ({"sg": [{"d": 1000}]}, "Track: clip 1 (0-1s)"),
        ({"tt": 0}, "Video: empty"),
        ({"tt": 0, "sg": None}, "Video: empty"),
        ({"tt": 0, "sg": [{}]}, "Video: clip 1"),
        ({"tt": 0, "d": 4000, "sg": [{}]}, "Video: clip 1 (0-4s)"),
        ({"tt": 1, "sg": [{"d": 1000, "vol": 80, "title": "a"}]}, "BGM: a (0-1s, 80%)"),
        ({"tt": 1, "sg": [{"d": 1000, "m": {"vol": 0}}]}, "BGM: clip 1 (0-1s, 0%)"),
        ({"tt": 1, "sg": [{"m": {"volume": 1}}]}, "BGM: clip 1 (100%)"),
        ({"tt": 0, "sg": [{"m": {"volume": 1.2}}]}, "Video: clip 1 (120%)"),
        ({"tt": 0, "sg": [{"m": {"media_id": "a", "volume": 10.0}}]}, "Video: clip 1 (1000%)"),
        ({"tt": 0, "sg": [{"m": {"media_id": "a", "volume": 0.02}}]}, "Video: clip 1 (2%)"),
        ({"tt": 1, "sg": [{"d": 1000, "m": {"volume": "loud"}}]}, "BGM: clip 1 (0-1s)"),
        ({"tt": 7, "sg": [{"d": 1000, "text": 'Say "hi"'}]}, "Title: \"Say 'hi'\" (0-1s)"),
        (
            {"tt": 7, "sg": [{"d": 2000, "m": {"kind": "captions", "name": "captions"}}]},
            "Title: captions (0-2s)",
        ),
        (
            {"tt": 0, "sg": [{"d": 1000, "m": {"at_ms": 5000, "name": "late"}}]},
            "Video: late (5-6s)",
        ),
        ({"tt": 1, "sg": [{"d": "10000", "m": {"volume": "0.35"}}]}, "BGM: clip 1 (0-10s, 35%)"),
        ({"tt": "1", "sg": [{"d": 1000, "vol": "35"}]}, "BGM: clip 1 (0-1s, 35%)"),
        ({"tt": 0, "sg": [{"d": "1500", "m": {"at_ms": "500"}}]}, "Video: clip 1 (0.5-2s)"),
        ({"tt": 0, "sg": [{"d": None, "m": None, "name": None, "vol": None}]}, "Video: clip 1"),
        (
            {"tt": None, "sg": [None, {"d": 1000, "m": {"title": None, "name": "x"}}]},
            "Track: x (0-1s)",
        ),
        ({"tt": "12", "m": 7, "z": [1], "sg": [{"d": 1000}]}, "Track (type 12): clip 1 (0-1s)"),
        ({"tt": -3, "sg": [{"d": "soon", "text": "a"}]}, "Track (type -3): a"),
        ({"tt": 0, "sg": [{"d": 3_723_450}]}, "Video: clip 1 (0-3723.45s)"),
        ({"tt": 0, "sg": [{"d": 1000, "m": {"name": "a\n\u202eb\x00"}}]}, "Video: a b (0-1s)"),
        ({"tt": 0, "sg": [{"d": 1000, "m": {"name": "x" * 90}}]}, f"Video: {'x' * 79}… (0-1s)"),
        ({"tt": 0, "sg": [{"d": 1000, "m": {"title": "", "name": 12}}]}, "Video: 12 (0-1s)"),
        (
            {"tt": 0, "sg": [{"d": 1000}] * 8},
            (
                "Video: clip 1 (0-1s), clip 2 (1-2s), clip 3 (2-3s), clip 4 (3-4s), clip 5 (4-5s), "
                "clip 6 (5-6s), and 2 more"
            ),
        ),
    ],
)
def test_a_track_is_read_as_far_as_it_can_be(track: object, line: str) -> None:
    assert _line(track) == f"Timeline (1 track): 1. {line}"


def test_clips_are_numbered_as_they_are_called_and_a_single_one_is_not() -> None:
    named = [{"d": 1000, "m": {"name": "a.mp4"}}, {"d": 500, "m": {"name": "b.mp4"}}]
    assert _line({"tt": 0, "sg": named}) == (
        "Timeline (1 track): 1. Video: clip 1 a.mp4 (0-1s), clip 2 b.mp4 (1-1.5s)"
    )
    assert _line({"tt": 0, "sg": named[:1]}) == "Timeline (1 track): 1. Video: a.mp4 (0-1s)"
    assert "clip" not in _line({"tt": 7, "sg": named})


def _captions(at_ms: int, d_ms: int, name: str = "captions (burned in)") -> dict[str, object]:
    return {"d": d_ms, "m": {"kind": "captions", "name": name, "at_ms": at_ms}}


def test_captions_that_follow_each_other_are_told_as_one() -> None:
    pieces = [_captions(0, 1000), _captions(1000, 500), _captions(1500, 500)]
    apart, other = _captions(4000, 1000), _captions(5000, 1000, "captions")
    assert _line({"tt": 7, "sg": [*pieces, apart, other]}) == (
        "Timeline (1 track): 1. Title: captions (burned in) (0-2s), captions (burned in) (4-5s), "
        "captions (5-6s)"
    )


def test_a_title_that_is_shown_twice_is_told_twice() -> None:
    clip = {"d": 1000, "m": {"text": "Hi"}}
    assert _line({"tt": 7, "sg": [clip, clip]}).endswith('Title: "Hi" (0-1s), "Hi" (1-2s)')


def test_an_empty_timeline_says_so() -> None:
    assert _line() == "Timeline (0 tracks): nothing is on it yet"


def test_of_many_tracks_the_first_are_named() -> None:
    line = _line(*[{"tt": 0}] * 14)

    assert line.startswith("Timeline (14 tracks): 1. Video: empty 2. Video: empty")
    assert line.endswith("12. Video: empty and 2 more")


_KEYS = ["t", "tt", "sg", "d", "m", "name", "vol"]
_json = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.sampled_from(_KEYS), inner),
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.dictionaries(st.sampled_from(["t", "d", "m", "x"]), _json))
def test_no_draft_is_too_strange_to_be_read(draft: dict[str, object]) -> None:
    assert timeline(Draft.model_validate(draft)).startswith("Timeline (")

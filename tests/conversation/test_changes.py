import copy

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from transcribe_video.conversation.changes import Change, changes_between
from transcribe_video.wire.draft import Draft


def _draft(*tracks: object, **more: object) -> Draft:
    return Draft.model_validate({"t": list(tracks), **more})


def _video(*clips: object) -> dict[str, object]:
    return {"tt": 0, "sg": list(clips)}


def _clip(name: str, seconds: float, **m: object) -> dict[str, object]:
    return {"d": seconds * 1000, "m": {"name": name, **m}}


def _texts(before: Draft | None, after: Draft | None) -> list[str]:
    return [change.text for change in changes_between(before, after)]


_CITY = _video(_clip("city.mp4", 10), _clip("river.mp4", 5))


def test_a_timeline_that_came_to_be_is_what_was_added() -> None:
    music = {"tt": 1, "sg": [_clip("Lo-fi", 10, volume=0.35)]}
    expected = (
        Change("added", 1, "city.mp4", 0, 10, "Added Video “city.mp4” (0-10s)"),
        Change("added", 1, "river.mp4", 10, 15, "Added Video “river.mp4” (10-15s)"),
        Change("added", 2, "Lo-fi", 0, 10, "Added BGM “Lo-fi” (0-10s, 35%)"),
    )
    assert changes_between(None, _draft(_CITY, music)) == expected
    assert changes_between(_draft(), _draft(_CITY, music)) == expected


def test_what_went_is_named_with_the_place_that_it_had() -> None:
    before, after = _draft(_CITY), _draft(_video(_clip("river.mp4", 5)))

    assert changes_between(before, after) == (
        Change("removed", 1, "city.mp4", 0, 10, "Removed Video “city.mp4” (was 0-10s)"),
    )
    assert _texts(before, None) == [
        "Removed Video “city.mp4” (was 0-10s)",
        "Removed Video “river.mp4” (was 10-15s)",
    ]


def test_a_clip_that_was_cut_is_shorter_and_those_behind_it_only_follow() -> None:
    before = _draft(_video(_clip("a", 10), _clip("b", 5), _clip("c", 5)))
    after = _draft(_video(_clip("a", 4), _clip("b", 5), _clip("c", 5)))

    assert changes_between(before, after) == (
        Change("retimed", 1, "a", 0, 4, "Video “a” lasts 4s now (was 10s)"),
    )


def test_a_piece_cut_out_of_the_middle_leaves_two_of_the_same_name() -> None:
    before = _draft(_video(_clip("a", 10)))
    after = _draft(_video(_clip("a", 4), _clip("a", 3, from_ms=7000)))

    assert _texts(before, after) == [
        "Video “a” lasts 4s now (was 10s)",
        "Added Video “a” (4-7s)",
    ]


def test_clips_that_changed_places_are_moved_as_few_as_explain_it() -> None:
    before = _draft(_video(_clip("a", 1), _clip("b", 1), _clip("c", 1)))
    after = _draft(_video(_clip("c", 1), _clip("a", 1), _clip("b", 1)))

    assert changes_between(before, after) == (
        Change("moved", 1, "c", 0, 1, "Moved Video “c” from 2s to 0s"),
    )


@pytest.mark.parametrize(
    ("before", "after", "text"),
    [
        ({"volume": 0.35}, {"volume": 0.2}, "BGM “song” plays at 20% now (was 35%)"),
        ({}, {"vol": 50}, "BGM “song” plays at 50% now (was 100%)"),
        ({"at_ms": 0}, {"at_ms": 30_000}, "Moved BGM “song” from 0s to 30s"),
        ({}, {"from_ms": 2000}, "BGM “song” shows another part of its file now"),
        ({"id": 4}, {"id": 4, "name": "hymn"}, "BGM “song” is called “hymn” now"),
    ],
)
def test_a_clip_tells_what_became_of_it(
    before: dict[str, object], after: dict[str, object], text: str
) -> None:
    old, new = ({"tt": 1, "sg": [_clip("song", 9)]} for _ in range(2))
    old["sg"][0]["m"].update(before)  # type: ignore[index]
    new["sg"][0]["m"].update(after)  # type: ignore[index]

    assert _texts(_draft(old), _draft(new)) == [text]


def test_a_title_that_reads_otherwise_is_the_same_title() -> None:
    before = _draft({"tt": 7, "sg": [{"d": 3000, "m": {"text": "Helo"}}]})
    after = _draft({"tt": 7, "sg": [{"d": 3000, "m": {"text": "Hello"}}]})

    assert changes_between(before, after) == (
        Change("text", 1, "Hello", 0, 3, "Title “Helo” reads “Hello” now"),
    )


def test_an_id_decides_which_clip_is_which_also_on_another_track() -> None:
    before = _draft(_video({"id": "x", **_clip("a", 2)}), _video({"id": "y", **_clip("a", 3)}))
    after = _draft(_video({"id": "y", **_clip("a", 3)}), _video({"id": "x", **_clip("a", 2)}))

    assert _texts(before, after) == [
        "Moved Video “a” to track 1 (0-3s)",
        "Moved Video “a” to track 2 (0-2s)",
    ]


def test_an_id_that_stands_there_twice_decides_nothing() -> None:
    before = _draft(_video({"id": 1, **_clip("a", 2)}, {"id": 1, **_clip("b", 2)}))
    after = _draft(_video({"id": 1, **_clip("b", 2)}, {"id": 2, **_clip("a", 2)}))

    assert _texts(before, after) == ["Moved Video “a” from 0s to 2s"]


def test_a_timeline_of_another_length_says_so_where_no_clip_does() -> None:
    assert changes_between(_draft(d=9000), _draft(d=8000)) == (
        Change("retimed", None, None, None, None, "The timeline lasts 8s now (was 9s)"),
    )
    assert _texts(_draft(_video(_clip("a", 9)), d=9000), _draft(_video(_clip("a", 8)), d=8000)) == [
        "Video “a” lasts 8s now (was 9s)"
    ]


def test_of_many_changes_the_last_counts_the_rest() -> None:
    found = _texts(None, _draft(_video(*[_clip(f"clip {n}", 1) for n in range(50_000)])))

    assert len(found) == 40
    assert found[38:] == ["Added Video “clip 38” (38-39s)", "And 49961 more changes"]


_KEYS = ["t", "tt", "sg", "d", "m", "name", "text", "vol", "id", "at_ms", "from_ms", "x"]
_json = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.sampled_from(_KEYS), inner),
)
_particulars = st.dictionaries(st.sampled_from(_KEYS), _json, max_size=4)
_clips = st.lists(
    _json | st.fixed_dictionaries({"d": _json, "m": _particulars, "id": _json}), max_size=4
)
_tracks = st.fixed_dictionaries({"tt": st.sampled_from([0, 1, 7, "7", 42]) | _json, "sg": _clips})
_drafts = st.fixed_dictionaries({"t": st.lists(_tracks | _json, max_size=3), "d": _json})
_patient = settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))


@_patient
@given(_drafts)
def test_equal_timelines_have_no_changes(draft: dict[str, object]) -> None:
    one, other = (Draft.model_validate(copy.deepcopy(draft)) for _ in range(2))

    assert changes_between(one, other) == ()


@_patient
@given(_drafts, _drafts)
def test_no_two_timelines_are_too_strange_to_be_compared(
    before: dict[str, object], after: dict[str, object]
) -> None:
    found = changes_between(Draft.model_validate(before), Draft.model_validate(after))

    assert len(found) <= 40
    for change in found:
        assert change.text.isprintable()
        assert len(change.text) < 300

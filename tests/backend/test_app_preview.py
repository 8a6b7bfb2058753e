"""Looking at an edit, asked of a backend that runs."""

from base64 import b64decode
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from backend.backend_process import BackendProcess
from backend.edited import edit, say
from media.preview.numbered import make_film, number_in, read
from media.render.reading import read_back
from transcribe_video.backend.editor.timeline import Captions, Frame, Timeline, Title

TIMES = [40 * number for number in range(250)]


@pytest.fixture(scope="module")
def film(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Ten seconds of numbered pictures."""
    return make_film(tmp_path_factory.mktemp("film") / "film.mp4", TIMES)


def _seen(backend: BackendProcess, session_id: str, **query: float) -> dict[str, Any]:
    seen = backend.get(f"/api/local/sessions/{session_id}/preview", **query)
    assert len(b64decode(seen["jpeg"])) <= 100_000
    return seen


def _numbers(seen: dict[str, Any]) -> list[int]:
    """The numbers of one picture, or of the two sides of a join."""
    pixels = read(b64decode(seen["jpeg"]))
    return [number_in(pixels[:, left : left + 320]) for left in range(0, pixels.shape[1], 328)]


def _reordered(timeline: Timeline) -> Timeline:
    """The 7th to 9th second, then the 2nd twice as fast, then the 4th."""
    [clip] = timeline.clips
    clips = (
        replace(clip, from_ms=7_000, to_ms=9_000),
        replace(clip, from_ms=2_000, to_ms=3_000, speed=2.0),
        replace(clip, from_ms=4_000, to_ms=5_000),
    )
    return replace(timeline, clips=clips, titles=(Title("Urban Dreams", 0, 1_000),))


def test_a_moment_of_an_unedited_project(backend: BackendProcess, film: Path) -> None:
    session_id, [media_id] = backend.named(film)
    seen = _seen(backend, session_id, at_s=4.0)
    assert _numbers(seen) == [100]
    assert {name: seen[name] for name in seen if name != "jpeg"} == {
        "session_id": session_id,
        "kind": "moment",
        "duration_s": 9.993,
        "joins": 0,
        "frames": [
            {
                "at_s": 4.0,
                "clip": 1,
                "media_id": media_id,
                "media_name": "film.mp4",
                "source_s": 4.0,
                "said": "",
                "titles": [],
            }
        ],
        "titles": [],
        "notes": [],
    }


def test_a_moment_of_the_edit_is_that_of_its_source(backend: BackendProcess, film: Path) -> None:
    session_id, [media_id] = backend.named(film)
    say(backend, media_id, 30)
    edit(backend, session_id, _reordered)
    seen = _seen(backend, session_id, at_s=2.2)
    assert _numbers(seen) == [60]
    [frame] = seen["frames"]
    assert (frame["clip"], frame["source_s"]) == (2, 2.4)
    # Two and a half seconds before and after, as they are heard now.
    assert frame["said"] == "w10 w11 w12 w13 w14 w20 w21 w22 w23 w24"
    titled = _seen(backend, session_id, at_s=0.5)
    assert titled["titles"] == ["Urban Dreams"]
    assert titled["notes"] == []


def test_titles_and_burned_captions_are_in_the_picture(
    backend: BackendProcess, tmp_path: Path
) -> None:
    grey = np.full((360, 640, 3), 90, np.uint8)
    path = make_film(tmp_path / "grey.mp4", TIMES, changed=lambda _pixels: grey)
    session_id, [media_id] = backend.named(path)
    say(backend, media_id, 49)
    captions = Captions(is_on=True, is_burned=True, position="top", size="large")
    edit(backend, session_id, lambda timeline: replace(_reordered(timeline), captions=captions))
    seen = _seen(backend, session_id, at_s=0.5)
    upper, *_, lower = read_back(read(b64decode(seen["jpeg"])))
    assert upper.text.startswith("w")
    assert lower.text == "Urban Dreams"
    assert upper.y < 0.3
    assert lower.y > 0.7


def test_a_join_shows_the_last_picture_before_and_the_first_after(
    backend: BackendProcess, film: Path
) -> None:
    session_id, [media_id] = backend.named(film)
    say(backend, media_id, 30)
    edit(backend, session_id, _reordered)
    first, second = (_seen(backend, session_id, join=join) for join in (1, 2))
    assert (_numbers(first), _numbers(second)) == ([224, 50], [74, 100])
    assert (first["join"], first["joins"]) == (1, 2)
    assert [frame["clip"] for frame in second["frames"]] == [2, 3]
    assert [frame["said"] for frame in second["frames"]] == [
        "w10 w11 w12 w13 w14",
        "w20 w21 w22 w23 w24",
    ]


def test_a_sheet_shows_all_of_the_edit(backend: BackendProcess, film: Path) -> None:
    session_id, [media_id] = backend.named(film)
    say(backend, media_id, 30)
    edit(backend, session_id, _reordered)
    seen = _seen(backend, session_id)
    assert seen["kind"] == "sheet"
    assert [frame["titles"] for frame in seen["frames"]] == [["Urban Dreams"]] * 2 + [[]] * 5
    said = [word for frame in seen["frames"] for word in frame["said"].split()]
    assert said == [f"w{number}" for number in (*range(10, 15), *range(20, 25))]
    assert [frame["clip"] for frame in seen["frames"]] == [1, 1, 1, 1, 2, 3, 3]
    assert read(b64decode(seen["jpeg"])).shape[0] > 128


def test_the_shape_of_the_edit_is_that_of_the_picture(backend: BackendProcess, film: Path) -> None:
    session_id, _ = backend.named(film)
    edit(backend, session_id, lambda timeline: replace(timeline, frame=Frame("9:16")))
    assert read(b64decode(_seen(backend, session_id, at_s=1)["jpeg"])).shape == (128, 72, 3)


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ({"join": 3}, "There is no join 3: the joins are 1 at 0:02, 2 at 0:02.5."),
        ({"join": 0}, "There is no join 0"),
        ({"at_s": "soon"}, "“at_s” is not a number"),
    ],
)
def test_what_is_not_there_is_said(
    backend: BackendProcess, film: Path, query: dict[str, str | int], said: str
) -> None:
    session_id, _ = backend.named(film)
    edit(backend, session_id, _reordered)
    answer = backend.http.get(f"/api/local/sessions/{session_id}/preview", params=query)
    assert answer.status_code == 400
    assert said in answer.json()["message"]


def test_an_empty_project_has_nothing_to_see(backend: BackendProcess) -> None:
    answer = backend.http.get(f"/api/local/sessions/{backend.session()}/preview")
    assert answer.status_code == 400
    assert answer.json()["message"].startswith("There is nothing to see")


def test_a_page_may_not_ask_for_it(backend: BackendProcess, film: Path) -> None:
    session_id, _ = backend.named(film)
    with backend.page(session_id) as page:
        assert page.get(f"/api/local/sessions/{session_id}/preview").status_code in {401, 403}

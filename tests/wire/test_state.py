"""State and draft, as PROTOCOL's sections 3 and 5 have them."""

import json

import pytest

from transcribe_video.wire.draft import Clip, Draft, Track
from transcribe_video.wire.render import Output, RenderRequest
from transcribe_video.wire.state import Project, State

# Unknown keys, nulls, an order of keys that is nobody's, a big integer, a float, a number as text.
DRAFT = json.loads(
    '{"zz": 1, "t": [{"sg": [{"extra": {"deep": [null, 1.0, 1e-7]}, "d": 9007199254740993, '
    '"m": {"volume": 0.30000000000000004, "title": "Ü"}}], "tt": 0, "id": "a", "d": null}], '
    '"d": 2.5, "a": null, "m": {"width": "1920"}}'
)


def test_the_draft_reaches_the_renderer_as_it_came() -> None:
    state = State.model_validate({"state": {"draft": DRAFT}})
    assert state.state is not None
    assert state.state.draft is not None

    request = RenderRequest(id="render_1", session_id="1", draft=state.state.draft)
    assert json.dumps(request.sent()["draft"]) == json.dumps(DRAFT)
    assert json.dumps(state.sent()) == json.dumps({"state": {"draft": DRAFT}})


@pytest.mark.parametrize(
    ("reply", "state"),
    [
        ({}, State()),
        ({"state": None}, State()),
        ({"state": {}}, State(state=Project())),
        ({"state": {"draft": None}}, State(state=Project())),
        (
            {
                "session_id": 1,
                "task_id": "task_1",
                "task_name": "project",
                "user_id": "me",
                "state": {
                    "draft": {"t": []},
                    "video_infos": [{"a": 1}],
                    "canvas_config": {"ratio": "9:16"},
                    "generated_media": {"any": "thing"},
                    "video_analyses": [],
                },
            },
            State(
                session_id="1",
                task_id="task_1",
                task_name="project",
                user_id="me",
                state=Project.model_validate(
                    {
                        "draft": {"t": []},
                        "video_infos": [{"a": 1}],
                        "canvas_config": {"ratio": "9:16"},
                        "generated_media": {"any": "thing"},
                        "video_analyses": [],
                    }
                ),
            ),
        ),
    ],
)
def test_a_fresh_session_may_hold_nothing(reply: object, state: State) -> None:
    assert State.model_validate(reply) == state


def test_a_draft_is_read_as_documented() -> None:
    draft = Project.model_validate({"draft": DRAFT}).timeline
    assert draft is not None
    [track] = draft.t
    [clip] = track.sg

    assert (draft.d, draft.m, draft.model_extra) == (2.5, {"width": "1920"}, {"zz": 1, "a": None})
    assert (track.tt, track.d, track.model_extra) == (0, None, {"id": "a"})
    assert clip.m == {"volume": 0.30000000000000004, "title": "Ü"}
    assert Project().timeline is None


@pytest.mark.parametrize(
    ("draft", "is_ready"),
    [
        ({}, False),
        ({"t": None}, False),
        ({"t": [{"tt": 0, "sg": []}]}, False),
        ({"t": [{"tt": 0, "sg": None}]}, False),
        ({"t": [{"tt": 0}, {"tt": 99, "sg": [{}]}]}, True),
    ],
)
def test_a_draft_is_ready_when_a_track_holds_a_clip(draft: object, *, is_ready: bool) -> None:
    assert Draft.model_validate(draft).is_ready is is_ready


@pytest.mark.parametrize(
    ("tt", "label"),
    [
        (0, "Video"),
        (1, "BGM"),
        (7, "Title"),
        (3, "Track (type 3)"),
        ("7", "Title"),
        (None, "Track"),
        ("video", "Track"),
        (True, "Track"),
        (1.5, "Track"),
        (10**400, "Track"),
    ],
)
def test_a_track_is_labelled_by_its_type(tt: object, label: str) -> None:
    assert Track.model_validate({"tt": tt}).label == label


@pytest.mark.parametrize(
    "draft",
    [
        {"t": "x", "d": "x", "m": "x"},
        {"t": [None, 1, "x", []]},
        {"t": [{"sg": [None, 1], "m": [], "d": float("inf"), "tt": {}}]},
        {"t": [{"sg": [{"d": float("nan"), "m": None}]}]},
        {"t": {"a": 1}, "d": True, "m": 1},
    ],
)
def test_what_cannot_be_read_in_a_draft_counts_as_absent(draft: object) -> None:
    read = Draft.model_validate(draft)

    assert (read.d, read.m) == (None, {})
    assert all(clip == Clip() for track in read.t for clip in track.sg)


def test_a_render_is_asked_for_with_the_one_key_that_is_camel_case() -> None:
    request = {
        "id": "render_1",
        "sessionId": "9223372036854775807",
        "draft": {"t": []},
        "output": {"format": "mp4", "quality": "high"},
    }
    assert RenderRequest.model_validate(request).sent() == request
    assert RenderRequest(
        id="render_1", session_id="9223372036854775807", draft={"t": []}
    ).sent() == (request)
    assert Output(media_id="m", captions="soft").sent() == {
        "format": "mp4",
        "quality": "high",
        "captions": "soft",
        "media_id": "m",
    }

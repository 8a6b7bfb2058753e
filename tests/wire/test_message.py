"""What holds for every message: unknown keys, ids, and absent fields."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from transcribe_video.wire.draft import Clip
from transcribe_video.wire.message import Message
from transcribe_video.wire.session import Session, SessionView
from transcribe_video.wire.state import State
from transcribe_video.wire.upload import UploadedFile
from wire.golden import MODELS

ABOVE_2_53 = 9_007_199_254_740_993
UNKNOWN: dict[str, object] = {
    "zz": None,
    "unknown": {"b": [1.0, None, {"a": ABOVE_2_53}], "a": "ü"},
    "anotherOne": [],
}


@pytest.mark.parametrize("name", MODELS)
def test_unknown_keys_survive_in_every_message(name: str) -> None:
    known = _least(name)
    sent = MODELS[name].model_validate({**UNKNOWN, **known}).sent()

    assert {key: sent[key] for key in UNKNOWN} == UNKNOWN
    assert json.dumps({key: sent[key] for key in UNKNOWN}) == json.dumps(UNKNOWN)


def _least(name: str) -> dict[str, object]:
    """The fields without which a message is none."""
    required = {
        info.alias or field: "1"
        for field, info in MODELS[name].model_fields.items()
        if info.is_required()
    }
    ready: dict[str, object] = {
        "draft": {},
        "new_message": {},
        "urls": [],
        "paths": [],
        "formats": [],
        "status": "running",
        "port": 1024,
        "pid": 1,
        "wire": 1,
        "secret": "s" * 32,
        "claim_token": "clm_1",
        "start_s": 0,
        "end_s": 1,
        "probability": 1,
    }
    return {key: ready.get(key, value) for key, value in required.items()}


def test_unknown_keys_survive_inside_lists_of_messages() -> None:
    view = {
        "session_id": "1",
        "media": [{"filename": "a", "later": None}],
        "jobs": [
            {"job_id": "1", "session_id": "1", "kind": "x", "status": "queued", "a": {"b": None}}
        ],
    }
    sent = SessionView.model_validate(view).sent()

    assert sent["media"] == [{"filename": "a", "file_type": "video", "notes": [], "later": None}]
    [job] = json.loads(json.dumps(sent["jobs"]))
    assert job["a"] == {"b": None}


@pytest.mark.parametrize(
    ("given", "session_id"),
    [
        ("9223372036854775807", "9223372036854775807"),
        (9_223_372_036_854_775_807, "9223372036854775807"),
        (ABOVE_2_53, "9007199254740993"),
        (json.loads("9007199254740993"), "9007199254740993"),
        ("007", "007"),
    ],
)
def test_an_id_is_text_whatever_it_was_sent_as(given: object, session_id: str) -> None:
    assert Session.model_validate({"session_id": given}).sent() == {"session_id": session_id}


@pytest.mark.parametrize("given", [None, "", "x" * 201, True, 1.5, [], {}])
def test_what_is_no_id_is_refused(given: object) -> None:
    with pytest.raises(ValidationError):
        Session.model_validate({"session_id": given})


def test_absent_fields_are_left_out() -> None:
    assert State().sent() == {}
    assert State.model_validate({"session_id": None, "state": None}).sent() == {}
    assert UploadedFile(filename="a").sent() == {"filename": "a", "file_type": "video", "notes": []}


def test_a_message_sends_what_json_can_hold() -> None:
    message = Clip(d=1.5, m={"name": "a", "at_ms": 10**20})

    assert json.loads(json.dumps(message.sent())) == {"d": 1.5, "m": {"name": "a", "at_ms": 10**20}}


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
        lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
        max_leaves=8,
    )
)
def test_whatever_an_unknown_key_holds_comes_back(value: object) -> None:
    sent = Message.model_validate({"key of another version": value}).sent()

    assert json.dumps(sent) == json.dumps({"key of another version": value})

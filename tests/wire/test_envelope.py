"""The four forms of a reply, as PROTOCOL's section 2 has them."""

import pytest

from transcribe_video.errors import TooLargeError
from transcribe_video.wire.envelope import Refusal, code_in, opened, success
from transcribe_video.wire.failure import described, failure

DATA = {"session_id": "1", "task_id": "task_1"}


@pytest.mark.parametrize(
    ("status", "body", "content"),
    [
        (200, {"code": 0, "data": DATA}, DATA),
        (200, {"code": 0, "message": "ok", "data": DATA}, DATA),
        (200, {"code": "0", "data": DATA}, DATA),
        (200, {"success": True, "data": DATA}, DATA),
        (200, DATA, DATA),
        (201, DATA, DATA),
        (500, {"code": 0, "data": DATA}, DATA),
        (200, {"code": 0, "data": [1]}, {"data": [1]}),
        (200, {"code": 0, "data": None}, {}),
        (
            200,
            {"code": 0, "message": "ok", "status": "done", "data": DATA},
            {"status": "done", **DATA},
        ),
        (200, {"success": True, "status": "done", "data": None}, {"status": "done"}),
        (200, {"code": 0, "status": "a", "data": {"status": "b"}}, {"status": "b"}),
        (200, {"code": True, **DATA}, {"code": True, **DATA}),
        (200, {}, {}),
    ],
)
def test_the_content_of_a_reply_is_found_in_whichever_form(
    status: int, body: object, content: object
) -> None:
    assert opened(status, body) == content


@pytest.mark.parametrize(
    ("status", "body", "refusal"),
    [
        (200, {"code": 1001, "message": "bad token"}, Refusal(200, 1001, "bad token")),
        (200, {"code": "1001", "message": "bad token"}, Refusal(200, 1001, "bad token")),
        (200, {"code": " 2001 ", "data": None}, Refusal(200, 2001, "no reason was given")),
        (200, {"code": -1, "message": ""}, Refusal(200, -1, "no reason was given")),
        (200, {"success": False, "error": "no"}, Refusal(200, None, "no", "no")),
        (
            200,
            {"success": False, "error": {"code": 4001, "message": "no"}},
            Refusal(200, 4001, "no", {"code": 4001, "message": "no"}),
        ),
        (404, {"detail": "Session not found"}, Refusal(404, None, "Session not found")),
        (200, {"detail": "x"}, Refusal(200, None, "x")),
        (
            422,
            {"detail": [{"loc": ["body"], "msg": "a", "type": "b"}, {"msg": "c"}, "d", [1], {}]},
            Refusal(422, None, "a; c; d"),
        ),
        (401, {"detail": {"code": 1001, "message": "bad"}}, Refusal(401, 1001, "bad")),
        (401, {"detail": {"msg": "bad"}}, Refusal(401, None, "bad")),
        (
            403,
            {"detail": {"scope": "render"}},
            Refusal(403, None, "no reason was given", scope="render"),
        ),
        (
            403,
            {"success": False, "error": {"message": "no", "missing_scopes": ["a", "b", 3]}},
            Refusal(
                403, None, "no", {"message": "no", "missing_scopes": ["a", "b", 3]}, scope="a; b"
            ),
        ),
        (422, {"detail": []}, Refusal(422, None, "no reason was given")),
        (500, {"anything": 1}, Refusal(500, None, "no reason was given")),
        (200, {"code": "--1", "success": False}, Refusal(200, None, "no reason was given")),
        (500, {"code": "9" * 5000}, Refusal(500, None, "no reason was given")),
        (200, [], Refusal(200, None, "the answer is not a JSON object")),
        (200, "text", Refusal(200, None, "the answer is not a JSON object")),
        (502, None, Refusal(502, None, "the answer is not a JSON object")),
    ],
)
def test_a_failure_is_told_from_an_answer(status: int, body: object, refusal: Refusal) -> None:
    assert opened(status, body) == refusal


def test_our_own_envelope_is_opened() -> None:
    assert opened(200, success(DATA)) == DATA


def test_our_own_error_comes_with_the_refusal() -> None:
    error = TooLargeError("“a” cannot be sent", "it is too large", "Name it by its path")

    assert opened(413, failure(error)) == Refusal(
        413,
        4002,
        "“a” cannot be sent: it is too large. Name it by its path.",
        described(error),
    )


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ({"code": 1001}, 1001),
        ({"code": "1001"}, 1001),
        ({"code": True}, None),
        ({"code": 1.5}, None),
        ({"code": "e1001"}, None),
        ({"detail": {"code": "1002"}}, 1002),
        ({"code": 0, "detail": {"code": 1002}}, 0),
        ({"detail": {"code": 0}}, None),
        ({}, None),
    ],
)
def test_a_code_counts_as_a_number_and_as_text(body: dict[str, object], code: int | None) -> None:
    assert code_in(body) == code

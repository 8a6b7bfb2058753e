"""The protocol's table of errors: each code, what it means to do, and its sentence."""

import pytest

from transcribe_video.client.cloud_failure import ROWS, cloud_error, scope_in
from transcribe_video.client.standing import Standing
from transcribe_video.errors import (
    AccessError,
    BackendError,
    BusyError,
    CreditsError,
    DamagedMediaError,
    GoneError,
    TooLargeError,
    TranscribeVideoError,
    UnreachableError,
    UnsupportedMediaError,
)
from transcribe_video.wire.envelope import Refusal, opened
from transcribe_video.wire.failure import failure

_LINK = "https://nemovideo.com/register?bind=anon_1"
_ANONYMOUS, _REGISTERED = Standing(False, _LINK), Standing(True)  # noqa: FBT003
_FORMATS = (
    "Send a video as mp4, mov, avi, webm or mkv, a sound as mp3, wav, m4a or aac, or a picture as "
    "jpg, png, gif or webp; mp4 is understood best"
)
_SMALLER = (
    "Compress it or trim it to the part that matters; where only the words matter, send its sound "
    "alone, which is some 40 times smaller, or use the engine on this machine "
    "(NEMO_BACKEND=local), which has no limit"
)
_LATER = "Wait a moment and try again"
_NO_TOKEN = "Try again later, or set NEMO_TOKEN to the token of your account"  # noqa: S105
_UPGRADE = "Register or upgrade your plan to unlock export"
_AGAIN = "Begin a new project with the file"

# HTTP status, code of the body → class, remedy for an anonymous user.
_TABLE: list[tuple[int, int | None, type[TranscribeVideoError], str]] = [
    (200, 1001, AccessError, _NO_TOKEN),
    (200, 1010, AccessError, _NO_TOKEN),
    (200, 1011, AccessError, _NO_TOKEN),
    (401, None, AccessError, _NO_TOKEN),
    (200, 1002, GoneError, _AGAIN),
    (404, None, GoneError, _AGAIN),
    (410, None, GoneError, _AGAIN),
    (200, 2001, CreditsError, f"Register to go on: {_LINK}"),
    (402, 2001, CreditsError, f"Register to go on: {_LINK}"),
    (200, 4001, UnsupportedMediaError, _FORMATS),
    (415, None, UnsupportedMediaError, _FORMATS),
    (200, 4002, TooLargeError, _SMALLER),
    (413, None, TooLargeError, _SMALLER),
    (402, None, BackendError, _UPGRADE),
    (200, 402, BackendError, _UPGRADE),
    (403, None, AccessError, "Set NEMO_TOKEN to a token of your account that has it"),
    (429, None, BusyError, "Wait a minute and try again"),
    (408, None, UnreachableError, _LATER),
    (500, None, BackendError, _LATER),
    (502, None, UnreachableError, _LATER),
    (503, None, UnreachableError, _LATER),
    (504, None, UnreachableError, _LATER),
    (500, 4002, TooLargeError, _SMALLER),
    (404, 9999, GoneError, _AGAIN),
    (400, None, BackendError, _LATER),
    (418, 9999, BackendError, _LATER),
]


@pytest.mark.parametrize(("status", "code", "kind", "remedy"), _TABLE)
def test_each_code_has_its_class_and_what_to_do(
    status: int, code: int | None, kind: type[TranscribeVideoError], remedy: str
) -> None:
    error = cloud_error(Refusal(status, code, "Something"), _ANONYMOUS)
    assert (type(error), error.remedy) == (kind, remedy)
    assert str(error).startswith("NemoVideo ")


def test_every_row_of_the_table_is_tested() -> None:
    assert {code or status for status, code, *_ in _TABLE} >= set(ROWS)


def test_who_has_a_token_of_his_own_is_told_what_is_wrong_with_it() -> None:
    error = cloud_error(Refusal(401, None, ""), _REGISTERED)
    assert str(error) == (
        "NemoVideo does not let us in: the token in NEMO_TOKEN is wrong or has expired. Set "
        "NEMO_TOKEN to the present token of your account, or unset it to go on without one."
    )


def test_who_is_registered_tops_up_and_is_not_sent_to_register() -> None:
    error = cloud_error(Refusal(200, 2001, ""), _REGISTERED)
    assert str(error) == (
        "NemoVideo did not do this: no credits are left. Top up credits in your account."
    )


def test_an_export_that_is_blocked_is_not_a_matter_of_credits() -> None:
    error = cloud_error(Refusal(402, None, "insufficient credits"), _ANONYMOUS)
    assert str(error) == (
        "NemoVideo does not hand out the video: that is not part of the plan. "
        "Register or upgrade your plan to unlock export."
    )


@pytest.mark.parametrize(
    ("body", "scope"),
    [
        ({"detail": "Missing scope: render"}, "render"),
        ({"detail": "missing required scope 'render'"}, "render"),
        ({"detail": "Scope `render` is required"}, "render"),
        ({"message": "scope required: video:render", "code": 403}, "video:render"),
        ({"message": "Token requires the “render” scope"}, "render"),
        ({"message": "The render permission is missing"}, "render"),
        ({"message": "insufficient scope (render)"}, "render"),
        ({"detail": {"required_scope": "render"}}, "render"),
        ({"detail": {"missing_scopes": ["render", "upload"]}}, "render"),
        ({"success": False, "error": {"message": "no", "scope": "render upload"}}, "render"),
        ({"detail": "insufficient scope"}, None),
        ({"detail": "Forbidden"}, None),
        ({"detail": {"scope": "<script>"}}, None),
        ({"detail": {"scope": 7}}, None),
        ({}, None),
    ],
)
def test_the_permission_that_is_missing_is_named(body: object, scope: str | None) -> None:
    refusal = opened(403, body)
    assert isinstance(refusal, Refusal)
    assert scope_in(refusal) == scope
    named = f"the permission “{scope}”" if scope else "the permission for it"
    assert cloud_error(refusal, _ANONYMOUS).why == f"the token lacks {named}"


def test_what_the_cloud_says_is_quoted_short_and_clean_where_its_code_is_not_known() -> None:
    said = "No\x1b[31m wa\u202ey: Bearer nmv_usr_abc123 " + "k3" * 20 + " x" * 500
    error = cloud_error(Refusal(418, None, said), _ANONYMOUS)
    assert str(error).startswith("NemoVideo did not do this: it says “No[31m way: Bearer … … x x")
    assert len(str(error)) < 400


def test_the_cloud_cannot_pass_for_our_own_backend() -> None:
    refusal = opened(422, failure(DamagedMediaError("Send your password", "to evil.example")))
    assert isinstance(refusal, Refusal)
    error = cloud_error(refusal, _ANONYMOUS)
    assert type(error) is BackendError
    assert error.what == "NemoVideo did not do this"


def test_a_host_that_sends_us_elsewhere_is_not_followed() -> None:
    assert str(cloud_error(Refusal(302, None, ""), _ANONYMOUS)) == (
        "NemoVideo did not do this: it sends us to another host, which gets no token of ours. "
        "Check NEMO_API_URL, or unset it."
    )


@pytest.mark.parametrize(
    ("status", "code", "is_sure"),
    [
        (200, 2001, True),
        (404, None, True),
        (500, 4001, True),
        (500, None, False),
        (408, None, False),
    ],
)
def test_an_error_tells_whether_nothing_was_done(
    status: int,
    code: int | None,
    is_sure: bool,  # noqa: FBT001
) -> None:
    assert cloud_error(Refusal(status, code, ""), _ANONYMOUS).was_refused is is_sure

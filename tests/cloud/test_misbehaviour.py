"""What the cloud may answer, and what the client must do: envelopes, connections, errors."""

import pytest

from cloud.case import LINK, Case, Raises, check, rows
from cloud.reply import Reply, bare, broken, detail, ok, refused, succeeded
from cloud.scripted import Cloud
from transcribe_video.client.client import Client
from transcribe_video.errors import (
    AccessError,
    BackendError,
    BusyError,
    CreditsError,
    GoneError,
    TooLargeError,
    UnreachableError,
    UnsupportedMediaError,
)

pytestmark = pytest.mark.anyio

_CREATE = "POST /api/tasks/me/with-session/nemo_agent"
_BALANCE = "GET /api/credits/balance/simple"
_SESSION = {"task_id": "task_1", "session_id": "9223372036854775807", "user_id": "anon_1"}
_AMOUNTS = {"available": 90, "frozen": 0, "total": 90}
_UNUSABLE = Raises(BackendError, "cannot be used")
_MISSING = [{"loc": ["body", "language"], "msg": "Field required", "type": "missing"}]
_HUGE = Reply(chunks=((0.0, b" " * (1 << 20)),) * 65)


async def _session(client: Client) -> object:
    """Something that must not be asked twice."""
    made = await client.open_session("en")
    return made.session_id, made.task_id, made.user_id


async def _available(client: Client) -> object:
    """Something that may be asked again and again."""
    return (await client.balance()).available


_MADE = ("9223372036854775807", "task_1", "anon_1")


def _created(name: str, reply: Reply, outcome: object) -> Case:
    return Case(name, _CREATE, (reply,), _session, outcome)


def _asked(name: str, replies: tuple[Reply, ...], outcome: object, times: int = 1) -> Case:
    return Case(name, _BALANCE, replies, _available, outcome, times)


@rows(
    _created("A", ok(_SESSION), _MADE),
    _created("A with a message", ok(_SESSION, message="success"), _MADE),
    _created("A whose code is text", bare({"code": "0", "data": _SESSION}), _MADE),
    _created("A with HTTP 201", bare({"code": 0, "data": _SESSION}, 201), _MADE),
    _created("A whose code beats HTTP 500", bare({"code": 0, "data": _SESSION}, 500), _MADE),
    _created("B", succeeded(_SESSION), _MADE),
    _created("B with a null error", succeeded(_SESSION, error=None), _MADE),
    _created("C", bare(_SESSION), _MADE),
    _created("C with ids as numbers", bare(_SESSION | {"session_id": 2**63 - 1}), _MADE),
    _created("C without a user", bare({"session_id": "1"}), ("1", None, None)),
)
async def test_content_is_found_in_each_envelope(case: Case, cloud: Cloud) -> None:
    await check(case, cloud)


@rows(
    _created("A with a code that nobody knows", refused(7777, "Odd."), Raises(BackendError, "Odd")),
    _created("A whose code is text", refused("1002"), Raises(GoneError, "its draft has gone")),
    _created("A without a word", bare({"code": 7777}), Raises(BackendError, "NemoVideo")),
    _created("A whose code beats HTTP 200", refused(4002), Raises(TooLargeError)),
    _created("A whose code beats HTTP 404", refused(2001, status=404), Raises(CreditsError)),
    _created("B", bare({"success": False, "error": "No."}), Raises(BackendError, "No")),
    _created("B with data", bare({"success": False, "data": _SESSION}), Raises(BackendError)),
    _created(
        "B whose error holds a code",
        bare({"success": False, "error": {"code": "2001", "message": "No."}}),
        Raises(CreditsError),
    ),
    _created("C with HTTP 400", bare({"anything": 1}, 400), Raises(BackendError)),
    _created("D, a sentence", detail("Not today", 400), Raises(BackendError, "Not today")),
    _created("D, a list", detail(_MISSING, 422), Raises(BackendError, "Field required")),
    _created("D, an empty list", detail([], 422), Raises(BackendError)),
    _created("D, an object", detail({"msg": "Not today"}, 422), Raises(BackendError, "Not today")),
    _created("D, an object with a code", detail({"code": 2001}, 400), Raises(CreditsError)),
    _created("D with HTTP 200", detail("Not today", 200), Raises(BackendError, "Not today")),
)
async def test_a_failure_is_found_in_each_envelope(case: Case, cloud: Cloud) -> None:
    await check(case, cloud)


@rows(
    _created("a page with HTTP 200", Reply(200, "<html>Hello</html>"), _UNUSABLE),
    _created("a page with HTTP 404", Reply(404, "<html>Hello</html>"), Raises(GoneError)),
    _created("a page with HTTP 400", Reply(400, "<html>Hello</html>"), Raises(BackendError)),
    _created("nothing with HTTP 200", Reply(200, b""), _UNUSABLE),
    _created("nothing with HTTP 204", Reply(204, b""), _UNUSABLE),
    _created("nothing with HTTP 401", Reply(401, b""), Raises(AccessError)),
    _created("a list", bare([_SESSION]), _UNUSABLE),
    _created("null", bare(None), _UNUSABLE),
    _created("a number", bare(1), _UNUSABLE),
    _created("data that is null", ok(None), _UNUSABLE),
    _created("data that is a list", ok([_SESSION]), _UNUSABLE),
    _created("data without a session", ok({"task_id": "task_1"}), _UNUSABLE),
    _created("a session that is null", ok({"session_id": None}), _UNUSABLE),
    _created("half of it", Reply(200, b'{"code": 0, "data": {"session_'), _UNUSABLE),
    _created("no text", Reply(200, b"\xff\xfe\x00"), _UNUSABLE),
    _created("a hundred thousand brackets", Reply(200, b"[" * 100_000), _UNUSABLE),
    _created("more than anything is large", _HUGE, _UNUSABLE),
)
async def test_what_is_no_answer_is_said_to_be_none(case: Case, cloud: Cloud) -> None:
    await check(case, cloud)


_BROKE_OFF = Raises(UnreachableError, "whether this was done is not known")


@rows(
    _created("before the body was read", broken("early"), _BROKE_OFF),
    _created("before the answer", broken("silent"), _BROKE_OFF),
    _created("before the answer, when it is done", broken("silent", is_done=True), _BROKE_OFF),
    _created("in the head", broken("head"), _BROKE_OFF),
    _created("in the body", broken("body"), _BROKE_OFF),
    _created("a fault of theirs", Reply(502, b""), Raises(UnreachableError, "trouble of its own")),
)
async def test_what_must_not_be_done_twice_is_asked_once(case: Case, cloud: Cloud) -> None:
    await check(case, cloud)


_GIVEN = ok(_AMOUNTS)


@rows(
    _asked("broken before the answer", (broken("silent"), _GIVEN), 90, times=2),
    _asked("broken in the head", (broken("head"), _GIVEN), 90, times=2),
    _asked("broken in the body", (broken("body"), _GIVEN), 90, times=2),
    _asked("broken twice", (broken(), broken(), _GIVEN), 90, times=3),
    _asked("broken each time", (broken(),) * 3, Raises(UnreachableError, "breaks off"), times=3),
    _asked("500", (bare({}, 500), _GIVEN), 90, times=2),
    _asked("502 without a body", (Reply(502, b""), _GIVEN), 90, times=2),
    _asked("503 and a page", (Reply(503, "<html>"), _GIVEN), 90, times=2),
    _asked("504", (detail("Gateway timeout", 504), _GIVEN), 90, times=2),
    _asked("408", (detail("Timeout", 408), _GIVEN), 90, times=2),
    _asked("503 each time", (Reply(503, b""),) * 3, Raises(UnreachableError), times=3),
    _asked("500 each time", (bare({}, 500),) * 3, Raises(BackendError), times=3),
    _asked("429", (detail("Slow down", 429), _GIVEN), 90, times=2),
    _asked("429 that says when", (detail("Slow", 429, retry_after="0"), _GIVEN), 90, times=2),
    _asked("429 as a code", (refused(429), _GIVEN), 90, times=2),
    _asked("429 twice", (detail("Slow down", 429),) * 2, Raises(BusyError), times=2),
    _asked("429 for a day", (detail("", 429, retry_after="86400"),), Raises(BusyError)),
)
async def test_what_may_be_asked_again_is_asked_again(case: Case, cloud: Cloud) -> None:
    await check(case, cloud)


@rows(
    _created("1001", refused(1001), Raises(AccessError)),
    _created("1001 as text", refused("1001"), Raises(AccessError)),
    _created("1010", refused(1010), Raises(AccessError)),
    _created("1011", refused(1011), Raises(AccessError)),
    _created("HTTP 401", detail("Unauthorized", 401), Raises(AccessError)),
    _created("1002", refused(1002), Raises(GoneError, "Begin a new project")),
    _created("HTTP 404", detail("Session not found", 404), Raises(GoneError, "its draft has gone")),
    _created("2001", refused(2001), Raises(CreditsError, LINK)),
    _created("2001 with HTTP 402", refused(2001, status=402), Raises(CreditsError, LINK)),
    _created("4001", refused(4001), Raises(UnsupportedMediaError, "mp4, mov, avi, webm or mkv")),
    _created("HTTP 415", detail("", 415), Raises(UnsupportedMediaError)),
    _created("4002", refused(4002), Raises(TooLargeError, "Compress it or trim it")),
    _created("HTTP 413 from a proxy", Reply(413, "<html>"), Raises(TooLargeError)),
    _created(
        "HTTP 402",
        detail("Payment required", 402),
        Raises(BackendError, "Register or upgrade your plan to unlock export."),
    ),
    _created("HTTP 403", detail("Missing scope: render", 403), Raises(AccessError, "“render”")),
    _created("HTTP 403 without a word", Reply(403, b""), Raises(AccessError, "permission")),
)
async def test_each_code_has_its_error(case: Case, cloud: Cloud) -> None:
    await check(case, cloud)

"""What each endpoint of the cloud may answer, and what the client must make of it."""

import json

import pytest

from cloud.case import SKILL, Case, Raises, check, rows, talking
from cloud.reply import Reply, bare, detail, ok, refused, succeeded
from cloud.scripted import Cloud
from transcribe_video.client.call import post
from transcribe_video.client.client import Client
from transcribe_video.errors import (
    BackendError,
    GoneError,
    UnreachableError,
    UnsupportedMediaError,
)
from transcribe_video.wire.balance import Balance
from transcribe_video.wire.render import RENDER, RenderRequest
from transcribe_video.wire.state import Project, State
from transcribe_video.wire.upload import UploadedFile, UploadReply

pytestmark = pytest.mark.anyio

_SID = "9223372036854775807"
_FILE = {"filename": "a.mp4", "file_type": "video", "duration": 10.5, "width": 640, "height": 360}
_URL = {"cdn_url": "https://cdn.example/a.mp4"}
_SENT = UploadedFile.model_validate(_FILE | _URL)


async def _uploaded(client: Client) -> object:
    return await client.upload_urls(_SID, ["https://example.org/a.mp4"])


def _upload(name: str, reply: Reply, outcome: object) -> Case:
    return Case(name, "POST /api/upload-video/*", (reply,), _uploaded, outcome)


@rows(
    _upload("files", ok({"files": [_FILE | _URL]}), UploadReply(files=[_SENT])),
    _upload("uploaded_files", ok({"uploaded_files": [_FILE | _URL]}), UploadReply(files=[_SENT])),
    _upload(
        "url for cdn_url",
        ok({"files": [_FILE | {"url": "https://cdn.example/a.mp4"}]}),
        UploadReply(files=[_SENT]),
    ),
    _upload("at top level", bare({"uploaded_files": [_FILE | _URL]}), UploadReply(files=[_SENT])),
    _upload(
        "session_state_applied false",
        succeeded({"files": [_FILE | _URL], "session_state_applied": False}),
        UploadReply(files=[_SENT], session_state_applied=False),
    ),
    _upload(
        "particulars and keys that nobody knows",
        ok({"files": [_FILE | _URL | {"fps": 29.97, "hash": "abc", "bitrate": 9}], "took": 3}),
        UploadReply.model_validate(
            {"files": [_FILE | _URL | {"fps": 29.97, "hash": "abc", "bitrate": 9}], "took": 3}
        ),
    ),
    _upload("no files", ok({"files": []}), UploadReply()),
    _upload("files that are no list", ok({"files": "a.mp4"}), Raises(BackendError)),
    _upload("4001", refused(4001), Raises(UnsupportedMediaError)),
    _upload("the session is gone", refused("1002", status=404), Raises(GoneError)),
)
async def test_an_upload_is_answered_in_each_form(case: Case, cloud: Cloud) -> None:
    await check(case, cloud)


async def _told(client: Client) -> object:
    return await client.state(_SID)


def _state(name: str, reply: Reply, outcome: object) -> Case:
    return Case(name, "GET /api/state/*", (reply,), _told, outcome)


_IDS = {"session_id": _SID, "task_id": "task_1", "task_name": "project", "user_id": "anon_1"}
_FULL = {
    "draft": {"t": [], "d": 0, "m": {}},
    "video_infos": [{"filename": "a.mp4"}],
    "canvas_config": {"ratio": "9:16"},
    "generated_media": [],
    "video_analyses": None,
}


@rows(
    _state("whole", ok({**_IDS, "state": _FULL}), State.model_validate({**_IDS, "state": _FULL})),
    _state("at top level", bare({**_IDS, "state": {}}), State(**_IDS, state=Project())),
    _state("state {}", ok({"state": {}}), State(state=Project())),
    _state("state null", ok({"state": None}), State()),
    _state("no state", ok({}), State()),
    _state("no data", ok(None), State()),
    _state("draft null", succeeded({"state": {"draft": None}}), State(state=Project())),
    _state("draft {}", ok({"state": {"draft": {}}}), State(state=Project(draft={}))),
    _state("ids as numbers", ok({"session_id": int(_SID)}), State(session_id=_SID)),
    _state("draft that is text", ok({"state": {"draft": "x"}}), Raises(BackendError)),
    _state("gone", detail("Session not found", 404), Raises(GoneError)),
)
async def test_a_state_is_told_in_each_form(case: Case, cloud: Cloud) -> None:
    await check(case, cloud)


async def _balanced(client: Client) -> object:
    return await client.balance()


def _credits(name: str, reply: Reply, outcome: object) -> Case:
    return Case(name, "GET /api/credits/*", (reply,), _balanced, outcome)


@rows(
    _credits(
        "all",
        ok({"available": 90.5, "frozen": 9, "total": 99.5}),
        Balance(available=90.5, frozen=9, total=99.5),
    ),
    _credits("none of them", ok({}), Balance()),
    _credits("no data", ok(None), Balance()),
    _credits("negative", ok({"available": -5, "frozen": -1, "total": -6}), Balance()),
    _credits("null", ok({"available": None, "frozen": None}), Balance()),
    _credits("words", ok({"available": "many"}), Balance()),
    _credits("at top level", bare({"available": 7}), Balance(available=7)),
)
async def test_a_balance_is_told_in_each_form(case: Case, cloud: Cloud) -> None:
    await check(case, cloud)


async def _link(client: Client) -> object:
    found = await client.claim_link(_SID)
    return found and found.partition("/workspace")[2]


def _claim(name: str, reply: Reply, outcome: object, times: int = 1) -> Case:
    return Case(name, "POST /api/auth/claim-token", (reply,) * times, _link, outcome, times)


@rows(
    _claim("given", ok({"claim_token": "clm_a-B_1", "expires_in": 604_800}), "/claim?ct=clm_a-B_1"),
    _claim("at top level", bare({"claim_token": "clm_1"}), "/claim?ct=clm_1"),
    _claim("a token that opens everything", ok({"claim_token": "nmv_usr_1"}), None),
    _claim("a token with more in it", ok({"claim_token": "clm_1&next=https://x"}), None),
    _claim("an empty one", ok({"claim_token": ""}), None),
    _claim("none", ok({}), None),
    _claim("a code", refused(7777), None),
    _claim("403", detail("Forbidden", 403), None),
    _claim("2001", refused(2001), None),
    _claim("no JSON", Reply(200, "<html>"), None),
    _claim("the session is gone", refused(1002), Raises(GoneError)),
    _claim("nobody is there", Reply(503, b""), Raises(UnreachableError), times=3),
)
async def test_a_link_is_given_only_where_there_is_one_that_may_be_shown(
    case: Case, cloud: Cloud
) -> None:
    await check(case, cloud)


DRAFT = (
    '{"zz":[null,{}],"t":[{"sg":[{"x":9007199254740993,"d":1000,"m":{"volume":0.30000000000000004,'
    '"gain":1.10,"e":1E400,"name":"Ü 🎬 \\ud83d"}}],"tt":0,"d":null}],"d":1e3,"a":-0,"m":{}}'
)


async def test_a_draft_goes_from_state_to_render_as_it_is_written(cloud: Cloud) -> None:
    cloud.nemo.tokens["nmv_usr_me"] = "anon_1"
    async with talking(cloud) as client:
        session_id = (await client.open_session()).session_id
        cloud.nemo.sessions[session_id].draft = DRAFT
        state = (await client.state(session_id)).state
        assert state
        assert state.draft
        wanted = RenderRequest(id="render_1", session_id=session_id, draft=state.draft)
        call = post(RENDER, wanted)
        await client._caller.reply(call)
    [request] = cloud.asked("POST /api/render/proxy/lambda")
    assert DRAFT in request.body.decode()
    assert list(json.loads(request.body)) == ["id", "sessionId", "draft", "output"]
    assert request.headers.items() >= {key.lower(): value for key, value in SKILL.items()}.items()

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from itertools import repeat
from pathlib import Path

import pytest

from client.finding import found
from client.peer import Answer, Peer, done, dropped, replied
from transcribe_video.client.caller import Caller
from transcribe_video.client.client import Client
from transcribe_video.errors import BackendError, GoneError, UnreachableError
from transcribe_video.manifest import Limits
from transcribe_video.wire.balance import Balance
from transcribe_video.wire.job import Job
from transcribe_video.wire.order import TranscribeOrder
from transcribe_video.wire.render import RenderRequest
from transcribe_video.wire.session import Session, SessionView
from transcribe_video.wire.state import Project, State
from transcribe_video.wire.transcript import (
    DocumentFile,
    Documents,
    DocumentsRequest,
    TranscriptPage,
    Utterance,
)
from transcribe_video.wire.upload import UploadReply

pytestmark = pytest.mark.anyio

_SESSION = "9007199254740993"
_JOB = {"job_id": "j1", "session_id": _SESSION, "kind": "transcribe", "status": "running"}
_RENDER = RenderRequest(
    id="render_1", session_id=_SESSION, draft={"t": [{"sg": [], "?": None}], "big": 2**70}
)


@asynccontextmanager
async def _at(peer: Peer, limits: Limits) -> AsyncIterator[Client]:
    client = Client(Caller(found(peer.access), {}, (0, 0)), limits)
    try:
        yield client
    finally:
        await client.close()


def _job(job_id: str = "j1", kind: str = "transcribe") -> Job:
    return Job(job_id=job_id, session_id=_SESSION, kind=kind, status="running")


# What is asked of the client, what the peer answers, what it saw, and what comes of it.
_CALLS: list[tuple[Callable[[Client], Awaitable[object]], object, str, object, object]] = [
    (
        lambda client: client.open_session("de", "talk.mp4"),
        {"session_id": int(_SESSION), "task_id": "task_1"},
        "POST /api/tasks/me/with-session/nemo_agent",
        {"task_name": "talk.mp4", "language": "de"},
        Session(session_id=_SESSION, task_id="task_1"),
    ),
    (
        lambda client: client.session(_SESSION),
        {"session_id": _SESSION, "status": "idle"},
        f"GET /api/local/sessions/{_SESSION}",
        None,
        SessionView(session_id=_SESSION),
    ),
    (
        lambda client: client.sessions(2),
        {"sessions": [{"session_id": _SESSION}]},
        "GET /api/local/sessions?limit=2",
        None,
        [SessionView(session_id=_SESSION)],
    ),
    (
        lambda client: client.delete_session(_SESSION),
        {},
        f"DELETE /api/local/sessions/{_SESSION}",
        None,
        None,
    ),
    (
        lambda client: client.state(_SESSION),
        {"session_id": _SESSION, "state": {"draft": {"t": [], "z": 1.0}}},
        f"GET /api/state/nemo_agent/me/{_SESSION}/latest",
        None,
        State(session_id=_SESSION, state=Project(draft={"t": [], "z": 1.0})),
    ),
    (
        lambda client: client.upload_paths(_SESSION, [Path("/ü/a.mp4"), Path("/b.mp4")]),
        {"files": []},
        f"POST /api/upload-video/nemo_agent/me/{_SESSION}",
        {"paths": ["/ü/a.mp4", "/b.mp4"], "source_type": "file"},
        UploadReply(),
    ),
    (
        lambda client: client.upload_urls(_SESSION, ["https://a.example/b.mp4"]),
        {"uploaded_files": [], "jobs": [_JOB]},
        f"POST /api/upload-video/nemo_agent/me/{_SESSION}",
        {"urls": ["https://a.example/b.mp4"], "source_type": "url", "in_background": True},
        UploadReply(jobs=[_job()]),
    ),
    (
        lambda client: client.job("j1", 20, 3),
        _JOB,
        "GET /api/local/jobs/j1?after=3&wait_s=20.0",
        None,
        _job(),
    ),
    (lambda client: client.cancel_job("j1"), _JOB, "POST /api/local/jobs/j1/cancel", {}, _job()),
    (
        lambda client: client.cancel_session(_SESSION),
        {"jobs": [_JOB]},
        f"POST /api/local/sessions/{_SESSION}/cancel",
        {},
        [_job()],
    ),
    (
        lambda client: client.balance(),
        {"available": -3, "frozen": None, "total": None},
        "GET /api/credits/balance/simple",
        None,
        Balance(available=0, frozen=0, total=None),
    ),
    (
        lambda client: client.render(_RENDER),
        {**_JOB, "job_id": "render_1", "kind": "render"},
        "POST /api/render/proxy/lambda",
        {
            "id": "render_1",
            "sessionId": _SESSION,
            "draft": {"t": [{"sg": [], "?": None}], "big": 2**70},
            "output": {"format": "mp4", "quality": "high"},
        },
        _job("render_1", "render"),
    ),
    (
        lambda client: client.transcript(_SESSION, find="a b", words=True, cursor="c"),
        {
            "session_id": _SESSION,
            "media_id": "m",
            "segments": [{"start_s": 0, "end_s": 1, "text": "a b"}],
        },
        f"GET /api/local/sessions/{_SESSION}/transcript?find=a+b&cursor=c&words=1&most=6000",
        None,
        TranscriptPage(
            session_id=_SESSION,
            media_id="m",
            segments=[Utterance(start_s=0, end_s=1, text="a b")],
        ),
    ),
    (
        lambda client: client.transcript(_SESSION, media_id="m", from_s=1.5, to_s=9, most=500),
        {"session_id": _SESSION, "media_id": "m"},
        f"GET /api/local/sessions/{_SESSION}/transcript?media_id=m&from_s=1.5&to_s=9&most=500",
        None,
        TranscriptPage(session_id=_SESSION, media_id="m"),
    ),
    (
        lambda client: client.write_documents(_SESSION, DocumentsRequest(formats=["srt"])),
        {"media_id": "m", "files": [{"format": "srt", "path": "/a.srt"}]},
        f"POST /api/local/sessions/{_SESSION}/documents",
        {"formats": ["srt"]},
        Documents(media_id="m", files=[DocumentFile(format="srt", path="/a.srt")]),
    ),
]


@pytest.mark.parametrize(("ask", "data", "line", "sent", "expected"), _CALLS)
async def test_every_call_goes_where_the_wire_says_and_gives_its_model(
    ask: Callable[[Client], Awaitable[object]],
    data: object,
    line: str,
    sent: object,
    expected: object,
    limits: Limits,
) -> None:
    async with Peer([done(data)]) as peer, _at(peer, limits) as client:
        assert await ask(client) == expected
    assert peer.lines == [line]
    assert (peer.received[0].json if peer.received[0].body else None) == sent


@pytest.mark.parametrize(
    "ask",
    [ask for ask, data, line, *_ in _CALLS if data != {} and "balance" not in line],
    ids=lambda _: "call",
)
async def test_an_answer_that_is_of_another_form_is_not_shown(
    ask: Callable[[Client], Awaitable[object]], limits: Limits
) -> None:
    wrong = {"job_id": ["the words of somebody"], "sessions": 3, "files": 3, "jobs": 3, "state": 3}
    wrong |= {"session_id": []}
    async with Peer(repeat(done(wrong))) as peer, _at(peer, limits) as client:
        with pytest.raises(BackendError, match="not of the expected form") as raised:
            await ask(client)
    assert "words" not in str(raised.value)
    assert raised.value.__cause__ is None
    assert raised.value.__context__ is None


@pytest.mark.parametrize("given", ["../../x", "", ".", "..", "a/b", "a?b", "a#b", "ä", "1" * 201])
async def test_what_cannot_be_an_id_is_never_sent(given: str, limits: Limits) -> None:
    async with Peer([]) as peer, _at(peer, limits) as client:
        for ask in (client.job, client.session, client.cancel_job, client.state):
            with pytest.raises(GoneError, match="is not an id"):
                await ask(given)
    assert peer.lines == []


async def test_a_link_opens_the_session_in_a_browser(limits: Limits) -> None:
    answer = done({"claim_token": "clm_a-B_1", "expires_in": 604800})
    order = TranscribeOrder(formats=["srt"])
    async with Peer([answer]) as peer, _at(peer, limits) as client:
        link = await client.claim_link(_SESSION, order)
        assert link == f"{peer.access.url}/workspace/claim?ct=clm_a-B_1"
    assert peer.lines == ["POST /api/auth/claim-token"]
    assert peer.received[0].json == {"session_id": _SESSION, "order": order.sent()}


@pytest.mark.parametrize(
    "answer",
    [replied({}, 500), replied({"code": 1001}, 401), done({"claim_token": "x&y"}), done({})],
)
async def test_no_link_is_given_where_there_can_be_none(answer: Answer, limits: Limits) -> None:
    async with Peer(repeat(answer)) as peer, _at(peer, limits) as client:
        assert await client.claim_link(_SESSION) is None


async def test_a_link_into_a_session_that_is_not_there_is_an_error(limits: Limits) -> None:
    async with Peer([replied({"code": 1002}, 404)]) as peer, _at(peer, limits) as client:
        with pytest.raises(GoneError):
            await client.claim_link(_SESSION)


async def test_a_render_that_may_have_arrived_is_looked_up_first(limits: Limits) -> None:
    running = done({**_JOB, "job_id": "render_1", "kind": "render"})
    async with Peer([dropped, running]) as peer, _at(peer, limits) as client:
        assert await client.render(_RENDER) == _job("render_1", "render")
    assert peer.lines == [
        "POST /api/render/proxy/lambda",
        "GET /api/local/jobs/render_1?after=0&wait_s=0.0",
    ]


async def test_a_render_that_did_not_arrive_is_asked_for_again_once(limits: Limits) -> None:
    gone = replied({"code": 1002}, 404)
    async with Peer([dropped, gone, dropped]) as peer, _at(peer, limits) as client:
        with pytest.raises(UnreachableError):
            await client.render(_RENDER)
    assert [line.split(" ")[0] for line in peer.lines] == ["POST", "GET", "POST"]
    assert peer.received[0].body == peer.received[2].body


async def test_a_render_that_is_answered_by_its_id_alone_is_looked_up(limits: Limits) -> None:
    accepted = replied({"success": True, "data": {"id": "render_1", "status": "pending"}})
    running = done({**_JOB, "job_id": "render_1", "kind": "render"})
    async with Peer([accepted, running]) as peer, _at(peer, limits) as client:
        assert await client.render(_RENDER) == _job("render_1", "render")

"""A draft goes from the state to the renderer as it came, byte by byte."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from client.finding import found
from client.peer import Peer, done, framed, replied, streamed
from transcribe_video.client.caller import Caller
from transcribe_video.client.client import Client
from transcribe_video.client.decoder import Message
from transcribe_video.client.frame import frame_of
from transcribe_video.cloud.records.archive import Archive
from transcribe_video.cloud.records.jobs import NewJob
from transcribe_video.manifest import Limits
from transcribe_video.wire.chat import Event
from transcribe_video.wire.notation import json_text
from transcribe_video.wire.render import RenderRequest

pytestmark = pytest.mark.anyio

_DRAFT = (
    '{"zz":{"b":1,"a":2},"t":[{"sg":[{"d":9007199254740993,"m":{"volume":0.30000000000000004,'
    '"title":"Ü 🎬","x":[1.0,1e-7,0.1,1.10,1e400,-0,-0.0,1E5,100000.0]},"nul":null}],"tt":0,'
    '"T":1}],"d":2.50,"a":null,"m":{"width":"1920","":{}},"e":[],"big":12345678901234567890123}'
)
_JOB = {"job_id": "render_1", "session_id": "7", "kind": "render", "status": "queued"}
_NUMBERS = st.from_regex(r"\A-?(0|[1-9][0-9]{0,25})(\.[0-9]{1,25})?([eE][+-]?[0-9]{1,3})?\Z")
_SCALARS = _NUMBERS | st.sampled_from(["null", "true", "false", '"ü\u2028"', '"\\ud800"', '"\\n"'])
_KEYS = st.lists(st.sampled_from(["t", "sg", "d", "m", "tt", "x", "Ü", "1", ""]), unique=True)


def _object(keys: list[str], values: tuple[str, ...]) -> str:
    members = (f'"{key}":{value}' for key, value in zip(keys, values, strict=True))
    return "{" + ",".join(members) + "}"


def _objects(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return _KEYS.flatmap(
        lambda keys: st.tuples(*(inner for _ in keys)).map(lambda values: _object(keys, values))
    )


_VALUES = st.recursive(
    _SCALARS,
    lambda inner: _objects(inner) | st.lists(inner).map(lambda items: f"[{','.join(items)}]"),
    max_leaves=15,
)


async def _sent(draft: str, home: Path | None, limits: Limits) -> bytes:
    """The body of the render that is asked for after this state, perhaps by way of the disk."""
    state = f'{{"code":0,"data":{{"session_id":"7","state":{{"draft":{draft},"k":1.50}}}}}}'
    answers = [replied(state.encode()), done(_JOB)]
    async with Peer(answers) as peer:
        client = Client(Caller(found(peer.access), {}, ()), limits)
        project = (await client.state("7")).state
        assert project is not None
        known = project.draft
        assert known is not None
        if home is not None:
            archive = Archive(home, peer.access.url)
            archive.jobs.add(NewJob("j", "7", "chat", "", {}))
            archive.jobs.send("j", known)
            known = archive.jobs.get("j").draft_before
            archive.close()
            assert known is not None
        assert project.timeline is not None  # reading it changes nothing
        request = RenderRequest(id="render_1", session_id="7", draft=known)
        await client.render(request)
        await client.close()
    return peer.received[1].body


async def test_a_draft_reaches_the_renderer_byte_by_byte(tmp_path: Path, limits: Limits) -> None:
    whole = (
        f'{{"id":"render_1","sessionId":"7","draft":{_DRAFT},'
        '"output":{"format":"mp4","quality":"high"}}'
    ).encode()
    assert await _sent(_DRAFT, None, limits) == whole
    assert await _sent(_DRAFT, tmp_path, limits) == whole


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(_objects(_VALUES))
async def test_any_draft_does(limits: Limits, draft: str) -> None:
    body = await _sent(draft, None, limits)
    assert f'"draft":{draft},"output"'.encode() in body


async def test_a_draft_in_the_stream_is_as_lossless(limits: Limits) -> None:
    frame = frame_of(Message(f'{{"actions":{{"stateDelta":{{"draft":{_DRAFT}}}}}}}'))
    assert isinstance(frame, Event)
    assert frame.actions is not None
    assert json_text(frame.actions.state_delta["draft"]) == _DRAFT


async def test_what_is_sent_is_read_by_another_program(limits: Limits) -> None:
    async with Peer([streamed(framed({"text": "Hello"}))]) as peer:
        client = Client(Caller(found(peer.access), {}, ()), limits)
        await client.begin("9223372036854775807", "加音乐 🎬 \u2028")
        await client.close()
    assert peer.received[0].json == {
        "app_name": "nemo_agent",
        "user_id": "me",
        "session_id": "9223372036854775807",
        "new_message": {"parts": [{"text": "加音乐 🎬 \u2028"}]},
    }

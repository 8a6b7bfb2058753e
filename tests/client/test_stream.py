import json
from collections.abc import AsyncIterator, Sequence
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transcribe_video.client.assembly import Assembly
from transcribe_video.client.frame import (
    Done,
    Failed,
    Frame,
    Heartbeat,
    Text,
    ToolAnswered,
    ToolCalled,
    Unknown,
)
from transcribe_video.client.stream import frames_of
from transcribe_video.errors import BackendError
from transcribe_video.wire.chat import Actions, Content, Event, Part
from transcribe_video.wire.envelope import Refusal

pytestmark = pytest.mark.anyio

# What google-adk 2.13 sent over /run_sse, byte for byte; U+2028 and U+0085 stand raw in it.
_CAPTURES = Path(__file__).parent


async def _read(pieces: Sequence[bytes]) -> list[Frame]:
    async def chunks() -> AsyncIterator[bytes]:
        for piece in pieces:
            yield piece

    return [frame async for frame in frames_of(chunks())]


async def _frames(capture: str, size: int) -> list[Frame]:
    content = (_CAPTURES / capture).read_bytes()
    starts = range(0, len(content), size)
    return await _read([content[start : start + size] for start in starts])


@pytest.mark.parametrize("size", [1, 7, 1000, 1 << 20])
async def test_a_turn_of_a_real_server_is_put_together(size: int) -> None:
    assembly = Assembly()
    frames = await _frames("adk_turn.sse", size)
    said = [text for frame in frames for text in assembly.take(frame)]
    assert said + assembly.finish() == ["Hello\u2028 \x85wörld!", "Done 🎬."]
    assert (assembly.tools, assembly.state) == (1, {"draft": {"t": []}})
    assert not assembly.is_failed


async def test_a_failure_of_a_real_server_comes_after_what_was_said() -> None:
    assembly = Assembly()
    frames = await _frames("adk_failure.sse", 100)
    assert [text for frame in frames for text in assembly.take(frame)] == ["Half"]
    assert assembly.is_failed
    assert isinstance(frames[-1], Failed)
    assert frames[-1].refusal.message == 'RuntimeError: it "broke" \u2028 here'


_SAID = st.text(st.characters(blacklist_categories=["Cs"]), min_size=1)
_KINDS = st.one_of(
    _SAID.map(lambda text: ({"type": "text", "content": text}, Text(text))),
    _SAID.map(lambda text: ({"text": text}, Text(text))),
    st.just(({"type": "tool_call", "name": "cut", "args": {}}, ToolCalled("cut"))),
    st.just(({"type": "tool_result", "name": "cut", "result": {}}, ToolAnswered("cut"))),
    st.just(({"type": "heartbeat"}, Heartbeat())),
    st.just(({"type": "done"}, Done())),
    st.just(({"code": 2001, "message": "No"}, Failed(Refusal(200, 2001, "No")))),
    st.just(({"turnComplete": True}, Unknown())),
    _SAID.map(
        lambda text: (
            {"content": {"parts": [{"text": text}]}, "partial": True},
            Event(content=Content(parts=[Part(text=text)]), partial=True),
        )
    ),
    _SAID.map(
        lambda text: (
            {"actions": {"stateDelta": {"draft": {text: 1}}}},
            Event(actions=Actions(state_delta={"draft": {text: 1}})),
        )
    ),
)
_BARE = st.sampled_from(
    [
        (b": ping", Heartbeat()),
        (b"data:", Heartbeat()),
        (b"data: heartbeat", Heartbeat()),
        (b"event: heartbeat", Heartbeat()),
        (b"data: [DONE]", Done()),
        (b"data: {", Unknown()),
    ]
)


def _lines(body: object, *, is_spaced: bool, is_ascii: bool) -> bytes:
    text = json.dumps(body, ensure_ascii=is_ascii)
    return (b"data: " if is_spaced else b"data:") + text.encode()


_MESSAGES = st.lists(
    _BARE
    | st.tuples(_KINDS, st.booleans(), st.booleans()).map(
        lambda given: (_lines(given[0][0], is_spaced=given[1], is_ascii=given[2]), given[0][1])
    )
)


@given(
    _MESSAGES,
    st.sampled_from([b"\n", b"\r", b"\r\n"]),
    st.lists(st.integers(0)),
    st.sampled_from([0, 1]),
)
async def test_any_valid_stream_gives_the_same_frames_however_it_is_cut(
    messages: list[tuple[bytes, Frame]], end: bytes, places: list[int], blank_lines: int
) -> None:
    stream = (end + end).join(line for line, _ in messages) + (end + end) * blank_lines
    bounds = [0, *sorted(place % (len(stream) + 1) for place in places), len(stream)]
    pieces = [stream[start:stop] for start, stop in pairwise(bounds)]
    assert await _read(pieces) == [frame for _, frame in messages]


@given(st.lists(st.binary()))
async def test_any_bytes_raise_nothing_but_the_decoders_own_error(pieces: list[bytes]) -> None:
    assembly = Assembly()
    try:
        for frame in await _read([b"data: ", *pieces]):
            assembly.take(frame)
    except BackendError as error:
        assert "not of the expected form" in str(error)  # noqa: PT017 - whether it is raised hangs on the bytes
    assembly.finish()

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from transcribe_video.client.assembly import Assembly
from transcribe_video.client.frame import Failed, Frame
from transcribe_video.client.stream import frames_of

pytestmark = pytest.mark.anyio

# What google-adk 2.13 sent over /run_sse, byte for byte; U+2028 and U+0085 stand raw in it.
_CAPTURES = Path(__file__).parent


async def _frames(capture: str, size: int) -> list[Frame]:
    content = (_CAPTURES / capture).read_bytes()

    async def chunks() -> AsyncIterator[bytes]:
        for start in range(0, len(content), size):
            yield content[start : start + size]

    return [frame async for frame in frames_of(chunks())]


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

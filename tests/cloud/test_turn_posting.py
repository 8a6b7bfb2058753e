"""Whether anything of a call has left this machine."""

import pytest

from client.finding import found
from client.peer import Peer, done, dropped
from transcribe_video.client.access import Access
from transcribe_video.client.caller import Caller
from transcribe_video.client.turn import turn_call
from transcribe_video.cloud.turn_posting import Posting
from transcribe_video.errors import UnreachableError

pytestmark = pytest.mark.anyio


async def _posted(access: Access) -> bool:
    posting = Posting(turn_call("7", "cut"))
    caller = Caller(found(access), {}, (0, 0))
    try:
        with pytest.raises(UnreachableError):
            await anext(caller.frames(posting.call))
    finally:
        await caller.close()
    return posting.is_sent


async def test_nothing_is_sent_where_nothing_answers() -> None:
    async with Peer([]) as peer:
        access = peer.access
    assert not await _posted(access)


async def test_what_was_sent_to_one_who_hangs_up_counts_as_sent() -> None:
    async with Peer([dropped]) as peer:
        assert await _posted(peer.access)
        assert len(peer.received) == 1


async def test_the_body_is_the_same_as_without_watching() -> None:
    async with Peer([done({"text": "Cut"})]) as peer:
        posting = Posting(turn_call("7", "cut"))
        caller = Caller(found(peer.access), {}, ())
        assert [frame async for frame in caller.frames(posting.call)]
        await caller.close()
    [request] = peer.received
    assert request.json == {
        "app_name": "nemo_agent",
        "user_id": "me",
        "session_id": "7",
        "new_message": {"parts": [{"text": "cut"}]},
    }
    assert request.headers["content-length"] == str(request.size)

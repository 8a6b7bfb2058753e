"""The stream of a turn, from an implementation that nobody here wrote."""

import json
from contextlib import aclosing
from typing import Any

import pytest

from contract.peer import Can, Running
from contract.peers import on
from contract.told import Told, told
from transcribe_video.errors import BackendError, GoneError

pytestmark = pytest.mark.anyio

_DRAFT = {"t": [{"tt": 0, "sg": [{"d": 1000, "m": {}}]}], "d": 1000, "big": 2**53 + 1}
_CHANGED = (("draft", _DRAFT),)
_TROUBLE = "I encountered a temporary issue while doing this. Please try again."


@on(Can.BEHAVE)
@pytest.mark.parametrize(
    ("way", "expected"),
    [
        ("stream", Told(("The intro is cut.",))),
        ("pieces", Told(("The intro is cut.",))),
        ("call", Told(("I will cut it.", "Done."), _CHANGED, tools=2)),
        ("crash", Told(("I will cut it.", "The int"), error=BackendError)),
        ("silent", Told((), _CHANGED, tools=1)),
        ("nothing", Told()),
        ("think", Told(("The intro is cut.",))),
        ("separators", Told(("one\u2028two\u2029three\u0085four\x0bfive\x1esix\r\nseven 🎬",))),
        ("repeat", Told(("Done.", "Done."))),
        ("excuse", Told(("The music is in.",), tools=1)),
        ("trouble", Told((_TROUBLE,), is_failed=True)),
        ("long", Told(("字" * 300_000,))),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
async def test_a_person_is_told_what_the_agent_said(
    peer: Running, way: str, expected: Told
) -> None:
    async with peer.client() as client:
        heard = await told(client, await peer.session(client), way)
    assert heard == expected


@on(Can.BEHAVE)
async def test_the_draft_comes_through_a_change_of_state_with_its_keys_in_order(
    peer: Running,
) -> None:
    async with peer.client() as client:
        heard = await told(client, await peer.session(client), "silent")
    assert json.dumps(dict(heard.state)["draft"]) == json.dumps(_DRAFT)


@on(Can.BEHAVE)
async def test_what_broke_is_quoted_as_the_other_side_says_it_and_on_one_line(
    peer: Running,
) -> None:
    async with peer.client() as client:
        with pytest.raises(BackendError) as raised:
            await client.begin(await peer.session(client), "crash")
    assert str(raised.value) == (
        'The backend did not do this: it says “RuntimeError: the "model" broke in {two}”. '
        "Wait a moment and try again."
    )


@on(Can.BEHAVE)
async def test_turns_follow_each_other_in_one_session(peer: Running) -> None:
    async with peer.client() as client:
        session_id = await peer.session(client)
        replies = [(await client.begin(session_id, way)).reply for way in ("stream", "call")]
    assert replies == ["The intro is cut.", "I will cut it.\n\nDone."]


@on(Can.BEHAVE, Can.ABORT)
async def test_who_closes_the_stream_ends_the_work_so_it_must_be_held_open(peer: Running) -> None:
    async with peer.client() as client:
        left, held = await peer.session(client), await peer.session(client)
        async with aclosing(client.turn(left, "slow")) as turn:
            await anext(turn)
        # A turn that begins later and is heard to its end is over when the first would be.
        assert (await told(client, held, "slow")).texts == ("One.", "Two.")
    with peer.http() as http:
        place = "/apps/nemo_agent/users/me/sessions"
        events = [http.get(f"{place}/{found}").json()["events"] for found in (left, held)]
    assert [_texts(of_one) for of_one in events] == [["slow", "One."], ["slow", "One.", "Two."]]


def _texts(events: list[dict[str, Any]]) -> list[str]:
    contents = [event["content"] for event in events if "content" in event]
    return [part["text"] for content in contents for part in content["parts"]]


@on(Can.CHAT, Can.KNOW_SESSIONS)
async def test_a_session_that_is_not_there_is_said_to_be_gone(peer: Running) -> None:
    async with peer.client() as client:
        assert (await told(client, "12345", "stream")).error is GoneError

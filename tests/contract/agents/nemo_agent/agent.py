"""An agent for Google ADK's own server that behaves as the message's first word says."""

import asyncio
from collections.abc import AsyncGenerator, AsyncIterator, Callable

from google.adk.agents import BaseAgent
from google.adk.agents.invocation_context import InvocationContext
from google.adk.events import Event
from google.adk.events.event_actions import EventActions
from google.genai.types import Content, FunctionCall, FunctionResponse, Part

Told = tuple[list[Part], bool, dict[str, object]]
"""The parts of an event, whether it is partial, and what it changes in the session's state."""

_DRAFT = {"t": [{"tt": 0, "sg": [{"d": 1000, "m": {}}]}], "d": 1000, "big": 2**53 + 1}
_TROUBLE = "I encountered a temporary issue while doing this. Please try again."


def _told(*parts: Part | str, partial: bool = False, **state: object) -> Told:
    made = [Part(text=part) if isinstance(part, str) else part for part in parts]
    return made, partial, state


def _call(name: str = "cut") -> Part:
    return Part(function_call=FunctionCall(id=f"call_{name}", name=name, args={"from_s": 1}))


def _answer(name: str = "cut") -> Part:
    response = FunctionResponse(id=f"call_{name}", name=name, response={"ok": True})
    return Part(function_response=response)


async def _streams() -> AsyncIterator[Told]:
    """Pieces, then the whole, which is spaced differently."""
    for piece in ("The intro", " is ", "cut. "):
        yield _told(piece, partial=True)
    yield _told("The intro is cut.")


async def _leaves_pieces() -> AsyncIterator[Told]:
    yield _told("The intro", partial=True)
    yield _told(" is cut.", partial=True)


async def _calls() -> AsyncIterator[Told]:
    """Text and a call in one event, the answer in another, and again."""
    yield _told("I will ", partial=True)
    yield _told("I will cut it.", _call())
    yield _told(_answer(), draft=_DRAFT)
    yield _told(_call("mix"))
    yield _told(_answer("mix"))
    yield _told("Done.")


async def _crashes() -> AsyncIterator[Told]:
    yield _told("I will cut it.")
    yield _told("The int", partial=True)
    message = 'the "model" broke\u2028in {two}'
    raise RuntimeError(message)


async def _is_silent() -> AsyncIterator[Told]:
    """An edit that nobody speaks of."""
    yield _told(_call())
    yield _told(_answer(), draft=_DRAFT)


async def _says_nothing() -> AsyncIterator[Told]:
    nothing: tuple[Told, ...] = ()
    for told in nothing:
        yield told


async def _thinks() -> AsyncIterator[Told]:
    yield _told(Part(text="They want ", thought=True), partial=True)
    yield _told(Part(text="They want it shorter.", thought=True))
    yield _told(Part(text="So I cut.", thought=True), "The intro is cut.")


async def _separates() -> AsyncIterator[Told]:
    """Characters that some take for the end of a line."""
    yield _told("one\u2028two\u2029three\u0085four\x0bfive\x1esix\r\nseven 🎬")


async def _repeats() -> AsyncIterator[Told]:
    yield _told("Done.")
    yield _told("Done.")


async def _excuses_itself() -> AsyncIterator[Told]:
    yield _told(_call())
    yield _told(_answer())
    yield _told("The music is in.")
    yield _told(_TROUBLE)


async def _fails_politely() -> AsyncIterator[Told]:
    yield _told(_TROUBLE)


async def _is_long() -> AsyncIterator[Told]:
    yield _told("字" * 300_000)


async def _takes_its_time() -> AsyncIterator[Told]:
    yield _told("One.")
    await asyncio.sleep(0.5)
    yield _told("Two.")


_WAYS: dict[str, Callable[[], AsyncIterator[Told]]] = {
    "stream": _streams,
    "pieces": _leaves_pieces,
    "call": _calls,
    "crash": _crashes,
    "silent": _is_silent,
    "nothing": _says_nothing,
    "think": _thinks,
    "separators": _separates,
    "repeat": _repeats,
    "excuse": _excuses_itself,
    "trouble": _fails_politely,
    "long": _is_long,
    "slow": _takes_its_time,
}


class NemoAgent(BaseAgent):
    """Behaves in one of the ways."""

    async def _run_async_impl(self, ctx: InvocationContext) -> AsyncGenerator[Event, None]:
        said = ctx.user_content.parts if ctx.user_content else None
        way = (said[0].text if said else None) or ""
        async for parts, partial, state in _WAYS[way.split()[0]]():
            yield Event(
                author=self.name,
                invocation_id=ctx.invocation_id,
                content=Content(role="model", parts=parts),
                partial=partial or None,
                actions=EventActions(state_delta=state),
            )


root_agent = NemoAgent(name="nemo_agent")

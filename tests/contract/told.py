"""What a person is told of a turn."""

from contextlib import aclosing
from dataclasses import dataclass
from typing import Any

from transcribe_video.client.assembly import Assembly
from transcribe_video.client.client import Client
from transcribe_video.errors import TranscribeVideoError


@dataclass(frozen=True, slots=True)
class Told:
    """A turn from its message to its end.

    Attributes:
        texts: one after the other.
        state: what changed.
        tools: how many the other side used.
        is_failed: whether what was said is a failure.
        error: what was raised.
    """

    texts: tuple[str, ...] = ()
    state: tuple[tuple[str, Any], ...] = ()
    tools: int = 0
    is_failed: bool = False
    error: type[TranscribeVideoError] | None = None


async def told(client: Client, session_id: str, message: str) -> Told:
    """Say something, and listen to the end."""
    assembly, texts = Assembly(), list[str]()
    error: type[TranscribeVideoError] | None = None
    try:
        async with aclosing(client.turn(session_id, message)) as events:
            async for event in events:
                texts += assembly.take(event)
    except TranscribeVideoError as raised:
        error = type(raised)
    texts += assembly.finish()
    state = tuple(sorted(assembly.state.items()))
    return Told(tuple(texts), state, assembly.tools, assembly.is_failed, error)

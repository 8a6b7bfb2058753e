"""Looking at the disk, which may take a while, or for ever."""

from collections.abc import Callable
from typing import TypeVar, TypeVarTuple

from anyio.to_thread import run_sync

T = TypeVar("T")
Arguments = TypeVarTuple("Arguments")


async def on_disk(look: Callable[[*Arguments], T], *arguments: *Arguments) -> T:
    """What ``look`` gives, from a thread of its own; who no longer waits for it leaves it alone."""
    return await run_sync(look, *arguments, abandon_on_cancel=True)

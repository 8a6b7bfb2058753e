"""Going back and forward."""

from collections.abc import Iterator

from transcribe_video.conversation.editing.command import Command
from transcribe_video.conversation.editing.edit import Edit, Redo, StartOver, Undo
from transcribe_video.conversation.editing.sign import Sign

_MOST = 1000


def undo(command: Command) -> Iterator[Edit]:
    """Back by so many steps; “undo all” is all of them."""
    steps = _steps(command)
    is_all = command.has(Sign.ALL) and not command.has(Sign.NUMBER, Sign.FACTOR)
    yield StartOver() if is_all else Undo(steps)


def redo(command: Command) -> Iterator[Edit]:
    """Forward by so many steps."""
    yield Redo(_steps(command))


def _steps(command: Command) -> int:
    return min(_MOST, max(1, round(command.number(Sign.NUMBER, Sign.FACTOR) or 1)))

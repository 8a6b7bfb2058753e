"""Going back and forward."""

from collections.abc import Iterator

from transcribe_video.conversation.editing.command import Command
from transcribe_video.conversation.editing.edit import Edit, Redo, StartOver, Undo
from transcribe_video.conversation.editing.sign import Sign

_MOST = 1000
BACK = "back"
"""The text of a verb that does not tell whether something was undone."""


def undo(command: Command) -> Iterator[Edit]:
    """Back by so many steps; “undo all” is all of them."""
    steps = _steps(command)
    is_all = command.has(Sign.ALL) and not command.has(Sign.NUMBER, Sign.FACTOR)
    yield StartOver() if is_all else Undo(steps)


def start_over(command: Command) -> Iterator[Edit]:
    """Back to the beginning; 三步都撤销 is only so many steps."""
    is_counted = command.has(Sign.NUMBER) and command.has(Sign.STEPS)
    yield Undo(_steps(command)) if is_counted else StartOver()


def redo(command: Command) -> Iterator[Edit]:
    """Forward by so many steps; what shall only be back may be what was taken out."""
    is_back = not command.has(Sign.UNDO, Sign.MISTAKE) and all(
        token.text == BACK for token in command.all(Sign.REDO)
    )
    yield Redo(_steps(command), is_back=is_back)


def _steps(command: Command) -> int:
    return min(_MOST, max(1, round(command.number(Sign.NUMBER, Sign.FACTOR) or 1)))

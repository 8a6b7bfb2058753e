"""What a message changed on the timeline, and what can be done next."""

import json
from typing import Any

from pydantic import BaseModel

from transcribe_video.tools.quotation import one_line
from transcribe_video.wire.session import Turn

_LONGEST_REMARK = 600


class Change(BaseModel):
    """One change of the timeline."""

    kind: str = ""
    track: int | None = None
    clip: str | None = None
    from_s: float | None = None
    to_s: float | None = None
    text: str | None = None

    @property
    def line(self) -> str:
        """How it stands in a text."""
        return f"Changed: {one_line(self.text or self.kind)}"


class Action(BaseModel):
    """A call that the user may want next."""

    tool: str = ""
    arguments: dict[str, Any] = {}
    label: str = ""

    @property
    def line(self) -> str:
        """How it stands in a text."""
        given = json.dumps(self.arguments, ensure_ascii=False)
        return f"Possible next: {self.tool} {given} ({one_line(self.label)})"


def changes_of(turn: Turn | None) -> list[Change]:
    """What a turn changed, its words made fit for an answer."""
    found = [Change.model_validate(change) for change in (turn.changes if turn else [])]
    return [
        change.model_copy(
            update={"clip": _shown(change.clip), "text": _shown(change.text)},
        )
        for change in found
    ]


def remarks_of(turn: Turn | None) -> list[str]:
    """What the program says of a turn beside the editor's answer."""
    return [one_line(remark, _LONGEST_REMARK) for remark in (turn.remarks if turn else [])]


def actions_of(turn: Turn | None) -> list[Action]:
    """What can be called after a turn; nothing of it is called by itself."""
    return [Action.model_validate(action) for action in (turn.actions if turn else [])]


def _shown(text: str | None) -> str | None:
    return None if text is None else one_line(text)

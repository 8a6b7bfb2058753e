"""What a message changed on the timeline, and what can be done next."""

from typing import Any

from pydantic import BaseModel


class Change(BaseModel):
    """One change of the timeline."""

    kind: str = ""
    track: int | None = None
    clip: str | None = None
    from_s: float | None = None
    to_s: float | None = None
    text: str | None = None


class Action(BaseModel):
    """A call that the user may want next."""

    tool: str = ""
    arguments: dict[str, Any] = {}
    label: str = ""

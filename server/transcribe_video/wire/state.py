"""A session's state, as the cloud and the embedded backend tell it."""

from typing import Any

from transcribe_video.wire.draft import Draft
from transcribe_video.wire.message import Id, Message

LATEST = "/api/state/nemo_agent/me/{session_id}/latest"


class Project(Message):
    """What stands in ``state``; a fresh session has nothing in it.

    Attributes:
        draft: as it came, because it must reach the renderer so; ``timeline`` reads it.
    """

    draft: dict[str, Any] | None = None
    video_infos: list[dict[str, Any]] | None = None
    canvas_config: dict[str, Any] | None = None
    generated_media: Any = None

    @property
    def timeline(self) -> Draft | None:
        """What the draft says, for reading only."""
        return None if self.draft is None else Draft.model_validate(self.draft)


class State(Message):
    """The reply of ``GET LATEST``."""

    session_id: Id | None = None
    task_id: Id | None = None
    task_name: str | None = None
    user_id: Id | None = None
    state: Project | None = None

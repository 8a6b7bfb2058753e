"""The result of ``state``: all that is known of a project."""

from typing import Any, Self

from pydantic import BaseModel, Field

from transcribe_video.tools.change import Action, Change
from transcribe_video.tools.documents import Document
from transcribe_video.tools.media_entry import MediaEntry
from transcribe_video.tools.quotation import Answered, Quoted, cut
from transcribe_video.tools.result import Progress, Result

_SHORTEST_PREVIEW = 300


class ClipEntry(BaseModel):
    """A clip of a track."""

    name: str = ""
    from_s: float = 0
    to_s: float | None = None
    volume: float | None = None
    text: str | None = None


class TrackEntry(BaseModel):
    """A track of the timeline."""

    index: int = 0
    label: str = ""
    clips: list[ClipEntry] = []


class JobEntry(BaseModel):
    """A piece of work."""

    job_id: str = ""
    kind: str = ""
    status: str = ""
    media_id: str | None = None
    media_name: str = ""
    progress: Progress = Progress()

    @property
    def line(self) -> str:
        """How it stands in a text."""
        name = f" “{self.media_name}”" if self.media_name else ""
        return f"job {self.job_id}: {self.kind}{name}, {self.status}"


class TurnEntry(BaseModel):
    """The newest message of the conversation, and what came of it."""

    intent: str = ""
    status: str = ""
    reply: Answered = ""
    changes: list[Change] = []
    actions: list[Action] = []


class TranscriptEntry(BaseModel):
    """What was said."""

    status: str = "idle"
    media_id: str | None = None
    language: str = ""
    words: int = 0
    preview: Quoted = ""
    files: list[Document] = []
    notes: list[str] = []


class RenderEntry(BaseModel):
    """A video that was made."""

    render_id: str = ""
    status: str = ""
    progress: Progress = Progress()
    path: str | None = None
    url: str | None = None
    bytes: int = 0
    method: dict[str, str] = {}

    @property
    def line(self) -> str:
        """How it stands in a text."""
        return f"render {self.render_id}: {self.status}" + (f", {self.path}" if self.path else "")


class Overview(Result):
    """A project: what is in it, what is being done, what came of it."""

    timeline: str = ""
    tracks: list[TrackEntry] = Field(default=[])
    media: list[MediaEntry] = Field(default=[])
    ready_to_export: bool = False
    jobs: list[JobEntry] = Field(default=[])
    turn: TurnEntry | None = None
    transcript: TranscriptEntry | None = None
    renders: list[RenderEntry] = Field(default=[])

    def shortened(self) -> Self | None:
        """With half the preview; then without its tracks; then with half of its lists."""
        if self.transcript and len(self.transcript.preview) > _SHORTEST_PREVIEW:
            shorter = cut(self.transcript.preview, len(self.transcript.preview) // 2)
            transcript = self.transcript.model_copy(update={"preview": shorter})
            return self.model_copy(update={"transcript": transcript})
        if self.tracks:
            return self.model_copy(update={"tracks": []})
        lists: dict[str, list[Any]] = {
            "media": self.media,
            "jobs": self.jobs,
            "renders": self.renders,
        }
        halved: dict[str, Any] = {
            name: kept[: len(kept) // 2] for name, kept in lists.items() if len(kept) > 1
        }
        if self.transcript and len(self.transcript.files) > 1:
            fewer = self.transcript.files[: len(self.transcript.files) // 2]
            halved["transcript"] = self.transcript.model_copy(update={"files": fewer})
        return self.model_copy(update=halved) if halved else None

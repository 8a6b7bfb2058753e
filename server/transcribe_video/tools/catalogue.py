"""The tools, and what a host is told of each."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from mcp_types import CallToolResult, ToolAnnotations

from transcribe_video.tools.cancel import Cancellation, cancel
from transcribe_video.tools.chat import chat
from transcribe_video.tools.credits import Credits
from transcribe_video.tools.credits import credits as credits_
from transcribe_video.tools.export import export
from transcribe_video.tools.exported import Exported
from transcribe_video.tools.overview import Overview
from transcribe_video.tools.passage import Passage
from transcribe_video.tools.preview import preview
from transcribe_video.tools.read_transcript import read_transcript
from transcribe_video.tools.reply import Reply
from transcribe_video.tools.result import Result
from transcribe_video.tools.seen import Seen
from transcribe_video.tools.state import state
from transcribe_video.tools.transcribe import transcribe
from transcribe_video.tools.transcription import Transcription
from transcribe_video.tools.upload import Uploaded, upload


@dataclass(frozen=True, slots=True)
class Tool:
    """A tool.

    Attributes:
        function: does it; its name is the tool's, its keyword arguments are the tool's.
        result: what its structured result holds.
        title: what people read.
        description: what a model reads.
        only_reads: it changes nothing.
        destroys: it may undo what was there.
        is_idempotent: called twice with the same arguments it does no more than once.
        is_open: it may reach beyond this computer.
        in_cloud: what a model reads instead where the cloud does the work; empty: the same.
        sends: what it reads then besides, with ``{host}`` in it.
    """

    function: Callable[..., Awaitable[CallToolResult]]
    result: type[Result]
    title: str
    description: str
    only_reads: bool = False
    destroys: bool = False
    is_idempotent: bool = False
    is_open: bool = False
    in_cloud: str = ""
    sends: str = ""

    @property
    def name(self) -> str:
        """What it is called by."""
        return self.function.__name__

    def described(self, host: str | None) -> str:
        """What a model reads where files are sent to a host; None: they stay on this computer."""
        if host is None:
            return self.description
        return f"{self.in_cloud or self.description} {self.sends.format(host=host)}".strip()

    @property
    def annotations(self) -> ToolAnnotations:
        """What it does to the world, as hosts ask it."""
        return ToolAnnotations(
            title=self.title,
            read_only_hint=self.only_reads,
            destructive_hint=self.destroys,
            idempotent_hint=self.is_idempotent,
            open_world_hint=self.is_open,
        )


_SENDS = (
    "Files that are named, and what is asked of them, are sent to {host} (the NemoVideo cloud), "
    "which does the work."
)
_CHAT = (
    "Change the video by instruction (cut, captions, music, titles). For questions about what "
    "was said use read_transcript. Never repeat a message."
)
TOOLS = (
    Tool(
        transcribe,
        Transcription,
        "Transcribe",
        "Turn a video or audio file into a document. Start here. The same call again joins the "
        "work under way.",
        is_idempotent=True,
        is_open=True,
        sends=_SENDS,
    ),
    Tool(
        upload,
        Uploaded,
        "Add a file",
        "Bring a file or URL into a project, or get a page to drop one on.",
        is_open=True,
        sends=_SENDS,
    ),
    Tool(
        chat,
        Reply,
        "Edit by instruction",
        f"{_CHAT} For example “cut the first 10 seconds”, “cut from 'so anyway' to 'right'”, "
        "“delete everything after 'thank you'”, “mute 'my address'”, “move 'my story' to the "
        "beginning”, “remove the pauses” (filler words, repeated takes), “delete "
        "clip 2”, “append b.mp4” (at 0:30), "
        "“put 'Hi' on top for 3 s”, “remove the title”, “burn the captions in, yellow”, “add "
        "lofi.mp3 at 35 %, ducked”, “make it louder”, “normalize for YouTube”, “crop to 9:16”, "
        "“undo”, “what would … do?”, “make the video match ~/edited.docx”, 剪掉前10秒. The user's "
        "file stays as it is.",
        in_cloud=_CHAT,
        destroys=True,
        is_open=True,
        sends=_SENDS,
    ),
    Tool(
        state,
        Overview,
        "Progress and timeline",
        "Progress and timeline of a project; waits for a running job.",
        only_reads=True,
        is_idempotent=True,
    ),
    Tool(
        preview,
        Seen,
        "Look at the edit",
        "See the edited video before it is exported: a moment, a join, or all of it in small.",
        in_cloud="See the edit before it is exported: only for work on this computer.",
        only_reads=True,
        is_idempotent=True,
    ),
    Tool(
        export,
        Exported,
        "Export",
        "Deliver the video, or the transcript in another format. The same call again joins the "
        "work under way.",
        is_idempotent=True,
    ),
    Tool(
        credits_,
        Credits,
        "Credits",
        "What is left to pay with; nothing is needed for work on this computer.",
        in_cloud="What is left to pay with in the NemoVideo cloud.",
        only_reads=True,
        is_idempotent=True,
    ),
    Tool(
        read_transcript,
        Passage,
        "Read the transcript",
        "Read or search what was said.",
        only_reads=True,
        is_idempotent=True,
    ),
    Tool(
        cancel,
        Cancellation,
        "Cancel",
        "End work that is under way; what was recognised so far is kept.",
        in_cloud="End work that is under way; what it has cost until then stays spent.",
        destroys=True,
        is_idempotent=True,
    ),
)

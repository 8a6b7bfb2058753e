"""What an errand has set going on the backend."""

from dataclasses import dataclass, field

from transcribe_video.tools.place import Place
from transcribe_video.wire.job import Job
from transcribe_video.wire.transcript import DocumentFile


@dataclass(frozen=True, slots=True)
class Begun:
    """Work under way, and what is to be said about how it began.

    Attributes:
        session_id: the project that it is in.
        jobs: the work.
        name: how to call what is worked on.
        notes: sentences for the user.
        link: of the page on which a person must first drop a file.
        question: why they must.
        reply: what the backend said where there is no work.
        media_ids: the files that were brought in for it.
        files: documents that are written already.
        is_opened: whether the project was opened for this alone.
        refused: how many more files were named, of which nothing can be made.
    """

    session_id: str
    jobs: list[Job] = field(default_factory=list)
    name: str = ""
    notes: list[str] = field(default_factory=list)
    link: str | None = None
    question: str = ""
    reply: str = ""
    media_ids: list[str] = field(default_factory=list)
    files: list[DocumentFile] = field(default_factory=list)
    is_opened: bool = False
    refused: int = 0

    @property
    def place(self) -> Place:
        """The project, and whether it was opened for this alone."""
        return Place(self.session_id, self.is_opened)

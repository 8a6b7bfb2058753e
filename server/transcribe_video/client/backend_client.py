"""What can be asked of a backend, wherever it is."""

from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

from transcribe_video.client.multipart import Progress
from transcribe_video.client.turn import Begun
from transcribe_video.wire.balance import Balance
from transcribe_video.wire.job import Job
from transcribe_video.wire.order import TranscribeOrder
from transcribe_video.wire.preview import Preview
from transcribe_video.wire.render import RenderRequest
from transcribe_video.wire.session import Session, SessionView
from transcribe_video.wire.state import State
from transcribe_video.wire.transcript import Documents, DocumentsRequest, TranscriptPage
from transcribe_video.wire.upload import UploadReply


class BackendClient(Protocol):
    """The engine on this machine or the cloud, for one person; see ``client.client.Client``."""

    async def open_session(self, language: str = "en", name: str = "project") -> Session:
        """Begin a session."""
        ...

    async def session(self, session_id: str) -> SessionView:
        """All that is known of a session."""
        ...

    async def sessions(self, limit: int = 3) -> list[SessionView]:
        """The newest sessions, newest first."""
        ...

    async def delete_session(self, session_id: str) -> None:
        """Delete a session."""
        ...

    async def drop_file(self, session_id: str, media_id: str) -> None:
        """Take a file with which nothing was done out of a session."""
        ...

    async def state(self, session_id: str) -> State:
        """A session's draft and what belongs to it."""
        ...

    async def upload_paths(self, session_id: str, paths: Sequence[Path]) -> UploadReply:
        """Bring files of this machine into a session."""
        ...

    async def upload_files(
        self, session_id: str, paths: Sequence[Path], progress: Progress | None = None
    ) -> UploadReply:
        """Send the bytes of files into a session."""
        ...

    async def upload_urls(self, session_id: str, urls: Sequence[str]) -> UploadReply:
        """Have files fetched into a session."""
        ...

    async def begin(
        self,
        session_id: str,
        message: str,
        order: TranscribeOrder | None = None,
        brought: Sequence[str] = (),
    ) -> Begun:
        """Say something, for which files were brought, or have recordings transcribed."""
        ...

    async def job(self, job_id: str, wait_s: float = 0.0, after: int = 0) -> Job:
        """A job; waits for its end or for news."""
        ...

    async def cancel_job(self, job_id: str) -> Job:
        """Ask a job to stop."""
        ...

    async def cancel_session(self, session_id: str) -> list[Job]:
        """Ask all jobs of a session to stop."""
        ...

    async def claim_link(self, session_id: str, order: TranscribeOrder | None = None) -> str | None:
        """A link that opens the session in a browser."""
        ...

    async def balance(self) -> Balance:
        """The account's credits."""
        ...

    async def render(self, request: RenderRequest) -> Job:
        """Have a draft made into a file."""
        ...

    async def transcript(  # noqa: PLR0913 - as with the classes that have it
        self,
        session_id: str,
        *,
        media_id: str | None = None,
        from_s: float | None = None,
        to_s: float | None = None,
        find: str | None = None,
        cursor: str | None = None,
        words: bool = False,
        most: int = 6000,
    ) -> TranscriptPage:
        """What was said."""
        ...

    async def preview(
        self, session_id: str, at_s: float | None = None, join: int | None = None
    ) -> Preview:
        """A picture of the edit."""
        ...

    async def write_documents(self, session_id: str, request: DocumentsRequest) -> Documents:
        """Write a finished transcript in other formats."""
        ...

    async def close(self) -> None:
        """Give back all connections."""
        ...

"""Files on their way into a session."""

from pydantic import AliasChoices, Field

from transcribe_video.wire.job import Job
from transcribe_video.wire.message import Id, Message

UPLOAD = "/api/upload-video/nemo_agent/me/{session_id}"
FIELD = "files"
THEN = "then"  # ours, in the query: ?then=transcribe begins the session's order with the files


class UploadedFile(Message):
    """One file in a session.

    Attributes:
        media_id: ours; the cloud has none.
        cdn_url: where the cloud keeps it; also called ``url``.
        duration: seconds; None while a file is being fetched, and for pictures.
        path: ours: where the file lies on this machine, if it was named by its path.
    """

    filename: str = ""
    file_type: str = "video"
    media_id: Id | None = None
    cdn_url: str | None = Field(default=None, validation_alias=AliasChoices("cdn_url", "url"))
    duration: float | None = None
    width: int | None = None
    height: int | None = None
    fps: float | None = None
    hash: str | None = None
    path: str | None = None
    bytes: int | None = None
    notes: list[str] = []


class UrlUpload(Message):
    """``POST UPLOAD`` with addresses: ``{"urls": […], "source_type": "url"}``.

    ``in_background`` is ours: answer at once, with a job for each file in ``jobs``.
    """

    urls: list[str]
    source_type: str = "url"
    in_background: bool = False


class PathUpload(Message):
    """``POST UPLOAD`` with paths of this machine (ours): nothing is copied."""

    paths: list[str]
    source_type: str = "file"


class UploadReply(Message):
    """The reply.

    Attributes:
        files: also called ``uploaded_files``.
        session_state_applied: False if they are uploaded and not in the session.
        jobs: ours: what is being done with them now.
    """

    files: list[UploadedFile] = Field(
        default=[], validation_alias=AliasChoices("files", "uploaded_files")
    )
    session_state_applied: bool = True
    jobs: list[Job] = []

"""One recording for the speech process, and what it made of it, as both ends have them."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from transcribe_video.transcript.data import transcript_data, transcript_of
from transcribe_video.transcript.transcript import Transcript
from transcribe_video.wire.transcript import DocumentFile


@dataclass(frozen=True, slots=True)
class SpeechTask:
    """What is to be done.

    Attributes:
        path: the recording.
        name: what it is called; None is as its file.
        folder: where its documents go; None is beside it.
        formats: names of their formats.
        language: a language's code, or ``"auto"``.
        quality: how carefully to listen.
        model: the speech model; None is the one of the settings.
    """

    path: str
    name: str | None
    folder: str | None
    formats: tuple[str, ...]
    language: str
    quality: str
    model: str | None

    def data(self) -> dict[str, Any]:
        """The same as JSON has it."""
        return asdict(self)


@dataclass(frozen=True, slots=True)
class SpeechResult:
    """What was said, and where it is written.

    Attributes:
        instead_of: the folder in which the documents should be and could not.
    """

    transcript: Transcript
    files: tuple[DocumentFile, ...]
    instead_of: Path | None = None

    def data(self) -> dict[str, Any]:
        """The same as JSON has it."""
        return {
            "transcript": transcript_data(self.transcript),
            "files": [file.sent() for file in self.files],
            "instead_of": None if self.instead_of is None else str(self.instead_of),
        }


def task_of(data: Mapping[str, Any]) -> SpeechTask:
    """The task that ``SpeechTask.data`` gave."""
    return SpeechTask(**{**data, "formats": tuple(data["formats"])})


def result_of(data: Mapping[str, Any]) -> SpeechResult:
    """The result that ``SpeechResult.data`` gave."""
    return SpeechResult(
        transcript=transcript_of(data["transcript"]),
        files=tuple(DocumentFile.model_validate(file) for file in data["files"]),
        instead_of=Path(data["instead_of"]) if data["instead_of"] else None,
    )

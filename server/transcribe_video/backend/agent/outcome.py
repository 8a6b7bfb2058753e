"""What is said when the work for a message has ended."""

from collections.abc import Sequence
from pathlib import Path

from pydantic import ValidationError

from transcribe_video.backend.agent.report import CHINESE, ENGLISH, Report
from transcribe_video.errors import TranscribeVideoError
from transcribe_video.timecode import clock, milliseconds
from transcribe_video.wire.failure import error_of
from transcribe_video.wire.job import Job
from transcribe_video.wire.render import Rendered
from transcribe_video.wire.session import TranscriptSummary
from transcribe_video.wire.transcript import DocumentFile

_MB = 1_000_000


def reply_of(jobs: Sequence[Job], language: str = "en") -> str:
    """The last word on a message: a line for each job, what it made and where, or why not.

    Args:
        jobs: of the message, ended.
        language: of the person: ``"zh"`` is answered in Chinese, all else in English. Notes and
            errors come as they are, these behind what they are about.
    """
    report = CHINESE if language.lower().startswith("zh") else ENGLISH
    # A job that waited for another one fails as that did: it is said once.
    return "\n".join(dict.fromkeys(_line(job, report) for job in jobs))


def _line(job: Job, report: Report) -> str:
    name = job.media_name or report.unnamed.get(job.kind, report.unnamed["transcribe"])
    if job.status == "completed":
        return _completed(job, name, report)
    error = error_of(job.error)
    if error is not None:
        return _failed(error, name, report)
    if job.status == "failed":
        return report.failed.format(name=name)
    if job.status == "cancelled":
        return report.cancelled.get(job.kind, report.cancelled["render"]).format(name=name)
    return report.unfinished.format(name=name)


def _failed(error: TranscribeVideoError, name: str, report: Report) -> str:
    """An error as it is, behind what can be said of it in the person's language."""
    if not report.reasons:
        return str(error)
    reason = next(report.reasons[kind] for kind in type(error).__mro__ if kind in report.reasons)
    return report.tongue.sentences(report.failed.format(name=name), reason, str(error))


def _completed(job: Job, name: str, report: Report) -> str:
    try:
        if job.kind == "transcribe":
            return _transcribed(TranscriptSummary.model_validate(job.result), name, report)
        if job.kind == "render":
            return _rendered(Rendered.model_validate(job.result), report)
    except ValidationError:
        pass  # a result of another version: that it is done can still be said
    return (report.fetched if job.kind == "fetch" else report.done).format(name=name)


def _transcribed(summary: TranscriptSummary, name: str, report: Report) -> str:
    sentence = report.transcribed if summary.words else report.silent
    said = sentence.format(
        name=name,
        length=clock(milliseconds(summary.duration_s)),
        language=report.tongue.language(summary.language),
        words=f"{summary.words:,}",
    )
    return report.tongue.sentences(said, _written(summary.files, report), *summary.notes)


def _written(files: Sequence[DocumentFile], report: Report) -> str:
    """Where the documents are, folder by folder."""
    folders: dict[Path, list[str]] = {}
    for file in files:
        path = Path(file.path)
        folders.setdefault(path.parent, []).append(path.name)
    return report.tongue.sentences(
        *(
            report.written.format(files=report.tongue.listed(names), folder=folder)
            for folder, names in folders.items()
        )
    )


def _rendered(result: Rendered, report: Report) -> str:
    path = Path(result.path)
    size = f"{result.width}×{result.height}" if result.width and result.height else ""
    facts = (clock(milliseconds(result.duration_s)), size, f"{result.bytes / _MB:,.1f} MB")
    said = report.rendered.format(
        name=path.name, folder=path.parent, facts=report.tongue.comma.join(filter(None, facts))
    )
    return report.tongue.sentences(said, *result.notes)

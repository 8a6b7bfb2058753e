"""Files of sessions as the wire shows them."""

import os
from pathlib import Path

from transcribe_video.backend.store.media_files import MediaRecord
from transcribe_video.timecode import seconds
from transcribe_video.wire.upload import UploadedFile


def uploaded_file(record: MediaRecord) -> UploadedFile:
    """A file of a session; where files of ours lie is nobody's business."""
    return UploadedFile(
        filename=record.filename,
        file_type=record.file_type,
        media_id=record.media_id,
        duration=None if record.duration_ms is None else seconds(record.duration_ms),
        width=record.width,
        height=record.height,
        fps=record.fps,
        hash=record.sha256,
        path=None if record.is_ours or record.path is None else _text(record.path),
        bytes=record.bytes,
        notes=list(record.notes),
    )


def _text(path: Path) -> str:
    """A path as text: a byte that is none is shown as “�”."""
    return os.fsencode(path).decode("utf-8", errors="replace")

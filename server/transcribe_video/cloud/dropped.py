"""Files that came into a project by another way than through this machine: pure."""

from collections.abc import Iterator, Sequence
from pathlib import PurePosixPath
from urllib.parse import unquote, urlsplit

from pydantic import ValidationError

from transcribe_video.cloud.records.media_files import CloudMedia
from transcribe_video.wire.state import State
from transcribe_video.wire.upload import UploadedFile


def dropped(state: State, known: Sequence[CloudMedia]) -> Iterator[UploadedFile]:
    """The files of a state that are not known here, each once, in its order."""
    seen = {name for media in known for name in (media.filename, media.cdn_url) if name}
    for info in (state.state.video_infos if state.state else None) or []:
        try:
            file = UploadedFile.model_validate(info)
        except ValidationError:
            continue
        file.filename = file.filename or _name_in(file.cdn_url)
        names = {name for name in (file.filename, file.cdn_url) if name}
        if names and not names & seen:
            seen |= names
            yield file


def _name_in(url: str | None) -> str:
    return PurePosixPath(unquote(urlsplit(url or "").path)).name

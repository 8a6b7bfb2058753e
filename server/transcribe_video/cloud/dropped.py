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
    for file in _files(state):
        names = {name for name in (file.filename, file.cdn_url) if name}
        if names and not names & seen:
            seen |= names
            yield file


def landed(state: State, media: CloudMedia, known: Sequence[CloudMedia]) -> UploadedFile | None:
    """A file of which nobody has said that it arrived, if it is in a state all the same.

    Args:
        state: the project now.
        media: the file.
        known: the files of the project; those of the same name that have arrived do not count.
    """
    others = [one for one in known if one.media_id != media.media_id]
    addresses = {one.cdn_url for one in others if one.cdn_url}
    nameless = [one for one in others if one.filename == media.filename and not one.cdn_url]
    found = [
        file
        for file in _files(state)
        if file.filename == media.filename and file.cdn_url not in addresses
    ]
    return found[-1] if len(found) > len(nameless) else None


def _files(state: State) -> Iterator[UploadedFile]:
    for info in (state.state.video_infos if state.state else None) or []:
        try:
            file = UploadedFile.model_validate(info)
        except ValidationError:
            continue
        file.filename = file.filename or _name_in(file.cdn_url)
        yield file


def _name_in(url: str | None) -> str:
    return PurePosixPath(unquote(urlsplit(url or "").path)).name

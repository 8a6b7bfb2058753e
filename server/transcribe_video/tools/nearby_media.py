"""Recordings, pictures and music that are named without their folder: “append clip2.mp4”."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

from transcribe_video.conversation.editing.quoting import mentions_in
from transcribe_video.conversation.editing.sign import Sign
from transcribe_video.conversation.editing.token import Token
from transcribe_video.tools.call import Call
from transcribe_video.tools.disk import on_disk
from transcribe_video.tools.mentioned import MADE, in_quotes
from transcribe_video.tools.nearby_document import Folders, folders_of, nearby

_SEPARATOR = re.compile(r"[/\\]")
_QUOTE = re.compile(r"[“„\"「『«《`'\u2018\uff02]")


@dataclass(frozen=True, slots=True)
class Completed:
    """A message that names files by their whole paths.

    Attributes:
        message: with the path of each file that was found, in place of its name.
        notes: which files those are.
    """

    message: str
    notes: tuple[str, ...] = ()


async def completed(call: Call, message: str, session_id: str | None) -> Completed:
    """The message with the paths of files that lie beside the project's recordings, or here.

    What the project holds already stays a name. Nothing is guessed that would be sent away.

    Raises:
        UsageError: two files of that name are as likely.
        TranscribeVideoError: the project cannot be looked at.
    """
    if call.desk.cloud_host is not None or not [*_names(message, ())]:
        return Completed(message)
    known: list[str] = []
    if session_id is not None:
        view = await (await call.desk.client()).session(session_id)
        known = [file.filename for file in view.media]
    _written, *folders = await folders_of(call, session_id)
    return await on_disk(completed_in, message, known, folders)


def completed_in(message: str, known: Collection[str], folders: Folders) -> Completed:
    """The message with the paths of files that lie in these folders.

    Args:
        message: as it was written.
        known: the names of the project's files.
        folders: where files lie that are named without their folder.

    Raises:
        UsageError: two files of that name are as likely.
    """
    written, notes, at = "", list[str](), 0
    for start, end in _names(message, known):
        is_quoted = _QUOTE.match(message, start) is not None
        found = nearby(message, end - is_quoted, folders)
        if found is None or (is_quoted and found[0] != start + 1):
            continue
        begin, path = found[0] - is_quoted, found[1]
        if begin >= at and not MADE.search(message[:begin]):
            written, at = written + message[at:begin] + in_quotes(str(path)), end
            notes.append(f"Used: {path}")
    return Completed(written + message[at:], tuple(dict.fromkeys(notes)))


def _names(message: str, known: Collection[str]) -> Iterator[tuple[int, int]]:
    """Where names of files stand that are not the project's."""
    names = {name.casefold() for name in known}
    for token in mentions_in(message, [*known]):
        is_bare = not _SEPARATOR.search(message[token.start : token.end])
        is_other = Path(token.text).name.casefold() not in names
        if is_bare and is_other and (token.sign is Sign.FILE or _is_spaced_name(token)):
            yield token.start, token.end


def _is_spaced_name(token: Token) -> bool:
    """Whether quoted words may be the name of a file: “my photo.jpg”."""
    return token.sign is Sign.QUOTE and bool([*mentions_in(token.text.split()[-1], ())])

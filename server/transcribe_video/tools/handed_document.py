"""A transcript that was edited in a program of the user's, and is handed back as a file."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from transcribe_video.conversation.editing.handed_back import handed_back as text_in
from transcribe_video.conversation.written_language import written_language
from transcribe_video.documents.spoken_text import spoken_text
from transcribe_video.errors import UsageError
from transcribe_video.media.typed_path import readings
from transcribe_video.tools.call import Call
from transcribe_video.tools.disk import on_disk
from transcribe_video.tools.nearby_document import (
    Folders,
    bare_name,
    folders_of,
    looked_in,
    nearby,
)

_MOST_BYTES = 900_000  # of text, in a message that may have a million
_LETTER = r"[^\W\u2e80-\u9fff]"
_BEGINNING = re.compile(
    rf"(?<!{_LETTER})(?<![:/\\.~])(?:file:/|/|(?:~|\.{{1,2}}|[A-Za-z]:)[/\\])(?=[^\s])"
)
_RELATIVE = re.compile(
    rf"(?<!{_LETTER})(?<![:/\\.~-])"
    r"(?=[^\s/\\.~\"'“”「」][^\s/\\\"'“”「」]{0,60}[/\\][^\s/\\])"
)
_END = re.compile(rf"\.(?:docx|txt|md|srt|vtt)(?!{_LETTER}|[/\\.]\w)", re.IGNORECASE)
_WISH = re.compile(
    r"\b(?:match\w*|follow\w*|fit\w*|conform\w*|accord\w*|edited|corrected|revised|shortened)\b"
    r"|\b(?:changed|modified|reworked|rewrote|rewritten|trimmed|updated)\b|\bmy (?:\w+ )?version\b"
    r"|\bas (?:the|a|your) (?:script|guide)\b|\b(?:apply|like) (?:it|this|that)\b"
    r"|\bto (?:the|this|my) (?:text|script|transcript)\b"
    r"|按|照|依|根据|一致|一样|符合|对应|匹配|改好|修改|改了",
    re.IGNORECASE,
)
# What stands before the name of a document that shall be followed.
_FOLLOWED = re.compile(
    r"\b(?:match\w*|follow\w*|fit\w*|conform\w*|accord\w*)\b[^.;!?\n]{0,40}$"
    r"|(?:按|照|依|根据|一致|符合|对应|匹配)[^。；！？\n]{0,12}$",
    re.IGNORECASE,
)
# What stands before the place of a file that shall be made.
_MADE = re.compile(
    r"\b(?:export|save|write|store|deliver|transcrib\w+)\b[^.;!?\n]{0,60}\b(?:to|as|into|in|at)\W*$"
    r"|(?:导出|保存|存|(?<!转)写|输出|转写(?![稿文]))[^。；！？\n]{0,20}(?:到|为|成|在)\W*$",
    re.IGNORECASE,
)
_SEPARATOR = re.compile(r"[/\\]")
_QUOTES = "\"'“”「」『』`«»"
_LEADS = {"en": "Make the video match this text:", "zh": "按照这份文字稿剪视频："}


@dataclass(frozen=True, slots=True)
class Handed:
    """A message, and the transcript that it hands back.

    Attributes:
        message: with the document's name in place of its path.
        text: what the document says is spoken; empty if none is handed back.
        note: which file that is, if its folder was not named.
    """

    message: str
    text: str = ""
    note: str = ""

    def joined(self, message: str) -> str:
        """A message to the editor with the text in it, and with all that is asked for besides."""
        if not self.text:
            return message
        lead = _LEADS[written_language(message, "en")]
        said = message.strip().rstrip(".:。：")
        wholes = (f"{message}\n{self.text}", f"{said}; {lead}\n{self.text}")
        return next((whole for whole in wholes if text_in(whole) == self.text), wholes[-1])


async def handed_in(call: Call, message: str, session_id: str | None) -> Handed:
    """The transcript that a message hands back as a file, by its path or its bare name.

    Raises:
        UsageError: as ``handed_back`` does.
        TranscribeVideoError: the project cannot be looked at.
    """
    is_wished = _WISH.search(message) is not None
    is_bare = is_wished and any(bare_name(message, end) for end in _ends(message))
    is_relative = is_wished and any(_spans(message, _RELATIVE))
    folders = await folders_of(call, session_id) if is_bare or is_relative else ()
    return await on_disk(handed_back, message, folders)


def handed_back(message: str, folders: Folders = ()) -> Handed:
    """The transcript that a message hands back as a file; it looks at the disk.

    Args:
        message: as it was written.
        folders: where a document lies that is named without its folder.

    Raises:
        UsageError: the file is not there, cannot be read, is too long, or there are two that can be
            meant.
    """
    if not _WISH.search(message):
        return Handed(message)
    found = [*_found(message, folders)]
    if len({path for _, _, path in found}) > 1:
        raise _several([path for _, _, path in found])
    if found:
        return _handed(message, *found[0])
    missing = [*_spans(message, _BEGINNING)]
    missing += [span for span in _spans(message, _RELATIVE) if _FOLLOWED.search(message[: span[0]])]
    if missing:
        raise _missing(message[slice(*missing[0])], "there is no such file")
    for end in _ends(message):
        name = bare_name(message, end)
        if folders and name and _FOLLOWED.search(message[: end - len(name)]):
            raise _missing(name, f"there is no such file in {looked_in(folders)}")
    return Handed(message)


def _found(message: str, folders: Folders) -> Iterator[tuple[int, int, Path]]:
    """The documents that a message names, and where their names begin and end in it."""
    at = 0
    for beginning in (_BEGINNING, _RELATIVE):
        for start, end in _spans(message, beginning):
            paths = readings(message[start:end])
            if beginning is _RELATIVE:
                nearer = (folder / message[start:end] for row in folders for folder in row)
                paths = chain(paths, nearer)
            path = next(filter(Path.is_file, paths), None)
            if path is not None and start >= at:
                at = end
                yield start, end, path
    for end in _ends(message):
        near = nearby(message, end, folders)
        if near is not None and not _MADE.search(message[: near[0]]):
            yield near[0], end, near[1]


def _ends(message: str) -> Iterator[int]:
    """Where names of documents end, but for those that shall be made."""
    for end in _END.finditer(message):
        name = bare_name(message, end.end())
        if name and not _MADE.search(message[: end.end() - len(name)]):
            yield end.end()


def _spans(message: str, beginnings: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    """Where documents may be named, of one beginning the shortest first."""
    for beginning in beginnings.finditer(message):
        if not _MADE.search(message[: beginning.start()]):
            line = message.find("\n", beginning.start())
            until = len(message) if line < 0 else line
            for end in _END.finditer(message, beginning.start(), until):
                yield beginning.start(), end.end()


def _handed(message: str, start: int, end: int, path: Path) -> Handed:
    before, behind = message[:start].rstrip(_QUOTES), message[end:].lstrip(_QUOTES)
    text = spoken_text(path)
    if not text:
        why = "there is no text in it"
        raise UsageError(f"“{path.name}” cannot be followed", why, "Hand over another document")
    if len(text.encode()) > _MOST_BYTES:
        why = f"its text is longer than {_MOST_BYTES:,} bytes"
        raise UsageError(f"“{path.name}” cannot be followed", why, "Hand over a shorter one")
    note = "" if _SEPARATOR.search(message[start:end]) else f"Followed: {path}"
    return Handed(f"{before}“{path.name}”{behind}", text, note)


def _missing(typed: str, why: str) -> UsageError:
    remedy = "Name the edited document by its whole path, or paste its text"
    return UsageError(f"“{typed}” cannot be followed", why, remedy)


def _several(paths: list[Path]) -> UsageError:
    names = " and ".join(f"“{name}”" for name in dict.fromkeys(path.name for path in paths[:3]))
    what, why = "It is not clear which document the video shall follow", f"{names} are named"
    return UsageError(what, why, "Name one of them")

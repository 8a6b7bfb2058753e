"""A transcript that was edited in a program of the user's, and is handed back as a file."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from transcribe_video.conversation.editing.handed_back import handed_back as text_in
from transcribe_video.conversation.written_language import written_language
from transcribe_video.documents.spoken_text import spoken_text
from transcribe_video.errors import UsageError
from transcribe_video.media.typed_path import readings
from transcribe_video.tools.edits_in import names_edits

_MOST_BYTES = 900_000  # of text, in a message that may have a million
_LETTER = r"[^\W\u2e80-\u9fff]"
_BEGINNING = re.compile(
    rf"(?<!{_LETTER})(?<![:/\\.~])(?:file:/|/|(?:~|\.{{1,2}}|[A-Za-z]:)[/\\])(?=[^\s])"
)
_END = re.compile(rf"\.(?:docx|txt|md|srt|vtt)(?!{_LETTER}|[/\\.]\w)", re.IGNORECASE)
_WISH = re.compile(
    r"\b(?:match\w*|follow\w*|fit\w*|conform\w*|accord\w*|edited|corrected|revised|shortened)\b"
    r"|按|照|依|根据|一致|一样|符合|对应|匹配|改好|修改",
    re.IGNORECASE,
)
# What stands before the place of a file that shall be made.
_MADE = re.compile(
    r"\b(?:export|save|write|store|deliver|transcri\w+)\b[^.;!?\n]{0,60}\b(?:to|as|into|in|at)\W*$"
    r"|(?:导出|保存|存|写|输出|转写)[^。；！？\n]{0,20}(?:到|为|成|在)\W*$",
    re.IGNORECASE,
)
_QUOTES = "\"'“”「」『』`«»"
_LEADS = {"en": "Make the video match this text:", "zh": "按照这份文字稿剪视频："}


@dataclass(frozen=True, slots=True)
class Handed:
    """A message, and the transcript that it hands back.

    Attributes:
        message: with the document's name in place of its path.
        text: what the document says is spoken; empty if none is handed back.
    """

    message: str
    text: str = ""

    def joined(self, message: str) -> str:
        """A message to the editor with the text in it."""
        if not self.text:
            return message
        whole = f"{message}\n{self.text}"
        if text_in(whole) == self.text:
            return whole
        return f"{_LEADS[written_language(message, 'en')]}\n{self.text}"


def handed_back(message: str) -> Handed:
    """The transcript that a message hands back as a file; it looks at the disk.

    Raises:
        UsageError: the file is not there, cannot be read, is too long, or more is asked for in the
            same message.
    """
    if not _WISH.search(message):
        return Handed(message)
    for start, end in _spans(message):
        path = next(filter(Path.is_file, readings(message[start:end])), None)
        if path is not None:
            return _handed(message, start, end, path)
    missing = next(iter(_spans(message)), None)
    if missing is not None:
        raise _missing(message[slice(*missing)])
    return Handed(message)


def _spans(message: str) -> Iterator[tuple[int, int]]:
    """Where documents may be named, of one beginning the shortest first."""
    for beginning in _BEGINNING.finditer(message):
        if not _MADE.search(message[: beginning.start()]):
            line = message.find("\n", beginning.start())
            until = len(message) if line < 0 else line
            for end in _END.finditer(message, beginning.start(), until):
                yield beginning.start(), end.end()


def _handed(message: str, start: int, end: int, path: Path) -> Handed:
    before, behind = message[:start].rstrip(_QUOTES), message[end:].lstrip(_QUOTES)
    _check_alone(f"{before} {behind}")
    text = spoken_text(path)
    if not text:
        why = "there is no text in it"
        raise UsageError(f"“{path.name}” cannot be followed", why, "Hand over another document")
    if len(text.encode()) > _MOST_BYTES:
        why = f"its text is longer than {_MOST_BYTES:,} bytes"
        raise UsageError(f"“{path.name}” cannot be followed", why, "Hand over a shorter one")
    return Handed(f"{before}“{path.name}”{behind}", text)


def _check_alone(rest: str) -> None:
    """Make sure that nothing else is asked for, which would not be done."""
    if names_edits(rest):
        what = "The video was not changed"
        why = "the message hands a transcript back and asks for other changes too"
        raise UsageError(what, why, "Say one of them first, and the other then")


def _missing(typed: str) -> UsageError:
    what, why = f"“{typed}” cannot be followed", "there is no such file"
    return UsageError(what, why, "Name the edited document by its path, or paste its text")

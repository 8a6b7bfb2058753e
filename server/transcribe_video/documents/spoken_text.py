"""The spoken words of a document that a person has edited: without headings, facts and times."""

import re
from collections.abc import Callable, Iterator, Sequence
from html import unescape
from io import BytesIO
from itertools import dropwhile
from pathlib import Path
from zipfile import BadZipFile, ZipFile

from transcribe_video.documents.facts import NO_SPEECH
from transcribe_video.documents.srt import ZERO_WIDTH_SPACE
from transcribe_video.errors import UsageError

_MOST_BYTES, _MOST_UNPACKED = 20_000_000, 100_000_000
_CLOCK = r"(?:\d{1,3}:)?\d{1,3}:\d{2}(?:[.,]\d{1,3})?"
_STAMP = re.compile(rf"^\s*\[{_CLOCK}\][ \t]*")
_TIMING = re.compile(rf"^\s*{_CLOCK}\s*-->\s*{_CLOCK}.*$")
_FACT = re.compile(r"^(?:File|Length|Language|Model|Note): ")
_TAG = re.compile(r"</?[A-Za-z][^>\n]*>|\{\\[^}\n]*\}")
_BLOCK = re.compile(r"^(?:WEBVTT|NOTE|STYLE|REGION)\b")
_HEADING = re.compile(r"^\s{0,3}#{1,6}\s")
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_STRONG = re.compile(r"(?<!\\)\*\*")


def spoken_text(path: Path) -> str:
    """What a document says is spoken, one paragraph to a line; speakers' names may stand in it.

    Args:
        path: a ``docx``, ``txt``, ``md``, ``srt`` or ``vtt`` file, written by this program or not.

    Raises:
        UsageError: it is none of these, too large, damaged, or cannot be read.
    """
    read = _READERS.get(path.suffix.lower())
    if read is None:
        raise _unread(path, "it is not a docx, txt, md, srt or vtt file")
    content = _content(path)
    try:
        return read(content).replace(ZERO_WIDTH_SPACE, "").strip()
    except (BadZipFile, KeyError, ValueError, SyntaxError, LookupError) as error:
        raise _unread(path, "it is damaged, or not what its name says") from error


def is_readable(name: str) -> bool:
    """Whether the name is one of a document that can be read."""
    return Path(name).suffix.lower() in _READERS


def _content(path: Path) -> bytes:
    try:
        if path.stat().st_size > _MOST_BYTES:
            raise _unread(path, f"it has more than {_MOST_BYTES // 1_000_000} MB")
        return path.read_bytes()
    except OSError as error:
        raise _unread(path, (error.strerror or "the system refused").lower()) from error


def _unread(path: Path, why: str) -> UsageError:
    remedy = "Save it as docx, txt, md or srt, or paste the text"
    return UsageError(f"“{path.name}” cannot be read as a transcript", why, remedy)


def _from_txt(content: bytes) -> str:
    lines = _decoded(content).splitlines()
    return _joined(_STAMP.sub("", line) for line in _behind_heading(lines))


def _behind_heading(lines: Sequence[str]) -> Sequence[str]:
    """The lines behind the title and the facts; where there are none, from the first time on."""
    facts = [number for number, line in enumerate(lines) if _FACT.match(line)]
    if len(facts) < 2 or facts[0] > 2:  # noqa: PLR2004 - a title and an empty line
        stamped = [number for number, line in enumerate(lines) if _STAMP.match(line)]
        return lines[stamped[0] :] if stamped else lines
    told = dropwhile(lambda line: not line.strip() or _FACT.match(line), lines[facts[0] :])
    return list(told)


def _from_md(content: bytes) -> str:
    lines = _decoded(content).splitlines()
    parts = [number for number, line in enumerate(lines) if line.strip() == "## Transcript"]
    body = lines[parts[0] + 1 :] if parts else lines
    plain = (_plain(line) for line in body if not _HEADING.match(line))
    return _joined(_STAMP.sub("", line) for line in plain)


def _plain(line: str) -> str:
    """A line of Markdown as it is read."""
    return unescape(_ESCAPED.sub(r"\1", _STRONG.sub("", line)))


def _from_cues(content: bytes) -> str:
    return _joined(
        line
        for block in re.split(r"\n\s*\n", "\n".join(_decoded(content).splitlines()))
        if not _BLOCK.match(block.strip())
        for line in _cue(block.strip().splitlines())
    )


def _cue(lines: Sequence[str]) -> Iterator[str]:
    """The words of one block: what stands behind its timing, or all of it."""
    timing = [number for number, line in enumerate(lines) if _TIMING.match(line)]
    for line in lines[timing[0] + 1 :] if timing else lines:
        yield unescape(_TAG.sub("", line))


def _from_docx(content: bytes) -> str:
    with ZipFile(BytesIO(content)) as packed:
        if sum(member.file_size for member in packed.infolist()) > _MOST_UNPACKED:
            raise ValueError
    # Word's library takes a tenth of a second to load.
    from transcribe_video.documents.docx_words import words_of  # noqa: PLC0415

    return _joined(_STAMP.sub("", line) for line in words_of(content))


def _decoded(content: bytes) -> str:
    if content[:2] in {b"\xff\xfe", b"\xfe\xff"}:
        return content.decode("utf-16")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")


def _joined(lines: Iterator[str] | Sequence[str]) -> str:
    kept = (line.strip() for line in lines)
    return "\n".join(line for line in kept if line and line != NO_SPEECH)


_READERS: dict[str, Callable[[bytes], str]] = {
    ".docx": _from_docx,
    ".txt": _from_txt,
    ".md": _from_md,
    ".srt": _from_cues,
    ".vtt": _from_cues,
}

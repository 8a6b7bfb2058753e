"""Files and addresses that a message names."""

import os
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path

from transcribe_video.conversation.wish import wish_of
from transcribe_video.errors import MediaForbiddenError, TranscribeVideoError
from transcribe_video.media.source import recordings
from transcribe_video.media.typed_path import readings
from transcribe_video.tools.source import is_address, is_attachment

_ADDRESS = re.compile(r"https?://[^\s\"'<>“”]+")
# Where a path begins: at a root, at the home folder, or at the current one.
_BEGINNING = re.compile(
    r"(?<![^\W\u2e80-\u9fff])(?<![:/\\.~])"
    r"(?:file:/|(?:sandbox:|attachment:)?/|(?:~|\.{1,2}|[A-Za-z]:)[/\\]|\\\\)(?=[^\s])"
)
_QUOTES = dict(zip("\"'`“\u2018«「『", "\"'`”\u2019»」』", strict=True))
_SUFFIX = re.compile(
    r"\.(?:mp4|m4v|mov|avi|webm|mkv|mpe?g|mts|m2ts|3gp|wmv|flv|mp3|wav|m4a|aac|flac|ogg|oga|opus|"
    r"amr|wma|aiff?|png|jpe?g|webp|bmp|gif|tiff?|heic)(?![^\W\u2e80-\u9fff]|[/\\])",
    re.IGNORECASE,
)
_END = re.compile(r"(?<=[^\s])(?=[^\w/\\~%+#-])|(?<=\w)(?=[\u2e80-\u9fff])")
_STOPS = ".,;:!?)。，；！？）"
MADE = re.compile(
    r"\b(?:export|save|write|render|output|store|deliver|name|call)\w*\b[^.;!?\n]{0,60}?"
    r"\b(?:to|as|into|in|under|at|it)\W*$|(?:导出|保存|存|写|输出)[^。；！？\n]{0,20}(?:到|为|成|在)\W*$",
    re.IGNORECASE,
)
"""What stands before the place of a file that shall be made."""
_MOST, _LONGEST, _MOST_TRIED = 20, 1_000, 300


@dataclass(frozen=True, slots=True)
class Mentioned:
    """What a message names.

    Attributes:
        sources: what can be brought into a project, in order, each once: addresses of the web,
            files that are there, files of a chat.
        message: the message, with the paths of files as they are on the disk.
        trouble: why a file that is named cannot be had; None if all can.
        shown: what stands in the message for files of this machine.
    """

    sources: tuple[str, ...] = ()
    message: str = ""
    trouble: TranscribeVideoError | None = None
    shown: tuple[str, ...] = ()

    def told(self, message: str) -> str:
        """The message, or a part of it, with names of files where their paths stand."""
        for path in sorted(self.shown, key=len, reverse=True):
            message = message.replace(path, ", ".join(map(_name, path.split(", "))))
        return message


@dataclass(frozen=True, slots=True)
class _Named:
    """A stretch of a message that names something, and what that is called there."""

    start: int
    end: int
    sources: tuple[str, ...] = ()
    shown: str = ""
    trouble: TranscribeVideoError | None = None


def mentioned(message: str) -> tuple[str, ...]:
    """What a message names that can be brought into a project; it looks at the disk."""
    return named_in(message).sources


def named_in(message: str) -> Mentioned:
    """What a message names; it looks at the disk.

    A path goes as far as something is there: its name may hold spaces, and be quoted, escaped or
    an address of a file. A file that is not there is never another one whose name is alike.
    """
    found = [*_all(message)]
    sources = dict.fromkeys(source for one in found for source in one.sources)
    written, at = "", 0
    for one in found:
        written, at = written + message[at : one.start] + one.shown, one.end
    trouble = next((one.trouble for one in found if one.trouble), None)
    shown = tuple(one.shown for one in found if one.shown and not is_address(one.shown))
    return Mentioned(tuple(sources)[:_MOST], written + message[at:], trouble, shown)


def _name(path: str) -> str:
    """What a file is called, in quotes if its path is."""
    bare = path.strip("“”\"'`").rstrip("/\\")
    name = re.split(r"[/\\]", bare)[-1]
    return f"“{name}”" if path.startswith("“") else name


def _all(message: str) -> Iterator[_Named]:
    at = 0
    is_told = wish_of(message).transcribes
    while one := _next(message, at, is_told=is_told):
        yield one
        at = one.end


def _next(message: str, at: int, *, is_told: bool) -> _Named | None:
    """The next thing that is named from a place on."""
    while True:
        address, begun = _ADDRESS.search(message, at), _BEGINNING.search(message, at)
        if address and not (begun and begun.start() < address.start()):
            named = address[0].rstrip(_STOPS)
            sources = (named,) if is_address(named) else ()
            return _Named(address.start(), address.start() + len(named), sources, named)
        if begun is None:
            return None
        found = _path_at(message, begun.start(), is_told=is_told)
        if found:
            return found
        at = begun.end()


def _path_at(message: str, start: int, *, is_told: bool) -> _Named | None:
    """The path that begins there; None if it is words like any other."""
    rest = message[start : start + _LONGEST].split("\n", 1)[0]
    is_made = MADE.search(message[:start]) is not None
    length, path = _longest(rest, os.path.isfile)
    if path is not None:
        if is_made:
            return _Named(start, start + length, (), rest[:length])
        return _file(message, start, start + length, path)
    length, path = _longest(rest, os.path.isdir)
    typed = _typed(rest, message[start - 1 : start])
    if is_attachment(typed):
        return _Named(start, start + len(typed), (typed,), typed)
    if path is not None and length >= len(typed):
        named = _Named(start, start + length, (), rest[:length])
        return _folder(named, path) if is_told and not is_made else named
    is_file = _SUFFIX.search(typed) or (is_told and len(re.findall(r"[/\\]", typed)) > 1)
    return None if is_made or not is_file else _missing(start, typed)


def _file(message: str, start: int, end: int, path: Path) -> _Named:
    """A file that is there, with the quotation marks around it."""
    source = str(path)
    if message[start:end] != source or re.search(r"[\s'\"]", source):
        closing = _QUOTES.get(message[start - 1 : start])
        if closing and message[end : end + 1] == closing:
            start, end = start - 1, end + 1
    return _Named(start, end, (source,), in_quotes(source))


def _folder(named: _Named, path: Path) -> _Named:
    """A folder stands for the recordings in it."""
    try:
        files = recordings([str(path)])
    except TranscribeVideoError as error:
        return replace(named, trouble=error)
    shown = ", ".join(in_quotes(str(file)) for file in files)
    return replace(named, sources=(str(path),), shown=shown)


def _missing(start: int, typed: str) -> _Named:
    """A file that cannot be looked at is for the person to hand over; one that is nowhere, said."""
    named = _Named(start, start + len(typed), (), typed)
    try:
        paths = [str(path) for path in recordings([typed])]  # letters may be composed otherwise
    except MediaForbiddenError:
        return replace(named, sources=(typed,))
    except TranscribeVideoError as error:
        return replace(named, trouble=error)
    return replace(named, sources=tuple(paths), shown=", ".join(map(in_quotes, paths)))


def _longest(rest: str, is_it: Callable[[Path], bool]) -> tuple[int, Path | None]:
    """How much of a text is the path of something that is there, and that path."""
    for length in _lengths(rest):
        for path in readings(rest[:length]):
            if _is(is_it, path):
                return length, path
    return 0, None


def _is(look: Callable[[Path], bool], path: Path) -> bool:
    try:
        return look(path)
    except (OSError, ValueError):
        return False


def _lengths(rest: str) -> Iterator[int]:
    """Where a path may end, the longest first."""
    ends = {found.start() for found in _END.finditer(rest)}
    ends |= {found.end() for found in _SUFFIX.finditer(rest)} | {len(rest)}
    yield from islice(sorted(ends, reverse=True), _MOST_TRIED)


def _typed(rest: str, before: str) -> str:
    """A path at which nothing is, as far as it goes: its quotes, its suffix, or its first space."""
    quote = _QUOTES.get(before)
    if quote and quote in rest:
        return rest[: rest.index(quote)]
    if suffix := _SUFFIX.search(rest):
        spaced = rest[: suffix.end()]
        if _is_one(spaced):
            return spaced
    return re.split(r"(?<!\\)[\s\"”]", rest)[0].rstrip(_STOPS)


def _is_one(path: str) -> bool:
    """Whether what may hold spaces is one path, and not another word behind the first."""
    return not (" " in path and re.search(r"[,;，；、]|\s(?:and|then|or|to|as|into)\s", path))


def in_quotes(path: str) -> str:
    """The path as it stands in a message: in quotes if it would not end where it ends."""
    return f"“{path}”" if re.search(r"[\s'\"]", path) else path

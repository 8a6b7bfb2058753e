"""A document of a project that is named without its folder: “match edited.txt”."""

import re
from collections.abc import Iterator, Sequence
from itertools import chain, islice
from pathlib import Path

from transcribe_video.errors import UsageError
from transcribe_video.media.typed_path import same_name
from transcribe_video.tools.call import Call
from transcribe_video.tools.disk import on_disk

Folders = Sequence[Sequence[Path]]
"""Where to look, the likeliest first; of two documents in one row none is likelier."""
_LETTER = r"[^\W_\u2e80-\u9fff]"
_BEGINNING = re.compile(rf"(?<!{_LETTER})(?=[^\s/\\.])")
_WORD = re.compile(r"\s|[\u2e80-\u9fff][^\u2e80-\u9fff]")  # begins behind its first letter
_BREAK = re.compile(r"[/\\:“”„\"«»「」『』`\n]")
_LONGEST, _MOST_ENTRIES = 120, 10_000


async def folders_of(call: Call, session_id: str | None) -> Folders:
    """Where a project's documents lie: those it delivered, then its recordings, then here.

    Args:
        call: the tool's.
        session_id: the project; None is none yet.
    """
    written: list[Path] = []
    recorded: list[Path] = []
    if session_id is not None:
        view = await (await call.desk.client()).session(session_id)
        written = [Path(file.path).parent for one in view.transcripts for file in one.files]
        recorded = [Path(file.path).parent for file in view.media if file.path]
    here = await on_disk(_here)
    return [[*dict.fromkeys(row)] for row in (written, recorded, here)]


def _here() -> list[Path]:
    """The working folder; nothing if it is not there any more."""
    try:
        return [Path.cwd()]
    except OSError:
        return []


def nearby(message: str, end: int, folders: Folders) -> tuple[int, Path] | None:
    """The document whose name ends at a place of a message, and where that name begins.

    A name may hold spaces: the longest that there is, is meant.

    Raises:
        UsageError: two documents of that name are as likely.
    """
    for begin in _beginnings(message, end):
        for row in folders:
            found = [
                *_different(path for folder in row for path in _named(folder, message[begin:end]))
            ]
            if len(found) > 1:
                raise _unclear(message[begin:end], found)
            if found:
                return begin, found[0]
    return None


def bare_name(message: str, end: int) -> str:
    """The name that ends there if it is no path: what is quoted, or the last word."""
    begins = [*_beginnings(message, end)]
    if not begins:
        return ""
    is_quoted = begins[0] > 0 and _BREAK.match(message[begins[0] - 1])
    words = (begin for begin in begins if _WORD.match(message, max(0, begin - 1)))
    return message[begins[0] if is_quoted else max(words, default=begins[0]) : end]


def _beginnings(message: str, end: int) -> Iterator[int]:
    """Where a name that ends there may begin, the longest first."""
    first = max(0, end - _LONGEST)
    breaks = [found.end() for found in _BREAK.finditer(message, first, end)]
    first = max(breaks, default=first)
    if message[first - 1 : first] in {"/", "\\"}:  # the end of a path, and no name
        behind = message.find(" ", first, end)
        first = behind + 1 if behind >= 0 else end
    for found in _BEGINNING.finditer(message, first, end):
        yield found.start()


def _named(folder: Path, name: str) -> Iterator[Path]:
    """The files of that name: exactly, else as people write it."""
    path = folder / name
    try:
        if path.is_file():
            yield path
            return
        alike = same_name(name).casefold()
        for entry in islice(folder.iterdir(), _MOST_ENTRIES):
            if same_name(entry.name).casefold() == alike and entry.is_file():
                yield entry
    except (OSError, ValueError):
        return


def _different(paths: Iterator[Path]) -> Iterator[Path]:
    """Each file once."""
    seen: list[Path] = []
    for path in paths:
        if not any(path.samefile(other) for other in seen):
            seen.append(path)
            yield path


def _unclear(name: str, found: Sequence[Path]) -> UsageError:
    places = " and ".join(f"“{path}”" for path in found[:3])
    what, why = f"It is not clear which “{name}” is meant", f"there are {places}"
    return UsageError(what, why, "Name one of them with its whole path")


def looked_in(folders: Folders) -> str:
    """The folders, for a person."""
    places = dict.fromkeys(str(folder) for folder in chain.from_iterable(folders))
    return " or ".join(f"“{place}”" for place in islice(places, 3))

"""What people type or paste for a file, turned into the path they mean."""

import os
import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote
from urllib.request import url2pathname

from transcribe_video.errors import UsageError

_QUOTES = ("''", '""', "“”", "\u2018\u2019", "«»", "``")
_FILE_URL = re.compile(r"file:(?://(?:localhost)?(?=/)|(?=/[^/]))", re.IGNORECASE)
_OTHER_URL = re.compile(r"(?!file:)[a-z][a-z0-9+.-]+://", re.IGNORECASE)


def readings(typed: str) -> Iterator[Path]:
    """The paths that ``typed`` can mean, the most literal first, each absolute.

    Quotes around it, ``~``, ``file://`` URLs, backslashes before spaces and ``%20`` are undone.
    """
    for text in dict.fromkeys(_texts(typed)):
        for name in dict.fromkeys((text, os.path.expanduser(text))):  # noqa: PTH111
            yield Path(name).absolute()


def check_not_url(typed: str) -> None:
    """Refuse an address on the web.

    Raises:
        UsageError: ``typed`` is a URL of something else than a local file.
    """
    if _OTHER_URL.match(_tidy(typed)):
        raise UsageError(
            f"“{_tidy(typed)}” cannot be read",
            "it is an address on the web, and the command line takes files",
            "Give the address to an assistant, or save the recording and name the saved file",
        )


def without_detours(path: Path) -> Path:
    """The absolute path without ``..``; links stay, and what they lead to is the same."""
    plain = Path(os.path.abspath(path))  # noqa: PTH100 - resolve() would follow the links
    try:
        return plain if plain.samefile(path) else path.absolute()
    except (OSError, ValueError):  # behind a link, “..” is another folder than it looks
        return path.absolute()


def same_name(name: str) -> str:
    """A form that is equal for names that look equal.

    Composed and decomposed letters (macOS makes the latter), narrow and plain spaces (as before
    “PM” in a screen recording's name), emoji with and without a variation selector.
    """
    return unicodedata.normalize("NFKC", name).replace("\N{VARIATION SELECTOR-16}", "")


def _texts(typed: str) -> Iterator[str]:
    yield typed
    tidy = _tidy(typed)
    if url := _FILE_URL.match(tidy):
        yield tidy[url.end() :]
        yield url2pathname(tidy[url.end() :])
        return
    yield tidy
    unescaped = re.sub(r"\\(.)", r"\1", tidy) if os.name == "posix" else tidy
    yield unescaped
    yield unquote(tidy)
    yield unquote(unescaped)


def _tidy(typed: str) -> str:
    text = typed.strip()
    if len(text) > 1 and text[0] + text[-1] in _QUOTES:
        return text[1:-1].strip()
    return text

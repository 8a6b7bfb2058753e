"""What a caller means by ``source``: files of this machine, addresses, things out of reach."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from transcribe_video.errors import MediaForbiddenError, TranscribeVideoError, UsageError
from transcribe_video.media.source import recordings

_ADDRESS = re.compile(r"https?://\S+\Z", re.IGNORECASE)
_OTHER_ADDRESS = re.compile(r"(?!file:)[a-z][a-z0-9+.-]+://", re.IGNORECASE)
_SOUND = "#sound"  # after a film's path: its sound alone, for a cloud that takes no more
# Where assistants say that a file of the chat lies: in a machine of theirs, not on this one.
_ATTACHMENT = re.compile(
    r"(sandbox:|attachment:|file://)?/*(mnt/(user-data|data|uploads|file_upload)|home/claude)/",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Source:
    """What was named.

    Attributes:
        paths: files of this machine, absolute, each once.
        addresses: http and https.
        out_of_reach: what a person must hand over: a file in a chat, one the system keeps from us.
        failures: the errors of all else.
    """

    paths: tuple[Path, ...] = ()
    addresses: tuple[str, ...] = ()
    out_of_reach: tuple[str, ...] = ()
    failures: tuple[TranscribeVideoError, ...] = ()

    @property
    def is_hopeless(self) -> bool:
        """Whether nothing that was named can be used."""
        return bool(self.failures) and not (self.paths or self.addresses or self.out_of_reach)

    @property
    def name(self) -> str:
        """How to call it in a sentence."""
        if self.paths:
            return self.paths[0].name
        named = next(iter((*self.addresses, *self.out_of_reach)), "project")
        return re.split(r"[?#]", named)[0].rstrip("/").replace("\\", "/").rsplit("/", 1)[-1]


def is_address(text: str) -> bool:
    """Whether it is an address of the web that a recording can be fetched from."""
    return bool(_ADDRESS.match(text.strip()))


def source_of(typed: str | Sequence[str]) -> Source:
    """Sort out what a caller named: a path, an address, or several; a folder is what is in it.

    It looks at the disk, which may take a while.

    Raises:
        UsageError: nothing is named.
    """
    named = [typed] if isinstance(typed, str) else list(typed)
    if not [one for one in named if one.strip()]:
        raise UsageError(
            "There is nothing to do",
            "“source” is empty",
            "Give the path or address of a recording, or leave it out for a page to drop one on",
        )
    paths: dict[Path, None] = {}
    addresses: dict[str, None] = {}
    out_of_reach: dict[str, None] = {}
    failures: list[TranscribeVideoError] = []
    for one in named:
        if is_address(one):
            addresses[one.strip()] = None
            continue
        try:
            paths.update(dict.fromkeys(_recordings(one)))
        except MediaForbiddenError:
            out_of_reach[one.strip()] = None
        except TranscribeVideoError as error:
            if is_attachment(one):
                out_of_reach[one.strip()] = None
            else:
                failures.append(error)
    return Source(tuple(paths), tuple(addresses), tuple(out_of_reach), tuple(failures))


def is_attachment(typed: str) -> bool:
    """Whether it is the path of a file in a chat, which lies on no disk of this machine."""
    return bool(_ATTACHMENT.match(typed.strip().strip("'\"`")))


def _recordings(typed: str) -> list[Path]:
    if _OTHER_ADDRESS.match(typed.strip()) and not is_attachment(typed):
        raise UsageError(
            f"“{typed.strip()[:100]}” cannot be fetched",
            "only addresses that begin with http:// or https:// are",
            "Give the address of the video file itself, or the path of a saved file",
        )
    film = typed.strip().removesuffix(_SOUND)
    if film == typed.strip():
        return recordings([typed])
    try:
        return recordings([typed])  # a file may have such a name
    except TranscribeVideoError:
        return [path.with_name(path.name + _SOUND) for path in recordings([film])]

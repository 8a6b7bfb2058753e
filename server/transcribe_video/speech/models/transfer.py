"""One file from an HTTP server to the disk, going on where an earlier attempt ended.

The file grows under its own name with ``.part`` behind it, so that what a killed or broken
attempt had is there for the next; the caller renames it once its hash is right. Asking for the
rest of a file by its length alone is safe, because a revision on the hub never changes.
"""

from collections.abc import Callable
from pathlib import Path

import httpx2

from transcribe_video.speech.models.published_model import PublishedFile
from transcribe_video.speech.models.verification import DamageError

# A file of unknown length is a small JSON file: a server that sends more sends something else.
_MOST_BYTES_UNKNOWN = 16 << 20
_PARTIAL, _RANGE_REFUSED = 206, 416


def part_of(path: Path) -> Path:
    """Where ``path`` grows until it is whole."""
    return path.with_name(f"{path.name}.part")


def size_of(path: Path) -> int:
    """Length in bytes; 0 if there is nothing."""
    return path.stat().st_size if path.exists() else 0


def transfer(
    client: httpx2.Client,
    address: str,
    part: Path,
    file: PublishedFile,
    on_bytes: Callable[[int], None],
) -> None:
    """Bring ``part`` up to the whole of ``file``.

    Args:
        client: follows redirects and knows the timeouts.
        address: URL of the file.
        part: the file so far; made if there is none.
        file: what it should become; more bytes than that are refused.
        on_bytes: told the length of ``part`` whenever it has changed.

    Raises:
        httpx2.HTTPError: the server cannot be reached, refuses, or broke off; ``part`` holds what
            arrived.
        DamageError: the server sends something of another length.
        OSError: ``part`` cannot be written.
    """
    start = size_of(part)
    if start and start == file.size_bytes:
        return
    with client.stream("GET", address, headers=_range_from(start)) as response:
        if response.status_code != _RANGE_REFUSED or not start:
            response.raise_for_status()
            _receive(response, part, file, on_bytes)
            return
    part.unlink()  # it is longer than the file, so it is not the file's beginning
    transfer(client, address, part, file, on_bytes)


def _range_from(start: int) -> dict[str, str]:
    # Compressed bytes would have other positions than the file's.
    plain = {"Accept-Encoding": "identity"}
    return plain | {"Range": f"bytes={start}-"} if start else plain


def _receive(
    response: httpx2.Response, part: Path, file: PublishedFile, on_bytes: Callable[[int], None]
) -> None:
    most = file.size_bytes or _MOST_BYTES_UNKNOWN
    with part.open("ab") as out:
        if response.status_code != _PARTIAL:
            out.seek(0)  # the server ignores ranges and sends the file from its beginning
            out.truncate()
        for piece in response.iter_bytes():
            out.write(piece)
            on_bytes(out.tell())
            if out.tell() > most:
                raise DamageError(part, f"{file.name} is longer than {most} bytes")

"""What a recording is, wherever it is known from: for work that is not done twice."""

import os
from pathlib import Path


def identity(
    path: Path | None, *, handle: str, address: str | None = None, content: str | None = None
) -> list[str | int]:
    """Equal for the same recording, and for no other, as JSON has it.

    Args:
        path: where it lies; None if it is not on this computer (yet). What lies there is told by
            its size and its time, so that a file that was changed since is another one.
        handle: under which it is known, where nothing else tells it.
        address: where it is fetched from.
        content: the digest of its bytes, of a copy whose path says nothing.
    """
    if path is None:
        return ["address", address] if address else ["handle", handle]
    if content is not None:
        return ["content", content]
    real = os.path.realpath(path)
    try:
        status = Path(real).stat()
    except OSError:
        return ["file", real, handle]
    return ["file", real, status.st_size, status.st_mtime_ns]

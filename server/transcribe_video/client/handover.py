"""Bringing a file of this machine into a session, whoever of the two may read it."""

import asyncio
from pathlib import Path

from transcribe_video.client.backend_client import BackendClient
from transcribe_video.client.multipart import Progress
from transcribe_video.errors import MediaForbiddenError, MediaNotFoundError, TooLargeError
from transcribe_video.wire.upload import UploadReply


async def hand_over(
    client: BackendClient, session_id: str, path: Path, progress: Progress | None = None
) -> UploadReply:
    """Name a file to the backend or, where only this process may read it, send its bytes.

    Args:
        client: of the backend.
        session_id: where the file goes.
        path: the file, absolute.
        progress: told the bytes sent, and how many there are in all; not where none are sent.

    Returns:
        What the backend answers; its files have a ``path`` only where nothing was sent.

    Raises:
        MediaForbiddenError, MediaNotFoundError: neither may read it, or sees it.
        TooLargeError: only this process may read it, and it has more bytes than may travel.
        MediaError: it is nothing that can be worked on.
    """
    try:
        return await client.upload_paths(session_id, [path])
    except (MediaForbiddenError, MediaNotFoundError) as error:
        # A backend can be kept out of a folder, or see other disks than the one who calls it.
        if not await asyncio.to_thread(_is_readable, path):
            raise
        try:
            return await client.upload_files(session_id, [path], progress)
        except TooLargeError as limit:
            raise TooLargeError(
                error.what, f"the backend may not read it, and {limit.why}", error.remedy
            ) from limit


def _is_readable(path: Path) -> bool:
    try:
        # Who opens a pipe may wait for ever.
        if not path.is_file():
            return False
        with path.open("rb"):
            return True
    except (OSError, ValueError):
        return False

"""What a message tells the editor, and what of it another tool does instead."""

import re
from pathlib import Path
from typing import Any

from transcribe_video.conversation.sense import UPLOAD
from transcribe_video.conversation.vague import is_vague
from transcribe_video.tools.answer import Answer
from transcribe_video.tools.call import Call
from transcribe_video.tools.conversation_turn import conversed
from transcribe_video.tools.disk import on_disk
from transcribe_video.tools.mentioned import Mentioned
from transcribe_video.tools.proposal import proposed
from transcribe_video.tools.reply import Reply, replied
from transcribe_video.tools.upload import uploaded
from transcribe_video.tools.wished_documents import left_over, parted, wished

_DOCUMENT = re.compile(r"\.(?:docx|txt|md|srt|vtt|json)$", re.IGNORECASE)
_CALLED = "Documents are called after their recording, so none is called “{}”."


async def instructed(
    call: Call,
    message: str,
    session_id: str | None,
    named: Mentioned,
    wish: dict[str, Any] | None = None,
) -> Answer[Reply]:
    """What comes of an instruction; the one on this machine understands all of it.

    The editor of the cloud is told neither to transcribe nor where files lie here, and nothing
    vague: that would cost, whatever it made of it.

    Args:
        call: the tool's.
        message: what the user said, with paths as they are on the disk.
        session_id: the project; None begins one.
        named: what it names.
        wish: see ``conversed``.

    Raises:
        TranscribeVideoError: it cannot be done.
        StillWorkingError: it has not begun when time is up.
    """
    if call.desk.cloud_host is None:
        return await conversed(call, message, session_id, named.sources, wish)
    documents, rest = parted(message, named.sources)
    if documents:
        answer = await wished(call, documents, session_id, named.sources)
        return left_over(answer, named.told(rest))
    if not is_vague(named.told(message)):
        return await conversed(call, named.told(message), session_id, named.sources, wish)
    if named.sources:
        came = await brought(call, named.sources, session_id)
        if came.result.status != "completed":
            return came
        session_id = came.result.session_id
    return await proposed(call, message, session_id)


def is_for_documents(named: Mentioned) -> bool:
    """Whether a message asks for documents of what it names, and for nothing that is a video."""
    return bool(parted(named.message, named.sources)[0])


async def transcribed_to(
    call: Call, path: str, session_id: str | None, named: Mentioned
) -> Answer[Reply]:
    """The documents that a message asks for, at the place that it names.

    Args:
        call: the tool's.
        path: the place: a folder, or a file that tells one and a format.
        session_id: the project; None begins one.
        named: what the message names, without the place.

    Raises:
        TranscribeVideoError: it cannot be done.
        StillWorkingError: it has not begun when time is up.
    """
    documents, rest = parted(named.message, named.sources)
    is_file = bool(_DOCUMENT.search(path)) and not await on_disk(Path(path).is_dir)
    folder = str(Path(path).parent) if is_file else path
    answer = await wished(call, documents, session_id, named.sources, output_dir=folder)
    if is_file:
        note = _CALLED.format(Path(path).name)
        answer.result.notes = [*answer.result.notes, note]
    return left_over(answer, named.told(rest))


async def brought(call: Call, sources: tuple[str, ...], session_id: str | None) -> Answer[Reply]:
    """What a message names, in the project and nothing more; raises what ``uploaded`` does."""
    answer = await uploaded(call, sources, session_id)
    return replied(UPLOAD, answer, answer.body(answer.result))

"""Orders for transcriptions: checked before the work, and told apart."""

import json
from hashlib import sha256

from transcribe_video.backend.jobs.work import TRANSCRIBE
from transcribe_video.backend.store.media_files import MediaRecord
from transcribe_video.delivery.folder import full_path
from transcribe_video.documents.registry import formats_named
from transcribe_video.errors import UsageError
from transcribe_video.media.identity import identity
from transcribe_video.speech.quality import quality_named
from transcribe_video.transcript.language import check_language
from transcribe_video.wire.order import TranscribeOrder

_NOWHERE = "Documents cannot be written into"


def checked(order: TranscribeOrder) -> TranscribeOrder:
    """The order in the one form that means the same.

    Raises:
        UsageError: it cannot be carried out.
    """
    formats = [kind.name for kind in formats_named(order.formats)]
    if not formats:
        raise UsageError(
            "There is nothing to do", "no document format is named", "Name one, such as docx"
        )
    return order.model_copy(
        update={
            "formats": formats,
            "language": check_language(order.language),
            "quality": quality_named(order.quality).name,
            "output_dir": _folder(order.output_dir),
        }
    )


def key_of(order: TranscribeOrder, media: MediaRecord) -> str:
    """Equal for orders that make the same documents of the same recording."""
    wanted = order.model_dump(mode="json", exclude={"media_ids"})
    content = media.sha256 if media.is_ours else None
    same = identity(media.path, handle=media.media_id, address=media.url, content=content or None)
    facts = [TRANSCRIBE, same, wanted]
    return sha256(json.dumps(facts, sort_keys=True).encode()).hexdigest()


def _folder(given: str | None) -> str | None:
    if given is None:
        return None
    folder = full_path(given, _NOWHERE)
    if folder.exists() and not folder.is_dir():
        raise UsageError(
            f"{_NOWHERE} “{folder}”", "a file is there, not a folder", "Choose a folder"
        )
    return str(folder)

"""The child process that makes one picture of an edit, where a broken decoder harms nobody."""

from base64 import b64encode
from pathlib import Path

from transcribe_video.backend.parent import Parent
from transcribe_video.errors import TranscribeVideoError
from transcribe_video.wire.failure import described


def main() -> None:
    """Answer an order of ``media.preview`` with ``{"jpeg": …, "notes": …}`` or ``{"error": …}``."""
    parent = Parent()
    order = parent.only_order()
    try:
        parent.tell(_made(order))
    except TranscribeVideoError as error:
        parent.tell({"error": described(error)})
    parent.leave()


def _made(order: dict[str, object]) -> dict[str, object]:
    # Brings the media library; by now the parent's end would be noticed.
    from transcribe_video.media.preview.order import Order  # noqa: PLC0415
    from transcribe_video.media.preview.sheet import preview  # noqa: PLC0415

    sheet = preview(Order.model_validate(order), Path.cwd())
    return {"jpeg": b64encode(sheet.jpeg).decode("ascii"), "notes": sheet.notes}


if __name__ == "__main__":
    main()

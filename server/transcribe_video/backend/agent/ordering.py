"""A wish as orders for the backend."""

from collections.abc import Iterable

from transcribe_video.backend.agent.choice import Choice
from transcribe_video.conversation.kind import Kind
from transcribe_video.conversation.wish import Wish
from transcribe_video.documents.registry import formats_named
from transcribe_video.wire.order import TranscribeOrder
from transcribe_video.wire.render import Output

_CAPTIONS_ONLY = ("srt",)
# The nearest that can be made.
_RESOLUTIONS = {"over": "1080p", "under": "720p"}


def order_of(
    wish: Wish, choice: Choice, given: TranscribeOrder | None, *, is_for_captions: bool
) -> TranscribeOrder:
    """The order for a transcription.

    Args:
        wish: what the message wants.
        choice: the files that it means.
        given: what the caller set; where it differs from the defaults, it wins.
        is_for_captions: whether it is only for the captions of a video.

    Raises:
        UsageError: a format in ``given`` is not known.
    """
    usual = TranscribeOrder()
    said = TranscribeOrder(
        media_ids=choice.media_ids,
        formats=_formats(wish, _CAPTIONS_ONLY if is_for_captions else usual.formats),
        language=wish.language or usual.language,
        quality=wish.quality or usual.quality,
        speakers=wish.wants_speakers,
    )
    if given is None:
        return said
    set_apart = {
        name: value for name, value in _values(given).items() if value != getattr(usual, name, None)
    }
    order = said.model_copy(update=set_apart)
    return order.model_copy(update={"formats": _canonical(order.formats)})


def output_of(wish: Wish, choice: Choice, name: str | None = None) -> Output:
    """The video that a wish wants; of one file, if it names one of several.

    Args:
        wish: what the message wants.
        choice: the files that it means.
        name: what the video shall be called, beside the recording; None if that is not said.
    """
    only = choice.media_ids
    resolution = _RESOLUTIONS.get(wish.resolution or "", wish.resolution)
    media_id = only[0] if len(only) == 1 else None
    is_burned = any(kind is Kind.BURN for kind, _ in wish.misses)
    captions = "burned" if is_burned else wish.captions
    return Output(resolution=resolution, captions=captions, media_id=media_id, path=name)


def _formats(wish: Wish, usual: Iterable[str]) -> list[str]:
    wanted = _canonical(wish.formats or usual)
    return [name for name in wanted if name not in wish.unwanted or name in wish.formats]


def _canonical(names: Iterable[str]) -> list[str]:
    return [found.name for found in formats_named(names)]


def _values(order: TranscribeOrder) -> dict[str, object]:
    """All that an order holds, unknown keys too."""
    return {name: getattr(order, name) for name in type(order).model_fields} | (
        order.model_extra or {}
    )

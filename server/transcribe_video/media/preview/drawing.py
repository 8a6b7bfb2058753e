"""What an export draws on its pictures, drawn in the same way: texts and fades."""

from collections.abc import Iterator, Sequence

from transcribe_video.media.preview.easel import Easel
from transcribe_video.media.preview.order import Order
from transcribe_video.media.preview.pixels import Pixels, size_of
from transcribe_video.media.render.captions import fitted
from transcribe_video.media.render.graph import fade_filters, text_filter
from transcribe_video.media.render.language_code import language_code
from transcribe_video.media.render.plan import Look
from transcribe_video.media.render.size import Size
from transcribe_video.media.render.subtitles import missing_letters, subtitles
from transcribe_video.media.render.typeface import cjk_folder, missing_note


def drawn(
    pictures: Sequence[Pixels], order: Order, easel: Easel
) -> tuple[Sequence[Pixels], tuple[str, ...]]:
    """The pictures with what is drawn on them, and what their owner should know about that.

    Args:
        pictures: of the moments that are ordered, all of one size.
        order: what is to be seen.
        easel: where they are changed.

    Raises:
        StorageError: the disk is full or may not be written.
        MissingExtraError: ffmpeg is not installed.
    """
    size = size_of(pictures[0])
    filters = [*_text(order, size, easel), *fade_filters(order.fades, _length_ms(order))]
    if not filters:
        return pictures, ()
    stored = [pixels.tobytes() for pixels in pictures]
    made, said = easel.changed(stored, "rgb24", size, [_times(order), *filters])
    letters = missing_letters(said)
    return made, (missing_note(letters),) if letters else ()


def _text(order: Order, size: Size, easel: Easel) -> Iterator[str]:
    look = Look(
        titles=order.titles,
        burned=fitted(order.captions if order.caption_style.is_burned else (), _length_ms(order)),
        style=order.caption_style,
    )
    if not look.has_text:
        return
    folder = cjk_folder()
    is_there, language = folder is not None, language_code(order.language)
    script = subtitles(look, size, language, is_cjk_there=is_there)
    yield text_filter(easel.script(script.text), folder if script.has_cjk else None)


def _times(order: Order) -> str:
    """Each picture at its time of the edit, in milliseconds."""
    rows = (f"eq(N\\,{number})*{shown.time_ms}" for number, shown in enumerate(order.frames))
    return f"settb=1/1000,setpts={'+'.join(rows)}"


def _length_ms(order: Order) -> int:
    return sum(round((clip.d_ms or 0) / clip.speed) for clip in order.clips)

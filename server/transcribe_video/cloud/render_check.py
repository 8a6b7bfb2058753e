"""Whether a film that came from the cloud is the one that was asked for."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from transcribe_video.errors import DamagedMediaError, MediaError
from transcribe_video.media.mp4 import Film, film_at
from transcribe_video.timecode import seconds
from transcribe_video.wire.draft import Draft
from transcribe_video.wire.render import Output

_LEAST_MS, _SHARE = 500, 0.02  # so far a film may be from the length of its draft
_HEIGHTS = {"1080p": 1080, "720p": 720}


@dataclass(frozen=True, slots=True)
class Checked:
    """A film that passed, and what a person should know of it."""

    film: Film
    notes: tuple[str, ...]


def check(path: Path, draft: Draft, output: Output) -> Checked:
    """Look at a film before it counts as finished.

    Args:
        path: the film.
        draft: what it was made of.
        output: what was wished for.

    Raises:
        DamagedMediaError: it does not open as a film, or it has another length.
    """
    what = "The video that came from the cloud cannot be used"
    try:
        film = film_at(path)
    except MediaError as error:
        why = "it is not whole, or no MP4 video"
        raise DamagedMediaError(what, why, "Export it again") from error
    if film.width is None and film.height is None:
        raise DamagedMediaError(what, "it has no picture", "Export it again")
    wanted_ms = draft.d
    if wanted_ms and abs(film.duration_ms - wanted_ms) > max(_LEAST_MS, _SHARE * wanted_ms):
        has, asked = seconds(film.duration_ms), seconds(round(wanted_ms))
        why = f"it is {has:g} s long, and the timeline is {asked:g} s"
        raise DamagedMediaError(what, why, "Export it again")
    return Checked(film, (*_size_notes(film, draft, output), *_caption_notes(output)))


def _size_notes(film: Film, draft: Draft, output: Output) -> Iterator[str]:
    wished = _HEIGHTS.get(output.resolution or "")
    size = f"{film.width}×{film.height}"
    planned = draft.m.get("width"), draft.m.get("height")
    if wished and wished not in {film.height, film.width}:
        yield f"The cloud chooses a video's size itself: it is {size}, not {output.resolution}."
    elif all(isinstance(side, int) for side in planned) and planned != (film.width, film.height):
        yield f"The picture is {size}; the timeline says {planned[0]}×{planned[1]}."


def _caption_notes(output: Output) -> Iterator[str]:
    if output.captions in {"soft", "burned", "off"}:
        yield (
            "The cloud makes a video with the captions that are on its timeline, as they are "
            "there; ask for others with chat."
        )

"""The child process that looks into one file, where a decoder that breaks down harms nobody."""

from pathlib import Path
from typing import TYPE_CHECKING

from transcribe_video.backend.media_facts import AUDIO, IMAGE, VIDEO, MediaFacts
from transcribe_video.backend.parent import Parent
from transcribe_video.errors import MediaError, TranscribeVideoError
from transcribe_video.wire.failure import described

if TYPE_CHECKING:
    from transcribe_video.media.info import MediaInfo

_MOST_READ_BYTES = 2_000_000_000  # of a recording whose length only its end tells; half a minute


def main() -> None:
    """Answer ``{"path": …}`` with ``{"facts": …}`` or ``{"error": …}``."""
    parent = Parent()
    path = Path(parent.only_order()["path"])
    try:
        parent.tell({"facts": _facts(path).data()})
    except TranscribeVideoError as error:
        parent.tell({"error": described(error)})
    parent.leave()


def _facts(path: Path) -> MediaFacts:
    # Brings the media library; by now the parent's end would be noticed.
    from transcribe_video.media.probe import probe  # noqa: PLC0415
    from transcribe_video.media.still import still  # noqa: PLC0415
    from transcribe_video.media.track import choose_track  # noqa: PLC0415

    picture = still(path)
    if picture is not None:
        return MediaFacts(IMAGE, None, picture.width, picture.height, has_sound=False)
    info = probe(path)
    try:
        choose_track(path, info)
    except MediaError:
        if not info.has_picture:
            raise
        return _video(path, _length_ms(path, info), has_sound=False)
    if info.has_picture:
        return _video(path, _length_ms(path, info), has_sound=True)
    return MediaFacts(AUDIO, _length_ms(path, info))


def _length_ms(path: Path, info: "MediaInfo") -> int | None:
    """Its length; of what a browser has recorded, which does not tell it, as far as it reads."""
    from transcribe_video.media.container import opened  # noqa: PLC0415
    from transcribe_video.media.render.reach import length_ms  # noqa: PLC0415

    if info.duration_ms is not None or path.stat().st_size > _MOST_READ_BYTES:
        return info.duration_ms
    seen = [track.index for track in info.video if not track.is_cover]
    with opened(path) as recording:
        tracks = {*seen, *(track.index for track in info.audio)}
        return max(0, length_ms(recording, tracks, info.start_ms)) or None


def _video(path: Path, duration_ms: int | None, *, has_sound: bool) -> MediaFacts:
    from transcribe_video.media.render.survey import picture_of  # noqa: PLC0415
    from transcribe_video.media.source_clock import timecode_of  # noqa: PLC0415

    try:
        picture = picture_of(path)
    except MediaError:  # a picture that is not read here: its sound may still be
        picture = None
    if picture is None:
        return MediaFacts(VIDEO, duration_ms, has_sound=has_sound)
    size, fps = picture.size, round(float(picture.rate), 3) if picture.rate else None
    return MediaFacts(
        VIDEO, duration_ms, size.width, size.height, fps, has_sound, timecode=timecode_of(path)
    )


if __name__ == "__main__":
    main()

"""The child process that looks into one file, where a decoder that breaks down harms nobody."""

from pathlib import Path

from transcribe_video.backend.media_facts import AUDIO, IMAGE, VIDEO, MediaFacts
from transcribe_video.backend.parent import Parent
from transcribe_video.errors import MediaError, TranscribeVideoError
from transcribe_video.wire.failure import described


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
        return _video(path, info.duration_ms, has_sound=False)
    if info.has_picture:
        return _video(path, info.duration_ms, has_sound=True)
    return MediaFacts(AUDIO, info.duration_ms)


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

"""Where a moment of one timeline is on a later one: the same moment of the same file."""

from transcribe_video.backend.editor.timeline import Timeline


def moment_after(before: Timeline, after: Timeline, ms: int) -> int:
    """The time on ``after`` at which what ``before`` shows at ``ms`` is shown.

    What was taken out counts as the moment that follows it; the end stays the end.
    """
    for at_ms, clip in before.places:
        first = max(ms, at_ms)
        if first >= at_ms + clip.d_ms:
            continue
        source_ms = clip.from_ms + round((first - at_ms) * clip.speed)
        found = _next(after, clip.media_id, source_ms, clip.to_ms)
        if found is not None:
            return found
    return after.d_ms


def _next(after: Timeline, media_id: str, from_ms: int, to_ms: int) -> int | None:
    """When the first moment of that part of a file is shown of which something is left."""
    places: list[tuple[int, int]] = []
    for at_ms, clip in after.places:
        first = max(clip.from_ms, from_ms)
        if clip.media_id == media_id and first < min(clip.to_ms, to_ms):
            places.append((first, at_ms + round((first - clip.from_ms) / clip.speed)))
    return min(places)[1] if places else None

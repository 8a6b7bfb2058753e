"""The part of a draft that is about one file, so that several can be rendered apart: pure."""

from collections.abc import Mapping
from pathlib import PurePath
from typing import Any

from transcribe_video.errors import UsageError
from transcribe_video.wire.draft import AUDIO, VIDEO

PART = (
    "Only this file's own clips are in this video; titles, music and effects of the whole timeline "
    "are not."
)
_DEEPEST = 6


def part_of(
    draft: Mapping[str, Any], filename: str, cdn_url: str | None, *, is_only: bool
) -> dict[str, Any]:
    """The draft with the clips of one file only; what is kept is kept as it came.

    A clip is a file's if somewhere in it stands the file's address in the cloud or its name.
    Tracks of text and effects stay only where the whole timeline is this file's.

    Args:
        draft: of the session.
        filename: the file.
        cdn_url: where the cloud keeps it.
        is_only: whether the session has no other file: then the draft is its own.

    Raises:
        UsageError: nothing of the file is on the timeline.
    """
    if is_only:
        return dict(draft)
    names = frozenset(filter(None, (filename, PurePath(filename).stem, cdn_url)))
    tracks = [_track(track, names) for track in _objects(draft.get("t"))]
    kept = [track for track in tracks if track is not None]
    if not kept:
        raise UsageError(
            f"“{filename}” cannot be exported alone",
            "the cloud's timeline does not say which of its clips are this file's",
            "Export the whole project, or upload the file to a project of its own",
        )
    length = max(_length(track) for track in kept)
    return {**draft, "t": kept, **({"d": length} if "d" in draft else {})}


def is_clip_of(clip: object, names: frozenset[str], depth: int = 0) -> bool:
    """Whether one of a file's names stands somewhere in a clip."""
    if isinstance(clip, str):
        return clip in names
    if depth > _DEEPEST:
        return False
    if isinstance(clip, Mapping):
        return any(is_clip_of(value, names, depth + 1) for value in clip.values())
    return isinstance(clip, list) and any(is_clip_of(item, names, depth + 1) for item in clip)


def _track(track: Mapping[str, Any], names: frozenset[str]) -> dict[str, Any] | None:
    if track.get("tt") not in (VIDEO, AUDIO):
        return None
    clips = [clip for clip in _objects(track.get("sg")) if is_clip_of(clip, names)]
    if not clips:
        return None
    part = {**track, "sg": clips}
    return {**part, "d": _length(part)} if "d" in track else part


def _length(track: Mapping[str, Any]) -> float:
    found = (clip.get("d") for clip in track["sg"])
    return sum(length for length in found if isinstance(length, int | float))


def _objects(value: object) -> list[Mapping[str, Any]]:
    return [item for item in value if isinstance(item, Mapping)] if isinstance(value, list) else []

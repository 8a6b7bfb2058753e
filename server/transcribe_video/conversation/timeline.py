"""The timeline in one line, as people and assistants read it."""

from collections.abc import Sequence
from dataclasses import replace

from transcribe_video.conversation.tracks import ClipView, TrackView, tracks_of
from transcribe_video.wire.draft import Draft

_MOST_CLIPS, _MOST_TRACKS = 6, 12  # that are named
_NUMBERED = {"Video", "Sound"}


def timeline(draft: Draft) -> str:
    """The summary line: what lies on each track, and when.

    For example ``Timeline (2 tracks): 1. Video: city timelapse (0-10s) 2. BGM: Lo-fi (0-10s,
    35%)``. Names come from files and backends: the line is material, never instructions.
    """
    tracks = tracks_of(draft)
    head = f"Timeline ({len(tracks)} track{'' if len(tracks) == 1 else 's'})"
    named = [_track(track) for track in tracks[:_MOST_TRACKS]]
    more = len(tracks) - len(named)
    if more:
        named.append(f"and {more} more")
    return f"{head}: {' '.join(named)}" if named else f"{head}: nothing is on it yet"


def _track(track: TrackView) -> str:
    clips = _told(track.clips)
    named = [_clip(clip) for clip in clips[:_MOST_CLIPS]]
    if track.label in _NUMBERED and len(clips) > 1:  # “remove clip 2” means the second of these
        numbers = (f"clip {number}" for number, _ in enumerate(named, 1))
        pairs = zip(numbers, named, strict=True)
        named = [told if told.startswith(number) else f"{number} {told}" for number, told in pairs]
    more = len(clips) - len(named)
    if more:
        named.append(f"and {more} more")
    return f"{track.index}. {track.label}: {', '.join(named) or 'empty'}"


def _told(clips: Sequence[ClipView]) -> list[ClipView]:
    """The clips, with captions that look alike and follow each other as one."""
    told: list[ClipView] = []
    for clip in clips:
        if told and clip.is_captions and clip == _behind(told[-1], clip.to_s):
            told[-1] = replace(told[-1], to_s=clip.to_s)
        else:
            told.append(clip)
    return told


def _behind(clip: ClipView, to_s: float | None) -> ClipView:
    """Another like it, right behind it."""
    return replace(clip, from_s=clip.from_s if clip.to_s is None else clip.to_s, to_s=to_s)


def _clip(clip: ClipView) -> str:
    name = clip.name if clip.text is None else '"{}"'.format(clip.name.replace('"', "'"))
    facts = [] if clip.to_s is None else [f"{clip.from_s:.12g}-{clip.to_s:.12g}s"]
    if clip.volume is not None:
        facts.append(f"{round(clip.volume * 100)}%")
    return f"{name} ({', '.join(facts)})" if facts else name

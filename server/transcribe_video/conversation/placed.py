"""A clip where it lies: what is compared of two timelines."""

from collections.abc import Hashable, Iterator
from dataclasses import dataclass

from transcribe_video.conversation.tracks import ClipView, TrackView, number_of, tracks_of, words_on
from transcribe_video.wire.draft import TEXT, Clip, Draft, Track

_ID_KEYS = ("id", "clip_id", "segment_id", "uuid")


@dataclass(frozen=True, slots=True)
class Placed:
    """A clip with its place.

    Attributes:
        row: the track it is on, by type and order among those of its type.
        track: that track as people read it.
        view: the clip as people read it.
        key: its id; None if it has none.
        words: its name or text in full; empty if it has none.
        from_ms: where in its file it begins, if it tells.
        is_title: whether what it says is its content.
    """

    row: Hashable
    track: TrackView
    view: ClipView
    key: Hashable | None
    words: str
    from_ms: float | None
    is_title: bool

    @property
    def length_s(self) -> float | None:
        """How long it is; None if nothing tells."""
        return None if self.view.to_s is None else round(self.view.to_s - self.view.from_s, 3)


def placed_on(draft: Draft | None) -> tuple[Placed, ...]:
    """All clips of a timeline in order; none of one that is not there."""
    return tuple(_placed(draft)) if draft else ()


def _placed(draft: Draft) -> Iterator[Placed]:
    before: dict[int | None, int] = {}
    for track, shown in zip(draft.t, tracks_of(draft), strict=True):
        before[track.tt] = row = before.get(track.tt, 0) + 1
        for clip, view in zip(track.sg, shown.clips, strict=True):
            yield _one(track, shown, clip, view, row)


def _one(track: Track, shown: TrackView, clip: Clip, view: ClipView, row: int) -> Placed:
    return Placed(
        row=(track.tt, row),
        track=shown,
        view=view,
        key=_id(clip),
        words=words_on(clip),
        from_ms=number_of(clip.m.get("from_ms")),
        is_title=track.tt == TEXT,
    )


def _id(clip: Clip) -> Hashable | None:
    """The first id that it carries: text or a whole number."""
    for place in (clip.m, clip.model_extra or {}):
        for name in _ID_KEYS:
            value = place.get(name)
            if isinstance(value, str | int) and not isinstance(value, bool) and value != "":
                return (name, value)
    return None

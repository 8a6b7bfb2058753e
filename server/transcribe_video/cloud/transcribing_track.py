"""What was said, read from the text on a timeline: pure."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from transcribe_video.cloud.render_part import is_clip_of
from transcribe_video.conversation.tracks import ClipView, tracks_of, words_on
from transcribe_video.timecode import milliseconds
from transcribe_video.transcript.script import unspaced
from transcribe_video.transcript.segment import Segment
from transcribe_video.wire.draft import AUDIO, TEXT, VIDEO, Draft, Track

_FEWEST = 2  # one text alone is a title, unless it is as long as speech
_LEAST_WORDS = 4
_SLOWEST, _FASTEST = 0.9, 7.0  # words in a second
_SLOWEST_SIGNS, _FASTEST_SIGNS = 1.5, 14.0  # of a script without spaces


@dataclass(frozen=True, slots=True)
class Stretch:
    """Where on the timeline a file is heard, in milliseconds."""

    start_ms: int
    end_ms: int | None


WHOLE = Stretch(0, None)


def spoken_on(
    draft: Draft | None, stretch: Stretch = WHOLE, before: Draft | None = None
) -> tuple[Segment, ...]:
    """What captions say, with their times counted from the beginning of the stretch.

    The track of text with the most words is taken, if it is more than a title: several clips that
    each have words and times, or a single one that was not there before and is as long as it takes
    to say it.

    Args:
        draft: the timeline.
        stretch: where on it the file is heard.
        before: the timeline before the words were asked for.

    Returns:
        The utterances without words of their own; empty if there is no such track.
    """
    if draft is None:
        return ()
    views = tracks_of(draft)
    found = [
        tuple(_segments(track, view.clips, stretch))
        for track, view in zip(draft.t, views, strict=True)
        if track.tt == TEXT
    ]
    titles = {words_on(clip) for track in (before.t if before else ()) for clip in track.sg}
    fitting = [segments for segments in found if len(segments) >= _FEWEST]
    single = [one for one in found if len(one) == 1 and one[0].text not in titles]
    fitting += [one for one in single if _is_said(one[0])]
    return max(fitting, key=_length, default=())


def _is_said(caption: Segment) -> bool:
    """Whether a text stands for about as long as it takes to say it."""
    length_s = (caption.end_ms - caption.start_ms) / 1000
    if unspaced(caption.text[0]):
        return _SLOWEST_SIGNS <= len(caption.text) / length_s <= _FASTEST_SIGNS
    words = len(caption.text.split())
    return words >= _LEAST_WORDS and _SLOWEST <= words / length_s <= _FASTEST


def stretch_of(draft: Draft | None, names: frozenset[str], *, is_only: bool) -> Stretch | None:
    """Where a file is heard; None if the timeline does not tell.

    Args:
        draft: the timeline.
        names: the file's names and address.
        is_only: whether it is the only one that can be heard: then all is its own.
    """
    if is_only:
        return WHOLE
    tracks = zip(draft.t, tracks_of(draft), strict=True) if draft else ()
    spans = [
        (milliseconds(view.from_s), milliseconds(view.to_s))
        for track, shown in tracks
        if track.tt in {VIDEO, AUDIO}
        for clip, view in zip(track.sg, shown.clips, strict=True)
        if view.to_s is not None and is_clip_of(clip.sent(), names)
    ]
    if not spans:
        return None
    return Stretch(min(start for start, _ in spans), max(end for _, end in spans))


def _segments(track: Track, views: Sequence[ClipView], stretch: Stretch) -> Iterator[Segment]:
    for clip, view in zip(track.sg, views, strict=True):
        text = words_on(clip)
        if not text or view.to_s is None or view.to_s <= view.from_s:
            continue
        start_ms, end_ms = milliseconds(view.from_s), milliseconds(view.to_s)
        middle_ms = (start_ms + end_ms) // 2
        if middle_ms < stretch.start_ms or (stretch.end_ms and middle_ms >= stretch.end_ms):
            continue
        begins_ms = max(0, start_ms - stretch.start_ms)
        yield Segment(begins_ms, end_ms - stretch.start_ms, text, ())


def _length(segments: Sequence[Segment]) -> int:
    return sum(len(segment.text) for segment in segments)

"""Words that were said and are not heard any more, because they were cut out or muted."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from transcribe_video.backend.editor.pieces import Insertion, Piece, complement, rearranged
from transcribe_video.backend.editor.project import Project, Source
from transcribe_video.backend.editor.span import ranges_of
from transcribe_video.backend.editor.speech import SpokenWord, spoken_words
from transcribe_video.backend.editor.timeline import Clip, Timeline, snapped
from transcribe_video.backend.editor.volume import unmuted
from transcribe_video.conversation.editing.edit import Range


@dataclass(frozen=True, slots=True)
class Restored:
    """A timeline in which words are heard again.

    Attributes:
        timeline: with them.
        added: the parts that came back, in times of it and in order.
    """

    timeline: Timeline
    added: tuple[Range, ...]

    def before(self, span: Range) -> Range:
        """Where a part of it was without them."""
        return self._before(span[0]), self._before(span[1])

    def _before(self, ms: int) -> int:
        return ms - sum(max(0, min(ms, last) - first) for first, last in self.added)


def all_words(timeline: Timeline, project: Project) -> tuple[SpokenWord, ...]:
    """All that was ever said in the files: what is heard, and what was cut or muted, in its place.

    Times are those of a timeline on which nothing is cut.
    """
    spoken = _spoken_in(timeline, project)
    gaps = ((source, gap) for source in spoken for gap in _gaps(timeline, source))
    whole = _with(_audible(timeline), [_clip(timeline, *one) for one in gaps])
    return spoken_words(whole.timeline, project.transcripts)


def with_words(timeline: Timeline, project: Project, lost: Sequence[SpokenWord]) -> Restored:
    """The timeline in which these words of ``all_words`` are heard, and no others that were lost.

    A word that was cut stands where it was: beside what is left of its file around it.
    """
    clips: list[Clip] = []
    silent: list[Range] = []
    for source in _spoken_in(timeline, project):
        for span in _ranges(source, timeline, project, lost):
            silent += _muted_in(timeline, source, span)
            gaps = ((max(a, span[0]), min(b, span[1])) for a, b in _gaps(timeline, source))
            clips += [_clip(timeline, source, (a, b)) for a, b in gaps if a < b]
    heard = unmuted(timeline, silent) if silent else timeline
    return _with(heard, clips)


def _spoken_in(timeline: Timeline, project: Project) -> Iterator[Source]:
    """The files in which somebody speaks; under pictures, none of which only the sound is there."""
    is_sound = all(clip.kind == "audio" for clip in timeline.clips)
    used = {clip.media_id for clip in timeline.clips}
    for source in project.sources:
        is_fitting = is_sound or source.kind != "audio" or source.media_id in used
        if is_fitting and source.media_id in project.transcripts:
            yield source


def _audible(timeline: Timeline) -> Timeline:
    clips = (clip if clip.volume else replace(clip, volume=1.0) for clip in timeline.clips)
    return replace(timeline, clips=tuple(clips))


def _gaps(timeline: Timeline, source: Source) -> list[Range]:
    """The parts of a file that are not on the timeline."""
    own = [clip for clip in timeline.clips if clip.media_id == source.media_id]
    return complement([(clip.from_ms, clip.to_ms) for clip in own], source.d_ms)


def _ranges(
    source: Source, timeline: Timeline, project: Project, lost: Sequence[SpokenWord]
) -> list[Range]:
    """The parts of a file in which these words are said, and no others."""
    whole = Timeline((source.clip,), timeline.rate)
    words = spoken_words(whole, project.transcripts)
    wanted = {id(spoken.source) for spoken in lost}
    numbers = [number for number, spoken in enumerate(words) if id(spoken.source) in wanted]
    return ranges_of(whole, words, numbers)


def _muted_in(timeline: Timeline, source: Source, span: Range) -> Iterator[Range]:
    """The muted parts of the timeline that show this part of a file."""
    for at_ms, clip in timeline.places:
        first, last = max(clip.from_ms, span[0]), min(clip.to_ms, span[1])
        if clip.media_id == source.media_id and clip.volume == 0 and first < last:
            start, end = ((ms - clip.from_ms) / clip.speed for ms in (first, last))
            yield at_ms + round(start), at_ms + round(end)


def _clip(timeline: Timeline, source: Source, span: Range) -> Clip:
    """A part of a file that was cut out, played as what is left of it around."""
    beside = _neighbour(timeline.clips, source.media_id, span[0])
    like = source.clip if beside is None else timeline.clips[beside]
    clip = replace(like, from_ms=span[0], to_ms=span[1], volume=like.volume or 1.0, origin=0)
    d_ms = snapped(clip.d_ms, timeline.rate)
    to_ms = min(source.d_ms, span[0] + round(d_ms * clip.speed))
    return replace(clip, to_ms=to_ms) if d_ms else clip


def _neighbour(clips: Sequence[Clip], media_id: str, from_ms: int) -> int | None:
    """The number of the clip of a file that ends last before a moment of it, else begins first."""
    own = [(number, clip) for number, clip in enumerate(clips) if clip.media_id == media_id]
    earlier = [(clip.to_ms, number) for number, clip in own if clip.to_ms <= from_ms]
    if earlier:
        return max(earlier, key=lambda one: (one[0], -one[1]))[1]
    return min(((clip.from_ms, number) for number, clip in own), default=(0, None))[1]


def _with(timeline: Timeline, clips: Sequence[Clip]) -> Restored:
    """The timeline with parts of files put in beside what is left of these, or at the end."""
    placed = sorted(((_place(timeline, clip), clip) for clip in clips), key=lambda one: one[0])
    pieces: list[Piece] = []
    added: list[Range] = []
    at_ms = now_ms = 0
    for place_ms, group in groupby(placed, key=lambda one: one[0]):
        new = Insertion(tuple(clip for _, clip in group))
        pieces += [(at_ms, place_ms), new]
        now_ms += place_ms - at_ms
        added.append((now_ms, now_ms + new.d_ms))
        at_ms, now_ms = place_ms, now_ms + new.d_ms
    return Restored(rearranged(timeline, [*pieces, (at_ms, timeline.d_ms)]), tuple(added))


def _place(timeline: Timeline, clip: Clip) -> int:
    number = _neighbour(timeline.clips, clip.media_id, clip.from_ms)
    if number is None:
        return timeline.d_ms
    at_ms, beside = [*timeline.places][number]
    return at_ms + beside.d_ms if beside.to_ms <= clip.from_ms else at_ms

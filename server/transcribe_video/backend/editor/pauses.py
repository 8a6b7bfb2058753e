"""Shortening silences: where nothing is said and, if somebody has listened, nothing is heard."""

from collections.abc import Iterator, Sequence
from fractions import Fraction

from transcribe_video.backend.editor.applied import Applied
from transcribe_video.backend.editor.cutting import taken_out
from transcribe_video.backend.editor.pieces import complement, merged
from transcribe_video.backend.editor.project import Project
from transcribe_video.backend.editor.speech import SpokenWord, spoken_words
from transcribe_video.backend.editor.timeline import Clip, Timeline
from transcribe_video.backend.editor.trouble import EditError
from transcribe_video.conversation.editing.edit import CutSilences, Range


def cut_silences(timeline: Timeline, edit: CutSilences, project: Project) -> Applied:
    """Shorten every silence that is longer than asked for."""
    if not project.quiet and not project.transcripts:
        raise EditError("no_transcript")
    longer_ms, keep_ms = edit.longer_than_ms, min(edit.keep_ms, edit.longer_than_ms)
    words = spoken_words(timeline, project.transcripts)
    found = [
        span
        for span in _wanted(edit, _silences(timeline, project, words), timeline.d_ms)
        if span[1] - span[0] > max(longer_ms, keep_ms)
    ]
    if not found:
        is_all = edit.within is None and edit.edge is None
        raise EditError("no_silences" if is_all else "no_silences_there", longer_ms=longer_ms)
    return taken_out(timeline, [_inner(span, keep_ms, timeline.d_ms) for span in found], words)


def _wanted(edit: CutSilences, silences: Sequence[Range], d_ms: int) -> Sequence[Range]:
    """Those, or the parts of those, that are meant."""
    if edit.edge == "start":
        return [span for span in silences if span[0] == 0]
    if edit.edge == "end":
        return [span for span in silences if span[1] == d_ms]
    return silences if edit.within is None else _overlaps(silences, [edit.within])


def _inner(span: Range, keep_ms: int, d_ms: int) -> Range:
    """What is taken of a silence: the rest stays, half of it at each side that is spoken at."""
    before_ms = 0 if span[0] == 0 else keep_ms // 2
    after_ms = 0 if span[1] == d_ms else keep_ms - before_ms
    if not before_ms:
        after_ms = keep_ms
    if not after_ms:
        before_ms = keep_ms
    return span[0] + before_ms, span[1] - after_ms


def _silences(timeline: Timeline, project: Project, words: Sequence[SpokenWord]) -> list[Range]:
    """Where it is quiet and nobody speaks, in times of the timeline."""
    spoken = merged([(one.word.start_ms, one.word.end_ms) for one in words])
    pauses = complement(spoken, timeline.d_ms)
    quiet = merged([*_quiet(timeline, project)])
    return _overlaps(pauses, quiet)


def _quiet(timeline: Timeline, project: Project) -> Iterator[Range]:
    """Where a file is silent; all of one of which only the words are known."""
    for at_ms, clip in timeline.places:
        is_known = clip.media_id in project.quiet or clip.media_id in project.transcripts
        if clip.kind == "image" or clip.volume == 0 or not is_known:
            continue
        spans: Sequence[Range] = project.quiet.get(clip.media_id, [(clip.from_ms, clip.to_ms)])
        for span in spans:
            yield from _moved(span, clip, at_ms, 1000 / timeline.rate)


def _moved(span: Range, clip: Clip, at_ms: int, picture_ms: Fraction) -> Iterator[Range]:
    """The silence on the timeline; less than a picture before or behind it in a clip is one too."""
    first, last = max(span[0], clip.from_ms), min(span[1], clip.to_ms)
    if first < last:
        first = clip.from_ms if first - clip.from_ms < picture_ms else first
        last = clip.to_ms if clip.to_ms - last < picture_ms else last
        yield (
            at_ms + round((first - clip.from_ms) / clip.speed),
            at_ms + round((last - clip.from_ms) / clip.speed),
        )


def _overlaps(one: Sequence[Range], other: Sequence[Range]) -> list[Range]:
    """The moments that are in both; each is in order and does not overlap itself."""
    found: list[Range] = []
    at, there = 0, 0
    while at < len(one) and there < len(other):
        first, last = max(one[at][0], other[there][0]), min(one[at][1], other[there][1])
        if first < last:
            found.append((first, last))
        if one[at][1] < other[there][1]:
            at += 1
        else:
            there += 1
    return merged(found)

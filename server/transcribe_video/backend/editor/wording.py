"""Cutting by what was said: quoted words, words that say nothing, and what was said twice."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from transcribe_video.backend.editor.applied import Applied
from transcribe_video.backend.editor.cutting import taken_out
from transcribe_video.backend.editor.finding import Concordance, Match, folded
from transcribe_video.backend.editor.pieces import complement, split_at
from transcribe_video.backend.editor.project import Project
from transcribe_video.backend.editor.repeats import repeated
from transcribe_video.backend.editor.span import ranges_of
from transcribe_video.backend.editor.speech import SpokenWord, spoken_words
from transcribe_video.backend.editor.timeline import Timeline
from transcribe_video.backend.editor.trouble import EditError, Place
from transcribe_video.conversation.editing.edit import (
    CutFillers,
    CutRepeats,
    CutWords,
    KeepWords,
    Range,
    Said,
)

_MOST_CHOICES = 5
_SHOWN = 60  # characters of what stands around a match
_AROUND = 4  # words before and behind it


def cut_words(timeline: Timeline, edit: CutWords, project: Project) -> Applied:
    """Take out what was said."""
    words = _heard(timeline, project)
    match, ranges = _one(timeline, words, edit.said)
    return taken_out(timeline, ranges, project, is_doubtful=not match.is_exact)


def keep_words(timeline: Timeline, edit: KeepWords, project: Project) -> Applied:
    """Take out all but what was said."""
    words = _heard(timeline, project)
    match, kept = _one(timeline, words, edit.said, is_kept=True)
    ranges = complement(kept, timeline.d_ms)
    if not ranges:
        return Applied(timeline)
    return taken_out(timeline, ranges, project, is_doubtful=not match.is_exact)


def cut_fillers(timeline: Timeline, edit: CutFillers, project: Project) -> Applied:
    """Take out, or mute, words that say nothing."""
    words = _heard(timeline, project)
    wanted = [folded(word) for word in edit.words or _usual(words, project)]
    phrases = [tuple(filter(None, map(folded, word.split()))) for word in wanted]
    numbers = list(_saying(words, [*phrases, *((word,) for word in wanted)]))
    if not numbers:
        raise EditError("no_fillers")
    ranges = ranges_of(timeline, words, numbers)
    if edit.is_mute:
        return Applied(muted(timeline, ranges))
    return taken_out(timeline, ranges, project)


def cut_repeats(timeline: Timeline, _edit: CutRepeats, project: Project) -> Applied:
    """Of what is said several times in a row, keep the last time."""
    words = _heard(timeline, project)
    numbers = repeated([folded(spoken.word.text) for spoken in words])
    if not numbers:
        raise EditError("no_repeats")
    return taken_out(timeline, ranges_of(timeline, words, numbers), project)


def muted(timeline: Timeline, ranges: Sequence[Range]) -> Timeline:
    """The timeline with silence in these ranges."""
    return louder(timeline, ranges, 0.0)


def louder(timeline: Timeline, ranges: Sequence[Range], level: float) -> Timeline:
    """The timeline with these ranges at a level of what they were."""
    spans = [(timeline.snapped(from_ms), timeline.snapped(to_ms)) for from_ms, to_ms in ranges]
    parted = split_at(timeline, [ms for span in spans for ms in span])
    clips = tuple(
        replace(clip, volume=clip.volume * level)
        if any(from_ms <= at_ms < to_ms for from_ms, to_ms in spans)
        else clip
        for at_ms, clip in parted.places
    )
    return replace(parted, clips=clips)


def _heard(timeline: Timeline, project: Project) -> tuple[SpokenWord, ...]:
    words = spoken_words(timeline, project.transcripts)
    if not words:
        raise EditError("no_transcript" if not project.transcripts else "no_words")
    return words


def _found(words: Sequence[SpokenWord], said: Said) -> list[Match]:
    """Where it is said: every exact place or, if there is none, the one that comes nearest."""
    concordance = Concordance(words)
    if said.text:
        return _likely(concordance.find(said.text), said.text)
    starts = _likely(concordance.find(said.start), said.start)
    found = [match for start in starts if (match := _to_end(concordance, start, said.end))]
    if not found:
        raise EditError("not_said", text=said.end)
    return _innermost(found)


def _likely(matches: Sequence[Match], phrase: str) -> list[Match]:
    if not matches:
        raise EditError("not_said", text=phrase)
    exact = [match for match in matches if match.is_exact]
    return exact or [max(matches, key=lambda one: one.likeness)]


def _to_end(concordance: Concordance, start: Match, phrase: str) -> Match | None:
    """From where it begins to the nearest place at which it ends."""
    ends = [one for one in concordance.find(phrase, after=start.first) if one.last >= start.last]
    if not ends:
        return None
    end = ends[0] if ends[0].is_exact else max(ends, key=lambda one: one.likeness)
    text = concordance.text(start.first, end.last)
    return Match(start.first, end.last, text, min(start.likeness, end.likeness))


def _innermost(found: Sequence[Match]) -> list[Match]:
    """Of beginnings that have the same end, the nearest to it: “so … so anyway … right”."""
    return list({match.last: match for match in found}.values())


def _one(
    timeline: Timeline, words: Sequence[SpokenWord], said: Said, *, is_kept: bool = False
) -> tuple[Match, list[Range]]:
    """The only place that can be meant, and when that is.

    Raises:
        EditError: there is none, or there are several.
    """
    found = _found(words, said)
    spans = [ranges_of(timeline, words, range(one.first, one.last + 1)) for one in found]
    if len(found) > 1:
        places = [
            Place(span[0], _around(words, match), is_kept=is_kept)
            for match, span in zip(found[:_MOST_CHOICES], spans, strict=False)
        ]
        text = said.text or f"{said.start} … {said.end}"
        raise EditError("several", places, text=text, count=len(found))
    return found[0], spans[0]


def _around(words: Sequence[SpokenWord], match: Match) -> str:
    """What is said there, with a few words before and behind."""
    last = min(match.last, match.first + _AROUND * 2)
    said = "".join(
        spoken.word.text for spoken in words[max(0, match.first - _AROUND) : last + _AROUND + 1]
    ).strip()
    return said if len(said) <= _SHOWN else f"{said[: _SHOWN - 1].rstrip()}…"


def _usual(words: Sequence[SpokenWord], project: Project) -> Sequence[str]:
    languages = {
        project.transcripts[spoken.media_id].language
        for spoken in words
        if spoken.media_id in project.transcripts
    }
    return [word for language in sorted(languages) for word in project.fillers.get(language, ())]


def _saying(words: Sequence[SpokenWord], phrases: Sequence[tuple[str, ...]]) -> Iterator[int]:
    """The numbers of the words that make up one of these phrases."""
    forms = [folded(spoken.word.text) for spoken in words]
    for number in range(len(forms)):
        for phrase in phrases:
            if phrase and tuple(forms[number : number + len(phrase)]) == phrase:
                yield from range(number, number + len(phrase))

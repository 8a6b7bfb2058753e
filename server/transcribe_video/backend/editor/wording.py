"""Cutting by what was said: quoted words, words that say nothing, and what was said twice."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import replace

from transcribe_video.backend.editor.applied import Applied
from transcribe_video.backend.editor.cutting import taken_out
from transcribe_video.backend.editor.finding import Concordance, Match
from transcribe_video.backend.editor.pieces import complement, split_at
from transcribe_video.backend.editor.project import Project
from transcribe_video.backend.editor.repeats import repeated
from transcribe_video.backend.editor.span import ranges_of
from transcribe_video.backend.editor.speech import SpokenWord, spoken_words
from transcribe_video.backend.editor.timeline import Timeline
from transcribe_video.backend.editor.trouble import EditError
from transcribe_video.conversation.editing.edit import (
    CutFillers,
    CutRepeats,
    CutWords,
    KeepWords,
    Range,
    Said,
)
from transcribe_video.timecode import fine_clock

_SIGNS = re.compile(r"[^\w]+")
_MOST_CHOICES = 5
_SHOWN = 60  # characters of what stands around a match


def cut_words(timeline: Timeline, edit: CutWords, project: Project) -> Applied:
    """Take out what was said."""
    words = _heard(timeline, project)
    match = _found(words, edit.said)
    ranges = ranges_of(timeline, words, range(match.first, match.last + 1))
    return taken_out(timeline, ranges, project, is_doubtful=not match.is_exact)


def keep_words(timeline: Timeline, edit: KeepWords, project: Project) -> Applied:
    """Take out all but what was said."""
    words = _heard(timeline, project)
    match = _found(words, edit.said)
    kept = ranges_of(timeline, words, range(match.first, match.last + 1))
    ranges = complement(kept, timeline.d_ms)
    if not ranges:
        return Applied(timeline)
    return taken_out(timeline, ranges, project, is_doubtful=not match.is_exact)


def cut_fillers(timeline: Timeline, edit: CutFillers, project: Project) -> Applied:
    """Take out, or mute, words that say nothing."""
    words = _heard(timeline, project)
    wanted = [_folded(word) for word in edit.words or _usual(words, project)]
    phrases = [tuple(filter(None, map(_folded, word.split()))) for word in wanted]
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
    numbers = repeated([_folded(spoken.word.text) for spoken in words])
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


def _found(words: Sequence[SpokenWord], said: Said) -> Match:
    """Where it is said; one exact place, or the only likely one."""
    concordance = Concordance(words)
    if said.text:
        return _only(concordance.find(said.text), said.text, words)
    first = _only(concordance.find(said.start), said.start, words)
    ends = concordance.find(said.end, after=first.first)
    if not ends:
        raise EditError("not_said", text=said.end)
    # The nearest end is meant.
    last = ends[0] if ends[0].is_exact else max(ends, key=lambda one: one.likeness)
    text = concordance.text(first.first, last.last)
    return Match(first.first, last.last, text, min(first.likeness, last.likeness))


def _only(matches: Sequence[Match], phrase: str, words: Sequence[SpokenWord]) -> Match:
    if not matches:
        raise EditError("not_said", text=phrase)
    exact = [match for match in matches if match.is_exact]
    if len(exact) > 1:
        raise EditError("several", choices=[*_places(exact, words)], text=phrase, count=len(exact))
    return exact[0] if exact else max(matches, key=lambda one: one.likeness)


def _places(matches: Sequence[Match], words: Sequence[SpokenWord]) -> Iterator[str]:
    """Each place, told apart by its time and by what stands around it."""
    for match in matches[:_MOST_CHOICES]:
        start_ms, end_ms = words[match.first].word.start_ms, words[match.last].word.end_ms
        around = "".join(
            spoken.word.text for spoken in words[max(0, match.first - 4) : match.last + 5]
        )
        shown = around.strip()[:_SHOWN]
        yield f"{fine_clock(start_ms)}-{fine_clock(end_ms)} {shown}"


def _usual(words: Sequence[SpokenWord], project: Project) -> Sequence[str]:
    languages = {
        project.transcripts[spoken.media_id].language
        for spoken in words
        if spoken.media_id in project.transcripts
    }
    return [word for language in sorted(languages) for word in project.fillers.get(language, ())]


def _saying(words: Sequence[SpokenWord], phrases: Sequence[tuple[str, ...]]) -> Iterator[int]:
    """The numbers of the words that make up one of these phrases."""
    folded = [_folded(spoken.word.text) for spoken in words]
    for number in range(len(folded)):
        for phrase in phrases:
            if phrase and tuple(folded[number : number + len(phrase)]) == phrase:
                yield from range(number, number + len(phrase))


def _folded(text: str) -> str:
    return _SIGNS.sub("", unicodedata.normalize("NFKC", text).casefold())

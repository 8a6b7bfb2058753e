"""Words that say nothing, and what was said twice."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from transcribe_video.backend.editor.applied import Applied, taken_at
from transcribe_video.backend.editor.cutting import taken_out
from transcribe_video.backend.editor.finding import folded
from transcribe_video.backend.editor.passages import heard
from transcribe_video.backend.editor.project import Project
from transcribe_video.backend.editor.repeats import repeated
from transcribe_video.backend.editor.span import ranges_of
from transcribe_video.backend.editor.speech import SpokenWord
from transcribe_video.backend.editor.timeline import Timeline
from transcribe_video.backend.editor.trouble import EditError
from transcribe_video.backend.editor.volume import muted
from transcribe_video.conversation.editing.edit import CutFillers, CutRepeats


def cut_fillers(timeline: Timeline, edit: CutFillers, project: Project) -> Applied:
    """Take out, or mute, words that say nothing."""
    words = heard(timeline, project)
    wanted = [folded(word) for word in edit.words or _usual(words, project)]
    phrases = [tuple(filter(None, map(folded, word.split()))) for word in wanted]
    numbers = list(_saying(words, [*phrases, *((word,) for word in wanted)]))
    if not numbers:
        raise EditError("no_fillers")
    ranges = ranges_of(timeline, words, numbers)
    if edit.is_mute:
        return Applied(muted(timeline, ranges), found=taken_at(ranges, words))
    return taken_out(timeline, ranges, words)


def cut_repeats(timeline: Timeline, _edit: CutRepeats, project: Project) -> Applied:
    """Of what is said several times in a row, keep the last time."""
    words = heard(timeline, project)
    numbers = repeated(words, {folded(word) for word in _usual(words, project)})
    if not numbers:
        raise EditError("no_repeats")
    return taken_out(timeline, ranges_of(timeline, words, numbers), words)


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
    begun: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    for phrase in filter(None, phrases):
        begun[phrase[0]].append(phrase)
    for number, form in enumerate(forms):
        for phrase in begun.get(form, ()):
            if tuple(forms[number : number + len(phrase)]) == phrase:
                yield from range(number, number + len(phrase))

"""Words that say nothing, and what was said twice."""

from collections.abc import Sequence

from transcribe_video.backend.editor.applied import Applied, taken_at
from transcribe_video.backend.editor.cutting import taken_out
from transcribe_video.backend.editor.fillers import fillers_in, saying
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
from transcribe_video.conversation.editing.hesitations import are_fillers


def cut_fillers(timeline: Timeline, edit: CutFillers, project: Project) -> Applied:
    """Take out, or mute, words that say nothing."""
    words = heard(timeline, project)
    numbers = saying(words, edit.words) if edit.words else fillers_in(words, project)
    if not numbers and not are_fillers(edit.words):
        raise EditError("not_said", text=edit.words[0])
    if not numbers:
        raise EditError("no_fillers")
    ranges = ranges_of(timeline, words, numbers)
    if edit.is_mute:
        return Applied(muted(timeline, ranges), found=taken_at(ranges, words))
    return taken_out(timeline, ranges, words)


def cut_repeats(timeline: Timeline, _edit: CutRepeats, project: Project) -> Applied:
    """Of what is said several times in a row, keep the last time."""
    words = heard(timeline, project)
    numbers = repeated(words, {folded(word) for word in _fillers(words, project)})
    if not numbers:
        raise EditError("no_repeats")
    return taken_out(timeline, ranges_of(timeline, words, numbers), words)


def _fillers(words: Sequence[SpokenWord], project: Project) -> Sequence[str]:
    languages = {
        project.transcripts[spoken.media_id].language
        for spoken in words
        if spoken.media_id in project.transcripts
    }
    lists = (project.fillers, project.lone_fillers)
    return [word for language in languages for by in lists for word in by.get(language, ())]

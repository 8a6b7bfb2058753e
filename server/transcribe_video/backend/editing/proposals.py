"""Three things that would make this very video better, each as the message that does it."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from transcribe_video.backend.editing.sentences import Sentences
from transcribe_video.backend.editor.fillers import fillers_in
from transcribe_video.backend.editor.project import Project
from transcribe_video.backend.editor.speech import SpokenWord
from transcribe_video.backend.editor.timeline import Fades, Timeline
from transcribe_video.conversation.editing.defaults import LONG_PAUSE_MS

_LATE_MS = 3000
_COUNT = 3


def proposals(
    timeline: Timeline, words: Sequence[SpokenWord], project: Project, say: Sentences
) -> tuple[str, ...]:
    """What can be proposed, the most fitting first."""
    return tuple(dict.fromkeys(_all(timeline, words, project, say)))[:_COUNT]


def _all(
    timeline: Timeline, words: Sequence[SpokenWord], project: Project, say: Sentences
) -> Iterator[str]:
    if words and words[0].word.start_ms >= _LATE_MS:
        yield say("propose_start", length=words[0].word.start_ms // 1000)
    if any(
        later.word.start_ms - earlier.word.end_ms > LONG_PAUSE_MS
        for earlier, later in pairwise(words)
    ):
        yield say("propose_silences")
    is_unheard = not words and not project.transcripts
    if is_unheard or fillers_in(words, project):
        yield say("propose_fillers")
    is_seen = any(clip.kind != "audio" for clip in timeline.clips)
    if words and is_seen and timeline.captions.is_on is not True:
        yield say("propose_captions")
    if timeline.loudness_lufs is None:
        yield say("propose_loudness")
    if timeline.fades == Fades():
        yield say("propose_fades")
    if is_seen and not timeline.titles:
        yield say("propose_title", name=_title(timeline, project))
    if is_seen and timeline.frame.aspect is None:
        yield say("propose_crop")
    if is_unheard:
        yield say("propose_silences")
    yield say("propose_speed")
    yield say("propose_size")
    yield say("propose_loudness")


def _title(timeline: Timeline, project: Project) -> str:
    """The name of the first recording that is shown, as a title."""
    used = {clip.media_id for clip in timeline.clips}
    shown = [source for source in project.sources if source.media_id in used]
    recordings = [source for source in shown if source.kind != "image"]
    name = next(source.name for source in [*recordings, *shown])
    return " ".join(re.sub(r"[\W_]+", " ", name.rpartition(".")[0] or name).split()) or name

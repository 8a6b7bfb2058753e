"""What would make this very video better, or bring it to a length, as messages that do it."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from transcribe_video.backend.editing.sentences import Sentences
from transcribe_video.backend.editor.applying import applied
from transcribe_video.backend.editor.fillers import fillers_in
from transcribe_video.backend.editor.project import Project
from transcribe_video.backend.editor.speech import SpokenWord
from transcribe_video.backend.editor.speed import FASTEST, SLOWEST
from transcribe_video.backend.editor.timeline import Fades, Timeline
from transcribe_video.conversation.editing.defaults import LONG_PAUSE_MS
from transcribe_video.conversation.editing.edit import CutSilences, SetSpeed
from transcribe_video.timecode import fine_clock
from transcribe_video.wire.session import TurnChoice

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
    rest = [("propose_silences", is_unheard), ("propose_speed", True), ("propose_size", is_seen)]
    yield from (say(name) for name, fits in rest if fits)


def ways_to_length(
    timeline: Timeline,
    length_ms: int,
    words: Sequence[SpokenWord],
    project: Project,
    say: Sentences,
) -> tuple[TurnChoice, ...]:
    """What brings a video near to a length; each tells how long it would be."""
    found: list[TurnChoice] = []
    if words and length_ms < timeline.d_ms:
        shortened = applied(timeline, CutSilences(), project).timeline
        if shortened.d_ms < timeline.d_ms:
            found.append(_way(say("propose_silences"), shortened.d_ms, say))
    if 0 < length_ms < timeline.d_ms:
        found.append(_way(say("choose_beginning", d=fine_clock(length_ms)), length_ms, say))
    factor = round(timeline.d_ms / max(1, length_ms), 2)
    if SLOWEST <= factor <= FASTEST and factor != 1:
        played = applied(timeline, SetSpeed(factor), project).timeline
        found.append(_way(say("choose_speed", factor=f"{factor:g}"), played.d_ms, say))
    return tuple(found)


def _way(message: str, d_ms: int, say: Sentences) -> TurnChoice:
    return TurnChoice(label=say("way", message=message, d=fine_clock(d_ms)), message=message)


def _title(timeline: Timeline, project: Project) -> str:
    """The name of the first recording that is shown, as a title."""
    used = {clip.media_id for clip in timeline.clips}
    shown = [source for source in project.sources if source.media_id in used]
    recordings = [source for source in shown if source.kind != "image"]
    name = next(source.name for source in [*recordings, *shown])
    return " ".join(re.sub(r"[\W_]+", " ", name.rpartition(".")[0] or name).split()) or name

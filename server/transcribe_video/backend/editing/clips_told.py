"""Which clips there are, where one is named that there is not."""

from collections.abc import Iterator, Sequence

from transcribe_video.backend.editing.sentences import Sentences
from transcribe_video.backend.editor.timeline import Timeline
from transcribe_video.timecode import fine_clock

_MOST = 10  # that are told


def no_such_clip(timeline: Timeline, say: Sentences) -> str:
    """How many clips there are and when each is seen, and which one is meant."""
    spans = [*_spans(timeline)]
    if len(spans) == 1:
        return say("one_clip", clip=spans[0])
    return say("ask_clip", count=len(spans), clips=_numbered(spans, say))


def clips_told(timeline: Timeline, say: Sentences) -> str:
    """How many clips there are and when each is seen."""
    spans = [*_spans(timeline)]
    if len(spans) == 1:
        return say("clips_one", clip=spans[0])
    return say("clips", count=len(spans), clips=_numbered(spans, say))


def _spans(timeline: Timeline) -> Iterator[str]:
    for at_ms, clip in timeline.places:
        yield f"{fine_clock(at_ms)}-{fine_clock(at_ms + clip.d_ms)}"


def _numbered(spans: Sequence[str], say: Sentences) -> str:
    told = [f"{number}. {span}" for number, span in enumerate(spans[:_MOST], 1)]
    if len(spans) > _MOST:
        told.append(say("more", count=len(spans) - _MOST))
    return say("comma").join(told)

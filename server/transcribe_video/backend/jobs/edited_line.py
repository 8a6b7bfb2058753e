"""What the renderer is told of a timeline that was edited."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict
from typing import Any

from transcribe_video.backend.editor.pieces import merged
from transcribe_video.backend.editor.speech import (
    SpokenWord,
    Transcripts,
    spoken_segments,
    spoken_words,
)
from transcribe_video.backend.editor.timeline import Clip, Timeline
from transcribe_video.backend.jobs.render_plan import Part, RenderPlan, nothing
from transcribe_video.backend.store.media_files import MediaRecord
from transcribe_video.transcript.cue import Cue, cues

_BREATH_MS = 400
"""A shorter pause is still speech, under which music stays quiet."""


def edited_plan(timeline: Timeline, media: Sequence[MediaRecord]) -> RenderPlan:
    """The files of a timeline in their order.

    Raises:
        UsageError: one of them is not there, or nothing is on it.
    """
    known = {record.media_id: record for record in media}
    parts = []
    for at_ms, clip in timeline.places:
        record = known.get(clip.media_id)
        if record is None or record.path is None:
            raise nothing("a file on the timeline is not there any more")
        parts.append(Part(record, at_ms, clip.from_ms, clip.to_ms - clip.from_ms))
    if not parts:
        raise nothing("there is nothing on the timeline")
    return RenderPlan(tuple(parts))


def edited_line(
    timeline: Timeline,
    media: Sequence[MediaRecord],
    transcripts: Transcripts,
    captions: str | None,
) -> dict[str, Any]:
    """The renderer's request for a timeline, but for its target.

    Args:
        timeline: the edit.
        media: the files of the session.
        transcripts: of those that have one.
        captions: the wish for this video; None or ``"auto"`` is as the timeline says.

    Raises:
        UsageError: a file is not there any more.
    """
    paths = {record.media_id: str(record.path) for record in media if record.path is not None}
    used = {clip.media_id for clip in timeline.clips} | {one.media_id for one in timeline.music}
    if not used <= set(paths):
        raise nothing("a file on the timeline is not there any more")
    words = spoken_words(timeline, transcripts)
    shown = [*_captions(timeline, transcripts, words)] if _is_shown(timeline, captions) else []
    spoken = (transcripts.get(clip.media_id) for clip in timeline.clips)
    style = asdict(timeline.captions)
    del style["is_on"]
    return {
        "clips": [_clip(clip, paths) for clip in timeline.clips],
        "rate": str(timeline.rate),
        "captions": shown,
        "caption_style": style | {"is_burned": _is_burned(timeline, captions)},
        "language": next((one.language for one in spoken if one and one.language), None),
        "titles": [
            {
                "start_ms": title.from_ms,
                "end_ms": title.to_ms,
                "text": title.text,
                "position": title.position,
            }
            for title in timeline.titles
        ],
        "music": [
            {"path": paths[one.media_id], "volume": one.volume, "is_ducked": one.is_ducked}
            for one in timeline.music
        ],
        "speech": [{"start_ms": first, "end_ms": last} for first, last in _speech(words)],
        "fades": asdict(timeline.fades),
        "frame": asdict(timeline.frame),
        "loudness_lufs": timeline.loudness_lufs,
    }


def _clip(clip: Clip, paths: Mapping[str, str]) -> dict[str, object]:
    return {
        "path": paths[clip.media_id],
        "from_ms": clip.from_ms,
        "d_ms": clip.to_ms - clip.from_ms,
        "kind": clip.kind,
        "speed": clip.speed,
        "volume": clip.volume,
    }


def _is_shown(timeline: Timeline, captions: str | None) -> bool:
    if captions in {"soft", "burned"}:
        return True
    return captions != "off" and timeline.captions.is_on is not False


def _is_burned(timeline: Timeline, captions: str | None) -> bool:
    return captions == "burned" or (captions != "soft" and timeline.captions.is_burned)


def _captions(
    timeline: Timeline, transcripts: Transcripts, words: Sequence[SpokenWord]
) -> Iterator[dict[str, object]]:
    for cue in cues(spoken_segments(timeline, transcripts), timeline.d_ms):
        yield {
            "start_ms": cue.start_ms,
            "end_ms": cue.end_ms,
            "text": "\n".join(cue.lines),
            "words": [*_words_in(cue, words)],
        }


def _words_in(cue: Cue, words: Sequence[SpokenWord]) -> Iterator[dict[str, object]]:
    for spoken in words:
        word = spoken.word
        if cue.start_ms <= (word.start_ms + word.end_ms) / 2 < cue.end_ms:
            yield {"start_ms": word.start_ms, "end_ms": word.end_ms, "text": word.text.strip()}


def _speech(words: Sequence[SpokenWord]) -> list[tuple[int, int]]:
    return merged([(one.word.start_ms, one.word.end_ms + _BREATH_MS) for one in words])

"""What the renderer is told of a timeline."""

from bisect import bisect_left
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
from transcribe_video.backend.editor.timeline import Clip, Music, Timeline
from transcribe_video.backend.store.media_files import MediaRecord
from transcribe_video.transcript.cue import cues

_BREATH_MS = 400
"""A shorter pause is still speech, under which music stays quiet."""


def render_line(
    timeline: Timeline,
    files: Sequence[MediaRecord],
    transcripts: Transcripts,
    captions: str | None,
) -> dict[str, Any]:
    """The renderer's request for a timeline, but for its target and its resolution.

    Args:
        timeline: what is to be made.
        files: those on it, which are all there.
        transcripts: of those that have one.
        captions: the wish for this video; None or ``"auto"`` is as the timeline says.
    """
    paths = {record.media_id: str(record.path) for record in files}
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
        "music": [_music(one, paths) for one in timeline.music],
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


def _music(music: Music, paths: Mapping[str, str]) -> dict[str, object]:
    levels = [
        {"start_ms": level.from_ms, "end_ms": level.to_ms, "volume": level.volume}
        for level in music.levels
    ]
    told = {"path": paths[music.media_id], "volume": music.volume, "is_ducked": music.is_ducked}
    return {**told, "levels": levels}


def _is_shown(timeline: Timeline, captions: str | None) -> bool:
    if captions in {"soft", "burned"}:
        return True
    return captions != "off" and timeline.captions.is_on is not False


def _is_burned(timeline: Timeline, captions: str | None) -> bool:
    return captions == "burned" or (captions != "soft" and timeline.captions.is_burned)


def _captions(
    timeline: Timeline, transcripts: Transcripts, words: Sequence[SpokenWord]
) -> Iterator[dict[str, object]]:
    told = sorted(map(_word, words), key=_middle_ms)
    middles = [*map(_middle_ms, told)]
    for cue in cues(spoken_segments(timeline, transcripts), timeline.d_ms):
        first, last = bisect_left(middles, cue.start_ms), bisect_left(middles, cue.end_ms)
        text = "\n".join(cue.lines)
        times = {"start_ms": cue.start_ms, "end_ms": cue.end_ms}
        yield {**times, "text": text, "words": told[first:last]}


def _word(spoken: SpokenWord) -> dict[str, Any]:
    word = spoken.word
    return {"start_ms": word.start_ms, "end_ms": word.end_ms, "text": word.text.strip()}


def _middle_ms(word: Mapping[str, Any]) -> float:
    return float(word["start_ms"] + word["end_ms"]) / 2


def _speech(words: Sequence[SpokenWord]) -> list[tuple[int, int]]:
    return merged([(one.word.start_ms, one.word.end_ms + _BREATH_MS) for one in words])

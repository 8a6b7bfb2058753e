"""What a draft shows, as the renderer wants it: clips, captions, and what is left out."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from math import isfinite
from pathlib import Path

from transcribe_video.backend.media_facts import IMAGE
from transcribe_video.backend.store.media_files import MediaRecord
from transcribe_video.errors import UsageError
from transcribe_video.transcript.cue import Cue, cues
from transcribe_video.transcript.segment import Segment, segment_of
from transcribe_video.transcript.transcript import Transcript
from transcribe_video.transcript.word import Word
from transcribe_video.wire.draft import AUDIO, VIDEO, Clip, Draft, Track

_SOUND = "audio"

Transcribed = Callable[[str], Transcript | None]
"""Gives the transcript of a file, if there is one."""


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a file, and its place in the video.

    Attributes:
        media: the file.
        at_ms: where it begins in the video.
        from_ms: where it begins in the file.
        d_ms: how long it is; None is all that follows.
    """

    media: MediaRecord
    at_ms: int
    from_ms: int
    d_ms: int | None

    @property
    def path(self) -> Path:
        """Where the file lies."""
        assert self.media.path is not None
        return self.media.path

    def data(self) -> dict[str, object]:
        """The clip as the renderer wants it."""
        return {"path": str(self.path), "from_ms": self.from_ms, "d_ms": self.d_ms}


@dataclass(frozen=True, slots=True)
class RenderPlan:
    """What is to be rendered.

    Attributes:
        parts: one after the other.
        left_out: names of files on the timeline that cannot be in the video yet.
    """

    parts: tuple[Part, ...]
    left_out: tuple[str, ...] = ()


def plan_of(draft: Draft, media: Sequence[MediaRecord], media_id: str | None) -> RenderPlan:
    """The plan for a draft, or for one whole file.

    Args:
        draft: the timeline; its pictures are taken, or, if it has none, its sound.
        media: the files of the session.
        media_id: the one file that is taken instead of the draft; None takes the draft.

    Raises:
        UsageError: there is nothing to render.
    """
    known = {record.media_id: record for record in media}
    clips = list(_clips(draft)) if media_id is None else [Clip(m={"media_id": media_id})]
    named = [(clip, known.get(str(clip.m.get("media_id")))) for clip in clips]
    if any(record is None for _, record in named):
        raise nothing("a file on the timeline is not there any more")
    there = [(clip, record) for clip, record in named if record is not None]
    if any(record.path is None for _, record in there):
        raise nothing("a file on the timeline is still being fetched")
    left_out = (record.filename for _, record in there if record.file_type == IMAGE)
    moving = [(clip, record) for clip, record in there if record.file_type != IMAGE]
    if not moving:
        raise nothing("there is neither video nor sound on the timeline")
    return RenderPlan(tuple(_placed(moving)), tuple(dict.fromkeys(left_out)))


def whole(media: Sequence[MediaRecord]) -> Draft:
    """The timeline of a session that nobody has changed: its files, one after the other."""
    shown = [record for record in media if record.file_type != _SOUND]
    kind = VIDEO if shown else AUDIO
    clips = [Clip(m={"media_id": record.media_id}) for record in shown or media]
    return Draft(t=[Track(tt=kind, sg=clips)])


def captions_of(parts: Sequence[Part], transcribed: Transcribed) -> tuple[Cue, ...]:
    """The captions of the video: what is said in the parts, where they are shown."""
    segments = [segment for part in parts for segment in _said(part, transcribed)]
    lengths = [part.d_ms for part in parts]
    whole = sum(length for length in lengths if length is not None)
    return cues(segments, None if None in lengths else whole)


def language_of_parts(parts: Sequence[Part], transcribed: Transcribed) -> str | None:
    """The language of the first part in which something is said."""
    transcripts = (transcribed(part.media.media_id) for part in parts)
    return next((found.language for found in transcripts if found and found.language), None)


def _clips(draft: Draft) -> Iterator[Clip]:
    """The clips of the first kind of track that has some."""
    for kind in (VIDEO, AUDIO):
        found = [clip for track in draft.t if track.tt == kind for clip in track.sg]
        if found:
            yield from found
            return


def _placed(named: Sequence[tuple[Clip, MediaRecord]]) -> Iterator[Part]:
    at_ms = 0
    for clip, record in named:
        from_ms = _whole(clip.m.get("from_ms")) or 0
        length_ms = _whole(clip.d)
        yield Part(record, at_ms, from_ms, length_ms)
        known_ms = record.duration_ms - from_ms if record.duration_ms is not None else 0
        at_ms += known_ms if length_ms is None else length_ms


def _whole(value: object) -> int | None:
    if isinstance(value, bool) or not isinstance(value, int | float) or not isfinite(value):
        return None
    return max(0, round(value))


def _said(part: Part, transcribed: Transcribed) -> Iterator[Segment]:
    transcript = transcribed(part.media.media_id)
    for segment in transcript.segments if transcript else ():
        words = tuple(_moved(word, part) for word in segment.words if _is_in(word, part))
        if words:
            yield segment_of(words, segment.speaker)


def _is_in(word: Word, part: Part) -> bool:
    middle_ms = (word.start_ms + word.end_ms) // 2
    return part.from_ms <= middle_ms and (part.d_ms is None or middle_ms < part.from_ms + part.d_ms)


def _moved(word: Word, part: Part) -> Word:
    by_ms = part.at_ms - part.from_ms
    return replace(
        word,
        start_ms=max(word.start_ms + by_ms, part.at_ms),
        end_ms=max(word.end_ms + by_ms, part.at_ms),
    )


def nothing(why: str) -> UsageError:
    """The error for a video that there is nothing to make of."""
    return UsageError("There is nothing to export", why, "Bring a video first")

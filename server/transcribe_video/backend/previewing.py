"""Looking at an edit before it is made into a file."""

from base64 import b64encode
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import accumulate
from math import floor
from typing import Any

from transcribe_video.backend.context import Context
from transcribe_video.backend.editing.material import timeline_now, transcripts_of
from transcribe_video.backend.editor.speech import SpokenWord, spoken_words
from transcribe_video.backend.editor.timeline import Clip, Timeline
from transcribe_video.backend.jobs.render_line import render_line
from transcribe_video.backend.previewer import Drawn, Shown, preview
from transcribe_video.backend.source_file import path_of
from transcribe_video.backend.store.media_files import MediaRecord
from transcribe_video.errors import UsageError
from transcribe_video.timecode import clock, fine_clock, seconds
from transcribe_video.wire.preview import Preview, PreviewFrame
from transcribe_video.wire.session import SessionView

_AROUND_MS, _MOST_SAID = 2_500, 160  # so long before and after a picture; characters
_BESIDE_MS = 1_000  # the same of one picture of many
_MOST_CELLS, _CELL_MS = 12, 500  # of a sheet; so much of the timeline for each at least
_UNSEEN = "The picture cannot be shown"


@dataclass(frozen=True, slots=True)
class _Moment:
    """A moment of the timeline, and what is shown then.

    Attributes:
        at_ms: on the timeline.
        number: of the clip, from 1.
        source_ms: in the clip's file.
        heard: from when to when what is said is told.
    """

    at_ms: int
    number: int
    clip: Clip
    source_ms: int
    heard: tuple[int, int]


def previewed(context: Context, view: SessionView, at_ms: int | None, join: int | None) -> Preview:
    """A picture of a moment, of a join or, if neither is named, of the whole.

    Args:
        context: where the session is kept.
        view: the session.
        at_ms: a moment of the timeline.
        join: the number of a join, from 1.

    Raises:
        UsageError: there is nothing to see, or no such join.
        MediaError: a file cannot be read.
    """
    timeline = timeline_now(context, view)
    if not timeline.clips:
        why = "the project holds no video, picture or sound yet"
        raise UsageError("There is nothing to see", why, "Add a file with upload first")
    moments, kind = _moments(timeline, at_ms, join)
    transcripts = transcripts_of(context, view)
    seen = replace(timeline, music=())
    line = render_line(seen, _files(context, seen), transcripts, None)
    drawn = _picture(context, timeline, moments, line, is_labelled=kind == "sheet")
    words = spoken_words(timeline, transcripts)
    return Preview(
        session_id=view.session_id,
        kind=kind,
        duration_s=seconds(timeline.d_ms),
        join=join if kind == "join" else None,
        joins=len(timeline.clips) - 1,
        frames=[_frame(timeline, moment, words) for moment in moments],
        titles=_titles(timeline, moments),
        notes=[*drawn.notes],
        jpeg=b64encode(drawn.jpeg).decode("ascii"),
    )


def _moments(
    timeline: Timeline, at_ms: int | None, join: int | None
) -> tuple[Sequence[_Moment], str]:
    if at_ms is not None:
        return [_moment(timeline, at_ms)], "moment"
    if join is not None:
        return _sides(timeline, join), "join"
    count = min(_MOST_CELLS, max(1, timeline.d_ms // _CELL_MS))
    times = [timeline.d_ms * (2 * number + 1) // (2 * count) for number in range(count)]
    beside_ms = min(_BESIDE_MS, timeline.d_ms // (2 * count))
    moments = (_moment(timeline, time_ms) for time_ms in times)
    return [
        replace(one, heard=(one.at_ms - beside_ms, one.at_ms + beside_ms)) for one in moments
    ], "sheet"


def _sides(timeline: Timeline, join: int) -> Sequence[_Moment]:
    """The last picture before a join, and the first after it."""
    joins = [*accumulate(clip.d_ms for clip in timeline.clips)][:-1]
    if not 1 <= join <= len(joins):
        raise _no_join(join, joins)
    at_ms = joins[join - 1]
    before, after = _moment(timeline, at_ms - 1), _moment(timeline, at_ms)
    heard = (at_ms - _AROUND_MS, at_ms), (at_ms, at_ms + _AROUND_MS)
    return [
        _Moment(side.at_ms, side.number, side.clip, side.source_ms, span)
        for side, span in zip((before, after), heard, strict=True)
    ]


def _no_join(join: int, joins: Sequence[int]) -> UsageError:
    what = f"There is no join {join}"
    if not joins:
        return UsageError(what, "the timeline is one clip", "Give “at_s”, a time in seconds")
    places = ", ".join(
        f"{number} at {fine_clock(at_ms)}" for number, at_ms in enumerate(joins[:12], 1)
    )
    more = f", and {len(joins) - 12} more" if len(joins) > 12 else ""  # noqa: PLR2004 - as above
    return UsageError(what, f"the joins are {places}{more}", "Choose one of them")


def _moment(timeline: Timeline, at_ms: int) -> _Moment:
    """What is shown at a moment; after the end it is the last picture."""
    at_ms = min(max(0, at_ms), timeline.d_ms - 1)
    heard = (at_ms - _AROUND_MS, at_ms + _AROUND_MS)
    for number, (begin_ms, clip) in enumerate(timeline.places, 1):
        if at_ms < begin_ms + clip.d_ms:
            # What is still to come of a picture belongs to it, also where the clip runs slower.
            source_ms = clip.from_ms + int((at_ms - begin_ms) * clip.speed)
            return _Moment(at_ms, number, clip, min(source_ms, clip.to_ms - 1), heard)
    raise AssertionError


def _files(context: Context, timeline: Timeline) -> list[MediaRecord]:
    """Those on the timeline, which are all there."""
    used = dict.fromkeys([clip.media_id for clip in timeline.clips])
    files = [context.store.media.get(media_id) for media_id in used]
    for file in files:
        path_of(file, _UNSEEN)
    return files


def _picture(
    context: Context,
    timeline: Timeline,
    moments: Sequence[_Moment],
    line: Mapping[str, Any],
    *,
    is_labelled: bool,
) -> Drawn:
    shown = [
        Shown(
            path=path_of(context.store.media.get(moment.clip.media_id), _UNSEEN),
            at_ms=moment.source_ms,
            time_ms=_frame_ms(timeline, moment.at_ms),
            kind=moment.clip.kind,
            label=clock(moment.at_ms) if is_labelled else "",
        )
        for moment in moments
    ]
    return preview(shown, context.settings.home / "work", line)


def _frame_ms(timeline: Timeline, at_ms: int) -> int:
    """When the picture begins that is shown then; whole milliseconds lie beside their picture."""
    frame = floor((at_ms + Fraction(1, 2)) * timeline.rate / 1000)
    return floor(frame * 1000 / timeline.rate)


def _frame(timeline: Timeline, moment: _Moment, words: Sequence[SpokenWord]) -> PreviewFrame:
    return PreviewFrame(
        at_s=seconds(moment.at_ms),
        clip=moment.number,
        media_id=moment.clip.media_id,
        media_name=moment.clip.name,
        source_s=seconds(moment.source_ms),
        said=_said(words, moment.heard),
        titles=_titles(timeline, [moment]),
    )


def _said(words: Sequence[SpokenWord], heard: tuple[int, int]) -> str:
    inside = (
        spoken.word.text
        for spoken in words
        if heard[0] <= (spoken.word.start_ms + spoken.word.end_ms) / 2 < heard[1]
    )
    text = " ".join("".join(inside).split())
    return text if len(text) <= _MOST_SAID else f"{text[: _MOST_SAID - 1]}…"


def _titles(timeline: Timeline, moments: Sequence[_Moment]) -> list[str]:
    return [
        title.text
        for title in timeline.titles
        if any(title.from_ms <= moment.at_ms < title.to_ms for moment in moments)
    ]

"""An edit that was made, as a phrase."""

from collections.abc import Callable, Sequence
from typing import Any

from transcribe_video.backend.editing.sentences import Sentences
from transcribe_video.backend.editor.applied import Applied, Taken
from transcribe_video.backend.editor.timeline import Timeline
from transcribe_video.conversation.editing import edit as edits
from transcribe_video.timecode import fine_clock

_MOST_SPANS = 10
_LONGEST_TEXT = 80
_TITLE_MS, _FADE_MS = 3000, 1000


def phrase_of(edit: edits.TimelineEdit, before: Timeline, made: Applied, say: Sentences) -> str:
    """What an edit did, e.g. ``Cut 0:00-0:10 (“so anyway …”)``.

    Args:
        edit: as it was made: its times are those of ``before``.
        before: the timeline before it.
        made: what came of it.
        say: the language.
    """
    special = _SPECIAL.get(type(edit))
    if special is not None:
        return special(edit, before, made, say)
    return say("cut", spans=spans(made.taken, before, say))


def spans(taken: Sequence[Taken], before: Timeline, say: Sentences) -> str:
    """What is taken out: when, from where in the file if that is another time, and which words."""
    shown = [_span(one, before) for one in taken[:_MOST_SPANS]]
    if len(taken) > _MOST_SPANS:
        shown.append(say("more", count=len(taken) - _MOST_SPANS))
    return say("comma").join(shown)


def removed(taken: Taken, before: Timeline, say: Sentences) -> str:
    """One thing that was taken out, as a change of the timeline."""
    return say("removed", span=_span(taken, before))


def _span(taken: Taken, before: Timeline) -> str:
    from_ms, to_ms = taken.span
    facts = [_source(before, from_ms, to_ms), _quoted(taken.text)]
    inside = ", ".join(filter(None, facts))
    return f"{_range(from_ms, to_ms)} ({inside})" if inside else _range(from_ms, to_ms)


def _source(before: Timeline, from_ms: int, to_ms: int) -> str:
    """The times in the file, where they are not those of the timeline."""
    for at_ms, clip in before.places:
        if at_ms <= from_ms and to_ms <= at_ms + clip.d_ms:
            first = clip.from_ms + round((from_ms - at_ms) * clip.speed)
            last = clip.from_ms + round((to_ms - at_ms) * clip.speed)
            is_same = (first, last) == (from_ms, to_ms)
            return "" if is_same else f"{clip.name} {_range(first, last)}"
    return ""


def _quoted(text: str) -> str:
    short = text if len(text) <= _LONGEST_TEXT else f"{text[: _LONGEST_TEXT - 1].rstrip()}…"
    return f"“{short}”" if short else ""


def _range(from_ms: int, to_ms: int) -> str:
    return f"{fine_clock(from_ms)}-{fine_clock(to_ms)}"


def _whole(from_ms: int | None, to_ms: int | None, before: Timeline, say: Sentences) -> str:
    if from_ms is None and to_ms is None:
        return say("whole")
    return _range(from_ms or 0, before.d_ms if to_ms is None else to_ms)


def _silences(_edit: Any, _before: Timeline, made: Applied, say: Sentences) -> str:
    gone_ms = sum(one.span[1] - one.span[0] for one in made.taken)
    return say("kept_quiet", count=len(made.taken), gone=fine_clock(gone_ms))


def _fillers(edit: edits.CutFillers, _before: Timeline, made: Applied, say: Sentences) -> str:
    return say("fillers_muted") if edit.is_mute else say("fillers", count=len(made.taken))


def _repeats(_edit: Any, _before: Timeline, made: Applied, say: Sentences) -> str:
    return say("repeats", count=len(made.taken))


def _split(edit: edits.Split, _before: Timeline, _made: Applied, say: Sentences) -> str:
    return say("split", at=fine_clock(edit.at_ms))


def _move(edit: edits.Move, _before: Timeline, _made: Applied, say: Sentences) -> str:
    to = say("to_end") if edit.to_ms is None else fine_clock(edit.to_ms)
    place = say("to_start") if edit.to_ms == 0 else to
    return say("moved", span=_range(edit.from_ms, edit.until_ms), to=place)


def _title(edit: edits.AddTitle, _before: Timeline, made: Applied, say: Sentences) -> str:
    title = made.timeline.titles[-1]
    return say("title", text=_short(edit.text), span=_range(title.from_ms, title.to_ms))


def _captions(edit: edits.SetCaptions, _before: Timeline, made: Applied, say: Sentences) -> str:
    if not edit.is_on:
        return say("captions_off")
    style = made.timeline.captions
    how = [
        say("burned") if style.is_burned else "",
        say("sized", size=say(f"size_{style.size}")) if edit.size else "",
        say("placed", position=say(style.position)) if edit.position else "",
        say("highlighted") if style.is_highlighted else "",
    ]
    told = say("comma").join(filter(None, how))
    return say("captions_on", how=f" ({told})" if told else "")


def _music(_edit: Any, _before: Timeline, made: Applied, say: Sentences) -> str:
    music = made.timeline.music[-1]
    ducked = say("ducked") if music.is_ducked else ""
    percent = round(music.volume * 100)
    return say("music", name=_short(music.name), percent=percent, ducked=ducked)


def _volume(edit: edits.SetVolume, before: Timeline, _made: Applied, say: Sentences) -> str:
    percent = round(edit.level * 100)
    if edit.layer == "music":
        return say("music_volume", percent=percent)
    span = _whole(edit.from_ms, edit.to_ms, before, say)
    return say("volume", span=span, percent=percent) if edit.level else say("muted", span=span)


def _fade(edit: edits.Fade, _before: Timeline, _made: Applied, say: Sentences) -> str:
    return say(f"fade_{edit.kind}", length=_seconds(edit.duration_ms or _FADE_MS))


def _loudness(edit: edits.SetLoudness, _before: Timeline, _made: Applied, say: Sentences) -> str:
    return say("loudness", lufs=f"{edit.target_lufs:g}")


def _reframe(edit: edits.Reframe, _before: Timeline, _made: Applied, say: Sentences) -> str:
    return say("pad" if edit.is_padded else "crop", aspect=edit.aspect)


def _resize(edit: edits.Resize, _before: Timeline, _made: Applied, say: Sentences) -> str:
    return say("size", height=edit.height)


def _speed(edit: edits.SetSpeed, before: Timeline, _made: Applied, say: Sentences) -> str:
    span = _whole(edit.from_ms, edit.to_ms, before, say)
    return say("speed", span=span, factor=f"{edit.factor:g}")


def _image(edit: edits.AddImage, before: Timeline, _made: Applied, say: Sentences) -> str:
    at_ms = before.d_ms if edit.at_ms is None else edit.at_ms
    return say("image", name=_short(edit.file), at=fine_clock(at_ms))


def _join(edit: edits.Join, before: Timeline, made: Applied, say: Sentences) -> str:
    names = edit.files or tuple(clip.name for clip in made.timeline.clips[len(before.clips) :])
    return say("joined", names=say.list([f"“{_short(name)}”" for name in names]))


def _match(_edit: Any, before: Timeline, made: Applied, say: Sentences) -> str:
    if not made.taken:
        return say("matched_moves")
    return say("matched", spans=spans(made.taken, before, say))


def _seconds(ms: int) -> str:
    return f"{ms / 1000:g} s"


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST_TEXT else f"{line[: _LONGEST_TEXT - 1]}…"


_SPECIAL: dict[type, Callable[[Any, Timeline, Applied, Sentences], str]] = {
    edits.CutSilences: _silences,
    edits.CutFillers: _fillers,
    edits.CutRepeats: _repeats,
    edits.Split: _split,
    edits.Move: _move,
    edits.AddTitle: _title,
    edits.SetCaptions: _captions,
    edits.AddMusic: _music,
    edits.SetVolume: _volume,
    edits.Fade: _fade,
    edits.SetLoudness: _loudness,
    edits.Reframe: _reframe,
    edits.Resize: _resize,
    edits.SetSpeed: _speed,
    edits.AddImage: _image,
    edits.Join: _join,
    edits.MatchText: _match,
}

"""An edit that was made, as a phrase."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import PurePath
from typing import Any

from transcribe_video.backend.editing.sentences import Sentences
from transcribe_video.backend.editor.applied import Applied, Moved, Taken
from transcribe_video.backend.editor.project import is_name_of
from transcribe_video.backend.editor.speed import AS_RECORDED, speeds_in
from transcribe_video.backend.editor.timeline import Music, Timeline
from transcribe_video.backend.editor.volume import is_muted, levels_in
from transcribe_video.conversation.editing import edit as edits
from transcribe_video.conversation.editing.defaults import FADE_MS
from transcribe_video.conversation.editing.hesitations import are_fillers
from transcribe_video.timecode import fine_clock
from transcribe_video.wire.draft import STILL_MS

_MOST_SPANS = 10
_LONGEST_TEXT = 80
_MINUTE_MS = 60_000


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
    """Parts of a timeline, as ``described`` tells them."""
    return shortened([*described(taken, before)], say)


def described(taken: Sequence[Taken], before: Timeline) -> Iterator[str]:
    """Each part: when, from where in the file if that is another time, and which words."""
    return (_span(one, before) for one in taken)


def shortened(shown: Sequence[str], say: Sentences) -> str:
    """The first ten as a list, and how many more there are."""
    told = [*shown[:_MOST_SPANS]]
    if len(shown) > _MOST_SPANS:
        told.append(say("more", count=len(shown) - _MOST_SPANS))
    return say("comma").join(told)


def request_for(edit: edits.TimelineEdit, before: Timeline, say: Sentences) -> str:
    """The message that asks for one of several edits that may be meant, e.g. ``cut 0:10-0:20``.

    Args:
        edit: it is one that names what it means, by its times or whole.
        before: the timeline before it.
        say: the language.
    """
    name: str
    facts: dict[str, object]
    match edit:
        case edits.Cut(from_ms, to_ms):
            name, facts = "choose_cut", {"span": _range(from_ms, to_ms)}
        case edits.Keep(((from_ms, to_ms),)):
            name, facts = "choose_keep", {"span": _range(from_ms, to_ms)}
        case edits.SetVolume(_, int(from_ms), int(to_ms)):
            name, facts = "choose_mute", {"span": _range(from_ms, to_ms)}
        case edits.Move(from_ms, until_ms, to_ms):
            to = _place(to_ms, before, say)
            name, facts = "choose_move", {"span": _range(from_ms, until_ms), "to": to}
        case edits.ChangeTitle(old):
            name, facts = "choose_retitled", {"text": old, "to": _other_title(edit, say)}
        case edits.RemoveTitle(text):
            name, facts = "choose_untitled", {"text": text}
        case edits.RemoveMusic(file):
            name, facts = "choose_music", {"name": file}
        case _:
            raise AssertionError(edit)
    return say(name, **facts)


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


def _part(edit: edits.SetVolume | edits.SetSpeed, before: Timeline) -> str:
    """A part of which one end may be that of the video; empty if it is all of it."""
    if edit.from_ms is None and edit.to_ms is None:
        return ""
    last_ms = before.d_ms if edit.to_ms is None else edit.to_ms
    near = before.meeting if isinstance(edit, edits.SetSpeed) else before.snapped
    return _range(near(edit.from_ms or 0), near(last_ms))


def _silences(edit: edits.CutSilences, before: Timeline, made: Applied, say: Sentences) -> str:
    if edit.edge:
        return say("cut", spans=spans(made.taken, before, say))
    gone_ms = sum(one.span[1] - one.span[0] for one in made.taken)
    count = len(made.taken)
    lengths = {"longer": edit.longer_than_ms, "kept": edit.keep_ms, "gone": gone_ms}
    return say(
        "kept_quiet",
        pauses=say("one_pause" if count == 1 else "pauses", count=count),
        **{name: length(ms, say) for name, ms in lengths.items()},
    )


def _fillers(edit: edits.CutFillers, before: Timeline, made: Applied, say: Sentences) -> str:
    if not are_fillers(edit.words):
        parts = made.found if edit.is_mute else made.taken
        name = "muted_for" if edit.is_mute else "cut"
        told = say(name, span=spans(parts, before, say), spans=spans(parts, before, say))
        return say("in_places", told=told, count=len(parts)) if len(parts) > 1 else told
    if edit.is_mute:
        return say("fillers_muted", count=len(made.found))
    return say("fillers", count=len(made.taken))


def _repeats(_edit: Any, _before: Timeline, made: Applied, say: Sentences) -> str:
    return say("repeats", count=len(made.taken))


def _mute_words(_edit: Any, before: Timeline, made: Applied, say: Sentences) -> str:
    return say("muted_for", span=spans(made.found, before, say))


def _move_words(edit: edits.MoveWords, before: Timeline, made: Applied, say: Sentences) -> str:
    moved, *target = made.found
    if target:
        name = "before_words" if edit.before else "behind_words"
        at_ms = target[0].span[0 if edit.before else 1]
        to = say(name, text=_short(target[0].text), at=fine_clock(at_ms))
    else:
        to = say("to_start" if edit.place == "start" else "to_end")
    return say("moved", span=_span(moved, before), to=to)


def _split(edit: edits.Split, before: Timeline, _made: Applied, say: Sentences) -> str:
    return say("split", at=fine_clock(before.snapped(edit.at_ms)))


def _move(edit: edits.Move, before: Timeline, _made: Applied, say: Sentences) -> str:
    span = before.snapped(edit.from_ms), before.snapped(edit.until_ms)
    return say("moved", span=_span(Taken(span), before), to=_place(edit.to_ms, before, say))


def _place(to_ms: int | None, before: Timeline, say: Sentences) -> str:
    if to_ms is None or to_ms >= before.d_ms:
        return say("to_end")
    at_ms = before.snapped(to_ms)
    return fine_clock(at_ms) if at_ms else say("to_start")


def _title(edit: edits.AddTitle, _before: Timeline, made: Applied, say: Sentences) -> str:
    title = made.timeline.titles[-1]
    return say("title", text=_short(edit.text), span=_range(title.from_ms, title.to_ms))


def _retitled(edit: edits.ChangeTitle, _before: Timeline, made: Applied, say: Sentences) -> str:
    title = made.timeline.titles[-1]
    where = say("comma") + say("placed", position=say(title.position)) if edit.position else ""
    span = _range(title.from_ms, title.to_ms) + where
    return say("retitled", text=_short(title.text), span=span)


def _other_title(edit: edits.ChangeTitle, say: Sentences) -> str:
    """What a title is changed to, for a message that asks for it."""
    told = [
        f"“{edit.text}”" if edit.text else "",
        "" if edit.from_ms is None else fine_clock(edit.from_ms),
        say(f"the_{edit.position}") if edit.position else "",
        length(edit.duration_ms, say) if edit.duration_ms else "",
    ]
    return " ".join(filter(None, told))


def _untitled(_edit: Any, _before: Timeline, made: Applied, say: Sentences) -> str:
    shown = [f"“{_short(gone.text)}” ({_range(*gone.span)})" for gone in made.found]
    return say("untitled" if len(shown) == 1 else "all_untitled", titles=say.list(shown))


def _captions(edit: edits.SetCaptions, _before: Timeline, made: Applied, say: Sentences) -> str:
    if not edit.is_on:
        return say("captions_off")
    style = made.timeline.captions
    how = [
        say("burned") if style.is_burned else "",
        say("sized", size=say(f"size_{style.size}")) if edit.size else "",
        say("placed", position=say(style.position)) if edit.position else "",
        say("colored", color=say(f"color_{style.color}")) if edit.color else "",
        say("highlighted") if style.is_highlighted else "",
    ]
    told = say("comma").join(filter(None, how))
    return say("captions_on", how=f" ({told})" if told else "")


def _music(edit: edits.AddMusic, before: Timeline, made: Applied, say: Sentences) -> str:
    music = _laid(edit, before, made.timeline)
    is_there = any(one.media_id == music.media_id for one in before.music)
    ducked = say("ducked") if music.is_ducked else ""
    percent, name = round(music.volume * 100), "music_again" if is_there else "music"
    return say(name, name=_short(music.name), percent=percent, ducked=ducked)


def _laid(edit: edits.AddMusic, before: Timeline, after: Timeline) -> Music:
    """The music that an edit has laid under the video, or found there as it shall be."""
    other = [one for one in after.music if one not in before.music]
    name = PurePath(edit.file).name
    found = other or [one for one in after.music if is_name_of(name, one.name)] or after.music
    return found[-1]


def _no_music(_edit: Any, before: Timeline, made: Applied, say: Sentences) -> str:
    gone = dict.fromkeys(one.name for one in before.music if one not in made.timeline.music)
    return say("music_removed", names=say.list([f"“{_short(name)}”" for name in gone]))


def _volume(edit: edits.SetVolume, before: Timeline, _made: Applied, say: Sentences) -> str:
    percent = round(edit.level * 100)
    span = _part(edit, before)
    name = "set" if edit.is_absolute else "unmuted" if is_muted(before, edit) else "volume"
    name = name if edit.level else "muted"
    layer = "music_" if edit.layer == "music" else ""
    told = say(f"{layer}{name}{'_for' if span else ''}", span=span, percent=percent)
    was = set() if layer else levels_in(before, edit)
    if name != "volume" or len(was) != 1 or was == {1.0}:
        return told
    return told + say("volume_total", percent=round(was.pop() * edit.level * 100))


def _fade(edit: edits.Fade, _before: Timeline, _made: Applied, say: Sentences) -> str:
    length_ms = FADE_MS if edit.duration_ms is None else edit.duration_ms
    layer = f"_{edit.what}" if edit.what else ""
    return say(f"fade_{edit.kind}{layer}", length=length(length_ms, say))


def _loudness(edit: edits.SetLoudness, _before: Timeline, _made: Applied, say: Sentences) -> str:
    return say("loudness", lufs=with_minus(edit.target_lufs))


def _reframe(edit: edits.Reframe, _before: Timeline, _made: Applied, say: Sentences) -> str:
    return say("pad" if edit.is_padded else "crop", aspect=edit.aspect)


def _resize(edit: edits.Resize, _before: Timeline, _made: Applied, say: Sentences) -> str:
    return say("size", height=edit.height)


def _speed(edit: edits.SetSpeed, before: Timeline, _made: Applied, say: Sentences) -> str:
    span, was, total = _part(edit, before), speeds_in(before, edit), ""
    name = "as_recorded" if edit.factor == AS_RECORDED else "speed"
    if name == "speed" and was - {AS_RECORDED}:  # the factor is not that of the recording
        name = "speed_again"
        now = round(edit.factor * was.pop(), 2) if len(was) == 1 else 0.0
        total = say("speed_total", factor=f"{now:g}") if now else ""
        total = say("speed_back") if now == AS_RECORDED else total
    return say(f"{name}_for" if span else name, span=span, factor=f"{edit.factor:g}") + total


def _image(edit: edits.AddImage, before: Timeline, _made: Applied, say: Sentences) -> str:
    at_ms = before.d_ms if edit.at_ms is None else edit.at_ms
    shown = length(edit.duration_ms or STILL_MS, say)
    return say("image", name=_short(edit.file), at=fine_clock(at_ms), length=shown)


def _join(edit: edits.Join, before: Timeline, made: Applied, say: Sentences) -> str:
    there = {clip.media_id for clip in before.clips}
    added = [clip.name for clip in made.timeline.clips if clip.media_id not in there]
    names = say.list([f"“{_short(name)}”" for name in edit.files or added])
    if len(added) < len(edit.files) > 1 and _is_reordered(before, made.timeline, added):
        return say("ordered", names=names)
    if edit.at_ms is None or edit.at_ms >= before.d_ms:
        return say("joined", names=names)
    return say("joined_at", names=names, at=_place(edit.at_ms, before, say))


def _is_reordered(before: Timeline, after: Timeline, added: Sequence[str]) -> bool:
    """Whether of the files that were there before none is there once more."""
    new = sum(clip.d_ms for clip in after.clips if clip.name in added)
    return abs(after.d_ms - new - before.d_ms) <= 1


def _match(_edit: Any, before: Timeline, made: Applied, say: Sentences) -> str:
    gone = spans(made.taken, before, say)
    told = say("matched", spans=gone) if gone else say("matched_moves")
    moves = moves_told(made.moved, before, say)
    more = [say("more", count=len(moves) - _MOST_SPANS)] if len(moves) > _MOST_SPANS else []
    return say("semicolon").join([told, *moves[:_MOST_SPANS], *more])


def moves_told(moved: Sequence[Moved], before: Timeline, say: Sentences) -> list[str]:
    """Each part that is said elsewhere: when it was, its words and behind which they are now."""
    places = (say("behind_text", text=_short(one.behind)) if one.behind else "" for one in moved)
    return [
        say("moved", span=_span(one.part, before), to=to or say("to_start"))
        for one, to in zip(moved, places, strict=True)
    ]


def length(ms: int, say: Sentences) -> str:
    """How long something is, e.g. ``3.9 s``; from a minute on as a clock shows it."""
    return say("seconds", count=f"{ms / 1000:g}") if ms < _MINUTE_MS else fine_clock(ms)


def with_minus(number: float) -> str:
    """A number as it is printed: with a minus and no hyphen."""
    return f"{number:g}".replace("-", "\N{MINUS SIGN}")


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST_TEXT else f"{line[: _LONGEST_TEXT - 1]}…"


_SPECIAL: dict[type, Callable[[Any, Timeline, Applied, Sentences], str]] = {
    edits.CutSilences: _silences,
    edits.CutFillers: _fillers,
    edits.CutRepeats: _repeats,
    edits.MuteWords: _mute_words,
    edits.MoveWords: _move_words,
    edits.Split: _split,
    edits.Move: _move,
    edits.AddTitle: _title,
    edits.ChangeTitle: _retitled,
    edits.RemoveTitle: _untitled,
    edits.SetCaptions: _captions,
    edits.AddMusic: _music,
    edits.RemoveMusic: _no_music,
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

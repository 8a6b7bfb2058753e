"""Edits in the form in which the tables of utterances are written."""

from collections.abc import Mapping
from typing import Any

from transcribe_video.conversation.editing import edit as edits
from transcribe_video.conversation.editing.request import Request
from transcribe_video.conversation.editing.said import Said

Row = dict[str, Any]

_USUAL = edits.CutSilences()
# What an edit is where the message does not say: a key with this value says nothing.
_UNSAID: dict[str, Row] = {
    "cut_silences": {
        "longer_than_s": _USUAL.longer_than_ms / 1000,
        "keep_s": _USUAL.keep_ms / 1000,
    },
    "cut_fillers": {"words": [], "mute": False},
    "music": {"duck": False},
    "join": {"files": []},
    "undo": {"steps": 1},
    "redo": {"steps": 1, "back": False},
}


def canonical(request: Request) -> list[Row]:
    """The edits of a request, without what the message does not say."""
    return [said(_row(edit)) for edit in request.edits]


def said(row: Mapping[str, Any]) -> Row:
    """A row without the keys that say nothing."""
    unsaid = _UNSAID.get(row["op"], {})
    if "after_s" in row:  # after a moment is before what follows it
        row = {**row, "before_s": row["after_s"]}
        del row["after_s"]
    return {
        key: value
        for key, value in row.items()
        if value is not None and not (key in unsaid and unsaid[key] == value)
    }


def _s(ms: int | None) -> float | None:
    return None if ms is None else ms / 1000


def _said(found: Said) -> Row:
    nth = {"nth": found.nth or None, "to_nth": found.end_nth or None}
    if found.text:
        sentences = {"sentence_by": found.sentence_by or None, "every": found.is_every or None}
        return {"text": found.text, **nth, **sentences}
    ends = {
        "from": found.start or None,
        "to": found.end or None,
        "sentence": found.sentence or None,
    }
    times = {"from_s": _s(found.from_ms), "to_s": _s(found.to_ms)}
    return {**ends, **nth, **times, "between": found.is_between or None}


def _row(edit: edits.Edit) -> Row:  # noqa: C901, PLR0911, PLR0912
    match edit:
        case edits.Cut(start, end):
            return {"op": "cut", "from_s": _s(start), "to_s": _s(end)}
        case edits.Keep(ranges):
            return {"op": "keep", "ranges": [[_s(start), _s(end)] for start, end in ranges]}
        case edits.CutWords(found):
            return {"op": "cut_words", **_said(found)}
        case edits.KeepWords(found):
            return {"op": "keep_words", **_said(found)}
        case edits.MuteWords(found):
            return {"op": "mute_words", **_said(found)}
        case edits.MoveWords(found, place, before, behind, nth):
            to: Row = {"place": place, "before": before or None, "behind": behind or None}
            return {"op": "move_words", **_said(found), **to, "to_nth": nth or None}
        case edits.CutSilences(longer, kept, within, edge):
            span: Row = {} if within is None else {"from_s": _s(within[0]), "to_s": _s(within[1])}
            named: Row = {"op": "cut_silences", "longer_than_s": _s(longer), "keep_s": _s(kept)}
            return {**named, **span, "edge": edge}
        case edits.CutFillers(words, is_mute):
            return {"op": "cut_fillers", "words": list(words), "mute": is_mute}
        case edits.Split(at):
            return {"op": "split", "at_s": _s(at)}
        case edits.Move(start, end, to_ms):
            goal = {0: {"place": "start"}, None: {"place": "end"}}.get(
                to_ms, {"before_s": _s(to_ms)}
            )
            return {"op": "move", "from_s": _s(start), "to_s": _s(end), **goal}
        case edits.AddTitle(text, start, length, position):
            when = {"from_s": _s(start), "duration_s": _s(length)}
            return {"op": "title", "text": text, **when, "position": position}
        case edits.ChangeTitle(old, new, start, length, position):
            shown: Row = {"from_s": _s(start), "duration_s": _s(length), "position": position}
            return {"op": "retitle", "old": old or None, "text": new, **shown}
        case edits.RemoveTitle(text):
            return {"op": "remove_title", "text": text or None}
        case edits.SetCaptions(is_on, size, position, burned, highlighted, color):
            style = {"size": size, "position": position, "color": color}
            return {
                "op": "captions", "on": is_on, **style, "burned": burned, "highlight": highlighted
            }  # fmt: skip
        case edits.AddMusic(file, volume, is_ducked):
            return {"op": "music", "file": file, "volume": volume, "duck": is_ducked}
        case edits.RemoveMusic(file):
            return {"op": "remove_music", "file": file or None}
        case edits.SetVolume(level, start, end, layer):
            part: Row = {"from_s": _s(start), "to_s": _s(end), "track": layer}
            return {"op": "volume", "level": level, **part} if level else {"op": "mute", **part}
        case edits.Fade(kind, length, what):
            return {"op": "fade", "kind": kind, "duration_s": _s(length), "what": what}
        case edits.SetLoudness(target):
            return {"op": "loudness", "target_lufs": target}
        case edits.Reframe(aspect, is_padded):
            return {"op": "pad" if is_padded else "crop", "aspect": aspect}
        case edits.Resize(height):
            return {"op": "size", "height": height}
        case edits.SetSpeed(factor, start, end):
            return {"op": "speed", "factor": factor, "from_s": _s(start), "to_s": _s(end)}
        case edits.AddImage(file, at, length):
            return {"op": "image", "file": file, "at_s": _s(at), "duration_s": _s(length)}
        case edits.Join(files, at):
            return {"op": "join", "files": list(files), "at_s": _s(at)}
        case edits.Undo(steps):
            return {"op": "undo", "steps": steps}
        case edits.Redo(steps, is_back):
            return {"op": "redo", "steps": steps, "back": is_back}
        case edits.Impossible(what):
            return {"op": "impossible", "what": what}
        case _:
            return {"op": _NAMES[type(edit)]}


_NAMES: dict[type, str] = {
    edits.CutRepeats: "cut_repeats",
    edits.ShowChanges: "show_changes",
    edits.StartOver: "start_over",
    edits.Decline: "decline",
    edits.Propose: "propose",
    edits.Confirm: "confirm",
    edits.MatchText: "match_text",
    edits.Ask: "ask",
}

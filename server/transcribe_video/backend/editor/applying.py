"""Applying one edit to a timeline: which function does which."""

from collections.abc import Callable
from typing import Any

from transcribe_video.backend.editor import cutting, shaping, wording
from transcribe_video.backend.editor.applied import Applied
from transcribe_video.backend.editor.matching import match_text
from transcribe_video.backend.editor.pauses import cut_silences
from transcribe_video.backend.editor.project import Project
from transcribe_video.backend.editor.timeline import Timeline
from transcribe_video.conversation.editing import edit as edits

_APPLIERS: dict[type, Callable[[Timeline, Any, Project], Applied]] = {
    edits.Cut: cutting.cut,
    edits.Keep: cutting.keep,
    edits.CutWords: wording.cut_words,
    edits.KeepWords: wording.keep_words,
    edits.CutSilences: cut_silences,
    edits.CutFillers: wording.cut_fillers,
    edits.CutRepeats: wording.cut_repeats,
    edits.Split: cutting.split,
    edits.Move: cutting.move,
    edits.AddTitle: shaping.add_title,
    edits.SetCaptions: shaping.set_captions,
    edits.AddMusic: shaping.add_music,
    edits.SetVolume: shaping.set_volume,
    edits.Fade: shaping.fade,
    edits.SetLoudness: shaping.set_loudness,
    edits.Reframe: shaping.reframe,
    edits.Resize: shaping.resize,
    edits.SetSpeed: shaping.set_speed,
    edits.AddImage: shaping.add_image,
    edits.Join: shaping.join,
    edits.MatchText: match_text,
}


def applied(timeline: Timeline, edit: edits.TimelineEdit, project: Project) -> Applied:
    """What an edit makes of a timeline, which itself stays as it is.

    Raises:
        EditError: it cannot be made; the reason names the sentence to say.
    """
    return _APPLIERS[type(edit)](timeline, edit, project)

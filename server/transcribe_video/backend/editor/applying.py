"""Applying one edit to a timeline: which function does which."""

from collections.abc import Callable
from typing import Any

from transcribe_video.backend.editor import adding, cutting, disfluencies, shaping, titles, wording
from transcribe_video.backend.editor.applied import Applied
from transcribe_video.backend.editor.matching import match_text
from transcribe_video.backend.editor.pauses import cut_silences
from transcribe_video.backend.editor.project import Project
from transcribe_video.backend.editor.speed import set_speed
from transcribe_video.backend.editor.timeline import Timeline
from transcribe_video.backend.editor.trouble import EditError
from transcribe_video.backend.editor.volume import set_volume
from transcribe_video.conversation.editing import edit as edits
from transcribe_video.media.render.request import MOST_CLIPS

_APPLIERS: dict[type, Callable[[Timeline, Any, Project], Applied]] = {
    edits.Cut: cutting.cut,
    edits.Keep: cutting.keep,
    edits.CutWords: wording.cut_words,
    edits.KeepWords: wording.keep_words,
    edits.MuteWords: wording.mute_words,
    edits.MoveWords: wording.move_words,
    edits.CutSilences: cut_silences,
    edits.CutFillers: disfluencies.cut_fillers,
    edits.CutRepeats: disfluencies.cut_repeats,
    edits.Split: cutting.split,
    edits.Move: cutting.move,
    edits.AddTitle: titles.add_title,
    edits.ChangeTitle: titles.change_title,
    edits.RemoveTitle: titles.remove_title,
    edits.SetCaptions: shaping.set_captions,
    edits.AddMusic: adding.add_music,
    edits.RemoveMusic: adding.remove_music,
    edits.SetVolume: set_volume,
    edits.Fade: shaping.fade,
    edits.SetLoudness: shaping.set_loudness,
    edits.Reframe: shaping.reframe,
    edits.Resize: shaping.resize,
    edits.SetSpeed: set_speed,
    edits.AddImage: adding.add_image,
    edits.Join: adding.join,
    edits.MatchText: match_text,
}


def applied(timeline: Timeline, edit: edits.TimelineEdit, project: Project) -> Applied:
    """What an edit makes of a timeline, which itself stays as it is.

    Raises:
        EditError: it cannot be made; the reason names the sentence to say.
    """
    made = _APPLIERS[type(edit)](timeline, edit, project)
    if len(made.timeline.clips) > MOST_CLIPS:
        raise EditError("too_many_clips", count=len(made.timeline.clips), most=MOST_CLIPS)
    return made

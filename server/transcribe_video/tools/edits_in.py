"""Which changes of a video a message asks for, read without knowing the video."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

from transcribe_video.conversation.editing.caption_language import caption_language
from transcribe_video.conversation.editing.choosing import answer_in
from transcribe_video.conversation.editing.edit import (
    Confirm,
    Impossible,
    SetCaptions,
    TimelineEdit,
)
from transcribe_video.conversation.editing.grammar import edits_of, refuses_captions
from transcribe_video.conversation.editing.situation import Situation
from transcribe_video.conversation.editing.small_talk import Tell
from transcribe_video.conversation.wish import wish_of

_LONG = Situation(length_ms=36_000_000, rate=Fraction(25), files=(), language="en")


def names_edits(message: str, files: Sequence[str] = ()) -> bool:
    """Whether a message asks for a change of the video, among other things perhaps.

    Args:
        message: as it was written.
        files: paths that it names.
    """
    names = tuple(Path(file).name for file in files)
    for file, name in sorted(zip(files, names, strict=True), key=lambda pair: -len(pair[0])):
        message = message.replace(file, name)
    edits = edits_of(message, replace(_LONG, files=names)).edits
    return any(isinstance(edit, TimelineEdit) for edit in edits)


def is_agreement(message: str) -> bool:
    """Whether it says yes to what was only planned, and nothing else."""
    return edits_of(message, _LONG).edits == (Confirm(),)


def is_about_project(message: str) -> bool:
    """Whether it is said of a video that is there already: “undo”, “the second one”."""
    edits = edits_of(message, _LONG).edits
    is_known = answer_in(message) is not None or refuses_captions(edits, message)
    return is_known or any(
        edit != Tell("help") and not isinstance(edit, Impossible) for edit in edits
    )


def is_all_edits(message: str) -> bool:
    """Whether changes of the video are all that it asks for; mere captions may be a document."""
    request = edits_of(message, _LONG)
    changes = [edit for edit in request.edits if isinstance(edit, TimelineEdit)]
    is_whole = len(changes) == len(request.edits) and not request.unread
    return is_whole and any(edit != SetCaptions() for edit in changes)


def is_beyond_captions(message: str, languages: Collection[str]) -> bool:
    """Whether it asks for captions that say other words, or in a language that is not spoken.

    Args:
        message: as it was written.
        languages: codes of those that are known to be spoken.
    """
    if (language := caption_language(message)) and language not in languages:
        return not wish_of(message).transcribes
    edits = edits_of(message, replace(_LONG, language=language or _LONG.language)).edits
    return refuses_captions(edits, message)

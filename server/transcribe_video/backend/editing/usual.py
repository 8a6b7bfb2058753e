"""Amounts that nobody said, so that a usual one was taken, and how to say another."""

from collections.abc import Sequence

from transcribe_video.backend.editing.sentences import Sentences
from transcribe_video.conversation.editing import edit as edits
from transcribe_video.conversation.editing.defaults import FASTER, LOUDER, QUIETER, SLOWER

# By the amount that is taken where “louder” or “faster” says none: how people write it themselves.
_LEVELS = {LOUDER: ("40", "1.4"), QUIETER: ("70", "30", "0.7")}
_SPEEDS = {FASTER: ("25", "1.25"), SLOWER: ("80", "20", "0.8")}


def other_amounts(wanted: Sequence[edits.TimelineEdit], message: str, say: Sentences) -> str:
    """What could be said to have other amounts than the usual ones; empty if each was said.

    Args:
        wanted: the edits of a message.
        message: as it was said.
        say: the language.
    """
    examples = (_example(edit, message, say) for edit in wanted)
    told = list(dict.fromkeys(filter(None, examples)))
    return say.list([f"“{example}”" for example in told]) if told else ""


def _example(edit: edits.TimelineEdit, message: str, say: Sentences) -> str:
    """A message that says another amount; empty if this one was said."""
    told = ""
    match edit:
        case edits.SetVolume(level) if _is_unsaid(level, _LEVELS, message):
            name = "music" if edit.layer == "music" else "sound"
            told = say(f"example_{name}_{'louder' if level > 1 else 'quieter'}")
        case edits.SetSpeed(factor) if _is_unsaid(factor, _SPEEDS, message):
            told = say("example_faster" if factor > 1 else "example_slower")
        case edits.CutSilences() if edit == edits.CutSilences() and "0.8" not in message:
            told = say("example_silences")
        case edits.AddMusic(file, None):
            told = say("example_volume", name=file)
        case edits.AddTitle(text, duration_ms=None):
            told = say("example_title", text=" ".join(text.split()))
        case edits.AddImage(file, duration_ms=None):
            told = say("example_image", name=file)
        case edits.Fade(kind, None):
            told = say(f"example_fade_{kind}")
    return told


def _is_unsaid(amount: float, usual: dict[float, tuple[str, ...]], message: str) -> bool:
    return amount in usual and not any(written in message for written in usual[amount])

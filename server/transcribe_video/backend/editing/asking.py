"""What is asked where a wish is not clear, and what may be answered."""

from typing import get_args

from transcribe_video.backend.editing.edited import plainly
from transcribe_video.backend.editing.sentences import Sentences
from transcribe_video.wire.draft import Color
from transcribe_video.wire.session import TurnChoice

_WHERE = {"", "range", "place", "time", "words", "contradiction"}
"""What times or words that are said would make clear."""
_WHEN = {"range", "place", "time"}
_COLORS: tuple[Color, ...] = get_args(Color)
_ANSWERS = {
    "aspect": ("answer_wide", "answer_upright", "answer_square"),
    "factor": ("example_faster", "example_slower"),
    "level": ("example_sound_louder", "example_sound_quieter"),
    "music_level": ("example_music_louder", "example_music_quieter"),
    "loudness": ("answer_youtube", "answer_podcast", "answer_broadcast"),
    "fade": ("example_fade_in", "example_fade_out"),
}


def question_about(about: str, say: Sentences, length: str) -> str:
    """The question about a part of a wish.

    Args:
        about: which part, e.g. ``"aspect"``.
        say: the language.
        length: of the video, as a clock shows it.
    """
    if about in {"file", "title"}:
        return say(f"ask_{about}")
    if about == "color":
        return say("ask_color", colors=say.list([say(f"color_{color}") for color in _COLORS]))
    question = say("ask" if about in _WHERE else "ask_which", about=say.about(about))
    return say.together(question, say("long", d=length) if about in _WHEN else "")


def answers_about(about: str, say: Sentences) -> tuple[TurnChoice, ...]:
    """Messages that say it; empty where nobody can guess what they might be."""
    if about == "color":
        return plainly(*(say("answer_color", color=say(f"color_{color}")) for color in _COLORS))
    return plainly(*map(say, _ANSWERS.get(about, ())))

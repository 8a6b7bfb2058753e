"""What stands above the text of every document for reading."""

from pathlib import PurePath
from typing import NamedTuple

from transcribe_video.timecode import clock
from transcribe_video.transcript.language import language_of
from transcribe_video.transcript.transcript import Transcript

NO_SPEECH = "No speech was found in this recording."


class Fact(NamedTuple):
    """One line of the heading: ``Language`` and ``English``."""

    label: str
    value: str


def title_of(transcript: Transcript) -> str:
    """The recording's name without its suffix."""
    return PurePath(transcript.source).stem or "Transcript"


def facts_of(transcript: Transcript) -> tuple[Fact, ...]:
    """File, length, language and model; a fact that is not known is left out."""
    language = language_of(transcript.language).name
    rows = (
        Fact("File", transcript.source),
        Fact("Length", clock(transcript.duration_ms)),
        Fact("Language", language),
        Fact("Model", transcript.model),
    )
    return tuple(fact for fact in rows if fact.value)

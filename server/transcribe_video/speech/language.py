"""Which language is spoken in a recording."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from transcribe_video.errors import UsageError
from transcribe_video.speech.engine import Engine, levelled
from transcribe_video.speech.sound import RATE, Samples, Sound
from transcribe_video.speech.voice import Voice
from transcribe_video.speech.window import Window
from transcribe_video.transcript.language import LANGUAGES

AUTO = "auto"
_PLACES = 5  # that are listened to, spread over the recording
_LEAST_SPEECH_S = 1.0


def spoken_language(sound: Sound, windows: Sequence[Window], engine: Engine) -> str | None:
    """The language in which most is said, by listening at up to five places.

    Returns:
        its ISO 639-1 code, or None where nobody speaks.
    """
    if not engine.is_multilingual:
        return "en"
    votes: list[Mapping[str, float]] = []
    for window in _spread(windows):
        if len(votes) == _PLACES:
            break
        level = levelled(sound.read(window.start_ms, window.end_ms))
        speech = _speech(level, engine.voice(level))
        if len(speech):
            votes.append(engine.language_probabilities(speech))
    return _winner(votes)


def check_language(given: str) -> str:
    """The language that a person gives, by code or English name, as a code or ``"auto"``.

    Raises:
        UsageError: Whisper does not know it.
    """
    wanted = given.strip().lower()
    code = wanted.replace("_", "-").split("-")[0]
    named = [language.code for language in LANGUAGES.values() if language.name.lower() == wanted]
    if code == AUTO or code in LANGUAGES or named:
        return named[0] if named else code
    raise UsageError(
        f"The language cannot be “{given}”",
        "the speech model does not know it",
        "Give a code such as en, de, es, fr or zh, or auto",
    )


def _spread(windows: Sequence[Window]) -> Iterable[Window]:
    """All windows, such that the first few lie far apart."""
    step = max(len(windows) // _PLACES, 1)
    for first in range(step):
        yield from windows[first::step]


def _speech(level: Samples, voice: Voice) -> Samples:
    """The sound from the first speech on, or none if there is next to none."""
    spans = list(voice.spans())
    if sum(span.end_s - span.start_s for span in spans) < _LEAST_SPEECH_S:
        return level[:0]
    return level[round(spans[0].start_s * RATE) :]


def _winner(votes: Sequence[Mapping[str, float]]) -> str | None:
    total: Counter[str] = Counter()
    for vote in votes:
        total.update(vote)
    return max(total, key=lambda code: total[code]) if total else None

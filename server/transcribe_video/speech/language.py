"""Which language is spoken in a recording."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from transcribe_video.speech.engine import Engine, levelled
from transcribe_video.speech.sound import RATE, Sound
from transcribe_video.speech.window import Window

_PLACES = 5  # that are listened to, spread over the recording
_LEAST_SPEECH_S = 1.0
_CERTAIN = 0.8  # of a place's language


@dataclass(frozen=True, slots=True)
class SpokenLanguage:
    """What is spoken.

    Attributes:
        code: ISO 639-1 code of the language in which most is said.
        others: codes of languages that some places certainly sound like.
    """

    code: str
    others: tuple[str, ...] = ()


def spoken_language(
    sound: Sound, windows: Sequence[Window], engine: Engine
) -> SpokenLanguage | None:
    """The language in which most is said, by listening at up to five places; None if nobody speaks.

    An English model is asked nothing: it hears English.
    """
    votes: list[Mapping[str, float]] = []
    for window in _spread(windows):
        if len(votes) == _PLACES:
            break
        level = levelled(sound.read(window.start_ms, window.end_ms))
        voice = engine.voice(level)
        if voice.speech_s() >= _LEAST_SPEECH_S:
            first = round(next(voice.spans()).start_s * RATE)
            votes.append(engine.language_probabilities(level[first:]))
    return _counted(votes)


def _spread(windows: Sequence[Window]) -> Iterator[Window]:
    """All windows, such that the first few lie as far apart as they can."""
    last = len(windows) - 1
    first = dict.fromkeys(round(place * last / (_PLACES - 1)) for place in range(_PLACES))
    if windows:
        yield from (windows[number] for number in first)
        yield from (window for number, window in enumerate(windows) if number not in first)


def _counted(votes: Sequence[Mapping[str, float]]) -> SpokenLanguage | None:
    total: Counter[str] = Counter()
    for vote in votes:
        total.update(vote)
    if not total:
        return None
    code = max(total, key=lambda language: total[language])
    others = {
        language: None
        for vote in votes
        for language, probability in vote.items()
        if language != code and probability > _CERTAIN
    }
    return SpokenLanguage(code, tuple(others))

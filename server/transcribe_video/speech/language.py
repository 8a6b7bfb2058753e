"""Which language is spoken in a recording."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from transcribe_video.speech.engine import CERTAIN, Engine, levelled
from transcribe_video.speech.sound import RATE, Sound
from transcribe_video.speech.window import FRAME_MS, Window

_PLACES = 5  # that are listened to, spread over the recording
_LEAST_SPEECH_S = 1.0
# Languages of which the model takes one for the other, so that none contradicts the other.
_NEAR = tuple(
    frozenset(row.split())
    for row in """
da nn no sv
bs hr mk sl sr
cs sk
be ru uk
ca es gl oc pt
af nl
id jw ms su
hi mr ne pa sa ur
yue zh
de lb yi
""".strip().splitlines()
)


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


def loudest(powers: npt.NDArray[np.float32], windows: Sequence[Window]) -> frozenset[Window]:
    """The loudest window of each fifth, which tell whether a given language is spoken.

    Args:
        powers: mean square of each 10 ms.
        windows: all windows.
    """
    fifths = (
        windows[len(windows) * place // _PLACES : len(windows) * (place + 1) // _PLACES]
        for place in range(_PLACES)
    )
    return frozenset(max(fifth, key=lambda one: _power(powers, one)) for fifth in fifths if fifth)


def contradiction(given: str, heard: Iterable[str]) -> SpokenLanguage | None:
    """What is spoken where it is clearly not, or not only, the language that was given.

    Args:
        given: its code.
        heard: codes of what places certainly sound like; "" where that is not certain.

    Returns:
        The language in which most is said, and those that some other places sound like; None
        where nothing speaks against what was given.
    """
    counted = Counter(given if _is_near(code, given) else code for code in heard if code)
    if not set(counted) - {given}:
        return None
    code = given if counted[given] else counted.most_common(1)[0][0]
    return SpokenLanguage(code, tuple(other for other in counted if other != code))


def _is_near(code: str, given: str) -> bool:
    return any({code, given} <= near for near in _NEAR)


def _power(powers: npt.NDArray[np.float32], window: Window) -> float:
    within = powers[window.start_ms // FRAME_MS : window.end_ms // FRAME_MS]
    return float(within.mean()) if len(within) else 0.0


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
        if language != code and probability > CERTAIN
    }
    return SpokenLanguage(code, tuple(others))

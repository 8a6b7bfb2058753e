"""What the model makes of one stretch of sound, and what speaks against it."""

import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from transcribe_video.speech.voice import Span, Voice

_REPETITIVE = 2.4  # text that packs better than this repeats itself (the Whisper paper, 4.5)
_UNSURE = -1.0  # mean log probability below which a decoding is doubtful (ibid.)
_UNHEARD_S = 1.2  # speech without words, within _WITHIN_S; whole decodings stay below 0.7
_WITHIN_S = 4.0
_REACH_S = 0.6  # how far a word reaches from its edges: times stretch over pauses
_SLACK_S = 0.2
_CROWD, _CROWD_S = 8, 0.6  # so many words cannot be said in that time


@dataclass(frozen=True, slots=True)
class TimedText:
    """A word with the seconds, from the start of the decoded sound, between which it is said."""

    start_s: float
    end_s: float
    text: str
    probability: float


class Fault(StrEnum):
    """Why a decoding is not to be believed."""

    ENDLESS = "it never ended"
    REPETITIVE = "it repeats itself"
    CROWDED = "more words than can be said"
    INCOMPLETE = "speech is heard where it has no words"
    UNSURE = "the model is not sure"


@dataclass(frozen=True, slots=True)
class Decoding:
    """One decoding.

    Attributes:
        text: the words in one line.
        words: the same with their times.
        is_cut: the decoder ran into its limit of tokens.
        mean_log_probability: of its tokens.
        no_speech: probability that nobody speaks.
        sounds_like: code of the language that it certainly is; "" if none is, or nobody asked.
    """

    text: str
    words: tuple[TimedText, ...]
    is_cut: bool
    mean_log_probability: float
    no_speech: float
    sounds_like: str = ""

    def fault(self, voice: Voice) -> Fault | None:
        """The worst that speaks against it, judged beside the ``voice`` in the same sound."""
        if self.is_cut:
            return Fault.ENDLESS
        if _packing(self.text) > _REPETITIVE:
            return Fault.REPETITIVE
        if _is_crowded(self.words):
            return Fault.CROWDED
        if voice.unexplained_s(_explained(self.words), _WITHIN_S) > _UNHEARD_S:
            return Fault.INCOMPLETE
        return Fault.UNSURE if self.mean_log_probability < _UNSURE else None

    def unheard_s(self, voice: Voice) -> float:
        """For how many seconds in the same sound speech is heard and there are no words."""
        return voice.unexplained_s(_explained(self.words), float("inf"))

    def unheard(self, voice: Voice) -> list[Span]:
        """Where in the same sound speech is heard and there are no words."""
        return voice.unexplained(_explained(self.words))


def _packing(text: str) -> float:
    """How many times smaller the text packs, with one byte for each character of any script."""
    codes = {char: min(code, 255) for code, char in enumerate(dict.fromkeys(text))}
    data = bytes(codes[char] for char in text)
    return len(data) / len(zlib.compress(data)) if data else 0.0


def _is_crowded(words: Sequence[TimedText]) -> bool:
    pairs = zip(words, words[_CROWD - 1 :], strict=False)
    return any(last.end_s - first.start_s < _CROWD_S for first, last in pairs)


def _explained(words: Sequence[TimedText]) -> list[Span]:
    """The time for which words answer.

    A word beside a pause is often stretched over it, so only its edges count.
    """
    spans = []
    for word in words:
        until = min(word.end_s, word.start_s + _REACH_S)
        since = max(word.start_s, word.end_s - _REACH_S)
        spans.append(Span(word.start_s - _SLACK_S, until + _SLACK_S))
        spans.append(Span(since - _SLACK_S, word.end_s + _SLACK_S))
    return spans

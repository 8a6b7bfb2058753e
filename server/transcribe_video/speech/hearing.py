"""One decoding window, from its sound to its words."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from transcribe_video.speech.decoding import Decoding, Fault, TimedText
from transcribe_video.speech.engine import Engine, levelled
from transcribe_video.speech.quality import Quality
from transcribe_video.speech.sound import RATE, Samples
from transcribe_video.speech.voice import Span, Voice
from transcribe_video.speech.window import FRAME_MS, power, quietest
from transcribe_video.transcript.word import Word

_LONGEST_S = 29.0  # of sound for one decoding
_LEAST_S = 0.2  # shorter sound holds no word
_HALVABLE_S = 4.0  # shorter sound is not cut again
_LOOKS = 3  # how often a stretch is cut in two
_WHOLE_TAIL_MS = 30_000
_CAREFUL_BEAM = 5
_NO_SPEECH = 0.6  # with words the model is not sure of: nobody spoke (the Whisper paper, 4.5)
_LONG_WORD_S = 0.7  # a longer one may be stretched over a pause
_LEAST_WORD_S = 0.02


@dataclass(frozen=True, slots=True)
class Heard:
    """What was heard in one window.

    Attributes:
        words: with times from the start of the recording.
        unclear: stretches in which somebody seems to speak and no words could be made out, as
            (start_ms, end_ms).
    """

    words: tuple[Word, ...]
    unclear: tuple[tuple[int, int], ...] = ()


class Hearing:
    """Turns the sound of a window into words.

    A decoding that is not to be believed is thrown away, and the two halves of its sound, cut at
    the quietest place, are each looked at again. Nothing is drawn at random: the same sound gives
    the same words.

    Args:
        engine: the model.
        quality: how carefully to decode.
        language: code of the language spoken.
    """

    def __init__(self, engine: Engine, quality: Quality, language: str) -> None:
        self._engine, self._quality, self._language = engine, quality, language

    def hear(self, samples: Samples, start_ms: int) -> Heard:
        """The words in ``samples``, which begin at ``start_ms`` of the recording."""
        level = levelled(samples)
        voice = self._engine.voice(level)
        words: list[Word] = []
        unclear: list[tuple[int, int]] = []
        for span in _portions(voice, len(level) / RATE):
            for look in self._looks(level, voice, span, self._quality, 0):
                offset_ms = start_ms + round(look.span.start_s * 1000)
                if look.words is None:
                    unclear.append((offset_ms, start_ms + round(look.span.end_s * 1000)))
                else:
                    words += _words(look.words, look.voice, offset_ms)
        return Heard(_in_order(words), tuple(unclear))

    def _looks(
        self, level: Samples, voice: Voice, span: Span, quality: Quality, depth: int
    ) -> Iterator["_Look"]:
        """Decode a stretch, and its halves again if the result is not to be believed."""
        samples = _cut(level, span)
        if len(samples) < _LEAST_S * RATE:
            return
        here = voice.part(span.start_s, span.end_s)
        tail_ms = quality.tail_ms if depth == 0 else _WHOLE_TAIL_MS
        decoding = self._engine.decode(samples, self._language, quality.beam, tail_ms)
        fault = decoding.fault(here)
        if fault and span.end_s - span.start_s >= _HALVABLE_S and depth < _LOOKS:
            for half in _halves(samples, span):
                yield from self._looks(level, voice, half, quality, depth + 1)
            return
        if fault:
            decoding, fault = self._careful(samples, decoding, here)
        yield _Look(span, here, _believed(decoding, fault))

    def _careful(
        self, samples: Samples, first: Decoding, voice: Voice
    ) -> tuple[Decoding, Fault | None]:
        """The better of the first decoding and a careful one of the same short sound."""
        second = self._engine.decode(samples, self._language, _CAREFUL_BEAM, _WHOLE_TAIL_MS)
        return min(
            ((decoding, decoding.fault(voice)) for decoding in (second, first)),
            key=lambda judged: (_weight(judged[1]), -judged[0].mean_log_probability),
        )


@dataclass(frozen=True, slots=True)
class _Look:
    """The words in a stretch, None if speech is there and they could not be made out."""

    span: Span
    voice: Voice
    words: Sequence[TimedText] | None


_WEIGHTS = {None: 0, Fault.UNSURE: 1, Fault.INCOMPLETE: 2}


def _weight(fault: Fault | None) -> int:
    return _WEIGHTS.get(fault, 3)


def _believed(decoding: Decoding, fault: Fault | None) -> Sequence[TimedText] | None:
    """The words that are kept of the last look at a stretch."""
    if fault in {Fault.ENDLESS, Fault.CROWDED, Fault.REPETITIVE}:
        return None
    if fault is Fault.UNSURE and decoding.no_speech > _NO_SPEECH:
        return ()
    return decoding.words


def _portions(voice: Voice, length_s: float) -> Iterator[Span]:
    """The stretches with speech, each short enough for one decoding."""
    for span in voice.spans():
        end_s = min(span.end_s, length_s)
        start_s = span.start_s
        while end_s - start_s > _LONGEST_S:
            yield Span(start_s, start_s + _LONGEST_S)
            start_s += _LONGEST_S
        yield Span(start_s, end_s)


def _cut(samples: Samples, span: Span) -> Samples:
    return samples[round(span.start_s * RATE) : round(span.end_s * RATE)]


def _halves(samples: Samples, span: Span) -> tuple[Span, Span]:
    """Two stretches that meet at the quietest place in the middle of one."""
    powers = power(samples)
    middle = quietest(powers, len(powers) * 3 // 10, len(powers) * 7 // 10)
    middle_s = span.start_s + middle * FRAME_MS / 1000
    return Span(span.start_s, middle_s), Span(middle_s, span.end_s)


def _words(texts: Sequence[TimedText], voice: Voice, offset_ms: int) -> Iterator[Word]:
    for text in texts:
        span = _settled(text, voice)
        start_ms, end_ms = round(span.start_s * 1000), round(span.end_s * 1000)
        yield Word(offset_ms + start_ms, offset_ms + end_ms, text.text, round(text.probability, 3))


def _settled(word: TimedText, voice: Voice) -> Span:
    """The word's time without the pause that it is stretched over.

    Alignment gives every moment to some word, so that one beside a pause takes the pause too.
    """
    span = Span(word.start_s, max(word.end_s, word.start_s + _LEAST_WORD_S))
    runs = voice.runs_within(span.start_s, span.end_s)
    if span.end_s - span.start_s <= _LONG_WORD_S or not runs:
        return span
    if (runs[-1].start_s > span.start_s and len(runs) > 1) or runs[0].start_s > span.start_s + 0.1:
        return Span(max(runs[-1].start_s, span.start_s), span.end_s)
    return Span(span.start_s, min(runs[0].end_s, span.end_s))


def _in_order(words: Sequence[Word]) -> tuple[Word, ...]:
    """The words, none beginning before the one ahead of it ends."""
    ordered: list[Word] = []
    floor_ms = 0
    for word in words:
        start_ms = max(word.start_ms, floor_ms)
        end_ms = max(word.end_ms, start_ms)
        ordered.append(Word(start_ms, end_ms, word.text, word.probability))
        floor_ms = end_ms
    return tuple(ordered)

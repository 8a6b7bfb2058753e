"""One decoding window, from its sound to its words."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial

from transcribe_video.speech.decoding import Decoding, Fault, TimedText
from transcribe_video.speech.engine import Engine, levelled
from transcribe_video.speech.quality import Quality
from transcribe_video.speech.silence import Silence
from transcribe_video.speech.sound import RATE, Samples
from transcribe_video.speech.voice import Span, Voice
from transcribe_video.speech.window import FRAME_MS, power, quietest
from transcribe_video.transcript.word import Word

_LEAST_S = 0.2  # shorter sound holds no word
_HALVABLE_S = 4.0  # shorter sound is not cut again
_LOOKS = 3  # how often a stretch is cut in two
_WHOLE_TAIL_MS = 30_000
_CAREFUL_BEAM = 5
_NO_SPEECH = 0.6  # with words the model is not sure of: nobody spoke (the Whisper paper, 4.5)
_LONG_WORD_S = 0.7  # a longer one may be stretched over a pause
_SHORT_WORD_S = 0.1
_LEAST_WORD_S = 0.02
_TELLING_S = 2.0  # of speech tell in which language it is


@dataclass(frozen=True, slots=True)
class Heard:
    """What was heard in one window.

    Attributes:
        words: with times from the start of the recording.
        unclear: stretches in which somebody seems to speak and no words could be made out, as
            (start_ms, end_ms).
        sounds_like: code of the language that it certainly is; "" if none is, or nobody asked.
    """

    words: tuple[Word, ...]
    unclear: tuple[tuple[int, int], ...] = ()
    sounds_like: str = ""


class Hearing:
    """Turns the sound of a window into words.

    A decoding that is not to be believed is not kept if the two halves of its sound, cut at the
    quietest place and looked at again, give a better one. Nothing is drawn at random: the same
    sound gives the same words.

    Args:
        engine: the model.
        quality: how carefully to decode.
        language: code of the language spoken.
    """

    def __init__(self, engine: Engine, quality: Quality, language: str) -> None:
        self._engine, self._quality, self._language = engine, quality, language

    def hear(self, samples: Samples, start_ms: int, *, names_language: bool = False) -> Heard:
        """The words in up to 30 s of ``samples``, which begin at ``start_ms`` of the recording.

        What it sounds like is told where ``names_language`` asks for it.
        """
        level = levelled(samples)
        voice = self._engine.voice(level)
        length_s = len(level) / RATE
        spans = (Span(span.start_s, min(span.end_s, length_s)) for span in voice.spans())
        looker = partial(self._looks, level, voice, names_language=names_language)
        looks = [look for span in spans for look in looker(span, 0)]
        silence = Silence(level)
        return Heard(
            tuple(
                _without_silence(word, silence, start_ms)
                for look in looks
                for word in look.timed_words(start_ms)
            ),
            tuple(pair for look in looks for pair in look.unclear(start_ms)),
            _language_in(looks),
        )

    def _looks(
        self, level: Samples, voice: Voice, span: Span, depth: int, *, names_language: bool
    ) -> list["_Look"]:
        """Decode a stretch, and its halves again if the result is not to be believed."""
        samples = _cut(level, span)
        if len(samples) < _LEAST_S * RATE:
            return []
        here = voice.part(span.start_s, span.end_s)
        tail_ms = self._quality.tail_ms if depth == 0 else _WHOLE_TAIL_MS
        language, beam = self._language, self._quality.beam
        decode = partial(self._engine.decode, samples, language, names_language=names_language)
        decoding = decode(beam, tail_ms)
        fault = decoding.fault(here)
        if not fault:
            unheard_s = decoding.unheard_s(here)
            return [_Look(span, here, decoding.words, (), unheard_s, decoding.sounds_like)]
        if span.end_s - span.start_s < _HALVABLE_S or depth == _LOOKS:
            second = decode(_CAREFUL_BEAM, _WHOLE_TAIL_MS)
            return [_settled_for(span, here, *_better(decoding, second, here))]
        halves = [
            look
            for half in _halves(samples, span)
            for look in self._looks(level, voice, half, depth + 1, names_language=names_language)
        ]
        whole = _settled_for(span, here, decoding, fault)
        unheard_s = sum(look.unheard_s for look in halves)
        is_better = fault is not Fault.INCOMPLETE or unheard_s < whole.unheard_s
        return halves if is_better else [whole]


_WEIGHTS = {None: 0, Fault.UNSURE: 1, Fault.INCOMPLETE: 2}


def _better(first: Decoding, careful: Decoding, voice: Voice) -> tuple[Decoding, Fault | None]:
    """The better of two decodings of the same short sound."""
    return min(
        ((decoding, decoding.fault(voice)) for decoding in (careful, first)),
        key=lambda judged: (_WEIGHTS.get(judged[1], 3), -judged[0].mean_log_probability),
    )


@dataclass(frozen=True, slots=True)
class _Look:
    """What is kept of one stretch; times in seconds from its start, but for ``span``.

    Attributes:
        span: the stretch, from the start of the window.
        voice: the voice in it.
        words: the words that are believed.
        unheard: where somebody speaks and there should be words.
        unheard_s: all speech without words, crumbs between words too.
        sounds_like: the language that it certainly is, if any.
    """

    span: Span
    voice: Voice
    words: Sequence[TimedText]
    unheard: Sequence[Span]
    unheard_s: float
    sounds_like: str

    def timed_words(self, start_ms: int) -> Iterator[Word]:
        """Its words on the clock of the recording."""
        for text in self.words:
            time = _without_pause(text, self.voice)
            first_ms, last_ms = self._on_clock(time, start_ms)
            yield Word(first_ms, last_ms, text.text, round(text.probability, 3))

    def unclear(self, start_ms: int) -> Iterator[tuple[int, int]]:
        """Its speech without words on the clock of the recording."""
        return (self._on_clock(span, start_ms) for span in self.unheard)

    def _on_clock(self, time: Span, start_ms: int) -> tuple[int, int]:
        offset_s = start_ms / 1000 + self.span.start_s
        return round((offset_s + time.start_s) * 1000), round((offset_s + time.end_s) * 1000)


def _settled_for(span: Span, voice: Voice, decoding: Decoding, fault: Fault | None) -> _Look:
    """What is kept of a decoding that could not be bettered."""
    is_invented = fault in {Fault.ENDLESS, Fault.CROWDED, Fault.REPETITIVE}
    if is_invented or (fault is Fault.UNSURE and decoding.no_speech > _NO_SPEECH):
        decoding = replace(decoding, words=())
    is_whole = fault is Fault.UNSURE and bool(decoding.words)
    unheard = [] if is_whole else decoding.unheard(voice)
    unheard_s = decoding.unheard_s(voice)
    return _Look(span, voice, decoding.words, unheard, unheard_s, decoding.sounds_like)


def _language_in(looks: Sequence[_Look]) -> str:
    """The language of which most is certainly heard; a few words tell none."""
    speech_s: dict[str, float] = {}
    for look in looks:
        code = look.sounds_like
        speech_s[code] = speech_s.get(code, 0) + look.voice.speech_s()
    most = max(speech_s, key=lambda code: speech_s[code], default="")
    return most if speech_s.get(most, 0) >= _TELLING_S else ""


def _cut(samples: Samples, span: Span) -> Samples:
    return samples[round(span.start_s * RATE) : round(span.end_s * RATE)]


def _halves(samples: Samples, span: Span) -> tuple[Span, Span]:
    """Two stretches that meet at the quietest place in the middle of one."""
    powers = power(samples)
    middle = quietest(powers, len(powers) * 3 // 10, len(powers) * 7 // 10)
    middle_s = span.start_s + middle * FRAME_MS / 1000
    return Span(span.start_s, middle_s), Span(middle_s, span.end_s)


def _without_pause(word: TimedText, voice: Voice) -> Span:
    """The word's time without the pause that it is stretched over.

    Alignment gives every moment to some word, so that one beside a pause takes the pause too.
    """
    span = Span(word.start_s, max(word.end_s, word.start_s + _LEAST_WORD_S))
    if span.end_s - span.start_s <= _LONG_WORD_S:
        return span
    runs = [
        Span(max(run.start_s, span.start_s), min(run.end_s, span.end_s))
        for run in voice.runs_within(span.start_s, span.end_s)
    ]
    # The last: it is the pause before a word that it is stretched over, more than the one after.
    said = [run for run in runs if run.end_s - run.start_s >= _SHORT_WORD_S]
    return said[-1] if said else span


def _without_silence(word: Word, silence: Silence, from_ms: int) -> Word:
    """The word's time without the silence at its edges, in sound that begins at ``from_ms``."""
    start_ms, end_ms = silence.without(word.start_ms - from_ms, word.end_ms - from_ms)
    return replace(word, start_ms=start_ms + from_ms, end_ms=end_ms + from_ms)

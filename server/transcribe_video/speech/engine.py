"""The speech model at work; the only importer of the speech engine."""

import logging
import os
from functools import cached_property
from typing import TYPE_CHECKING, Any

import numpy as np

from transcribe_video.errors import MissingExtraError, ModelError
from transcribe_video.speech.decoding import Decoding, TimedText
from transcribe_video.speech.models.model import Model
from transcribe_video.speech.sound import SAMPLES_PER_MS, Samples
from transcribe_video.speech.voice import Voice

if TYPE_CHECKING:
    from faster_whisper.tokenizer import Tokenizer

_MEL_MS = 10
_LONGEST_FRAMES = 3000  # the model hears 30 s
_LONGEST_TOKENS = 448
_NO_MEASURE = 80  # dB below full scale: nothing was recorded
_LOUD_SHARE = 0.999  # of the samples are quieter: a click is no measure
_LOUD_LEVEL = 0.4
_LOUDEST_GAIN = 300.0
_VOICE_GAIN = 3.0
_MOST_THREADS = 4  # for each worker; more gain nothing
CERTAIN = 0.8
"""A language that is more likely than this is spoken."""
_LATEST_START = 50  # a text's first timestamp, in steps of 20 ms
_VOICE_BLOCK = 512
_PREPENDED = "\"'“¿([{-"
_APPENDED = "\"'.。,，!！?？:：”)]}、%°"
_MARKS = frozenset("\"'.…,，。!！?？-–—*()[]♪♫♬ ")  # noqa: RUF001 - alone they are no word


class Engine:
    """A speech model in memory, for several threads at once.

    Args:
        model: which one.
        workers: how many threads may decode at once.

    Attributes:
        model: the model.
        workers: how many threads may decode at once.

    Raises:
        MissingExtraError: the speech engine is not installed.
        ModelError: the model cannot be loaded.
    """

    def __init__(self, model: Model, workers: int) -> None:
        self.model = model
        self.workers = workers
        # The library under the voice detector would else report its use to its maker.
        os.putenv("ORT_DISABLE_TELEMETRY", "1")
        try:
            from faster_whisper import WhisperModel  # noqa: PLC0415 - heavy and optional
        except ImportError as error:
            raise MissingExtraError("offline", "recognising speech on this machine") from error
        logging.getLogger("faster_whisper").setLevel(logging.WARNING)
        threads = max(1, min(_MOST_THREADS, _cores() // workers))
        try:
            self._whisper: Any = WhisperModel(
                str(model.folder),
                device="cpu",
                compute_type="int8",
                cpu_threads=threads,
                num_workers=workers,
            )
        except Exception as error:  # the engine raises RuntimeError, ValueError and its own
            raise ModelError(
                f"The speech model “{model.name}” cannot be loaded",
                f"what is in “{model.folder}” is not a Whisper model for CTranslate2",
                "Choose another with TRANSCRIBE_VIDEO_MODEL, or leave that unset",
            ) from error

    @property
    def is_multilingual(self) -> bool:
        """Whether the model knows more languages than English."""
        return bool(self._whisper.model.is_multilingual)

    def knows(self, language: str) -> bool:
        """Whether the model was made for the language with this code."""
        token = self._whisper.hf_tokenizer.token_to_id(f"<|{language}|>")
        return token is not None if self.is_multilingual else language == "en"

    def voice(self, samples: Samples) -> Voice:
        """Where somebody speaks in levelled samples.

        The detector overlooks hoarse and soft voices that are not loud: of a speaker with a cold
        it heard a fifth at the level of recognition, and three quarters at this one, while white
        noise stays below its threshold.
        """
        loud = np.clip(samples * _VOICE_GAIN, -1, 1)
        padded = np.pad(loud, (0, -len(samples) % _VOICE_BLOCK))
        probabilities = self._voice_model(padded) if len(padded) else np.zeros(0)
        return Voice(np.asarray(probabilities, np.float32).reshape(-1))

    def language_probabilities(self, samples: Samples) -> dict[str, float]:
        """How likely each language is in up to 30 s of sound."""
        features, _ = self._features(samples, _LONGEST_FRAMES)
        return self._languages(self._whisper.encode(features))

    def decode(
        self,
        samples: Samples,
        language: str,
        beam: int,
        tail_ms: int,
        *,
        names_language: bool = False,
    ) -> Decoding:
        """Recognise up to 30 s of sound.

        Args:
            samples: the sound.
            language: its language's code.
            beam: how many readings are followed at once; 1 is quickest.
            tail_ms: silence to put behind it, up to 30 s in all.
            names_language: whether to tell what it sounds like, whatever ``language`` is; that is
                one more step of the decoder.
        """
        features, frames = self._features(samples, tail_ms // _MEL_MS)
        encoded = self._whisper.encode(features)
        tokenizer = self._tokenizer(language)
        result = self._generate(encoded, tokenizer, beam)
        tokens = result.sequences_ids[0]
        text_tokens = [token for token in tokens if token < tokenizer.eot]
        return Decoding(
            text=tokenizer.decode(text_tokens).strip(),
            words=self._aligned(encoded, tokenizer, text_tokens, frames),
            is_cut=len(tokens) >= _LONGEST_TOKENS - len(tokenizer.sot_sequence) - 1,
            mean_log_probability=result.scores[0] * len(tokens) / (len(tokens) + 1),
            no_speech=result.no_speech_prob,
            sounds_like=self._certain_language(encoded) if names_language else "",
        )

    def _languages(self, encoded: Any) -> dict[str, float]:
        found = self._whisper.model.detect_language(encoded)[0]
        return {token.strip("<|>"): float(probability) for token, probability in found}

    def _certain_language(self, encoded: Any) -> str:
        if not self.is_multilingual:
            return ""
        found = self._languages(encoded)
        code = max(found, key=lambda language: found[language])
        return code if found[code] > CERTAIN else ""

    def _features(self, samples: Samples, tail_frames: int) -> tuple[Samples, int]:
        """The log-mel spectrogram, [mels, frames], with its tail, and its frames without it."""
        frames = min(len(samples) // (_MEL_MS * SAMPLES_PER_MS), _LONGEST_FRAMES)
        features = self._whisper.feature_extractor(samples)[:, :frames]
        length = min(frames + tail_frames, _LONGEST_FRAMES)
        length += length % 2  # the encoder halves the number of frames
        return np.pad(features, ((0, 0), (0, length - frames))), frames

    def _generate(self, encoded: Any, tokenizer: "Tokenizer", beam: int) -> Any:
        return self._whisper.model.generate(
            encoded,
            [tokenizer.sot_sequence],
            beam_size=beam,
            max_length=_LONGEST_TOKENS,
            return_scores=True,
            return_no_speech_prob=True,
            suppress_blank=True,
            suppress_tokens=self._suppressed,
            max_initial_timestamp_index=_LATEST_START,
        )[0]

    def _aligned(
        self, encoded: Any, tokenizer: "Tokenizer", text_tokens: list[int], frames: int
    ) -> tuple[TimedText, ...]:
        from faster_whisper.transcribe import merge_punctuations  # noqa: PLC0415 - heavy

        if not text_tokens:
            return ()
        pieces = self._whisper.find_alignment(tokenizer, [text_tokens], encoded, frames)[0]
        merge_punctuations(pieces, _PREPENDED, _APPENDED)
        return tuple(
            TimedText(
                float(piece["start"]),
                float(piece["end"]),
                piece["word"],
                float(piece["probability"]),
            )
            for piece in pieces
            if not _MARKS.issuperset(piece["word"])
        )

    def _tokenizer(self, language: str) -> "Tokenizer":
        from faster_whisper.tokenizer import Tokenizer  # noqa: PLC0415 - heavy

        return Tokenizer(
            self._whisper.hf_tokenizer,
            self.is_multilingual,
            task="transcribe",
            language=language if self.is_multilingual else "en",
        )

    @cached_property
    def _suppressed(self) -> list[int]:
        from faster_whisper.transcribe import get_suppressed_tokens  # noqa: PLC0415 - heavy

        return list(get_suppressed_tokens(self._tokenizer("en"), [-1]))

    @cached_property
    def _voice_model(self) -> Any:
        from faster_whisper.vad import get_vad_model  # noqa: PLC0415 - heavy

        return get_vad_model()


def levelled(samples: Samples) -> Samples:
    """The samples made as loud as the model expects, or none if nothing was recorded.

    Speech 40 dB too quiet is heard like any other, also beside a click or on a constant voltage;
    a dead microphone stays dead.
    """
    if not len(samples):
        return samples
    centred = samples - samples.mean()
    loud = float(np.quantile(np.abs(centred), _LOUD_SHARE))
    if loud <= 10 ** (-_NO_MEASURE / 20):
        return samples[:0]
    gain = min(_LOUD_LEVEL / loud, _LOUDEST_GAIN)
    return np.asarray(np.clip(centred * gain, -1, 1), np.float32)


def _cores() -> int:
    """How many cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1

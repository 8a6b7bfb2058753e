"""What speaks against a decoding."""

import numpy as np
import pytest

from transcribe_video.speech.decoding import Decoding, Fault, TimedText
from transcribe_video.speech.voice import FRAME_S, Voice

SPEECH = Voice(np.full(round(10 / FRAME_S), 0.9, np.float32))


def evenly(text: str, length_s: float) -> tuple[TimedText, ...]:
    """The words of a text, spread over a time."""
    words = text.split()
    each_s = length_s / len(words)
    return tuple(
        TimedText(i * each_s, (i + 1) * each_s, f" {word}", 0.9) for i, word in enumerate(words)
    )


def decoding(
    text: str, length_s: float = 10, *, log_probability: float = -0.2, is_cut: bool = False
) -> Decoding:
    return Decoding(text, evenly(text, length_s), is_cut, log_probability, 0.0)


SENTENCE = "printing in the only sense with which we are at present concerned differs from most"


@pytest.mark.parametrize(
    ("found", "fault"),
    [
        (decoding(SENTENCE), None),
        (decoding(SENTENCE, is_cut=True), Fault.ENDLESS),
        (decoding("and so on " * 20), Fault.REPETITIVE),
        (decoding(SENTENCE, length_s=0.9), Fault.CROWDED),
        (decoding(SENTENCE, length_s=7), Fault.INCOMPLETE),
        (decoding(SENTENCE, log_probability=-1.2), Fault.UNSURE),
        (Decoding("", (), is_cut=False, mean_log_probability=-0.1, no_speech=0), Fault.INCOMPLETE),
    ],
)
def test_a_decoding_is_judged(found: Decoding, fault: Fault | None) -> None:
    assert found.fault(SPEECH) is fault


def test_a_word_that_is_stretched_over_speech_does_not_answer_for_all_of_it() -> None:
    stretched = (*evenly(SENTENCE, 4), TimedText(4, 10, " arts", 0.9))
    found = Decoding(
        SENTENCE + " arts", stretched, is_cut=False, mean_log_probability=0, no_speech=0
    )
    assert found.fault(SPEECH) is Fault.INCOMPLETE


def test_silence_needs_no_words() -> None:
    silent = Voice(np.zeros(300, np.float32))
    nothing = Decoding("", (), is_cut=False, mean_log_probability=-0.1, no_speech=0.9)
    assert nothing.fault(silent) is None


@pytest.mark.parametrize(
    "text",
    [
        "மனிதப் பிறவியினர் சகலரும் சுதந்திரமாகவே பிறக்கின்றனர்; அவர்கள் மதிப்பிலும், உரிமைகளிலும் சமமானவர்கள்",
        "ყველა ადამიანი იბადება თავისუფალი და თანასწორი თავისი ღირსებითა და უფლებებით",
        "人人生而自由，在尊严和权利上一律平等。他们赋有理性和良心，并应以兄弟关系的精神相对待。",
    ],
    ids=["Tamil", "Georgian", "Chinese"],
)
def test_no_script_looks_repetitive_by_itself(text: str) -> None:
    assert decoding(text).fault(SPEECH) is not Fault.REPETITIVE
    assert decoding((text[:12] + " ") * 20).fault(SPEECH) is Fault.REPETITIVE


def test_speech_without_words_is_placed() -> None:
    half = Decoding(
        SENTENCE, evenly(SENTENCE, 5), is_cut=False, mean_log_probability=0, no_speech=0
    )
    (span,) = half.unheard(SPEECH)
    assert (round(span.start_s), round(span.end_s)) == (5, 10)

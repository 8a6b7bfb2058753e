"""Real speech in, the right words out."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

import jiwer
import numpy as np
import pytest

from speech.listening import Recording, clip, heard_in, music, noise, said_in, silence
from transcribe_video.errors import UsageError
from transcribe_video.manifest import Manifest
from transcribe_video.settings import Settings
from transcribe_video.speech.engine import Engine
from transcribe_video.speech.language import contradiction
from transcribe_video.speech.ledger import Ledger
from transcribe_video.speech.models.finder import find_model
from transcribe_video.speech.quality import QUALITIES
from transcribe_video.speech.recogniser import RecognisedWindow, Recogniser
from transcribe_video.speech.sound import SAMPLES_PER_MS, Samples
from transcribe_video.transcript.language import AUTO
from transcribe_video.transcript.word import Word

Hear = Callable[..., tuple[str | None, list[Word]]]


@pytest.fixture(scope="session")
def engine(base_model_home: Path, manifest: Manifest) -> Engine:
    return Engine(find_model(Settings(home=base_model_home), manifest.timeouts), workers=2)


@pytest.fixture
def recogniser(engine: Engine, tmp_path: Path) -> Iterator[Recogniser]:
    ledger = Ledger(tmp_path, kept_days=1)
    yield Recogniser(engine, ledger)
    ledger.close()


@pytest.fixture
def hear(recogniser: Recogniser) -> Hear:
    def words(recording: Recording, language: str = AUTO) -> tuple[str | None, list[Word]]:
        recognition = recogniser.recognise(recording, QUALITIES["balanced"], language)
        words = [word for window in recognition.windows for word in window.heard.words]
        return recognition.language.code if recognition.language else None, words

    return words


@pytest.fixture(scope="session")
def jfk(speech: Path) -> Samples:
    return clip(speech, "jfk.flac")


@pytest.fixture(scope="session")
def jfk_words(speech: Path) -> list[str]:
    return said_in(speech, "jfk.flac")


@pytest.mark.parametrize(
    ("quality", "name"),
    [("fast", "jfk.flac"), ("balanced", "two_cities.flac"), ("best", "jfk.flac")],
)
def test_read_speech_comes_out_word_for_word(
    recogniser: Recogniser, speech: Path, quality: str, name: str
) -> None:
    recording = Recording(clip(speech, name))
    recognition = recogniser.recognise(recording, QUALITIES[quality])
    words = [word for window in recognition.windows for word in window.heard.words]
    said, heard = said_in(speech, name), heard_in(words)
    assert jiwer.wer(" ".join(said), " ".join(heard)) < 0.02


@pytest.mark.parametrize("language", ["de", "es", "fr"])
def test_speech_stays_in_its_language(hear: Hear, speech: Path, language: str) -> None:
    found, words = hear(Recording(clip(speech, f"read_{language}.flac")))
    said = said_in(speech, f"read_{language}.flac")
    assert found == language
    assert len(set(said) & set(heard_in(words))) > len(set(said)) / 2


@pytest.mark.parametrize(
    "sound",
    [silence(20), noise(40), noise(5, 0.001), music(40)],
    ids=["silence", "loud", "faint", "music"],
)
def test_where_nobody_speaks_there_are_no_words(hear: Hear, sound: Samples) -> None:
    assert hear(Recording(sound)) == (None, [])


@pytest.mark.parametrize(
    "between", [noise(30), music(30), silence(30)], ids=["noise", "music", "silence"]
)
def test_a_stretch_without_speech_adds_no_words(
    hear: Hear, jfk: Samples, jfk_words: list[str], between: Samples
) -> None:
    _, words = hear(Recording(jfk, between, jfk))
    assert heard_in(words) == jfk_words * 2


def test_speech_at_minus_40_db_keeps_its_words(
    hear: Hear, jfk: Samples, jfk_words: list[str]
) -> None:
    assert heard_in(hear(Recording(jfk * np.float32(0.01)))[1]) == jfk_words


@pytest.mark.parametrize("spoilt_by", ["a click", "a constant voltage"])
def test_quiet_speech_is_heard_beside(
    hear: Hear, jfk: Samples, jfk_words: list[str], spoilt_by: str
) -> None:
    quiet = jfk * np.float32(0.01)
    if spoilt_by == "a click":
        quiet[80_000:80_016] = 0.9
    else:
        quiet += np.float32(0.3)
    assert heard_in(hear(Recording(quiet))[1]) == jfk_words


def test_another_language_in_places_is_told(
    recogniser: Recogniser, jfk: Samples, speech: Path
) -> None:
    german = clip(speech, "read_de.flac")
    recording = Recording(jfk, jfk, jfk, silence(10), german, german, german)
    spoken = recogniser.recognise(recording, QUALITIES["fast"]).language
    assert spoken is not None
    assert {spoken.code, *spoken.others} == {"en", "de"}


@pytest.mark.parametrize(
    ("name", "given", "found"),
    [
        ("jfk.flac", "en", set()),
        ("read_de.flac", "de", set()),
        ("jfk.flac", "de", {"en"}),
        ("read_fr.flac", "en", {"fr"}),
    ],
)
def test_a_given_language_is_held_against_what_is_heard(
    recogniser: Recogniser, speech: Path, name: str, given: str, found: set[str]
) -> None:
    recognition = recogniser.recognise(Recording(clip(speech, name)), QUALITIES["balanced"], given)
    heard = contradiction(given, [one.heard.sounds_like for one in recognition.windows])
    assert ({heard.code, *heard.others} if heard else set()) == found


@pytest.mark.parametrize(
    "made", [noise(8), music(8), silence(4)], ids=["noise", "music", "silence"]
)
def test_where_nobody_speaks_no_language_is_heard(recogniser: Recogniser, made: Samples) -> None:
    windows = recogniser.recognise(Recording(made), QUALITIES["fast"], "de").windows
    assert {one.heard.sounds_like for one in windows} == {""}


def test_a_language_that_the_model_does_not_know_is_refused(
    recogniser: Recogniser, jfk: Samples
) -> None:
    with pytest.raises(UsageError, match="“base” does not know it"):
        recogniser.recognise(Recording(jfk), QUALITIES["fast"], "yue")


def test_words_lie_where_they_are_said(hear: Hear, jfk: Samples) -> None:
    _, words = hear(Recording(silence(3), jfk, silence(4), jfk), "en")
    times = {word.text.strip(): [] for word in words}  # type: dict[str, list[int]]
    for word in words:
        times[word.text.strip()].append(word.start_ms)
    first, second = times["And"]
    assert 3_000 <= first + 250 <= 3_800  # the clip begins with 0.3 s before the first word
    assert abs(second - first - 15_000) < 150
    # “fellow Americans … ask not”: the pause of 1.4 s belongs to neither word.
    americans = next(word for word in words if "Americans" in word.text)
    assert americans.end_ms - americans.start_ms < 900


@pytest.mark.parametrize(("names", "pause_s"), [((2, 16), 1), ((2, 8), 2)])
def test_no_word_reaches_into_a_pause(
    names: tuple[int, int], pause_s: int, hear: Hear, speech: Path
) -> None:
    first, second = (clip(speech, f"LJ001-{number:04}.flac") for number in names)
    _, words = hear(Recording(first, silence(pause_s), second), "en")
    from_ms = len(first) // SAMPLES_PER_MS
    until_ms = from_ms + pause_s * 1000 - 20
    assert [word for word in words if word.start_ms < until_ms and word.end_ms > from_ms] == []


class Cold(NamedTuple):
    """What was recognised of a speaker with a cold and another one after it."""

    recording: Recording
    windows: list[RecognisedWindow]


@pytest.fixture(scope="module")
def cold(engine: Engine, speech: Path, tmp_path_factory: pytest.TempPathFactory) -> Cold:
    recording = Recording(clip(speech, "mfa_cold_corpus.flac"), clip(speech, "jfk.flac"))
    return Cold(recording, _recognised_in(tmp_path_factory.mktemp("cold"), engine, recording))


def _recognised_in(home: Path, engine: Engine, recording: Recording) -> list[RecognisedWindow]:
    ledger = Ledger(home, kept_days=1)
    found = Recogniser(engine, ledger).recognise(recording, QUALITIES["balanced"], "en")
    windows = list(found.windows)
    ledger.close()
    return windows


def test_words_are_in_order_and_inside_the_recording(cold: Cold) -> None:
    words = [word for window in cold.windows for word in window.heard.words]
    ends = [0, *(word.end_ms for word in words)]
    assert all(end <= word.start_ms <= word.end_ms for end, word in zip(ends, words, strict=False))
    assert ends[-1] <= cold.recording.duration_ms
    assert all(0 <= word.probability <= 1 for word in words)


def test_windows_come_one_by_one_and_are_kept_as_they_come(
    recogniser: Recogniser, speech: Path, engine: Engine, tmp_path: Path
) -> None:
    recording = Recording(clip(speech, "two_cities.flac"))
    short = replace(QUALITIES["fast"], shortest_ms=3_000, longest_ms=6_000)  # more than are queued
    windows = recogniser.recognise(recording, short, "en").windows
    taken = next(windows)
    windows.close()  # type: ignore[attr-defined]
    again = Ledger(tmp_path, kept_days=1)
    resumed = list(Recogniser(engine, again).recognise(recording, short, "en").windows)
    again.close()
    assert resumed[0].heard == taken.heard
    assert resumed[0].is_recalled
    assert not resumed[-1].is_recalled


def test_the_same_sound_gives_the_same_words(engine: Engine, cold: Cold, tmp_path: Path) -> None:
    again = _recognised_in(tmp_path, engine, cold.recording)
    assert len(again) > 1
    assert again == cold.windows
    assert not any(window.is_recalled for window in again)

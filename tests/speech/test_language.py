"""Whether what is heard speaks against the language that was given."""

import numpy as np
import pytest

from transcribe_video.speech.language import SpokenLanguage, contradiction, loudest
from transcribe_video.speech.window import Window


@pytest.mark.parametrize(
    ("given", "heard", "found"),
    [
        ("de", [], None),
        ("de", ["", ""], None),
        ("de", ["de", "", "de"], None),
        ("no", ["nn", "no"], None),
        ("de", ["en", "", "en"], SpokenLanguage("en")),
        ("de", ["en", "fr", "en"], SpokenLanguage("en", ("fr",))),
        ("de", ["en", "de", "en"], SpokenLanguage("de", ("en",))),
    ],
)
def test_only_what_is_certain_and_far_from_it_speaks_against_a_language(
    given: str, heard: list[str], found: SpokenLanguage | None
) -> None:
    assert contradiction(given, heard) == found


def test_the_loudest_window_of_each_fifth_tells() -> None:
    powers = np.tile(np.array([0.1, 0.3], np.float32), 10).repeat(100)
    windows = [Window(start, start + 1000) for start in range(0, 20_000, 1000)]
    chosen = loudest(powers, windows)
    assert len(chosen) == 5
    assert all(window.start_ms % 2000 == 1000 for window in chosen)
    assert loudest(powers, windows[:1]) == {windows[0]}
    assert loudest(powers, []) == frozenset()

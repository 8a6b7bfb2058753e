import pytest

from transcribe_video.media.render.loudness import Gain, gain_filter, gain_for, loudness_told


def test_what_never_clips_is_made_louder_at_once() -> None:
    told = {"anull": -30.0}
    gain = gain_for(-16, lambda sound_filter: told.get(sound_filter, -16.0))
    assert gain == Gain(14.0, -16.0)


def test_what_the_limiter_takes_away_is_added() -> None:
    found = iter([-20.0, -12.0, -10.2])
    gain = gain_for(-10, lambda _filter: next(found))
    assert gain.decibels == pytest.approx(12.5)
    assert gain.measured_lufs == -10.2


def test_silence_stays_silence() -> None:
    assert gain_for(-16, lambda _filter: -70.0) == Gain(0.0, -70.0)


def test_a_filter_is_there_only_where_it_is_needed() -> None:
    assert gain_filter(Gain(), is_added=False) == "anull"
    assert gain_filter(Gain(), is_added=True).startswith("alimiter=limit=0.97")
    assert gain_filter(Gain(3.0), is_added=False).startswith("volume=3.00dB,alimiter=limit=0.84")


@pytest.mark.parametrize(
    ("said", "lufs"),
    [
        ("  Integrated loudness:\n    I:         -20.6 LUFS\n    Threshold: -30.7 LUFS", -20.6),
        ("    I:         -inf LUFS", float("-inf")),
        ("    I:         nan LUFS", float("-inf")),
        ("", float("-inf")),
    ],
)
def test_the_loudness_is_read(said: str, lufs: float) -> None:
    assert loudness_told(said) == lufs

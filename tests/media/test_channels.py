"""Several channels become one in which speech stays."""

import numpy as np
import pytest

from transcribe_video.media.channels import Downmix
from transcribe_video.media.engine import Samples

_SPEECH = (0.3 * np.sin(np.arange(16_000) / 7)).astype(np.float32)
_OTHER = (0.3 * np.sin(np.arange(16_000) / 5)).astype(np.float32)
_SILENT = np.zeros(16_000, np.float32)


def _power(samples: Samples) -> float:
    return float(np.square(samples).mean())


@pytest.mark.parametrize(
    "names",
    [("FC",), ("FL", "FR"), ("FL", "FR", "FC", "LFE", "BL", "BR"), ("LFE",), ("?",) * 12],
)
def test_the_same_sound_on_every_channel_keeps_its_level(names: tuple[str, ...]) -> None:
    mixed = Downmix(names).mono(np.stack([_SPEECH] * len(names)))
    assert mixed == pytest.approx(_SPEECH, abs=1e-5)


def test_two_people_one_on_each_channel_are_both_heard() -> None:
    downmix = Downmix(("FL", "FR"))
    assert downmix.mono(np.stack([_SPEECH, _OTHER])) == pytest.approx(
        (_SPEECH + _OTHER) / 2, abs=1e-5
    )
    assert downmix.mono(np.stack([_SPEECH, _SILENT])) == pytest.approx(_SPEECH / 2, abs=1e-5)
    assert downmix.cancelled == 0


def test_of_a_film_the_centre_is_loudest_and_the_low_channel_is_left_out() -> None:
    names = ("FL", "FR", "FC", "LFE", "BL", "BR")
    powers = {
        name: _power(
            Downmix(names).mono(np.stack([_SPEECH if n == name else _SILENT for n in names]))
        )
        for name in names
    }
    assert max(powers, key=lambda name: powers[name]) == "FC"
    assert powers["LFE"] == 0


def test_channels_of_opposite_sign_do_not_cancel_each_other() -> None:
    downmix = Downmix(("FL", "FR"))
    mixed = downmix.mono(np.stack([_SPEECH, -0.9 * _SPEECH]))
    assert mixed == pytest.approx(_SPEECH)
    assert downmix.cancelled == len(_SPEECH)


def test_silence_is_no_cancelling() -> None:
    downmix = Downmix(("FL", "FR"))
    assert not downmix.mono(np.stack([_SILENT, _SILENT])).any()
    assert downmix.cancelled == 0

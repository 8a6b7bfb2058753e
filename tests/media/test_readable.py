"""Every awkward recording gives the right seconds of sound at the right place."""

from dataclasses import dataclass
from fnmatch import fnmatch
from pathlib import Path

import numpy as np
import pytest

from media.containers import CONTAINERS, SECONDS, Container
from media.listening import match, wav_samples
from transcribe_video.manifest import Limits
from transcribe_video.media.record import record

_FRENCH_IS_DEFAULT = (
    "The recording has 2 sound tracks. Used: track 2 (French), which the file marks as its "
    "default. Not used: track 1 (English)."
)


@dataclass(frozen=True, slots=True)
class Row:
    """What one of the awkward files must give.

    Attributes:
        file: its name.
        seconds: how much sound.
        said: the clip that must be heard in it.
        at_ms: where.
        notes: what is said about it, where ``?`` is any character.
        within_s: how exactly the length is known.
    """

    file: str
    seconds: float
    said: str | None = "speech.wav"
    at_ms: int = 0
    notes: tuple[str, ...] = ()
    within_s: float = 0.06


READABLE = (
    Row("interview.mp4", 106.99),
    Row("phone_vfr_rot90.mov", 20),
    Row("hevc10_hlg_51.mov", 6),
    Row("vp9_opus.webm", 20),
    Row("vp9_noduration.webm", 20),
    Row("multi.mkv", 6.67, "read_fr.flac", notes=(_FRENCH_IS_DEFAULT,)),
    # MP3 in AVI cannot declare the encoder's first 23 ms of silence, nor AAC on its own 21 ms.
    Row("old.avi", 20.04, at_ms=23),
    Row("a.aac", 60.03, at_ms=21),
    Row("a.m4a", 60),
    Row("a.mp3", 60),
    Row("a.wav", 60),
    Row("speech.wav", 106.99),
    Row("cover.mp3", 60),
    Row("wrong_ext.mp4", 60),
    Row("two_channels.m4a", 37.72, "jfk.flac"),
    Row("two_channels.m4a", 37.72, "mfa_cold_corpus.flac", at_ms=12_000),
    Row(
        "trunc_faststart.mp4",
        35.5,
        notes=("The file ends early: 0:3? of 1:46 could be read.",),
        within_s=2,
    ),
    Row("silence.mp4", 20, None),
    Row("sync.mp4", 120, None),
    Row("sync_opengop.mp4", 120, None),
    Row("sync_vfr_rot90.mov", 40, None),
)


@pytest.mark.parametrize("row", READABLE, ids=lambda row: f"{row.file}:{row.said}")
def test_an_awkward_recording_gives_its_sound_in_its_place(
    row: Row, awkward_media: Path, speech: Path, tmp_path: Path, limits: Limits
) -> None:
    with record(awkward_media / row.file, tmp_path, limits) as sound:
        assert sound.duration_ms / 1000 == pytest.approx(row.seconds, abs=row.within_s)
        assert len(sound.notes) == len(row.notes)
        assert all(map(fnmatch, sound.notes, row.notes))
        heard = sound.read(0, sound.duration_ms)
    if row.said == "speech.wav":
        found = match(heard, wav_samples(awkward_media / "speech.wav")[: 5 * 16_000])
        assert found.at_ms == pytest.approx(row.at_ms, abs=4)
        assert found.likeness > 0.95
    elif row.said:
        with record(speech / row.said, tmp_path, limits) as clip:
            found = match(heard, clip.read(0, 6_000))
        assert found.at_ms == pytest.approx(row.at_ms, abs=4)
        assert found.likeness > 0.9


@pytest.mark.parametrize("container", CONTAINERS, ids=lambda container: container.name)
def test_every_container_gives_the_speech_where_players_play_it(
    container: Container,
    containers: Path,
    awkward_media: Path,
    tmp_path: Path,
    limits: Limits,
) -> None:
    said = wav_samples(awkward_media / "speech.wav")[: 8 * 16_000]
    with record(containers / container.name, tmp_path, limits) as sound:
        found = match(sound.read(0, sound.duration_ms), said)
        late_s = container.late_ms // 1000
        assert sound.duration_ms / 1000 == pytest.approx(SECONDS + late_s, abs=0.1)
        assert sound.notes == ()
        assert sound.info.has_picture == container.picture
    assert found.at_ms == pytest.approx(container.late_ms, abs=4)
    assert found.likeness > 0.9


@pytest.mark.parametrize("file", ["sync.mp4", "sync_opengop.mp4", "sync_vfr_rot90.mov"])
def test_beeps_on_every_second_are_heard_on_every_second(
    file: str, awkward_media: Path, tmp_path: Path, limits: Limits
) -> None:
    with record(awkward_media / file, tmp_path, limits) as sound:
        seconds = sound.read(0, 40_000).reshape(40, 16_000)
    onsets_ms = [int(np.flatnonzero(abs(second) > 0.2)[0]) / 16 for second in seconds]
    assert max(onsets_ms) < 4


def test_silence_is_silent(awkward_media: Path, tmp_path: Path, limits: Limits) -> None:
    with record(awkward_media / "silence.mp4", tmp_path, limits) as sound:
        assert abs(sound.read(0, 20_000)).max() < 0.001

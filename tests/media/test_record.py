"""Sound comes whole and in its place out of recordings with gaps, damage and many tracks."""

import struct
from fnmatch import fnmatch
from pathlib import Path

import numpy as np
import pytest

from media.conftest import Convert, Decode
from media.listening import match, wav_samples
from transcribe_video.errors import DamagedMediaError, NoAudioError, UnsupportedMediaError
from transcribe_video.manifest import Limits
from transcribe_video.media.record import record

_MONTH = "setts=ts='if(gte(N,250),PTS+2592000/TB,PTS)'"


@pytest.fixture
def source(awkward_media: Path) -> Path:
    """Speech, as a WAV file of 107 s."""
    return awkward_media / "speech.wav"


def _patched(path: Path, old: bytes, new: bytes, count: int = -1) -> Path:
    content = path.read_bytes()
    assert old in content
    path.write_bytes(content.replace(old, new, count))
    return path


# -- time


def test_a_gap_is_silence_and_what_follows_keeps_its_place(
    source: Path, convert: Convert, decode: Decode
) -> None:
    gap = "setts=ts='if(gte(N,150),PTS+3/TB,PTS)'"
    path = convert("gap.mka", "-i", source, "-t", "10", "-c:a", "aac", "-bsf:a", gap)
    said = wav_samples(source)
    with decode(path) as sound:
        assert sound.duration_ms == pytest.approx(13_000, abs=30)
        heard = sound.read(0, sound.duration_ms)
    assert match(heard, said[: 3 * 16_000]).at_ms == pytest.approx(0, abs=4)
    assert not heard[int(3.3 * 16_000) : int(6.1 * 16_000)].any()
    assert match(heard[6 * 16_000 :], said[4 * 16_000 : 9 * 16_000]).at_ms == pytest.approx(
        1_000, abs=4
    )


def test_overlapping_sound_is_heard_once(source: Path, convert: Convert, decode: Decode) -> None:
    back = "setts=ts='if(gte(N,250),PTS-1/TB,PTS)'"
    path = convert("overlap.flv", "-i", source, "-t", "10", "-c:a", "aac", "-bsf:a", back)
    with decode(path) as sound:
        assert sound.duration_ms == pytest.approx(9_030, abs=100)


@pytest.mark.parametrize("name", ["v.ts", "v.mpg", "a.ogg", "a.opus", "a.mp2"])
def test_of_two_recordings_in_one_file_both_are_heard(
    name: str, containers: Path, source: Path, tmp_path: Path, decode: Decode
) -> None:
    path = tmp_path / name
    path.write_bytes((containers / name).read_bytes() * 2)
    with decode(path) as sound:
        assert sound.duration_ms == pytest.approx(20_000, abs=150)
        second = match(sound.read(9_500, 16_500), wav_samples(source)[: 5 * 16_000])
    assert second.likeness > 0.9
    assert second.at_ms == pytest.approx(500, abs=100)


def test_a_gap_of_a_month_that_nothing_vouches_for_is_closed(
    source: Path, convert: Convert, decode: Decode
) -> None:
    options = ("-c:a", "libopus", "-bsf:a", _MONTH, "-f", "webm", "-live", "1")
    path = convert("jump.webm", "-i", source, "-t", "10", *options)
    with decode(path) as sound:
        assert sound.info.duration_ms is None
        assert sound.duration_ms == pytest.approx(10_000, abs=30)
        assert match(sound.read(0, 10_000), wav_samples(source)[: 9 * 16_000]).at_ms == 0


def test_a_recording_that_claims_a_month_is_refused_before_anything_is_written(
    source: Path, convert: Convert, decode: Decode, scratch: Path
) -> None:
    path = convert("month.mka", "-i", source, "-t", "10", "-c:a", "aac", "-bsf:a", _MONTH)
    with pytest.raises(UnsupportedMediaError, match=r"it says that it is 720:00:\d\d long, and 24"):
        decode(path)
    assert not scratch.exists()


@pytest.mark.parametrize("name", ["a.m4a", "a.aac", "vp9_noduration.webm"])
def test_a_recording_over_the_limit_is_refused(
    name: str, awkward_media: Path, scratch: Path, limits: Limits
) -> None:
    few = limits.model_copy(update={"recording_h": 15 / 3600})
    with pytest.raises(UnsupportedMediaError, match="hours are the most that is worked on"):
        record(awkward_media / name, scratch, few)


# -- damage

_STATING = """
a.aiff a.au a.flac a.mka a.ra a.rf64.wav a.tta a.wv adpcm.wav telephone.wav
v.avi v.flv v.mkv v.mxf v.rm
"""


@pytest.mark.parametrize("name", _STATING.split())
def test_of_a_file_that_was_cut_off_the_rest_is_read_and_a_note_says_how_much(
    name: str, containers: Path, source: Path, tmp_path: Path, decode: Decode
) -> None:
    content = (containers / name).read_bytes()
    (tmp_path / name).write_bytes(content[: len(content) * 6 // 10])
    with decode(tmp_path / name) as sound:
        assert 4_500 < sound.duration_ms < 6_500
        assert len(sound.notes) == 1
        assert fnmatch(sound.notes[0], "The file ends early: 0:0[456] of 0:10 could be read.")
        heard = match(sound.read(0, sound.duration_ms), wav_samples(source)[: 4 * 16_000])
    assert heard.likeness > 0.9


@pytest.mark.parametrize(
    "name", ["a.caf", "a.ogg", "a.mp2", "a.ac3", "a.loas", "v.ts", "v.mpg", "live.flv"]
)
def test_of_a_file_that_states_no_length_the_rest_is_read_without_a_note(
    name: str, containers: Path, tmp_path: Path, decode: Decode
) -> None:
    content = (containers / name).read_bytes()
    (tmp_path / name).write_bytes(content[: len(content) * 6 // 10])
    with decode(tmp_path / name) as sound:
        assert 4_500 < sound.duration_ms < 6_500
        assert sound.notes == ()


def test_a_cut_mp3_says_so_if_its_encoder_wrote_its_length(
    awkward_media: Path, tmp_path: Path, decode: Decode
) -> None:
    content = (awkward_media / "a.mp3").read_bytes()
    (tmp_path / "cut.mp3").write_bytes(content[: len(content) // 2])
    with decode(tmp_path / "cut.mp3") as sound:
        assert sound.notes == ("The file ends early: 0:29 of 1:00 could be read.",)


def test_a_recorder_that_never_completed_its_header_is_read_to_the_end(
    containers: Path, tmp_path: Path, decode: Decode
) -> None:
    content = bytearray((containers / "telephone.wav").read_bytes())
    content[4:8] = struct.pack("<I", 0xFFFFFFFF)
    at = content.index(b"data") + 4
    content[at : at + 4] = struct.pack("<I", 0xFFFFFFFF)
    (tmp_path / "unfinished.wav").write_bytes(content)
    with decode(tmp_path / "unfinished.wav") as sound:
        assert sound.duration_ms == 10_000
        assert sound.notes == ()


def test_damage_in_the_middle_costs_only_what_is_damaged(
    containers: Path, source: Path, tmp_path: Path, decode: Decode
) -> None:
    content = bytearray((containers / "a.m4b").read_bytes())
    begin, end = len(content) * 4 // 10, len(content) * 5 // 10
    content[begin:end] = b"\xff" * (end - begin)
    (tmp_path / "scratched.m4b").write_bytes(content)
    with decode(tmp_path / "scratched.m4b") as sound:
        assert sound.duration_ms == pytest.approx(10_000, abs=30)
        assert sound.notes == ("Some of the sound is damaged: 1 s were left out.",)
        heard, said = sound.read(0, 10_000), wav_samples(source)
    for begin_s, end_s in ((0, 3), (6, 9)):
        span = slice(begin_s * 16_000, end_s * 16_000)
        assert match(heard[span], said[span]).at_ms == pytest.approx(0, abs=4)


def test_a_sound_track_of_nothing_but_damage_is_damaged(
    containers: Path, tmp_path: Path, decode: Decode, scratch: Path
) -> None:
    content = bytearray((containers / "a.m4b").read_bytes())
    begin, end = content.index(b"mdat") + 4, content.index(b"moov") - 4
    content[begin:end] = b"\xff" * (end - begin)
    (tmp_path / "noise.m4b").write_bytes(content)
    with pytest.raises(DamagedMediaError, match="nothing of its sound can be read"):
        decode(tmp_path / "noise.m4b")
    assert list(scratch.iterdir()) == []


def test_an_empty_sound_track_is_no_sound(convert: Convert, decode: Decode) -> None:
    path = convert("empty.wav", "-f", "lavfi", "-i", "anullsrc", "-t", "0")
    with pytest.raises(NoAudioError, match="its sound track is empty"):
        decode(path)


# -- tracks


def _two_tracks(convert: Convert, speech: Path, *options: str) -> Path:
    inputs = ("-i", speech / "jfk.flac", "-i", speech / "read_fr.flac", "-map", "0", "-map", "1")
    codecs = ("-c:a:0", "aac", "-c:a:1", "libvorbis")
    return convert("two.mkv", *inputs, *codecs, *options)


@pytest.mark.parametrize(
    ("options", "number", "note"),
    [
        (
            ("-disposition:a:0", "0", "-disposition:a:1", "0"),
            1,
            "The recording has 2 sound tracks. Used: track 1. Not used: track 2.",
        ),
        (
            ("-disposition:a:0", "0", "-disposition:a:1", "0", "-ac:a:1", "2"),
            2,
            "The recording has 2 sound tracks. Used: track 2. Not used: track 1.",
        ),
        (
            (
                *("-disposition:a:0", "comment", "-disposition:a:1", "0", "-ac:a:0", "2"),
                *("-metadata:s:a:0", "title=Boss", "-metadata:s:a:0", "language=deu"),
            ),
            2,
            "The recording has 2 sound tracks. Used: track 2. Not used: track 1 (German, “Boss”).",
        ),
    ],
)
def test_of_several_tracks_one_is_taken_and_a_note_names_the_others(
    options: tuple[str, ...],
    number: int,
    note: str,
    convert: Convert,
    decode: Decode,
    speech: Path,
) -> None:
    with decode(_two_tracks(convert, speech, *options)) as sound:
        assert sound.track.number == number
        assert sound.notes == (note,)


def test_a_track_that_cannot_be_decoded_is_not_taken(
    convert: Convert, decode: Decode, speech: Path
) -> None:
    path = _two_tracks(convert, speech, "-disposition:a:0", "default", "-disposition:a:1", "0")
    with decode(_patched(path, b"A_AAC", b"A_XYZ")) as sound:
        assert sound.track.codec == "vorbis"
    with pytest.raises(UnsupportedMediaError, match="its sound is coded in a way that is not read"):
        decode(_patched(path, b"A_VORBIS", b"A_UNHEARD"[:8]))


# -- channels


def test_a_cable_wired_wrongly_does_not_silence_the_speaker(
    source: Path, convert: Convert, decode: Decode
) -> None:
    mirror = "pan=stereo|c0=c0|c1=-1*c0"
    path = convert("mirror.wav", "-i", source, "-t", "5", "-af", mirror)
    with decode(path) as sound:
        assert match(sound.read(0, 5_000), wav_samples(source)[: 4 * 16_000]).likeness > 0.95
        assert sound.notes == (
            "The two channels cancel each other out, so only the louder one was used.",
        )


@pytest.mark.parametrize("channels", [3, 9, 12, 64])
def test_any_number_of_channels_is_heard(
    channels: int, tmp_path: Path, source: Path, decode: Decode
) -> None:
    said = (wav_samples(source)[: 3 * 16_000] * 32_000).astype("<i2")
    data = np.repeat(said, channels).tobytes()
    form = struct.pack("<HHIIHH", 1, channels, 16_000, 32_000 * channels, 2 * channels, 16)
    riff = b"WAVEfmt " + struct.pack("<I", 16) + form + b"data" + struct.pack("<I", len(data))
    path = tmp_path / "many.wav"
    path.write_bytes(b"RIFF" + struct.pack("<I", len(riff) + len(data)) + riff + data)
    with decode(path) as sound:
        assert match(sound.read(0, 3_000), wav_samples(source)[: 2 * 16_000]).likeness > 0.99


# -- progress


def test_progress_is_told_in_the_recordings_time(
    awkward_media: Path, scratch: Path, limits: Limits
) -> None:
    told: list[tuple[int, int | None]] = []

    def progress(done_ms: int, total_ms: int | None) -> None:
        told.append((done_ms, total_ms))

    record(awkward_media / "a.m4a", scratch, limits, progress).close()
    done = [done_ms for done_ms, _ in told]
    assert done == sorted(done)
    assert len(done) > 55
    assert {total_ms for _, total_ms in told} == {60_000}


def test_who_is_told_of_progress_can_end_the_work(
    awkward_media: Path, scratch: Path, limits: Limits
) -> None:
    def stop(_done_ms: int, _total_ms: int | None) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        record(awkward_media / "a.m4a", scratch, limits, stop)
    assert list(scratch.iterdir()) == []

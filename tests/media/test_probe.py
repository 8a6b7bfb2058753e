"""What is in a recording is told without decoding it."""

from pathlib import Path

import pytest

from media.conftest import Convert
from transcribe_video.media.info import AudioTrack, MediaInfo, VideoTrack
from transcribe_video.media.probe import probe


def test_a_recording_with_everything_in_it_is_described(awkward_media: Path) -> None:
    assert probe(awkward_media / "multi.mkv") == MediaInfo(
        container="Matroska or WebM",
        duration_ms=30_022,
        start_ms=0,
        audio=(
            AudioTrack(
                index=1,
                number=1,
                codec="aac",
                readable=True,
                channels=1,
                rate=48_000,
                language="eng",
                title=None,
                is_default=False,
                is_extra=False,
                start_ms=1_500,
                end_ms=None,
            ),
            AudioTrack(
                index=2,
                number=2,
                codec="vorbis",
                readable=True,
                channels=1,
                rate=16_000,
                language="fra",
                title=None,
                is_default=True,
                is_extra=False,
                start_ms=0,
                end_ms=None,
            ),
        ),
        video=(VideoTrack(index=0, codec="h264", width=640, height=360, is_cover=False),),
    )


def test_a_cover_is_no_picture(awkward_media: Path) -> None:
    info = probe(awkward_media / "cover.mp3")
    assert [track.is_cover for track in info.video] == [True]
    assert not info.has_picture


@pytest.mark.parametrize(
    ("name", "duration_ms", "container"),
    [
        ("interview.mp4", 107_000, "MP4 or QuickTime"),
        ("vp9_noduration.webm", None, "Matroska or WebM"),
        ("wrong_ext.mp4", 60_000, "MP3"),
        ("old.avi", 20_064, "AVI"),
        ("a.aac", 59_715, "AAC"),
        ("trunc_faststart.mp4", 107_000, "MP4 or QuickTime"),
    ],
)
def test_content_and_headers_decide_and_not_the_name(
    name: str, duration_ms: int | None, container: str, awkward_media: Path
) -> None:
    info = probe(awkward_media / name)
    assert info.container == container
    assert info.duration_ms == (duration_ms and pytest.approx(duration_ms, abs=400))


def test_a_late_track_is_told_by_the_recordings_own_clock_as_far_as_headers_tell(
    containers: Path,
) -> None:
    (track,) = probe(containers / "late.mkv").audio
    assert track.start_ms == 1_500
    (track,) = probe(containers / "late.ts").audio
    assert track.start_ms is None


def test_names_in_any_encoding_are_read(convert: Convert, speech: Path) -> None:
    path = convert(
        "old.mp3",
        "-i",
        speech / "jfk.flac",
        "-metadata",
        "title=Caf\N{LATIN SMALL LETTER E WITH ACUTE}",
    )
    path.write_bytes(path.read_bytes().replace("Caf\u00e9".encode(), b"Caf\xe9\xe9"))
    assert probe(path).duration_ms == 11_000

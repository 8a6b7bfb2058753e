"""What is no recording, or a broken one, is answered with one clear sentence."""

from dataclasses import dataclass
from pathlib import Path

import pytest

from media.test_readable import READABLE
from transcribe_video.errors import (
    DamagedMediaError,
    MediaError,
    NoAudioError,
    UnsupportedMediaError,
)
from transcribe_video.manifest import Limits
from transcribe_video.media.record import record


@dataclass(frozen=True, slots=True)
class Row:
    """How one of the awkward files is refused."""

    file: str
    error: type[MediaError]
    why: str


REFUSED = (
    Row("anim.gif", NoAudioError, "it is a GIF picture, which holds no sound"),
    Row("anim.webp", NoAudioError, "it is a WebP picture, which holds no sound"),
    Row("still.jpg", NoAudioError, "it is a JPEG picture, which holds no sound"),
    Row("wrong_ext.mp3", NoAudioError, "it is a JPEG picture, which holds no sound"),
    Row("odd.png", NoAudioError, "it is a PNG picture, which holds no sound"),
    Row("bomb.png", NoAudioError, "it is a PNG picture, which holds no sound"),
    Row("noaudio.mp4", NoAudioError, "it has a picture and no sound"),
    Row("bomb_dimensions.mp4", NoAudioError, "it has a picture and no sound"),
    Row("bomb_duration.mp4", NoAudioError, "it has a picture and no sound"),
    Row("zero.mp4", DamagedMediaError, "the file is empty"),
    Row("text.mp4", UnsupportedMediaError, "it is a text file"),
    Row("playlist_inside.mp4", UnsupportedMediaError, "it is a list that points to other files"),
    Row("hls_inside.mp4", UnsupportedMediaError, "it is a list that points to other files"),
    Row("trunc_noindex.mp4", DamagedMediaError, "is damaged or was cut off"),
)


@pytest.mark.parametrize("row", REFUSED, ids=lambda row: row.file)
@pytest.mark.timeout(10, func_only=True)
def test_a_file_that_cannot_be_used_is_refused_in_one_sentence(
    row: Row,
    awkward_media: Path,
    tmp_path: Path,
    limits: Limits,
    capfd: pytest.CaptureFixture[str],
) -> None:
    with pytest.raises(row.error, match=row.why) as refusal:
        record(awkward_media / row.file, tmp_path, limits)
    assert str(refusal.value).startswith(f"“{row.file}” cannot be ")
    assert capfd.readouterr() == ("", "")
    assert list(tmp_path.iterdir()) == []


def test_every_awkward_file_has_a_row(awkward_media: Path) -> None:
    rows = {row.file for row in (*READABLE, *REFUSED)}
    assert {path.name for path in awkward_media.iterdir()} == rows

"""A recording is known again, and is another one once it was changed."""

import os
from pathlib import Path

from transcribe_video.media.identity import identity


def test_a_file_is_the_same_by_whichever_path_and_another_once_it_was_changed(
    tmp_path: Path,
) -> None:
    film, link = tmp_path / "film.mp4", tmp_path / "link.mp4"
    film.write_bytes(b"1")
    link.symlink_to(film)
    before = identity(film, handle="media_1")

    assert identity(link, handle="media_2") == before
    os.utime(film, ns=(0, 1))
    assert identity(film, handle="media_1") != before


def test_a_file_that_cannot_be_looked_at_is_nobody_elses(tmp_path: Path) -> None:
    gone = tmp_path / "gone.mp4"

    assert identity(gone, handle="media_1") != identity(gone, handle="media_2")


def test_what_is_not_here_is_known_by_its_address_and_a_copy_by_its_content(
    tmp_path: Path,
) -> None:
    at = "https://example.org/a.mp4"

    assert identity(None, handle="1", address=at) == identity(None, handle="2", address=at)
    assert identity(None, handle="1") != identity(None, handle="2")
    one, other = (identity(tmp_path / name, handle=name, content="5e1f") for name in "ab")
    assert one == other

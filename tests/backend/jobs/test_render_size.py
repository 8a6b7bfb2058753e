"""A video that is smaller than was wished says why."""

import pytest

from transcribe_video.backend.jobs.render_size import size_notes


@pytest.mark.parametrize(
    ("resolution", "width", "height", "notes"),
    [
        (
            "1080p",
            640,
            360,
            ["The video is 640×360, less than 1080p: nothing is enlarged."],
        ),
        ("1080p", 1920, 800, []),
        ("1080p", 1080, 1920, []),
        ("720p", 960, 720, []),
        ("source", 640, 360, []),
        ("1080p", None, None, []),
    ],
)
def test_nothing_is_enlarged(
    resolution: str, width: int | None, height: int | None, notes: list[str]
) -> None:
    assert list(size_notes(resolution, width, height)) == notes

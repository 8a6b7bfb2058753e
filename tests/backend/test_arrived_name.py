"""Names that others give to files."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transcribe_video.backend.arrived_name import arrived_name, numbered


@pytest.mark.parametrize(
    ("claimed", "name"),
    [
        ("interview.mp4", "interview.mp4"),
        ("Café 🎬 采访.mov", "Café 🎬 采访.mov"),
        ("../../etc/passwd", "passwd"),
        ("C:\\Users\\ana\\talk.MP4", "talk.MP4"),
        ("..", "recording"),
        ("", "recording"),
        ("/", "recording"),
        (".mp4", "mp4"),
        ("a\x00b\nc.mp4", "a_b_c.mp4"),
        ("trailing. . ", "trailing"),
        ("con", "_con"),
        ("NUL.mp4", "_NUL.mp4"),
        ("console.mp4", "console.mp4"),
        ("what?*.mp4", "what__.mp4"),
        ("invoice\u202egpj.mp4", "invoice_gpj.mp4"),
        ("cafe\u0301.mp4", "café.mp4"),
        ("é" * 200 + ".mp4", "é" * 100 + ".mp4"),
    ],
)
def test_a_name_is_one_that_every_system_takes(claimed: str, name: str) -> None:
    assert arrived_name(claimed) == name


def test_a_name_without_a_suffix_gets_one() -> None:
    assert arrived_name("watch", ".mp4") == "watch.mp4"
    assert arrived_name("", ".mp3") == "recording.mp3"
    assert arrived_name("watch.webm", ".mp4") == "watch.webm"


def test_further_files_of_a_name_are_numbered() -> None:
    assert [numbered("talk.mp4", number) for number in (1, 2, 11)] == [
        "talk.mp4",
        "talk (2).mp4",
        "talk (11).mp4",
    ]


@given(st.text(st.characters(exclude_categories=())), st.sampled_from(["", ".mp4"]))
def test_whatever_is_claimed_becomes_a_name_in_the_folder(claimed: str, suffix: str) -> None:
    name = arrived_name(claimed, suffix)

    assert (Path("/folder") / numbered(name, 2)).parent == Path("/folder")
    assert Path(name).name == name
    assert len(name.encode()) <= 220
    assert not name.startswith(".")

"""What a fault of the program leaves behind for a developer."""

from pathlib import Path

from transcribe_video.mishap import whereabouts, write_mishap

SAID = "what somebody said in confidence"


def _fail() -> None:
    try:
        int(SAID)
    except ValueError as error:
        raise OSError(f"/films/{SAID}.mp4") from error


def _failure() -> OSError:
    try:
        _fail()
    except OSError as error:
        return error
    raise AssertionError


def test_a_mishap_is_told_by_classes_and_places_never_by_words(tmp_path: Path) -> None:
    write_mishap(tmp_path, _failure())
    lines = (tmp_path / "mishap.txt").read_text("utf-8").splitlines()
    assert lines[0] == "Traceback, the newest place first:"
    assert lines[1].startswith("OSError at test_mishap.py:")
    assert " in _fail < test_mishap.py:" in lines[1]
    assert lines[2].startswith("after ValueError at test_mishap.py:")
    assert SAID not in "".join(lines)


def test_an_error_that_was_never_raised_has_no_place() -> None:
    assert whereabouts(KeyError()) == "KeyError at no place"

"""Without the optional part, recordings are still found, and opening one says what to install."""

from pathlib import Path

from media.conftest import Python


def test_without_the_media_libraries_the_error_says_what_to_install(
    python: Python, speech: Path
) -> None:
    code = """
import sys
sys.modules["av"] = None  # as if it were not installed

from transcribe_video.errors import MissingExtraError
from transcribe_video.media.source import recordings

print(recordings(sys.argv[1:])[0].name)
try:
    import transcribe_video.media.record
except MissingExtraError as error:
    print(error)
"""
    ran = python(code, speech / "jfk.flac")
    assert ran.stdout == (
        "jfk.flac\n"
        "Reading recordings is not possible yet: the optional part “offline” is not installed. "
        'Install it with: pip install "transcribe-video-to-text[offline]".\n'
    )


def test_finding_recordings_loads_no_media_library(python: Python, speech: Path) -> None:
    code = """
import sys
from transcribe_video.media.source import recordings
recordings(sys.argv[1:])
print({"av", "numpy"} & set(sys.modules))
"""
    assert python(code, speech).stdout == "set()\n"

"""What the renderer tells its parent, and what it does when ffmpeg does not do as it should."""

from pathlib import Path

import pytest

from command import SAMPLE
from media.conftest import Convert
from media.render.renderer import Renderer, caption, clip
from media.render.viewing import Viewed, viewed


@pytest.fixture
def stand_in(tmp_path: Path, ffmpeg: str, renderer: Renderer) -> "StandIn":
    return StandIn(tmp_path / "ffmpeg", ffmpeg, renderer.target)


class StandIn:
    """A program in ffmpeg's place, which does something before it becomes ffmpeg."""

    def __init__(self, path: Path, ffmpeg: str, target: Path) -> None:
        self._path, self._ffmpeg, self._target = path, ffmpeg, target

    def renderer(self, shell: str) -> Renderer:
        program = f'#!/bin/sh\nif [ "$1" != -version ]; then {shell}; fi\n'
        self._path.write_text(f'{program}exec "{self._ffmpeg}" "$@"\n')
        self._path.chmod(0o755)
        return Renderer(self._target, {"IMAGEIO_FFMPEG_EXE": str(self._path)})


def test_progress_goes_forward_to_the_end(renderer: Renderer, awkward_media: Path) -> None:
    answer = renderer.run(clip(awkward_media / "sync.mp4", 0, 20_000))
    done_ms = [progress["done_ms"] for progress in answer.progress if progress["total_ms"]]
    assert done_ms == sorted(done_ms)
    assert (done_ms[0], done_ms[-1]) == (0, 20_000)


def test_progress_is_told_again_while_nothing_happens(stand_in: StandIn) -> None:
    answer = stand_in.renderer("sleep 2").run(clip(SAMPLE))
    waiting = {"done_ms": 0, "total_ms": 11_000}
    assert list(answer.progress).count(waiting) > 1


def test_a_copy_that_does_not_come_out_whole_is_made_anew(stand_in: StandIn) -> None:
    nothing = 'case "$*" in *"-c:a copy"*) exit 0;; esac'
    done = stand_in.renderer(nothing).run(clip(SAMPLE)).done
    assert done["method"] == {
        "name": "re-encode",
        "why": (
            "a copy of it as it is does not do "
            "(what came out is not what was asked for: the file is empty)"
        ),
    }
    assert viewed(Path(done["path"])) == Viewed(
        ("h264", "yuv420p", 640, 360, 0), ("aac", 48_000, 1)
    )


@pytest.mark.parametrize(
    ("coding", "why"),
    [
        (("-t", "1", "-an"), "its sound is missing"),
        (("-t", "1", "-s", "320x180"), "its picture is missing or has another size"),
        (("-t", "1", "-vn"), "its picture is missing or has another size"),
        (("-t", "9"), "0:09 of 0:01 came out"),
        (("-t", "1"), "its captions are missing"),
    ],
)
def test_what_is_not_as_planned_is_no_success(
    coding: tuple[str, ...], why: str, stand_in: StandIn, convert: Convert, out: Path
) -> None:
    other = convert("other.mp4", "-i", SAMPLE, *coding, "-preset", "ultrafast")
    renderer = stand_in.renderer(f'for last; do :; done; cp "{other}" "${{last#file:}}"; exit 0')
    answer = renderer.run(clip(SAMPLE, 0, 1_000), captions=[caption(0, 500, "x")])
    assert answer.error == (
        "DamagedMediaError",
        f"what came out is not what was asked for: {why}",
    )
    assert list(out.iterdir()) == []


def test_a_failure_of_ffmpeg_is_told(stand_in: StandIn, out: Path) -> None:
    kind, why = stand_in.renderer("exit 7").run(clip(SAMPLE, 0, 1_000)).error
    assert (kind, why) == (
        "DamagedMediaError",
        "a recording is damaged, or coded in a way that cannot be made into a video here",
    )
    assert list(out.iterdir()) == []


def test_without_ffmpeg_the_error_says_what_to_install(renderer: Renderer) -> None:
    without = "import sys; sys.modules['imageio_ffmpeg'] = None"
    answer = renderer.run(clip(SAMPLE), before=without)
    assert answer.error == ("MissingExtraError", "the optional part “offline” is not installed")


def test_what_cannot_be_understood_is_told(renderer: Renderer) -> None:
    answer = renderer.run(clip(SAMPLE), resolution="4k")
    assert answer.error == ("UsageError", "“resolution” of the request cannot be used")


def test_a_fault_of_the_program_itself_is_told_without_its_details(renderer: Renderer) -> None:
    fault = """
import sys
class Loader:
    def find_spec(self, name, path=None, target=None):
        if name == "transcribe_video.media.render.job":
            raise ZeroDivisionError("a secret")
sys.meta_path.insert(0, Loader())
"""
    answer = renderer.run(clip(SAMPLE), before=fault)
    assert answer.error == (
        "TranscribeVideoError",
        "something went wrong inside the program (ZeroDivisionError)",
    )

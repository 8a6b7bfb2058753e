"""However a render ends before its time, nothing of it is left: no file, no process."""

import json
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

import psutil
import pytest

from media.render.renderer import DEADLINE_S, Renderer, clip, encoder_of, is_alive, until
from transcribe_video.media.render.part import PREFIX, SUFFIX

Process: TypeAlias = "subprocess.Popen[bytes]"
_STOPPED = 130


def _hang_up(process: Process) -> None:
    assert process.stdin
    process.stdin.close()


def _terminate(process: Process) -> None:
    process.terminate()


def _interrupt(process: Process) -> None:
    process.send_signal(signal.SIGINT)


@pytest.mark.parametrize("stop", [_hang_up, _terminate, _interrupt])
def test_a_render_that_is_stopped_leaves_nothing(
    stop: Callable[[Process], None],
    renderer: Renderer,
    awkward_media: Path,
    out: Path,
) -> None:
    with renderer.running(clip(awkward_media / "sync_opengop.mp4", 100)) as process:
        encoder = encoder_of(process)
        assert {path.suffix for path in out.iterdir()} == {SUFFIX}
        stop(process)
        assert process.wait(DEADLINE_S) == _STOPPED
        assert not is_alive(encoder)
        assert process.stdout
        said = [json.loads(line) for line in process.stdout]
    assert all(set(message) == {"progress"} for message in said)
    assert list(out.iterdir()) == []


def test_a_smart_render_that_is_stopped_leaves_nothing(
    renderer: Renderer, awkward_media: Path, out: Path
) -> None:
    source = awkward_media / "sync.mp4"
    clips = [clip(source, number * 4_700 + 300, 4_200) for number in range(25)]
    with renderer.running(*clips) as process:
        assert process.stdout
        next(line for line in process.stdout if json.loads(line)["progress"]["done_ms"] > 0)
        assert {path.suffix for path in out.iterdir()} == {SUFFIX}
        process.terminate()
        assert process.wait(DEADLINE_S) == _STOPPED
    assert list(out.iterdir()) == []


def test_a_render_that_nobody_listens_to_leaves_nothing(
    renderer: Renderer, awkward_media: Path, out: Path
) -> None:
    with renderer.running(clip(awkward_media / "sync_opengop.mp4", 100)) as process:
        encoder = encoder_of(process)
        assert process.stdout
        process.stdout.close()
        assert process.wait(DEADLINE_S) == _STOPPED
        assert not is_alive(encoder)
    assert list(out.iterdir()) == []


def test_a_render_whose_parent_goes_before_it_begins_says_nothing() -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "transcribe_video.media.render"],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
    ) as process:
        printed, _ = process.communicate(timeout=DEADLINE_S)
    assert (process.returncode, printed) == (_STOPPED, b"")


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere whoever started it ends its group")
def test_ffmpeg_does_not_outlive_a_renderer_that_is_killed(
    renderer: Renderer, awkward_media: Path, out: Path
) -> None:
    source = awkward_media / "sync_opengop.mp4"
    with renderer.running(clip(source, 100)) as process:
        encoder = encoder_of(process)
        process.kill()
        process.wait(DEADLINE_S)
        until(lambda: not is_alive(encoder))
    assert {path.suffix for path in out.iterdir()} == {SUFFIX}
    renderer.run(clip(source, 0, 100))
    assert list(out.iterdir()) == [renderer.target]


def test_a_renderer_leaves_the_part_of_another_one_alone(
    renderer: Renderer, awkward_media: Path, out: Path
) -> None:
    source = awkward_media / "sync_opengop.mp4"
    other = Renderer(out / "other.mp4")
    with renderer.running(clip(source, 100)) as process:
        encoder_of(process)
        parts = set(out.glob(f"{PREFIX}*{SUFFIX}"))
        other.run(clip(source, 0, 100))
        assert parts <= set(out.iterdir())


def test_a_killed_ffmpeg_is_an_error(renderer: Renderer, awkward_media: Path, out: Path) -> None:
    with renderer.running(clip(awkward_media / "sync_opengop.mp4", 100)) as process:
        psutil.Process(encoder_of(process).pid).kill()
        assert process.stdout
        last = list(process.stdout)[-1]
        assert process.wait(DEADLINE_S) == 1
    assert "memory runs out" in json.loads(last)["error"]["why"]
    assert list(out.iterdir()) == []


def test_a_disk_that_takes_no_more_is_told(
    renderer: Renderer, awkward_media: Path, out: Path
) -> None:
    limit = "import resource; resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))"
    answer = renderer.run(clip(awkward_media / "sync.mp4", 0, 20_000), before=limit)
    assert answer.error == ("StorageError", "a file may not grow that large there")
    assert list(out.iterdir()) == []


def test_a_folder_that_is_not_there_is_told(awkward_media: Path, out: Path) -> None:
    renderer = Renderer(out / "missing" / "video.mp4")
    assert renderer.run(clip(awkward_media / "sync.mp4")).error[0] == "StorageError"


def test_an_existing_file_is_left_alone(renderer: Renderer, awkward_media: Path, out: Path) -> None:
    renderer.target.write_bytes(b"someone's")
    answer = renderer.run(clip(awkward_media / "sync.mp4"))
    assert answer.error == ("StorageError", "a file of that name is there already")
    assert {path.name: path.read_bytes() for path in out.iterdir()} == {"video.mp4": b"someone's"}

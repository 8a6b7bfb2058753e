"""Child processes are spoken with in lines, and are gone when nobody speaks with them."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import av
import pytest

from backend.jobs.workplace import eventually, has_ended
from command import SAMPLE
from transcribe_video.backend.child import Child
from transcribe_video.backend.media_facts import MediaFacts
from transcribe_video.backend.prober import probed
from transcribe_video.errors import DamagedMediaError, UnsupportedMediaError

SPEECH, PROBE = "transcribe_video.backend.speech_main", "transcribe_video.backend.probe_main"
_START = """
import sys, time
from pathlib import Path
from transcribe_video.backend.child import Child
children = [Child(module, Path(sys.argv[1])) for module in sys.argv[2:]]
print(*(child.pid for child in children), flush=True)
time.sleep(600)
"""


@pytest.mark.parametrize("module", [SPEECH, PROBE])
def test_a_child_ends_when_nobody_speaks_with_it_any_more(module: str, tmp_path: Path) -> None:
    child = Child(module, tmp_path / "home")
    assert child.end() == 0
    assert has_ended(child.pid)
    child.send({"path": "to nobody"})


def test_a_child_that_does_not_listen_is_ended(tmp_path: Path) -> None:
    child = Child(SPEECH, tmp_path)
    os.kill(child.pid, signal.SIGSTOP)
    assert child.end(0.1) == -signal.SIGKILL


def test_children_end_when_their_parent_is_killed(tmp_path: Path) -> None:
    command = [sys.executable, "-c", _START, str(tmp_path), SPEECH, PROBE, SPEECH]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as parent:
        assert parent.stdout is not None
        pids = [int(pid) for pid in parent.stdout.readline().split()]
        assert len(pids) == 3
        parent.kill()
        assert eventually(lambda: all(has_ended(pid) for pid in pids))
        # Nor does any of them hold what its parent's own host listens to.
        assert parent.stdout.read() == ""


def test_what_a_file_holds_is_seen_by_a_child(tmp_path: Path) -> None:
    assert probed(SAMPLE, tmp_path / "home") == MediaFacts("video", 11_000, 640, 360, 15.0)


def test_sound_alone_is_sound(tmp_path: Path, speech: Path) -> None:
    facts = probed(speech / "jfk.flac", tmp_path)
    assert (facts.file_type, facts.width, facts.fps, facts.has_sound) == ("audio", None, None, True)
    assert facts.duration_ms == 11_000


def test_a_turned_film_without_sound_is_as_it_is_seen(tmp_path: Path, ffmpeg: str) -> None:
    plain, turned = tmp_path / "plain.mp4", tmp_path / "turned.mp4"
    made = ["-f", "lavfi", "-i", "testsrc=s=64x48:d=1:r=25", "-pix_fmt", "yuv420p", str(plain)]
    turn = ["-display_rotation", "90", "-i", str(plain), "-c", "copy", str(turned)]
    for arguments in (made, turn):
        subprocess.run([ffmpeg, "-v", "error", *arguments], check=True, timeout=30)
    assert probed(turned, tmp_path) == MediaFacts("video", 1_000, 48, 64, 25.0, has_sound=False)


def test_the_length_that_a_browsers_recording_does_not_tell_is_found(
    tmp_path: Path, ffmpeg: str
) -> None:
    told, live = tmp_path / "told.mkv", tmp_path / "live.mkv"
    sources = ["-f", "lavfi", "-i", "testsrc=s=64x48:d=3:r=25", "-f", "lavfi", "-i", "sine=d=3"]
    made = [*sources, "-c:v", "libx264", "-c:a", "aac", str(told)]
    again = ["-i", str(told), "-c", "copy", "-f", "matroska", "-live", "1", str(live)]
    for arguments in (made, again):
        subprocess.run([ffmpeg, "-v", "error", *arguments], check=True, timeout=30)
    with av.open(str(live)) as container:
        assert container.duration is None
    length_ms = probed(live, tmp_path).duration_ms
    assert length_ms is not None
    assert abs(length_ms - 3_000) < 60


def test_a_picture_is_an_image(tmp_path: Path, ffmpeg: str) -> None:
    picture = tmp_path / "title.png"
    made = ["-f", "lavfi", "-i", "color=s=64x48:d=1", "-frames:v", "1", str(picture)]
    subprocess.run([ffmpeg, "-v", "error", *made], check=True, timeout=30)
    assert probed(picture, tmp_path) == MediaFacts("image", None, 64, 48, has_sound=False)


def test_what_is_no_recording_is_told(tmp_path: Path) -> None:
    page = tmp_path / "page.mp4"
    page.write_text("<html>")
    with pytest.raises(UnsupportedMediaError, match=r"“page\.mp4” cannot be read"):
        probed(page, tmp_path)


def test_a_look_that_takes_too_long_is_given_up(tmp_path: Path) -> None:
    with pytest.raises(DamagedMediaError, match="the decoder broke down over it"):
        probed(SAMPLE, tmp_path, longest_s=0.01)

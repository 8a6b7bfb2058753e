"""A long recording takes no more memory than a short one."""

from pathlib import Path

from media.conftest import Convert, Python

_DECODE = """
import re, resource, sys
from pathlib import Path
from transcribe_video.manifest import load_manifest
from transcribe_video.media.record import record
from transcribe_video.skill import skill_folder

manifest = load_manifest(skill_folder())
with record(Path(sys.argv[1]), Path(sys.argv[2]), manifest.limits) as sound:
    sound.read(7_000_000, 7_030_000)
    status = Path("/proc/self/status")
    if status.exists():  # of this process alone: rusage counts the one that started it too
        peak_kb = int(re.search(r"VmHWM:\\s+(\\d+)", status.read_text())[1])
    else:
        peak_kb = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    print(sound.duration_ms, peak_kb)
"""


def test_two_hours_are_decoded_in_150_mb(
    awkward_media: Path, convert: Convert, python: Python, scratch: Path
) -> None:
    minute = convert("minute.m4a", "-i", awkward_media / "a.m4a", "-ar", "16000", "-ac", "1")
    path = convert("long.m4a", "-stream_loop", "120", "-i", minute, "-c", "copy", "-t", "7200")
    ran = python(_DECODE, path, scratch)
    duration_ms, memory_kb = map(int, ran.stdout.split())
    assert abs(duration_ms - 7_200_000) < 5_000
    assert memory_kb < 150_000

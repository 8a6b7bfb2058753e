"""How much memory a long recording takes, beside faster-whisper called plainly.

    .venv/bin/python benchmarks/memory.py [--hours 1 3] [--quality balanced] [--peer]

Each recording is made by repeating real speech under a still picture, and is worked on by the
command in a process and a home of its own; its peak resident memory is what the system says when
it ends. ``--peer`` lets faster-whisper transcribe the first recording too. The table is Markdown.
An hour of speech takes some minutes on two cores.
"""

import argparse
import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import imageio_ffmpeg

_SPEECH = Path(__file__).parents[1] / "tests" / "speech"
_CLIPS = ("two_cities.flac", "jfk.flac", "mfa_cold_corpus.flac", "LJ001-0001.flac")
_PEER = """
import sys
from faster_whisper import WhisperModel
model = WhisperModel(sys.argv[1], device="cpu", compute_type="int8", cpu_threads=2)
segments, _ = model.transcribe(sys.argv[2], word_timestamps=True)
print(sum(1 for _ in segments))
"""


def recording(folder: Path, hours: float) -> Path:
    """A video of so many hours of speech."""
    path = folder / f"{hours:g} h.mp4"
    listed = folder / "clips.txt"
    listed.write_text("".join(f"file '{_SPEECH / name}'\n" for name in _CLIPS), encoding="utf-8")
    once, ffmpeg = folder / "once.wav", imageio_ffmpeg.get_ffmpeg_exe()
    quiet = [ffmpeg, "-nostdin", "-v", "error", "-y"]
    joining = ["-f", "concat", "-safe", "0", "-i", str(listed), "-ar", "16000", "-ac", "1"]
    subprocess.run([*quiet, *joining, str(once)], check=True)
    sound = ["-stream_loop", "-1", "-i", str(once), "-t", str(hours * 3600)]
    picture = ["-f", "lavfi", "-i", "color=s=320x180:r=1"]
    coding = ["-c:v", "libx264", "-preset", "ultrafast", "-c:a", "aac", "-b:a", "48k", "-shortest"]
    subprocess.run([*quiet, *sound, *picture, *coding, str(path)], check=True)
    return path


def measured(command: list[str], home: Path) -> tuple[float, float]:
    """Peak memory in MB and wall seconds of a command."""
    environment = {**os.environ, "TRANSCRIBE_VIDEO_HOME": str(home)}
    started = time.perf_counter()
    process = subprocess.Popen(
        command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    _, status, usage = os.wait4(process.pid, 0)
    if status != 0:
        raise SystemExit(f"{command} ended with status {status}")
    return _megabytes(usage), time.perf_counter() - started


def _megabytes(usage: resource.struct_rusage) -> float:
    return usage.ru_maxrss / (1e6 if sys.platform == "darwin" else 1e6 / 1024)


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--hours", type=float, nargs="*", default=[1, 3])
    parser.add_argument("--quality", default="balanced")
    parser.add_argument("--peer", action="store_true")
    options = parser.parse_args()
    print("| program | recording | peak memory MB | wall s |\n| --- | --- | --- | --- |")
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        for number, hours in enumerate(options.hours):
            path, home = recording(folder, hours), folder / f"home {number}"
            ours = [sys.executable, "-m", "transcribe_video", str(path)]
            ours += ["--direct", "--quality", options.quality, "-o", str(folder / "out")]
            peak, wall_s = measured(ours, home)
            name = f"this program, {options.quality}"
            print(f"| {name} | {hours:g} h | {peak:.0f} | {wall_s:.0f} |", flush=True)
            if options.peer and number == 0:
                peer = [sys.executable, "-c", _PEER, str(home / "models" / "base"), str(path)]
                peak, wall_s = measured(peer, home)
                print(f"| faster-whisper, plainly | {hours:g} h | {peak:.0f} | {wall_s:.0f} |")
            path.unlink()


if __name__ == "__main__":
    main()

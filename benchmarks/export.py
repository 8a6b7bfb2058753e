"""What an export costs, beside a plain re-encode by ffmpeg and other programs that cut video.

    .venv/bin/python benchmarks/export.py [--minutes 10] [--smartcut PATH] [--auto-editor PATH]

A 1080p recording is made (H.264, 30 pictures a second, a keyframe about every eight seconds; AAC),
and then, one after the other: twenty spans are cut out of it, captions are laid beside its picture,
and captions are drawn on its picture. Counted are the CPU seconds of each program and all that it
starts, as the system counts them, and the wall seconds. ffmpeg encodes as the renderer does
(libx264, veryfast, CRF 20). The table, in Markdown, holds one run of each: a run takes minutes.
The other programs are measured if their path is given or they are beside this Python.
"""

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import imageio_ffmpeg

_CUTS, _CUT_S = 20, 2.37
_SAMPLE = Path(__file__).parent.parent / "samples" / "inaugural_address.mp4"
_ENCODE = ("-c:v", "libx264", "-preset", "veryfast", "-crf", "20", "-pix_fmt", "yuv420p")
_SOUND = ("-c:a", "aac", "-b:a", "128k")


class Cost(NamedTuple):
    """What one program took, and how it says it worked."""

    cpu_s: float
    wall_s: float
    how: str = ""


def cost_of(command: Sequence[str | Path], line: str = "") -> tuple[Cost, str]:
    """Run a program to its end; what it cost, and the last line that it printed."""
    begun_s, before = time.perf_counter(), os.times()
    pipe = subprocess.PIPE
    with subprocess.Popen(list(map(str, command)), stdin=pipe, stdout=pipe, text=True) as process:
        assert process.stdin
        assert process.stdout
        process.stdin.write(line)
        process.stdin.flush()  # and stays open: its end would be this program's
        printed = process.stdout.read().splitlines()
        process.wait()
    wall_s, after = time.perf_counter() - begun_s, os.times()
    if process.returncode:
        sys.exit(f"{command[0]} failed: {printed[-1:]}")
    cpu_s = sum(
        getattr(after, name) - getattr(before, name)
        for name in ("children_user", "children_system")
    )
    return Cost(cpu_s, wall_s), (printed or [""])[-1]


class Bench:
    """A recording, and a folder for what is made of it."""

    def __init__(self, folder: Path, minutes: float) -> None:
        self.ffmpeg: str = imageio_ffmpeg.get_ffmpeg_exe()
        self.source, self._folder, self.length_s = folder / "source.mp4", folder, minutes * 60
        self._count = 0
        self._make()

    def _make(self) -> None:
        picture = "testsrc2=s=1920x1080:r=30"
        looped = ("-stream_loop", "-1", "-i", _SAMPLE, "-map", "0:v", "-map", "1:a")
        made = ("-t", str(self.length_s), *_ENCODE, *_SOUND, self.source)
        cost_of(
            [self.ffmpeg, "-nostdin", "-v", "error", "-f", "lavfi", "-i", picture, *looped, *made]
        )

    def target(self) -> Path:
        """A file that is not there yet."""
        self._count += 1
        return self._folder / f"made-{self._count}.mp4"

    @property
    def kept(self) -> list[tuple[float, float]]:
        """What remains, in seconds, on whole pictures."""
        apart_s = self.length_s / _CUTS
        ends = [round((number + 0.61) * apart_s * 30) / 30 for number in range(_CUTS)]
        cut = round(min(_CUT_S, apart_s / 4) * 30) / 30
        starts = [0.0, *(end + cut for end in ends)]
        return list(zip(starts, [*ends, self.length_s], strict=True))

    @property
    def captions(self) -> list[dict[str, Any]]:
        """One caption every three seconds."""
        return [
            {"start_ms": at * 1000, "end_ms": at * 1000 + 2_800, "text": f"This is caption {at}."}
            for at in range(0, int(self.length_s) - 3, 3)
        ]

    def rendered(self, **wishes: object) -> Cost:
        """Have the renderer make it."""
        request = {"clips": [{"path": str(self.source)}], "target": str(self.target()), **wishes}
        command = [sys.executable, "-m", "transcribe_video.media.render"]
        cost, last = cost_of(command, json.dumps(request) + "\n")
        return cost._replace(how=json.loads(last)["done"]["method"]["name"])

    def encoded(self, *filters: str | Path) -> Cost:
        """Have ffmpeg make it."""
        command: list[str | Path] = [self.ffmpeg, "-nostdin", "-v", "error"]
        command += ["-i", self.source, *filters]
        return cost_of([*command, *_ENCODE, *_SOUND, self.target()])[0]

    def srt(self) -> Path:
        """The captions as a file."""
        path = self._folder / "captions.srt"
        rows = (
            f"{number}\n{_time(row['start_ms'])} --> {_time(row['end_ms'])}\n{row['text']}\n"
            for number, row in enumerate(self.captions, start=1)
        )
        path.write_text("\n".join(rows))
        return path


def _time(ms: int) -> str:
    seconds, ms = divmod(ms, 1000)
    return f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02},{ms:03}"


def rows(bench: Bench, others: dict[str, Path]) -> Iterator[tuple[str, str, Cost]]:
    """Each task, program, and cost."""
    clips = [
        {
            "path": str(bench.source),
            "from_ms": round(start * 1000),
            "d_ms": round(end * 1000) - round(start * 1000),
        }
        for start, end in bench.kept
    ]
    task = f"{_CUTS} cuts"
    yield task, "transcribe-video-to-text", bench.rendered(clips=clips, rate="30/1")
    between = "+".join(f"between(t,{start:.3f},{end - 0.001:.3f})" for start, end in bench.kept)
    cut = (
        "-vf",
        f"select='{between}',setpts=N/30/TB",
        "-af",
        f"aselect='{between}',asetpts=N/SR/TB",
    )
    yield task, "ffmpeg, all re-encoded", bench.encoded(*cut)
    yield from ((task, name, cost) for name, cost in _others(bench, others))
    captions = {"captions": bench.captions, "language": "en"}
    yield "soft captions", "transcribe-video-to-text", bench.rendered(**captions)
    yield "soft captions", "ffmpeg, all re-encoded", bench.encoded()
    burned = {**captions, "caption_style": {"is_burned": True}}
    yield "burned captions", "transcribe-video-to-text", bench.rendered(**burned)
    yield "burned captions", "ffmpeg", bench.encoded("-vf", f"subtitles={bench.srt()}")


def _others(bench: Bench, others: dict[str, Path]) -> Iterator[tuple[str, Cost]]:
    if program := others.get("smartcut"):
        kept = ",".join(f"{second:.3f}" for span in bench.kept for second in span)
        yield "smartcut", cost_of([program, bench.source, bench.target(), "--keep", kept])[0]
    if program := others.get("auto-editor"):
        ends = [end for _, end in bench.kept[:-1]]
        starts = [start for start, _ in bench.kept[1:]]
        cuts = [f"{end:.3f}sec,{start:.3f}sec" for end, start in zip(ends, starts, strict=True)]
        options: list[str | Path] = [
            "--edit",
            "none",
            "--cut-out",
            *cuts,
            "--no-open",
            "--output",
            bench.target(),
        ]
        yield "auto-editor", cost_of([program, bench.source, *options])[0]


def main() -> None:
    """Measure all and print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--minutes", type=float, default=10)
    for name in ("smartcut", "auto-editor"):
        parser.add_argument(f"--{name}", type=Path, dest=name)
    wanted = vars(parser.parse_args())
    beside = os.pathsep.join((str(Path(sys.executable).parent), os.environ.get("PATH", "")))
    found = {
        name: wanted[name] or shutil.which(name, path=beside)
        for name in ("smartcut", "auto-editor")
    }
    others = {name: Path(path) for name, path in found.items() if path}
    with tempfile.TemporaryDirectory() as folder:
        bench = Bench(Path(folder), wanted["minutes"])
        size_mb = bench.source.stat().st_size / 1e6
        print(f"{wanted['minutes']:g} minutes of 1080p, {size_mb:.0f} MB\n")
        print("| what | program | CPU s | wall s | how |")
        print("| --- | --- | --- | --- | --- |")
        costs: dict[tuple[str, str], float] = {}
        for task, name, cost in rows(bench, others):
            costs[task, name.partition(",")[0]] = cost.cpu_s
            print(
                f"| {task} | {name} | {cost.cpu_s:.1f} | {cost.wall_s:.1f} | {cost.how} |",
                flush=True,
            )
    print()
    for task in dict.fromkeys(task for task, _ in costs):
        ours, plain = costs[task, "transcribe-video-to-text"], costs[task, "ffmpeg"]
        print(f"{task}: {plain / ours:.1f} times cheaper than ffmpeg")


if __name__ == "__main__":
    main()

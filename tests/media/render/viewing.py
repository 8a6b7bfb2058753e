"""Looking at a video without the program: its tracks, its captions, its flashes and beeps."""

import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from itertools import islice, takewhile
from pathlib import Path

import av
import numpy as np

_BRIGHT, _LOUD = 180, 0.2
_EACH = 4  # of the rows and columns of a picture, one of so many tells how bright it is
_RATE = 48_000
Shown = tuple[int, int, str]


@dataclass(frozen=True, slots=True)
class Viewed:
    """What is in a video.

    Attributes:
        picture: codec, pixels, size as stored, rotation.
        sound: codec, rate, channels.
        captions: language, whether they are on by default.
    """

    picture: tuple[str, str, int, int, int] | None
    sound: tuple[str, int, int] | None = None
    captions: tuple[str | None, bool] | None = None


def viewed(path: Path) -> Viewed:
    with av.open(path) as container:
        (picture,) = container.streams.video
        frame = next(container.decode(picture))
        sounds, texts = container.streams.audio, container.streams.subtitles
        return Viewed(
            (
                picture.codec_context.name,
                frame.format.name,
                frame.width,
                frame.height,
                frame.rotation,
            ),
            (sounds[0].codec_context.name, sounds[0].rate, sounds[0].channels) if sounds else None,
            (texts[0].language, bool(texts[0].disposition & av.stream.Disposition.default))
            if texts
            else None,
        )


def length_ms(path: Path) -> int:
    with av.open(path) as container:
        return round((container.duration or 0) / 1000)


def content(path: Path) -> list[tuple[str, str]]:
    """The codec of each picture and sound track, and a digest of all that is coded in it."""
    with av.open(path) as container:
        digests = {stream.index: sha256() for stream in container.streams}
        kinds = [(stream.index, stream.type) for stream in container.streams]
        for packet in container.demux():
            digests[packet.stream_index].update(bytes(packet))
        return [(kind, digests[index].hexdigest()) for index, kind in kinds if kind != "subtitle"]


def captions(ffmpeg: str, path: Path) -> list[Shown]:
    """What is shown: from when, until when, which text."""
    quiet = [ffmpeg, "-nostdin", "-v", "error"]
    command = [*quiet, "-i", str(path), "-map", "0:s", "-f", "srt", "-"]
    ran = subprocess.run(command, check=True, capture_output=True, timeout=30)
    return shown_in(ran.stdout.decode())


def shown_in(subrip: str) -> list[Shown]:
    """The same, in a SubRip file."""
    return [_shown(block) for block in subrip.strip().split("\n\n") if block]


def _shown(block: str) -> Shown:
    _, times, *lines = block.splitlines()
    start, end = times.split(" --> ")
    return _ms(start), _ms(end), "\n".join(lines)


def _ms(time: str) -> int:
    hours, minutes, seconds = time.replace(",", "").split(":")
    return (int(hours) * 60 + int(minutes)) * 60_000 + int(seconds)


def flashes_ms(path: Path, count: int | None = None) -> list[int]:
    """When the picture turns white, the first so many times."""
    found = _onsets(_brightness(path), _BRIGHT, gap_ms=100)
    return [round(time_ms) for time_ms in islice(found, count)]


def beeps_ms(path: Path) -> list[int]:
    """When the sound becomes loud."""
    return [round(time_ms) for time_ms in _onsets(_loudness(path), _LOUD, gap_ms=100)]


def loudest(path: Path, from_ms: int, to_ms: int) -> float:
    until = takewhile(lambda each: each[0] < to_ms, _loudness(path))
    return max(value for time_ms, value in until if from_ms <= time_ms)


def brightness_at(path: Path, at_ms: int) -> float:
    return [value for _, value in takewhile(lambda each: each[0] <= at_ms, _brightness(path))][-1]


def _brightness(path: Path) -> Iterator[tuple[float, float]]:
    with av.open(path) as container:
        for frame in container.decode(video=0):
            plane = frame.planes[0]
            luma = np.frombuffer(memoryview(plane), np.uint8).reshape(-1, plane.line_size)
            yield (frame.time or 0) * 1000, float(luma[:, : frame.width][::_EACH, ::_EACH].mean())


def _loudness(path: Path) -> Iterator[tuple[float, float]]:
    """The loudest sample of each millisecond."""
    each = _RATE // 1000
    resampler = av.AudioResampler("flt", "mono", _RATE, 100 * each)
    with av.open(path) as container:
        for frame in container.decode(audio=0):
            for block in resampler.resample(frame):
                loud = np.abs(block.to_ndarray()).reshape(-1, each).max(axis=1)
                for number, value in enumerate(loud.tolist()):
                    yield (block.time or 0) * 1000 + number, value


def _onsets(values: Iterator[tuple[float, float]], least: float, gap_ms: int) -> Iterator[float]:
    last_ms = -float(gap_ms)
    for time_ms, value in values:
        if value > least:
            if time_ms - last_ms >= gap_ms:
                yield time_ms
            last_ms = time_ms

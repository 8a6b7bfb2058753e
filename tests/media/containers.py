"""The same ten seconds of speech in every container and codec that people send."""

import subprocess
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

SECONDS = 10.0
_PICTURE = ("-f", "lavfi", "-i", "testsrc2=s=176x144:r=25")
_H264 = ("-c:v", "libx264", "-preset", "ultrafast")


@dataclass(frozen=True, slots=True)
class Container:
    """A file to make, and what must be heard in it.

    Attributes:
        name: of the file.
        coding: what ffmpeg is told about its codecs.
        picture: whether it has a moving picture.
        late_ms: how much later than in the source its speech comes, as every player plays it.
        before: what ffmpeg is told about its source.
    """

    name: str
    coding: Sequence[str] = ()
    picture: bool = False
    late_ms: int = 0
    before: Sequence[str] = ()


def _aac(name: str, *more: str, late_ms: int = 0, before: Sequence[str] = ()) -> Container:
    coding = (*_H264, "-c:a", "aac", *more)
    return Container(name, coding, picture=True, late_ms=late_ms, before=before)


# An encoder's first 21 or 43 ms are silence that only some containers can declare.
CONTAINERS = (
    # sound alone
    Container("a.opus"),
    Container("a.ogg", ("-c:a", "libvorbis")),
    Container("a.oga", ("-c:a", "flac")),
    Container("a.flac"),
    Container("a.w64"),
    Container("a.rf64.wav", ("-rf64", "always")),
    Container("a.aiff"),
    Container("a.caf"),
    Container("a.au"),
    Container("a.voc"),
    Container("a.mp2", late_ms=10),
    Container("a.ac3", late_ms=5),
    Container("a.eac3", late_ms=5),
    Container("a.dts", ("-strict", "-2", "-c:a", "dca"), late_ms=11),
    Container("a.thd", ("-strict", "-2")),
    Container("a.tta"),
    Container("a.wv"),
    Container("a.mka", ("-c:a", "aac")),
    Container("a.m4b", ("-c:a", "aac")),
    Container("alac.m4a", ("-c:a", "alac")),
    Container("a.loas", ("-c:a", "aac", "-f", "latm"), late_ms=21),
    Container("a.wma", late_ms=43),
    Container("a.amr", ("-ar", "8000", "-ac", "1"), late_ms=5),
    Container("telephone.wav", ("-ar", "8000", "-c:a", "pcm_mulaw")),
    Container("adpcm.wav", ("-c:a", "adpcm_ima_wav")),
    Container("a.ra", ("-c:a", "ac3", "-f", "rm"), late_ms=5),
    # sound and picture
    Container("v.mts", (*_H264, "-c:a", "ac3", "-mpegts_m2ts_mode", "1"), picture=True, late_ms=5),
    _aac("v.ts", late_ms=21),
    Container("v.mpg", ("-c:v", "mpeg2video", "-c:a", "mp2"), picture=True, late_ms=10),
    Container("v.vob", ("-c:v", "mpeg2video", "-c:a", "ac3", "-f", "vob"), picture=True, late_ms=5),
    Container("v.flv", ("-c:v", "flv1", "-c:a", "mp3", "-ar", "44100"), picture=True, late_ms=25),
    _aac("live.flv", "-flvflags", "no_duration_filesize", late_ms=21),
    Container("v.wmv", picture=True, late_ms=43),
    Container("v.3gp", ("-c:v", "h263", "-c:a", "aac", "-ar", "16000"), picture=True),
    Container("amr.3gp", ("-c:v", "h263", "-c:a", "amr_nb", "-ar", "8000"), picture=True),
    Container("v.m4v", ("-c:v", "mpeg4", "-c:a", "aac"), picture=True),
    Container("v.ogv", ("-c:v", "libtheora", "-c:a", "libvorbis"), picture=True),
    Container("v.mxf", ("-c:v", "mpeg2video", "-c:a", "pcm_s16le"), picture=True),
    Container("v.rm", ("-c:v", "rv20", "-c:a", "ac3"), picture=True, late_ms=5),
    Container("v.wtv", ("-c:v", "mpeg2video", "-c:a", "ac3"), picture=True, late_ms=5),
    Container("v.avi", ("-c:v", "mpeg4", "-c:a", "pcm_s16le"), picture=True),
    Container("v.mov", ("-c:v", "mjpeg", "-c:a", "pcm_s24le"), picture=True),
    Container(
        "v.dv",
        ("-s", "720x576", "-pix_fmt", "yuv420p", "-ar", "48000", "-ac", "2"),
        picture=True,
    ),
    _aac("fragmented.mp4", "-movflags", "frag_keyframe+empty_moov", late_ms=21),
    _aac("v.mkv"),
    # a sound track that starts late, where players show the picture first
    _aac("late.mkv", late_ms=1500, before=("-itsoffset", "1.5")),
    _aac("late.mp4", late_ms=2000, before=("-itsoffset", "2")),
    _aac("late.ts", late_ms=7000, before=("-itsoffset", "7")),
)


def make_containers(ffmpeg: str, source: Path, folder: Path) -> None:
    """Make all of them in ``folder``, from the beginning of ``source``."""

    def make(container: Container) -> None:
        picture = _PICTURE if container.picture else ()
        length_s = str(SECONDS + container.late_ms // 1000)
        quiet = ("-nostdin", "-hide_banner", "-v", "error", "-y")
        inputs = (*picture, *container.before, "-i", str(source))
        command = (ffmpeg, *quiet, *inputs, "-t", length_s, *container.coding)
        subprocess.run([*command, folder / container.name], check=True)

    with ThreadPoolExecutor(2) as threads:
        list(threads.map(make, CONTAINERS))

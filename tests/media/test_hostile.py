"""Hostile files and names read nothing but themselves, end quickly and leave nothing behind."""

import os
import shutil
import struct
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import av
import pytest

from media.conftest import Convert, Decode, Python
from transcribe_video.errors import MediaError, UnsupportedMediaError
from transcribe_video.media.probe import probe
from transcribe_video.media.whitelist import OPEN_OPTIONS

_LISTS = {
    "concat": "ffconcat version 1.0\nfile 'canary.wav'\nfile '{canary}'\n",
    "hls": "#EXTM3U\n#EXT-X-TARGETDURATION:5\n#EXTINF:5,\n{canary}\n#EXT-X-ENDLIST\n",
    "hls with spaces": "\n \n#EXTM3U\n#EXTINF:5,\nfile://{canary}\n#EXT-X-ENDLIST\n",
    "sdp": "v=0\no=- 0 0 IN IP4 127.0.0.1\ns=a\nc=IN IP4 127.0.0.1\nm=audio 5004 RTP/AVP 0\n",
    "dash": '<?xml version="1.0"?><MPD><Period><BaseURL>file://{canary}</BaseURL></Period></MPD>',
    "svg": '<svg xmlns="http://www.w3.org/2000/svg"><image href="file://{canary}"/></svg>',
    "playlist": "[playlist]\nFile1={canary}\nNumberOfEntries=1\n",
    "subtitles": "WEBVTT\n\n00:00.000 --> 00:05.000\n{canary}\n",
}


class Canary:
    """A recording that notices when it is read, by the time of its last reading."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.calm()

    def calm(self) -> None:
        os.utime(self.path, ns=(0, self.path.stat().st_mtime_ns))

    @property
    def was_read(self) -> bool:
        return self.path.stat().st_atime_ns != 0


@pytest.fixture
def canary(convert: Convert) -> Iterator[Canary]:
    """A sound file that nothing may read; skips where the system does not note readings."""
    path = convert("canary.wav", "-f", "lavfi", "-i", "sine", "-t", "1")
    found = Canary(path)
    path.read_bytes()
    if not found.was_read:
        pytest.skip("this file system does not note when a file is read")
    found.calm()
    yield found
    assert not found.was_read


@pytest.mark.parametrize("suffix", [".mp4", ".m3u8", ".webm", ".sdp", ".ffconcat", ".wav"])
@pytest.mark.parametrize("kind", sorted(_LISTS))
@pytest.mark.timeout(10)
def test_a_list_of_other_files_reads_none_of_them(
    kind: str, suffix: str, canary: Canary, tmp_path: Path, decode: Decode
) -> None:
    path = tmp_path / f"list{suffix}"
    path.write_text(_LISTS[kind].format(canary=canary.path))
    with pytest.raises(UnsupportedMediaError):
        decode(path)


def test_the_library_alone_would_read_them(canary: Canary, tmp_path: Path) -> None:
    path = tmp_path / "list.mp4"
    path.write_text("ffconcat version 1.0\nfile 'canary.wav'\n")
    with av.open(path) as container:
        assert list(container.demux())
    assert canary.was_read
    canary.calm()


@pytest.mark.parametrize("suffix", [".mp4", ".m3u8", ".sdp", ".ffconcat"])
@pytest.mark.parametrize("kind", sorted(_LISTS))
def test_the_librarys_whitelist_alone_refuses_them(
    kind: str, suffix: str, canary: Canary, tmp_path: Path
) -> None:
    path = tmp_path / f"list{suffix}"
    path.write_text(_LISTS[kind].format(canary=canary.path))
    with pytest.raises(av.FFmpegError):
        av.open(path, options=OPEN_OPTIONS | {"protocol_whitelist": "file"})


def test_a_quicktime_file_that_points_to_another_file_reads_only_itself(
    canary: Canary, containers: Path, tmp_path: Path, decode: Decode
) -> None:
    path = tmp_path / "reference.mov"
    path.write_bytes(_with_reference((containers / "a.m4b").read_bytes(), str(canary.path)))
    with decode(path) as sound:
        assert sound.duration_ms > 0


def _with_reference(content: bytes, target: str) -> bytes:
    """An MP4 whose sound is said to lie in another file."""
    at = content.index(b"dref") - 4
    size = int.from_bytes(content[at : at + 4], "big")
    url = struct.pack(">I", 0) + f"file://{target}\0".encode()
    entry = struct.pack(">I", len(url) + 8) + b"url " + url
    box = struct.pack(">I", len(entry) + 16) + b"dref" + struct.pack(">II", 0, 1) + entry
    made = bytearray(content[:at] + box + content[at + size :])
    for name in (b"moov", b"trak", b"mdia", b"minf", b"dinf"):
        parent = made.rindex(name, 0, at) - 4
        old = int.from_bytes(made[parent : parent + 4], "big")
        made[parent : parent + 4] = struct.pack(">I", old + len(box) - size)
    return bytes(made)


@pytest.mark.parametrize(
    "name",
    [
        "concat:canary.wav|canary.wav",
        "subfile,,start,0,end,9,,:canary.wav",
        "file:canary.wav",
        "crypto:canary.wav",
        "http:canary.wav",
        "pipe:0",
        "data:audio",
        "img%03d.wav",
        "-i.mp4",
        "$(touch x);`id`.mp4",
        "a\nb.mp4",
        "*.mp4",
        b"\xff\xfe.mp4".decode("utf-8", "surrogateescape"),
    ],
)
def test_a_strange_name_is_only_a_name(
    name: str, canary: Canary, awkward_media: Path, tmp_path: Path, decode: Decode
) -> None:
    shutil.copy(awkward_media / "a.mp3", tmp_path / name)
    with decode(tmp_path / name) as sound:
        assert sound.duration_ms == 60_000


@pytest.mark.parametrize("name", ["bomb_dimensions.mp4", "bomb.png", "bomb_duration.mp4"])
def test_a_bomb_takes_no_memory(name: str, awkward_media: Path, python: Python) -> None:
    code = """
import resource, sys
from pathlib import Path
from transcribe_video.errors import NoAudioError
from transcribe_video.manifest import load_manifest
from transcribe_video.media.probe import probe
from transcribe_video.media.record import record
from transcribe_video.skill import skill_folder

manifest = load_manifest(skill_folder())
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
try:
    record(Path(sys.argv[1]), Path(sys.argv[2]), manifest.limits)
except NoAudioError:
    print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before)
"""
    ran = python(code, awkward_media / name, "nowhere")
    assert ran.stderr == ""
    assert int(ran.stdout) < 20_000


def test_a_huge_picture_is_measured_without_being_decoded(awkward_media: Path) -> None:
    (picture,) = probe(awkward_media / "bomb_dimensions.mp4").video
    assert (picture.width, picture.height) == (8192, 8192)


def test_channels_in_an_unusual_order_do_not_end_the_process(
    awkward_media: Path, convert: Convert, python: Python, tmp_path: Path
) -> None:
    order = "pan=3c|c0=c0|c1=c0|c2=c0,channelmap=map=0|1|2:channel_layout=FR+FL+FC"
    path = convert("order.mov", "-i", awkward_media / "a.wav", "-af", order, "-c:a", "pcm_s16le")
    code = """
import gc, sys
from pathlib import Path
from transcribe_video.manifest import load_manifest
from transcribe_video.media.probe import probe
from transcribe_video.media.record import record
from transcribe_video.skill import skill_folder

manifest = load_manifest(skill_folder())
for _ in range(3):
    probe(Path(sys.argv[1]))
    with record(
        Path(sys.argv[1]), Path(sys.argv[2]), manifest.limits
    ) as sound:
        print(sound.duration_ms, sound.track.channels)
    gc.collect()
"""
    ran = python(code, path, tmp_path / "scratch")
    assert (ran.returncode, ran.stdout, ran.stderr) == (0, "60000 3\n" * 3, "")


@pytest.mark.parametrize("name", ["a.m4b", "v.mkv", "v.ts", "a.ogg", "v.avi", "a.flac"])
def test_damage_anywhere_is_answered_in_silence(
    name: str,
    containers: Path,
    tmp_path: Path,
    decode: Decode,
    capfd: pytest.CaptureFixture[str],
) -> None:
    content = (containers / name).read_bytes()[:200_000]
    path = tmp_path / name
    for step in range(40):
        damaged = bytearray(content)
        for offset in range(step, len(damaged), 997 * (1 + step % 7)):
            damaged[offset] ^= 0x55
        path.write_bytes(damaged)
        with suppress(MediaError):
            decode(path).close()
    assert capfd.readouterr() == ("", "")
    assert all(not list(folder.iterdir()) for folder in tmp_path.glob("scratch"))

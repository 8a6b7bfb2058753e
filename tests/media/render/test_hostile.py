"""A render reads the recordings that it is given and nothing else, whatever they hold."""

import os
import shutil
import struct
from dataclasses import replace
from pathlib import Path

import pytest

from command import SAMPLE
from media.conftest import Convert
from media.render.renderer import Renderer, clip
from media.render.viewing import length_ms, loudest
from transcribe_video.errors import MediaError
from transcribe_video.manifest import Limits
from transcribe_video.media.render.job import make
from transcribe_video.media.render.plan import Plan
from transcribe_video.media.render.planner import planned
from transcribe_video.media.render.request import Clip, Request
from transcribe_video.media.render.studio import Studio
from transcribe_video.media.render.survey import survey
from transcribe_video.media.render.unfit import UnfitError
from transcribe_video.media.render.workbench import Workbench

_LISTS = {
    "concat": "ffconcat version 1.0\nfile '{trap}'\n",
    "hls": "#EXTM3U\n#EXT-X-TARGETDURATION:5\n#EXTINF:5,\n{trap}\n#EXT-X-ENDLIST\n",
    "hls by address": "\n#EXTM3U\n#EXTINF:5,\nfile://{trap}\n#EXT-X-ENDLIST\n",
    "dash": '<?xml version="1.0"?><MPD><Period><BaseURL>file://{trap}</BaseURL></Period></MPD>',
    "svg": '<svg xmlns="http://www.w3.org/2000/svg"><image href="file://{trap}"/></svg>',
}
_SILENT = 0.01
_STRANGE = (
    "concat:a.mp4|b.mp4",
    "-i.mp4",
    "file:a.mp4",
    "pipe:0",
    "img%03d.mp4",
    "$(touch x);`id`.mp4",
    "a\nb'c.mp4",
    b"\xff\xfe.mp4".decode("utf-8", "surrogateescape"),
)


@pytest.fixture
def trap(tmp_path: Path) -> Path:
    """What stops for ever whoever opens it."""
    path = tmp_path / "trap.mp4"
    os.mkfifo(path)
    return path


@pytest.mark.parametrize("kind", sorted(_LISTS))
def test_a_list_of_other_files_is_refused(
    kind: str, trap: Path, tmp_path: Path, limits: Limits
) -> None:
    path = tmp_path / "list.mp4"
    path.write_text(_LISTS[kind].format(trap=trap))
    request = Request(clips=(Clip(path=path),), target=tmp_path / "video.mp4")
    with Workbench() as bench, pytest.raises(MediaError, match="it is a"):
        make(request, limits, bench, lambda _done_ms, _total_ms: None)


@pytest.mark.parametrize("kind", sorted(_LISTS))
def test_ffmpeg_refuses_a_list_that_took_a_recordings_place(
    kind: str, trap: Path, tmp_path: Path, limits: Limits
) -> None:
    path = tmp_path / "changing.mp4"
    shutil.copy(SAMPLE, path)
    request = Request(clips=(Clip(path=path),), target=tmp_path / "video.mp4")
    plan = planned(request, [survey(path)], limits)
    path.write_text(_LISTS[kind].format(trap=trap))
    _check_refused(plan)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["changing.mp4", "trap.mp4"]


@pytest.mark.parametrize("d_ms", [None, 1_000])
def test_a_recording_that_points_to_another_file_is_not_followed(
    d_ms: int | None, renderer: Renderer, trap: Path, convert: Convert
) -> None:
    path = convert("reference.mp4", "-i", SAMPLE, "-c", "copy")  # its index comes last
    path.write_bytes(_with_reference(path.read_bytes(), trap))
    renderer.run(clip(path, 0, d_ms))
    assert length_ms(renderer.target) == pytest.approx(d_ms or 11_000, abs=100)
    assert loudest(renderer.target, 0, 1_000) < _SILENT


def _with_reference(content: bytes, target: Path) -> bytes:
    """An MP4 whose last track is said to lie in another file, by a Macintosh alias record."""
    at = content.rindex(b"dref") - 4
    size = int.from_bytes(content[at : at + 4], "big")
    path = bytes(target)
    path += b"\0" * (len(path) % 2)
    alias = bytes(4 + 10 + 28 + 12 + 64 + 16) + struct.pack(">hh", 1, 1) + bytes(16)
    alias += struct.pack(">hH", 2, len(path)) + path + struct.pack(">hH", -1, 0)
    entry = struct.pack(">I", len(alias) + 8) + b"alis" + alias
    box = struct.pack(">I", len(entry) + 16) + b"dref" + struct.pack(">II", 0, 1) + entry
    made = bytearray(content[:at] + box + content[at + size :])
    for name in (b"moov", b"trak", b"mdia", b"minf", b"dinf"):
        parent = made.rindex(name, 0, at) - 4
        old = int.from_bytes(made[parent : parent + 4], "big")
        made[parent : parent + 4] = struct.pack(">I", old + len(box) - size)
    return bytes(made)


def test_strange_names_are_only_names(renderer: Renderer, tmp_path: Path) -> None:
    sources = [tmp_path / name for name in _STRANGE]
    for source in sources:
        shutil.copy(SAMPLE, source)
    renderer.run(*(clip(source, 0, 200) for source in sources))
    assert length_ms(renderer.target) == pytest.approx(200 * len(sources), abs=100)


@pytest.mark.parametrize("name", _STRANGE)
def test_a_video_may_have_a_strange_name(name: str, out: Path, limits: Limits) -> None:
    request = Request(clips=(Clip(path=SAMPLE),), target=out / name)
    with Workbench() as bench:
        make(request, limits, bench, lambda _done_ms, _total_ms: None)
    assert [path.name for path in out.iterdir()] == [name]


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("bomb_dimensions.mp4", "its picture of 8192 × 8192 pixels is too large"),
        ("bomb_duration.mp4", "it would be 720:00:01 long, and 24 hours are the most"),
        ("still.jpg", "it is a still picture"),
        ("text.mp4", "it is a text file"),
    ],
)
def test_what_cannot_be_made_into_a_video_is_told(
    name: str, why: str, renderer: Renderer, awkward_media: Path, out: Path
) -> None:
    assert renderer.run(clip(awkward_media / name)).error == ("UnsupportedMediaError", why)
    assert list(out.iterdir()) == []


def test_a_picture_that_grows_after_the_survey_is_not_decoded(
    awkward_media: Path, out: Path, limits: Limits
) -> None:
    bomb = awkward_media / "bomb_dimensions.mp4"
    request = Request(clips=(Clip(path=bomb, d_ms=500),), target=out / "video.mp4")
    footage = replace(survey(awkward_media / "noaudio.mp4"), path=bomb)
    plan = planned(request, [footage], limits)
    _check_refused(plan)


def _check_refused(plan: Plan) -> None:
    with Workbench() as bench:
        studio = Studio(plan, bench, bench.part(plan.target, 0), lambda _share: None)
        with pytest.raises((MediaError, UnfitError), match="damaged"):
            studio.make()


def test_a_clip_behind_the_end_of_its_recording_is_told(renderer: Renderer) -> None:
    assert renderer.run(clip(SAMPLE), clip(SAMPLE, 11_000, 500)).error == (
        "UsageError",
        "“inaugural_address.mp4” ends at 0:11, before the clip begins",
    )


def test_a_recording_that_is_gone_is_told(renderer: Renderer, tmp_path: Path) -> None:
    answer = renderer.run(clip(tmp_path / "gone.mp4"))
    assert answer.error == ("MediaNotFoundError", "there is no such file")

"""Handing an edit over to editing programs, asked of a backend that runs."""

import subprocess
from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import av
import opentimelineio as otio
import pytest

from backend.backend_process import BackendProcess
from backend.edited import documents_in, edit, say
from transcribe_video.backend.editor.timeline import Fades, Frame, Timeline, Title

OTHERS_RATE = "30000/1001"


@pytest.fixture
def film(tmp_path: Path, ffmpeg: str) -> Path:
    """Ten seconds at 29.97 pictures a second, from a camera whose clock showed 10:00:00;00."""
    path = tmp_path / "films é" / "my film.mov"
    path.parent.mkdir()
    return _made(ffmpeg, path, OTHERS_RATE, "-timecode", "10:00:00;00")


def _made(ffmpeg: str, path: Path, rate: str, *options: str) -> Path:
    command = [ffmpeg, "-v", "error", "-f", "lavfi", "-i", f"testsrc2=s=320x180:r={rate}"]
    sound = ["-f", "lavfi", "-i", "sine=r=48000", "-t", "10", *options]
    made = [*command, *sound, "-c:v", "libx264", "-preset", "ultrafast", "-c:a", "aac", str(path)]
    subprocess.run(made, check=True, timeout=30)
    return path


def _cut(timeline: Timeline) -> Timeline:
    """Frames 0 to 60 and 150 to 210, with a title, upright."""
    [clip] = timeline.clips
    clips = (replace(clip, to_ms=2_002), replace(clip, from_ms=5_005, to_ms=7_007))
    titles = (Title("Hello", 0, 1_000),)
    return replace(
        timeline,
        clips=clips,
        titles=titles,
        frame=Frame("9:16"),
        fades=Fades(picture_in_ms=500),
    )


def _written(backend: BackendProcess, session_id: str, *formats: str, **more: str) -> Any:
    body = {"formats": formats, **more}
    return backend.post(f"/api/local/sessions/{session_id}/documents", body)


def test_the_edit_is_handed_over_beside_its_source_with_its_subtitles(
    backend: BackendProcess, film: Path
) -> None:
    session_id, [media_id] = backend.named(film)
    say(backend, media_id, 50)
    edit(backend, session_id, _cut)
    made = _written(backend, session_id, "OTIO")
    names = ["my film (edited).otio", "my film (edited).srt"]
    assert [Path(file["path"]) for file in made["files"]] == [film.parent / n for n in names]
    assert [file["format"] for file in made["files"]] == ["otio", "srt"]
    texts = documents_in(film.parent)
    assert "w9" in texts[names[1]]
    assert "w15" not in texts[names[1]]

    timeline = otio.adapters.read_from_file(str(film.parent / names[0]))
    assert timeline.name == "my film (edited)"
    clips = list(timeline.video_tracks()[0])
    begin = 10 * 107_892
    assert [
        (clip.source_range.start_time.value - begin, clip.source_range.duration.value)
        for clip in clips
    ] == [(0, 60), (150, 60)]
    assert unquote(urlsplit(clips[0].media_reference.target_url).path) == str(film)
    assert made["notes"] == [
        "The OpenTimelineIO timeline cannot hold: titles, shape (titles are marks).",
        "Not handed over, to be set in the editing program: fades.",
        "The subtitles of the edit lie beside it: import them into the same project.",
    ]


def test_all_formats_say_the_same(backend: BackendProcess, film: Path) -> None:
    session_id, _ = backend.named(film)
    edit(backend, session_id, _cut)
    made = _written(backend, session_id, "otio,fcpxml", "edl")
    assert [file["format"] for file in made["files"]] == ["otio", "fcpxml", "edl"]
    texts = documents_in(film.parent)
    events = [line for line in texts["my film (edited).edl"].splitlines() if line[:3].isdigit()]
    assert events == [
        "001  MYFILM   B     C        10:00:00;00 10:00:02;00 01:00:00;00 01:00:02;00",
        "002  MYFILM   B     C        10:00:05;00 10:00:07;00 01:00:02;00 01:00:04;00",
    ]
    assert 'width="100" height="180"' in texts["my film (edited).fcpxml"]


def test_nothing_is_overwritten_that_somebody_has_changed(
    backend: BackendProcess, film: Path
) -> None:
    session_id, _ = backend.named(film)
    theirs = film.with_suffix(".edl")
    theirs.write_text("mine", "utf-8")
    [first] = _written(backend, session_id, "edl")["files"]
    assert Path(first["path"]).name == "my film (2).edl"
    [again] = _written(backend, session_id, "edl")["files"]
    assert again["path"] == first["path"]
    Path(first["path"]).write_text("changed", "utf-8")
    [third] = _written(backend, session_id, "edl")["files"]
    assert Path(third["path"]).name == "my film (3).edl"
    assert theirs.read_text("utf-8") == "mine"


def test_a_place_may_be_named(backend: BackendProcess, film: Path, tmp_path: Path) -> None:
    session_id, _ = backend.named(film)
    folder = tmp_path / "edits"
    folder.mkdir()
    [inside] = _written(backend, session_id, "fcpxml", path=str(folder))["files"]
    [named] = _written(backend, session_id, "fcpxml", path=str(folder / "cut one.fcpxml"))["files"]
    assert inside["path"] == str(folder / "my film.fcpxml")
    assert named["path"] == str(folder / "cut one.fcpxml")


def test_a_transcript_may_be_asked_for_in_the_same_breath(
    backend: BackendProcess, film: Path
) -> None:
    session_id, [media_id] = backend.named(film)
    say(backend, media_id, 20)
    made = _written(backend, session_id, "edl", "txt")
    assert [file["format"] for file in made["files"]] == ["edl", "srt", "txt"]


def test_an_empty_project_has_nothing_to_hand_over(backend: BackendProcess) -> None:
    path = f"/api/local/sessions/{backend.session()}/documents"
    answer = backend.http.post(path, json={"formats": ["otio"]})
    assert answer.status_code == 400
    assert answer.json()["message"].startswith("There is nothing to hand over")


def test_what_is_handed_over_has_the_frames_of_the_video_that_is_exported(
    backend: BackendProcess, tmp_path: Path, ffmpeg: str
) -> None:
    # A screen recording has as many pictures a second as there was to show.
    film = _made(ffmpeg, tmp_path / "screen.mkv", "1079/40")
    session_id, _ = backend.named(film)
    edit(backend, session_id, _titled)
    made = _written(backend, session_id, "otio", "fcpxml", "edl")
    texts = {file["format"]: Path(file["path"]).read_text("utf-8") for file in made["files"]}
    timeline = otio.adapters.read_from_string(texts["otio"], "otio_json")
    listed = otio.adapters.read_from_string(texts["edl"], "cmx_3600", rate=30)
    assert 'frameDuration="1/30s"' in texts["fcpxml"]
    assert "1079" not in texts["fcpxml"]

    path, rate, pictures = _exported(backend, session_id)
    assert path.parent == film.parent
    assert timeline.duration() == listed.duration() == otio.opentime.RationalTime(pictures, 30)
    assert rate == 30


def _titled(timeline: Timeline) -> Timeline:
    [clip] = timeline.clips
    clips = tuple(replace(clip, from_ms=at, to_ms=at + 519) for at in range(37, 9_000, 1_000))
    return replace(timeline, clips=clips, titles=(Title("Hello", 0, 1_000),))


def _exported(backend: BackendProcess, session_id: str) -> tuple[Path, Fraction, int]:
    """The video of an edit, its pictures a second, and how many there are."""
    state = backend.get(f"/api/state/nemo_agent/me/{session_id}/latest")["state"]
    render_id, output = f"render_{session_id}", {"format": "mp4"}
    wanted = {"id": render_id, "sessionId": session_id, "draft": state["draft"], "output": output}
    backend.http.post("/api/render/proxy/lambda", json=wanted)
    job = backend.ended(render_id)
    assert job["status"] == "completed", job
    path = Path(job["result"]["path"])
    with av.open(path) as container:
        stream = container.streams.video[0]
        assert stream.average_rate is not None
        return path, stream.average_rate, sum(packet.size > 0 for packet in container.demux(stream))


def test_more_parts_than_an_edit_decision_list_can_number_are_told(
    backend: BackendProcess, film: Path
) -> None:
    session_id, _ = backend.named(film)
    edit(backend, session_id, lambda timeline: _chopped(timeline, 999))
    assert _written(backend, session_id, "edl", "otio")["notes"] == []
    edit(backend, session_id, lambda timeline: _chopped(timeline, 1_000))
    [note] = _written(backend, session_id, "edl", "otio")["notes"]
    assert note == (
        "The edit decision list has 1000 parts, and many programs read only the first 999: export "
        "it as fcpxml or otio, which hold all."
    )


def _chopped(timeline: Timeline, parts: int) -> Timeline:
    [clip] = timeline.clips
    clips = (replace(clip, from_ms=10 * at, to_ms=10 * at + 5) for at in range(parts))
    return replace(timeline, clips=tuple(clips))

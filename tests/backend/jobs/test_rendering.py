"""The timeline becomes a video, beside its first file, and nobody's file is lost."""

import signal
import subprocess
from pathlib import Path

import psutil
import pytest

from backend.jobs.conftest import Opened
from backend.jobs.workplace import ADDRESS, Site, Workplace, eventually, film
from transcribe_video.backend.drafting import draft_of, timeline_of
from transcribe_video.backend.media_facts import MediaFacts
from transcribe_video.backend.store.media_files import MediaPlace
from transcribe_video.backend.store.sessions import SessionRecord
from transcribe_video.errors import GoneError, UsageError
from transcribe_video.wire.job import Job
from transcribe_video.wire.render import Output, Rendered, RenderRequest


def _asked(
    place: Workplace, session: SessionRecord, render_id: str = "render_1", **output: object
) -> Job:
    """Ask for the video of a session as it stands."""
    request = RenderRequest(
        id=render_id,
        session_id=session.session_id,
        draft=draft_of(timeline_of(place.store, session.session_id), ()),
        output=Output.model_validate(output),
    )
    return place.board.render(request, session.owner)


def _rendered(place: Workplace, job: Job) -> Rendered:
    done = place.ended(job)
    assert done.error is None
    return Rendered.model_validate(done.result)


def _captions(ffmpeg: str, video: Path) -> str:
    command = [ffmpeg, "-v", "error", "-i", str(video), "-map", "0:s:0", "-f", "srt", "-"]
    return subprocess.run(command, capture_output=True, text=True, check=True, timeout=30).stdout


def test_a_video_with_captions_lies_beside_the_first_file(
    place: Workplace, sample: Path, ffmpeg: str
) -> None:
    session = place.session(sample)
    [transcribing] = place.transcribe(session)
    assert place.ended(transcribing).status == "completed"
    job = _asked(place, session)
    assert (job.job_id, job.kind, job.media_name) == ("render_1", "render", sample.name)

    rendered = _rendered(place, job)

    video = sample.with_name("inaugural_address (export).mp4")
    assert rendered == Rendered(
        render_id="render_1",
        path=str(video),
        bytes=video.stat().st_size,
        duration_s=rendered.duration_s,
        width=640,
        height=360,
        method=rendered.method,
    )
    assert abs(rendered.duration_s - 11) < 0.5
    assert rendered.method["name"] == "stream copy"
    assert "as they are" in rendered.method["why"]
    assert "ask not" in _captions(ffmpeg, video)
    names = {path.name for path in sample.parent.iterdir()}
    assert names == {sample.name, "inaugural_address.txt", video.name}


def test_one_of_ours_is_replaced_and_anybody_elses_is_not(place: Workplace, sample: Path) -> None:
    session = place.session(sample)
    foreign = sample.with_name("inaugural_address (export).mp4")
    foreign.write_bytes(b"my own")
    paths = [
        _rendered(place, _asked(place, session, f"render_{number}")).path for number in range(2)
    ]
    assert [Path(path).name for path in paths] == ["inaugural_address (export) (2).mp4"] * 2
    Path(paths[0]).write_bytes(b"changed by somebody")
    third = _rendered(place, _asked(place, session, "render_3"))
    assert Path(third.path).name == "inaugural_address (export) (3).mp4"
    assert foreign.read_bytes() == b"my own"
    assert Path(paths[0]).read_bytes() == b"changed by somebody"


def test_the_same_request_is_the_same_job(place: Workplace, long_film: Path) -> None:
    session = place.session(long_film)
    first = _asked(place, session, resolution="720p")
    again = _asked(place, session, resolution="720p")
    equal = _asked(place, session, "render_2", resolution="720p")
    try:
        assert [again.job_id, equal.job_id] == ["render_1", "render_1"]
        assert [first.is_joined, again.is_joined, equal.is_joined] == [False, True, True]
    finally:
        place.board.cancel(first.job_id)


@pytest.fixture(scope="session")
def long_film(ffmpeg: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A picture that takes a while to encode."""
    folder = tmp_path_factory.mktemp("film")
    short, long = folder / "short.mkv", folder / "long.mkv"
    source = ["-f", "lavfi", "-i", "testsrc2=s=1280x960:d=2:r=30", "-c:v", "mpeg4", "-q:v", "20"]
    twenty = ["-stream_loop", "19", "-i", str(short), "-c", "copy"]
    for command in ([*source, str(short)], [*twenty, str(long)]):
        subprocess.run([ffmpeg, "-v", "error", *command], check=True, timeout=60)
    return long


def _renderer(board_children: list[psutil.Process]) -> psutil.Process | None:
    found = [child for child in board_children if "media.render" in " ".join(child.cmdline())]
    return found[0] if found else None


def test_one_that_is_cancelled_leaves_nothing(
    place: Workplace, long_film: Path, tmp_path: Path
) -> None:
    own = film(tmp_path / "films", long_film)
    others = psutil.Process().children(recursive=True)
    job = _asked(place, place.session(own), resolution="720p")
    assert place.sees(job, lambda now: now.progress.done_s > 0)
    children = set(psutil.Process().children(recursive=True)) - set(others)
    place.board.cancel(job.job_id)
    assert place.ended(job).status == "cancelled"
    assert [path.name for path in own.parent.iterdir()] == ["long.mkv"]
    assert eventually(lambda: not any(child.is_running() for child in children))


def test_a_renderer_that_breaks_down_is_tried_again(
    place: Workplace, long_film: Path, tmp_path: Path
) -> None:
    own = film(tmp_path / "films", long_film)
    job = _asked(place, place.session(own), resolution="720p")
    for attempt in (1, 2, 3):
        renderers: list[psutil.Process] = []

        def is_there(found: list[psutil.Process] = renderers) -> bool:
            child = _renderer(psutil.Process().children())
            found.extend([child] if child else [])
            return bool(found)

        assert eventually(is_there)
        renderers[0].send_signal(signal.SIGKILL)
        assert eventually(lambda: place.store.jobs.get(job.job_id).crashes == attempt)  # noqa: B023
    ended = place.ended(job)
    assert ended.status == "failed"
    assert ended.error is not None
    assert ended.error["why"] == "making it crashed the encoder three times"


def test_a_renderer_that_broke_down_on_the_way_is_told(
    opened: Opened, site: Site, sample: Path
) -> None:
    place = opened(fetch=site.fetch)
    session = place.session(sample)
    _, arriving = place.board.fetch(session.session_id, ADDRESS)
    draft = draft_of(timeline_of(place.store, session.session_id), ())
    request = RenderRequest(id="render_1", session_id=session.session_id, draft=draft)
    job = place.board.render(request, "", [arriving.job_id])
    for _ in range(2):
        place.store.jobs.count_crash(job.job_id)
    site.may_send.set()
    assert _rendered(place, job).notes == [
        "A part of this program crashed twice while making the video and was started again.",
    ]


def test_it_goes_where_the_output_says(place: Workplace, sample: Path, tmp_path: Path) -> None:
    session = place.session(sample)
    folder = tmp_path / "exports"
    folder.mkdir()
    found = [
        _rendered(place, _asked(place, session, f"render_{number}", path=str(tmp_path / path)))
        for number, path in enumerate(("exports", "exports/final.mp4", "new/final"))
    ]
    assert [Path(one.path) for one in found] == [
        folder / "inaugural_address (export).mp4",
        folder / "final.mp4",
        tmp_path / "new" / "final.mp4",
    ]


def test_a_dropped_file_goes_to_the_downloads(opened: Opened, sample: Path, tmp_path: Path) -> None:
    downloads = tmp_path / "Downloads"
    downloads.mkdir()
    place = opened(downloads=downloads)
    session = place.session()
    place.dropped(session, sample, "talk.mp4")
    rendered = _rendered(place, _asked(place, session))
    assert Path(rendered.path) == downloads / "talk (export).mp4"


def test_a_still_picture_is_shown_as_the_timeline_says_and_missing_captions_are_told(
    place: Workplace, sample: Path, tmp_path: Path, ffmpeg: str
) -> None:
    session = place.session()
    title = tmp_path / "title.png"
    one = ["-f", "lavfi", "-i", "color=red:s=64x36", "-frames:v", "1", str(title)]
    subprocess.run([ffmpeg, "-v", "error", *one], check=True, timeout=30)
    picture = MediaFacts("image", None, 64, 36, has_sound=False)
    where = MediaPlace(title, title.stat().st_size)
    place.store.media.add(session.session_id, "title.png", where, picture)
    place.named(session, sample)  # a picture that comes after a video is not in it
    rendered = _rendered(place, _asked(place, session, captions="soft"))
    assert rendered.notes == ["There is no transcript yet, so the video has no captions."]
    assert abs(rendered.duration_s - 16) < 0.1
    assert rendered.method["name"] == "re-encode"


@pytest.mark.parametrize(
    ("output", "sentence"),
    [
        ({"resolution": "4k"}, "The resolution cannot be “4k”"),
        ({"format": "avi"}, "The video format cannot be “avi”"),
        ({"captions": "loud"}, "The captions cannot be “loud”"),
        ({"path": "films/film.mp4"}, "that is not the full path of a place"),
        ({"path": "/films/film.mov"}, "End its name in .mp4"),
    ],
)
def test_what_cannot_be_made_is_refused_at_once(
    place: Workplace, sample: Path, output: dict[str, str], sentence: str
) -> None:
    session = place.session(sample)
    with pytest.raises(UsageError, match=sentence):
        _asked(place, session, **output)
    assert place.store.jobs.of(session.session_id) == ()


def test_there_must_be_something_to_make_it_of(place: Workplace, sample: Path) -> None:
    session = place.session()
    with pytest.raises(UsageError, match="There is nothing to export"):
        _asked(place, session)
    place.store.media.expect(session.session_id, "a.mp4", "https://example.org/a.mp4")
    [coming] = place.store.media.of(session.session_id)
    with pytest.raises(UsageError, match="is still being fetched"):
        _asked(place, session, media_id=coming.media_id)
    with pytest.raises(GoneError):
        _asked(place, session, media_id="media_0")
    with pytest.raises(UsageError, match="its id is not one"):
        _asked(place, session, "../render")
    request = RenderRequest(id="render_1", session_id="9007199254740993", draft={})
    with pytest.raises(GoneError):
        place.board.render(request, "")

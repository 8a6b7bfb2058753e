"""What is said in a session, and the work that begins with it, together with what it joins."""

import os
import subprocess
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import pytest

from backend.jobs.workplace import ADDRESS, Site, Workplace, film, surroundings
from transcribe_video.backend.activity import Activity
from transcribe_video.backend.context import Context
from transcribe_video.backend.dialogue import Begun, Said, begin
from transcribe_video.backend.editing.material import draft_now
from transcribe_video.backend.media_facts import MediaFacts
from transcribe_video.backend.store.media_files import MediaPlace
from transcribe_video.backend.store.sessions import SessionRecord
from transcribe_video.backend.view import session_view
from transcribe_video.errors import MediaError
from transcribe_video.manifest import Manifest
from transcribe_video.wire import WIRE
from transcribe_video.wire.health import Runtime
from transcribe_video.wire.job import Job
from transcribe_video.wire.order import TranscribeOrder
from transcribe_video.wire.render import Rendered, RenderRequest
from transcribe_video.wire.session import SessionView

LIVING = f"{os.getpid()}-abcd"
DEAD = "4194305-abcd"
QUICK = TranscribeOrder(quality="fast", formats=["txt"])
TO_VIDEO = "Transcribe it and export the video."


@dataclass(frozen=True, slots=True)
class Room:
    """A workplace in which people talk."""

    place: Workplace
    context: Context

    def said(self, session: SessionRecord, message: str = "transcribe", owner: str = "") -> Begun:
        return begin(self.context, Said(session.session_id, message, QUICK, owner or session.owner))

    def view(self, session: SessionRecord) -> SessionView:
        return session_view(self.context, self.context.store.sessions.get(session.session_id))


@pytest.fixture
def site() -> Site:
    return Site()


@pytest.fixture
def room(tmp_path: Path, site: Site, manifest: Manifest) -> Iterator[Room]:
    world = surroundings(tmp_path, fetch=site.fetch)
    with closing(Workplace.open(tmp_path / "home", world)) as place:
        runtime = Runtime(
            port=1, secret="s" * 32, pid=os.getpid(), wire=WIRE, version="0", boot_id="boot"
        )
        context = Context(place.settings, manifest, runtime, place.store, place.board, Activity())
        yield Room(place, context)


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    return film(tmp_path / "films")


def _error(job: Job) -> str:
    return f"{job.error['what']}: {job.error['why']}" if job.error else ""


def _captions(ffmpeg: str, job: Job) -> str:
    path = Rendered.model_validate(job.result).path
    command = [ffmpeg, "-v", "error", "-i", path, "-map", "0:s:0", "-f", "srt", "-"]
    return subprocess.run(command, capture_output=True, text=True, check=True, timeout=30).stdout


def test_a_video_of_several_recordings_waits_for_all_of_them(
    room: Room, sample: Path, site: Site, ffmpeg: str
) -> None:
    place, session = room.place, room.place.session()
    place.board.fetch(session.session_id, ADDRESS)
    place.named(session, sample)
    late, early, video = room.said(session, TO_VIDEO).jobs
    assert [late.kind, early.kind, video.kind] == ["transcribe", "transcribe", "render"]
    assert place.ended(early).status == "completed"
    waiting = place.board.view(video.job_id)
    assert (waiting.status, waiting.progress.stage) == ("queued", "waiting for the transcript")

    site.may_send.set()

    made = place.ended(video)
    assert made.error is None
    assert place.board.view(late.job_id).status == "completed"
    assert round(Rendered.model_validate(made.result).duration_s) == 22
    assert _captions(ffmpeg, made).count("you can do for your country") == 2


def test_a_video_is_not_made_if_the_first_of_several_recordings_is_stopped(
    room: Room, lecture: Path, sample: Path, tmp_path: Path
) -> None:
    long = film(tmp_path / "films", lecture, "long.flac")
    session = room.place.session(long, sample)
    first, last, video = room.said(session, TO_VIDEO).jobs
    room.place.board.cancel(first.job_id)
    ended = room.place.ended(video)
    assert (ended.status, _error(ended)) == (
        "cancelled",
        "The video is not made: the work on “long.flac”, for which it waited, was stopped",
    )
    assert room.place.ended(last).status == "completed"
    turn = room.view(session).turn
    assert turn is not None
    assert _error(ended) in turn.reply


def test_a_video_is_not_made_if_the_first_of_several_recordings_does_not_arrive(
    room: Room, sample: Path, site: Site
) -> None:
    place, session = room.place, room.place.session()
    place.board.fetch(session.session_id, ADDRESS)
    place.named(session, sample)
    *_, video = room.said(session, TO_VIDEO).jobs
    site.error = MediaError("The recording could not be fetched", "it broke off", "Try again")
    site.may_send.set()
    ended = place.ended(video)
    assert (ended.status, _error(ended)) == (
        "failed",
        "The video is not made: The recording could not be fetched",
    )


def test_a_session_whose_work_is_joined_in_another_one_stays_and_tells_of_it(
    room: Room, sample: Path
) -> None:
    first = room.place.session(sample, owner=DEAD)
    [job] = room.said(first).jobs
    given = room.place.session(sample, owner=LIVING)
    begun = room.said(given)
    assert [(one.job_id, one.session_id) for one in begun.jobs] == [(job.job_id, first.session_id)]
    room.place.ended(job)

    for session in (given, first):
        view = room.view(session)
        assert view.session_id == session.session_id
        assert view.turn is not None
        assert (view.turn.job_ids, view.turn.status) == ([job.job_id], "completed")
        assert [one.job_id for one in view.jobs] == [job.job_id]
        assert [one.words for one in view.transcripts] == [22]
    assert room.place.store.sessions.get(first.session_id).owner == LIVING


def test_work_that_was_joined_is_seen_whatever_is_said_later(
    room: Room, sample: Path, tmp_path: Path
) -> None:
    [job] = room.said(room.place.session(sample, owner=DEAD)).jobs
    given = room.place.session(sample, owner=LIVING)
    picture = MediaFacts("image", None, 8, 8, has_sound=False)
    place = MediaPlace(tmp_path / "title.png", 9)
    room.place.store.media.add(given.session_id, "title.png", place, picture)
    room.said(given)
    room.said(given)
    begin(room.context, Said(given.session_id, "What is the capital of France?", None, LIVING))
    room.place.ended(job)
    view = room.view(given)
    assert view.turn is not None
    assert view.turn.job_ids == []
    assert [one.job_id for one in view.jobs] == [job.job_id]
    assert [one.media_id for one in view.transcripts] == [job.media_id]


def test_a_video_has_the_captions_of_work_that_was_joined(
    room: Room, sample: Path, ffmpeg: str
) -> None:
    [job] = room.said(room.place.session(sample, owner=DEAD)).jobs
    given = room.place.session(sample, owner=LIVING)
    room.said(given)
    room.place.ended(job)
    draft = draft_now(room.context, room.view(given))
    request = RenderRequest(id="render_1", session_id=given.session_id, draft=draft)
    made = room.place.ended(room.place.board.render(request, LIVING))
    assert "you can do for your country" in _captions(ffmpeg, made)


def test_an_edit_is_told_though_the_film_is_not_there_for_the_export_that_was_asked_for_with_it(
    room: Room, sample: Path
) -> None:
    session = room.place.session(sample)
    sample.unlink()
    message = "裁成9:16并导出视频"
    turn = begin(room.context, Said(session.session_id, message, None, LIVING)).turn
    assert "9:16" in turn.reply
    assert f"“{sample.name}” is no longer in “{sample.parent}”, where it was." in turn.reply
    assert room.place.store.revisions.number(session.session_id) == 1

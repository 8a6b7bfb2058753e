"""What this machine remembers of the cloud."""

import os
import sqlite3
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from transcribe_video.cloud.records.archive import Archive
from transcribe_video.cloud.records.jobs import CloudJob, Ending, NewJob
from transcribe_video.errors import GoneError, StorageError
from transcribe_video.wire.job import Progress
from transcribe_video.wire.notation import json_text, read_json
from transcribe_video.wire.order import TranscribeOrder
from transcribe_video.wire.session import Session, TranscriptSummary
from transcribe_video.wire.upload import UploadedFile

_URL, _OTHER = "https://one.example", "https://other.example"
_SID = "9223372036854775807"
_SESSION = Session(session_id=_SID, task_id="task_1", user_id="anon_1")
_DRAFT = '{"zz":1.10,"t":[{"sg":[{"d":9007199254740993,"m":{"v":1e400,"a":-0}}]}],"a":null}'
_FILE = UploadedFile(
    filename="a.mp4", cdn_url="https://cdn.example/a.mp4", duration=10.5, width=640, height=360
)


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    archive = Archive(tmp_path / "home", _URL, lambda: 1000.0)
    yield archive
    archive.close()


@pytest.fixture
def other(tmp_path: Path, archive: Archive) -> Iterator[Archive]:
    """The records of another host in the same file."""
    other = Archive(tmp_path / "home", _OTHER)
    yield other
    other.close()


def _job(job_id: str = "chat_1", kind: str = "chat", session_id: str = _SID) -> NewJob:
    return NewJob(job_id, session_id, kind, "1-0123456789abcdef", {"message": "cut"})


def test_a_session_is_kept_as_the_cloud_gave_it(archive: Archive) -> None:
    session = archive.sessions.add(_SESSION, "a.mp4", "zh")
    assert (session.session_id, session.remote_id, session.task_id) == (_SID, _SID, "task_1")
    assert (session.api_url, session.user_id, session.name) == (_URL, "anon_1", "a.mp4")
    assert (session.language, session.order, session.created_s) == ("zh", None, 1000.0)
    assert archive.sessions.newest() == (session,)


def test_a_session_can_be_renamed_and_given_an_order(archive: Archive) -> None:
    archive.sessions.add(_SESSION)
    archive.sessions.rename(_SID, "b.mp4")
    archive.sessions.set_order(_SID, TranscribeOrder(formats=["srt"]))
    archive.sessions.touch(_SID)
    session = archive.sessions.get(_SID)
    assert (session.name, session.order) == ("b.mp4", TranscribeOrder(formats=["srt"]))


def test_a_session_that_was_begun_anew_keeps_its_id_here_and_loses_its_files(
    archive: Archive,
) -> None:
    archive.sessions.add(_SESSION)
    archive.media.add(_SID, _FILE)
    renewed = archive.sessions.renew(_SID, Session(session_id="2", task_id="task_2"))
    assert (renewed.session_id, renewed.remote_id, renewed.task_id) == (_SID, "2", "task_2")
    assert archive.sessions.get("2") == archive.sessions.get(_SID) == renewed
    assert archive.media.of(_SID) == ()


def test_the_session_that_was_worked_with_last_comes_first(tmp_path: Path) -> None:
    times = iter(range(100))
    archive = Archive(tmp_path, _URL, lambda: float(next(times)))
    for number in "123":
        archive.sessions.add(Session(session_id=number))
    archive.sessions.touch("1")
    assert [found.session_id for found in archive.sessions.newest(2)] == ["1", "3"]
    archive.close()


def test_what_belongs_to_one_host_is_unknown_to_another(archive: Archive, other: Archive) -> None:
    archive.sessions.add(_SESSION)
    media = archive.media.add(_SID, _FILE)
    archive.jobs.add(_job())
    archive.transcripts.keep(_SID, {}, TranscriptSummary(media_id=media.media_id))
    for ask in (
        lambda: other.sessions.get(_SID),
        lambda: other.media.get(media.media_id),
        lambda: other.jobs.get("chat_1"),
        lambda: other.sessions.delete(_SID),
    ):
        with pytest.raises(GoneError):
            ask()
    assert (other.sessions.newest(), other.media.of(_SID), other.jobs.of(_SID)) == ((), (), ())
    assert (other.jobs.unfinished(), other.transcripts.of(_SID)) == ((), ())
    assert other.transcripts.get(media.media_id) is None
    assert other.sessions.add(_SESSION).api_url == _OTHER


def test_a_session_is_forgotten_with_all_that_belongs_to_it(archive: Archive) -> None:
    archive.sessions.add(_SESSION)
    media = archive.media.add(_SID, _FILE)
    archive.jobs.add(_job())
    archive.transcripts.keep(_SID, {}, TranscriptSummary(media_id=media.media_id))
    archive.sessions.delete(_SID)
    assert (archive.media.of(_SID), archive.jobs.of(_SID)) == ((), ())
    assert archive.transcripts.of(_SID) == ()
    with pytest.raises(GoneError):
        archive.sessions.get(_SID)


def test_a_file_is_kept_with_its_place_whatever_its_name(archive: Archive) -> None:
    path = Path(os.fsdecode(b"/films/\xff \xf0\x9f\x8e\xac.mp4"))
    media = archive.media.add(_SID, _FILE, path)
    assert (media.path, media.media_id[:6]) == (path, "media_")
    assert archive.media.of(_SID) == (media,)
    assert archive.media.add(_SID, _FILE).uploaded == _FILE.model_copy(
        update={"media_id": archive.media.of(_SID)[1].media_id}
    )


def test_a_job_goes_from_waiting_to_its_end(archive: Archive) -> None:
    begun = archive.jobs.add(_job())
    assert begun == CloudJob(
        job_id="chat_1",
        session_id=_SID,
        kind="chat",
        status="queued",
        owner="1-0123456789abcdef",
        media_id=None,
        request={"message": "cut"},
        draft_before=None,
        sent_s=None,
        progress=Progress(),
        is_cancelling=False,
        reply="",
        changes=(),
        error=None,
        result=None,
        begun_s=1000.0,
        ended_s=None,
    )
    archive.jobs.begin("chat_1")
    archive.jobs.note("chat_1", Progress(stage="waiting"), "So far")
    archive.jobs.mark_cancelling("chat_1")
    running = archive.jobs.get("chat_1")
    assert (running.status, running.reply, running.progress.stage) == (
        "running",
        "So far",
        "waiting",
    )
    assert running.is_cancelling
    assert archive.jobs.is_cancelling("chat_1")
    assert archive.jobs.unfinished() == (running,)

    archive.jobs.end("chat_1", Ending("completed", "Done", [{"kind": "added"}], None, {"a": 1}))
    ended = archive.jobs.get("chat_1")
    assert (ended.status, ended.reply, ended.result, ended.ended_s) == (
        "completed",
        "Done",
        {"a": 1},
        1000.0,
    )
    assert (ended.changes, ended.is_cancelling) == (({"kind": "added"},), False)
    assert (ended.has_ended, archive.jobs.unfinished()) == (True, ())


def test_a_job_is_sent_once(archive: Archive) -> None:
    archive.jobs.add(_job())
    assert archive.jobs.send("chat_1", {"t": []})
    assert not archive.jobs.send("chat_1", {"t": []})
    assert not archive.jobs.send("chat_2", {"t": []})
    archive.jobs.unsend("chat_1")
    assert archive.jobs.get("chat_1").sent_s is None
    assert archive.jobs.send("chat_1", None)
    assert archive.jobs.get("chat_1").draft_before is None


def test_the_draft_before_is_kept_to_the_digit(archive: Archive, tmp_path: Path) -> None:
    archive.jobs.add(_job())
    draft = read_json(_DRAFT)
    assert isinstance(draft, dict)
    archive.jobs.send("chat_1", draft)
    assert json_text(archive.jobs.get("chat_1").draft_before) == _DRAFT
    with sqlite3.connect(tmp_path / "home" / "cloud.sqlite3") as base:
        assert base.execute("SELECT draft_before FROM job").fetchone() == (_DRAFT,)
    base.close()


def test_a_job_is_taken_over_by_one_process_only(archive: Archive) -> None:
    job = archive.jobs.add(_job())
    assert archive.jobs.adopt(job, "2-x")
    assert not archive.jobs.adopt(job, "3-x")
    assert archive.jobs.get("chat_1").owner == "2-x"


def test_before_a_message_come_those_said_earlier_and_any_that_is_under_way(
    archive: Archive,
) -> None:
    for job in (
        _job("chat_1"),
        _job("chat_2"),
        _job("upload_1", "upload"),
        _job("transcribe_1", "transcribe"),
        _job("chat_3", session_id="1"),
        _job("chat_4"),
        _job("chat_5"),
        _job("transcribe_2", "transcribe"),
    ):
        archive.jobs.add(job)
    archive.jobs.end("chat_2", Ending("failed"))

    def before(job_id: str) -> list[str]:
        return [job.job_id for job in archive.jobs.before(archive.jobs.get(job_id))]

    assert (before("chat_4"), before("transcribe_1")) == (["chat_1"], [])
    archive.jobs.send("transcribe_2", None)
    assert before("chat_4") == ["chat_1", "transcribe_2"]
    assert (before("transcribe_1"), before("transcribe_2")) == (["transcribe_2"], [])


def test_a_transcript_is_kept_beside_what_the_wire_says_of_it(archive: Archive) -> None:
    summary = TranscriptSummary(media_id="media_1", language="en", words=2)
    archive.transcripts.keep(_SID, {"segments": [{"text": "Hello 🎬\u2028"}]}, summary)
    assert archive.transcripts.get("media_1") == {"segments": [{"text": "Hello 🎬\u2028"}]}
    assert archive.transcripts.of(_SID) == (summary,)
    assert archive.transcripts.get("media_2") is None


def test_what_is_changed_together_is_kept_together(archive: Archive) -> None:
    def change() -> None:
        with archive.transaction():
            archive.sessions.add(_SESSION)
            archive.sessions.get("1")

    with pytest.raises(GoneError):
        change()
    assert archive.sessions.newest() == ()


def test_the_file_is_its_owners_only_and_outlasts_a_power_cut(
    archive: Archive, tmp_path: Path
) -> None:
    archive.sessions.add(_SESSION)
    path = tmp_path / "home" / "cloud.sqlite3"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert archive._rows.row("PRAGMA synchronous")["synchronous"] == 2  # type: ignore[index]


def test_a_folder_that_cannot_be_is_told_in_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "home").write_text("", "utf-8")
    with pytest.raises(StorageError, match="Set TRANSCRIBE_VIDEO_HOME"):
        Archive(tmp_path / "home", _URL)

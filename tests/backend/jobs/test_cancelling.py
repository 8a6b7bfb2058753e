"""Work that is stopped stops soon, keeps what it has, and harms no other."""

import os
import signal
from pathlib import Path

from backend.jobs.conftest import Opened
from backend.jobs.workplace import Workplace, eventually, film, has_ended, ledger_rows
from transcribe_video.wire.job import Progress


def test_a_transcription_stops_while_its_recording_is_read(
    place: Workplace, long_silence: Path
) -> None:
    [job] = place.transcribe(place.session(long_silence))
    assert place.sees(job, lambda now: now.progress.done_s > 0)
    process = place.board.speech_pid
    place.board.cancel(job.job_id)
    ended = place.ended(job)
    assert (ended.status, ended.is_cancelling, ended.error) == ("cancelled", False, None)
    assert place.board.speech_pid == process


def test_what_was_recognised_before_it_stopped_is_kept(
    place: Workplace, talk: Path, home: Path
) -> None:
    [job] = place.transcribe(place.session(talk))
    assert place.sees(job, lambda now: now.news)
    place.board.cancel(job.job_id)
    assert place.ended(job).status == "cancelled"
    kept = ledger_rows(home)
    assert kept
    assert not talk.with_suffix(".txt").exists()

    [again] = place.transcribe(place.session(talk))
    assert place.ended(again).status == "completed"
    after = ledger_rows(home)
    assert {key: after[key] for key in kept} == kept


def test_one_that_waits_stops_at_once(place: Workplace, long_silence: Path, tmp_path: Path) -> None:
    films = [long_silence, film(tmp_path, long_silence, "b.wav"), film(tmp_path, name="c.mp4")]
    jobs = place.transcribe(place.session(*films))
    assert place.board.cancel(jobs[2].job_id).status == "cancelled"
    for job in jobs:
        place.board.cancel(job.job_id)
    assert [place.ended(job).status for job in jobs] == ["cancelled"] * 3


def test_a_process_that_does_not_stop_is_ended_and_others_go_on(
    opened: Opened, long_silence: Path, talk: Path
) -> None:
    place = opened(stop_s=0.5)
    [stuck] = place.transcribe(place.session(long_silence))
    assert place.sees(stuck, lambda now: now.progress.stage == "reading")
    [other] = place.transcribe(place.session(talk))
    process = place.board.speech_pid
    assert process is not None
    os.kill(process, signal.SIGSTOP)

    place.board.cancel(stuck.job_id)

    assert place.ended(stuck).status == "cancelled"
    assert place.ended(other).status == "completed"
    record = place.store.jobs.get(other.job_id)
    assert (record.attempts, record.crashes) == (2, 0)
    assert has_ended(process)


def test_what_has_ended_stays_as_it_is(place: Workplace, sample: Path) -> None:
    [job] = place.transcribe(place.session(sample))
    done = place.ended(job)
    cancelled = place.board.cancel(job.job_id)
    assert (cancelled.status, cancelled.result) == ("completed", done.result)
    assert cancelled.progress == Progress(done_s=11.008, total_s=11.008, fraction=1, eta_s=0)


def test_a_session_that_is_deleted_in_the_middle_of_its_work_is_forgotten(
    place: Workplace, talk: Path
) -> None:
    session = place.session(talk)
    [job] = place.transcribe(session)
    assert place.sees(job, lambda now: now.progress.stage == "recognising")
    place.board.cancel(job.job_id)
    place.store.sessions.delete(session.session_id)
    assert eventually(lambda: not place.board.active())
    assert place.store.transcripts.of(session.session_id) == ()

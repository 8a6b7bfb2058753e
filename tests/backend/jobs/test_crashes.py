"""A speech process that breaks down costs an attempt, and only those whose fault it may be."""

import os
import signal
from pathlib import Path

from backend.jobs.conftest import Opened
from backend.jobs.workplace import Workplace, eventually, has_ended, ledger_rows
from transcribe_video.wire.job import Job


def _kill_while(place: Workplace, job: Job, stage: str) -> int:
    """Kill the speech process once the job has come so far."""
    assert place.sees(job, lambda now: now.progress.stage == stage and now.progress.done_s > 0)
    process = place.board.speech_pid
    assert process is not None
    os.kill(process, signal.SIGKILL)
    assert eventually(lambda: has_ended(process))
    return process


def test_a_recording_over_which_it_breaks_down_goes_on_where_it_was(
    place: Workplace, talk: Path, home: Path
) -> None:
    [job] = place.transcribe(place.session(talk))
    assert place.sees(job, lambda now: now.news)
    _kill_while(place, job, "recognising")
    before = ledger_rows(home)

    done = place.ended(job)
    assert done.status == "completed"
    note = "A part of this program crashed while working on “talk.flac” and was started again."
    assert done.result is not None
    assert done.result["notes"] == [note]
    [summary] = place.store.transcripts.of(job.session_id)
    assert summary.notes == [note]

    after = ledger_rows(home)
    assert before
    assert {key: after[key] for key in before} == before
    record = place.store.jobs.get(job.job_id)
    assert (record.attempts, record.crashes) == (2, 1)


def test_three_breakdowns_over_reading_fail_it_and_no_other(
    place: Workplace, long_silence: Path, talk: Path
) -> None:
    [silent] = place.transcribe(place.session(long_silence))
    assert place.sees(silent, lambda now: now.progress.done_s > 0)
    [other] = place.transcribe(place.session(talk))
    assert place.sees(other, lambda now: now.progress.stage == "recognising")
    for crashes in (1, 2, 3):
        _kill_while(place, silent, "reading")
        assert eventually(lambda: place.store.jobs.get(silent.job_id).crashes == crashes)  # noqa: B023

    assert place.ended(silent).error == {
        "kind": "DamagedMediaError",
        "what": "“long.wav” cannot be transcribed",
        "why": "reading it crashed the decoder three times",
        "remedy": "Save it as MP4 or WAV with a video or sound program, and use that file",
    }
    assert place.ended(other).status == "completed"
    assert place.store.jobs.get(other.job_id).crashes < 3


def test_without_work_the_process_leaves_and_comes_again(opened: Opened, sample: Path) -> None:
    place = opened(speech_idle_s=0.1)
    session = place.session(sample)
    processes = []
    for formats in (["txt"], ["srt"]):
        [job] = place.transcribe(session, formats=formats)
        assert place.sees(job, lambda now: now.progress.stage == "reading" or now.has_ended)
        processes.append(place.board.speech_pid)
        assert place.ended(job).status == "completed"
        assert eventually(lambda: place.board.speech_pid is None)
    assert None not in processes
    assert processes[0] != processes[1]
    assert all(has_ended(process or 0) for process in processes)

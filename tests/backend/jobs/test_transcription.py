"""Recordings become documents, in the places where people look for them."""

import asyncio
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from backend.jobs.conftest import Opened
from backend.jobs.workplace import Workplace, film
from command import REFERENCE
from transcribe_video.backend.media_facts import MediaFacts
from transcribe_video.backend.store.media_files import MediaPlace
from transcribe_video.errors import GoneError, NoAudioError, UsageError
from transcribe_video.transcript.transcript import Transcript
from transcribe_video.wire.job import Heard, Job, Progress
from transcribe_video.wire.session import TranscriptSummary
from transcribe_video.wire.transcript import DocumentFile

_LIGHT = """
import sys
import transcribe_video.backend.jobs.board
heavy = {"av", "ctranslate2", "docx", "faster_whisper", "httpx", "httpx2", "mcp", "numpy"}
print(*heavy & set(sys.modules))
"""


def _words(text: str) -> list[str]:
    return re.findall(r"[\w']+", text.lower())


def test_a_recording_becomes_documents_beside_it(place: Workplace, sample: Path) -> None:
    session = place.session(sample)
    [media] = place.store.media.of(session.session_id)
    [begun] = place.transcribe(session, formats=["txt", "srt"])
    assert (begun.status, begun.media_name, begun.is_joined) == ("running", sample.name, False)

    job = place.ended(begun)

    written = [sample.with_suffix(suffix) for suffix in (".txt", ".srt")]
    summary = TranscriptSummary.model_validate(job.result)
    assert summary == TranscriptSummary(
        media_id=media.media_id,
        language="en",
        duration_s=11.008,
        words=22,
        preview=summary.preview,
        files=[
            DocumentFile(format=path.suffix[1:], path=str(path), bytes=path.stat().st_size)
            for path in written
        ],
    )
    assert _words(summary.preview) == _words(REFERENCE.read_text("utf-8"))
    assert job == Job(
        job_id=begun.job_id,
        session_id=session.session_id,
        kind="transcribe",
        status="completed",
        media_id=media.media_id,
        media_name=sample.name,
        attempts=1,
        age_s=job.age_s,
        progress=Progress(done_s=11.008, total_s=11.008, fraction=1, eta_s=0),
        result=summary.sent(),
    )
    said = place.store.transcripts.get(media.media_id)
    assert isinstance(said, Transcript)
    assert (said.source, said.duration_ms) == (sample.name, 11_008)
    assert place.store.transcripts.of(session.session_id) == (summary,)
    assert place.board.active() == 0


def test_what_is_recognised_is_told_while_it_runs(place: Workplace, sample: Path) -> None:
    [job] = place.transcribe(place.session(sample))

    async def follow() -> tuple[list[Heard], list[str]]:
        heard, stages, now = [], [], job
        while not now.has_ended:
            now = await place.board.wait(job.job_id, 60, now.news_next)
            heard += now.news
            stages += [now.progress.stage]
        return heard, stages

    heard, stages = asyncio.run(follow())
    assert _words(" ".join(piece.text for piece in heard)) == _words(REFERENCE.read_text("utf-8"))
    assert heard[0].start_s < heard[-1].end_s <= 11.008
    assert list(dict.fromkeys(stages)) == [
        "reading",
        "loading the speech model",
        "recognising",
        "",
    ]


def test_a_dropped_file_is_written_where_people_look_for_downloads(
    opened: Opened, sample: Path, tmp_path: Path
) -> None:
    downloads = tmp_path / "Downloads"
    downloads.mkdir()
    place = opened(downloads=downloads)
    session = place.session()
    place.dropped(session, sample, "Anas Gespräch.mp4")
    [job] = place.transcribe(session)
    assert place.ended(job).status == "completed"
    [written] = downloads.iterdir()
    assert written.name == "Anas Gespräch.txt"
    assert "Anas Gespräch" in written.read_text("utf-8")


def test_a_dropped_file_is_written_into_a_folder_of_ours_without_downloads(
    place: Workplace, sample: Path, home: Path
) -> None:
    session = place.session()
    place.dropped(session, sample, "talk.mp4")
    [job] = place.transcribe(session)
    done = place.ended(job)
    assert done.result is not None
    assert done.result["notes"] == [
        f"There is no downloads folder that can be written to, so it is in “{home / 'documents'}”."
    ]
    assert [path.name for path in (home / "documents").iterdir()] == ["talk.txt"]
    place.store.sessions.delete(session.session_id)
    assert (home / "documents" / "talk.txt").is_file()


def test_documents_go_where_the_order_says(place: Workplace, sample: Path, tmp_path: Path) -> None:
    folder = tmp_path / "new" / "place"
    [job] = place.transcribe(place.session(sample), output_dir=str(folder), speakers=True)
    done = place.ended(job)
    assert [path.name for path in folder.iterdir()] == ["inaugural_address.txt"]
    assert done.result is not None
    assert done.result["notes"] == ["Speakers are not told apart yet."]


@pytest.mark.parametrize(
    ("order", "sentence"),
    [
        ({"language": "klingon"}, "The language cannot be “klingon”"),
        ({"quality": "superb"}, "The quality cannot be “superb”"),
        ({"formats": ["pdf"]}, "“pdf” is not a document format"),
        ({"formats": []}, "There is nothing to do"),
        ({"output_dir": "documents"}, "Documents cannot be written into “documents”"),
        ({"output_dir": __file__}, "a file is there, not a folder"),
    ],
)
def test_an_order_that_cannot_be_carried_out_is_refused_at_once(
    place: Workplace, sample: Path, order: dict[str, object], sentence: str
) -> None:
    session = place.session(sample)
    with pytest.raises(UsageError, match=sentence):
        place.transcribe(session, **order)
    assert place.store.jobs.of(session.session_id) == ()


def test_a_session_without_sound_has_nothing_to_transcribe(place: Workplace, sample: Path) -> None:
    empty, silent = place.session(), place.session()
    picture = MediaFacts("image", None, 640, 480, has_sound=False)
    where = MediaPlace(sample, 1)
    still = place.store.media.add(silent.session_id, "a.png", where, picture)
    with pytest.raises(UsageError, match="there is no file in the project yet"):
        place.transcribe(empty)
    with pytest.raises(NoAudioError, match=r"“a\.png” cannot be transcribed"):
        place.transcribe(silent)
    with pytest.raises(GoneError):
        place.transcribe(empty, media_ids=[still.media_id])
    place.store.sessions.delete(empty.session_id)
    with pytest.raises(GoneError):
        place.transcribe(empty)


def test_a_file_that_cannot_be_read_fails_with_its_sentence(
    place: Workplace, tmp_path: Path
) -> None:
    text = tmp_path / "notes.mp4"
    text.write_text("These are notes and no recording.")
    [job] = place.transcribe(place.session(text))
    assert place.ended(job).error == {
        "kind": "UnsupportedMediaError",
        "what": "“notes.mp4” cannot be read",
        "why": "it is a text file",
        "remedy": "Choose a video or sound recording",
    }


def test_all_recordings_of_a_session_are_worked_on_two_at_once(
    place: Workplace, speech: Path, tmp_path: Path
) -> None:
    clips = ("LJ001-0001.flac", "LJ001-0003.flac", "LJ001-0005.flac")
    session = place.session(*(film(tmp_path / "films", speech / clip) for clip in clips))
    jobs = place.transcribe(session)
    assert [job.status for job in jobs] == ["running", "running", "queued"]
    assert jobs[2].progress.stage == "waiting for another recording"
    assert place.board.active() == 3
    assert place.sees(jobs[0], lambda job: job.progress.stage)
    process = place.board.speech_pid

    assert [place.ended(job).status for job in jobs] == ["completed"] * 3
    assert place.board.speech_pid == process
    assert len(place.store.transcripts.of(session.session_id)) == 3


def test_the_backend_itself_stays_light() -> None:
    command = [sys.executable, "-c", _LIGHT]
    ran = subprocess.run(command, capture_output=True, text=True, check=True, timeout=30)
    assert ran.stdout.split() == []


def test_a_recording_that_has_gone_is_told(place: Workplace, sample: Path) -> None:
    session = place.session(sample)
    shutil.rmtree(sample.parent)
    [job] = place.transcribe(session)
    error = place.ended(job).error
    assert error is not None
    assert error["kind"] == "MediaNotFoundError"

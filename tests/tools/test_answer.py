"""An answer says everything twice, and never too much."""

import json
from pathlib import Path

import pytest
from mcp_types import CallToolResult, TextContent

from transcribe_video.tools.answer import LONGEST, LONGEST_ERROR, Answer, refusal
from transcribe_video.tools.documents import Document
from transcribe_video.tools.media_entry import MediaEntry
from transcribe_video.tools.overview import JobEntry, Overview, TranscriptEntry
from transcribe_video.tools.result import AnswerWith, Choice, Next, Result
from transcribe_video.tools.survey import body_of
from transcribe_video.tools.transcription import Transcription, transcribed
from transcribe_video.wire.job import Job

_WORDS = "All that is said in it, and more. " * 180


def _text(sent: CallToolResult) -> str:
    [block] = sent.content
    assert isinstance(block, TextContent)
    return block.text


def _size(sent: CallToolResult) -> int:
    return len(_text(sent)) + len(json.dumps(sent.structured_content, ensure_ascii=False))


def _job(path: Path, number: int = 1, **changes: object) -> Job:
    files = [{"format": "txt", "path": str(path), "bytes": 4}]
    summary = {"media_id": f"media_{number}", "language": "en", "duration_s": 60, "words": 3}
    return Job.model_validate(
        {
            "job_id": f"job_{number}",
            "session_id": "1",
            "kind": "transcribe",
            "status": "completed",
            "media_id": f"media_{number}",
            "media_name": f"talk {number}.mp4",
            "result": {**summary, "preview": "One, two, three.", "files": files, "notes": []},
            **changes,
        }
    )


@pytest.fixture
def document(tmp_path: Path) -> Path:
    path = tmp_path / "talk.txt"
    path.write_text("text")
    return path


def test_everything_that_matters_stands_in_the_text_and_the_ids_stand_last() -> None:
    result = Result(
        session_id="1",
        job_id="job_1",
        status="needs_input",
        notes=["One thing.", "Another."],
        link="http://127.0.0.1:1/",
        question="Which?",
        choices=[Choice(label="the first", arguments={"session_id": "2"})],
        answer_with=AnswerWith(tool="chat", arguments={"message": "Ü"}),
        next=Next(arguments={"session_id": "1", "wait_s": 25}, after_s=2, why="it waits"),
    )
    sent = Answer("It is so. One thing.", result, lambda _: ["a line of its own"]).sent()
    assert _text(sent).splitlines() == [
        "It is so. One thing.",
        "a line of its own",
        "Note: Another.",
        "Page: http://127.0.0.1:1/",
        "Question: Which?",
        '- the first: {"session_id": "2"}',
        'Answer with: chat {"message": "Ü"}',
        'Next: state {"session_id": "1", "wait_s": 25} after 2 s (it waits)',
        "ref: session_id=1 job_id=job_1 status=needs_input",
    ]
    assert sent.structured_content == result.model_dump(mode="json")


def test_an_error_is_cut_to_what_a_person_reads_and_keeps_its_ids() -> None:
    sent = refusal(Transcription, f"It was not done: {'because ' * 400}.").sent()
    assert sent.is_error
    assert len(_text(sent)) == LONGEST_ERROR
    assert _text(sent).endswith("…\nref: status=failed")


def test_a_transcription_of_many_recordings_is_cut_until_it_fits(document: Path) -> None:
    jobs = [_job(document, number) for number in range(200)]
    for job in jobs:
        assert job.result
        job.result["preview"] = _WORDS
    sent = transcribed("1", jobs, []).sent()
    told = sent.structured_content
    assert _size(sent) <= LONGEST
    assert _text(sent).startswith("200 of 200 recordings became documents.\n")
    assert len(told["files"]) >= 10
    assert any("is cut short" in note for note in told["notes"])


def test_a_long_overview_is_cut_until_it_fits() -> None:
    documents = [Document(format="txt", path=f"/films/{'x' * 200}/{n}.txt") for n in range(60)]
    overview = Overview(
        session_id="1",
        media=[MediaEntry(media_id=f"media_{n}", filename="y" * 200) for n in range(20)],
        jobs=[JobEntry(job_id=f"job_{n}", media_name="z" * 200) for n in range(20)],
        transcript=TranscriptEntry(status="completed", preview=_WORDS[:6000], files=documents),
    )
    sent = Answer("So it is.", overview, body_of).sent()
    assert _size(sent) <= LONGEST
    assert sent.structured_content["media"]
    assert sent.structured_content["transcript"]["files"]


def test_a_transcript_is_completed_only_if_its_documents_are_there(
    document: Path, tmp_path: Path
) -> None:
    there = transcribed("1", [_job(document)], [])
    assert there.result.status == "completed"
    assert there.result.files == [Document(format="txt", path=str(document), bytes=4)]

    gone = transcribed("1", [_job(tmp_path / "nowhere.txt")], [])
    assert (gone.result.status, gone.result.files, gone.is_error) == ("failed", [], True)
    assert "nowhere.txt” was written and is not there any more" in gone.result.notes[0]


def test_of_several_recordings_those_that_failed_are_named(document: Path) -> None:
    why = {"kind": "NoAudioError", "what": "“b.mp4” is mute", "why": "it is", "remedy": "Try c"}
    failed = _job(document, 2, status="failed", result=None, error=why)
    answer = transcribed("1", [_job(document), failed, _job(document, 3)], ["Before."])
    assert answer.sentence == "2 of 3 recordings became documents."
    assert answer.result.status == "completed"
    assert answer.result.notes == ["Before.", "“b.mp4” is mute: it is. Try c."]


def test_a_recording_that_failed_is_an_error_that_says_why(document: Path) -> None:
    why = {"kind": "NoAudioError", "what": "“b.mp4” is mute", "why": "it is", "remedy": "Try c"}
    answer = transcribed("1", [_job(document, status="failed", result=None, error=why)], [])
    sent = answer.sent()
    assert sent.is_error
    assert _text(sent) == (
        "“b.mp4” is mute: it is. Try c.\n"
        "ref: session_id=1 job_id=job_1 media_id=media_1 status=failed"
    )


def test_what_was_cancelled_or_silent_says_so(document: Path) -> None:
    cancelled = transcribed("1", [_job(document, status="cancelled", result=None)], [])
    assert (cancelled.result.status, cancelled.is_error) == ("cancelled", False)
    assert cancelled.sentence == (
        "“talk 1.mp4”: cancelled; what was recognised so far is kept, and the same request goes on "
        "from there."
    )

    silent = _job(document)
    assert silent.result
    silent.result |= {"words": 0, "language": "", "preview": ""}
    answer = transcribed("1", [silent], [])
    assert answer.sentence == "“talk 1.mp4” became a document: 1:00 long, 0 words."
    assert answer.result.notes == ["no speech was found in it, and its documents say so."]

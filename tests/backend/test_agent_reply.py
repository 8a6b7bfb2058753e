"""What is said once the jobs of a message have ended."""

import pytest

from transcribe_video.backend.agent import reply_of
from transcribe_video.errors import BackendError, DamagedMediaError, MediaNotFoundError
from transcribe_video.wire.failure import described
from transcribe_video.wire.job import Job
from transcribe_video.wire.render import Rendered
from transcribe_video.wire.session import TranscriptSummary
from transcribe_video.wire.transcript import DocumentFile

WORD = DocumentFile(format="docx", path="/films/interview.docx", bytes=10)
TEXT = DocumentFile(format="txt", path="/films/interview.txt", bytes=10)
ELSEWHERE = DocumentFile(format="srt", path="/other/interview (2).srt", bytes=10)
SUMMARY = TranscriptSummary(
    media_id="media_1",
    language="de",
    duration_s=723.9,
    words=1834,
    preview="Guten Tag.",
    files=[WORD, TEXT],
    notes=["The file ends early: 12:03 of 20:00 could be read."],
)
VIDEO = Rendered(
    render_id="render_1",
    path="/films/interview (edited).mp4",
    bytes=12_345_678,
    duration_s=61,
    width=1920,
    height=1080,
    method={"name": "copy", "why": "nothing has to change"},
    notes=["“cover.png” is left out."],
)


def _job(kind: str = "transcribe", status: str = "completed", **fields: object) -> Job:
    known = {"job_id": "1", "session_id": "7", "media_name": "interview.mov"}
    return Job.model_validate({**known, "kind": kind, "status": status, **fields})


@pytest.mark.parametrize(
    ("job", "english", "chinese"),
    [
        (
            _job(result=SUMMARY.sent()),
            (
                "“interview.mov” is transcribed: 12:03 long, in German, 1,834 words. Written into "
                "“/films”: interview.docx and interview.txt. The file ends early: 12:03 of 20:00 "
                "could be read."
            ),
            (
                "“interview.mov”已转写：长 12:03，语言为德语，共 1,834 个词。已写入“/films”："
                "interview.docx和interview.txt。The file ends early: 12:03 of 20:00 could be read."
            ),
        ),
        (
            _job(result=TranscriptSummary(media_id="m", duration_s=9, files=[ELSEWHERE]).sent()),
            (
                "No speech was found in “interview.mov”, which is 0:09 long. Written into "
                "“/other”: interview (2).srt."
            ),
            "“interview.mov”（长 0:09）里没有找到语音。已写入“/other”：interview (2).srt。",
        ),
        (
            _job("render", result=VIDEO.sent(), media_name=""),
            (
                "The video is “interview (edited).mp4” in “/films”: 1:01, 1920×1080, 12.3 MB. "
                "“cover.png” is left out."
            ),
            (
                "视频是“/films”里的“interview (edited).mp4”：1:01、1920×1080、12.3 MB。"
                "“cover.png” is left out."
            ),
        ),
        (_job("fetch"), "“interview.mov” was fetched.", "“interview.mov”已获取。"),
        (
            _job(result={"of": "another version"}),
            "“interview.mov” is done.",
            "“interview.mov”已完成。",
        ),
        (
            _job(
                status="failed",
                error=described(DamagedMediaError("It", "it is damaged", "Mend it")),
            ),
            "It: it is damaged. Mend it.",
            "“interview.mov”失败了。文件已损坏，无法读取。It: it is damaged. Mend it.",
        ),
        (
            _job("render", "failed", error=described(MediaNotFoundError("It", "it is gone"))),
            "It: it is gone.",
            "“interview.mov”失败了。文件已不在原处，请放回去再试。It: it is gone.",
        ),
        (
            _job("render", "failed", error=described(BackendError("It", "a check failed"))),
            "It: a check failed.",
            "“interview.mov”失败了。It: a check failed.",
        ),
        (_job(status="failed"), "“interview.mov” failed.", "“interview.mov”失败了。"),
        (
            _job(status="cancelled"),
            "“interview.mov” was stopped. What was recognised so far is kept.",
            "“interview.mov”已停止，已识别的内容会保留。",
        ),
        (_job("render", "cancelled"), "The export was stopped.", "导出已停止。"),
        (
            _job("fetch", "cancelled", media_name=""),
            "Fetching “the file” was stopped.",
            "已停止获取“文件”。",
        ),
        (
            _job(status="running"),
            "“interview.mov” is still being worked on.",
            "“interview.mov”还在处理中。",
        ),
    ],
)
def test_each_job_has_its_line(job: Job, english: str, chinese: str) -> None:
    assert reply_of([job]) == english
    assert reply_of([job], "zh") == chinese


def test_several_jobs_have_a_line_each_in_order() -> None:
    jobs = [_job(status="cancelled"), _job("render", result=VIDEO.sent())]

    assert reply_of(jobs).splitlines() == [reply_of([job]) for job in jobs]


def test_documents_in_several_folders_are_named_folder_by_folder() -> None:
    summary = SUMMARY.model_copy(update={"files": [WORD, ELSEWHERE, TEXT], "notes": []})

    assert reply_of([_job(result=summary.sent())]).endswith(
        "Written into “/films”: interview.docx and interview.txt. Written into “/other”: "
        "interview (2).srt."
    )


def test_the_words_of_the_recording_are_not_in_it() -> None:
    assert "Guten Tag" not in reply_of([_job(result=SUMMARY.sent())])

"""What two processes say to each other comes across whole, whatever names files have."""

import json
import os
from pathlib import Path

from transcribe_video.backend.speech_task import SpeechResult, SpeechTask, result_of, task_of
from transcribe_video.transcript.segment import segment_of
from transcribe_video.transcript.transcript import Transcript
from transcribe_video.transcript.word import Word
from transcribe_video.wire.transcript import DocumentFile

ODD = os.fsdecode(b"/films/caf\xe9 \xf0\x9f\x8e\xac.mp4")


def test_a_task_comes_across() -> None:
    task = SpeechTask(ODD, "Anas Gespräch.mp4", None, ("docx", "txt"), "auto", "best", "base")
    assert task_of(json.loads(json.dumps(task.data()))) == task


def test_a_result_comes_across() -> None:
    words = (Word(100, 300, " “So” 你好", 0.987), Word(300, 400, "\u2028🎬", 0.5))
    said = Transcript("a.mp4", 11_008, "zh", "Whisper base", (segment_of(words, "Ana"),), ("A.",))
    files = (DocumentFile(format="txt", path=ODD, bytes=3),)
    result = SpeechResult(said, files, Path("/films"))
    assert result_of(json.loads(json.dumps(result.data()))) == result

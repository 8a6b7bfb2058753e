"""What is said of a part of a transcript: no more than is known."""

from typing import Any

import pytest

from transcribe_video.tools.read_transcript import sentence_of
from transcribe_video.wire.transcript import TranscriptPage, Utterance

_SAID = Utterance(start_s=0, end_s=2, text="Good morning.")
_NAME = "“talk.mp4”"


@pytest.mark.parametrize(
    ("page", "find", "sentence"),
    [
        ({"matches": 0}, "elephant", f"“elephant” was not found in the transcript of {_NAME}."),
        (
            {"matches": 0, "is_partial": True, "recognised_s": 83.4, "total_words": 190},
            "elephant",
            f"“elephant” was not found in the first 1:23 that are recognised so far of {_NAME}.",
        ),
        (
            {"matches": 0, "is_partial": True},
            "elephant",
            f"“elephant” was not found: nothing is recognised yet of {_NAME}.",
        ),
        ({"matches": 1, "segments": [_SAID]}, "good", f"“good” was said at one place in {_NAME}."),
        ({"is_partial": True}, None, f"Nothing is recognised yet in {_NAME}."),
        (
            {"is_partial": True, "recognised_s": 83.4, "total_words": 190},
            None,
            f"Nothing is recognised there yet in {_NAME}.",
        ),
        ({}, None, f"No words were recognised in {_NAME}."),
        ({"total_words": 190}, None, f"No words were recognised there in {_NAME}."),
        ({"segments": [_SAID], "total_words": 2}, None, f"What was said in {_NAME}:"),
    ],
)
def test_a_page_is_told_as_far_as_it_is_known(
    page: dict[str, Any], find: str | None, sentence: str
) -> None:
    there = TranscriptPage(session_id="1", media_id="media_1", media_name="talk.mp4", **page)
    assert sentence_of(there, find) == sentence

import json
from importlib.resources import files
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from transcribe_video.documents.registry import format_named
from transcribe_video.transcript.transcript import Transcript


@pytest.fixture
def published() -> Draft202012Validator:
    schema = json.loads(
        files("transcribe_video.documents").joinpath("transcript.schema.json").read_text("utf-8")
    )
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


def _written(transcript: Transcript) -> Any:
    return json.loads(format_named("json").write(transcript))


def test_json_holds_segments_and_words_in_seconds(interview: Transcript) -> None:
    written = _written(interview)
    question = written["segments"][0]

    assert question == {
        "start_s": 7.2,
        "end_s": 9.0,
        "speaker": "Ana",
        "text": "Why *is* 1 < 2?",
        "words": [
            {"start_s": 7.2, "end_s": 7.5, "text": "Why", "probability": 0.98},
            {"start_s": 7.5, "end_s": 7.9, "text": "*is*", "probability": 0.91},
            {"start_s": 7.9, "end_s": 8.3, "text": "1", "probability": 0.8},
            {"start_s": 8.3, "end_s": 8.6, "text": "<", "probability": 0.8},
            {"start_s": 8.6, "end_s": 9.0, "text": "2?", "probability": 0.857},
        ],
    }
    assert {key: value for key, value in written.items() if key != "segments"} == {
        "schema": "transcribe-video-to-text/transcript/1",
        "source": "an_interview.mp4",
        "language": "en",
        "model": "whisper base",
        "duration_s": 3723.45,
        "notes": ["The file ends early: the last part could not be read."],
    }


def test_json_of_silence_has_no_segments(silence: Transcript) -> None:
    assert _written(silence) == {
        "schema": "transcribe-video-to-text/transcript/1",
        "source": "silence.mp4",
        "language": "",
        "model": "whisper base",
        "duration_s": 10.0,
        "notes": [],
        "segments": [],
    }


@pytest.mark.parametrize("name", ["interview", "silence", "broken"])
def test_json_follows_the_published_schema(
    name: str, published: Draft202012Validator, request: pytest.FixtureRequest
) -> None:
    published.validate(_written(request.getfixturevalue(name)))


def test_the_schema_refuses_another_form(
    interview: Transcript, published: Draft202012Validator
) -> None:
    assert not published.is_valid(_written(interview) | {"schema": "something/else"})


def test_a_probability_that_is_not_a_number_is_none_at_all(broken: Transcript) -> None:
    assert _written(broken)["segments"][0]["words"][-1]["probability"] == 0.0

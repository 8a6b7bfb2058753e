from dataclasses import replace

from transcribe_video.documents.facts import facts_of, title_of
from transcribe_video.transcript.transcript import Transcript


def test_the_facts_name_file_length_language_and_model(interview: Transcript) -> None:
    assert facts_of(interview) == (
        ("File", "an_interview.mp4"),
        ("Length", "1:02:03"),
        ("Language", "English"),
        ("Model", "whisper base"),
    )


def test_a_language_that_is_not_known_is_left_out(silence: Transcript) -> None:
    assert [fact.label for fact in facts_of(silence)] == ["File", "Length", "Model"]


def test_the_title_is_the_file_name_without_its_suffix(silence: Transcript) -> None:
    assert title_of(replace(silence, source="talk.v2.final.mp4")) == "talk.v2.final"
    assert title_of(replace(silence, source="")) == "Transcript"
